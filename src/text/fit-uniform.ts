/**
 * Total-fit for the usual case, lines of one length (the first may differ by its indent): the same result as
 * `fit-lines.ts`, four times as fast. Comes in: two breaks, rules and a tolerance. Goes out: the chosen
 * breaks, or nothing when no choice is within the tolerance.
 *
 * No list of active nodes: the starts from which a line can reach a break lie between two marks that only
 * move forward, and a break holds at most one best way for each fitness class, in flat arrays.
 */
import {
  demeritsOf,
  fitnessDemerits,
  fitnessOf,
  overfullDemerits,
  shrinkRatio,
  slack,
  stretchOfOneWord,
  stretchRatio,
  type FitRules,
  type LineCosts,
} from './line-costs.js';
import { Starts } from './fit-starts.js';
import { Ways } from './fit-ways.js';
import type { BannedLines } from './rivers.js';

/** Breaks of a stretch that there is room for from the beginning. */
const firstSize = 128;

/** Finds the lines of a stretch of text in one pass. Its arrays are reused from paragraph to paragraph. */
export class UniformFitter {
  #from = -1;
  #to = 0;
  /** Number of starts, 0 being `from`; the i-th break after it has number i. */
  #count = 0;
  /** What stands before the lines from the starts that are reached. */
  #starts = new Starts(firstSize);
  /** What the pass at hand has found, and another one that it may begin with. */
  #ways = new Ways(firstSize);
  #known = new Ways(firstSize);
  /** The starts that are reached, those before `head` being too far back for the break looked at. */
  #head = 0;
  #tail = 0;
  /** Length of the first line, and of all others, pt. */
  #firstLength = 0;
  #length = 0;
  /** Hyphens and leaders: rare, and looked for in their own places. */
  #special = false;
  /** Lines that the pass at hand may not use. */
  #banned: BannedLines | undefined;
  /** Ways that cost as much or more are of no use. */
  #limit = Infinity;

  constructor(private readonly costs: LineCosts) {}

