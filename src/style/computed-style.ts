/**
 * From the table's values to `ComputedStyle`: what other stages see. Composite fields are put
 * together here (borders, font features), factors multiplied, `currentcolor` replaced.
 */
import type { BorderSide, Color, ComputedStyle } from '../document/style.js';
import type { ColorValue } from './colors.js';
import { fontFeatures } from './properties-font.js';
import type { Values } from './properties.js';

type FontAndText =
  | 'fontFamily'
  | 'fontSize'
  | 'fontWeight'
  | 'fontStyle'
  | 'fontFeatures'
  | 'lineHeight'
  | 'letterSpacing'
  | 'wordSpacing'
  | 'textIndent'
  | 'textTransform'
  | 'textDecoration'
  | 'textAlign'
  | 'textAlignLast'
  | 'textWrap'
  | 'whiteSpace'
  | 'overflowWrap'
  | 'hyphens'
  | 'verticalAlign'
  | 'color'
  | 'language';

type Box =
  | 'display'
  | 'float'
  | 'floatAnchor'
  | 'position'
  | 'top'
  | 'right'
  | 'bottom'
  | 'left'
  | 'width'
  | 'height'
  | 'minWidth'
  | 'minHeight'
  | 'maxWidth'
  | 'maxHeight'
  | 'boxSizing'
  | 'marginTop'
  | 'marginRight'
  | 'marginBottom'
  | 'marginLeft'
  | 'paddingTop'
  | 'paddingRight'
  | 'paddingBottom'
  | 'paddingLeft'
  | 'borderTop'
  | 'borderRight'
  | 'borderBottom'
  | 'borderLeft'
  | 'backgroundColor'
  | 'overflow'
  | 'opacity'
  | 'objectFit'
  | 'objectPosition'
  | 'borderCollapse'
  | 'borderSpacing'
  | 'captionSide'
  | 'tableLayout';

/** The frozen style of these values. */
export function computedStyle(values: Values, language: string): ComputedStyle {
  return deepFreeze({ ...fontAndText(values, language), ...box(values), ...flow(values) });
}

/** Used line height in pt, `normal` left to the font. */
export function usedLineHeight(height: Values['line-height'], fontSize: number): number | 'normal' {
  return typeof height === 'object' ? height.factor * fontSize : height;
}

function fontAndText(v: Values, language: string): Pick<ComputedStyle, FontAndText> {
  return {
    fontFamily: v['font-family'],
    fontSize: v['font-size'],
    fontWeight: v['font-weight'],
    fontStyle: v['font-style'],
    fontFeatures: fontFeatures(v),
    lineHeight: usedLineHeight(v['line-height'], v['font-size']),
    letterSpacing: v['letter-spacing'],
    wordSpacing: v['word-spacing'],
    textIndent: v['text-indent'],
    textTransform: v['text-transform'],
    textDecoration: v['text-decoration'],
    textAlign: v['text-align'],
    textAlignLast: v['text-align-last'],
    textWrap: v['text-wrap'],
    whiteSpace: v['white-space'],
    overflowWrap: v['overflow-wrap'],
    hyphens: v.hyphens,
    verticalAlign: v['vertical-align'],
    color: v.color,
    language,
  };
}

function box(v: Values): Pick<ComputedStyle, Box> {
  const background = v['background-color'] === 'currentcolor' ? v.color : v['background-color'];
  return {
    display: v.display,
    float: v.float,
    floatAnchor: v['-anpham-float-anchor'],
    position: v.position,
    top: v.top,
    right: v.right,
    bottom: v.bottom,
    left: v.left,
    width: v.width,
    height: v.height,
    minWidth: v['min-width'],
    minHeight: v['min-height'],
    maxWidth: v['max-width'],
    maxHeight: v['max-height'],
    boxSizing: v['box-sizing'],
    marginTop: v['margin-top'],
    marginRight: v['margin-right'],
    marginBottom: v['margin-bottom'],
    marginLeft: v['margin-left'],
    paddingTop: v['padding-top'],
    paddingRight: v['padding-right'],
    paddingBottom: v['padding-bottom'],
    paddingLeft: v['padding-left'],
    borderTop: line(v['border-top-width'], v['border-top-style'], v['border-top-color'], v.color),
    borderRight: line(v['border-right-width'], v['border-right-style'], v['border-right-color'], v.color),
    borderBottom: line(v['border-bottom-width'], v['border-bottom-style'], v['border-bottom-color'], v.color),
    borderLeft: line(v['border-left-width'], v['border-left-style'], v['border-left-color'], v.color),
    backgroundColor: background.alpha === 0 ? 'transparent' : background,
    overflow: v.overflow,
    opacity: v.opacity,
    objectFit: v['object-fit'],
    objectPosition: v['object-position'],
    borderCollapse: v['border-collapse'],
    borderSpacing: v['border-spacing'],
    captionSide: v['caption-side'],
    tableLayout: v['table-layout'],
  };
}

function flow(v: Values): Omit<ComputedStyle, FontAndText | Box> {
  return {
    orphans: v.orphans,
    widows: v.widows,
    breakBefore: v['break-before'],
    breakAfter: v['break-after'],
    breakInside: v['break-inside'],
    blockStepSize: v['block-step-size'],
    columnCount: v['column-count'],
    columnWidth: v['column-width'],
    columnGap: v['column-gap'],
    columnRule: line(v['column-rule-width'], v['column-rule-style'], v['column-rule-color'], v.color),
    columnFill: v['column-fill'],
    columnSpan: v['column-span'],
    page: v.page,
    bookmarkLevel: v['bookmark-level'],
    bookmarkLabel: v['bookmark-label'],
    content: v.content,
    quotes: v.quotes,
    counterReset: v['counter-reset'],
    counterIncrement: v['counter-increment'],
    counterSet: v['counter-set'],
    stringSet: v['string-set'],
    listStyleType: v['list-style-type'],
    listStylePosition: v['list-style-position'],
  };
}

/** A line without style has no width (CSS Backgrounds 3 §3.3). */
function line(width: number, style: BorderSide['style'], color: ColorValue, own: Color): BorderSide {
  return { width: style === 'none' ? 0 : width, style, color: color === 'currentcolor' ? own : color };
}

/** Freezes a value and all it holds. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
