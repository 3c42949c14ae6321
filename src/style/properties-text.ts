/** Text (CSS Text 4, CSS Inline 3, CSS Text Decoration 4): lines, spacing, alignment, colour. */
import type { ComputedStyle } from '../document/style.js';
import { absoluteColor } from './colors.js';
import { inherited, keywordLonghand, reset } from './longhand.js';
import { lengthPercentage, quantity } from './lengths.js';
import { keywords, mapped, oneOf, type Parser, type ValueContext, type ValueReader } from './value-reader.js';

/** A factor stays a factor for the children; a length is pt. */
export type LineHeight = 'normal' | { readonly factor: number } | number;

const lineHeight: Parser<LineHeight> = oneOf(
  keywords('normal'),
  (reader: ValueReader, context: ValueContext): LineHeight | undefined => {
    const found = quantity(reader, context);
    if (found === undefined || found.value < 0) return undefined;
    if (found.kind === 'number') return { factor: found.value };
    return found.kind === 'percentage' ? (context.fontSize * found.value) / 100 : found.value;
  },
);

/** `normal` or a length; a percentage is of the font's size (CSS Text 4 §8). */
const spacing: Parser<number> = oneOf(mapped({ normal: 0 }), (reader: ValueReader, context: ValueContext) => {
  const found = lengthPercentage()(reader, context);
  return typeof found === 'object' ? (context.fontSize * found.percent) / 100 : found;
});

const textWrap: Parser<ComputedStyle['textWrap']> = mapped({
  wrap: 'wrap',
  auto: 'wrap',
  stable: 'wrap',
  nowrap: 'nowrap',
  balance: 'balance',
  pretty: 'pretty',
} as const);

const verticalAlign: Parser<ComputedStyle['verticalAlign']> = oneOf(
  mapped({
    baseline: 'baseline',
    sub: 'sub',
    super: 'super',
    top: 'top',
    'text-top': 'top',
    middle: 'middle',
    bottom: 'bottom',
    'text-bottom': 'bottom',
  } as const),
  lengthPercentage(),
);

export const textLonghands = {
  color: inherited('black', '<color>', absoluteColor),
  'line-height': inherited('normal', 'normal | <number> | <length-percentage>', lineHeight),
  'letter-spacing': inherited('normal', 'normal | <length-percentage>', spacing),
  'word-spacing': inherited('normal', 'normal | <length-percentage>', spacing),
  'text-indent': inherited('0', '<length-percentage>', lengthPercentage()),
  'text-transform': keywordLonghand(inherited, 'none', 'uppercase', 'lowercase', 'capitalize'),
  // Not inherited in CSS, but drawn on everything inside: as an inherited value the same comes out
  // for inline text, and painters need to look at the run's own style only.
  'text-decoration': keywordLonghand(inherited, 'none', 'underline', 'line-through'),
  'text-align': keywordLonghand(inherited, 'start', 'end', 'left', 'right', 'center', 'justify'),
  'text-align-last': keywordLonghand(inherited, 'auto', 'start', 'end', 'left', 'right', 'center', 'justify'),
  'text-wrap': inherited('wrap', 'wrap | nowrap | balance | pretty | stable', textWrap),
  'white-space': keywordLonghand(inherited, 'normal', 'nowrap', 'pre', 'pre-wrap', 'pre-line'),
  'overflow-wrap': keywordLonghand(inherited, 'normal', 'anywhere', 'break-word'),
  // `auto` would need patterns, and Vietnamese has none: its syllables stand apart.
  hyphens: keywordLonghand(inherited, 'manual', 'none'),
  'vertical-align': reset(
    'baseline',
    'baseline | sub | super | top | text-top | middle | bottom | text-bottom | <length-percentage>',
    verticalAlign,
  ),
} as const;
