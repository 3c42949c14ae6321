/**
 * Where the lines of a paragraph end: total-fit after D. E. Knuth and M. F. Plass, "Breaking Paragraphs
 * into Lines", Software – Practice and Experience 11 (1981), pp. 1119–1184. Comes in: pieces, breaks
 * and the lengths of lines. Goes out: the chosen breaks. Pure; knows no fonts and no items.
 *
 * Deviations. (1) Sums are kept per piece instead of per node, so a node is four numbers in flat
 * arrays. (2) The paragraph need not be feasible: passes with growing tolerance end with one that
 * accepts an overfull line, for no text may be lost. (3) Instead of infinite stretch at the end, the
 * last line costs nothing as long as it fits, and something when it is too short (`shortLast`).
 */
import { breakFlag, type Breaks, type Pieces } from './pieces.js';

/** How lines are to be filled. */
export interface FitRules {
  /** Length of a line in pt, by its number from 0; indents are taken off already. */
  readonly length: (line: number) => number;
  /** Whether all lines after the first have the same length. */
  readonly uniform: boolean;
  /** pt; what the end of a ragged line may be short at ratio 1. 0: spaces stretch and shrink instead. */
  readonly raggedStretch: number;
  /** Number of the first line. */
  readonly firstLine: number;
  /** Whether the last line is filled like the others, instead of ending where its text ends. */
  readonly fillsLast: boolean;
}

/** Accepted stretch, in passes: 2 makes a space twice as wide; the last pass takes anything. */
export const tolerances: readonly number[] = [2, 6, Infinity];

/** Neighbouring lines whose spacing differs by more than one class (K–P p. 1128: γ = 3000). */
const fitnessDemerits = 3_000;
/** Two hyphens one below the other (K–P p. 1128: α = 3000). */
const flaggedDemerits = 3_000;
/**
 * A last line of one syllable, or shorter than 16 % of its length. The first must hardly ever happen: it
 * costs as much as a line with spaces of twice their width; the second as one with 1.7 times.
 */
const loneSyllableDemerits = 1_000_000;
const shortLastDemerits = 100_000;
const shortLast = 0.16;
/** An overfull line; only the last pass sees it. More than any stretched line can cost. */
const overfullDemerits = 1e15;
/** Widths are sums of rounded advances. */
export const slack = 1e-4;

