/**
 * Where the lines of a paragraph may end, found while its pieces are added. Comes in: word, blank,
 * edge after the other. Goes out: `Breaks`. Break opportunities follow the text as if the edges of inline
 * boxes were not there (CSS Text 3 §5.1); the edges go with what stands at their inner side.
 */
import type { InlineBoxes } from './inline-boxes.js';
import { forbidden, glueCost, openingDash } from './glue.js';
import { breakFlag, type Breaks } from './breaks.js';
import type { Pieces } from './pieces.js';
import { advanceOf, type StyleFinder, type TextStyle } from './text-style.js';
import { clings } from './line-classes.js';
import { besideAtom, freeOffer, type Offer } from './offer.js';

/** In need: lines are broken where it is forbidden, and words wider than this (pt) are shattered. */
export interface Need {
  readonly room: number;
}

/** Penalty of a place that is otherwise forbidden. */
export const needCost = 2_000;
/** Between parts of one word (a change of face or of item): worse than any line that can be set. */
const partCost = 5_000;

/** UTF-16; what is looked at of a word that is put together from several items. */
const longestWord = 64;

/** pt; width of the hyphen that a break after this text shows. */
function hyphenWidth(style: TextStyle | undefined): number {
  return style ? advanceOf(style.store.hyphen, style.style) : 0;
}

/** Places the breaks of one paragraph after the other. */
export class BreakPlacer {
  /** In need, more places count. */
  need: Need | undefined;
  /** Whether a collapsible blank here is swallowed: at a line's start, after another one. */
  swallows = true;
  /** Whether the line has anything that makes it a line. */
  solid = false;
  /** First piece of the current line, counted from the last forced break. */
  lineStart = 0;
  #kind = 0;
  /** The last word, put together from its items, when what follows touches it. */
  #text = '';
  #textStyle: TextStyle | undefined;
  /** First of the hanging blanks since the last content; −1 when there is none. */
  #gap = -1;
  /** Whether they allow a break, and whether they are preserved. */
  #gapWraps = false;
  #gapKept = false;
  /** Whether what is preserved hangs only as far as it does not fit: the blanks of `pre-wrap` (CSS Text 3 §4.1.3). */
  #gapFits = false;
  /**
   * Widths of edges since the gap began, and of those that stay on its line. Never whole numbers alone: V8 would
   * make this object over, and undo the code for it, when the first other one comes.
   */
  #gapEdges = Number.NaN;
  #gapEnds = Number.NaN;
  /** First edge or anchor since the last content that goes to the next line; −1 when there is none. */
  #split = -1;
  /** The outermost box since the last content: it says whether what touches may be parted. */
  #outermost = 0;
  /** Whether there is content on the line. */
  #begun = false;
  #offer: Offer | undefined;
  /** What stands last does not let go of what follows: a no-break space of what touches it, a leader of anything. */
  #glued: 'no' | 'touching' | 'always' = 'no';

  constructor(
    private readonly pieces: Pieces,
    private readonly breaks: Breaks,
    private readonly boxes: InlineBoxes,
    private readonly styleOf: StyleFinder,
  ) {}

  /** Begins a paragraph, or a line after a forced break. */
  startLine(): void {
    this.lineStart = this.pieces.count;
    this.#begun = false;
    this.solid = false;
    this.#continue();
    this.swallows = true;
  }

