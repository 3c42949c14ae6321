/** Text (CSS Text 4, CSS Inline 3): lines, spacing, alignment, breaking. */
import type { ComputedStyle, LengthPercentage } from '../document/style.js';
import { absoluteColor } from './colors.js';
import { integer, length, lengthOfFont, lengthPercentage, number } from './lengths.js';
import { inherited, keywordLonghand, reset } from './longhand.js';
import { keywords, mapped, oneOf, type Parser, type ValueContext, type ValueReader } from './value-reader.js';

/** A factor stays a factor for the children; a length is pt. */
export type LineHeight = 'normal' | { readonly factor: number } | number;

const lineHeight: Parser<LineHeight> = oneOf(
  keywords('normal'),
  (reader: ValueReader, context: ValueContext): LineHeight | undefined => {
    const start = reader.at;
    const factor = number(0)(reader, context);
    if (factor !== undefined) return { factor };
    reader.at = start;
    return lengthOfFont(0)(reader, context);
  },
);

/** `normal` or a length; a percentage is of the font's size (CSS Text 4 §8). */
const spacing: Parser<number> = oneOf(mapped({ normal: 0 }), lengthOfFont());

export interface Indent {
  readonly amount: LengthPercentage;
  readonly hanging: boolean;
  readonly eachLine: boolean;
}

/** A length with `hanging` and `each-line` in any order around it (CSS Text 3 §8.1). */
const textIndent: Parser<Indent> = (reader, context) => {
  let amount: LengthPercentage | undefined;
  const words = new Set<string>();
  while (!reader.done) {
    const word = reader.keyword(['hanging', 'each-line']);
    if (word !== undefined) {
      if (words.has(word)) return undefined;
      words.add(word);
      continue;
    }
    if (amount !== undefined) return undefined;
    amount = lengthPercentage()(reader, context);
    if (amount === undefined) return undefined;
  }
  return amount === undefined
    ? undefined
    : { amount, hanging: words.has('hanging'), eachLine: words.has('each-line') };
};

export interface Transform {
  readonly letters: ComputedStyle['textTransform'];
  readonly fullWidth: boolean;
  readonly fullSizeKana: boolean;
}

/** `none`, or a change of case and of widths in any order (CSS Text 3 §2.1). */
const textTransform: Parser<Transform> = (reader) => {
  if (reader.keyword(['none'])) return { letters: 'none', fullWidth: false, fullSizeKana: false };
  const cases = ['uppercase', 'lowercase', 'capitalize'] as const;
  let letters: ComputedStyle['textTransform'] = 'none';
  const widths = new Set<string>();
  while (!reader.done) {
    const width = reader.keyword(['full-width', 'full-size-kana']);
    const word = width ? undefined : reader.keyword(cases);
    if (width ? widths.has(width) : word === undefined || letters !== 'none') return undefined;
    if (width) widths.add(width);
    else if (word) letters = word;
  }
  return { letters, fullWidth: widths.has('full-width'), fullSizeKana: widths.has('full-size-kana') };
};

const textWrap: Parser<ComputedStyle['textWrap']> = mapped({
  wrap: 'wrap',
  auto: 'wrap',
  stable: 'wrap',
  nowrap: 'nowrap',
  balance: 'balance',
  pretty: 'pretty',
} as const);

const verticalKeywords = [
  'baseline',
  'sub',
  'super',
  'top',
  'text-top',
  'middle',
  'bottom',
  'text-bottom',
] as const;

const tabSize: Parser<ComputedStyle['tabSize']> = oneOf(
  number(0),
  (reader: ValueReader, context: ValueContext) => {
    const found = length(0)(reader, context);
    return found === undefined ? undefined : { length: found };
  },
);

/** `none`, or `first`, one of the two kinds of end, and `last`, each at most once (CSS Text 3 §8.2). */
const hangingPunctuation: Parser<ComputedStyle['hangingPunctuation']> = (reader) => {
  if (reader.keyword(['none'])) return [];
  const order = ['first', 'force-end', 'allow-end', 'last'] as const;
  const found = new Set<(typeof order)[number]>();
  while (!reader.done) {
    const word = reader.keyword(order);
    if (word === undefined || found.has(word)) return undefined;
    found.add(word);
  }
  if (found.has('force-end') && found.has('allow-end')) return undefined;
  return order.filter((word) => found.has(word));
};

