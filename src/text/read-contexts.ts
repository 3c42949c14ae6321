/**
 * Chained contexts by coverage (OpenType 6.2.3: GSUB type 6 and GPOS type 8, format 3). Comes in: a
 * subtable. Goes out: a test of two neighbouring glyphs that must hold wherever the context applies,
 * so that the fast path knows when to step aside; and one question for all such tests of a font.
 */
import { coverage, type Region } from './layout-table.js';

/** Two neighbouring glyphs that may make a rule apply: one of `firsts`, then one of `seconds`. */
export interface PairTest {
  readonly firsts: readonly number[];
  readonly seconds: readonly number[];
  /** Where not all of those do so together: which do. */
  readonly exactly?: (a: number, b: number) => boolean;
}

/** The glyphs of each place of a chained context. */
interface ChainCoverages {
  readonly backtrack: readonly (readonly number[])[];
  readonly input: readonly (readonly number[])[];
  readonly lookahead: readonly (readonly number[])[];
}

/** Chained contexts, format 3: a coverage table for each place. */
export function chainCoverages(subtable: Region): ChainCoverages {
  let at = 2;
  const read = (): readonly (readonly number[])[] => {
    const count = subtable.u16(at);
    const tables = Array.from({ length: count }, (_, i) => coverage(subtable.child(at + 2 + 2 * i)));
    at += 2 + 2 * count;
    return tables;
  };
  return { backtrack: read(), input: read(), lookahead: read() };
}

/** Two neighbouring places of the context that must both match; undefined when the context has only one. */
export function contextPair(subtable: Region): PairTest | undefined {
  const { backtrack, input, lookahead } = chainCoverages(subtable);
  const places = [...[...backtrack].reverse(), ...input, ...lookahead];
  const at = Math.min(backtrack.length, places.length - 2);
  const firsts = places[at];
  const seconds = places[at + 1];
  return firsts && seconds ? { firsts, seconds } : undefined;
}

/** Tests that are asked together: a bit of a number for each. */
const together = 32;

/** Whether one of the tests holds for two neighbours; asked for each pair of letters that a text has. */
export function anyPair(tests: readonly PairTest[]): (a: number, b: number) => boolean {
  const groups: PairTests[] = [];
  for (let i = 0; i < tests.length; i += together) groups.push(new PairTests(tests.slice(i, i + together)));
  return (a, b) => groups.some((group) => group.hold(a, b));
}

class PairTests {
  /** By glyph: the tests that have it in the first place, and in the second. */
  readonly #firsts: Int32Array;
  readonly #seconds: Int32Array;

  constructor(private readonly tests: readonly PairTest[]) {
    this.#firsts = bitsByGlyph(tests.map(({ firsts }) => firsts));
    this.#seconds = bitsByGlyph(tests.map(({ seconds }) => seconds));
  }

  hold(a: number, b: number): boolean {
    let both = (this.#firsts[a] ?? 0) & (this.#seconds[b] ?? 0);
    for (; both !== 0; both &= both - 1) {
      const exactly = this.tests[31 - Math.clz32(both & -both)]?.exactly;
      if (!exactly || exactly(a, b)) return true;
    }
    return false;
  }
}

function bitsByGlyph(lists: readonly (readonly number[])[]): Int32Array {
  let size = 0;
  for (const glyphs of lists) for (const glyph of glyphs) size = Math.max(size, glyph + 1);
  const bits = new Int32Array(size);
  lists.forEach((glyphs, i) => {
    for (const glyph of glyphs) bits[glyph] = (bits[glyph] ?? 0) | (1 << i);
  });
  return bits;
}
