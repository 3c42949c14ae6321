/**
 * A paragraph as flat parallel arrays: pieces (parts of words, spaces, atoms…) with their widths as
 * prefix sums, and breaks, the places where a line may end. One of each is reused for every
 * paragraph of a typesetter; there is no object per word. Lengths in pt.
 */
import type { FontWord } from './shape-word.js';

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
  /** An inline box begins: margin, border and padding at its start. */
  open: 5,
  /** …and ends. */
  close: 6,
  /** A place without extent. */
  anchor: 7,
  /** A preserved tab: as wide as it is to the next stop from where it stands. */
  tab: 8,
  /** A part of a word in capitals made small. */
  small: 9,
  /** A space of fixed width. */
  separator: 10,
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
  /** Number of the inline box it stands in (`InlineBoxes`); 0 is the paragraph itself. */
  box = new Int32Array(1024);
  readonly words: (FontWord | undefined)[] = [];
  /** Sums of what stands before piece i. */
  width = new Float64Array(1025);
  stretch = new Float64Array(1025);
  shrink = new Float64Array(1025);
  /** What letter-spacing may add at ratio 1 and take at −1. */
  looser = new Float64Array(1025);
  tighter = new Float64Array(1025);
  spaces = new Int32Array(1025);
  leaders = new Int32Array(1025);
  /** The box that pieces are added to. */
  inBox = 0;
  /** Pieces whose width is not the one of their word: kerned with what touches them. */
  readonly kerned = new Set<number>();
  /** Whether there are tabs: their widths depend on where lines begin. */
  tabs = false;
  /** Whether there are atoms. */
  atoms = false;

  clear(): void {
    this.count = 0;
    this.inBox = 0;
    this.tabs = false;
    this.atoms = false;
    this.kerned.clear();
  }

  /** Adds a piece of this width. */
  add(kind: PieceKind, item: number, width: number, word?: FontWord): void {
    const i = this.count++;
    if (i >= this.kind.length) this.#grow();
    this.kind[i] = kind;
    this.item[i] = item;
    this.start[i] = 0;
    this.end[i] = 0;
    this.box[i] = this.inBox;
    this.words[i] = word;
    this.width[i + 1] = (this.width[i] ?? 0) + width;
    this.stretch[i + 1] = this.stretch[i] ?? 0;
    this.shrink[i + 1] = this.shrink[i] ?? 0;
    this.looser[i + 1] = this.looser[i] ?? 0;
    this.tighter[i + 1] = this.tighter[i] ?? 0;
    this.spaces[i + 1] = (this.spaces[i] ?? 0) + (kind === pieceKind.space ? 1 : 0);
    this.leaders[i + 1] = (this.leaders[i] ?? 0) + (kind === pieceKind.leader ? 1 : 0);
  }

  /** The words of these pieces. */
  wordsFrom(start: number, end: number): FontWord[] {
    const words = this.words.slice(start, end);
    return words.every(isWord) ? words : words.filter(isWord);
  }

  /** UTF-16 range of the last piece in its item's text. */
  range(start: number, end: number): void {
    this.start[this.count - 1] = start;
    this.end[this.count - 1] = end;
  }

  /** Changes the width of a piece that was added. */
  kern(piece: number, by: number): void {
    this.kerned.add(piece);
    for (let i = piece + 1; i <= this.count; i++) this.width[i] = (this.width[i] ?? 0) + by;
  }

  /** How much the last piece, a space, stretches and shrinks. */
  give(stretch: number, shrink: number): void {
    this.stretch[this.count] = (this.stretch[this.count] ?? 0) + stretch;
    this.shrink[this.count] = (this.shrink[this.count] ?? 0) + shrink;
  }

  /** How much the letter-spacing of the last piece may grow and shrink. */
  track(looser: number, tighter: number): void {
    this.looser[this.count] = (this.looser[this.count] ?? 0) + looser;
    this.tighter[this.count] = (this.tighter[this.count] ?? 0) + tighter;
  }

  /** How much the pieces from `a` up to `b`, spaces and letters, shrink together. */
  shrinkOf(a: number, b: number): number {
    const before = (this.shrink[a] ?? 0) + (this.tighter[a] ?? 0);
    return (this.shrink[b] ?? 0) + (this.tighter[b] ?? 0) - before;
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
    this.box = copy(this.box, new Int32Array(size));
    this.width = copy(this.width, new Float64Array(size + 1));
    this.stretch = copy(this.stretch, new Float64Array(size + 1));
    this.shrink = copy(this.shrink, new Float64Array(size + 1));
    this.looser = copy(this.looser, new Float64Array(size + 1));
    this.tighter = copy(this.tighter, new Float64Array(size + 1));
    this.spaces = copy(this.spaces, new Int32Array(size + 1));
    this.leaders = copy(this.leaders, new Int32Array(size + 1));
  }
}

function isWord(word: FontWord | undefined): word is FontWord {
  return word !== undefined;
}

/** What is special about a break. */
export const breakFlag = {
  none: 0,
  /** Shows a hyphen. */
  hyphen: 1,
  forced: 2,
  /** An author's mark. */
  preferred: 4,
  /** Forced, and the preserved spaces before it hang only as far as they do not fit (CSS Text 3 §4.1.3). */
  hangs: 8,
} as const;

/** The places where lines may end, in order; the last one is forced. */
export class Breaks {
  count = 0;
  /** The line's pieces end before this one… */
  end = new Int32Array(512);
  /** …and the next line begins with this one; what lies between hangs. */
  next = new Int32Array(512);
  /** Knuth–Plass penalty; Infinity for a place that serves only in need. */
  cost = new Float64Array(512);
  /** What a break adds to the width of its line: a hyphen, the ends of inline boxes after hung spaces; less what hangs. */
  extra = new Float64Array(512);
  /** Width of the marks before the break that hang when their line does not fit (CSS Text 3 §8.2.1, `allow-end`). */
  hang = new Float64Array(512);
  /** Width of what hangs past the end of the line in any case, and is taken off in `extra`. */
  beyond = new Float64Array(512);
  flags = new Uint8Array(512);
  /** Of a forced break: the inline box it stands in. */
  box = new Int32Array(512);

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
    this.hang[i] = 0;
    this.beyond[i] = 0;
    this.flags[i] = flags;
    this.box[i] = 0;
  }

  #grow(): void {
    const size = this.end.length * 2;
    const { end, next, cost, extra, hang, beyond, flags, box } = this;
    this.box = new Int32Array(size);
    this.box.set(box);
    this.end = new Int32Array(size);
    this.end.set(end);
    this.next = new Int32Array(size);
    this.next.set(next);
    this.cost = new Float64Array(size);
    this.cost.set(cost);
    this.extra = new Float64Array(size);
    this.extra.set(extra);
    this.hang = new Float64Array(size);
    this.hang.set(hang);
    this.beyond = new Float64Array(size);
    this.beyond.set(beyond);
    this.flags = new Uint8Array(size);
    this.flags.set(flags);
  }
}
