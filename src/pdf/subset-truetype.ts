/**
 * A TrueType font file with only the glyphs asked for, each at the glyph number asked for, so that in
 * the PDF character code, CID and glyph number are one and the same and no map between them is needed
 * (general subsetters number glyphs themselves). Only the tables that ISO 32000-1, 9.9 wants in a
 * CIDFontType2 are kept; outlines and hinting are copied untouched, but for the component numbers of
 * composite glyphs. In and out: font file bytes. Written after the OpenType specification 1.9.
 */

interface Tables {
  readonly view: DataView;
  readonly tables: ReadonlyMap<string, Uint8Array>;
}

/** Tables in the order they are written; `glyf`, `hmtx`, `loca` are made anew. */
const kept = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'] as const;

/**
 * @param font the whole font file, TrueType outlines
 * @param slots old glyph number for each new one; undefined leaves the slot empty. Slot 0 gets .notdef.
 */
export function subsetTrueType(font: Uint8Array, slots: readonly (number | undefined)[]): Uint8Array {
  const source = new GlyphSource(readTables(font));
  const old = [0, ...slots.slice(1)];
  const glyphs: Uint8Array[] = [];
  const components = new Map<number, number>();
  old.forEach((glyph, slot) => {
    if (glyph !== undefined && !components.has(glyph)) components.set(glyph, slot);
  });
  // `old` grows while components are met that have no slot yet.
  for (let slot = 0; slot < old.length; slot++) {
    const glyph = old[slot];
    glyphs.push(glyph === undefined ? new Uint8Array(0) : withComponents(source.outline(glyph), place));
  }
  return assemble(source, old, glyphs);

  function place(glyph: number): number {
    const known = components.get(glyph);
    if (known !== undefined) return known;
    components.set(glyph, old.length);
    old.push(glyph);
    return old.length - 1;
  }
}

class GlyphSource {
  readonly tables: ReadonlyMap<string, Uint8Array>;
  private readonly glyf: Uint8Array;
  private readonly loca: DataView;
  private readonly hmtx: DataView;
  private readonly longOffsets: boolean;
  private readonly metricCount: number;

  constructor(font: Tables) {
    this.tables = font.tables;
    this.glyf = required(font.tables, 'glyf');
    this.loca = viewOf(required(font.tables, 'loca'));
    this.hmtx = viewOf(required(font.tables, 'hmtx'));
    this.longOffsets = viewOf(required(font.tables, 'head')).getInt16(50) !== 0;
    this.metricCount = viewOf(required(font.tables, 'hhea')).getUint16(34);
  }

  outline(glyph: number): Uint8Array {
    return this.glyf.subarray(this.offset(glyph), this.offset(glyph + 1));
  }

  /** Advance and left side bearing, font units. */
  metrics(glyph: number): readonly [advance: number, bearing: number] {
    const last = this.metricCount - 1;
    const advance = this.hmtx.getUint16(Math.min(glyph, last) * 4);
    const at = glyph <= last ? glyph * 4 + 2 : this.metricCount * 4 + (glyph - this.metricCount) * 2;
    return [advance, this.hmtx.getInt16(at)];
  }

  private offset(glyph: number): number {
    return this.longOffsets ? this.loca.getUint32(glyph * 4) : this.loca.getUint16(glyph * 2) * 2;
  }
}

/** The outline with its components (glyf table, composite glyph description) renumbered by `place`. */
function withComponents(outline: Uint8Array, place: (glyph: number) => number): Uint8Array {
  if (outline.length < 10 || viewOf(outline).getInt16(0) >= 0) return outline;
  const copy = copyOf(outline);
  const view = viewOf(copy);
  for (let at = 10, more = true; more;) {
    const flags = view.getUint16(at);
    view.setUint16(at + 2, place(view.getUint16(at + 2)));
    const offsets = flags & 0x0001 ? 4 : 2;
    const scale = flags & 0x0008 ? 2 : flags & 0x0040 ? 4 : flags & 0x0080 ? 8 : 0;
    at += 4 + offsets + scale;
    more = (flags & 0x0020) !== 0;
  }
  return copy;
}

function assemble(
  source: GlyphSource,
  old: readonly (number | undefined)[],
  glyphs: readonly Uint8Array[],
): Uint8Array {
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  const hmtx = new DataView(new ArrayBuffer(glyphs.length * 4));
  const glyf = new Uint8Array(glyphs.reduce((sum, glyph) => sum + padded(glyph.length), 0));
  let at = 0;
  glyphs.forEach((outline, slot) => {
    loca.setUint32(slot * 4, at);
    glyf.set(outline, at);
    at += padded(outline.length);
    const glyph = old[slot];
    const [advance, bearing] = glyph === undefined ? [0, 0] : source.metrics(glyph);
    hmtx.setUint16(slot * 4, advance);
    hmtx.setInt16(slot * 4 + 2, bearing);
  });
  loca.setUint32(glyphs.length * 4, at);

  const made = new Map(source.tables);
  made.set('glyf', glyf);
  made.set('loca', new Uint8Array(loca.buffer));
  made.set('hmtx', new Uint8Array(hmtx.buffer));
  // head: indexToLocFormat long, checkSumAdjustment blank until the file is whole.
  edit(made, 'head', (view) => {
    view.setInt16(50, 1);
    view.setUint32(8, 0);
  });
  edit(made, 'hhea', (view) => view.setUint16(34, glyphs.length));
  edit(made, 'maxp', (view) => view.setUint16(4, glyphs.length));
  return writeTables(kept.flatMap((tag) => (made.has(tag) ? [[tag, required(made, tag)] as const] : [])));
}

function edit(tables: Map<string, Uint8Array>, tag: string, change: (view: DataView) => void): void {
  const copy = copyOf(required(tables, tag));
  change(viewOf(copy));
  tables.set(tag, copy);
}

/** The table directory (OpenType, "Organization of an OpenType Font"). */
function readTables(font: Uint8Array): Tables {
  const view = viewOf(font);
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const start = view.getUint32(at + 8);
    tables.set(tag, font.subarray(start, start + view.getUint32(at + 12)));
  }
  return { view, tables };
}

function writeTables(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const directory = 12 + tables.length * 16;
  const file = new Uint8Array(directory + tables.reduce((sum, [, table]) => sum + padded(table.length), 0));
  const view = viewOf(file);
  const selector = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** selector);
  view.setUint16(8, selector);
  view.setUint16(10, 16 * tables.length - 16 * 2 ** selector);
  let start = directory;
  let head = 0;
  tables.forEach(([tag, table], i) => {
    const at = 12 + i * 16;
    file.set(new TextEncoder().encode(tag), at);
    file.set(table, start);
    if (tag === 'head') head = start;
    view.setUint32(at + 4, checksum(view, start, padded(table.length)));
    view.setUint32(at + 8, start);
    view.setUint32(at + 12, table.length);
    start += padded(table.length);
  });
  view.setUint32(head + 8, (0xb1b0afba - checksum(view, 0, file.length)) >>> 0);
  return file;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Not `slice`: that of a Node Buffer shares the bytes, and the font would be changed for everyone. */
function copyOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

function required(tables: ReadonlyMap<string, Uint8Array>, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (!table) throw new Error(`font without ${tag} table`);
  return table;
}
