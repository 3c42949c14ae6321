/**
 * What a computed style means for text, found once per style: its words, its size, its blanks, the
 * heights of its inline box. Comes in: `ComputedStyle`. Goes out: `TextStyle`, lengths in pt.
 */
import type { ComputedStyle } from '../document/style.js';
import { usedLength } from '../document/used-length.js';
import type { Features } from './full-shaper.js';
import type { FontWord } from './shape-word.js';
import type { WordStore } from './word-store.js';

/** How white space is treated: CSS Text 3 §3. */
export interface WhiteSpace {
  /** Runs of blanks become one. */
  readonly collapse: boolean;
  /** Line feeds break the line. */
  readonly breaksAtLineFeed: boolean;
  /** Lines may be broken at blanks. */
  readonly wraps: boolean;
  /** Blanks that are kept hang at the end of a line (`pre-wrap`), */
  readonly hangs: boolean;
  /** or allow a break after each of them (`break-spaces`). */
  readonly breaksAfterEach: boolean;
}

/** A style as text sees it. */
export interface TextStyle {
  readonly style: ComputedStyle;
  readonly store: WordStore;
  readonly whiteSpace: WhiteSpace;
  /** Words may be broken between any two letters rather than stand out of the line. */
  readonly breaksAnywhere: boolean;
  /** Width of a tab stop, pt (CSS Text 3 §7.1). */
  readonly tab: number;
  /** The style of its small capitals, where they have to be made. */
  readonly small: TextStyle | undefined;
  /** Advance of a zero, pt (`ch`). */
  readonly zero: number;
  /** Width, stretch and shrink of a space. */
  readonly space: { readonly width: number; readonly stretch: number; readonly shrink: number };
  /** What may be added to and taken from each letter's advance, pt, before lines grow loose or too long. */
  readonly tracking: { readonly looser: number; readonly tighter: number };
  /** Of the inline box above and below its own baseline, half-leading included. */
  readonly ascent: number;
  readonly descent: number;
  readonly lineHeight: number;
  /** Of its content area: the face's ascent and descent. */
  readonly content: Extent;
}

/** Finds the text style of a computed style. */
export type StyleFinder = (style: ComputedStyle) => TextStyle;

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
  return {
    style,
    store,
    whiteSpace,
    breaksAnywhere: style.overflowWrap !== 'normal' || style.wordBreak === 'break-word',
    small: undefined,
    tab: typeof style.tabSize === 'number' ? style.tabSize * width : style.tabSize.length,
    zero: store.zero * (style.fontSize / 1000),
    space: { width, stretch: natural * spaceStretch, shrink: natural * spaceShrink },
    tracking: { looser: Math.max(0, style.trackingMax), tighter: Math.max(0, -style.trackingMin) },
    ...lineBox(style, store),
  };
}

function whiteSpaceOf(style: ComputedStyle): WhiteSpace {
  const { whiteSpace } = style;
  return {
    collapse: whiteSpace === 'normal' || whiteSpace === 'nowrap' || whiteSpace === 'pre-line',
    breaksAtLineFeed: whiteSpace !== 'normal' && whiteSpace !== 'nowrap',
    wraps: whiteSpace !== 'nowrap' && whiteSpace !== 'pre' && style.textWrap !== 'nowrap',
    hangs: whiteSpace === 'pre-wrap',
    breaksAfterEach: whiteSpace === 'break-spaces',
  };
}

/** CSS 2.2 §10.8.1: the leading is halved above and below the font's ascent and descent. */
function lineBox(
  style: ComputedStyle,
  store: WordStore,
): Extent & { readonly lineHeight: number; readonly content: Extent } {
  const face = store.chain.primary;
  const scale = style.fontSize / 1000;
  const ascent = face.ascent * scale;
  const descent = -face.descent * scale;
  const height = style.lineHeight === 'normal' ? ascent + descent + face.lineGap * scale : style.lineHeight;
  const half = (height - ascent - descent) / 2;
  const content = { ascent, descent };
  return { ascent: ascent + half, descent: descent + half, lineHeight: height, content };
}

/** Features a style asks for; letter-spacing switches optional ligatures off (CSS Text 3 §8.2). */
export function featuresOf(style: ComputedStyle): Features {
  return style.letterSpacing === 0 ? style.fontFeatures : { liga: 0, clig: 0, ...style.fontFeatures };
}

/** The words of a leader's pattern, blanks included, and their width in pt. */
export function leaderPattern(
  { store, style }: TextStyle,
  pattern: string,
): { readonly words: readonly FontWord[]; readonly width: number } {
  const words = store.pattern(pattern);
  const width = words.reduce((sum, word) => sum + advanceOf(word, style), 0);
  return { words, width };
}

/** Advance of a word in pt, letter-spacing included. */
export function advanceOf(word: FontWord, style: ComputedStyle): number {
  const advance = (word.width * style.fontSize) / 1000;
  return style.letterSpacing === 0 ? advance : advance + word.glyphs.length * style.letterSpacing;
}

/** What a line of this ratio adds to each space, pt. */
export function spaceGift({ space }: TextStyle, ratio: number): number {
  return ratio > 0 ? ratio * space.stretch : ratio * space.shrink;
}

/** What it adds to each letter, pt; no more than the sheet allows, however loose the line is. */
export function letterGift({ tracking }: TextStyle, ratio: number): number {
  const most = ratio > 0 ? tracking.looser : tracking.tighter;
  // Not −0: with one, V8 keeps a number of another kind in each run.
  return most === 0 ? 0 : Math.min(ratio, 1) * most;
}

/** What stands above and below a baseline, pt. */
export interface Extent {
  readonly ascent: number;
  readonly descent: number;
}

/** Part of the parent's size by which `sub` and `super` move, as browsers do. */
const superRise = 1 / 3;
const subDrop = 1 / 5;

/**
 * How far the baseline of a box stands above that of the box around it (CSS 2.2 §10.8.1), pt. `top` and
 * `bottom` are the line's affair.
 */
export function shiftOf(
  align: ComputedStyle['verticalAlign'],
  own: Extent & { readonly lineHeight: number },
  around: TextStyle,
): number {
  if (typeof align === 'number' || typeof align === 'object') return usedLength(align, own.lineHeight);
  switch (align) {
    case 'super':
      return around.style.fontSize * superRise;
    case 'sub':
      return -around.style.fontSize * subDrop;
    case 'middle': {
      const half = (around.store.chain.primary.xHeight * around.style.fontSize) / 2000;
      return half - (own.ascent - own.descent) / 2;
    }
    case 'text-top':
      return around.content.ascent - own.ascent;
    case 'text-bottom':
      return own.descent - around.content.descent;
    case 'baseline':
    case 'top':
    case 'bottom':
      return 0;
  }
}
