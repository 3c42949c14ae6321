/** Boxes (CSS 2, CSS Box 4, CSS Page Floats): display, place, size, edges, tables. */
import type { ComputedStyle, Display } from '../document/style.js';
import { integer, length, lengthPercentage } from './lengths.js';
import { inherited, keywordLonghand, reset } from './longhand.js';
import { quantity } from './math-functions.js';
import { position as place } from './positions.js';
import { keywords, mapped, oneOf, type Parser, type ValueContext, type ValueReader } from './value-reader.js';

const displays = [
  'inline',
  'block',
  'inline-block',
  'inline-table',
  'list-item',
  'flow-root',
  'table',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
  'table-row',
  'table-cell',
  'table-caption',
  'table-column',
  'table-column-group',
  'contents',
  'none',
] as const satisfies readonly Display[];

/**
 * To the sides of a line box, to the ends of a column or page (`top` and `bottom` are the older names;
 * `snap-block` takes the nearer one, its distance and side being the engine's own), into the notes.
 */
const float: Parser<ComputedStyle['float']> = oneOf(
  mapped({
    none: 'none',
    left: 'left',
    right: 'right',
    'inline-start': 'left',
    'inline-end': 'right',
    'block-start': 'block-start',
    'block-end': 'block-end',
    top: 'block-start',
    bottom: 'block-end',
    'snap-block': 'snap-block',
    footnote: 'footnote',
  } as const),
  (reader: ValueReader, context: ValueContext) => {
    const args = reader.function('snap-block');
    if (args === undefined || length(0)(args, context) === undefined) return undefined;
    if (args.operator(',') && args.keyword(['start', 'end', 'near']) === undefined) return undefined;
    return args.done ? 'snap-block' : undefined;
  },
);

const clear: Parser<ComputedStyle['clear']> = mapped({
  none: 'none',
  left: 'left',
  right: 'right',
  both: 'both',
  'inline-start': 'left',
  'inline-end': 'right',
} as const);

const position: Parser<ComputedStyle['position']> = oneOf(
  keywords('static', 'relative', 'absolute'),
  (reader: ValueReader) => {
    const name = reader.function('running')?.ident();
    return name === undefined ? undefined : { running: name };
  },
);

const auto = keywords('auto');
const placed = reset('auto', '<length-percentage> | auto', oneOf(lengthPercentage(), auto));
const size = reset('auto', '<length-percentage> | auto', oneOf(lengthPercentage(0), auto));
const maxSize = reset('none', '<length-percentage> | none', oneOf(lengthPercentage(0), keywords('none')));
const margin = reset('0', '<length-percentage> | auto', oneOf(lengthPercentage(), auto));
const padding = reset('0', '<length-percentage>', lengthPercentage(0));

const opacity: Parser<number> = (reader, context) => {
  const found = quantity(reader, context);
  if (found?.kind !== 'number' && found?.kind !== 'percentage') return undefined;
  return Math.min(1, Math.max(0, found.kind === 'percentage' ? found.value / 100 : found.value));
};

const overflowWords = ['visible', 'hidden', 'clip', 'auto', 'scroll'] as const;

/** One word or one for each axis; paper shows all or cuts off. */
const overflow: Parser<ComputedStyle['overflow']> = (reader) => {
  const first = reader.keyword(overflowWords);
  const second = reader.done ? first : reader.keyword(overflowWords);
  if (first === undefined || second === undefined) return undefined;
  return first === 'visible' && second === 'visible' ? 'visible' : 'hidden';
};

/** One distance for both directions, or one between columns and one between rows. */
const borderSpacing: Parser<readonly [number, number]> = (reader, context) => {
  const columns = length(0)(reader, context);
  const rows = reader.done ? columns : length(0)(reader, context);
  return columns === undefined || rows === undefined ? undefined : [columns, rows];
};

/** Keywords of two words for what has one (CSS Display 3 §2). */
const displayPairs: Readonly<Record<string, Display>> = {
  'block flow': 'block',
  'block flow-root': 'flow-root',
  'inline flow': 'inline',
  'inline flow-root': 'inline-block',
  'block table': 'table',
  'inline table': 'inline-table',
  'list-item block': 'list-item',
  'list-item flow': 'list-item',
};

const display: Parser<Display> = (reader) => {
  const only = reader.keyword(displays);
  if (only !== undefined && reader.done) return only;
  const found = only ?? reader.ident()?.toLowerCase() ?? '';
  if (reader.done) return found === 'flow' ? 'block' : undefined;
  const second = reader.ident()?.toLowerCase() ?? '';
  return displayPairs[`${found} ${second}`] ?? displayPairs[`${second} ${found}`];
};

/** Only values that have a meaning here: what a sheet says beyond them is a warning, never silence. */
export const boxLonghands = {
  display: reset('inline', displays.join(' | '), display),
  float: reset(
    'none',
    'none | left | right | inline-start | inline-end | block-start | block-end | top | bottom | ' +
      'snap-block | snap-block( <length> , [ start | end | near ]? ) | footnote',
    float,
  ),
  'float-reference': keywordLonghand(reset, 'inline', 'column', 'region', 'page'),
  'float-defer': reset('none', 'none | last | <integer>', oneOf(keywords('none', 'last'), integer())),
  '-anpham-float-anchor': keywordLonghand(reset, 'auto', 'flow-start'),
  clear: reset('none', 'none | left | right | both | inline-start | inline-end', clear),
  position: reset('static', 'static | relative | absolute | running( <ident> )', position),
  top: placed,
  right: placed,
  bottom: placed,
  left: placed,
  'z-index': reset('auto', 'auto | <integer>', oneOf(keywords('auto'), integer())),
  width: size,
  height: size,
  'min-width': size,
  'min-height': size,
  'max-width': maxSize,
  'max-height': maxSize,
  'box-sizing': keywordLonghand(reset, 'content-box', 'border-box'),
  'margin-top': margin,
  'margin-right': margin,
  'margin-bottom': margin,
  'margin-left': margin,
  'padding-top': padding,
  'padding-right': padding,
  'padding-bottom': padding,
  'padding-left': padding,
  overflow: reset('visible', `[ ${overflowWords.join(' | ')} ]{1,2}`, overflow),
  visibility: keywordLonghand(inherited, 'visible', 'hidden', 'collapse'),
  opacity: reset('1', '<number> | <percentage>', opacity),
  'object-fit': keywordLonghand(reset, 'fill', 'contain', 'cover', 'none', 'scale-down'),
  'object-position': reset('50% 50%', '<position>', place),
  'border-collapse': keywordLonghand(inherited, 'separate', 'collapse'),
  'border-spacing': inherited('0', '<length>{1,2}', borderSpacing),
  'caption-side': keywordLonghand(inherited, 'top', 'bottom'),
  'table-layout': keywordLonghand(reset, 'auto', 'fixed'),
  'empty-cells': keywordLonghand(inherited, 'show', 'hide'),
} as const;
