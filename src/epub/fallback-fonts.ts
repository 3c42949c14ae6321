/**
 * Characters that the fonts of a text lack (CSS Fonts 4, 5.3): which faces of the package have them, as on
 * pages, and which characters none has. Emoji are left to reading systems, which have them in colour.
 */
import type { FontFaceRule, FontUse } from '../document/style.js';
import { matchFace } from './font-css.js';

/** Families that characters are looked for in, by the generic family of the text. */
const lastResorts: Readonly<Record<Generic, readonly string[]>> = {
  serif: ['Noto Serif', 'Noto Sans'],
  'sans-serif': ['Noto Sans', 'Noto Serif'],
};
type Generic = 'serif' | 'sans-serif';

/** Marks, joiners, selectors and blanks: nobody misses their glyphs. */
const silent = /[\p{C}\p{Z}\p{M}]/u;
const privateUse = /\p{Co}/u;
const emoji = /\p{Extended_Pictographic}|\p{Emoji_Component}/u;

/** What stands in for the fonts of a book. */
export interface Fallbacks {
  /** The faces, and the characters that each is embedded for. */
  readonly faces: ReadonlyMap<FontFaceRule, ReadonlySet<number>>;
  /** Their families, in the order in which they follow those of a text that ends in `serif`, or in another. */
  readonly families: Readonly<Record<Generic, readonly string[]>>;
  /** Characters that no font has. */
  readonly missing: readonly string[];
}

/** What is known of the fonts of a book. */
export interface FontCoverage {
  readonly uses: readonly FontUse[];
  /** Code points of the text. */
  readonly wanted: ReadonlySet<number>;
  /** Code points that the embedded faces of a family have; undefined for a family without any. */
  readonly of: (family: string) => ReadonlySet<number> | undefined;
}

/** Finds the faces among `faces`; `charactersOf` reads what one has. */
export function chooseFallbacks(
  faces: readonly FontFaceRule[],
  { uses, wanted, of }: FontCoverage,
  charactersOf: (face: FontFaceRule) => ReadonlySet<number>,
): Fallbacks {
  const chosen = new Map<FontFaceRule, Set<number>>();
  const missing = new Set<number>();
  for (const { families, weight, italic } of uses) {
    const own = families.flatMap((family) => of(family) ?? []);
    // A text in the reader's own fonts alone is the reader's affair.
    if (own.length === 0) continue;
    const generic = genericOf(families);
    for (const code of wanted) {
      if (!isSeen(code) || own.some((characters) => characters.has(code))) continue;
      const family = lastResorts[generic].find((name) => has(name, code));
      const face = family === undefined ? undefined : matchFace(faces, { family, weight, italic });
      if (face) chosen.set(face, (chosen.get(face) ?? new Set()).add(code));
      else if (!emoji.test(String.fromCodePoint(code))) missing.add(code);
    }
  }
  function has(family: string, code: number): boolean {
    const face = matchFace(faces, { family, weight: 400, italic: false });
    return face !== undefined && charactersOf(face).has(code);
  }
  const used = new Set([...chosen.keys()].map(({ family }) => family));
  const following = (generic: Generic): readonly string[] =>
    lastResorts[generic].filter((family) => used.has(family));
  return {
    faces: chosen,
    families: { serif: following('serif'), 'sans-serif': following('sans-serif') },
    missing: [...missing].sort((a, b) => a - b).map((code) => String.fromCodePoint(code)),
  };
}

function genericOf(families: readonly string[]): Generic {
  return families.some((family) => /^(?:ui-)?serif$/i.test(family)) ? 'serif' : 'sans-serif';
}

function isSeen(code: number): boolean {
  const character = String.fromCodePoint(code);
  return !silent.test(character) || privateUse.test(character);
}