/** Without a number to sink by, a letter sinks by its whole lines (CSS Inline 3 §4.2). */
const initialLetter: Parser<ComputedStyle['initialLetter']> = (reader, context) => {
  if (reader.keyword(['normal'])) return 'normal';
  const size = number(1)(reader, context);
  if (size === undefined) return undefined;
  if (reader.done) return { size, sink: Math.floor(size) };
  const word = reader.keyword(['drop', 'raise']);
  const sink = word === 'raise' ? 1 : word === 'drop' ? Math.floor(size) : integer(1)(reader, context);
  return sink === undefined ? undefined : { size, sink };
};

/** A factor of the line, kept as it is; the engine's own where `auto`. */
const ownNumber = inherited('auto', 'auto | <number>', oneOf(keywords('auto'), number(0)));

const tracking = inherited('0', '<length-percentage>', lengthOfFont());

const alignments = ['start', 'end', 'left', 'right', 'center', 'justify'] as const;

export const textLonghands = {
  color: inherited('black', '<color>', absoluteColor),
  'line-height': inherited('normal', 'normal | <number> | <length-percentage>', lineHeight),
  'letter-spacing': inherited('normal', 'normal | <length-percentage>', spacing),
  'word-spacing': inherited('normal', 'normal | <length-percentage>', spacing),
  'text-indent': inherited('0', '<length-percentage> && hanging? && each-line?', textIndent),
  'text-transform': inherited(
    'none',
    'none | [ uppercase | lowercase | capitalize ] || full-width || full-size-kana',
    textTransform,
  ),
  'text-align': keywordLonghand(inherited, ...alignments, 'justify-all', 'match-parent'),
  'text-align-last': keywordLonghand(inherited, 'auto', ...alignments, 'match-parent'),
  'text-wrap': inherited('wrap', 'wrap | nowrap | balance | pretty | stable', textWrap),
  'white-space': keywordLonghand(
    inherited,
    'normal',
    'nowrap',
    'pre',
    'pre-wrap',
    'pre-line',
    'break-spaces',
  ),
  'overflow-wrap': keywordLonghand(inherited, 'normal', 'anywhere', 'break-word'),
  'word-break': keywordLonghand(inherited, 'normal', 'break-all', 'keep-all', 'break-word'),
  'line-break': keywordLonghand(inherited, 'auto', 'loose', 'normal', 'strict', 'anywhere'),
  hyphens: keywordLonghand(inherited, 'manual', 'none', 'auto'),
  'hyphenate-character': inherited(
    'auto',
    'auto | <string>',
    oneOf(keywords('auto'), (reader: ValueReader) => reader.string()),
  ),
  'tab-size': inherited('8', '<number> | <length>', tabSize),
  'hanging-punctuation': inherited(
    'none',
    'none | [ first || [ force-end | allow-end ] || last ]',
    hangingPunctuation,
  ),
  'initial-letter': reset('normal', 'normal | <number> [ <integer> | drop | raise ]?', initialLetter),
  '-anpham-ink-clearance': inherited('none', 'none | <number>', oneOf(keywords('none'), number(0))),
  '-anpham-line-tolerance': ownNumber,
  '-anpham-river-cost': ownNumber,
  '-anpham-tracking-min': tracking,
  '-anpham-tracking-max': tracking,
  '-anpham-last-line-min': inherited(
    'auto',
    'auto | <length-percentage>',
    oneOf(keywords('auto'), lengthPercentage(0)),
  ),
  'vertical-align': reset(
    'baseline',
    `${verticalKeywords.join(' | ')} | <length-percentage>`,
    oneOf(keywords(...verticalKeywords), lengthPercentage()),
  ),
  // Text runs left to right, top to bottom: these words are understood so that nobody is warned of them.
  direction: keywordLonghand(inherited, 'ltr'),
  'writing-mode': keywordLonghand(inherited, 'horizontal-tb'),
  'unicode-bidi': keywordLonghand(reset, 'normal'),
} as const;