  /** A word is to be added; `after` is what of it follows in later items, if that matters. */
  beforeWord(kind: number, text: string, style: TextStyle, after = ''): void {
    const first = !this.#begun;
    if (this.#offer?.atom && clings(text)) this.#offer = undefined;
    if (this.#mayBreak()) {
      if (this.#offer) this.#take(this.#offer);
      else if (this.#gap >= 0) this.#breakAtGap(kind);
      else if (this.#glued === 'no') this.#breakBetween(text + after, style);
    } else if (this.#begun && this.breaksAnywhere(style)) this.partHere(this.#next());
    const before = this.#gap < 0 ? this.#text.slice(-longestWord) : '';
    this.#content();
    this.#kind = first ? openingDash(kind) : kind;
    this.#text = before + text;
    this.#textStyle = style;
  }

  /** Whether a word stands last, or what counts as one, and nothing since, so that spaces and words follow simply. */
  get simple(): boolean {
    return this.#begun && this.#gap < 0 && !this.#offer && this.#glued === 'no' && !this.need;
  }

  /** Class of the last word for the glue rules; 0 after something else. */
  get kind(): number {
    return this.#kind;
  }

  /** Spaces and words were added, with their breaks; the last one's class and text. */
  wordsFollowed(kind: number, text: string, style: TextStyle): void {
    this.#content();
    this.#kind = kind;
    this.#text = text;
    this.#textStyle = style;
  }

  /** An atom is to be added; a break is allowed on both its sides, short of glue (CSS Text 3 §5.1). */
  beforeAtom(style: TextStyle): void {
    const wraps = this.boxes.edged ? this.#commonStyle().whiteSpace.wraps : style.whiteSpace.wraps;
    const touches = this.#begun && !this.#offer && this.#gap < 0;
    if (touches && wraps && !clings(this.#text.slice(-1))) this.#offer = besideAtom;
    this.#beforeOther(0);
  }

  /** An atom was added. */
  afterAtom(style: TextStyle): void {
    const wraps = this.boxes.edged ? this.#commonStyle().whiteSpace.wraps : style.whiteSpace.wraps;
    if (wraps) this.#offer = besideAtom;
  }

  /** A leader is to be added. */
  beforeOther(): void {
    this.#beforeOther(0);
  }

  /** A preserved space that does not hang is to be added: like a letter of the word before it, in need. */
  beforePreserved(style: TextStyle): void {
    if (this.#begun && !this.#offer && this.#gap < 0 && this.breaksAnywhere(style))
      this.partHere(this.#next());
    this.#beforeOther(0);
  }

  /** A no-break space is to be added. */
  beforeNoBreakSpace(): void {
    if (this.#gap < 0 && !this.#offer?.atom) this.#offer = undefined;
    this.#beforeOther(0);
  }

  /** What was added does not let go of what follows; `touching`: of what touches it (UAX 14, LB12, LB18). */
  glue(what: 'touching' | 'always'): void {
    this.#glued = what;
  }

  /** A break may stand here without a blank. */
  offer(cost = 0, flags: number = breakFlag.none): void {
    this.#offer = cost === 0 && flags === breakFlag.none ? freeOffer : { cost, flags, atom: false };
  }

  /** A blank that hangs at the end of a line is to be added. */
  beforeBlank(style: TextStyle, kept: boolean): void {
    if (this.#gap < 0) {
      this.#gap = this.pieces.count;
      this.#gapEdges = 0;
      this.#gapEnds = 0;
      this.#gapKept = false;
    }
    this.#gapWraps = style.whiteSpace.wraps;
    if (this.#glued === 'touching') this.#glued = 'no';
    if (kept) {
      this.#gapKept = true;
      this.#gapFits = style.whiteSpace.hangs;
      this.solid = true;
    }
    // What stood in between stays on the line of the blank.
    this.#gapEnds = this.#gapEdges;
    this.#split = -1;
    this.swallows = !kept;
  }

  /** An edge or an anchor is to be added; ends stay on the line, beginnings go with what follows. */
  beforeEdge(begins: boolean, width: number): void {
    if (begins && this.#split < 0) this.#split = this.pieces.count;
    this.#gapEdges += width;
    if (this.#split < 0) this.#gapEnds += width;
    if (width !== 0) this.solid = true;
  }

  /** A box has ended: what follows touches the text before it in the box around. */
  left(): void {
    this.#outermost = Math.min(this.#outermost, this.boxes.current);
  }

  /** A place inside a word, right here; `extra` is the width of its hyphen. */
  breakHere(cost: number, flags: number = breakFlag.none, extra = 0): void {
    const { count } = this.pieces;
    this.breaks.add(count, count, cost, flags, extra);
  }

  /** In need, between two parts that hold together; not where there is a break already. */
  partHere(at = this.pieces.count): void {
    const last = this.breaks.count - 1;
    if (last < 0 || this.breaks.next[last] !== at) this.breaks.add(at, at, partCost);
  }

  /** A forced break: what hangs before it goes with it. */
  endLine(): void {
    const { count } = this.pieces;
    const hanging = this.#gap >= 0 && (this.#begun || this.#gapKept);
    const flags = breakFlag.forced | (hanging && this.#gapKept && this.#gapFits ? breakFlag.hangs : 0);
    this.breaks.add(hanging ? this.#gap : count, count, 0, flags, hanging ? this.#gapEdges : 0);
    this.breaks.box[this.breaks.count - 1] = this.boxes.current;
    this.startLine();
  }

  /** The first line, that has a style of its own, ends here by choice. */
  endFirstLine(): void {
    const { count } = this.pieces;
    const gap = this.#gap >= 0;
    this.breaks.add(gap ? this.#gap : count, count, 0, breakFlag.none, gap ? this.#gapEdges : 0);
    this.startLine();
  }

  #beforeOther(kind: number): void {
    if (this.#mayBreak()) {
      if (this.#offer) this.#take(this.#offer);
      else if (this.#gap >= 0) this.#breakAtGap(kind);
    }
    this.#content();
  }

  #mayBreak(): boolean {
    return (this.#begun || this.#gapKept) && (this.#glued === 'no' || this.#offer?.atom === true);
  }

  /** Where the next line would begin. */
  #next(): number {
    return this.#split >= 0 ? this.#split : this.pieces.count;
  }

  #take({ cost, flags }: Offer): void {
    const next = this.#next();
    const gap = this.#gap >= 0;
    this.breaks.add(gap ? this.#gap : next, next, cost, flags, gap ? this.#gapEnds : 0);
  }

  #breakAtGap(kind: number): void {
    if (!this.#gapWraps) return;
    const cost = glueCost(this.#kind, kind);
    const open = this.need && cost === forbidden ? needCost : cost;
    if (open !== forbidden) this.breaks.add(this.#gap, this.#next(), open, breakFlag.none, this.#gapEnds);
  }

  /** Two words touch: text of two items. */
  #breakBetween(text: string, style: TextStyle): void {
    if (!this.#begun) return;
    const common = this.boxes.edged ? this.#commonStyle() : style;
    const found = this.#text === '' ? undefined : common.store.breakBetween(this.#text, text);
    const { cost = forbidden, hyphen = false } = found ?? {};
    const allowed = cost !== forbidden && !(hyphen && common.style.hyphens === 'none');
    if (allowed && common.whiteSpace.wraps) {
      const flags = hyphen ? breakFlag.hyphen : breakFlag.none;
      this.breaks.add(this.#next(), this.#next(), cost, flags, hyphen ? hyphenWidth(this.#textStyle) : 0);
    } else if (this.breaksAnywhere(style)) this.partHere(this.#next());
  }

  /** Whether words in this style may be broken between any two letters, in need. */
  breaksAnywhere(style: TextStyle): boolean {
    return this.need !== undefined && style.breaksAnywhere && style.whiteSpace.wraps;
  }

  #commonStyle(): TextStyle {
    return this.styleOf(this.boxes.styleOn(this.#outermost, false));
  }

  #content(): void {
    this.#continue();
    this.#begun = true;
    this.solid = true;
    this.swallows = false;
  }

  #continue(): void {
    this.#gap = -1;
    this.#gapKept = false;
    this.#split = -1;
    this.#kind = 0;
    this.#text = '';
    this.#offer = undefined;
    this.#glued = 'no';
    this.#outermost = this.boxes.current;
  }
}
