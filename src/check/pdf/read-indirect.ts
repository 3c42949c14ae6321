/**
 * One indirect object (ISO 32000-1, 7.3.8 and 7.3.10): bytes and an offset in; out, its value and how it
 * is written there.
 */
import { Keyword, PdfDict, PdfStream, type LexicalFault, type PdfObject } from './objects.js';
import { ObjectParser } from './parse-objects.js';

/** An indirect object, and where its parts stand in the file. */
export interface Indirect {
  readonly number: number;
  readonly value: PdfObject;
  /** False where the `Length` of a stream does not lead to its end. */
  readonly lengthRight: boolean;
  /** What is wrong in how the object is written. */
  readonly faults: readonly LexicalFault[];
  /** Offset behind `obj`. */
  readonly head: number;
  /** Offset behind the value: behind `endstream` of a stream. */
  readonly end: number;
  /** Offset of the first byte of a stream. */
  readonly data?: number;
}

/** Reads `12 0 obj … endobj`; `lengthOf` resolves the `Length` of a stream. */
export function readIndirect(
  bytes: Uint8Array,
  offset: number,
  lengthOf: (length: PdfObject) => number | undefined,
): Indirect | undefined {
  const start = new ObjectParser(bytes, offset, false);
  const [number, generation, word] = [start.read(), start.read(), start.read()];
  if (typeof number !== 'number' || typeof generation !== 'number') return undefined;
  if (!(word instanceof Keyword) || word.value !== 'obj') return undefined;
  const head = start.position;
  const parser = new ObjectParser(bytes, head);
  const value = parser.readObject();
  const end = parser.position;
  const { faults } = parser;
  const after = value instanceof PdfDict ? parser.read() : undefined;
  if (!(value instanceof PdfDict) || !(after instanceof Keyword) || after.value !== 'stream') {
    return { number, value, lengthRight: true, faults, head, end };
  }
  const found = readData(bytes, parser.position, lengthOf(value.raw('Length')));
  if (!found) return undefined;
  const { data, behind, lengthRight } = found;
  const stream = new PdfStream(value, bytes.subarray(data, behind));
  return { number, value: stream, lengthRight, faults, head, end: endOfWord(bytes, behind), data };
}

/** The bytes of a stream; `at` is behind `stream`. */
function readData(
  bytes: Uint8Array,
  at: number,
  length: number | undefined,
): { readonly data: number; readonly behind: number; readonly lengthRight: boolean } | undefined {
  let data = at;
  if (bytes[data] === 13) data += 1;
  if (bytes[data] === 10) data += 1;
  const lengthRight = length !== undefined && endsAt(bytes, data + length);
  const behind = lengthRight
    ? data + length
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('endstream', data);
  return behind < data ? undefined : { data, behind, lengthRight };
}

function endsAt(bytes: Uint8Array, at: number): boolean {
  const parser = new ObjectParser(bytes, at);
  const word = parser.read();
  return word instanceof Keyword && word.value === 'endstream';
}

/** Behind the next word. */
function endOfWord(bytes: Uint8Array, at: number): number {
  const parser = new ObjectParser(bytes, at);
  parser.read();
  return parser.position;
}