  /** Makes a stretch ready for passes. */
  prepare(from: number, to: number): void {
    const { pieces, breaks } = this.costs;
    this.#from = from;
    this.#to = to;
    this.#count = to - from;
    if (this.#count >= this.#starts.size) this.#grow(this.#count + 1);
    const first = from < 0 ? 0 : (breaks.next[from] ?? 0);
    this.#special = breaks.hyphens || pieces.leadersIn(first, breaks.end[to] ?? 0) > 0;
  }

  /**
   * The chosen breaks within a tolerance; the pass without one (Infinity) takes overfull lines too. With
   * banned lines, and in the same stretch and tolerance as before: those of less than `limit` demerits.
   */
  pass(
    rules: FitRules,
    tolerance: number,
    banned?: BannedLines,
    limit = Infinity,
  ): readonly number[] | undefined {
    const { cost } = this.costs.breaks;
    const takesAll = tolerance === Infinity && limit >= overfullDemerits;
    this.#limit = takesAll ? Infinity : limit;
    this.#firstLength = rules.length(rules.firstLine);
    this.#length = rules.length(rules.firstLine + 1);
    const mayBeLoose = takesAll || this.#special || rules.raggedStretch > 0;
    this.#begin(banned);
    for (let j = banned ? banned.end - this.#from : 1; j <= this.#count; j++) {
      if (!mayBeLoose) j = this.#skipLoose(j, tolerance);
      if (cost[this.#from + j] === Infinity) continue;
      this.#letGo(j);
      this.#ways.clear(j);
      const found =
        this.#special || j === this.#count
          ? this.#tryCarefully(j, rules, tolerance)
          : this.#try(j, rules.raggedStretch, tolerance);
      if (found) this.#reach(j);
      else if (this.#head === this.#tail) {
        if (!takesAll) return undefined;
        j = this.#addOverfull(j);
      }
    }
    while (takesAll && this.#newest() !== this.#count) this.#addOverfull(this.#count);
    return this.#newest() === this.#count ? this.#ways.trace(this.#count, this.#from) : undefined;
  }

  /** Begins a pass. Up to the end of the line that is banned last, the ways are those without this ban. */
  #begin(banned: BannedLines | undefined): void {
    this.#banned = banned;
    this.#head = 0;
    this.#tail = 0;
    if (banned && this.#ways.banned === banned.before) {
      const found = this.#ways;
      this.#ways = this.#known;
      this.#known = found;
    }
    const ways = this.#ways;
    ways.banned = banned;
    if (!banned) {
      ways.begin();
      this.#reach(0);
      return;
    }
    const end = banned.end - this.#from;
    this.#head = this.#known.heads[end] ?? 0;
    this.#tail = ways.takeOver(this.#known, end);
    for (let k = this.#head; k < this.#tail; k++) this.#measure(k, ways.reached[k] ?? 0);
  }

  /** A line may end at break j: the next one starts there. */
  #reach(j: number): void {
    const k = this.#tail++;
    this.#ways.reached[k] = j;
    this.#ways.heads[j] = this.#head;
    this.#measure(k, j);
  }

  /** Notes what stands before the line from break j, the k-th start. */
  #measure(k: number, j: number): void {
    const { pieces, breaks } = this.costs;
    const at = this.#from + j;
    this.#starts.set(k, pieces, at < 0 ? 0 : (breaks.next[at] ?? 0));
  }

  #newest(): number {
    return this.#ways.reached[this.#tail - 1] ?? 0;
  }

  /**
   * The first break from j on whose line may be tight enough: all lines to those before it are looser than the
   * tolerance, even the longest. Most breaks are passed over here, those in the middle of the first lines.
   */
  #skipLoose(j: number, tolerance: number): number {
    const { width, stretch, looser } = this.costs.pieces;
    const { end: ends, extra } = this.costs.breaks;
    const head = this.#head;
    const starts = this.#starts;
    const letters = Math.min(tolerance, 1);
    const length = head === 0 ? Math.min(this.#firstLength, this.#length) : this.#length;
    const before =
      (starts.width[head] ?? 0) +
      tolerance * (starts.stretch[head] ?? 0) +
      letters * (starts.looser[head] ?? 0);
    const least = before + length - slack;
    const newest = starts.stretch[this.#tail - 1] ?? 0;
    for (let i = j; i < this.#count; i++) {
      const end = ends[this.#from + i] ?? 0;
      const give = stretch[end] ?? 0;
      const reach = (width[end] ?? 0) + tolerance * give + letters * (looser[end] ?? 0);
      // A line of one word, which has no space to stretch, is judged by another measure.
      if (reach + (extra[this.#from + i] ?? 0) >= least || give === newest) return i;
    }
    return this.#count;
  }

  /** Lets go of starts from which even the tightest line is too long for break j and all later ones. */
  #letGo(j: number): void {
    const { pieces, breaks } = this.costs;
    const starts = this.#starts;
    const end = breaks.end[this.#from + j] ?? 0;
    const shrink = (pieces.shrink[end] ?? 0) + (pieces.tighter[end] ?? 0);
    const tightest = (pieces.width[end] ?? 0) - shrink - breaks.mostHung - 2 * slack;
    while (this.#head < this.#tail) {
      const before = (starts.width[this.#head] ?? 0) - (starts.shrink[this.#head] ?? 0);
      if (tightest - before <= (this.#head === 0 ? this.#firstLength : this.#length)) return;
      this.#head++;
    }
  }

  /** All lines that end at break j, when none has a hyphen or a leader; whether there is one. */
  #try(j: number, ragged: number, tolerance: number): boolean {
    const { pieces, breaks } = this.costs;
    const { reached } = this.#ways;
    const starts = this.#starts;
    const b = this.#from + j;
    const end = breaks.end[b] ?? 0;
    const width = (pieces.width[end] ?? 0) + (breaks.extra[b] ?? 0);
    const hang = breaks.hang[b] ?? 0;
    const stretch = pieces.stretch[end] ?? 0;
    const looser = pieces.looser[end] ?? 0;
    const shrink = (pieces.shrink[end] ?? 0) + (pieces.tighter[end] ?? 0);
    let found = false;
    for (let k = this.#head; k < this.#tail; k++) {
      const i = reached[k] ?? 0;
      const natural = width - (starts.width[k] ?? 0);
      let free = (i === 0 ? this.#firstLength : this.#length) - natural;
      if (hang > 0 && free < -slack) free += hang;
      let ratio = 0;
      if (free > slack) {
        const give = ragged > 0 ? ragged : stretch - (starts.stretch[k] ?? 0);
        if (give === 0) ratio = free / stretchOfOneWord(natural);
        else ratio = stretchRatio(free, give, ragged > 0 ? 0 : looser - (starts.looser[k] ?? 0));
        if (ratio > tolerance) {
          if (i > 0 && give > 0) k = this.#skipTo(k, stretch);
          continue;
        }
      } else if (free < -slack) {
        if (ragged > 0) continue;
        ratio = shrinkRatio(free, shrink - (starts.shrink[k] ?? 0));
        if (ratio < -1) continue;
      }
      if (this.#banned?.has(this.#from + i, b)) continue;
      const demerits = demeritsOf(ratio, breaks.cost[b] ?? 0);
      if (this.#keep(i, j, demerits, fitnessOf(ratio))) found = true;
    }
    return found;
  }

  /** The same where hyphens, leaders or the last line are to be counted. */
  #tryCarefully(j: number, rules: FitRules, tolerance: number): boolean {
    const { costs } = this;
    const b = this.#from + j;
    const last = b === this.#to;
    const stretch = costs.pieces.stretch[costs.breaks.end[b] ?? 0] ?? 0;
    let found = false;
    for (let k = this.#head; k < this.#tail; k++) {
      const i = this.#ways.reached[k] ?? 0;
      const start = this.#from + i;
      const ratio = costs.ratio(start, b, i === 0 ? 0 : 1, last, rules);
      if (ratio > tolerance) {
        const give = rules.raggedStretch || stretch - (this.#starts.stretch[k] ?? 0);
        if (i > 0 && give > 0) k = this.#skipTo(k, stretch);
        continue;
      }
      if (ratio < -1 || this.#banned?.has(start, b)) continue;
      const demerits = costs.lineDemerits(start, b, ratio, last, rules);
      if (this.#keep(i, j, demerits, fitnessOf(ratio))) found = true;
    }
    return found;
  }

  /**
   * The line from a start is too loose, and later starts make shorter lines still; but lines of one word,
   * which have no space to stretch, are judged by another measure. The place before the next start to try.
   */
  #skipTo(k: number, stretch: number): number {
    let next = this.#tail;
    while (next - 1 > k && this.#starts.stretch[next - 1] === stretch) next--;
    return next - 1;
  }

  /** The line from start i to break j costs this much: keeps it if it is the best of its class; whether it is. */
  #keep(i: number, j: number, demerits: number, fitness: number): boolean {
    const sums = this.#ways.demerits;
    let best = Infinity;
    let from = 0;
    for (let c = 0; c < 4; c++) {
      const apart = c - fitness;
      const sum = (sums[4 * i + c] ?? Infinity) + (apart > 1 || apart < -1 ? fitnessDemerits : 0);
      if (sum >= best) continue;
      best = sum;
      from = c;
    }
    const key = 4 * j + fitness;
    const total = best + demerits;
    if (total >= this.#limit || total >= (sums[key] ?? Infinity)) return false;
    sums[key] = total;
    this.#ways.previous[key] = 4 * i + from;
    return true;
  }

  /**
   * Everything up to break j is too long for one line: the latest start, and the line is overfull. It ends
   * at the break before j if only a hyphen made that one too long. The break it ends at.
   */
  #addOverfull(j: number): number {
    const { cost } = this.costs.breaks;
    const newest = this.#newest();
    let end = j - 1;
    while (end > newest && cost[this.#from + end] === Infinity) end--;
    if (end <= newest) end = j;
    const from = this.#ways.bestAt(newest);
    this.#ways.clear(end);
    this.#ways.demerits[4 * end + 1] = (this.#ways.demerits[from] ?? 0) + overfullDemerits;
    this.#ways.previous[4 * end + 1] = from;
    this.#reach(end);
    return end;
  }

  #grow(least: number): void {
    const size = Math.max(2 * this.#starts.size, least);
    this.#starts = new Starts(size);
    this.#ways = new Ways(size);
    this.#known = new Ways(size);
  }
}
