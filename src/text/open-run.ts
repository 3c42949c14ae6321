/**
 * The glyph runs of a line while it is put together. Comes in: runs, and the words of the last one, mostly
 * pieces in a row. Goes out: finished runs.
 */
import type { GlyphRun } from '../document/glyph-run.js';
import type { Color, ComputedStyle } from '../document/style.js';
import type { InlineText } from '../document/inline.js';
import type { NodeKey } from '../document/tree.js';
import type { Pieces } from './pieces.js';
import type { FontWord } from './shape-word.js';

/** Where the text of a run stands in the content. */
interface OpenSource {
  readonly node: NodeKey;
  readonly start: number;
  end: number;
}

/** A run that may still grow; it gets the numbers of its words when it is finished. */
export interface OpenRun extends GlyphRun {
  numbers: readonly number[];
  width: number;
  readonly source: OpenSource | undefined;
}

/** The numbers in a run that is not finished. */
export const noWords: readonly never[] = [];

/** Runs from left to right; the words of the last one are added by and by. */
export class OpenRuns {
  /** The last run, the text that it began with, if it is text, and its look; and whether it may grow. */
  last: OpenRun | undefined;
  item: InlineText | undefined;
  look: ComputedStyle | undefined;
  open = false;
  #runs: OpenRun[] = [];
  /** Words of the last run: the pieces from here to there, or else those of these numbers. */
  #from = 0;
  #to = 0;
  #numbers: number[] | undefined;

  constructor(private readonly pieces: Pieces) {}

  /** A line begins. */
  clear(): void {
    this.last = undefined;
    this.item = undefined;
    this.open = false;
    this.#runs = [];
  }

  /** The last run is finished, and another begins at this piece, or with the words of these numbers. */
  begin(run: OpenRun, from: number, numbers?: number[]): void {
    this.#finish();
    this.last = run;
    this.#from = from;
    this.#to = from;
    this.#numbers = numbers;
    this.#runs.push(run);
  }

  /** An empty run in the face of a word begins behind another, for that word alone; `x` in pt. */
  beginBehind(before: OpenRun, { face }: FontWord, x: number): OpenRun {
    const { source } = before;
    const after = source && { node: source.node, start: source.end, end: source.end };
    const run = { ...before, face, numbers: noWords, x, width: 0, source: after };
    this.begin(run, 0, []);
    this.open = false;
    return run;
  }

  /** Adds the words of pieces in a row. */
  addPieces(from: number, to: number): void {
    const { pieces } = this;
    if (this.#numbers) for (const number of pieces.numbersFrom(from, to)) this.#numbers.push(number);
    else if (this.#to === from) this.#to = to;
    else this.#numbers = [...pieces.numbersFrom(this.#from, this.#to), ...pieces.numbersFrom(from, to)];
  }

  /** Adds a word that is no piece. */
  addWord(word: FontWord): void {
    (this.#numbers ??= this.pieces.numbersFrom(this.#from, this.#to)).push(word.number);
  }

  /** All runs, finished. */
  finished(): readonly GlyphRun[] {
    this.#finish();
    return this.#runs;
  }

  /** Gives the last run the numbers of its words. */
  #finish(): void {
    if (this.last) this.last.numbers = this.#numbers ?? this.pieces.numbersFrom(this.#from, this.#to);
  }
}

/** Whether text of two styles looks alike, its extra space aside. */
export function looksAlike(a: ComputedStyle, b: ComputedStyle): boolean {
  return (
    a === b ||
    (a.fontSize === b.fontSize &&
      a.letterSpacing === b.letterSpacing &&
      a.wordSpacing === b.wordSpacing &&
      a.textDecorations === b.textDecorations &&
      a.language === b.language &&
      sameColor(a.color, b.color))
  );
}

function sameColor(a: Color, b: Color): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
