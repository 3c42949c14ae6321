/**
 * What `GSUB` and `GPOS` have in common (OpenType 6.2): from script, language and feature to lookups,
 * coverage tables and class definitions. Comes in: one of the tables. Goes out: views that the readers
 * of kerning and of substitutions walk.
 */
import { tagAt } from './sfnt.js';

/** Lookup flags IgnoreBaseGlyphs and IgnoreLigatures: with them, neighbours are not neighbours. */
export const skipsLetters = 2 | 4;

/** A part of a table that knows where it begins: offsets inside are relative to it. */
export class Region {
  constructor(
    readonly view: DataView,
    readonly at: number,
  ) {}

  u16(offset: number): number {
    return this.view.getUint16(this.at + offset);
  }

  i16(offset: number): number {
    return this.view.getInt16(this.at + offset);
  }

  u32(offset: number): number {
    return this.view.getUint32(this.at + offset);
  }

  tag(offset: number): string {
    return tagAt(this.view, this.at + offset);
  }

  /** The region that the 16-bit offset at `offset` points to. */
  child(offset: number): Region {
    return new Region(this.view, this.at + this.u16(offset));
  }
}

/** One lookup: its type with extensions looked through, its flags, its subtables. */
export interface Lookup {
  readonly type: number;
  readonly flags: number;
  readonly subtables: readonly Region[];
}

/** The lookups of a layout table under the Latin script. */
export class LayoutTable {
  readonly #root: Region;
  readonly #script: Region | undefined;

  constructor(
    view: DataView,
    /** Lookup type that means "extension": 7 in GSUB, 9 in GPOS. */
    readonly extension: 7 | 9,
  ) {
    this.#root = new Region(view, 0);
    this.#script = view.byteLength > 0 ? this.#findScript() : undefined;
  }

  /** The script table that HarfBuzz takes for Latin text: `latn`, else the default one. */
  #findScript(): Region | undefined {
    const scripts = this.#root.child(4);
    for (const wanted of ['latn', 'DFLT', 'dflt']) {
      for (let i = 0; i < scripts.u16(0); i++)
        if (scripts.tag(2 + 6 * i) === wanted) return scripts.child(2 + 6 * i + 4);
    }
    return undefined;
  }

  /** Whether Latin text in this language (an OpenType tag such as `VIT `) has rules of its own. */
  hasLanguage(tag: string): boolean {
    const script = this.#script;
    if (!script) return false;
    for (let i = 0; i < script.u16(2); i++) if (script.tag(4 + 6 * i) === tag) return true;
    return false;
  }

  /** Lookups of the features that `wanted` accepts, in the order in which they apply, of the default language. */
  lookups(wanted: (feature: string) => boolean): readonly Lookup[] {
    const script = this.#script;
    if (!script || script.u16(0) === 0) return [];
    const language = script.child(0);
    const features = this.#root.child(6);
    const indexes = new Set<number>();
    const required = language.u16(2);
    const add = (feature: number, always: boolean): void => {
      if (!always && !wanted(features.tag(2 + 6 * feature))) return;
      const table = features.child(2 + 6 * feature + 4);
      for (let i = 0; i < table.u16(2); i++) indexes.add(table.u16(4 + 2 * i));
    };
    if (required !== 0xffff) add(required, true);
    for (let i = 0; i < language.u16(4); i++) add(language.u16(6 + 2 * i), false);
    return [...indexes].sort((a, b) => a - b).map((index) => this.#lookup(index));
  }

  #lookup(index: number): Lookup {
    const table = this.#root.child(8).child(2 + 2 * index);
    const subtables = Array.from({ length: table.u16(4) }, (_, i) => table.child(6 + 2 * i));
    const type = table.u16(0);
    if (type !== this.extension) return { type, flags: table.u16(2), subtables };
    return {
      type: subtables[0]?.u16(2) ?? 0,
      flags: table.u16(2),
      subtables: subtables.map((subtable) => new Region(subtable.view, subtable.at + subtable.u32(4))),
    };
  }
}

/** The glyphs of a coverage table, in order. */
export function coverage(table: Region): readonly number[] {
  const glyphs: number[] = [];
  const count = table.u16(2);
  if (table.u16(0) === 1) {
    for (let i = 0; i < count; i++) glyphs.push(table.u16(4 + 2 * i));
    return glyphs;
  }
  for (let i = 0; i < count; i++) {
    const end = table.u16(6 + 6 * i);
    for (let glyph = table.u16(4 + 6 * i); glyph <= end; glyph++) glyphs.push(glyph);
  }
  return glyphs;
}

/** Place of a glyph in a coverage table; −1 when it is none of it. */
export function coverageIndex(table: Region, glyph: number): number {
  const ranges = table.u16(0) !== 1;
  const at = rangeOf(table, glyph, ranges ? 6 : 2);
  if (at < 0) return -1;
  return ranges ? table.u16(at + 4) + glyph - table.u16(at) : (at - 4) / 2;
}

/** Class of one glyph. */
export function classOf(table: Region, glyph: number): number {
  if (table.u16(0) === 1) {
    const index = glyph - table.u16(2);
    return index >= 0 && index < table.u16(4) ? table.u16(6 + 2 * index) : 0;
  }
  const at = rangeOf(table, glyph, 6);
  return at < 0 ? 0 : table.u16(at + 4);
}

/** Where that of a glyph stands in a table of sorted glyphs (2 bytes each) or ranges (6: first, last, value); −1 when none does. */
function rangeOf(table: Region, glyph: number, size: 2 | 6): number {
  const last = size === 2 ? 0 : 2;
  let low = 0;
  let high = table.u16(2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = 4 + middle * size;
    if (glyph < table.u16(at)) high = middle - 1;
    else if (glyph > table.u16(at + last)) low = middle + 1;
    else return at;
  }
  return -1;
}

/** Class of each glyph up to the last one that has one; all others are in class 0. */
export function classes(table: Region): Uint16Array {
  const count = table.u16(table.u16(0) === 1 ? 4 : 2);
  if (table.u16(0) === 1) {
    const start = table.u16(2);
    const result = new Uint16Array(start + count);
    for (let i = 0; i < count; i++) result[start + i] = table.u16(6 + 2 * i);
    return result;
  }
  let size = 0;
  for (let i = 0; i < count; i++) size = Math.max(size, table.u16(6 + 6 * i) + 1);
  const result = new Uint16Array(size);
  for (let i = 0; i < count; i++)
    result.fill(table.u16(8 + 6 * i), table.u16(4 + 6 * i), table.u16(6 + 6 * i) + 1);
  return result;
}
