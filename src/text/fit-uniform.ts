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
import { breakFlag } from './breaks.js';
import { Ways } from './fit-ways.js';
import type { BannedLines } from './rivers.js';

/** Finds the lines of a stretch of text in one pass. Its arrays are reused from paragraph to paragraph. */
export class UniformFitter {
  #from = -1;
  #to = 0;
  /** Number of starts, 0 being `from`; the i-th break after it has number i. */
  #count = 0;
  /** What stands before the line that begins at start i: width, stretch of spaces and of letters, shrink of both. */
  #width = new Float64Array(512);
  #stretch = new Float64Array(512);
  #looser = new Float64Array(512);
  #shrink = new Float64Array(512);
  /** What the pass at hand has found, and another one that it may begin with. */
  #ways = new Ways(512);
  #known = new Ways(512);
  /** The starts that are reached, those before `head` being too far back for the break looked at. */
  #head = 0;
  #tail = 0;
  /** Hyphens and leaders: rare, and looked for in their own places. */
  #special = false;
  /** Lines that the pass at hand may not use. */
  #banned: BannedLines | undefined;
  /** Ways that cost as much or more are of no use. */
  #limit = Infinity;
  #mostHung = 0;

  constructor(private readonly costs: LineCosts) {}

  /** Makes a stretch ready for passes. */
  prepare(from: number, to: number): void {
    const { pieces, breaks } = this.costs;
    this.#from = from;
    this.#to = to;
    this.#count = to - from;
    if (this.#count >= this.#width.length) this.#grow(this.#count + 1);
    for (let i = 0; i < this.#count; i++) {
      const start = from + i;
      const piece = start < 0 ? 0 : (breaks.next[start] ?? 0);
      this.#width[i] = pieces.width[piece] ?? 0;
      this.#stretch[i] = pieces.stretch[piece] ?? 0;
      this.#looser[i] = pieces.looser[piece] ?? 0;
      this.#shrink[i] = (pieces.shrink[piece] ?? 0) + (pieces.tighter[piece] ?? 0);
    }
    this.#mostHung = 0;
    let flags = 0;
    for (let b = from + 1; b <= to; b++) {
      flags |= breaks.flags[b] ?? 0;
      // What must hang is taken off its line already.
      const hung = (breaks.hang[b] ?? 0) - Math.min(0, breaks.extra[b] ?? 0);
      if (hung > this.#mostHung) this.#mostHung = hung;
    }
    const first = from < 0 ? 0 : (breaks.next[from] ?? 0);
    this.#special = (flags & breakFlag.hyphen) !== 0 || pieces.leadersIn(first, breaks.end[to] ?? 0) > 0;
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
    const { reached, heads } = this.#begin(banned);
    const takesAll = tolerance === Infinity && limit >= overfullDemerits;
    this.#limit = takesAll ? Infinity : limit;
    const lengths = [rules.length(rules.firstLine), rules.length(rules.firstLine + 1)] as const;
    for (let j = banned ? banned.end - this.#from : 1; j <= this.#count; j++) {
      heads[j] = this.#head;
      if (cost[this.#from + j] === Infinity) continue;
      this.#letGo(j, lengths);
      const found =
        this.#special || j === this.#count
          ? this.#tryCarefully(j, rules, tolerance)
          : this.#try(j, lengths, rules.raggedStretch, tolerance);
      if (found) reached[this.#tail++] = j;
      else if (this.#head === this.#tail) {
        if (!takesAll) return undefined;
        j = this.#addOverfull(j);
      }
    }
    while (takesAll && this.#newest() !== this.#count) this.#addOverfull(this.#count);
    return this.#newest() === this.#count ? this.#trace() : undefined;
  }

  /** Begins a pass. Up to the end of the line that is banned last, the ways are those without this ban. */
  #begin(banned: BannedLines | undefined): Ways {
    this.#banned = banned;
    this.#head = 0;
    this.#tail = 1;
    if (banned && this.#ways.banned === banned.before) {
      const found = this.#ways;
      this.#ways = this.#known;
      this.#known = found;
    }
    const ways = this.#ways;
    ways.banned = banned;
    ways.begin(this.#count);
    if (!banned) return ways;
    const end = banned.end - this.#from;
    this.#head = this.#known.heads[end] ?? 0;
    this.#tail = ways.takeOver(this.#known, end);
    return ways;
  }

  #newest(): number {
    return this.#ways.reached[this.#tail - 1] ?? 0;
  }

  /** Lets go of starts from which even the tightest line is too long for break j and all later ones. */
  #letGo(j: number, lengths: readonly [number, number]): void {
    const { pieces, breaks } = this.costs;
    const end = breaks.end[this.#from + j] ?? 0;
    const tightest =
      (pieces.width[end] ?? 0) -
      (pieces.shrink[end] ?? 0) -
      (pieces.tighter[end] ?? 0) -
      this.#mostHung -
      2 * slack;
    while (this.#head < this.#tail) {
      const i = this.#ways.reached[this.#head] ?? 0;
      const before = (this.#width[i] ?? 0) - (this.#shrink[i] ?? 0);
      if (tightest - before <= (i === 0 ? lengths[0] : lengths[1])) return;
      this.#head++;
    }
  }

  /** All lines that end at break j, when none has a hyphen or a leader; whether there is one. */
  #try(j: number, lengths: readonly [number, number], ragged: number, tolerance: number): boolean {
    const { pieces, breaks } = this.costs;
    const b = this.#from + j;
    const end = breaks.end[b] ?? 0;
    const penalty = breaks.cost[b] ?? 0;
    const width = (pieces.width[end] ?? 0) + (breaks.extra[b] ?? 0);
    const hang = breaks.hang[b] ?? 0;
    const stretch = pieces.stretch[end] ?? 0;
    const looser = pieces.looser[end] ?? 0;
    const shrink = (pieces.shrink[end] ?? 0) + (pieces.tighter[end] ?? 0);
    let found = false;
    for (let k = this.#head; k < this.#tail; k++) {
      const i = this.#ways.reached[k] ?? 0;
      const natural = width - (this.#width[i] ?? 0);
      let free = (i === 0 ? lengths[0] : lengths[1]) - natural;
      if (hang > 0 && free < -slack) free += hang;
      let ratio = 0;
      if (free > slack) {
        const give = ragged > 0 ? ragged : stretch - (this.#stretch[i] ?? 0);
        if (give === 0) ratio = free / stretchOfOneWord(natural);
        else ratio = stretchRatio(free, give, ragged > 0 ? 0 : looser - (this.#looser[i] ?? 0));
        if (ratio > tolerance) {
          if (i > 0 && give > 0) k = this.#skipTo(k, stretch);
          continue;
        }
      } else if (free < -slack) {
        if (ragged > 0) continue;
        ratio = shrinkRatio(free, shrink - (this.#shrink[i] ?? 0));
        if (ratio < -1) continue;
      }
      if (this.#banned?.has(this.#from + i, b)) continue;
      if (this.#keep(i, j, demeritsOf(ratio, penalty), fitnessOf(ratio))) found = true;
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
        const give = rules.raggedStretch || stretch - (this.#stretch[i] ?? 0);
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
    while (next - 1 > k && this.#stretch[this.#ways.reached[next - 1] ?? 0] === stretch) next--;
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
    const from = this.#bestAt(newest);
    this.#ways.demerits[4 * end + 1] = (this.#ways.demerits[from] ?? 0) + overfullDemerits;
    this.#ways.previous[4 * end + 1] = from;
    this.#ways.reached[this.#tail++] = end;
    return end;
  }

  #bestAt(j: number): number {
    let best = 4 * j;
    for (let key = best + 1; key < 4 * j + 4; key++)
      if ((this.#ways.demerits[key] ?? Infinity) < (this.#ways.demerits[best] ?? Infinity)) best = key;
    return best;
  }

  #trace(): readonly number[] {
    const chosen: number[] = [];
    for (let key = this.#bestAt(this.#count); key >= 4; key = this.#ways.previous[key] ?? 0)
      chosen.push(this.#from + (key >> 2));
    return chosen.reverse();
  }

  #grow(least: number): void {
    const size = Math.max(2 * this.#width.length, least);
    this.#width = new Float64Array(size);
    this.#stretch = new Float64Array(size);
    this.#looser = new Float64Array(size);
    this.#shrink = new Float64Array(size);
    this.#ways = new Ways(size);
    this.#known = new Ways(size);
  }
}
