/**
 * Where the lines of a paragraph end: total-fit after D. E. Knuth and M. F. Plass, "Breaking Paragraphs
 * into Lines", Software – Practice and Experience 11 (1981), pp. 1119–1184. Comes in: pieces, breaks
 * and the lengths of lines. Goes out: the chosen breaks. Pure; knows no fonts and no items.
 *
 * Deviations. (1) Sums are kept per piece instead of per node. (2) The paragraph need not be feasible:
 * passes with growing tolerance end with one that accepts an overfull line, for no text may be lost.
 * (3) Instead of infinite stretch at the end, the last line costs nothing as long as it fits, and
 * something when it is too short (`line-costs.ts`). (4) Rivers are looked for afterwards (`rivers.ts`).
 */
import { UniformFitter } from './fit-uniform.js';
import { VaryingFitter } from './fit-varying.js';
import { LineCosts, passesOf, type FitRules } from './line-costs.js';
import type { Breaks } from './breaks.js';
import type { Pieces } from './pieces.js';
import { RiverWatch, type BannedLines } from './rivers.js';

export { slack, tolerances, type FitRules } from './line-costs.js';

/** Finds the lines of a stretch between two forced breaks. */
export class LineFitter {
  readonly #costs: LineCosts;
  readonly #uniform: UniformFitter;
  readonly #varying: VaryingFitter;
  readonly #rivers: RiverWatch;

  constructor(pieces: Pieces, breaks: Breaks) {
    this.#costs = new LineCosts(pieces, breaks);
    this.#uniform = new UniformFitter(this.#costs);
    this.#varying = new VaryingFitter(this.#costs);
    this.#rivers = new RiverWatch(this.#costs);
  }

  /**
   * Total fit. Returns the numbers of the chosen breaks, the last being `to`; `from` is the break
   * after which the lines begin (−1 for the start of the paragraph).
   */
  fitTotally(from: number, to: number, rules: FitRules): readonly number[] {
    if (rules.uniform) this.#uniform.prepare(from, to);
    for (const tolerance of passesOf(rules)) {
      const pass = (banned?: BannedLines, limit = Infinity): readonly number[] | undefined =>
        rules.uniform
          ? this.#uniform.pass(rules, tolerance, banned, limit)
          : this.#varying.pass([from, to], rules, tolerance, banned);
      const found = pass();
      if (found) return rules.riverCost ? this.#rivers.avoid(from, found, rules, pass) : found;
    }
    throw new Error('the last pass of line breaking takes every line');
  }
}
