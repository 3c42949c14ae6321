/**
 * From inline items to pieces and breaks. Comes in: the items of one paragraph. Goes out: `Pieces` and
 * `Breaks` filled: white space processed across items (CSS Text 3 §4), text transformed, words
 * looked up, glue rules asked at each blank. Offsets stay those of the items' own text.
 */
import type { InlineItem, InlineText } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import { forbidden, glueCost, openingDash } from './glue.js';
import { breakFlag, Breaks, pieceKind, Pieces } from './pieces.js';
import { advanceOf, leaderPattern, type TextStyle } from './text-style.js';
import { transformText } from './transform-text.js';
import type { MissingCharacter, WordEntry, WordPart } from './word-store.js';

/** Finds the text style of an item's style. */
export type StyleFinder = (style: InlineText['style']) => TextStyle;

/** In need: lines are broken where it is forbidden, and words wider than this (pt) are shattered. */
export interface Need {
  readonly room: number;
}

/** Penalty of a place that is otherwise forbidden, and of one inside a shattered word. */
const needCost = 2_000;
const shatterCost = 500;
/** Between parts of one word (a change of face or of item): worse than any line that can be set. */
const partCost = 5_000;
/** An author's mark invites a break; it does not force one. */
const preferredBonus = -200;

const tabStop = 8;
/** A leader never gets shorter than this many of its patterns. */
export const shortestLeader = 2;

const space = 0x20;
const lineFeed = 0x0a;
const noBreakSpace = 0xa0;

/** The blanks of CSS Text 3 §4.1; other Unicode spaces are characters of words. */
function isBlank(unit: number): boolean {
  return (
    unit <= space && (unit === space || unit === lineFeed || unit === 0x09 || unit === 0x0d || unit === 0x0c)
  );
}

function endOfWord(text: string, from: number): number {
  let i = from;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (unit === noBreakSpace || isBlank(unit)) break;
    i++;
  }
  return i;
}

/** Fills pieces and breaks, paragraph after paragraph. */
export class ItemCollector {
  readonly pieces = new Pieces();
  readonly breaks = new Breaks();
  /** Class of the last word for the glue rules; 0 after something else. */
  #kind = 0;
  /** First of the spaces since the last word; −1 when there is none. */
  #gap = -1;
  /** Past the last of them. */
  #gapEnd = -1;
  /** Whether the spaces since the last word allow a break. */
  #gapWraps = false;
  /** First piece of the current line, counted from the last forced break. */
  #lineStart = 0;
  /** Whether anything but collapsible space stands on the current line. */
  #begun = false;
  /** A break that needs no blank, waiting for what follows. */
  #offered: { readonly cost: number; readonly flags: number } | undefined;
  /** What stands last does not let go of what follows: no-break space, leader. */
  #glued = false;
  #need: Need | undefined;

  constructor(
    private readonly styleOf: StyleFinder,
    /** Told of characters without a glyph. */
    private readonly missing: (item: InlineText, character: MissingCharacter, offset: number) => void,
  ) {}

  /** Collects a paragraph. */
  collect(items: readonly InlineItem[], need?: Need): void {
    this.pieces.clear();
    this.breaks.clear();
    this.#need = need;
    this.#startLine();
    items.forEach((item, index) => this.#item(item, index));
    // A line feed or <br> at the very end opens no further line.
    if (this.pieces.count > this.#lineStart) this.#endLine();
  }

  #item(item: InlineItem, index: number): void {
    switch (item.type) {
      case 'text':
        this.#text(item, index);
        break;
      case 'atom':
        // A break is allowed on both sides of an atom (CSS Text 3 §5.1).
        if (this.styleOf(item.style).whiteSpace.wraps) this.#offered ??= { cost: 0, flags: breakFlag.none };
        this.#add(pieceKind.atom, index, item.width);
        if (this.styleOf(item.style).whiteSpace.wraps) this.#offered = { cost: 0, flags: breakFlag.none };
        break;
      case 'break':
        this.#endLine();
        break;
      case 'opportunity':
        this.#offered = item.preferred
          ? { cost: preferredBonus, flags: breakFlag.preferred }
          : { cost: 0, flags: breakFlag.none };
        break;
      case 'leader': {
        const { width } = leaderPattern(this.styleOf(item.style), item.pattern);
        this.#add(pieceKind.leader, index, shortestLeader * width);
        this.#glued = true;
        break;
      }
      case 'space':
        this.pieces.add(pieceKind.gap, index, item.width);
        break;
    }
  }

  /** A piece that is no text; the glue rules know nothing of it. */
  #add(kind: typeof pieceKind.atom | typeof pieceKind.leader, item: number, width: number): void {
    this.#closeGap(0);
    this.pieces.add(kind, item, width);
  }

