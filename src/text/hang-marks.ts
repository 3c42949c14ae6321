/**
 * Hanging punctuation (CSS Text 3 §8.2.1). Comes in: pieces and breaks of a paragraph. Goes out: what hangs
 * past the line at each break, always (`force-end`, `last`) or only if the line does not fit otherwise
 * (`allow-end`).
 */
import type { InlineItem } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import { breakFlag, type Breaks } from './breaks.js';
import { pieceKind, type Pieces } from './pieces.js';
import type { FontWord } from './shape-word.js';

/** The stops and commas of §8.2.1. */
const stops = /[,.،۔、。，．﹐﹑﹒｡､]$/u;
/** Brackets and quotes. */
const opening = /^[\p{Ps}\p{Pi}\p{Pf}"']/u;
const closing = /[\p{Pe}\p{Pi}\p{Pf}"']$/u;

/** What of a paragraph hangs. */
interface HangingText {
  readonly pieces: Pieces;
  readonly breaks: Breaks;
  readonly items: readonly InlineItem[];
}

/** Says of every break how far its line hangs, or may hang, pt. */
export function hangMarks(text: HangingText, { hangingPunctuation }: ComputedStyle): void {
  const { breaks } = text;
  const forced = hangingPunctuation.includes('force-end');
  const allowed = hangingPunctuation.includes('allow-end');
  for (let b = 0; b < breaks.count; b++) {
    if ((breaks.flags[b] ?? 0) & breakFlag.hyphen) continue;
    const piece = (breaks.end[b] ?? 0) - 1;
    const last = b === breaks.count - 1 && hangingPunctuation.includes('last');
    const width =
      (forced ? widthOfMark(text, piece, stops) : 0) || (last ? widthOfMark(text, piece, closing) : 0);
    if (width > 0) breaks.hangs(b, width);
    else if (allowed) breaks.mayHang(b, widthOfMark(text, piece, stops));
  }
}

/** pt; how far the first word of a paragraph hangs with `first`. */
export function hangAtStart(word: FontWord, style: ComputedStyle): number {
  return opening.test(word.text) ? advance(word, 0, style) : 0;
}

/** Advance of the last character of a piece when it is one of these; else 0. */
function widthOfMark({ pieces, items }: HangingText, piece: number, marks: RegExp): number {
  const word = pieces.kind[piece] === pieceKind.box ? pieces.words[piece] : undefined;
  const item = items[pieces.item[piece] ?? 0];
  if (!word || item?.type !== 'text' || !marks.test(word.text)) return 0;
  const last = word.glyphs.length - 1;
  // Where the mark is one glyph with a letter, nothing of it can hang.
  return word.clusters[last] === word.text.length - 1 ? advance(word, last, item.style) : 0;
}

function advance(word: FontWord, glyph: number, { fontSize, letterSpacing }: ComputedStyle): number {
  return ((word.advances[glyph] ?? 0) * fontSize) / 1000 + letterSpacing;
}
