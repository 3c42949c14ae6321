/** The record of a publication as a file beside it, or in it: one element for each field that is known. */
import type { RecordEntry } from '../document/archive-record.js';
import { escapeText } from '../document/xml.js';

/** XML in UTF-8: the names of Thông tư 02/2019/TT-BNV, in its order. */
export function recordXml(record: readonly RecordEntry[]): Uint8Array {
  const fields = record.map(({ name, value }) => `  <${name}>${escapeText(value)}</${name}>\n`);
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Document>\n${fields.join('')}</Document>\n`;
  return new TextEncoder().encode(text);
}
