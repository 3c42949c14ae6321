/** The operators of a content stream (ISO 32000-1, 7.8.2), inline pictures (8.9.7) among them. */
import { Keyword, PdfDict, PdfName, PdfStream, type PdfObject } from './objects.js';
import type { ObjectParser } from './parse-objects.js';

/** Each operator with its operands; an inline picture as `BI` with its dictionary and bytes as a stream. */
export function* operators(parser: ObjectParser): Generator<readonly [string, readonly PdfObject[]]> {
  let operands: PdfObject[] = [];
  for (let item = parser.read(); item !== undefined; item = parser.read()) {
    if (!(item instanceof Keyword)) {
      operands.push(item);
      continue;
    }
    if (item.value === 'ID') {
      const start = parser.position + 1;
      skipInlineImage(parser);
      const bytes = parser.bytes.subarray(start, Math.max(start, parser.position - 2));
      yield ['BI', [new PdfStream(inlineDict(operands), bytes)]];
    } else if (item.value !== 'BI') yield [item.value, operands];
    operands = [];
  }
}

/** The keys and values between `BI` and `ID` as a dictionary. */
function inlineDict(operands: readonly PdfObject[]): PdfDict {
  const entries = new Map<string, PdfObject>();
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const key = operands[i];
    if (key instanceof PdfName) entries.set(key.value, operands[i + 1] ?? null);
  }
  return new PdfDict(entries);
}

/** Steps over the bytes of an inline picture to the `EI` that stands between white space (8.9.7). */
function skipInlineImage(parser: ObjectParser): void {
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
