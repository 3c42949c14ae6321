/**
 * TrueType and OpenType programs (ISO/IEC 14496-22): bytes in; out, widths, the subtables of `cmap`, names
 * of glyphs and embedding permissions. Outlines are not read but for the `CFF ` table.
 */
import { readCff } from './read-cff.js';
import { readCmaps } from './read-cmap-table.js';
import { FontBytes } from './font-bytes.js';
import type { FontProgram } from './font-program.js';
import { macGlyphs } from './mac-glyphs.js';

type Tables = ReadonlyMap<string, FontBytes>;

const signatures = ['\0\u0001\0\0', 'true', 'OTTO'];

/** True for bytes that begin as an sfnt does. */
export function isSfnt(bytes: Uint8Array): boolean {
  return [...signatures, 'ttcf'].includes(new FontBytes(bytes).text(0, 4));
}

/** Reads a program; undefined when it is none or has no glyphs. */
export function readSfnt(bytes: Uint8Array): FontProgram | undefined {
  const tables = readTables(new FontBytes(bytes));
  const outlines = tables.get('CFF ');
  const cff = outlines && readCff(outlines.bytes);
  const count = tables.get('maxp')?.u16(4) ?? cff?.glyphs ?? 0;
  if (count === 0) return undefined;
  const names = cff?.names ?? readPost(tables.get('post'), count);
  const byName = new Map(names.map((name, glyph) => [name, glyph] as const).toReversed());
  const os2 = tables.get('OS/2');
  return {
    kind: 'truetype',
    glyphs: count,
    width: readWidths(tables, count) ?? ((glyph) => cff?.width(glyph)),
    named: (name) => byName.get(name),
    names,
    encoded: (code) => cff?.encoded(code),
    encodedName: (code) => cff?.encodedName(code),
    cids: cff?.cids,
    cmaps: readCmaps(tables.get('cmap')),
    fsType: os2 && os2.length >= 10 ? os2.u16(8) : undefined,
  };
}

/** The table directory; of a collection, that of its first font. */
function readTables(file: FontBytes): Tables {
  const start = file.text(0, 4) === 'ttcf' ? file.u32(12) : 0;
  const tables = new Map<string, FontBytes>();
  if (!signatures.includes(file.text(start, 4))) return tables;
  for (let i = 0; i < file.u16(start + 4); i += 1) {
    const record = start + 12 + 16 * i;
    tables.set(file.text(record, 4), file.part(file.u32(record + 8), file.u32(record + 12)));
  }
  return tables;
}

/** `hmtx`: the last advance holds for all glyphs after it. */
function readWidths(tables: Tables, count: number): ((glyph: number) => number | undefined) | undefined {
  const metrics = tables.get('hmtx');
  const long = tables.get('hhea')?.u16(34) ?? 0;
  const em = tables.get('head')?.u16(18) ?? 0;
  if (!metrics || long === 0 || em === 0) return undefined;
  return (glyph) => {
    if (glyph >= count) return undefined;
    return (1000 * metrics.u16(4 * Math.min(glyph, long - 1))) / em;
  };
}

/** Names of glyphs of a `post` table, formats 1 and 2. */
function readPost(post: FontBytes | undefined, count: number): readonly string[] {
  const format = post?.u32(0);
  if (!post || (format !== 0x10000 && format !== 0x20000)) return [];
  const standard = macGlyphs();
  if (format === 0x10000) return standard.slice(0, count);
  const own: string[] = [];
  for (let at = 34 + 2 * post.u16(32); at < post.length; at += 1 + post.u8(at)) {
    own.push(post.text(at + 1, post.u8(at)));
  }
  return Array.from({ length: Math.min(count, post.u16(32)) }, (_, glyph) => {
    const index = post.u16(34 + 2 * glyph);
    return (index < standard.length ? standard[index] : own[index - standard.length]) ?? '';
  });
}
