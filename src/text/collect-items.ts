/**
 * From inline items to pieces and breaks. Comes in: the items of one paragraph. Goes out: `Pieces`,
 * `Breaks` and `InlineBoxes` filled: white space processed across items (CSS Text 3 §4), text
 * transformed, words looked up. Offsets stay those of the items' own text.
 */
import type { InlineItem, InlineText } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import { BlankCollector } from './collect-blanks.js';
import { goesOnSimply, WordCollector } from './collect-words.js';
import { sourceOf, type Collecting, type FirstLineEnd, type TextSource } from './collecting.js';
import { forbidden } from './glue.js';
import { InlineBoxes } from './inline-boxes.js';
import { hangAtStart, hangMarks } from './hang-marks.js';
import { breakFlag, Breaks } from './breaks.js';
import { pieceKind, Pieces } from './pieces.js';
import { BreakPlacer, type Need } from './place-breaks.js';
import type { FontWord } from './shape-word.js';
import { advanceOf, leaderPattern, type StyleFinder, type TextStyle } from './text-style.js';
import { endsInWord } from './change-case.js';
import { kernTouching } from './kern-touching.js';
import { smallCaps } from './small-caps.js';
import { trimSpacing } from './trim-spacing.js';
import { indexIn, transformText } from './transform-text.js';
import { textBefore, wordAround } from './neighbour-text.js';
import { endOfBlanks, endOfWord, isBlank, isSeparator, lineFeed, noBreakSpace, tab } from './white-space.js';
import type { MissingCharacter, WordEntry } from './word-entry.js';
import type { WordPart } from './word-parts.js';

/** Penalty of a place inside a shattered word. */
const shatterCost = 500;
/** An author's mark invites a break; it does not force one. */
const preferredBonus = -200;
/** A leader never gets shorter than this many of its patterns. */
export const shortestLeader = 2;

const alone: readonly [string, string] = ['', ''];

/** Fills pieces, breaks and boxes, paragraph after paragraph. */
export class ItemCollector {
  readonly pieces = new Pieces();
  readonly breaks = new Breaks();
  readonly boxes = new InlineBoxes();
  readonly #placer: BreakPlacer;
  readonly #blanks: BlankCollector;
  readonly #words: WordCollector;
  #items: readonly InlineItem[] = [];
  #need: Need | undefined;
  /** The next word is the paragraph's first and may hang. */
  #hangs = false;

  constructor(
    private readonly styleOf: StyleFinder,
    /** Told of characters without a glyph. */
    private readonly missing: (item: InlineText, character: MissingCharacter, offset: number) => void,
  ) {
    this.#placer = new BreakPlacer(this.pieces, this.breaks, this.boxes, styleOf);
    this.#blanks = new BlankCollector(this.pieces, this.breaks, this.#placer);
    this.#words = new WordCollector(this.pieces, this.breaks, this.#placer);
  }

