/**
 * Pair kerning: the `kern` feature of `GPOS` (OpenType 6.3.3, lookup type 2, both formats). Comes in:
 * the table. Goes out: the kern of two glyphs in font units, or NaN where the pair needs more than a
 * smaller first advance, so that the full shaper takes the word.
 */
import {
  classes,
  classOf,
  coverageIndex,
  LayoutTable,
  Region,
  skipsLetters,
  type Lookup,
} from './layout-table.js';
import { anyPair, contextPair, type PairTest } from './read-contexts.js';

/** Kern of glyph `a` before glyph `b` in font units; NaN asks for the full shaper. */
export type Kerning = (a: number, b: number) => number;

/** Kern of a first glyph before this one; undefined means that a subtable says nothing of them and the next one is asked. */
type KernBefore = (b: number) => number | undefined;

/** One subtable: what it says of pairs that begin with a glyph, if it says anything of them. */
type PairRule = (a: number) => KernBefore | undefined;

/** `XAdvance` in a value format. */
const advanceBit = 4;

/**
 * Reads the kerning that applies to Latin letters. Undefined when some of it is of a kind that has to
 * be left to the full shaper (the old `kern` table, contexts that are not by coverage).
 */
export function readKerning(gpos: DataView, hasOldKern: boolean): Kerning | undefined {
  const table = new LayoutTable(gpos, 9);
  const lookups = table.lookups((feature) => feature === 'kern' || feature === 'dist' || feature === 'curs');
  if (lookups.length === 0) return hasOldKern ? undefined : () => 0;
  if (lookups.some((lookup) => (lookup.flags & skipsLetters) !== 0)) return undefined;
  const kerns: ((a: number, b: number) => number)[] = [];
  const contexts: PairTest[] = [];
  for (const lookup of lookups) {
    if (lookup.type === 2) kerns.push(readLookup(lookup));
    else if (!readContexts(lookup, contexts)) return undefined;
  }
  const mayDepend = anyPair(contexts);
  return (a, b) => {
    if (mayDepend(a, b)) return Number.NaN;
    let sum = 0;
    for (const kern of kerns) sum += kern(a, b);
    return sum;
  };
}

/** Contextual kerning (type 8): pairs that may start it. False when they cannot be told. */
function readContexts(lookup: Lookup, contexts: PairTest[]): boolean {
  if (lookup.type !== 8) return false;
  for (const subtable of lookup.subtables) {
    const test = subtable.u16(0) === 3 ? contextPair(subtable) : undefined;
    if (!test) return false;
    contexts.push(test);
  }
  return true;
}

/** Of the subtables of a lookup the first that applies counts; those that know a first glyph are found once for it. */
function readLookup(lookup: Lookup): (a: number, b: number) => number {
  const rules = lookup.subtables.map((subtable) =>
    subtable.u16(0) === 1 ? readPairs(subtable) : readClassPairs(subtable),
  );
  const byFirst = new Map<number, readonly KernBefore[]>();
  return (a, b) => {
    let own = byFirst.get(a);
    if (!own) byFirst.set(a, (own = rules.flatMap((rule) => rule(a) ?? [])));
    for (const before of own) {
      const kern = before(b);
      if (kern !== undefined) return kern;
    }
    return 0;
  };
}

/** Reads the kern of value records: only a changed first advance is plain kerning. */
function valueReader(subtable: Region): { readonly size: number; readonly read: (at: number) => number } {
  const first = subtable.u16(4);
  const second = subtable.u16(6);
  const size = 2 * (bits(first) + bits(second));
  if (second === 0 && (first === advanceBit || first === 0))
    return { size, read: (at) => (first === 0 ? 0 : subtable.view.getInt16(at)) };
  return {
    size,
    read: (at) => {
      for (let i = 0; i < size; i += 2) if (subtable.view.getInt16(at + i) !== 0) return Number.NaN;
      // A second value record makes the next pair start one glyph later: the shaper has to see it.
      return second === 0 ? 0 : Number.NaN;
    },
  };
}

function bits(format: number): number {
  let count = 0;
  for (let rest = format; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/** Format 1: single pairs, sorted by the second glyph. */
function readPairs(subtable: Region): PairRule {
  const { size, read } = valueReader(subtable);
  const covered = subtable.child(2);
  return (a) => {
    const index = coverageIndex(covered, a);
    if (index < 0) return undefined;
    const set = subtable.child(10 + 2 * index);
    const count = set.u16(0);
    return (b) => {
      let low = 0;
      let high = count - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const at = 2 + middle * (2 + size);
        const glyph = set.u16(at);
        if (glyph === b) return read(set.at + at + 2);
        if (glyph < b) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    };
  };
}

/**
 * Format 2: a matrix of classes. A covered first glyph always finds a value, so later subtables are not asked. The
 * classes are read when the first glyph asks: of other scripts none does.
 */
function readClassPairs(subtable: Region): PairRule {
  const { size, read } = valueReader(subtable);
  const covered = subtable.child(2);
  const columns = subtable.u16(14);
  let known: Uint16Array | undefined;
  return (a) => {
    if (coverageIndex(covered, a) < 0) return undefined;
    const seconds = (known ??= classes(subtable.child(10)));
    const row = subtable.at + 16 + classOf(subtable.child(8), a) * columns * size;
    return (b) => read(row + (seconds[b] ?? 0) * size);
  };
}
