/**
 * Which letters a font may replace: the features of `GSUB` that are on by default, and those a style
 * asks for (OpenType 6.2.4). Comes in: the table. Goes out: two tests that tell the fast path when
 * glyphs have to go to the full shaper. They may say yes too often, never too rarely; words without
 * combining marks in Latin script are all they are asked about.
 */
import { coverage, LayoutTable, skipsLetters, type Lookup, type Region } from './layout-table.js';
import { anyPair, chainCoverages, contextPair, type PairTest } from './read-contexts.js';

/** GSUB features that HarfBuzz applies to Latin text unasked. */
const defaultFeatures = new Set(
  'rvrn ltra ltrm rand ccmp locl rlig calt clig liga rclt Harf HARF Buzz BUZZ'.split(' '),
);

/** Where substitutions may happen in one font. */
export interface Substitutions {
  /** A glyph that may change whatever stands beside it. */
  readonly changes: (glyph: number) => boolean;
  /** Two neighbours that may become a ligature or change one another. */
  readonly interact: (a: number, b: number) => boolean;
}

/** Reads what happens by default to Latin letters. */
export function readSubstitutions(gsub: DataView): Substitutions {
  const changing = new Set<number>();
  const tests: PairTest[] = [];
  for (const lookup of new LayoutTable(gsub, 7).lookups((feature) => defaultFeatures.has(feature)))
    readLookup(lookup, changing, tests);
  return {
    changes: (glyph) => changing.has(glyph),
    interact: anyPair(tests),
  };
}

/** The glyphs that these features, when switched on, may touch at all. */
export function glyphsTouchedBy(gsub: DataView, features: readonly string[]): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const lookup of new LayoutTable(gsub, 7).lookups((feature) => features.includes(feature)))
    for (const subtable of lookup.subtables)
      for (const glyph of firstInput(lookup.type, subtable)) touched.add(glyph);
  return touched;
}

function readLookup(lookup: Lookup, changing: Set<number>, tests: PairTest[]): void {
  for (const subtable of lookup.subtables) {
    const test =
      lookup.flags & skipsLetters
        ? undefined
        : lookup.type === 4
          ? ligatures(subtable)
          : lookup.type === 6 && subtable.u16(0) === 3
            ? contextPair(subtable)
            : undefined;
    if (test) tests.push(test);
    else for (const glyph of firstInput(lookup.type, subtable)) changing.add(glyph);
  }
}

/** The glyphs at which a subtable can begin to apply. */
function firstInput(type: number, subtable: Region): readonly number[] {
  if (type === 5 && subtable.u16(0) === 3) return coverage(subtable.child(6));
  if (type === 6 && subtable.u16(0) === 3) return chainCoverages(subtable).input[0] ?? [];
  return coverage(subtable.child(2));
}

/** Ligatures (type 4): the first two components decide; undefined when one has a single component. */
function ligatures(subtable: Region): PairTest | undefined {
  const pairs = new Map<number, Set<number>>();
  let alone = false;
  const firsts = coverage(subtable.child(2));
  firsts.forEach((first, i) => {
    const set = subtable.child(6 + 2 * i);
    const seconds = new Set<number>();
    for (let j = 0; j < set.u16(0); j++) {
      const ligature = set.child(2 + 2 * j);
      if (ligature.u16(2) > 1) seconds.add(ligature.u16(4));
      else alone = true;
    }
    pairs.set(first, seconds);
  });
  if (alone) return undefined;
  const seconds = [...pairs.values()].flatMap((set) => [...set]);
  return { firsts, seconds, exactly: (a, b) => pairs.get(a)?.has(b) ?? false };
}
