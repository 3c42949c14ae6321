/**
 * Puts the pieces of one line together to glyph runs. A run ends where face, size, colour, spacing,
 * rise, decoration, language, tag or source change, and at the edges of inline boxes. Comes in: piece after
 * piece. Goes out: runs, atoms, boxes, anchors, note calls and the line's first place in the source.
 */
import type { GlyphRun, Line, PlacedAtom } from '../document/glyph-run.js';
import type { InlineText, ParagraphInput } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import type { LineAligner } from './align-line.js';
import type { InlineBoxes } from './inline-boxes.js';
import type { Breaks } from './breaks.js';
import { pieceKind, type Pieces } from './pieces.js';
import { BoxPlacer } from './place-boxes.js';
import { leaderRun } from './leader-run.js';
import { finishRun, looksAlike, type OpenRun } from './open-run.js';
import type { FontWord } from './shape-word.js';
import { advanceOf, letterGift, spaceGift, type StyleFinder, type TextStyle } from './text-style.js';

/** What lines are made of. */
export interface BrokenParagraph {
  readonly paragraph: ParagraphInput;
  readonly style: TextStyle;
  readonly pieces: Pieces;
  readonly breaks: Breaks;
  readonly boxes: InlineBoxes;
  readonly aligner: LineAligner;
  readonly styleOf: StyleFinder;
}

/** Builds the runs of a paragraph's lines, one line after the other, from left to right. */
export class RunBuilder {
  /** Those of the line at hand. */
  #runs: OpenRun[] = [];
  #atoms: PlacedAtom[] | undefined;
  #notes: number[] | undefined;
  /** The first place of the content on the line. */
  start: Line['start'];
  #boxes: BoxPlacer | undefined;
  /** The text item at hand, and what each of its spaces and letters gets on this line, pt. */
  #item: InlineText | undefined;
  #small = false;
  #look: ComputedStyle | undefined;
  #given = 0;
  #tracked = 0;
  /** The last run, when it may grow. */
  #open: OpenRun | undefined;
  #x = 0;
  #ratio = 0;
  /** It is the paragraph's first line. */
  #first = true;

  constructor(private readonly broken: BrokenParagraph) {}

  /** Begins a line that is set with this ratio. */
  begin(ratio: number, first: boolean): void {
    this.#runs = [];
    this.#atoms = undefined;
    this.#notes = undefined;
    this.start = undefined;
    this.#boxes = undefined;
    this.#item = undefined;
    this.#open = undefined;
    this.#x = 0;
    this.#ratio = ratio;
    this.#first = first;
  }

  get atoms(): readonly PlacedAtom[] {
    return this.#atoms ?? nothing;
  }

  /** Tags of note calls. */
  get notes(): readonly number[] {
    return this.#notes ?? nothing;
  }

  /** pt; what is set so far. */
  get width(): number {
    return this.#x;
  }

