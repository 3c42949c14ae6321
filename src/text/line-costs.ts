/**
 * What a line costs: adjustment ratio, badness and demerits after Knuth and Plass (1981, pp. 1127–1128 and
 * 1155). Comes in: two breaks and the rules. Goes out: numbers; the lower, the better. Both fitters and the
 * tests that try every choice count by this one file. Lengths in pt.
 */
import { breakFlag, type Breaks } from './breaks.js';
import type { Pieces } from './pieces.js';

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
  /** The greatest ratio of a line that the first pass takes; without it that of `tolerances`. */
  readonly tolerance?: number | undefined;
  /** pt; a last line that is shorter costs. Without it 16 % of the length. */
  readonly lastLineMin?: number | undefined;
  /** Demerits of a space under a space under a space (`rivers.ts`); 0 or none: they are not looked for. */
  readonly riverCost?: number | undefined;
}

/** Accepted stretch, in passes: 2 makes a space twice as wide; the last pass takes anything. */
export const tolerances: readonly number[] = [2, 6, Infinity];

/** The passes of these rules: a tolerance that the sheet states comes before the wider ones of the engine. */
export function passesOf({ tolerance }: FitRules): readonly number[] {
  return tolerance === undefined ? tolerances : [tolerance, ...tolerances.filter((one) => one > tolerance)];
}

/** Neighbouring lines whose spacing differs by more than one class (K–P p. 1128: γ = 3000). */
export const fitnessDemerits = 3_000;
/** Two hyphens one below the other (K–P p. 1128: α = 3000). */
const flaggedDemerits = 3_000;
/**
 * A last line of one syllable, or shorter than 16 % of its length. The first must hardly ever happen: it
 * costs as much as a line with spaces of 2.6 times their width; the second as one with 1.7 times.
 */
const loneSyllableDemerits = 10_000_000;
const shortLastDemerits = 100_000;
const shortLast = 0.16;
/** An overfull line; only the last pass sees it. More than any stretched line can cost. */
export const overfullDemerits = 1e15;
/** Widths are sums of rounded advances. */
export const slack = 1e-4;
/** Ratio of a line that does not fit. */
export const tooLong = -2;

