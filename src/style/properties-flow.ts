/**
 * Pages, columns and generated content (CSS Fragmentation 4, CSS Multi-column 1, CSS GCPM 3,
 * CSS Content 3, CSS Lists 3).
 */
import type { ComputedStyle } from '../document/style.js';
import { quoted } from './component-value.js';
import { content, counterChanges, quotes, stringSet } from './content-values.js';
import { inherited, keywordLonghand, reset } from './longhand.js';
import { integer, length, lengthPercentage } from './lengths.js';
import { lineLonghands } from './properties-borders.js';
import { keywords, mapped, oneOf, type Parser, type ValueReader } from './value-reader.js';

/** `always` and the sides of the book are aliases; pages bind at the left. */
const breakBetween = reset(
  'auto',
  'auto | avoid | avoid-page | avoid-column | page | always | all | left | right | recto | verso | column',
  mapped({
    auto: 'auto',
    avoid: 'avoid',
    page: 'page',
    always: 'page',
    all: 'page',
    left: 'left',
    verso: 'left',
    right: 'right',
    recto: 'right',
    column: 'column',
    'avoid-page': 'avoid-page',
    'avoid-column': 'avoid-column',
  } as const),
);

const customIdent: Parser<string> = (reader) => reader.ident();

/** A counter style's name, `none`, or the marker itself as a string, kept in its quotes. */
const listStyleType: Parser<string> = (reader: ValueReader) => {
  const text = reader.string();
  return text === undefined ? reader.ident() : quoted(text);
};

/** The picture's path, or `none`. */
const listStyleImage: Parser<string> = (reader: ValueReader) => {
  if (reader.keyword(['none'])) return 'none';
  const next = reader.take();
  return next?.type === 'url' ? next.value : undefined;
};

const bookmarkLabel: Parser<ComputedStyle['bookmarkLabel']> = content;

export const flowLonghands = {
  orphans: inherited('2', '<integer>', integer(1)),
  widows: inherited('2', '<integer>', integer(1)),
  'break-before': breakBetween,
  'break-after': breakBetween,
  'break-inside': keywordLonghand(reset, 'auto', 'avoid', 'avoid-page', 'avoid-column'),
  'block-step-size': reset('none', '<length> | none', oneOf(length(0), mapped({ none: 0 } as const))),
  'column-count': reset('auto', '<integer> | auto', oneOf(integer(1), keywords('auto'))),
  'column-width': reset('auto', '<length> | auto', oneOf(length(0), keywords('auto'))),
  'column-gap': reset(
    'normal',
    '<length-percentage> | normal',
    oneOf(lengthPercentage(0), keywords('normal')),
  ),
  'column-rule-width': lineLonghands.width,
  'column-rule-style': lineLonghands.style,
  'column-rule-color': lineLonghands.color,
  'column-fill': keywordLonghand(reset, 'balance', 'balance-all', 'auto'),
  'column-span': reset('none', 'none | all | <integer>', oneOf(keywords('none', 'all'), integer(1))),
  'footnote-display': keywordLonghand(reset, 'block', 'inline', 'compact'),
  'footnote-policy': keywordLonghand(reset, 'auto', 'line', 'block'),
  // Children take the page's name over, as CSS Page 3 §8.1 lets `auto` do.
  page: inherited('auto', 'auto | <ident>', customIdent),
  'bookmark-level': reset('none', 'none | <integer>', oneOf(integer(1), keywords('none'))),
  'bookmark-label': reset('content(text)', '<content-list>', bookmarkLabel),
  content: reset(
    'normal',
    'normal | none | [ <string> | <url> | attr() | counter() | counters() | string() | element() | ' +
      'target-counter() | target-text() | leader() | content() | open-quote | close-quote ]+ [ / <string>+ ]?',
    content,
  ),
  quotes: inherited('auto', 'auto | none | [ <string> <string> ]+', quotes),
  'counter-reset': reset('none', 'none | [ <ident> <integer>? ]+', counterChanges(0)),
  'counter-increment': reset('none', 'none | [ <ident> <integer>? ]+', counterChanges(1)),
  'counter-set': reset('none', 'none | [ <ident> <integer>? ]+', counterChanges(0)),
  'string-set': reset('none', 'none | [ <ident> <content-list> ]#', stringSet),
  'list-style-type': inherited('disc', 'none | <counter-style> | <string>', listStyleType),
  'list-style-image': inherited('none', 'none | <url>', listStyleImage),
  'list-style-position': keywordLonghand(inherited, 'outside', 'inside'),
} as const;
