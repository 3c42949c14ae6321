/**
 * What the licence bits of embedded fonts allow: whether the outlines may stand in a file at all, as a
 * subset, and for more than viewing and printing. Fonts without such bits say nothing.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { rightsOf } from '../../../document/may-embed.js';
import { programKeys, readProgram } from '../conformance/fonts/read-program.js';
import type { PdfContents } from '../read-pdf.js';
import type { PdfFont } from '../read-font.js';
import { at } from './report.js';

/** One finding for each font that text is shown in, and that says less than that it may be used freely. */
export function checkFontRights(contents: PdfContents): readonly Diagnostic[] {
  const fonts = new Map<PdfFont['descriptor'], string>();
  for (const { shows } of contents.pages) for (const { font } of shows) fonts.set(font.descriptor, font.name);
  return [...fonts].flatMap(([descriptor, font]) => {
    const fsType = licenceBits(contents, descriptor);
    if (fsType === undefined) return [];
    const code = codeOf(fsType, /^[A-Z]{6}\+/.test(font));
    return code ? [diagnostic(code, { font, fsType }, at(contents))] : [];
  });
}

function licenceBits({ file }: PdfContents, descriptor: PdfFont['descriptor']): number | undefined {
  const found = programKeys.map((key) => file.stream(descriptor?.raw(key) ?? null)).find((one) => one);
  return found && readProgram(file.decode(found) ?? new Uint8Array())?.fsType;
}

function codeOf(fsType: number, subset: boolean): 'CHECK-FONT-FORBIDDEN' | 'CHECK-FONT-RIGHTS' | undefined {
  const rights = rightsOf(fsType);
  if (!rights.outlines) return 'CHECK-FONT-FORBIDDEN';
  return rights.viewOnly || (subset && !rights.subset) ? 'CHECK-FONT-RIGHTS' : undefined;
}
