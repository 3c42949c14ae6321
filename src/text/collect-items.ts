/**
 * From inline items to pieces and breaks. Comes in: the items of one paragraph. Goes out: `Pieces`,
 * `Breaks` and `InlineBoxes` filled: white space processed across items (CSS Text 3 §4), text
 * transformed, words looked up. Offsets stay those of the items' own text.
 */
import type { InlineItem, InlineText } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import type { Collecting, FirstLineEnd, TextSource } from './collecting.js';
import { forbidden } from './glue.js';
import { InlineBoxes } from './inline-boxes.js';
import { endsInSeparator, hangAtStart, hangMarks } from './hang-marks.js';
import { breakFlag, Breaks, pieceKind, Pieces } from './pieces.js';
import { BreakPlacer, needCost, type Need } from './place-breaks.js';
import type { InkedWord } from './shape-word.js';
import { advanceOf, leaderPattern, type StyleFinder, type TextStyle } from './text-style.js';
import { endsInWord } from './change-case.js';
import { smallCaps } from './small-caps.js';
import { indexIn, transformText } from './transform-text.js';
import { joinsText, textBefore } from './neighbour-text.js';
import { endOfBlanks, endOfWord, hasLineFeed, isBlank, lineFeed, noBreakSpace, tab } from './white-space.js';
import type { MissingCharacter, WordEntry, WordPart } from './word-store.js';

/** Penalty of a place inside a shattered word. */
const shatterCost = 500;
/** An author's mark invites a break; it does not force one. */
const preferredBonus = -200;
/** A leader never gets shorter than this many of its patterns. */
export const shortestLeader = 2;

/** Fills pieces, breaks and boxes, paragraph after paragraph. */
export class ItemCollector {
  readonly pieces = new Pieces();
  readonly breaks = new Breaks();
  readonly boxes = new InlineBoxes();
  readonly #placer: BreakPlacer;
  #items: readonly InlineItem[] = [];
  #need: Need | undefined;
  /** The next word is the paragraph's first and may hang. */
  #hangs = false;
  /** There are spaces that are characters of words. */
  #separators = false;

  constructor(
    private readonly styleOf: StyleFinder,
    /** Told of characters without a glyph. */
    private readonly missing: (item: InlineText, character: MissingCharacter, offset: number) => void,
  ) {
    this.#placer = new BreakPlacer(this.pieces, this.breaks, this.boxes, styleOf);
  }

  /** Collects a paragraph. */
  collect(items: readonly InlineItem[], how: Collecting): void {
    const { pieces, breaks } = this;
    pieces.clear();
    breaks.clear();
    this.boxes.begin(how.style);
    this.#items = items;
    this.#need = this.#placer.need = how.need;
    this.#hangs = how.style.hangingPunctuation.includes('first');
    this.#separators = false;
    this.#placer.startLine();
    items.forEach((item, index) => this.#item(item, index, how.firstLineEnd));
    // A line feed or <br> at the very end opens no further line; what has no extent goes with the last one.
    if (this.#placer.solid) this.#placer.endLine();
    else if (breaks.count > 0) breaks.next[breaks.count - 1] = pieces.count;
    if (this.#separators || how.style.hangingPunctuation.length > 0)
      hangMarks({ pieces, breaks, items }, how.style);
  }

  #item(item: InlineItem, index: number, cut: FirstLineEnd | undefined): void {
    if (cut?.item === index && item.type !== 'text') this.#cut(cut);
    switch (item.type) {
      case 'text':
        this.#text(item, index, cut);
        break;
      case 'open':
      case 'close':
        this.#edge(item, index);
        break;
      case 'anchor':
        // After a blank it stays on the blank's line, unless a box has begun since.
        this.pieces.add(pieceKind.anchor, index, 0);
        break;
      case 'atom': {
        const style = this.styleOf(item.style);
        this.#placer.beforeAtom(style);
        this.pieces.add(pieceKind.atom, index, item.width);
        this.pieces.atoms = true;
        this.#placer.afterAtom(style);
        break;
      }
      case 'break':
        this.#placer.endLine();
        break;
      case 'opportunity':
        if (item.preferred) this.#placer.offer(preferredBonus, breakFlag.preferred);
        else this.#placer.offer();
        break;
      case 'leader': {
        const { width } = leaderPattern(this.styleOf(item.style), item.pattern);
        this.#placer.beforeOther();
        this.pieces.add(pieceKind.leader, index, shortestLeader * width);
        this.#placer.glue('always');
        break;
      }
      case 'space':
        this.#placer.beforeEdge(true, item.width);
        this.pieces.add(pieceKind.gap, index, item.width);
        break;
    }
  }

  #edge(item: Extract<InlineItem, { type: 'open' | 'close' }>, index: number): void {
    const { pieces, boxes } = this;
    const begins = item.type === 'open';
    this.#placer.beforeEdge(begins, item.width);
    // Both edges are pieces of the box itself.
    pieces.inBox = begins ? boxes.open(item) : boxes.current;
    pieces.add(begins ? pieceKind.open : pieceKind.close, index, item.width);
    if (begins) return;
    boxes.close();
    pieces.inBox = boxes.current;
    this.#placer.left();
  }

  #text(item: InlineText, index: number, cut: FirstLineEnd | undefined): void {
    const { firstLine, style: normal } = item;
    const onFirst = firstLine !== undefined && (!cut || index <= cut.item);
    this.pieces.inBox = this.boxes.holding(normal, firstLine);
    const source = this.#source(item, index, onFirst ? firstLine : normal);
    if (cut?.item === index) {
      this.#stretch(source, 0, indexIn(source.set, cut.offset));
      this.#cut(cut);
      const rest = this.#source(item, index, normal);
      this.#stretch(rest, indexIn(rest.set, cut.offset), rest.set.text.length);
    } else this.#stretch(source, 0, source.set.text.length);
    this.pieces.inBox = this.boxes.current;
  }

