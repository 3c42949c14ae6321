/**
 * Drop caps (`initial-letter`, CSS Inline 3, 3): a first letter that stands beside the first lines of its
 * block as a float does. Its cap height reaches from the baseline of the line it sinks to up to the cap
 * height of the first line; marks above it (Ế Ỗ Ẵ) move the block's lines down until they have room,
 * marks below it (Ệ, Ạ) keep one line more beside it.
 */
import { changedStyle } from '../../document/changed-style.js';
import type { InlineText, Typesetter } from '../../document/inline.js';
import type { ComputedStyle } from '../../document/style.js';
import { resolve } from '../used-values.js';
import type { InitialPlace } from './box.js';

/** A letter that is set, and the style of its box. */
export interface InitialLetter {
  readonly text: InlineText;
  readonly style: ComputedStyle;
  readonly place: InitialPlace;
}

/** A letter over more lines than any page has is set like the others. */
const mostLines = 100;

/** Sizes the first letter of a block against the block's own lines. */
export function sizeInitialLetter(
  text: InlineText,
  block: ComputedStyle,
  typesetter: Typesetter,
): InitialLetter | undefined {
  const { style } = text;
  if (style.initialLetter === 'normal') return undefined;
  const { size, sink } = style.initialLetter;
  if (size > mostLines || sink > mostLines) return undefined;
  const line = typesetter.strut(block);
  const leading = line.ascent + line.descent;
  // One em of the letter's face has this cap height.
  const cap = typesetter.capHeight(style) / style.fontSize;
  const fontSize = ((size - 1) * leading + typesetter.capHeight(block)) / cap;
  const letter = changedStyle(style, { ...plain, fontSize });
  const [set] = typesetter.breakLines({
    items: [{ ...text, style: letter }],
    style: letter,
    measure: Infinity,
    indent: 0,
    ink: true,
  });
  if (!set || !Number.isFinite(fontSize)) return undefined;
  // From the top of the first line to the baseline of the line it sinks to.
  const depth = (sink - 1) * leading + line.ascent;
  const push = Math.max(0, set.inkAscent - depth);
  const baseline = push + depth;
  const height = Math.max(push + sink * leading, baseline + set.inkDescent);
  // A line of this height has its baseline there.
  const { ascent, descent } = typesetter.strut(changedStyle(letter, { lineHeight: 0 }));
  const above = style.borderTop.width + resolve(style.paddingTop, 0);
  const lineHeight = 2 * (baseline - above) - (ascent - descent);
  const own = changedStyle(letter, { lineHeight });
  return {
    text: { ...text, style: own },
    style: changedStyle(own, { float: 'left', height, boxSizing: 'border-box' }),
    place: { push, sink, height },
  };
}

/** What a block's style says of its lines, and not of a letter that stands beside them. */
const plain = {
  initialLetter: 'normal',
  textIndent: 0,
  textAlign: 'start',
  hangingPunctuation: [],
  breakInside: 'avoid',
} as const satisfies Partial<ComputedStyle>;
