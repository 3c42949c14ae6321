/** Borders, their corners, and backgrounds (CSS Backgrounds 3). */
import type {
  BackgroundRepeat,
  BorderStyle,
  BoxArea,
  CornerRadius,
  LengthPercentageAuto,
} from '../document/style.js';
import { color } from './colors.js';
import { length, lengthPercentage } from './lengths.js';
import { keywordLonghand, reset } from './longhand.js';
import { position } from './positions.js';
import { commaList, keywords, mapped, oneOf, type Parser, type ValueReader } from './value-reader.js';

/** pt of the width keywords (CSS Backgrounds 3 §3.3 leaves them to us; these are a browser's). */
const lineWidth: Parser<number> = oneOf(mapped({ thin: 0.75, medium: 2.25, thick: 3.75 }), length(0));

const styles = [
  'none',
  'hidden',
  'solid',
  'dashed',
  'dotted',
  'double',
  'groove',
  'ridge',
  'inset',
  'outset',
] as const satisfies readonly BorderStyle[];

/** Also the parts of `column-rule`. */
export const lineLonghands = {
  width: reset('medium', 'thin | medium | thick | <length>', lineWidth),
  style: keywordLonghand(reset, ...styles),
  color: reset('currentcolor', '<color>', color),
} as const;

/** One radius stands for both directions. */
const cornerRadius: Parser<CornerRadius> = (reader, context) => {
  const horizontal = lengthPercentage(0)(reader, context);
  const vertical = reader.done ? horizontal : lengthPercentage(0)(reader, context);
  return horizontal === undefined || vertical === undefined ? undefined : [horizontal, vertical];
};

const corner = reset('0', '<length-percentage>{1,2}', cornerRadius);

/** A picture of a background, or none. */
const image: Parser<string> = (reader: ValueReader) => {
  if (reader.keyword(['none'])) return 'none';
  const next = reader.take();
  return next?.type === 'url' ? next.value : undefined;
};

const repeats = ['repeat', 'no-repeat', 'space', 'round'] as const satisfies readonly BackgroundRepeat[];

const repeat: Parser<readonly [BackgroundRepeat, BackgroundRepeat]> = (reader) => {
  const axis = reader.keyword(['repeat-x', 'repeat-y']);
  if (axis) return axis === 'repeat-x' ? ['repeat', 'no-repeat'] : ['no-repeat', 'repeat'];
  const first = reader.keyword(repeats);
  return first && [first, reader.keyword(repeats) ?? first];
};

type Size = 'cover' | 'contain' | readonly [LengthPercentageAuto, LengthPercentageAuto];

const size: Parser<Size> = oneOf(keywords('cover', 'contain'), (reader: ValueReader, context) => {
  const side: Parser<LengthPercentageAuto> = oneOf(keywords('auto'), lengthPercentage(0));
  const width = side(reader, context);
  if (width === undefined) return undefined;
  const height: LengthPercentageAuto | undefined = side(reader, context);
  return [width, height ?? 'auto'] as const;
});

const areas = ['border-box', 'padding-box', 'content-box'] as const satisfies readonly BoxArea[];
const area = (initial: BoxArea) => reset(initial, `[ ${areas.join(' | ')} ]#`, commaList(keywords(...areas)));

/** Values of `background-*`, one for each picture. */
export const backgroundLonghands = {
  'background-color': reset('transparent', '<color>', color),
  'background-image': reset('none', '[ none | <url> ]#', commaList(image)),
  'background-repeat': reset(
    'repeat',
    '[ repeat-x | repeat-y | [ repeat | no-repeat | space | round ]{1,2} ]#',
    commaList(repeat),
  ),
  'background-position': reset('0% 0%', '<position>#', commaList(position)),
  'background-size': reset(
    'auto',
    '[ cover | contain | [ <length-percentage> | auto ]{1,2} ]#',
    commaList(size),
  ),
  'background-origin': area('padding-box'),
  'background-clip': area('border-box'),
  // Pages do not scroll: `local` is the same as `scroll`.
  'background-attachment': reset(
    'scroll',
    '[ scroll | fixed | local ]#',
    commaList(keywords('scroll', 'fixed', 'local')),
  ),
} as const;

export const borderLonghands = {
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
  'border-top-left-radius': corner,
  'border-top-right-radius': corner,
  'border-bottom-right-radius': corner,
  'border-bottom-left-radius': corner,
  'box-decoration-break': keywordLonghand(reset, 'slice', 'clone'),
} as const;
