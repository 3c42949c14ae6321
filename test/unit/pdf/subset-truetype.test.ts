import { describe, expect, it } from 'vitest';
import { subsetTrueType } from '../../../src/pdf/subset-truetype.js';
import { OpenFace, openFont } from '../../../src/text/open-font.js';
import { packageFace, serif } from '../../support/pdf-pages.js';

/** The outline of a subset's glyph; the subset has no cmap and no names, so tables are lent for reading. */
function tablesOf(font: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const start = view.getUint32(at + 8);
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    tables.set(tag, font.subarray(start, start + view.getUint32(at + 12)));
  }
  return tables;
}

function u16(table: Uint8Array | undefined, at: number): number {
  return ((table?.[at] ?? 0) << 8) | (table?.[at + 1] ?? 0);
}

function u32(table: Uint8Array | undefined, at: number): number {
  return u16(table, at) * 65536 + u16(table, at + 2);
}

function glyph(tables: ReadonlyMap<string, Uint8Array>, slot: number): Uint8Array {
  const loca = tables.get('loca');
  return tables.get('glyf')?.subarray(u32(loca, slot * 4), u32(loca, slot * 4 + 4)) ?? new Uint8Array();
}

describe('a TrueType subset', () => {
  const a = serif.glyphOf(97);
  const slots = Array.from<number | undefined>({ length: 98 });
  slots[97] = a;
  const subset = subsetTrueType(serif.bytes, slots);
  const tables = tablesOf(subset);

  it('holds just the tables of an embedded CIDFontType2', () => {
    const wanted = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'];
    expect([...tables.keys()].filter((tag) => !['cvt ', 'fpgm', 'prep'].includes(tag))).toEqual(wanted);
  });

  it('has each glyph at the number asked for, .notdef at 0 and nothing between', () => {
    expect(u16(tables.get('maxp'), 4)).toBe(98);
    expect(glyph(tables, 0).length).toBeGreaterThan(0);
    expect(glyph(tables, 97).length).toBeGreaterThan(0);
    expect(glyph(tables, 50)).toHaveLength(0);
    const unit = serif.unitsPerEm / 1000;
    expect(u16(tables.get('hmtx'), 97 * 4)).toBe(Math.round(serif.advance(a) * unit));
  });

  it('sums to the magic number of OpenType', () => {
    let sum = 0;
    for (let at = 0; at < subset.length; at += 4) sum = (sum + u32(subset, at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  it('leaves the font that it was given untouched, Node Buffer or not', () => {
    const copy = Buffer.from(serif.bytes);
    subsetTrueType(copy, slots);
    expect(Buffer.compare(copy, serif.bytes)).toBe(0);
  });

  it('is a tenth of the font or less for a few letters', () => {
    expect(subset.length).toBeLessThan(serif.bytes.length / 10);
  });
});

describe('composite glyphs', () => {
  const tinos = packageFace('tinos/Tinos-Regular.ttf');
  const letters = Array.from('ếằĐ', (c) => tinos.glyphOf(c.codePointAt(0) ?? 0));
  const source = tablesOf(tinos.bytes);

  it('bring their components along, with new numbers', () => {
    const tables = tablesOf(subsetTrueType(tinos.bytes, [undefined, ...letters]));
    const count = u16(tables.get('maxp'), 4);
    const composite = [1, 2, 3].filter((slot) => u16(glyph(tables, slot), 0) > 0x7fff);
    expect(composite.length).toBeGreaterThan(0);
    expect(count).toBeGreaterThan(letters.length + 1);
    for (const slot of composite) {
      const component = u16(glyph(tables, slot), 12);
      expect(component).toBeLessThan(count);
      expect(glyph(tables, component).length).toBeGreaterThan(0);
    }
    expect(u16(source.get('maxp'), 4)).toBeGreaterThan(count);
  });

  it('draw what they drew before', () => {
    // Read back by the reader of text/, with the tables it asks for borrowed from the whole font.
    const subset = subsetTrueType(tinos.bytes, [undefined, ...letters]);
    const whole = withTables(subset, source, ['cmap', 'OS/2', 'name', 'post']);
    const face = openFont(whole, { family: 'T', src: 't.ttf', weight: 400, style: 'normal' }, 0);
    if (!(face instanceof OpenFace)) throw new Error(face);
    letters.forEach((old, i) => expect(face.outline(i + 1)).toBe(tinos.outline(old)));
  });
});

/** A font of a subset's tables and some of another's (no checksums: nobody looks). */
function withTables(
  subset: Uint8Array,
  other: ReadonlyMap<string, Uint8Array>,
  tags: readonly string[],
): Uint8Array {
  const tables = [
    ...tablesOf(subset),
    ...tags.map((tag) => [tag, other.get(tag) ?? new Uint8Array()] as const),
  ];
  const head = new DataView(new ArrayBuffer(12 + tables.length * 16));
  head.setUint32(0, 0x00010000);
  head.setUint16(4, tables.length);
  const parts: Uint8Array[] = [new Uint8Array(head.buffer)];
  let start = head.byteLength;
  tables.forEach(([tag, table], i) => {
    for (let k = 0; k < 4; k++) head.setUint8(12 + i * 16 + k, tag.charCodeAt(k));
    head.setUint32(12 + i * 16 + 8, start);
    head.setUint32(12 + i * 16 + 12, table.length);
    parts.push(table);
    start += table.length;
  });
  return new Uint8Array(Buffer.concat(parts));
}
