/**
 * What a pass of total-fit keeps of each break, in flat arrays. Comes in: ways that were found, or those of
 * another pass that are the same up to a break. Goes out: the best of them. Breaks are numbered from the start of their stretch.
 */
import type { BannedLines } from './rivers.js';

/** The best ways to each break of a stretch that a pass has found. */
export class Ways {
  /** The lines that the pass could not use. */
  banned: BannedLines | undefined;
  /** Demerits of the best way to break i, its last line of class c: 4 · i + c; and where from, coded alike. */
  readonly demerits: Float64Array;
  readonly previous: Int32Array;
  /** The starts that are reached, in order; and how many of them were too far back when break i came. */
  readonly reached: Int32Array;
  readonly heads: Int32Array;

  constructor(size: number) {
    this.demerits = new Float64Array(4 * size);
    this.previous = new Int32Array(4 * size);
    this.reached = new Int32Array(size);
    this.heads = new Int32Array(size);
  }

  /** The only way to the beginning. */
  begin(): void {
    this.clear(0);
    this.demerits[1] = 0;
  }

  /** There is no way to break i yet. */
  clear(i: number): void {
    const key = 4 * i;
    this.demerits[key] = Infinity;
    this.demerits[key + 1] = Infinity;
    this.demerits[key + 2] = Infinity;
    this.demerits[key + 3] = Infinity;
  }

  /** The best way to break i, coded. */
  bestAt(i: number): number {
    let best = 4 * i;
    for (let key = best + 1; key < 4 * i + 4; key++)
      if ((this.demerits[key] ?? Infinity) < (this.demerits[best] ?? Infinity)) best = key;
    return best;
  }

  /** The breaks on the best way to break i, the first of the paragraph's being number `from` + 1. */
  trace(i: number, from: number): readonly number[] {
    const chosen: number[] = [];
    for (let key = this.bestAt(i); key >= 4; key = this.previous[key] ?? 0) chosen.push(from + (key >> 2));
    return chosen.reverse();
  }

  /** Takes the ways to all breaks before `end` from another pass; how many of these are reached. */
  takeOver(other: Ways, end: number): number {
    let count = 0;
    for (; (other.reached[count] ?? end) < end; count++) {
      const i = other.reached[count] ?? 0;
      this.reached[count] = i;
      this.heads[i] = other.heads[i] ?? 0;
      for (let key = 4 * i; key < 4 * i + 4; key++) {
        this.demerits[key] = other.demerits[key] ?? Infinity;
        this.previous[key] = other.previous[key] ?? 0;
      }
    }
    return count;
  }
}
