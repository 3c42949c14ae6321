/** Inline pictures in a content stream (ISO 32000-1, 8.9.7): their keys, and where they end. */
import { PdfDict, PdfName, type PdfObject } from './objects.js';
import type { ObjectParser } from './parse-objects.js';

/** The keys and values between `BI` and `ID` as a dictionary. */
export function inlineDict(operands: readonly PdfObject[]): PdfDict {
  const entries = new Map<string, PdfObject>();
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const key = operands[i];
    if (key instanceof PdfName) entries.set(key.value, operands[i + 1] ?? null);
  }
  return new PdfDict(entries);
}

/** Steps over the bytes of an inline picture to the `EI` that stands between white space (8.9.7). */
export function skipInlineImage(parser: ObjectParser): void {
  const { bytes } = parser;
  const space = (c: number | undefined): boolean =>
    c === undefined || c === 32 || c === 10 || c === 13 || c === 9;
  let at = parser.position + 1;
  while (at < bytes.length) {
    const ends = bytes[at] === 0x45 && bytes[at + 1] === 0x49;
    if (ends && space(bytes[at - 1]) && space(bytes[at + 2])) break;
    at += 1;
  }
  parser.position = at + 2;
}
