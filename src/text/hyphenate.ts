/**
 * Where words may be hyphenated: F. M. Liang, "Word Hy-phen-a-tion by Com-put-er" (1983). Comes in: the
 * languages of a publication, then words. Goes out: places inside them. The patterns are those of TeX, as
 * the package `hyphen` brings them; a language's file is loaded only when the publication has text of it.
 * Vietnamese has none: its syllables stand apart.
 */

/** A node of the pattern tree: children by letter, the number of a row of levels, or both. */
type PatternNode = number | PatternChildren | readonly [PatternChildren, number];
interface PatternChildren {
  readonly [letter: string]: PatternNode;
}

/** Rows of levels, the tree, and words that are known whole with the places of their hyphens. */
export type Patterns = readonly [
  levels: readonly (readonly number[])[],
  tree: PatternChildren,
  exceptions?: Readonly<Record<string, readonly number[]>>,
];

interface Loader {
  readonly load: () => Promise<{ readonly default: Patterns }>;
  /** Fewest letters before and after a hyphen, as TeX has them for the language. */
  readonly before: number;
  readonly after: number;
}

const english: Loader = { load: () => import('hyphen/patterns/en-us.js'), before: 2, after: 3 };

/** By language tag, in lower case; the longest that fits a text's tag counts. */
const loaders: Readonly<Record<string, Loader>> = {
  en: english,
  'en-gb': { load: () => import('hyphen/patterns/en-gb.js'), before: 2, after: 3 },
  fr: { load: () => import('hyphen/patterns/fr.js'), before: 2, after: 2 },
  de: { load: () => import('hyphen/patterns/de-1996.js'), before: 2, after: 2 },
  es: { load: () => import('hyphen/patterns/es.js'), before: 2, after: 2 },
  it: { load: () => import('hyphen/patterns/it.js'), before: 2, after: 2 },
  pt: { load: () => import('hyphen/patterns/pt.js'), before: 2, after: 3 },
};

/** Shorter words are left alone. */
const shortestWord = 5;

/** Finds the places where words of one language may be hyphenated. */
export class Hyphenator {
  /** Levels between the letters of the word looked at. */
  #levels = new Uint8Array(64);

  constructor(
    private readonly patterns: Patterns,
    private readonly before: number,
    private readonly after: number,
  ) {}

  /**
   * UTF-16 indexes before which a hyphenated word may go on. A word with a hyphen of its own, soft or hard, a
   * digit or a sign inside is broken only there: none.
   */
  breaks(word: string): readonly number[] {
    const letters = /^[^\p{L}]*(\p{L}[\p{L}\p{M}]*)(?:[’']\p{L}+)?[^\p{L}\d]*$/u.exec(word)?.[1];
    if (letters === undefined || letters.length < shortestWord) return [];
    const lower = letters.toLowerCase();
    // An abbreviation; and letters that change their number with their case.
    if (lower.length !== letters.length || letters === letters.toUpperCase()) return [];
    const offset = word.indexOf(letters);
    return this.#placesIn(lower).map((at) => offset + at);
  }

  #placesIn(word: string): readonly number[] {
    const known = this.patterns[2];
    // Their places count the hyphens before them.
    if (known && Object.hasOwn(known, word)) return (known[word] ?? []).map((at, i) => at - i);
    const { length } = word;
    if (this.#levels.length <= length + 2) this.#levels = new Uint8Array(2 * length + 2);
    this.#levels.fill(0, 0, length + 2);
    // A full stop stands for either end of the word; its rows of levels begin with the first letter.
    const dotted = `.${word}.`;
    for (let from = 0; from < dotted.length - 1; from++) this.#match(dotted, from, Math.max(0, from - 1));
    const places: number[] = [];
    for (let at = this.before; at <= length - this.after; at++)
      if ((this.#levels[at] ?? 0) % 2 === 1) places.push(at);
    return places;
  }

  /** Raises the levels by all patterns that begin at one letter. */
  #match(dotted: string, from: number, base: number): void {
    const [rows, tree] = this.patterns;
    let children: PatternChildren | undefined = tree;
    for (let i = from; children && i < dotted.length; i++) {
      const node: PatternNode | undefined = children[dotted.charAt(i)];
      if (node === undefined) return;
      const [below, row] = partsOf(node);
      const levels = row === undefined ? [] : (rows[row] ?? []);
      for (let k = 0; k < levels.length; k++) {
        const level = levels[k] ?? 0;
        if (level > (this.#levels[base + k] ?? 0)) this.#levels[base + k] = level;
      }
      children = below;
    }
  }
}

function partsOf(node: PatternNode): readonly [PatternChildren | undefined, number | undefined] {
  if (typeof node === 'number') return [undefined, node];
  return isBranch(node) ? [node[0], node[1]] : [node, undefined];
}

function isBranch(
  node: PatternChildren | readonly [PatternChildren, number],
): node is readonly [PatternChildren, number] {
  return Array.isArray(node);
}

/** The hyphenators of a publication. */
export class Hyphenators {
  private constructor(private readonly byLanguage: ReadonlyMap<string, Hyphenator>) {}

  /** Loads what these languages need; languages without patterns go without. */
  static async load(languages: Iterable<string>): Promise<Hyphenators> {
    const found = new Map<string, Hyphenator>();
    for (const language of languages) {
      const key = keyOf(language);
      const loader = key === undefined ? undefined : loaders[key];
      if (key === undefined || !loader || found.has(key)) continue;
      const { default: patterns } = await loader.load();
      found.set(key, new Hyphenator(patterns, loader.before, loader.after));
    }
    return new Hyphenators(found);
  }

  /** The hyphenator of a language tag, if there is one. */
  of(language: string): Hyphenator | undefined {
    return this.byLanguage.get(keyOf(language) ?? '');
  }
}

/** The entry of `loaders` for a tag: `en-GB-oxendict` → `en-gb`, `en-AU` → `en`. */
function keyOf(language: string): string | undefined {
  const parts = language.toLowerCase().split('-');
  for (let n = parts.length; n > 0; n--) {
    const key = parts.slice(0, n).join('-');
    if (Object.hasOwn(loaders, key)) return key;
  }
  return undefined;
}