  /** Sets a word, space, atom, edge, anchor or gap. */
  piece(i: number): void {
    const { pieces, paragraph } = this.broken;
    const item = paragraph.items[pieces.item[i] ?? 0];
    const word = pieces.words[i];
    const natural = pieces.widthOf(i, i + 1);
    if (word !== undefined && item?.type === 'text') {
      const small = pieces.kind[i] === pieceKind.small;
      if (item !== this.#item || small !== this.#small) this.#turnTo(item, small);
      this.#word(item, word, i, natural + this.#gift(i, word));
      // What stands after a tab, or after a letter kerned with it, stands there whatever the word before is wide.
      if (pieces.kind[i] === pieceKind.tab || (pieces.kerned.size > 0 && pieces.kerned.has(i)))
        this.#open = undefined;
      return;
    }
    this.#other(i, natural);
  }

  /** Sets words and spaces of one item, in one face and look, from `i` on, at most up to `to`; past the last one. */
  text(i: number, to: number): number {
    const { pieces, paragraph } = this.broken;
    const index = pieces.item[i] ?? 0;
    this.piece(i);
    const item = paragraph.items[index];
    const run = this.#open;
    if (item?.type !== 'text' || !run) return i + 1;
    const { item: items, kind, words, width: widths } = pieces;
    let x = this.#x;
    let { width } = run;
    let end = i + 1;
    for (; end < to && items[end] === index; end++) {
      const word = words[end];
      // Not `!word`, which reads the word, and waits for memory at each.
      if (word === undefined) continue;
      let advance = (widths[end + 1] ?? 0) - (widths[end] ?? 0);
      if (kind[end] === pieceKind.space) advance += this.#given;
      else if (this.#tracked !== 0) advance += this.#gift(end, word);
      x += advance;
      width += advance;
      if (run.words) run.words.push(word);
    }
    if (!run.words) run.to = end;
    this.#x = x;
    run.width = width;
    if (item.source) run.end = item.source.offset + (pieces.end[end - 1] ?? 0);
    return end;
  }

  /** What a piece gets on this line, pt. A word's letters are counted only where each gets something. */
  #gift(i: number, word: FontWord): number {
    if (this.broken.pieces.kind[i] === pieceKind.space) return this.#given;
    return this.#tracked === 0 ? 0 : word.glyphs.length * this.#tracked;
  }

  /** Hangs a space after the line's end, in the text, not in the width; edges and anchors keep theirs. */
  hang(i: number, width = 0): void {
    const { pieces, paragraph } = this.broken;
    const item = paragraph.items[pieces.item[i] ?? 0];
    const word = pieces.words[i];
    if (word !== undefined && item?.type === 'text') {
      this.#turnTo(item, false);
      this.#word(item, word, i, width);
    } else this.#other(i, pieces.widthOf(i, i + 1));
  }

  /** Hangs a space that stands for a forced break, in the last run of the line. */
  hangSpace(style: TextStyle): void {
    const run = this.#runs.at(-1);
    const { space } = run?.item.type === 'text' ? this.broken.styleOf(run.look).store : style.store;
    if (run && run.face === space.face) this.#wordsOf(run).push(space);
  }

  /** Shows the hyphen of a soft hyphen: in the run of its word, or after the edges that followed it. */
  hyphen(): void {
    const last = this.#runs.at(-1);
    if (last?.item.type !== 'text') return;
    const { hyphen } = this.broken.styleOf(last.look).store;
    const width = advanceOf(hyphen, last.look);
    let run = last;
    if (this.#open !== last || hyphen.face !== last.face) {
      run = { ...last, face: hyphen.face, words: [], x: this.#x, width: 0, start: last.end };
      this.#runs.push(run);
    }
    this.#wordsOf(run).push(hyphen);
    run.width += width;
    this.#x += width;
  }

  /** Fills a leader, `extra` pt wider than it must be. */
  leader(i: number, extra: number): void {
    const { pieces, paragraph, styleOf, aligner } = this.broken;
    const item = paragraph.items[pieces.item[i] ?? 0];
    this.#open = undefined;
    const width = pieces.widthOf(i, i + 1) + extra;
    if (item?.type === 'leader') {
      const place = { piece: i, x: this.#x, width, rise: aligner.riseOf(pieces.box[i] ?? 0) };
      const run = leaderRun(item, styleOf(item.style), place);
      if (run) this.#runs.push(run);
    }
    this.#x += width;
  }

  /** The finished runs. */
  runs(): readonly GlyphRun[] {
    const runs: GlyphRun[] = [];
    for (const run of this.#runs) runs.push(finishRun(run, this.broken.pieces));
    return runs;
  }

  /** The words of a run: most runs are pieces in a row, taken in one go. */
  #wordsOf(run: OpenRun): FontWord[] {
    return (run.words ??= this.broken.pieces.wordsFrom(run.from, run.to));
  }

  /** The finished boxes and anchors; boxes that are still open end where the line does. */
  boxes(): Pick<Line, 'boxes' | 'anchors'> {
    const placed = this.#boxes ?? (this.broken.boxes.edged ? this.#placer() : undefined);
    return placed ? placed.finish(this.#x, this.#first) : noBoxes;
  }

  #placer(): BoxPlacer {
    const { boxes, aligner, styleOf } = this.broken;
    return (this.#boxes ??= new BoxPlacer(boxes, aligner, styleOf));
  }

  #other(i: number, width: number): void {
    const { pieces, paragraph, aligner } = this.broken;
    const item = paragraph.items[pieces.item[i] ?? 0];
    const box = pieces.box[i] ?? 0;
    if (item?.type === 'anchor') {
      this.#placer().anchor(item.tag, this.#x);
      return;
    }
    this.#open = undefined;
    if (item?.type === 'atom')
      (this.#atoms ??= []).push({
        tag: item.tag,
        x: this.#x,
        width: item.width,
        rise: aligner.riseOfAtom(i),
      });
    if (item?.type === 'open') this.#placer().open(box, this.#x);
    this.#x += width;
    if (item?.type === 'close') this.#placer().close(box, this.#x);
  }

  #turnTo(item: InlineText, small: boolean): void {
    const own = (this.#first ? item.firstLine : undefined) ?? item.style;
    const look = (small ? this.broken.styleOf(own).small?.style : undefined) ?? own;
    this.#item = item;
    this.#small = small;
    this.#look = look;
    const style = this.broken.styleOf(look);
    this.#given = spaceGift(style, this.#ratio);
    this.#tracked = letterGift(style, this.#ratio);
  }

  #word(item: InlineText, word: FontWord, i: number, width: number): void {
    const { pieces, aligner } = this.broken;
    const offset = item.source?.offset ?? 0;
    const start = item.source ? offset + (pieces.start[i] ?? 0) : -1;
    const end = item.source ? offset + (pieces.end[i] ?? 0) : -1;
    if (item.note !== undefined && !this.notes.includes(item.note)) (this.#notes ??= []).push(item.note);
    if (!this.start && item.source && item.origin === 'content')
      this.start = { node: item.source.node, offset: start };
    const look = this.#look ?? item.style;
    let run = this.#open;
    const goesOn =
      run?.face === word.face && ((run.item === item && run.look === look) || this.#sameLook(run, item, i));
    if (!run || !goesOn) {
      const letterSpacing = look.letterSpacing + this.#tracked;
      // A space is a letter too: what the letters get it has got already.
      const wordSpacing = look.wordSpacing + this.#given - this.#tracked;
      run = {
        item,
        look,
        face: word.face,
        words: undefined,
        from: i,
        to: i,
        x: this.#x,
        rise: aligner.riseOf(pieces.box[i] ?? 0),
        width: 0,
        letterSpacing,
        wordSpacing,
        start,
        end,
      };
      this.#open = run;
      this.#runs.push(run);
    }
    if (run.words === undefined && run.to === i) run.to = i + 1;
    else this.#wordsOf(run).push(word);
    run.width += width;
    run.end = end;
    this.#x += width;
  }

  /** Whether text of another item, piece `i`, may go on in the open run. */
  #sameLook(run: OpenRun, item: InlineText, i: number): boolean {
    const { pieces, aligner } = this.broken;
    const from = run.item;
    const start = (item.source?.offset ?? 0) + (pieces.start[i] ?? 0);
    if (from.type !== 'text' || from.tag !== item.tag || from.origin !== item.origin) return false;
    if (from.source?.node !== item.source?.node || (item.source && start < run.end)) return false;
    if (aligner.riseOf(pieces.box[i] ?? 0) !== run.rise) return false;
    const look = this.#look ?? item.style;
    if (run.look === look) return true;
    const before = this.broken.styleOf(run.look);
    const [given, tracked] = [spaceGift(before, this.#ratio), letterGift(before, this.#ratio)];
    return given === this.#given && tracked === this.#tracked && looksAlike(run.look, look);
  }
}

/** What most lines have none of is one list for all. */
const nothing: readonly never[] = [];
const noBoxes: Pick<Line, 'boxes' | 'anchors'> = { boxes: nothing, anchors: nothing };
