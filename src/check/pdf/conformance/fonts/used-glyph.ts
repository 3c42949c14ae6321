/** What the rules know of a glyph that a string shows: where the font leads a code, and what it says of it. */
export interface UsedGlyph {
  /** False where the program has no glyph for it; undefined where there is no program or no telling. */
  readonly present: boolean | undefined;
  /** True where the code means `.notdef`. */
  readonly notdef: boolean;
  /** Width by the program, 1/1000 em (of a Type 3 font, in its own units). */
  readonly programWidth: number | undefined;
  /** Width by the font dictionary, in the same unit. */
  readonly width: number | undefined;
}

/** A glyph of which nothing can be told. */
export const unknownGlyph: UsedGlyph = {
  present: undefined,
  notdef: false,
  programWidth: undefined,
  width: undefined,
};
