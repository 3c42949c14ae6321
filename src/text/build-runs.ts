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
import { looksAlike, noWords, OpenRuns, type OpenRun } from './open-run.js';
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
  readonly #runs: OpenRuns;
  /** Of the line at hand, tags of note calls and the first place of the content too. */
  atoms: PlacedAtom[] | undefined;
  notes: number[] | undefined;
  start: Line['start'];
  #boxes: BoxPlacer | undefined;
  /** The text item at hand, and what each of its spaces and letters gets on this line, pt. */
  #item: InlineText | undefined;
  #small = false;
  #look: ComputedStyle | undefined;
  #given = 0;
  #tracked = 0;
  #x = 0;
  #ratio = 0;
  /** It is the paragraph's first line. */
  #first = true;

  constructor(private readonly broken: BrokenParagraph) {
    this.#runs = new OpenRuns(broken.pieces);
  }

  /** Begins a line that is set with this ratio. */
  begin(ratio: number, first: boolean): void {
    this.#runs.clear();
    this.atoms = undefined;
    this.notes = undefined;
    this.start = undefined;
    this.#boxes = undefined;
    this.#item = undefined;
    this.#x = 0;
    this.#ratio = ratio;
    this.#first = first;
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
      this.#word(item, word, i, natural + this.#gifts(i, i + 1));
      // What stands after a tab, or after a letter kerned with it, stands there whatever the word before is wide.
      if (pieces.kind[i] === pieceKind.tab || (pieces.kerned.size > 0 && pieces.kerned.has(i)))
        this.#runs.open = false;
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
    const run = this.#runs.last;
    if (item?.type !== 'text' || !run || !this.#runs.open) return i + 1;
    const { item: items } = pieces;
    let end = i + 1;
    while (end < to && items[end] === index) end++;
    // By the sums of the paragraph: to look at each piece is as much work as all the rest of a line.
    const gifts = this.#tracked === 0 ? this.#spaceGifts(i + 1, end) : this.#gifts(i + 1, end);
    const width = pieces.widthOf(i + 1, end) + gifts;
    this.#x += width;
    run.width += width;
    if (run.source) run.source.end = (item.source?.offset ?? 0) + (pieces.end[end - 1] ?? 0);
    this.#runs.addPieces(i + 1, end);
    return end;
  }

  /** What the spaces from `a` up to `b` get on this line, pt. */
  #spaceGifts(a: number, b: number): number {
    const { stretch, shrink } = this.broken.pieces;
    const gives = this.#ratio > 0 ? stretch : shrink;
    return this.#ratio * ((gives[b] ?? 0) - (gives[a] ?? 0));
  }

  /** What spaces and letters get. Letters are counted only where each gets something. */
  #gifts(a: number, b: number): number {
    const { kind, words } = this.broken.pieces;
    let sum = 0;
    for (let i = a; i < b; i++) {
      if (kind[i] === pieceKind.space) sum += this.#given;
      else if (this.#tracked !== 0) sum += (words[i]?.glyphs.length ?? 0) * this.#tracked;
    }
    return sum;
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
    const { last: run, item } = this.#runs;
    const look = item && this.#runs.look;
    const { space } = look ? this.broken.styleOf(look).store : style.store;
    if (!run) return;
    if (run.face !== space.face) this.#runs.beginBehind(run, space, this.#x);
    this.#runs.addWord(space);
  }

  /** Shows the hyphen of a soft hyphen: in the run of its word, or after the edges that followed it. */
  hyphen(): void {
    let { last: run } = this.#runs;
    const look = this.#runs.item && this.#runs.look;
    if (!run || !look) return;
    const { hyphen } = this.broken.styleOf(look).store;
    const width = advanceOf(hyphen, look);
    if (!this.#runs.open || hyphen.face !== run.face) run = this.#runs.beginBehind(run, hyphen, this.#x);
    this.#runs.addWord(hyphen);
    run.width += width;
    this.#x += width;
  }

  /** Fills a leader, `extra` pt wider than it must be. */
  leader(i: number, extra: number): void {
    const { pieces, paragraph, styleOf, aligner } = this.broken;
    const item = paragraph.items[pieces.item[i] ?? 0];
    this.#runs.open = false;
    const width = pieces.widthOf(i, i + 1) + extra;
    if (item?.type === 'leader') {
      const place = { x: this.#x, width, rise: aligner.riseOf(pieces.box[i] ?? 0) };
      const leader = leaderRun(item, styleOf(item.style), place);
      if (leader) {
        this.#runs.begin(leader.run, i, leader.numbers);
        this.#runs.item = undefined;
      }
    }
    this.#x += width;
  }

  /** The finished runs. */
  runs(): readonly GlyphRun[] {
    return this.#runs.finished();
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
    this.#runs.open = false;
    if (item?.type === 'atom')
      (this.atoms ??= []).push({
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
    const { pieces } = this.broken;
    const { source, note } = item;
    const offset = source?.offset ?? 0;
    const start = offset + (pieces.start[i] ?? 0);
    if (note !== undefined && !this.notes?.includes(note)) (this.notes ??= []).push(note);
    if (!this.start && source && item.origin === 'content') this.start = { node: source.node, offset: start };
    const look = this.#look ?? item.style;
    const runs = this.#runs;
    let run = runs.last;
    const same = runs.item === item && runs.look === look;
    if (!run || !runs.open || run.face !== word.face || !(same || this.#sameLook(run, item, i))) {
      run = this.#opened(item, look, word, i);
      runs.begin(run, i);
      runs.item = item;
      runs.look = look;
      runs.open = true;
    }
    runs.addPieces(i, i + 1);
    run.width += width;
    if (run.source) run.source.end = offset + (pieces.end[i] ?? 0);
    this.#x += width;
  }

  /** A run that begins with piece `i`. */
  #opened(item: InlineText, look: ComputedStyle, { face }: FontWord, i: number): OpenRun {
    const { pieces, aligner } = this.broken;
    const { source } = item;
    const start = source ? source.offset + (pieces.start[i] ?? 0) : 0;
    return {
      numbers: noWords,
      face,
      size: look.fontSize,
      color: look.color,
      letterSpacing: look.letterSpacing + this.#tracked,
      // A space is a letter too: what the letters get it has got already.
      wordSpacing: look.wordSpacing + this.#given - this.#tracked,
      x: this.#x,
      rise: aligner.riseOf(pieces.box[i] ?? 0),
      width: 0,
      decorations: look.textDecorations,
      language: look.language,
      features: look.fontFeatures,
      origin: item.origin,
      tag: item.tag,
      source: source && { node: source.node, start, end: start },
    };
  }

  /** Whether text of another item, piece `i`, may go on in the open run. */
  #sameLook(run: OpenRun, item: InlineText, i: number): boolean {
    const { pieces, aligner } = this.broken;
    const before = this.#runs.look;
    const { source } = run;
    const start = (item.source?.offset ?? 0) + (pieces.start[i] ?? 0);
    if (!before || run.tag !== item.tag || run.origin !== item.origin) return false;
    if (source?.node !== item.source?.node || (source && start < source.end)) return false;
    if (aligner.riseOf(pieces.box[i] ?? 0) !== run.rise) return false;
    const look = this.#look ?? item.style;
    if (before === look) return true;
    const style = this.broken.styleOf(before);
    const [given, tracked] = [spaceGift(style, this.#ratio), letterGift(style, this.#ratio)];
    return given === this.#given && tracked === this.#tracked && looksAlike(before, look);
  }
}

/** What most lines have none of is one list for all. */
export const nothing: readonly never[] = [];
const noBoxes: Pick<Line, 'boxes' | 'anchors'> = { boxes: nothing, anchors: nothing };
