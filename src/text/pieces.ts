/**
 * A paragraph as flat parallel arrays: pieces (parts of words, spaces, atoms…) with their widths as
 * prefix sums, and breaks, the places where a line may end. One of each is reused for every
 * paragraph of a typesetter; there is no object per word. Lengths in pt.
 */
import type { InkedWord } from './shape-word.js';

/** What a piece is. */
export const pieceKind = {
  /** A part of a word; `words` holds it. */
  box: 0,
  /** A space that stretches; `words` holds it. */
  space: 1,
  /** An inline block or picture. */
  atom: 2,
  /** Padding of an inline box. */
  gap: 3,
  /** Fills the rest of the line. */
  leader: 4,
} as const;

export type PieceKind = (typeof pieceKind)[keyof typeof pieceKind];

/** The pieces of one paragraph. */
export class Pieces {
  count = 0;
  kind = new Uint8Array(1024);
  /** Number of the inline item a piece comes from. */
  item = new Int32Array(1024);
  start = new Int32Array(1024);
  end = new Int32Array(1024);
  readonly words: (InkedWord | undefined)[] = [];
  /** Sums of what stands before piece i. */
  width = new Float64Array(1025);
  stretch = new Float64Array(1025);
  shrink = new Float64Array(1025);
  spaces = new Int32Array(1025);
  leaders = new Int32Array(1025);

  clear(): void {
    this.count = 0;
  }

  /** Adds a piece of this width. */
  add(kind: PieceKind, item: number, width: number, word?: InkedWord): void {
    const i = this.count++;
    if (i >= this.kind.length) this.#grow();
    this.kind[i] = kind;
    this.item[i] = item;
    this.start[i] = 0;
    this.end[i] = 0;
    this.words[i] = word;
    this.width[i + 1] = (this.width[i] ?? 0) + width;
    this.stretch[i + 1] = this.stretch[i] ?? 0;
    this.shrink[i + 1] = this.shrink[i] ?? 0;
    this.spaces[i + 1] = (this.spaces[i] ?? 0) + (kind === pieceKind.space ? 1 : 0);
    this.leaders[i + 1] = (this.leaders[i] ?? 0) + (kind === pieceKind.leader ? 1 : 0);
  }

  /** UTF-16 range of the last piece in its item's text. */
  range(start: number, end: number): void {
    this.start[this.count - 1] = start;
    this.end[this.count - 1] = end;
  }

  /** How much the last piece, a space, stretches and shrinks. */
  give(stretch: number, shrink: number): void {
    this.stretch[this.count] = (this.stretch[this.count] ?? 0) + stretch;
    this.shrink[this.count] = (this.shrink[this.count] ?? 0) + shrink;
  }

  /** Natural width of the pieces from `a` up to `b`. */
  widthOf(a: number, b: number): number {
    return (this.width[b] ?? 0) - (this.width[a] ?? 0);
  }

  #grow(): void {
    const size = this.kind.length * 2;
    const copy = <T extends { set(from: T): void }>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.kind = copy(this.kind, new Uint8Array(size));
    this.item = copy(this.item, new Int32Array(size));
    this.start = copy(this.start, new Int32Array(size));
    this.end = copy(this.end, new Int32Array(size));
    this.width = copy(this.width, new Float64Array(size + 1));
    this.stretch = copy(this.stretch, new Float64Array(size + 1));
    this.shrink = copy(this.shrink, new Float64Array(size + 1));
    this.spaces = copy(this.spaces, new Int32Array(size + 1));
    this.leaders = copy(this.leaders, new Int32Array(size + 1));
  }
}

/** What is special about a break. */
export const breakFlag = { none: 0, hyphen: 1, forced: 2, preferred: 4 } as const;

/** The places where lines may end, in order; the last one is forced. */
export class Breaks {
  count = 0;
  /** The line's pieces end before this one… */
  end = new Int32Array(512);
  /** …and the next line begins with this one; what lies between hangs. */
  next = new Int32Array(512);
  /** Knuth–Plass penalty; Infinity for a place that serves only in need. */
  cost = new Float64Array(512);
  /** Width of the hyphen that a break adds. */
  extra = new Float64Array(512);
  flags = new Uint8Array(512);

  clear(): void {
    this.count = 0;
  }

  add(end: number, next: number, cost: number, flags = 0, extra = 0): void {
    const i = this.count++;
    if (i >= this.end.length) this.#grow();
    this.end[i] = end;
    this.next[i] = next;
    this.cost[i] = cost;
    this.extra[i] = extra;
    this.flags[i] = flags;
  }

  #grow(): void {
    const size = this.end.length * 2;
    const { end, next, cost, extra, flags } = this;
    this.end = new Int32Array(size);
    this.end.set(end);
    this.next = new Int32Array(size);
    this.next.set(next);
    this.cost = new Float64Array(size);
    this.cost.set(cost);
    this.extra = new Float64Array(size);
    this.extra.set(extra);
    this.flags = new Uint8Array(size);
    this.flags.set(flags);
  }
}
