/**
 * A paragraph as flat parallel arrays: pieces (parts of words, spaces, atoms…) with their widths as
 * prefix sums. The arrays are reused for every paragraph of a typesetter; there is no object per word.
 * Comes in: piece after piece. Goes out: what breaking and making lines read. Lengths in pt.
 */
import { longer } from './longer.js';
import type { FontWord } from './shape-word.js';
import type { TextStyle } from './text-style.js';
import type { WordTable } from './word-table.js';

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

const noWord = -1;

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
  /** The numbers of those words in their faces; −1 where there is none. */
  readonly numbers: number[] = [];
  /** Sums of what stands before piece i. */
  width = new Float64Array(1025);
  stretch = new Float64Array(1025);
  shrink = new Float64Array(1025);
  /** What letter-spacing may add at ratio 1 and take at −1; all zero, and not written, where it may not. */
  looser = new Float64Array(1025);
  tighter = new Float64Array(1025);
  /** The box that pieces are added to. */
  inBox = 0;
  /** Pieces whose width is not the one of their word: kerned with what touches them. */
  readonly kerned = new Set<number>();
  /** Whether there are tabs: their widths depend on where lines begin. */
  tabs = false;
  /** Whether there are atoms. */
  atoms = false;
  /** Whether the text of an item may change its face or its size: other faces where the first lacks a character, small capitals. */
  mixed = false;
  #leads = false;
  /** All are words. */
  #whole = true;
  #item = 0;
  #blank: FontWord | undefined;
  #table: WordTable | undefined;
  #space = 0;
  #give = 0;
  #take = 0;
  #size = 0;
  #spacing = 0;
  #tracking: TextStyle['tracking'] = { looser: 0, tighter: 0 };
  /** Whether letters give way. */
  #tracked = false;

  clear(): void {
    if (this.#tracked) {
      this.looser.fill(0, 0, this.count + 1);
      this.tighter.fill(0, 0, this.count + 1);
    }
    this.count = 0;
    this.inBox = 0;
    this.tabs = false;
    this.atoms = false;
    this.mixed = false;
    this.#leads = false;
    this.#whole = true;
    this.#tracked = false;
    if (this.kerned.size > 0) this.kerned.clear();
  }

  /** Adds a piece of this width. */
  add(kind: PieceKind, item: number, width: number, word?: FontWord): void {
    const i = this.count++;
    if (i >= this.kind.length) this.#grow();
    if (kind === pieceKind.leader) this.#leads = true;
    if (kind === pieceKind.small) this.mixed = true;
    this.kind[i] = kind;
    this.item[i] = item;
    this.start[i] = 0;
    this.end[i] = 0;
    this.box[i] = this.inBox;
    this.words[i] = word;
    this.numbers[i] = word ? word.number : noWord;
    if (!word) this.#whole = false;
    this.width[i + 1] = (this.width[i] ?? 0) + width;
    this.stretch[i + 1] = this.stretch[i] ?? 0;
    this.shrink[i + 1] = this.shrink[i] ?? 0;
    if (!this.#tracked) return;
    this.looser[i + 1] = this.looser[i] ?? 0;
    this.tighter[i + 1] = this.tighter[i] ?? 0;
  }

  /** The pairs of `addPair` are of this text. */
  beginText(item: number, { style, store, space, tracking }: TextStyle): void {
    this.#item = item;
    this.#blank = store.space;
    this.#table = store.table;
    this.#space = space.width;
    this.#give = space.stretch;
    this.#take = space.shrink;
    this.#size = style.fontSize;
    this.#spacing = style.letterSpacing;
    this.#tracking = tracking;
  }

  /**
   * Adds the space that stands at `at` and the word after it up to `end`, which has this record in the table:
   * what `add`, `range`, `give` and `track` do, in one go, for it runs for nearly every word of a book.
   */
  addPair(at: number, end: number, word: FontWord, record: number): void {
    const blank = this.#blank;
    const table = this.#table;
    if (!blank || !table) throw new Error('a word is added before its text has begun');
    const i = this.count;
    const j = i + 1;
    if (j >= this.kind.length) this.#grow();
    this.count = i + 2;
    this.kind[i] = pieceKind.space;
    this.kind[j] = pieceKind.box;
    this.item[i] = this.item[j] = this.#item;
    this.box[i] = this.box[j] = this.inBox;
    this.start[i] = at;
    this.end[i] = this.start[j] = at + 1;
    this.end[j] = end;
    this.words[i] = blank;
    this.words[j] = word;
    this.numbers[i] = blank.number;
    this.numbers[j] = table.numberAt(record);
    const space = (this.width[i] ?? 0) + this.#space;
    this.width[j] = space;
    this.stretch[j] = this.stretch[j + 1] = (this.stretch[i] ?? 0) + this.#give;
    this.shrink[j] = this.shrink[j + 1] = (this.shrink[i] ?? 0) + this.#take;
    let advance = (table.widthAt(record) * this.#size) / 1000;
    if (this.#spacing !== 0) advance += word.glyphs.length * this.#spacing;
    this.width[j + 1] = space + advance;
    if (!this.#tracked) return;
    this.looser[j] = this.looser[i] ?? 0;
    this.tighter[j] = this.tighter[i] ?? 0;
    this.looser[j + 1] = (this.looser[j] ?? 0) + word.glyphs.length * this.#tracking.looser;
    this.tighter[j + 1] = (this.tighter[j] ?? 0) + word.glyphs.length * this.#tracking.tighter;
  }

  /** Number of leaders from `a` up to `b`. */
  leadersIn(a: number, b: number): number {
    let count = 0;
    if (this.#leads) for (let i = a; i < b; i++) if (this.kind[i] === pieceKind.leader) count++;
    return count;
  }

  /** Whether there is a space that stretches from `a` up to `b`. */
  hasSpace(a: number, b: number): boolean {
    for (let i = b - 1; i >= a; i--) if (this.kind[i] === pieceKind.space) return true;
    return false;
  }

  /** The numbers of the words of these pieces. */
  numbersFrom(start: number, end: number): number[] {
    const numbers = this.numbers.slice(start, end);
    if (this.#whole || !numbers.includes(noWord)) return numbers;
    return numbers.filter((number) => number !== noWord);
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
    this.#tracked = true;
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
    this.kind = longer(this.kind, new Uint8Array(size));
    this.item = longer(this.item, new Int32Array(size));
    this.start = longer(this.start, new Int32Array(size));
    this.end = longer(this.end, new Int32Array(size));
    this.box = longer(this.box, new Int32Array(size));
    this.width = longer(this.width, new Float64Array(size + 1));
    this.stretch = longer(this.stretch, new Float64Array(size + 1));
    this.shrink = longer(this.shrink, new Float64Array(size + 1));
    this.looser = longer(this.looser, new Float64Array(size + 1));
    this.tighter = longer(this.tighter, new Float64Array(size + 1));
  }
}
