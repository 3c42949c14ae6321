/**
 * The places where a pass of total-fit begins lines, in flat arrays. Comes in: the first piece of a line.
 * Goes out: what stands before it; what a line holds is the difference to what stands before its end. pt.
 */
import type { Pieces } from './pieces.js';

/** Sums before the k-th start that is reached. */
export class Starts {
  readonly width: Float64Array;
  /** Stretch of spaces and of letters. */
  readonly stretch: Float64Array;
  readonly looser: Float64Array;
  /** Shrink of both. */
  readonly shrink: Float64Array;

  constructor(readonly size: number) {
    this.width = new Float64Array(size);
    this.stretch = new Float64Array(size);
    this.looser = new Float64Array(size);
    this.shrink = new Float64Array(size);
  }

  /** The k-th start is at this piece. */
  set(k: number, pieces: Pieces, piece: number): void {
    this.width[k] = pieces.width[piece] ?? 0;
    this.stretch[k] = pieces.stretch[piece] ?? 0;
    this.looser[k] = pieces.looser[piece] ?? 0;
    this.shrink[k] = (pieces.shrink[piece] ?? 0) + (pieces.tighter[piece] ?? 0);
  }
}