/** Fitness class of a line by its ratio (K–P p. 1155): tight, normal, loose, very loose. */
function fitnessOf(ratio: number): 0 | 1 | 2 | 3 {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/** Demerits of a line (K–P p. 1128, β being its badness and π the penalty of its break). */
function demeritsOf(ratio: number, penalty: number): number {
  const badness = 100 * Math.abs(ratio) ** 3;
  return penalty >= 0 ? (1 + badness + penalty) ** 2 : (1 + badness) ** 2 - penalty ** 2;
}

/** Finds the lines of a stretch between two forced breaks. */
export class LineFitter {
  #count = 0;
  #breakOf = new Int32Array(256);
  #lineOf = new Int32Array(256);
  #fitnessOf = new Uint8Array(256);
  #demerits = new Float64Array(256);
  #previous = new Int32Array(256);
  #dead = new Uint8Array(256);
  /** Best way to each line and fitness class (4 · line + class) at the break being looked at. */
  #bestDemerits = new Float64Array(64);
  #bestFrom = new Int32Array(64);
  #bestUsed = 0;

  constructor(
    private readonly pieces: Pieces,
    private readonly breaks: Breaks,
  ) {}

  /**
   * Total fit. Returns the numbers of the chosen breaks, the last being `to`; `from` is the break
   * after which the lines begin (−1 for the start of the paragraph).
   */
  fitTotally(from: number, to: number, rules: FitRules): readonly number[] {
    for (const tolerance of tolerances) {
      const found = this.#pass(from, to, rules, tolerance);
      if (found) return found;
    }
    throw new Error('the last pass of line breaking takes every line');
  }

  #pass(from: number, to: number, rules: FitRules, tolerance: number): readonly number[] | undefined {
    this.#count = 0;
    this.#addNode(from, 0, 1, 0, -1);
    let oldest = 0;
    for (let b = from + 1; b <= to; b++) {
      if ((this.breaks.cost[b] ?? 0) === Infinity) continue;
      oldest = this.#tryBreak(b, b === to, oldest, rules, tolerance);
      if (oldest >= this.#count) {
        if (tolerance !== Infinity) return undefined;
        // Everything so far is too long for one line: take the latest start, and let the line be overfull.
        const last = this.#count - 1;
        const demerits = (this.#demerits[last] ?? 0) + overfullDemerits;
        this.#addNode(b, this.#lineAfter(last, rules), 1, demerits, last);
      }
    }
    return this.#trace(to);
  }

  /** Looks at all lines that end at break `b`; returns the oldest node still active (K–P p. 1159). */
  #tryBreak(b: number, last: boolean, oldest: number, rules: FitRules, tolerance: number): number {
    this.#bestDemerits.fill(Infinity, 0, this.#bestUsed);
    this.#bestUsed = 0;
    const count = this.#count;
    let first = oldest;
    for (let node = oldest; node < count; node++) {
      if (this.#dead[node]) continue;
      const line = this.#lineOf[node] ?? 0;
      const ratio = this.ratio(this.#breakOf[node] ?? -1, b, line, last, rules);
      if (ratio < -1) {
        this.#dead[node] = 1;
        continue;
      }
      if (ratio > tolerance) {
        // Later starts make shorter lines still, unless lines differ in length.
        if (rules.uniform && line > 0) break;
        continue;
      }
      this.#keep(node, b, ratio, last, rules);
    }
    for (let key = 0; key < this.#bestUsed; key++) {
      const demerits = this.#bestDemerits[key] ?? Infinity;
      if (demerits < Infinity) this.#addNode(b, key >> 2, key & 3, demerits, this.#bestFrom[key] ?? 0);
    }
    while (first < this.#count && this.#dead[first]) first++;
    return first;
  }

  #keep(node: number, b: number, ratio: number, last: boolean, rules: FitRules): void {
    const fitness = fitnessOf(ratio);
    const start = this.#breakOf[node] ?? -1;
    let demerits = (this.#demerits[node] ?? 0) + this.lineDemerits(start, b, ratio, last, rules);
    if (Math.abs(fitness - (this.#fitnessOf[node] ?? 1)) > 1) demerits += fitnessDemerits;
    const key = (this.#lineAfter(node, rules) << 2) | fitness;
    this.#useBest(key);
    if (demerits >= (this.#bestDemerits[key] ?? Infinity)) return;
    this.#bestDemerits[key] = demerits;
    this.#bestFrom[key] = node;
  }

  /** Number of the line after a node; where all but the first are alike, 1 stands for them. */
  #lineAfter(node: number, rules: FitRules): number {
    return rules.uniform ? 1 : (this.#lineOf[node] ?? 0) + 1;
  }

  #useBest(key: number): void {
    if (key < this.#bestUsed) return;
    if (key >= this.#bestDemerits.length) {
      this.#bestDemerits = grown(this.#bestDemerits, new Float64Array(2 * key));
      this.#bestFrom = grown(this.#bestFrom, new Int32Array(2 * key));
    }
    this.#bestDemerits.fill(Infinity, this.#bestUsed, key + 1);
    this.#bestUsed = key + 1;
  }

  /** Adjustment ratio of the line from break `start` to break `end` (K–P p. 1127); below −1 it does not fit. */
  ratio(start: number, end: number, line: number, last: boolean, rules: FitRules): number {
    const { pieces, breaks } = this;
    const a = start < 0 ? 0 : (breaks.next[start] ?? 0);
    const b = breaks.end[end] ?? 0;
    const natural = pieces.widthOf(a, b) + (breaks.extra[end] ?? 0);
    const free = rules.length(rules.firstLine + line) - natural;
    if (free >= -slack) {
      if ((last && !rules.fillsLast) || Math.abs(free) <= slack) return 0;
      if ((pieces.leaders[b] ?? 0) > (pieces.leaders[a] ?? 0)) return 0;
      const stretch = rules.raggedStretch || (pieces.stretch[b] ?? 0) - (pieces.stretch[a] ?? 0);
      // A line of one word cannot be stretched: as bad as a space of its own width would make it.
      return free / (stretch || Math.max(natural / 8, 1));
    }
    const shrink = (pieces.shrink[b] ?? 0) - (pieces.shrink[a] ?? 0);
    if (rules.raggedStretch > 0 || shrink <= 0) return -2;
    const ratio = free / shrink;
    return ratio < -1 - slack ? -2 : Math.max(ratio, -1);
  }

  /** Demerits of one line, fitness classes apart. */
  lineDemerits(start: number, end: number, ratio: number, last: boolean, rules: FitRules): number {
    const { breaks } = this;
    let demerits = demeritsOf(ratio, last ? 0 : (breaks.cost[end] ?? 0));
    const flagged = (at: number): boolean => at >= 0 && ((breaks.flags[at] ?? 0) & breakFlag.hyphen) !== 0;
    if (flagged(start) && flagged(end)) demerits += flaggedDemerits;
    if (last && !rules.fillsLast && start >= 0 && !this.#isForced(start))
      demerits += this.#lastLineDemerits(start, end, rules);
    return demerits;
  }

  #lastLineDemerits(start: number, end: number, rules: FitRules): number {
    const { pieces, breaks } = this;
    const a = breaks.next[start] ?? 0;
    const b = breaks.end[end] ?? 0;
    if ((pieces.spaces[b] ?? 0) === (pieces.spaces[a] ?? 0)) return loneSyllableDemerits;
    const length = rules.length(rules.firstLine + 1);
    return pieces.widthOf(a, b) < shortLast * length ? shortLastDemerits : 0;
  }

  #isForced(at: number): boolean {
    return ((this.breaks.flags[at] ?? 0) & breakFlag.forced) !== 0;
  }

  #addNode(at: number, line: number, fitness: number, demerits: number, previous: number): void {
    const node = this.#count++;
    if (node >= this.#breakOf.length) this.#grow();
    this.#breakOf[node] = at;
    this.#lineOf[node] = line;
    this.#fitnessOf[node] = fitness;
    this.#demerits[node] = demerits;
    this.#previous[node] = previous;
    this.#dead[node] = 0;
  }

  /** The breaks on the way to the best node at `to`. */
  #trace(to: number): readonly number[] | undefined {
    let best = -1;
    for (let node = this.#count - 1; node >= 0 && this.#breakOf[node] === to; node--)
      if (best < 0 || (this.#demerits[node] ?? 0) < (this.#demerits[best] ?? 0)) best = node;
    if (best < 0) return undefined;
    const chosen: number[] = [];
    for (let node = best; (this.#previous[node] ?? -1) >= 0; node = this.#previous[node] ?? -1)
      chosen.push(this.#breakOf[node] ?? 0);
    return chosen.reverse();
  }

  #grow(): void {
    const size = this.#breakOf.length * 2;
    this.#breakOf = grown(this.#breakOf, new Int32Array(size));
    this.#lineOf = grown(this.#lineOf, new Int32Array(size));
    this.#fitnessOf = grown(this.#fitnessOf, new Uint8Array(size));
    this.#demerits = grown(this.#demerits, new Float64Array(size));
    this.#previous = grown(this.#previous, new Int32Array(size));
    this.#dead = grown(this.#dead, new Uint8Array(size));
  }
}

function grown<T extends Int32Array | Uint8Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
