/**
 * Puts the pieces of one line together to glyph runs. A run ends where face, size, colour, spacing,
 * rise, decoration, language, tag or source change. Comes in: piece after piece. Goes out: runs, atoms,
 * note calls and the line's first place in the source.
 */
import type { FontFace, GlyphRun, Line, PlacedAtom } from '../document/glyph-run.js';
import type { InlineLeader, InlineText, ParagraphInput } from '../document/inline.js';
import type { Color } from '../document/style.js';
import type { StyleFinder } from './collect-items.js';
import { pieceKind, type Breaks, type Pieces } from './pieces.js';
import type { InkedWord } from './shape-word.js';
import { advanceOf, leaderPattern, riseOf, type TextStyle } from './text-style.js';

/** What lines are made of. */
export interface BrokenParagraph {
  readonly paragraph: ParagraphInput;
  readonly style: TextStyle;
  readonly pieces: Pieces;
  readonly breaks: Breaks;
  readonly chosen: readonly number[];
  readonly styleOf: StyleFinder;
}

/** A run that is still growing. */
interface OpenRun {
  readonly item: InlineText | InlineLeader;
  readonly face: FontFace;
  readonly words: InkedWord[];
  readonly x: number;
  width: number;
  wordSpacing: number;
  /** In the content's text node; −1 when there is none. */
  readonly start: number;
  end: number;
}

/** Builds the runs of one line from left to right. */
export class RunBuilder {
  readonly #runs: GlyphRun[] = [];
  readonly #atoms: PlacedAtom[] = [];
  readonly #notes: number[] = [];
  #open: OpenRun | undefined;
  #x = 0;
  #start: Line['start'];

  constructor(
    private readonly broken: BrokenParagraph,
    private readonly ratio: number,
  ) {}

  /** pt; what is set so far. */
  get width(): number {
    return this.#x;
  }

  /** Sets a word, space, atom or gap. */
  piece(i: number): void {
    const { pieces, paragraph } = this.broken;
    const item = paragraph.items[pieces.item[i] ?? 0];
    const word = pieces.words[i];
    const natural = pieces.widthOf(i, i + 1);
    if (word && item?.type === 'text') {
      const stretched = pieces.kind[i] === pieceKind.space;
      this.#word(item, word, i, natural + (stretched ? this.#give(item) : 0));
      return;
    }
    this.#close();
    if (item?.type === 'atom') this.#atoms.push({ tag: item.tag, x: this.#x, width: item.width, rise: 0 });
    this.#x += natural;
  }

  /** Hangs a space after the line's end: in the text, not in the width. */
  hang(i: number): void {
    const { pieces, paragraph } = this.broken;
    const item = paragraph.items[pieces.item[i] ?? 0];
    const word = pieces.words[i];
    if (word && item?.type === 'text') this.#word(item, word, i, 0);
  }

  /** Hangs a space that stands for a forced break, in the last run of the line. */
  hangSpace(style: TextStyle): void {
    const run = this.#open;
    const { space } = run?.item.type === 'text' ? this.broken.styleOf(run.item.style).store : style.store;
    if (run && run.face === space.face) run.words.push(space);
  }

  /** Shows the hyphen of a soft hyphen. */
  hyphen(): void {
    const run = this.#open;
    if (run?.item.type !== 'text') return;
    const { hyphen } = this.broken.styleOf(run.item.style).store;
    if (hyphen.face !== run.face) return;
    const width = advanceOf(hyphen, run.item.style);
    run.words.push(hyphen);
    run.width += width;
    this.#x += width;
  }