  #text(item: InlineText, index: number): void {
    const style = this.styleOf(item.style);
    const { collapse, breaksAtLineFeed } = style.whiteSpace;
    const text = transformText(item);
    let i = 0;
    while (i < text.length) {
      const unit = text.charCodeAt(i);
      if (unit === noBreakSpace) {
        this.#noBreakSpace(style, index, i++);
      } else if (!isBlank(unit)) {
        const start = i;
        i = endOfWord(text, i);
        this.#word(item, index, start, text.slice(start, i));
      } else if (breaksAtLineFeed && unit === lineFeed) {
        i++;
        if (collapse) this.#dropSpaces();
        this.#endLine();
      } else if (collapse) {
        const start = i;
        while (
          i < text.length &&
          isBlank(text.charCodeAt(i)) &&
          !(breaksAtLineFeed && text.charCodeAt(i) === lineFeed)
        )
          i++;
        this.#space(style, index, start, i);
      } else {
        this.#preserved(style, index, i++, unit);
      }
    }
  }

  /** One space for a run of blanks; none at the start of a line or after another one. */
  #space(style: TextStyle, item: number, start: number, end: number): void {
    if (!this.#begun || this.#gap >= 0) return;
    this.#openGap(style);
    const { width, stretch, shrink } = style.space;
    this.pieces.add(pieceKind.space, item, width, style.store.space);
    this.pieces.range(start, end);
    this.pieces.give(stretch, shrink);
    this.#gapEnd = this.pieces.count;
  }

  /** A blank kept as it is; a tab goes on to the next multiple of eight columns. */
  #preserved(style: TextStyle, item: number, at: number, unit: number): void {
    if (this.#gap < 0) this.#openGap(style);
    const count = unit === 0x09 ? tabStop - (this.#column() % tabStop) : 1;
    for (let i = 0; i < count; i++) {
      this.pieces.add(pieceKind.space, item, style.space.width, style.store.space);
      this.pieces.range(at, i === 0 ? at + 1 : at);
    }
    this.#gapEnd = this.pieces.count;
  }

  /** Characters on the line so far, for tabs. */
  #column(): number {
    let column = 0;
    for (let i = this.#lineStart; i < this.pieces.count; i++)
      column += this.pieces.words[i]?.text.length ?? 0;
    return column;
  }

  /** Stretches like a space (a fixed one makes lines gape) but never ends a line. */
  #noBreakSpace(style: TextStyle, item: number, at: number): void {
    if (this.#gap < 0) this.#offered = undefined;
    this.#closeGap(0);
    const { width, stretch, shrink } = style.space;
    this.pieces.add(pieceKind.space, item, width, style.store.noBreakSpace);
    this.pieces.range(at, at + 1);
    this.pieces.give(stretch, shrink);
    if (this.#need && style.whiteSpace.wraps && this.pieces.count > this.#lineStart + 1)
      this.breaks.add(this.pieces.count - 1, this.pieces.count, needCost);
    this.#glued = true;
  }

  #word(item: InlineText, index: number, offset: number, text: string): void {
    const style = this.styleOf(item.style);
    const entry = style.store.entry(text);
    const first = !this.#begun;
    const anywhere =
      this.#need !== undefined && style.style.overflowWrap !== 'normal' && style.whiteSpace.wraps;
    this.#closeGap(entry.kind, anywhere);
    if (entry.simple && !this.#need) {
      this.pieces.add(pieceKind.box, index, this.#width(entry, style.style), entry.simple);
      this.pieces.range(offset, offset + text.length);
    } else {
      for (const one of entry.missing) this.missing(item, one, offset + one.at);
      for (const part of entry.parts) this.#part(style, index, offset, part);
    }
    this.#kind = first ? openingDash(entry.kind) : entry.kind;
  }

  #width({ simple, width }: WordEntry, { fontSize, letterSpacing }: ComputedStyle): number {
    const advance = (width * fontSize) / 1000;
    return letterSpacing === 0 || !simple ? advance : advance + simple.glyphs.length * letterSpacing;
  }

  #part(style: TextStyle, item: number, offset: number, part: WordPart): void {
    const { hyphens, overflowWrap } = style.style;
    const widthOf = (piece: WordPart): number => advanceOf(piece.word, style.style);
    const anywhere = this.#need !== undefined && overflowWrap !== 'normal' && style.whiteSpace.wraps;
    const extra = part.hyphen ? advanceOf(style.store.hyphen, style.style) : 0;
    const tooWide = anywhere && widthOf(part) + extra > (this.#need?.room ?? 0);
    for (const piece of tooWide ? style.store.shatter(part) : [part]) {
      const { count } = this.pieces;
      if (tooWide && piece.start > part.start) this.breaks.add(count, count, shatterCost);
      else if (anywhere && part.start > 0) this.#addPartBreak();
      this.pieces.add(pieceKind.box, item, widthOf(piece), piece.word);
      this.pieces.range(offset + piece.start, offset + piece.end);
    }
    const allowed = style.whiteSpace.wraps && part.cost !== forbidden && !(part.hyphen && hyphens === 'none');
    if (!allowed) return;
    const flags = part.hyphen ? breakFlag.hyphen : breakFlag.none;
    this.breaks.add(this.pieces.count, this.pieces.count, part.cost, flags, extra);
  }

  #openGap(style: TextStyle): void {
    this.#gap = this.pieces.count;
    this.#gapWraps = style.whiteSpace.wraps;
  }

  /** Something follows: now it is known whether and at what cost a line may end before it. */
  #closeGap(next: number, anywhere = false): void {
    const { count } = this.pieces;
    const gap = this.#gap >= 0;
    if (this.#begun && !this.#glued && this.#offered) {
      const { cost, flags } = this.#offered;
      this.breaks.add(gap ? this.#gap : count, gap ? this.#gapEnd : count, cost, flags);
    } else if (this.#begun && !this.#glued && gap && this.#gapWraps) {
      const cost = glueCost(this.#kind, next);
      const open = this.#need && cost === forbidden ? needCost : cost;
      if (open !== forbidden) this.breaks.add(this.#gap, this.#gapEnd, open);
    } else if (this.#begun && !gap && anywhere) this.#addPartBreak();
    this.#continue();
    this.#begun = true;
  }

  /** In need, between two parts that hold together; not where there is a break already. */
  #addPartBreak(): void {
    const { count } = this.pieces;
    const last = this.breaks.count - 1;
    if (last < 0 || this.breaks.next[last] !== count) this.breaks.add(count, count, partCost);
  }

  #continue(): void {
    this.#gap = -1;
    this.#kind = 0;
    this.#offered = undefined;
    this.#glued = false;
  }

  /** Takes back the spaces at the end of a line. */
  #dropSpaces(): void {
    if (this.#gap < 0) return;
    this.pieces.count = this.#gap;
    this.#gap = -1;
  }

  #endLine(): void {
    const end = this.#gap >= 0 && this.#begun ? this.#gap : this.pieces.count;
    this.breaks.add(end, this.pieces.count, 0, breakFlag.forced);
    this.#startLine();
  }

  #startLine(): void {
    this.#lineStart = this.pieces.count;
    this.#begun = false;
    this.#continue();
  }
}
