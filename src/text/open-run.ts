/** A glyph run while its line is put together, and the run that comes of it. */
import type { FontFace, GlyphRun } from '../document/glyph-run.js';
import type { InlineLeader, InlineText } from '../document/inline.js';
import type { Color, ComputedStyle } from '../document/style.js';
import type { Pieces } from './pieces.js';
import type { FontWord } from './shape-word.js';

/** A run that is still growing. */
export interface OpenRun {
  readonly item: InlineText | InlineLeader;
  readonly look: ComputedStyle;
  readonly face: FontFace;
  /** Its words, … */
  words: FontWord[] | undefined;
  /** … or else the pieces from `from` up to `to`. */
  readonly from: number;
  to: number;
  readonly x: number;
  readonly rise: number;
  width: number;
  letterSpacing: number;
  wordSpacing: number;
  /** In the content's text node; −1 when there is none. */
  readonly start: number;
  end: number;
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

/** The finished run; the pieces are those of its paragraph. */
export function finishRun(run: OpenRun, pieces: Pieces): GlyphRun {
  const words = run.words ?? pieces.wordsFrom(run.from, run.to);
  const numbers = run.words?.map(({ number }) => number) ?? pieces.numbersFrom(run.from, run.to);
  const { item, look } = run;
  const source = item.type === 'text' ? item.source : undefined;
  return {
    words,
    numbers,
    face: run.face,
    size: look.fontSize,
    color: look.color,
    letterSpacing: run.letterSpacing,
    wordSpacing: run.wordSpacing,
    x: run.x,
    rise: run.rise,
    width: run.width,
    decorations: look.textDecorations,
    language: look.language,
    origin: item.type === 'text' ? item.origin : 'generated',
    tag: item.tag,
    source: source && { node: source.node, start: run.start, end: run.end },
  };
}
