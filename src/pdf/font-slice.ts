/**
 * A slice is one font of the PDF: at most 250 codes of one face, one byte each. Code 32 is the space and
 * nothing else, because `Tw` works on the single-byte code 32 (ISO 32000-1, 9.3.3), and poppler looks at CID 32:
 * code = CID = glyph number in the embedded font. Codes that a literal string would have to escape are never
 * given out.
 */
import type { FontFace } from '../document/glyph-run.js';

/** The code of the space. */
export const spaceCode = 32;
/** NUL, line ends, the space, and `(` `)` `\`, which a literal string escapes (7.3.4.2). */
const reserved = new Set([0, 10, 13, spaceCode, 40, 41, 92]);
/** Codes in the order they are given out: the ASCII ones last, kept for the characters they stand for. */
const codeOrder: readonly number[] = [...range(128, 256), ...range(1, 32), ...range(33, 128)].filter(
  (code) => !reserved.has(code),
);

/** One font of the PDF. */
export class FontSlice {
  /** Glyph of the face for each code. */
  readonly glyphs: (number | undefined)[] = blank();
  /** What each code means, for ToUnicode. */
  readonly texts: (string | undefined)[] = blank();

  /** Resource name: F0, F1 … */
  readonly name: string;

  constructor(
    /** Number among the slices of the document. */
    readonly index: number,
    readonly face: FontFace,
  ) {
    this.name = `F${index}`;
  }

  /** Gives a glyph that stands for this text a code; undefined when there is none left. */
  give(glyph: number, text: string): number | undefined {
    const code = this.#freeCode(text);
    if (code === undefined) return undefined;
    this.glyphs[code] = glyph;
    this.texts[code] = text;
    return code;
  }

  /** Gives the space its code. */
  giveSpace(glyph: number): void {
    this.glyphs[spaceCode] ??= glyph;
    this.texts[spaceCode] = ' ';
  }

  /** A character of ASCII gets its own code where it is free: streams can then be read. */
  #freeCode(text: string): number | undefined {
    const own = text.length === 1 ? text.charCodeAt(0) : 0;
    const free = (code: number): boolean => this.texts[code] === undefined;
    if (own < 128 && !reserved.has(own) && free(own)) return own;
    return codeOrder.find(free);
  }
}

function blank(): undefined[] {
  return Array.from<undefined>({ length: 256 });
}

/** Widths as `W` has them: `fonts.ts` writes the same figure. */
export function roundAdvance(advance: number): number {
  return Math.round(advance * 1000) / 1000;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
