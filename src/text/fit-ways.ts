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

  /** Only the beginning is reached. */
  begin(count: number): void {
    this.demerits.fill(Infinity, 0, 4 * (count + 1));
    this.demerits[1] = 0;
    this.reached[0] = 0;
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
