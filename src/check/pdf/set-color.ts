/** The colour operators (ISO 32000-1, 8.6.8): an operator in, the colour of filling or stroking set. */
import { colorSpaceOf, initialPaint, isDeviceRgb, type GraphicsState, type Paint } from './graphics-state.js';
import type { PdfDict, PdfObject } from './objects.js';
import type { PdfFile } from './open-pdf.js';
import { tileOf } from './read-cells.js';

const deviceSpaces: Readonly<Record<string, Paint['space']>> = { g: 'gray', rg: 'rgb', k: 'cmyk' };

/** Runs a colour operator; false when it is none. Capitals are for stroking. */
export function setColor(
  state: GraphicsState,
  [name, operands]: readonly [string, readonly PdfObject[]],
  file: PdfFile,
  resources: PdfDict,
): boolean {
  if (!/^(?:g|rg|k|cs|scn?|G|RG|K|CS|SCN?)$/.test(name)) return false;
  const target = name === name.toUpperCase() ? 'stroke' : 'fill';
  const operator = name.toLowerCase();
  const values = operands.filter((item) => typeof item === 'number');
  const space = deviceSpaces[operator];
  if (space !== undefined) {
    const uncalibrated = space === 'rgb' && isDeviceRgb(file, 'DeviceRGB', resources);
    state[target] = { space, values, ...(uncalibrated && { deviceRgb: true }) };
  } else if (operator === 'cs') {
    const given = operands[0] ?? null;
    const uncalibrated = isDeviceRgb(file, given, resources);
    const paint = initialPaint(colorSpaceOf(file, given, resources));
    state[target] = { ...paint, ...(uncalibrated && { deviceRgb: true }) };
  } else {
    const tile =
      state[target].space === 'pattern' ? tileOf(file, operands.at(-1) ?? null, resources) : undefined;
    state[target] = { ...state[target], values, ...(tile && { tile }) };
  }
  return true;
}
