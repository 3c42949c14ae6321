/** Charsets and encodings of CFF (Adobe Technical Note 5176, chapters 12 and 13). */
import { predefinedCharset } from './cff-strings.js';
import { encodingOf } from './encodings.js';
import type { FontBytes } from './font-bytes.js';

/** Glyph → SID, or CID in a CID-keyed program. */
export function readCharset(file: FontBytes, offset: number, count: number): readonly number[] {
  const predefined = predefinedCharset(offset);
  if (predefined) return predefined.slice(0, count);
  const ids = [0];
  const format = file.u8(offset);
  if (format === 0) {
    for (let glyph = 1; glyph < count; glyph += 1) ids.push(file.u16(offset + 2 * glyph - 1));
    return ids;
  }
  const size = format === 1 ? 1 : 2;
  for (let at = offset + 1; ids.length < count && at < file.length; at += 2 + size) {
    const left = file.uint(at + 2, size);
    for (let i = 0; i <= left && ids.length < count; i += 1) ids.push(file.u16(at) + i);
  }
  return ids;
}

/** Code → glyph. */
export function readEncoding(
  file: FontBytes,
  offset: number,
  byName: ReadonlyMap<string, number>,
  sids: readonly number[],
): ReadonlyMap<number, number> {
  const encoding = new Map<number, number>();
  if (offset < 2) {
    const names = encodingOf(offset === 0 ? 'StandardEncoding' : 'ExpertEncoding');
    for (const [code, name] of names.entries()) {
      const glyph = name === undefined ? undefined : byName.get(name);
      if (glyph !== undefined) encoding.set(code, glyph);
    }
    return encoding;
  }
  const format = file.u8(offset);
  const count = file.u8(offset + 1);
  let glyph = 1;
  if ((format & 127) === 0) {
    for (let i = 0; i < count; i += 1) encoding.set(file.u8(offset + 2 + i), glyph++);
  } else {
    for (let i = 0; i < count; i += 1) {
      const [first, left] = [file.u8(offset + 2 + 2 * i), file.u8(offset + 3 + 2 * i)];
      for (let code = first; code <= first + left; code += 1) encoding.set(code, glyph++);
    }
  }
  if (format & 128) addSupplement(file, offset + 2 + count * ((format & 127) === 0 ? 1 : 2), sids, encoding);
  return encoding;
}

/** Further codes of glyphs that have one. */
function addSupplement(
  file: FontBytes,
  at: number,
  sids: readonly number[],
  encoding: Map<number, number>,
): void {
  for (let i = 0; i < file.u8(at); i += 1) {
    const glyph = sids.indexOf(file.u16(at + 2 + 3 * i));
    if (glyph > 0) encoding.set(file.u8(at + 1 + 3 * i), glyph);
  }
}
