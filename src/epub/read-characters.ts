/**
 * The characters of a TrueType font: its `cmap` table, in the two formats that Unicode fonts have
 * (OpenType 1.9, `cmap`, formats 4 and 12). In: the file's bytes; out: code points. A damaged table has none.
 */

/** Code points that the font has a glyph for. */
export function readCharacters(font: Uint8Array): ReadonlySet<number> {
  const bytes = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const found = new Set<number>();
  try {
    const cmap = tableAt(bytes, 'cmap');
    if (cmap === undefined) return found;
    // Several records mostly lead to one table.
    const tables = new Set<number>();
    for (let i = 0; i < bytes.getUint16(cmap + 2); i++) {
      const record = cmap + 4 + 8 * i;
      const [platform, encoding] = [bytes.getUint16(record), bytes.getUint16(record + 2)];
      // Unicode, or Windows with Unicode (1: BMP, 10: all).
      if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue;
      tables.add(cmap + bytes.getUint32(record + 4));
    }
    for (const at of tables) {
      const format = bytes.getUint16(at);
      if (format === 4) readSegments(bytes, at, found);
      else if (format === 12) readGroups(bytes, at, found);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

function tableAt(bytes: DataView, name: string): number | undefined {
  const tag = Array.from(name).reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0);
  for (let i = 0; i < bytes.getUint16(4); i++) {
    const record = 12 + 16 * i;
    if (bytes.getUint32(record) === tag) return bytes.getUint32(record + 8);
  }
  return undefined;
}

/** Format 4: ends, starts, deltas and offsets of segments, one array after the other. */
function readSegments(bytes: DataView, at: number, found: Set<number>): void {
  const size = bytes.getUint16(at + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const end = bytes.getUint16(at + 14 + segment);
    const starts = at + 16 + size + segment;
    const start = bytes.getUint16(starts);
    const delta = bytes.getUint16(starts + size);
    const offsets = starts + 2 * size;
    const offset = bytes.getUint16(offsets);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = offset === 0 ? code : bytes.getUint16(offsets + offset + 2 * (code - start));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) found.add(code);
    }
  }
}

/** Format 12: groups of a first code, a last code and a first glyph. */
function readGroups(bytes: DataView, at: number, found: Set<number>): void {
  const count = bytes.getUint32(at + 12);
  for (let i = 0; i < count; i++) {
    const group = at + 16 + 12 * i;
    const [start, end] = [bytes.getUint32(group), Math.min(bytes.getUint32(group + 4), 0x10ffff)];
    const glyph = bytes.getUint32(group + 8);
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) found.add(code);
  }
}
