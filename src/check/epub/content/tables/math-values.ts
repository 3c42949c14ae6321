/** The types of values of MathML 3 (2.1.5 and the tables of chapter 3). */
import { collapsed, either, listOf, matching, oneOf } from '../values.js';

const space =
  'negative(?:very){0,2}thi(?:n|ck)mathspace|negativemediummathspace|(?:very){0,2}thi(?:n|ck)mathspace|mediummathspace';
const amount = '\\d*(?:\\d\\.?|\\.\\d)\\d*';
const unit = 'e[mx]|in|cm|mm|p[xtc]';
export const length = matching(
  new RegExp(`^(?:-?${amount}(?:${unit}|%)?|${space})$`),
  '1em, 0.2em, thickmathspace',
);
export const padding = matching(
  new RegExp(`^[+-]?${amount}\\s*(?:%?\\s*(?:height|depth|width)?|${unit}|${space})$`),
  '+0.2em, 50%, 1height',
);
export const yesNo = oneOf('true', 'false');
const namedColors =
  'aqua black blue fuchsia gray green lime maroon navy olive purple red silver teal white yellow'.split(' ');
export const color = {
  accepts: (value: string): boolean =>
    /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(collapsed(value)) ||
    namedColors.includes(collapsed(value).toLowerCase()),
  like: '#1a2b3c, red',
};
export const background = either(color, oneOf('transparent'));
export const sides = oneOf('left', 'center', 'right');
export const direction = oneOf('ltr', 'rtl');
export const vertical = oneOf('top', 'bottom', 'center', 'baseline', 'axis');
export const line = oneOf('none', 'solid', 'dashed');
export const thickness = either(length, oneOf('thin', 'medium', 'thick'));
const groupWord = 'left|center|right|decimalpoint';
export const groups = matching(
  new RegExp(`^(?:\\s*\\{\\s*(?:${groupWord})(?:\\s+(?:${groupWord}))*\\})*$`),
  '{left right}',
);
export const crossout = listOf(
  oneOf('none', 'updiagonalstrike', 'downdiagonalstrike', 'verticalstrike', 'horizontalstrike'),
  0,
);
export const locations = oneOf('w', 'nw', 'n', 'ne', 'e', 'se', 's', 'sw');
export const stackAlign = matching(/^(?:top|bottom|center|baseline|axis)(?: -?\d+)?$/, 'axis, top 1');
export const decimal = matching(/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/, '0.7, 1');