  /** Fills a leader with as many patterns as fit, the last at its right end, so that leaders of several lines stand in columns. */
  leader(i: number, extra: number): void {
    const { pieces, paragraph, styleOf } = this.broken;
    const item = paragraph.items[pieces.item[i] ?? 0];
    this.#close();
    const width = pieces.widthOf(i, i + 1) + extra;
    if (item?.type === 'leader') {
      const { words, width: step } = leaderPattern(styleOf(item.style), item.pattern);
      const count = step > 0 ? Math.floor((width + 1e-6) / step) : 0;
      let x = this.#x + width - count * step;
      for (const face of new Set(words.map((word) => word.face))) {
        // A pattern of two faces cannot be one run; only its first face repeats.
        const own = words.filter((word) => word.face === face);
        const repeated = Array.from({ length: count }, () => own).flat();
        const run = {
          item,
          face,
          x,
          words: repeated,
          width: count * step,
          wordSpacing: 0,
          start: -1,
          end: -1,
        };
        if (count > 0) this.#runs.push(this.#finishRun(run));
        x += count * step;
        break;
      }
    }
    this.#x += width;
  }

  /** The finished line's content. */
  finish(): Pick<Line, 'runs' | 'atoms' | 'notes'> & { readonly start: Line['start'] } {
    this.#close();
    return { runs: this.#runs, atoms: this.#atoms, notes: this.#notes, start: this.#start };
  }

  /** What the line's ratio adds to each space of this item, pt. */
  #give(item: InlineText): number {
    if (this.ratio === 0) return 0;
    const { stretch, shrink } = this.broken.styleOf(item.style).space;
    return this.ratio > 0 ? this.ratio * stretch : this.ratio * shrink;
  }

  #word(item: InlineText, word: InkedWord, i: number, width: number): void {
    const { pieces } = this.broken;
    const offset = item.source?.offset ?? 0;
    const start = item.source ? offset + (pieces.start[i] ?? 0) : -1;
    const end = item.source ? offset + (pieces.end[i] ?? 0) : -1;
    if (item.note !== undefined && !this.#notes.includes(item.note)) this.#notes.push(item.note);
    if (!this.#start && item.source && item.origin === 'content')
      this.#start = { node: item.source.node, offset: start };
    let run = this.#open;
    if (!run || run.face !== word.face || (run.item !== item && !this.#sameLook(run, item, start))) {
      this.#close();
      const wordSpacing = item.style.wordSpacing + this.#give(item);
      run = { item, face: word.face, words: [], x: this.#x, width: 0, wordSpacing, start, end };
      this.#open = run;
    }
    run.words.push(word);
    run.width += width;
    run.end = end;
    this.#x += width;
  }

  /** Whether text of another item may go on in the open run. */
  #sameLook(run: OpenRun, item: InlineText, start: number): boolean {
    const { styleOf, style } = this.broken;
    const from = run.item;
    if (from.type !== 'text' || from.tag !== item.tag || from.origin !== item.origin) return false;
    if (from.source?.node !== item.source?.node || start < run.end) return false;
    const [a, b] = [from.style, item.style];
    return (
      a === b ||
      (a.fontSize === b.fontSize &&
        a.letterSpacing === b.letterSpacing &&
        a.wordSpacing === b.wordSpacing &&
        a.textDecoration === b.textDecoration &&
        a.language === b.language &&
        sameColor(a.color, b.color) &&
        this.#give(from) === this.#give(item) &&
        riseOf(styleOf(a), style) === riseOf(styleOf(b), style))
    );
  }

  #close(): void {
    if (this.#open) this.#runs.push(this.#finishRun(this.#open));
    this.#open = undefined;
  }

  #finishRun(run: OpenRun): GlyphRun {
    const { styleOf, style } = this.broken;
    const { item } = run;
    const look = item.style;
    const source = item.type === 'text' ? item.source : undefined;
    return {
      words: run.words,
      face: run.face,
      size: look.fontSize,
      color: look.color,
      letterSpacing: look.letterSpacing,
      wordSpacing: run.wordSpacing,
      x: run.x,
      rise: riseOf(styleOf(look), style),
      width: run.width,
      decoration: look.textDecoration,
      language: look.language,
      origin: item.type === 'text' ? item.origin : 'generated',
      ...(source ? { source: { node: source.node, start: run.start, end: run.end } } : {}),
      tag: item.tag,
    };
  }
}

function sameColor(a: Color, b: Color): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
