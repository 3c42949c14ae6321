/**
 * Rivers: spaces that stand under each other on three lines and more. Comes in: the best lines of a
 * paragraph and a way to choose lines anew. Goes out: lines with fewer rivers, if that costs no more than a
 * river does. A river is known only when three lines are, so it cannot be a cost of total-fit itself;
 * instead each of its lines is forbidden in turn and the paragraph broken again.
 */
import { fitnessOf, type FitRules, type LineCosts } from './line-costs.js';
import { pieceKind } from './pieces.js';

/** Lines that may not be used, by the breaks they lie between. */
export class BannedLines {
  readonly #lines = new Set<number>();

  constructor(more?: BannedLines, start = 0, end = 0) {
    if (!more) return;
    for (const line of more.#lines) this.#lines.add(line);
    this.#lines.add(keyOf(start, end));
  }

  /** Whether the line from break `start` to break `end` is one of them. */
  has(start: number, end: number): boolean {
    return this.#lines.has(keyOf(start, end));
  }
}

function keyOf(start: number, end: number): number {
  return (start + 1) * 0x1000000 + end;
}

/** Three spaces are a river when each covers at least this part of the one above it. */
const covered = 0.5;
/** So often a paragraph is broken anew. */
const mostTries = 24;

/** The spaces of a line as it will be set: left and right ends in turn, pt. */
class LineSpaces {
  /** Numbers in `ends`. */
  count = 0;
  ends = new Float64Array(128);

  add(left: number, right: number): void {
    if (this.count === this.ends.length) {
      const longer = new Float64Array(2 * this.count);
      longer.set(this.ends);
      this.ends = longer;
    }
    this.ends[this.count] = left;
    this.ends[this.count + 1] = right;
    this.count += 2;
  }
}

/** A way to break the paragraph again; undefined when there is none without the banned lines. */
export type Retry = (banned: BannedLines) => readonly number[] | undefined;

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
    let banned = new BannedLines();
    let tries = 0;
    for (let next = 0; next < rivers.length && tries < mostTries;) {
      const line = rivers[next] ?? 0;
      let better = false;
      for (const one of [line, line - 1, line + 1]) {
        const without = new BannedLines(banned, one === 0 ? from : (best[one - 1] ?? from), best[one] ?? 0);
        const other = retry(without);
        tries++;
        if (!other) continue;
        const others = this.rivers(from, other, rules);
        const sum = this.costs.total(from, other, rules) + cost * others.length;
        if (sum >= total) continue;
        [best, rivers, total, banned, better] = [other, others, sum, without, true];
        break;
      }
      next = better ? 0 : next + 1;
    }
    return best;
  }

  /** The middle lines of all rivers, from 1: one for each space that stands under another and over a third. */
  rivers(from: number, chosen: readonly number[], rules: FitRules): readonly number[] {
    const rivers: number[] = [];
    let before = from;
    // The last line is no river bank: its spaces are natural, and nothing stands below it.
    for (let line = 0; line + 1 < chosen.length; line++) {
      [this.#above, this.#middle, this.#below] = [this.#middle, this.#below, this.#above];
      this.#spacesOf(before, chosen[line] ?? 0, line, rules, this.#below);
      before = chosen[line] ?? 0;
      if (line >= 2) this.#count(line - 1, rivers);
    }
    return rivers;
  }

  #count(line: number, rivers: number[]): void {
    const { count, ends } = this.#middle;
    for (let i = 0; i < count; i += 2) {
      const left = ends[i] ?? 0;
      const right = ends[i + 1] ?? 0;
      if (covers(this.#above, left, right) && covers(this.#below, left, right)) rivers.push(line);
    }
  }

  /** Left and right ends of the spaces of a line as it will be set; none when it is set tight. */
  #spacesOf(start: number, end: number, line: number, rules: FitRules, spaces: LineSpaces): void {
    const { pieces, breaks } = this.costs;
    spaces.count = 0;
    const ratio = this.costs.ratio(start, end, line, false, rules);
    if (fitnessOf(ratio) === 0) return;
    const a = start < 0 ? 0 : (breaks.next[start] ?? 0);
    const b = breaks.end[end] ?? 0;
    const letters = Math.min(ratio, 1);
    const at = (i: number): number =>
      pieces.widthOf(a, i) +
      (ratio > 0
        ? ratio * ((pieces.stretch[i] ?? 0) - (pieces.stretch[a] ?? 0)) +
          letters * ((pieces.looser[i] ?? 0) - (pieces.looser[a] ?? 0))
        : ratio * ((pieces.shrink[i] ?? 0) - (pieces.shrink[a] ?? 0)));
    // The first line is indented, as far as can be told from here.
    const indent =
      line === 0 && rules.uniform ? rules.length(rules.firstLine + 1) - rules.length(rules.firstLine) : 0;
    for (let i = a; i < b; i++)
      if (pieces.kind[i] === pieceKind.space) spaces.add(indent + at(i), indent + at(i + 1));
  }
}

/** Whether one of these spaces stands over or under the one from `left` to `right`. */
function covers({ count, ends }: LineSpaces, left: number, right: number): boolean {
  for (let i = 0; i < count; i += 2) {
    const l = ends[i] ?? 0;
    const r = ends[i + 1] ?? 0;
    if (l >= right) return false;
    const shared = Math.min(r, right) - Math.max(l, left);
    if (shared >= covered * Math.max(r - l, right - left)) return true;
  }
  return false;
}
