/**
 * What the rules ask of an embedded font program, of whatever kind: which glyph a name, a CID or a code
 * of its own encoding means, and how wide each glyph is. A glyph is a number from 0 (`.notdef`).
 */
export interface FontProgram {
  readonly kind: 'truetype' | 'cff' | 'type1';
  /** How many glyphs there are. */
  readonly glyphs: number;
  /** Advance of a glyph in 1/1000 em; undefined where the program does not say. */
  width(glyph: number): number | undefined;
  /** The glyph with this name; undefined where none has it or the program has no names. */
  named(name: string): number | undefined;
  /** Names of all glyphs; none in a CID-keyed program. */
  readonly names: readonly string[];
  /** The glyph of a code by the encoding of the program itself. */
  encoded(code: number): number | undefined;
  /** Its name by the encoding of the program itself, where it has names. */
  encodedName(code: number): string | undefined;
  /** CID-keyed programs: CIDs of all glyphs, by glyph; undefined for others. */
  readonly cids: readonly number[] | undefined;
  /** The subtables of `cmap`; none but in TrueType and OpenType programs. */
  readonly cmaps: readonly Cmap[];
  /** Embedding permissions (`OS/2`); undefined where the program has no such table. */
  readonly fsType: number | undefined;
}

/** One subtable of `cmap` (ISO/IEC 14496-22, 5.2.1). */
export interface Cmap {
  readonly platform: number;
  readonly encoding: number;
  /** 0 where the code has no glyph. */
  glyph(code: number): number;
}
