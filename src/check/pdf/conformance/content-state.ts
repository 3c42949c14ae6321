/**
 * The part of the graphics state that standards have rules on (ISO 32000-1, 8.4): colours with their
 * spaces, font, rendering of text, overprint, blending. An operator in; the state of its stream changed.
 */
import { PdfName, type PdfDict, type PdfObject } from '../objects.js';
import { isArray, type PdfFile } from '../open-pdf.js';

/** What is filled or stroked with. */
export interface ContentColor {
  /** A name (`DeviceGray`, `Pattern`) or an array (8.6.3), no reference; null when it was not found. */
  readonly space: PdfObject;
  /** The pattern, perhaps a reference. */
  readonly pattern?: PdfObject;
}

export interface ContentState {
  fill: ContentColor;
  stroke: ContentColor;
  /** The font dictionary, and its size in text space; undefined before any is chosen. */
  font: PdfDict | undefined;
  fontSize: number;
  /** 9.3.6 */
  renderMode: number;
  /** 8.6.7 */
  fillOverprint: boolean;
  strokeOverprint: boolean;
  overprintMode: number;
  /** The soft mask dictionary; undefined for none (11.6.5.1). */
  softMask: PdfDict | undefined;
}

const gray: ContentColor = { space: new PdfName('DeviceGray') };

/** The state at the start of a page. */
export function initialContentState(): ContentState {
  return {
    fill: gray,
    stroke: gray,
    font: undefined,
    fontSize: 0,
    renderMode: 0,
    fillOverprint: false,
    strokeOverprint: false,
    overprintMode: 0,
    softMask: undefined,
  };
}

const deviceOperators: Readonly<Record<string, string>> = {
  g: 'DeviceGray',
  rg: 'DeviceRGB',
  k: 'DeviceCMYK',
};

/** Runs an operator; `named` is the resource that it names, null where it names none. */
export function setState(
  state: ContentState,
  [operator, operands]: readonly [string, readonly PdfObject[]],
  named: PdfObject,
  file: PdfFile,
): void {
  const [first = null] = operands;
  if (operator === 'Tf') {
    state.font = file.dict(named);
    state.fontSize = typeof operands[1] === 'number' ? operands[1] : 0;
  } else if (operator === 'Tr') state.renderMode = typeof first === 'number' ? first : 0;
  else if (operator === 'gs') setParameters(state, file.dict(named), file);
  else if (isColorOperator(operator)) {
    const target = operator === operator.toLowerCase() ? 'fill' : 'stroke';
    state[target] = colorAfter(state[target], [operator.toLowerCase(), first], named, file);
  }
}

const colorOperators = new Set('g rg k cs sc scn G RG K CS SC SCN'.split(' '));

/** True for an operator that sets a colour or its space; capitals are for strokes (8.6.8). */
export function isColorOperator(operator: string): boolean {
  return colorOperators.has(operator);
}

function colorAfter(
  before: ContentColor,
  [operator, operand]: readonly [string, PdfObject],
  named: PdfObject,
  file: PdfFile,
): ContentColor {
  const device = deviceOperators[operator];
  if (device !== undefined) return { space: new PdfName(device) };
  if (operator === 'cs') return { space: file.resolve(isDirectSpace(operand) ? operand : named) };
  return { space: before.space, ...(named !== null && { pattern: named }) };
}

/** The colour spaces that operators name without a resource (8.6.8). */
export function isDirectSpace(operand: PdfObject): boolean {
  return operand instanceof PdfName && /^(?:Device(?:Gray|RGB|CMYK)|Pattern)$/.test(operand.value);
}

/** A graphics state parameter dictionary (8.4.5). */
function setParameters(state: ContentState, dict: PdfDict | undefined, file: PdfFile): void {
  if (!dict) return;
  const stroke = file.resolve(dict.raw('OP'));
  const fill = file.resolve(dict.raw('op'));
  if (typeof stroke === 'boolean') state.strokeOverprint = stroke;
  // Without `op`, `OP` is for both.
  if (typeof fill === 'boolean') state.fillOverprint = fill;
  else if (typeof stroke === 'boolean') state.fillOverprint = stroke;
  state.overprintMode = file.number(dict.raw('OPM')) ?? state.overprintMode;
  if (dict.entries.has('SMask')) state.softMask = file.dict(dict.raw('SMask'));
  const font = file.array(dict.raw('Font'));
  if (font) {
    state.font = file.dict(font[0] ?? null);
    state.fontSize = file.number(font[1] ?? null) ?? 0;
  }
}

/** What an operator paints: areas, lines. Text paints by its rendering mode, a stencil the colour of areas. */
export function paints(
  operator: string,
  { renderMode }: Pick<ContentState, 'renderMode'>,
): { readonly fill: boolean; readonly stroke: boolean } {
  if (showsText(operator)) {
    return { fill: [0, 2, 4, 6].includes(renderMode), stroke: [1, 2, 5, 6].includes(renderMode) };
  }
  return { fill: filling.has(operator), stroke: stroking.has(operator) };
}

const showing = new Set(['Tj', 'TJ', "'", '"']);
const filling = new Set(['f', 'F', 'f*', 'b', 'b*', 'B', 'B*']);
const stroking = new Set(['s', 'S', 'b', 'b*', 'B', 'B*']);

/** True for an operator that shows text (9.4.3). */
export function showsText(operator: string): boolean {
  return showing.has(operator);
}

/** True for an array that begins with this name: a colour space of this family (8.6.3). */
export function isSpace(space: PdfObject, family: string): space is readonly PdfObject[] {
  return isArray(space) && space[0] instanceof PdfName && space[0].value === family;
}