  #source(item: InlineText, index: number, style: ComputedStyle): TextSource {
    const inWord = style.textTransform === 'capitalize' && endsInWord(textBefore(this.#items, index));
    const set = transformText(item, style, inWord);
    return { item, index, style: this.styleOf(style), set, kind: pieceKind.box };
  }

  /** The first line ends here: what follows begins as after a break. */
  #cut({ item, offset, at }: FirstLineEnd): void {
    const source = this.#items[item];
    const hyphen = source?.type === 'text' && source.text.charAt(offset - 1) === '\u00ad';
    if (this.breaks.count <= at) this.#placer.endFirstLine();
    else this.#placer.startLine();
    if (!hyphen) return;
    this.breaks.flags[at] = breakFlag.hyphen;
    this.breaks.extra[at] = this.#hyphenWidth(this.styleOf(source.firstLine ?? source.style));
  }

  #stretch(source: TextSource, from: number, to: number): void {
    const { style, set } = source;
    const { collapse, breaksAtLineFeed } = style.whiteSpace;
    const text = to < set.text.length ? set.text.slice(0, to) : set.text;
    let i = from;
    while (i < to) {
      const unit = text.charCodeAt(i);
      if (unit === noBreakSpace) {
        this.#noBreakSpace(source, i++);
      } else if (!isBlank(unit)) {
        const start = i;
        i = endOfWord(text, i);
        this.#word(source, start, start === 0 && i === text.length ? text : text.slice(start, i));
      } else if (breaksAtLineFeed && unit === lineFeed) {
        i++;
        this.#placer.endLine();
      } else if (collapse) {
        const start = i;
        i = endOfBlanks(text, i, breaksAtLineFeed);
        this.#space(source, start, i);
      } else {
        this.#preserved(source, i++, unit === tab);
      }
    }
  }

  /** One space for a run of blanks; none at the start of a line or after another one. */
  #space(source: TextSource, start: number, end: number): void {
    if (this.#placer.swallows) return;
    const { style, index, set } = source;
    if (hasLineFeed(set.text, start, end) && joinsText(this.#items, index, set.text, [start, end])) return;
    this.#placer.beforeBlank(style, false);
    const { width, stretch, shrink } = style.space;
    this.pieces.add(pieceKind.space, index, width, style.store.space);
    this.#range(source, start, end);
    this.pieces.give(stretch, shrink);
  }

  /** A blank kept as it is; a tab is as wide as it must be once it is known where its line begins. */
  #preserved(source: TextSource, at: number, isTab: boolean): void {
    const { style, index } = source;
    const { hangs, breaksAfterEach } = style.whiteSpace;
    if (hangs) this.#placer.beforeBlank(style, true);
    else this.#placer.beforeOther();
    this.pieces.add(
      isTab ? pieceKind.tab : pieceKind.space,
      index,
      isTab ? 0 : style.space.width,
      style.store.space,
    );
    this.#range(source, at, at + 1);
    if (isTab) this.pieces.tabs = true;
    if (breaksAfterEach) this.#placer.offer();
  }

  /** Stretches like a space (a fixed one makes lines gape) but never ends a line. */
  #noBreakSpace(source: TextSource, at: number): void {
    const { style, index } = source;
    this.#placer.beforeNoBreakSpace();
    const { width, stretch, shrink } = style.space;
    const begun = this.pieces.count > this.#placer.lineStart;
    this.pieces.add(pieceKind.space, index, width, style.store.noBreakSpace);
    this.#range(source, at, at + 1);
    this.pieces.give(stretch, shrink);
    if (this.#need && style.whiteSpace.wraps && begun)
      this.breaks.add(this.pieces.count - 1, this.pieces.count, needCost);
    this.#placer.glue('touching');
  }

  #word(source: TextSource, offset: number, text: string): void {
    const { style, index, item, kind } = source;
    if (style.small) {
      for (const part of smallCaps(source, offset, text, style.small))
        this.#word(part.source, part.offset, part.text);
      return;
    }
    const entry = style.store.entry(text);
    if (this.#hangs) this.#hangFirst(entry, style);
    this.#placer.beforeWord(entry.kind, text, style);
    if (entry.simple && !this.#need) {
      this.pieces.add(kind, index, this.#width(entry, style.style), entry.simple);
      this.#range(source, offset, offset + text.length);
      this.#track(style, entry.simple);
    } else {
      for (const one of entry.missing) this.missing(item, one, this.#sourceOf(source, offset + one.at));
      for (const part of entry.parts) this.#part(source, offset, part);
    }
  }

  /** The first mark of a paragraph stands before the line's start: blank that is negative. */
  #hangFirst({ parts: [first] }: WordEntry, style: TextStyle): void {
    this.#hangs = false;
    const width = first ? hangAtStart(first.word, style.style) : 0;
    if (width > 0) this.pieces.add(pieceKind.gap, -1, -width);
  }

  #width({ simple, width }: WordEntry, { fontSize, letterSpacing }: ComputedStyle): number {
    const advance = (width * fontSize) / 1000;
    return letterSpacing === 0 || !simple ? advance : advance + simple.glyphs.length * letterSpacing;
  }

  #part(source: TextSource, offset: number, part: WordPart): void {
    const { style, index, kind } = source;
    const anywhere = this.#placer.breaksAnywhere(style);
    const extra = part.hyphen ? this.#hyphenWidth(style) : 0;
    const width = advanceOf(part.word, style.style);
    const tooWide = anywhere && width + extra > (this.#need?.room ?? 0);
    for (const piece of tooWide ? style.store.shatter(part) : [part]) {
      if (tooWide && piece.start > part.start) this.#placer.breakHere(shatterCost);
      else if (anywhere && part.start > 0) this.#placer.partHere();
      this.pieces.add(kind, index, advanceOf(piece.word, style.style), piece.word);
      this.#range(source, offset + piece.start, offset + piece.end);
      this.#track(style, piece.word);
    }
    if (!this.#separators && endsInSeparator(part.word.text)) this.#separators = true;
    const allowed = part.cost !== forbidden && !(part.hyphen && style.style.hyphens === 'none');
    if (!allowed || !style.whiteSpace.wraps) return;
    this.#placer.breakHere(part.cost, part.hyphen ? breakFlag.hyphen : breakFlag.none, extra);
  }

  /** Letters give way within the limits that the sheet states. */
  #track({ tracking: { looser, tighter } }: TextStyle, { glyphs }: InkedWord): void {
    if (looser > 0 || tighter > 0) this.pieces.track(glyphs.length * looser, glyphs.length * tighter);
  }

  #hyphenWidth(style: TextStyle): number {
    return advanceOf(style.store.hyphen, style.style);
  }

  /** Range of the last piece in its item's own text. */
  #range(source: TextSource, start: number, end: number): void {
    this.pieces.range(this.#sourceOf(source, start), this.#sourceOf(source, end));
  }

  #sourceOf({ set: { map } }: TextSource, at: number): number {
    return map ? (map[at] ?? at) : at;
  }
}
