/**
 * Content stream operators with what is already set remembered: colours, font, spacing and graphics
 * state are written only when they change, text objects and marked content are opened and closed so
 * that they nest (ISO 32000-1, 14.6.1). Coordinates are PDF's own here: pt, origin at the lower left.
 */
import { ContentBuffer } from './content-buffer.js';
import type { GraphicsStates } from './graphics-states.js';

interface CanvasState {
  fill: string;
  stroke: string;
  alpha: number;
  overprint: boolean | undefined;
  lineWidth: number;
  dash: string;
  cap: number;
  font: string;
  size: number;
  letterSpacing: number;
  wordSpacing: number;
}

/** How a line is drawn: lengths of dashes and gaps in pt, and its ends. */
export interface LineStyle {
  readonly dash?: readonly number[];
  readonly cap?: 'round';
}

/**
 * A form XObject begins with whatever holds where it is painted (8.10.1), a stream with what the one before left.
 * It stands first: V8 then keeps all states as records of fractions.
 */
const inherited: CanvasState = {
  fill: '?',
  stroke: '?',
  alpha: NaN,
  overprint: undefined,
  lineWidth: NaN,
  dash: '?',
  cap: NaN,
  font: '',
  size: NaN,
  letterSpacing: NaN,
  wordSpacing: NaN,
};

/** ISO 32000-1, table 52: what a page begins with. */
const initial: CanvasState = {
  fill: '0 g',
  stroke: '0 G',
  alpha: 1,
  overprint: false,
  lineWidth: 1,
  dash: '',
  cap: 0,
  font: '',
  size: 0,
  letterSpacing: 0,
  wordSpacing: 0,
};

export class Canvas {
  private current: CanvasState;
  private readonly saved: CanvasState[] = [];
  private inText = false;
  private marked = false;
  // Origin of the current text line, as rounded in the file; fractions to V8 from the beginning.
  private lineX = NaN;
  private lineY = NaN;
  /** Set when something is painted that needs a transparency group on the page. */
  transparent = false;

  constructor(
    readonly out: ContentBuffer,
    private readonly states: GraphicsStates,
    private readonly kind: 'page' | 'form' = 'page',
  ) {
    this.current = this.initial();
  }

  /** Ends the stream and gives its bytes; the next begins as a new one. */
  take(): Uint8Array {
    this.endMark();
    this.current = this.initial();
    this.transparent = false;
    return this.out.take();
  }

  /** Ends the stream in the middle of a page, with no marked content open: what follows stands in another one. */
  cut(): Uint8Array {
    this.endText();
    this.current = { ...inherited };
    return this.out.take();
  }

  save(): void {
    this.endText();
    this.saved.push({ ...this.current });
    this.out.text('q\n');
  }

  restore(): void {
    this.endText();
    this.current = this.saved.pop() ?? this.initial();
    this.out.text('Q\n');
  }

  /** Opens a marked-content sequence, whose tag and properties are to be written next, with their operator. */
  beginMark(): ContentBuffer {
    this.endMark();
    this.marked = true;
    return this.out;
  }

  endMark(): void {
    this.endText();
    if (this.marked) this.out.text('EMC\n');
    this.marked = false;
  }

  /** A marked-content sequence inside a text object and inside the open one. */
  beginSpan(operands: string): void {
    this.out.text(`${operands} BDC\n`);
  }

  endSpan(): void {
    this.out.text('EMC\n');
  }

  fill(operator: string): void {
    if (this.current.fill === operator) return;
    this.current.fill = operator;
    this.out.text(operator).byte(10);
  }

  stroke(operator: string, width: number, { dash = [], cap }: LineStyle = {}): void {
    if (this.current.stroke !== operator) {
      this.current.stroke = operator;
      this.out.text(operator).byte(10);
    }
    if (this.current.lineWidth !== width) {
      this.current.lineWidth = width;
      this.out.number(width).text('w\n');
    }
    const style = cap === 'round' ? 1 : 0;
    if (this.current.cap !== style) {
      this.current.cap = style;
      this.out.number(style).text('J\n');
    }
    const pattern = dash.join(' ');
    if (this.current.dash === pattern) return;
    this.current.dash = pattern;
    this.out.byte(91);
    for (const length of dash) this.out.number(length);
    this.out.text('] 0 d\n');
  }

  /** Opacity of what follows, and whether ink overprints (`StateParameters`). */
  state(alpha: number, overprint: boolean): void {
    if (alpha < 1) this.transparent = true;
    const now = this.current;
    if (now.alpha === alpha && now.overprint === overprint) return;
    now.alpha = alpha;
    now.overprint = overprint;
    this.out.text(`/${this.states.name({ alpha, overprint })} gs\n`);
  }

  /** Operators outside text objects. */
  graphics(): ContentBuffer {
    this.endText();
    return this.out;
  }

  /** Moves the text position, opening a text object if there is none. */
  moveText(x: number, y: number): void {
    if (!this.inText) {
      this.inText = true;
      this.lineX = 0;
      this.lineY = 0;
      this.out.text('BT\n');
    }
    const toX = Math.round(x * 1000) / 1000;
    const toY = Math.round(y * 1000) / 1000;
    this.out
      .number(toX - this.lineX)
      .number(toY - this.lineY)
      .text('Td\n');
    this.lineX = toX;
    this.lineY = toY;
  }

  font(name: string, size: number): void {
    if (this.current.font === name && this.current.size === size) return;
    this.current.font = name;
    this.current.size = size;
    this.out.byte(47).text(name).byte(32).number(size).text('Tf\n');
  }

  spacing(letter: number, word: number): void {
    if (this.current.letterSpacing !== letter) {
      this.current.letterSpacing = letter;
      this.out.number(letter).text('Tc\n');
    }
    if (this.current.wordSpacing !== word) {
      this.current.wordSpacing = word;
      this.out.number(word).text('Tw\n');
    }
  }

  private initial(): CanvasState {
    return { ...(this.kind === 'page' ? initial : inherited) };
  }

  private endText(): void {
    if (this.inText) this.out.text('ET\n');
    this.inText = false;
  }
}