  /** Collects a paragraph. */
  collect(items: readonly InlineItem[], how: Collecting): void {
    const { pieces, breaks } = this;
    pieces.clear();
    breaks.clear();
    this.boxes.begin(how.style);
    this.#items = this.#blanks.items = items;
    this.#need = this.#placer.need = how.need;
    this.#hangs = how.style.hangingPunctuation.includes('first');
    this.#placer.startLine();
    items.forEach((item, index) => this.#item(item, index, how.firstLineEnd));
    // A line feed or <br> at the very end opens no further line; what has no extent goes with the last one.
    if (this.#placer.solid) this.#placer.endLine();
    else if (breaks.count > 0) breaks.next[breaks.count - 1] = pieces.count;
    trimSpacing(this);
    if (how.style.hangingPunctuation.length > 0) hangMarks({ pieces, breaks, items }, how.style);
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
  #cut({ item, at, hyphen }: FirstLineEnd): void {
    const source = this.#items[item];
    if (this.breaks.count <= at) this.#placer.endFirstLine();
    else this.#placer.startLine();
    if (!hyphen || source?.type !== 'text') return;
    this.breaks.flags[at] = breakFlag.hyphen;
    this.breaks.extra[at] = this.#hyphenWidth(this.styleOf(source.firstLine ?? source.style));
  }

  #stretch(source: TextSource, from: number, to: number): void {
    const { style, set } = source;
    const { collapse, breaksAtLineFeed } = style.whiteSpace;
    const text = to < set.text.length ? set.text.slice(0, to) : set.text;
    const simple = goesOnSimply(source);
    let i = from;
    while (i < to) {
      const unit = text.charCodeAt(i);
      if (unit === noBreakSpace) {
        this.#blanks.noBreakSpace(source, i++);
      } else if (isSeparator(unit)) {
        this.#blanks.separator(source, i++);
      } else if (!isBlank(unit)) {
        const start = i;
        i = endOfWord(text, i);
        this.#word(source, start, start === 0 && i === text.length ? text : text.slice(start, i));
      } else if (breaksAtLineFeed && unit === lineFeed) {
        i++;
        this.#placer.endLine();
      } else if (collapse) {
        const start = i;
        if (simple && this.#placer.simple && !this.#hangs) i = this.#words.collect(source, text, i);
        if (i > start) continue;
        i = endOfBlanks(text, i, breaksAtLineFeed);
        this.#blanks.space(source, start, i);
      } else {
        this.#blanks.preserved(source, i++, unit === tab);
      }
    }
  }

  #word(source: TextSource, offset: number, text: string): void {
    const { style, index, item, kind } = source;
    if (style.small) {
      for (const part of smallCaps(source, offset, text, style.small))
        this.#word(part.source, part.offset, part.text);
      return;
    }
    const around = style.store.hyphenates ? this.#around(source, offset, text) : alone;
    const entry = around === alone ? style.store.entry(text) : style.store.entryWithin(text, around);
    if (this.#hangs) this.#hangFirst(entry, style);
    const first = offset === 0 ? entry.parts[0] : undefined;
    if (first && first.textStart === 0) this.#kern(first.word, style);
    this.#placer.beforeWord(entry.kind, text, style, around[1]);
    if (entry.simple && !this.#need) {
      this.pieces.add(kind, index, this.#width(entry, style.style), entry.simple);
      this.pieces.range(sourceOf(source, offset), sourceOf(source, offset + text.length));
      this.#track(style, entry.simple);
    } else {
      for (const one of entry.missing) this.missing(item, one, sourceOf(source, offset + one.at));
      for (const part of entry.parts) this.#part(source, offset, part);
    }
  }

  #kern(word: FontWord, style: TextStyle): void {
    const { pieces, styleOf } = this;
    const { lineStart } = this.#placer;
    if (pieces.count > lineStart)
      kernTouching({ pieces, items: this.#items, lineStart, styleOf }, word, style);
  }

  /** What of the same word stands in the items before and after. */
  #around({ index, set }: TextSource, offset: number, text: string): readonly [string, string] {
    const begins = offset === 0;
    const ends = offset + text.length === set.text.length;
    if (!begins && !ends) return alone;
    const [before, after] = wordAround(this.#items, index);
    if (!(begins && before) && !(ends && after)) return alone;
    return [begins ? before : '', ends ? after : ''];
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
    if (part.word.face !== style.store.chain.primary) this.pieces.mixed = true;
    const anywhere = this.#placer.breaksAnywhere(style);
    const extra = part.hyphen ? this.#hyphenWidth(style) : 0;
    const width = advanceOf(part.word, style.style);
    const tooWide = anywhere && width + extra > (this.#need?.room ?? 0);
    for (const piece of tooWide ? style.store.shatter(part) : [part]) {
      if (tooWide && piece.start > part.start) this.#placer.breakHere(shatterCost);
      else if (anywhere && part.start > 0) this.#placer.partHere();
      this.pieces.add(kind, index, advanceOf(piece.word, style.style), piece.word);
      this.pieces.range(sourceOf(source, offset + piece.start), sourceOf(source, offset + piece.end));
      this.#track(style, piece.word);
    }
    const allowed = part.cost !== forbidden && !(part.hyphen && style.style.hyphens === 'none');
    if (!allowed || !style.whiteSpace.wraps) return;
    this.#placer.breakHere(part.cost, part.hyphen ? breakFlag.hyphen : breakFlag.none, extra);
  }

  /** Letters give way within the limits that the sheet states. */
  #track({ tracking: { looser, tighter } }: TextStyle, { glyphs }: FontWord): void {
    if (looser > 0 || tighter > 0) this.pieces.track(glyphs.length * looser, glyphs.length * tighter);
  }

  #hyphenWidth(style: TextStyle): number {
    return advanceOf(style.store.hyphen, style.style);
  }
}
