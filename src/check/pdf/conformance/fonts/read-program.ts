/**
 * The program of an embedded font (ISO 32000-1, 9.9): the descriptor in; out, the program, read by what its
 * bytes are. One that is not what it is said to be counts as none.
 */
import { PdfDict, type PdfStream } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import type { FontProgram } from './font-program.js';
import { isCff, readCff } from './read-cff.js';
import { isSfnt, readSfnt } from './read-sfnt.js';
import { isType1, readType1 } from './read-type1.js';

/** Keys of a font descriptor that a program stands under. */
export const programKeys = ['FontFile', 'FontFile2', 'FontFile3'] as const;

/** An embedded program as found. */
export interface Embedded {
  readonly key: (typeof programKeys)[number];
  readonly stream: PdfStream;
  /** Undefined where the bytes are no font program that a viewer can draw. */
  readonly program: FontProgram | undefined;
}

/** Reads the program that the descriptor of a simple font or of a CIDFont names; undefined where it names none. */
export function readEmbedded(
  file: PdfFile,
  descriptor: PdfDict | undefined,
  composite: boolean,
): Embedded | undefined {
  for (const key of programKeys) {
    const stream = file.stream(descriptor?.raw(key) ?? null);
    if (!stream) continue;
    const program = readProgram(file.decode(stream) ?? new Uint8Array());
    const type = file.nameOf(stream.dict.raw('Subtype'));
    return { key, stream, program: program && fits(program, key, type, composite) ? program : undefined };
  }
  return undefined;
}

/** What the key and, of `FontFile3`, the subtype of the stream say that the program is (table 126). */
function fits(
  { kind }: FontProgram,
  key: Embedded['key'],
  subtype: string | undefined,
  composite: boolean,
): boolean {
  if (key === 'FontFile') return kind === 'type1';
  if (key === 'FontFile2' || subtype === 'OpenType') return kind === 'truetype';
  return kind === 'cff' && subtype === (composite ? 'CIDFontType0C' : 'Type1C');
}

/** Reads a program of any kind. */
export function readProgram(bytes: Uint8Array): FontProgram | undefined {
  if (isSfnt(bytes)) return readSfnt(bytes);
  if (isType1(bytes)) return readType1(bytes);
  return isCff(bytes) ? readCff(bytes) : undefined;
}
