/** The subtables of `cmap` (ISO/IEC 14496-22, 5.2.1), formats 0, 2, 4, 6, 10, 12: a table in, lookups out. */
import type { FontBytes } from './font-bytes.js';
import type { Cmap } from './font-program.js';

type Lookup = (code: number) => number;

/** All subtables, in the order of the file; of a format not known, one without any glyph. */
export function readCmaps(table: FontBytes | undefined): readonly Cmap[] {
  if (!table) return [];
  return Array.from({ length: table.u16(2) }, (_, i) => {
    const record = 4 + 8 * i;
    return {
      platform: table.u16(record),
      encoding: table.u16(record + 2),
      glyph: lookup(table.part(table.u32(record + 4))),
    };
  });
}

function lookup(table: FontBytes): Lookup {
  switch (table.u16(0)) {
    case 0:
      return (code) => (code < 256 ? table.u8(6 + code) : 0);
    case 2:
      return highBytes(table);
    case 4:
      return segments(table);
    case 6:
      return (code) => trimmed(code - table.u16(6), table.u16(8), (i) => table.u16(10 + 2 * i));
    case 10:
      return (code) => trimmed(code - table.u32(12), table.u32(16), (i) => table.u16(20 + 2 * i));
    case 12:
      return groups(table);
    default:
      return () => 0;
  }
}

function trimmed(index: number, count: number, glyph: Lookup): number {
  return index >= 0 && index < count ? glyph(index) : 0;
}

/** Format 2: a subheader for each first byte. */
function highBytes(table: FontBytes): Lookup {
  return (code) => {
    const header = 518 + table.u16(6 + 2 * (code >> 8));
    const index = (code & 255) - table.u16(header);
    if (index < 0 || index >= table.u16(header + 2)) return 0;
    const glyph = table.u16(header + 6 + table.u16(header + 6) + 2 * index);
    return glyph === 0 ? 0 : (glyph + table.i16(header + 4)) & 0xffff;
  };
}

/** Format 4: segments of codes, each with a difference or a list of glyphs. */
function segments(table: FontBytes): Lookup {
  const size = table.u16(6);
  return (code) => {
    for (let at = 14; at < 14 + size; at += 2) {
      if (code > table.u16(at)) continue;
      const start = table.u16(at + size + 2);
      if (code < start) return 0;
      const difference = table.u16(at + 2 * size + 2);
      const offset = table.u16(at + 3 * size + 2);
      if (offset === 0 || offset === 0xffff) return (code + difference) & 0xffff;
      const glyph = table.u16(at + 3 * size + 2 + offset + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + difference) & 0xffff;
    }
    return 0;
  };
}

/** Format 12: groups of codes whose glyphs follow each other. */
function groups(table: FontBytes): Lookup {
  // No more groups than there is room for, whatever the count says.
  const count = Math.min(table.u32(12), Math.floor(table.length / 12));
  return (code) => {
    for (let at = 16; at < 16 + 12 * count; at += 12) {
      if (code < table.u32(at) || code > table.u32(at + 4)) continue;
      return table.u32(at + 8) + code - table.u32(at);
    }
    return 0;
  };
}
