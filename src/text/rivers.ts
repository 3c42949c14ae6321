/**
 * Rivers: spaces that stand under each other on three lines and more. Comes in: the best lines of a
 * paragraph and a way to choose lines anew. Goes out: lines with fewer rivers, if that costs no more than a
 * river does. A river is known only when three lines are, so it cannot be a cost of total-fit itself;
 * instead each of its lines is forbidden in turn and the paragraph broken again.
 */
import { fitnessOf, type FitRules, type LineCosts } from './line-costs.js';
import { pieceKind, type Pieces } from './pieces.js';

/** Lines that may not be used, by the breaks they lie between: one, and those banned before it. */
export class BannedLines {
  constructor(
    readonly before: BannedLines | undefined,
    readonly start: number,
    readonly end: number,
  ) {}

  /** Whether the line from break `start` to break `end` is one of them. */
  has(start: number, end: number): boolean {
    if (this.start === start && this.end === end) return true;
    return this.before !== undefined && this.before.has(start, end);
  }
}

/** Three spaces are a river when each covers at least this part of the one above it. */
const covered = 0.5;
/** A river stands on as many lines, and the last line of a paragraph is none of them. */
const bankLines = 3;
const noRivers: readonly number[] = [];
/** So often a paragraph is broken anew. */
const mostTries = 24;
/** Which lines of a river are forbidden in turn, counted from its middle one. */
const tried: readonly number[] = [0, -1, 1];

/** A line and its spaces as it will be set: their left and right ends in turn, pt. */
class LineSpaces {
  /** Its pieces, from `from` up to `to`; its ratio; where it begins, pt. */
  from = 0;
  to = 0;
  ratio = NaN;
  indent = NaN;
  /** Numbers in `ends`; −1 before anybody asks for them. */
  count = -1;
  ends = new Float64Array(128);

  /** Finds the spaces, once. */
  find({ kind, width, stretch, shrink, looser }: Pieces): void {
    const { from, to, ratio, indent } = this;
    if (this.count >= 0) return;
    if (2 * (to - from) > this.ends.length) this.ends = new Float64Array(4 * (to - from));
    const { ends } = this;
    const gives = ratio > 0 ? stretch : shrink;
    const letters = ratio > 0 ? Math.min(ratio, 1) : 0;
    const before = width[from] ?? 0;
    const given = gives[from] ?? 0;
    const loosened = looser[from] ?? 0;
    let count = 0;
    for (let i = from; i < to; i++) {
      if (kind[i] !== pieceKind.space) continue;
      for (let end = i; end <= i + 1; end++) {
        const more = ratio * ((gives[end] ?? 0) - given) + letters * ((looser[end] ?? 0) - loosened);
        ends[count++] = indent + ((width[end] ?? 0) - before + more);
      }
    }
    this.count = count;
  }
}

/** Sums of the same demerits may differ by this part, for they are not added in the same order. */
const rounding = 1e-9;

/** A way to break the paragraph again without the banned lines; undefined when there is none for less than `limit` demerits. */
export type Retry = (banned: BannedLines, limit: number) => readonly number[] | undefined;

/** Finds rivers and ways around them. */
export class RiverWatch {
  #above = new LineSpaces();
  #middle = new LineSpaces();
  #below = new LineSpaces();

  constructor(private readonly costs: LineCosts) {}

  /** The same lines, or better ones: each river counts `rules.riverCost` demerits. */
  avoid(from: number, found: readonly number[], rules: FitRules, retry: Retry): readonly number[] {
    const cost = rules.riverCost ?? 0;
    let best = found;
    let rivers = this.rivers(from, best, rules);
    if (rivers.length === 0) return found;
    let total = this.costs.total(from, best, rules) + cost * rivers.length;
    let banned: BannedLines | undefined;
    let tries = 0;
    for (let next = 0; next < rivers.length && tries < mostTries;) {
      const line = rivers[next] ?? 0;
      let better = false;
      for (let one = 0; one < tried.length && !better; one++) {
        const at = line + (tried[one] ?? 0);
        const without = new BannedLines(banned, at === 0 ? from : (best[at - 1] ?? from), best[at] ?? 0);
        const other = retry(without, total * (1 + rounding));
        tries++;
        const own = other ? this.costs.total(from, other, rules) : total;
        if (!other || own >= total) continue;
        const others = this.rivers(from, other, rules);
        const sum = own + cost * others.length;
        if (sum >= total) continue;
        best = other;
        rivers = others;
        total = sum;
        banned = without;
        better = true;
      }
      next = better ? 0 : next + 1;
    }
    return best;
  }

  /** The middle lines of all rivers, from 1: one for each space that stands under another and over a third. */
  rivers(from: number, chosen: readonly number[], rules: FitRules): readonly number[] {
    if (chosen.length <= bankLines) return noRivers;
    const rivers: number[] = [];
    // The last line is no river bank: its spaces are natural, and nothing stands below it.
    let loose = 0;
    for (let line = 0; line + 1 < chosen.length; line++) {
      const above = this.#above;
      this.#above = this.#middle;
      this.#middle = this.#below;
      this.#below = above;
      const before = line === 0 ? from : (chosen[line - 1] ?? 0);
      loose = this.#begin(before, chosen[line] ?? 0, line, rules) ? loose + 1 : 0;
      if (loose >= bankLines) this.#count(line - 1, rivers);
    }
    return rivers;
  }

  /** Takes a line as the lowest of three; whether its spaces are looked at: those of a tight one are not. */
  #begin(start: number, end: number, line: number, rules: FitRules): boolean {
    const { breaks } = this.costs;
    const below = this.#below;
    below.ratio = this.costs.ratio(start, end, line, false, rules);
    below.from = start < 0 ? 0 : (breaks.next[start] ?? 0);
    below.to = breaks.end[end] ?? 0;
    // The first line is indented, as far as can be told from here.
    below.indent =
      line === 0 && rules.uniform ? rules.length(rules.firstLine + 1) - rules.length(rules.firstLine) : 0;
    below.count = -1;
    return fitnessOf(below.ratio) !== 0;
  }

  #count(line: number, rivers: number[]): void {
    const { pieces } = this.costs;
    this.#above.find(pieces);
    this.#middle.find(pieces);
    this.#below.find(pieces);
    const { count, ends } = this.#middle;
    let above = 0;
    let below = 0;
    for (let i = 0; i < count; i += 2) {
      const left = ends[i] ?? 0;
      const right = ends[i + 1] ?? 0;
      above = firstBeyond(this.#above, above, left);
      if (!covers(this.#above, above, left, right)) continue;
      below = firstBeyond(this.#below, below, left);
      if (covers(this.#below, below, left, right)) rivers.push(line);
    }
  }
}

/** The first of these spaces, from one on, that reaches past `left`. */
function firstBeyond({ count, ends }: LineSpaces, first: number, left: number): number {
  let i = first;
  while (i < count && (ends[i + 1] ?? 0) <= left) i += 2;
  return i;
}

/** Whether one of these spaces, from `first` on, stands over or under the one from `left` to `right`. */
function covers({ count, ends }: LineSpaces, first: number, left: number, right: number): boolean {
  for (let i = first; i < count; i += 2) {
    const l = ends[i] ?? 0;
    const r = ends[i + 1] ?? 0;
    if (l >= right) return false;
    const shared = Math.min(r, right) - Math.max(l, left);
    if (shared >= covered * Math.max(r - l, right - left)) return true;
  }
  return false;
}