/** Fitness class of a line by its ratio (K–P p. 1155): tight, normal, loose, very loose. */
export function fitnessOf(ratio: number): 0 | 1 | 2 | 3 {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/**
 * A space is as bad as the part of it that it gains or loses: at ratio −1 it loses 0.28 of itself, at 1 it
 * gains 0.5 (`text-style.ts`). With −1 as bad as 1 (K–P p. 1128), good paragraphs came out loose: the median
 * space at 120 mm was 1.07 of its width in Vietnamese news, and is 0.98.
 */
const tightPart = 0.56;

/** Demerits of a line (K–P p. 1128, β being its badness and π the penalty of its break). */
export function demeritsOf(ratio: number, penalty: number): number {
  const size = ratio < 0 ? -ratio * tightPart : ratio;
  // Not `** 3`: a call of `pow` was a tenth of all line breaking.
  const badness = 100 * size * size * size;
  const sum = 1 + badness;
  return penalty >= 0 ? (sum + penalty) * (sum + penalty) : sum * sum - penalty * penalty;
}

/**
 * The ratio of a line with `free` pt left over, whose spaces stretch by `spaces` and whose letters by
 * `letters` pt at ratio 1. Letters stop at ratio 1: what is left after that the spaces take alone.
 */
export function stretchRatio(free: number, spaces: number, letters: number): number {
  const both = spaces + letters;
  return free <= both ? free / both : (free - letters) / spaces;
}

/** The ratio of a line that is `free` (negative) pt too long and shrinks by `shrink` pt at −1. */
export function shrinkRatio(free: number, shrink: number): number {
  if (shrink <= 0) return tooLong;
  const ratio = free / shrink;
  return ratio < -1 - slack ? tooLong : Math.max(ratio, -1);
}

/** A line without a space cannot be stretched: as bad as a space of its own width would make it. */
export function stretchOfOneWord(natural: number): number {
  return Math.max(natural / 8, 1);
}

/** Counts what lines cost. */
export class LineCosts {
  constructor(
    readonly pieces: Pieces,
    readonly breaks: Breaks,
  ) {}

  /** Adjustment ratio of the line from break `start` to break `end` (K–P p. 1127); below −1 it does not fit. */
  ratio(start: number, end: number, line: number, last: boolean, rules: FitRules): number {
    const { pieces, breaks } = this;
    const a = start < 0 ? 0 : (breaks.next[start] ?? 0);
    const b = breaks.end[end] ?? 0;
    const natural = pieces.widthOf(a, b) + (breaks.extra[end] ?? 0);
    let free = rules.length(rules.firstLine + line) - natural;
    // What may hang hangs when the line does not fit as it stands (CSS Text 3 §8.2.1, `allow-end`).
    if (free < -slack) free += breaks.hang[end] ?? 0;
    if (free >= -slack) {
      if ((last && !rules.fillsLast) || Math.abs(free) <= slack) return 0;
      if (pieces.leadersIn(a, b) > 0) return 0;
      if (rules.raggedStretch > 0) return free / rules.raggedStretch;
      const spaces = between(pieces.stretch, a, b);
      if (spaces === 0) return free / stretchOfOneWord(natural);
      return stretchRatio(free, spaces, between(pieces.looser, a, b));
    }
    if (rules.raggedStretch > 0) return tooLong;
    return shrinkRatio(free, pieces.shrinkOf(a, b));
  }

  /** Whether the line from `start` is too long for break `end` and every later one, whatever hangs or is hyphenated. */
  neverFits(start: number, end: number, line: number, rules: FitRules): boolean {
    const { pieces, breaks } = this;
    const a = start < 0 ? 0 : (breaks.next[start] ?? 0);
    const b = breaks.end[end] ?? 0;
    const give = rules.raggedStretch > 0 ? 0 : pieces.shrinkOf(a, b);
    const hung = (breaks.hang[end] ?? 0) - Math.min(0, breaks.extra[end] ?? 0);
    const room = rules.length(rules.firstLine + line) + give + hung;
    return pieces.widthOf(a, b) > room + slack;
  }

  /** Demerits of a choice of breaks after `from`, fitness classes included: the sum that total-fit makes least. */
  total(from: number, chosen: readonly number[], rules: FitRules): number {
    let sum = 0;
    let fitness = 1;
    let start = from;
    for (let line = 0; line < chosen.length; line++) {
      const end = chosen[line] ?? 0;
      const last = line === chosen.length - 1;
      const ratio = this.ratio(start, end, line, last, rules);
      const overfull = ratio < -1;
      const own = overfull ? 1 : fitnessOf(ratio);
      sum += overfull ? overfullDemerits : this.lineDemerits(start, end, ratio, last, rules);
      if (!overfull && Math.abs(own - fitness) > 1) sum += fitnessDemerits;
      fitness = own;
      start = end;
    }
    return sum;
  }

  /** Demerits of one line, fitness classes apart. */
  lineDemerits(start: number, end: number, ratio: number, last: boolean, rules: FitRules): number {
    const { breaks } = this;
    let demerits = demeritsOf(ratio, last ? 0 : (breaks.cost[end] ?? 0));
    if (this.#isFlagged(start) && this.#isFlagged(end)) demerits += flaggedDemerits;
    if (last && !rules.fillsLast && start >= 0 && !this.#isForced(start))
      demerits += this.#lastLineDemerits(start, end, rules);
    return demerits;
  }

  #lastLineDemerits(start: number, end: number, rules: FitRules): number {
    const { pieces, breaks } = this;
    const a = breaks.next[start] ?? 0;
    const b = breaks.end[end] ?? 0;
    if (!pieces.hasSpace(a, b)) return loneSyllableDemerits;
    const least = rules.lastLineMin ?? shortLast * rules.length(rules.firstLine + 1);
    return pieces.widthOf(a, b) < least ? shortLastDemerits : 0;
  }

  #isFlagged(at: number): boolean {
    return at >= 0 && ((this.breaks.flags[at] ?? 0) & breakFlag.hyphen) !== 0;
  }

  #isForced(at: number): boolean {
    return ((this.breaks.flags[at] ?? 0) & breakFlag.forced) !== 0;
  }
}

function between(sums: Float64Array, a: number, b: number): number {
  return (sums[b] ?? 0) - (sums[a] ?? 0);
}
