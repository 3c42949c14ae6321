/**
 * What a computed style means for text, found once per style: its words, its size, its blanks, the
 * heights of its inline box. Comes in: `ComputedStyle`. Goes out: `TextStyle`, lengths in pt.
 */
import type { ComputedStyle } from '../document/style.js';
import type { Features } from './full-shaper.js';
import type { InkedWord } from './shape-word.js';
import type { WordStore } from './word-store.js';

/** How white space is treated: CSS Text 3 §3. */
export interface WhiteSpace {
  /** Runs of blanks become one. */
  readonly collapse: boolean;
  /** Line feeds break the line. */
  readonly breaksAtLineFeed: boolean;
  /** Lines may be broken at blanks. */
  readonly wraps: boolean;
}

/** A style as text sees it. */
export interface TextStyle {
  readonly style: ComputedStyle;
  readonly store: WordStore;
  readonly whiteSpace: WhiteSpace;
  /** Width, stretch and shrink of a space. */
  readonly space: { readonly width: number; readonly stretch: number; readonly shrink: number };
  /** Of the inline box above and below its own baseline, half-leading included. */
  readonly ascent: number;
  readonly descent: number;
}

/** Stretch of a space at ratio 1: half of it, as in Knuth–Plass; at ratio 2 it is twice as wide as natural. */
const spaceStretch = 1 / 2;
/**
 * Shrink of a space at ratio −1. TeX has a third, which runs Vietnamese syllables together; a fifth left a
 * space above twice its width in the sample article at 84 mm; from 0.26 on there is none.
 */
const spaceShrink = 0.28;

/** Makes the text style of a computed style. */
export function textStyle(style: ComputedStyle, store: WordStore): TextStyle {
  const natural = store.space.width * (style.fontSize / 1000);
  const width = natural + style.letterSpacing + style.wordSpacing;
  const whiteSpace = whiteSpaceOf(style);
  // Blanks that are kept as typed keep their width too.
  const give = whiteSpace.collapse ? natural : 0;
  return {
    style,
    store,
    whiteSpace,
    space: { width, stretch: give * spaceStretch, shrink: give * spaceShrink },
    ...lineBox(style, store),
  };
}

function whiteSpaceOf(style: ComputedStyle): WhiteSpace {
  const { whiteSpace } = style;
  return {
    collapse: whiteSpace === 'normal' || whiteSpace === 'nowrap' || whiteSpace === 'pre-line',
    breaksAtLineFeed: whiteSpace === 'pre' || whiteSpace === 'pre-wrap' || whiteSpace === 'pre-line',
    wraps: whiteSpace !== 'nowrap' && whiteSpace !== 'pre' && style.textWrap !== 'nowrap',
  };
}

/** CSS 2.2 §10.8.1: the leading is halved above and below the font's ascent and descent. */
function lineBox(style: ComputedStyle, store: WordStore): { ascent: number; descent: number } {
  const face = store.chain.primary;
  const scale = style.fontSize / 1000;
  const ascent = face.ascent * scale;
  const descent = -face.descent * scale;
  const height = style.lineHeight === 'normal' ? ascent + descent + face.lineGap * scale : style.lineHeight;
  const half = (height - ascent - descent) / 2;
  return { ascent: ascent + half, descent: descent + half };
}

/** Features a style asks for; letter-spacing switches optional ligatures off (CSS Text 3 §8.2). */
export function featuresOf(style: ComputedStyle): Features {
  return style.letterSpacing === 0 ? style.fontFeatures : { liga: 0, clig: 0, ...style.fontFeatures };
}

/** The words of a leader's pattern, blanks included, and their width in pt. */
export function leaderPattern(
  { store, style }: TextStyle,
  pattern: string,
): { readonly words: readonly InkedWord[]; readonly width: number } {
  const words = pattern
    .split(/(\s)/u)
    .filter((piece) => piece !== '')
    .flatMap((piece) =>
      /\s/u.test(piece) ? [store.space] : store.entry(piece).parts.map((part) => part.word),
    );
  const width = words.reduce((sum, word) => sum + advanceOf(word, style), 0);
  return { words, width };
}

/** Advance of a word in pt, letter-spacing included. */
export function advanceOf(word: InkedWord, style: ComputedStyle): number {
  const advance = (word.width * style.fontSize) / 1000;
  return style.letterSpacing === 0 ? advance : advance + word.glyphs.length * style.letterSpacing;
}

/** Part of the parent's size by which `sub` and `super` move, as browsers do. */
const superRise = 1 / 3;
const subDrop = 1 / 5;

/** Baseline shift of an inline box within its paragraph, up positive, pt. */
export function riseOf(own: TextStyle, paragraph: TextStyle): number {
  const { style } = own;
  // On a table cell vertical-align places the cell's content, not its text.
  if (own === paragraph || style.display !== 'inline') return 0;
  const { verticalAlign } = style;
  if (typeof verticalAlign === 'number') return verticalAlign;
  if (typeof verticalAlign === 'object') return (verticalAlign.percent / 100) * (own.ascent + own.descent);
  switch (verticalAlign) {
    case 'super':
      return paragraph.style.fontSize * superRise;
    case 'sub':
      return -paragraph.style.fontSize * subDrop;
    case 'middle': {
      const half = (paragraph.store.chain.primary.xHeight * paragraph.style.fontSize) / 2000;
      return half - (own.ascent - own.descent) / 2;
    }
    case 'baseline':
    case 'top':
    case 'bottom':
      return 0;
  }
}
