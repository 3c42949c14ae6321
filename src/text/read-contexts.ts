/**
 * Chained contexts by coverage (OpenType 6.2.3: GSUB type 6 and GPOS type 8, format 3). Comes in: a
 * subtable. Goes out: a test of two neighbouring glyphs that must hold wherever the context applies,
 * so that the fast path knows when to step aside.
 */
import { coverage, type Region } from './layout-table.js';

/** Whether two neighbouring glyphs may make a rule apply. */
export type PairTest = (a: number, b: number) => boolean;

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
  const places = [...[...backtrack].reverse(), ...input, ...lookahead].map((glyphs) => new Set(glyphs));
  const at = Math.min(backtrack.length, places.length - 2);
  const first = places[at];
  const second = places[at + 1];
  return first && second ? (a, b) => first.has(a) && second.has(b) : undefined;
}
