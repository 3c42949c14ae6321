/**
 * Which glyph a character has: the `cmap` table (OpenType 5.2.1), formats 4 and 12. Comes in: the
 * table. Goes out: a function from code point to glyph, 0 when the font lacks it.
 */

/** Glyph of a code point; 0 when there is none. */
export type CharacterMap = (codePoint: number) => number;

/** Reads the widest Unicode subtable of a `cmap`. */
export function readCharacters(cmap: DataView): CharacterMap {
  let best = -1;
  let bestFormat = 0;
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const platform = cmap.getUint16(4 + 8 * i);
    const encoding = cmap.getUint16(6 + 8 * i);
    const offset = cmap.getUint32(8 + 8 * i);
    const format = cmap.getUint16(offset);
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (!unicode || (format !== 4 && format !== 12) || format <= bestFormat) continue;
    best = offset;
    bestFormat = format;
  }
  if (best < 0) return () => 0;
  const subtable = new DataView(cmap.buffer, cmap.byteOffset + best, cmap.byteLength - best);
  return cached(bestFormat === 12 ? format12(subtable) : format4(subtable));
}

/** Vietnamese text asks for a few hundred characters again and again. */
function cached(find: CharacterMap): CharacterMap {
  const low = new Int32Array(0x2000).fill(-1);
  return (codePoint) => {
    if (codePoint >= low.length) return find(codePoint);
    const known = low[codePoint] ?? -1;
    if (known >= 0) return known;
    return (low[codePoint] = find(codePoint));
  };
}

function format4(view: DataView): CharacterMap {
  const segments = view.getUint16(6) / 2;
  const starts = 16 + 2 * segments;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    let low = 0;
    let high = segments - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (view.getUint16(14 + 2 * middle) < codePoint) low = middle + 1;
      else high = middle;
    }
    const start = view.getUint16(starts + 2 * low);
    if (codePoint < start || codePoint > view.getUint16(14 + 2 * low)) return 0;
    const delta = view.getUint16(starts + 2 * (segments + low));
    const rangeAt = starts + 2 * (2 * segments + low);
    const range = view.getUint16(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = view.getUint16(rangeAt + range + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

function format12(view: DataView): CharacterMap {
  const groups = view.getUint32(12);
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = 16 + 12 * middle;
      if (codePoint < view.getUint32(at)) high = middle - 1;
      else if (codePoint > view.getUint32(at + 4)) low = middle + 1;
      else return view.getUint32(at + 8) + codePoint - view.getUint32(at);
    }
    return 0;
  };
}
