/** Boxes (CSS 2, CSS Box 4, CSS Backgrounds 3, CSS Page Floats): display, place, size, edges. */
import type { BorderStyle, ComputedStyle, Display, LengthPercentage } from '../document/style.js';
import { color } from './colors.js';
import { inherited, keywordLonghand, reset } from './longhand.js';
import { length, lengthPercentage, quantity } from './lengths.js';
import { keywords, mapped, oneOf, type Parser, type ValueReader } from './value-reader.js';

const displays = [
  'inline',
  'block',
  'inline-block',
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
  'none',
] as const satisfies readonly Display[];

/** To the page's ends (`top` and `bottom` are the older names) and into its notes; none to a side yet. */
const float: Parser<ComputedStyle['float']> = mapped({
  none: 'none',
  'block-start': 'block-start',
  'block-end': 'block-end',
  top: 'block-start',
  bottom: 'block-end',
  footnote: 'footnote',
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

/** pt of the width keywords (CSS Backgrounds 3 §3.3 leaves them to us; these are a browser's). */
const lineWidth: Parser<number> = oneOf(mapped({ thin: 0.75, medium: 2.25, thick: 3.75 }), length(0));
const lineStyle: Parser<BorderStyle> = mapped({
  none: 'none',
  hidden: 'none',
  solid: 'solid',
  dashed: 'dashed',
  dotted: 'dotted',
  double: 'double',
} as const);

/** Also the parts of `column-rule`. */
export const lineLonghands = {
  width: reset('medium', 'thin | medium | thick | <length>', lineWidth),
  style: reset('none', 'none | hidden | solid | dashed | dotted | double', lineStyle),
  color: reset('currentcolor', '<color>', color),
} as const;

const opacity: Parser<number> = (reader, context) => {
  const found = quantity(reader, context);
  if (found === undefined || found.kind === 'length') return undefined;
  return Math.min(1, Math.max(0, found.kind === 'percentage' ? found.value / 100 : found.value));
};

const sides: Readonly<Record<string, LengthPercentage>> = {
  left: { percent: 0 },
  top: { percent: 0 },
  center: { percent: 50 },
  right: { percent: 100 },
  bottom: { percent: 100 },
};

/** One or two of keyword or length; a vertical keyword may stand first (CSS Values 4, `<position>`). */
const objectPosition: Parser<readonly [LengthPercentage, LengthPercentage]> = (reader, context) => {
  const part = oneOf(mapped(sides), lengthPercentage());
  const firstWord = reader.peek();
  const first = part(reader, context);
  if (first === undefined) return undefined;
  const vertical = isWord(firstWord, 'top', 'bottom');
  if (reader.done) return vertical ? [{ percent: 50 }, first] : [first, { percent: 50 }];
  const secondWord = reader.peek();
  const second = part(reader, context);
  if (second === undefined) return undefined;
  const swapped = vertical || isWord(secondWord, 'left', 'right');
  if (swapped && (isWord(firstWord, 'left', 'right') || isWord(secondWord, 'top', 'bottom')))
    return undefined;
  return swapped ? [second, first] : [first, second];
};

function isWord(value: ReturnType<ValueReader['peek']>, ...words: readonly string[]): boolean {
  return value?.type === 'ident' && words.includes(value.name.toLowerCase());
}

/** Only values that layout obeys: what a sheet says beyond them is a warning, never silence. */
export const boxLonghands = {
  display: reset('inline', displays.join(' | '), keywords(...displays)),
  float: reset('none', 'none | block-start | block-end | top | bottom | footnote', float),
  // What floats floats to the page, whichever of these is said.
  'float-reference': keywordLonghand(reset, 'inline', 'page'),
  '-anpham-float-anchor': keywordLonghand(reset, 'auto', 'flow-start'),
  clear: keywordLonghand(reset, 'none'),
  position: reset('static', 'static | relative | absolute | running( <ident> )', position),
  top: placed,
  right: placed,
  bottom: placed,
  left: placed,
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
  'border-top-width': lineLonghands.width,
  'border-right-width': lineLonghands.width,
  'border-bottom-width': lineLonghands.width,
  'border-left-width': lineLonghands.width,
  'border-top-style': lineLonghands.style,
  'border-right-style': lineLonghands.style,
  'border-bottom-style': lineLonghands.style,
  'border-left-style': lineLonghands.style,
  'border-top-color': lineLonghands.color,
  'border-right-color': lineLonghands.color,
  'border-bottom-color': lineLonghands.color,
  'border-left-color': lineLonghands.color,
  'background-color': reset('transparent', '<color>', color),
  overflow: keywordLonghand(reset, 'visible', 'hidden'),
  opacity: reset('1', '<number> | <percentage>', opacity),
  'object-fit': keywordLonghand(reset, 'fill', 'contain', 'cover'),
  'object-position': reset('50% 50%', '<position>', objectPosition),
  'box-decoration-break': keywordLonghand(reset, 'slice'),
  'border-collapse': keywordLonghand(inherited, 'separate', 'collapse'),
  'border-spacing': inherited('0', '<length>', length(0)),
  'caption-side': keywordLonghand(inherited, 'top', 'bottom'),
  'table-layout': keywordLonghand(reset, 'auto', 'fixed'),
  'empty-cells': keywordLonghand(inherited, 'show'),
} as const;
