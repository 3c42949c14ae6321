/**
 * The part of the graphics state that the rules ask for (ISO 32000-1, 8.4 and 9.3): transformation,
 * clip, colours, width of line, text parameters. Plain values; `q` copies, `Q` brings back.
 */
import { isArray, type PdfFile } from './open-pdf.js';
import { PdfDict, PdfName, type PdfObject } from './objects.js';
import type { Box } from './pages.js';
import type { Cell } from './read-cells.js';
import type { PdfFont } from './read-font.js';

/** a b c d e f (8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `m`, then `n`. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

/** A point in user space → in default user space. */
export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Six numbers as a matrix; the identity when they are not six. */
export function matrixOf(numbers: readonly number[] | undefined): Matrix {
  const [a, b, c, d, e, f] = numbers ?? [];
  if (a === undefined || b === undefined || c === undefined) return identity;
  return d === undefined || e === undefined || f === undefined ? identity : [a, b, c, d, e, f];
}

/** What an area is filled or a line stroked with. Components are 0 to 1; spot inks and patterns have no process components. */
export interface Paint {
  readonly space: 'gray' | 'rgb' | 'cmyk' | 'spot' | 'pattern' | 'other';
  readonly values: readonly number[];
  /** What a tiling pattern repeats. */
  readonly tile?: Cell;
  /** RGB whose meaning nothing in the file tells: DeviceRGB without a default colour space (8.6.5.6). */
  readonly deviceRgb?: boolean;
}

export interface GraphicsState {
  ctm: Matrix;
  /** The box of what is let through, in default user space; all is where there is none. */
  clip: Box | undefined;
  fill: Paint;
  stroke: Paint;
  /** In user space. */
  lineWidth: number;
  font: PdfFont | undefined;
  /** The parameters of 9.3.1 by their names there. */
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

export const black: Paint = { space: 'gray', values: [0] };

export function initialState(ctm: Matrix): GraphicsState {
  const text = { charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, renderMode: 0 };
  const paint = { clip: undefined, fill: black, stroke: black, lineWidth: 1 };
  return { ctm, ...paint, font: undefined, size: 0, ...text };
}

const device: Readonly<Record<string, Paint['space']>> = {
  DeviceGray: 'gray',
  CalGray: 'gray',
  G: 'gray',
  DeviceRGB: 'rgb',
  CalRGB: 'rgb',
  RGB: 'rgb',
  DeviceCMYK: 'cmyk',
  CMYK: 'cmyk',
  Separation: 'spot',
  DeviceN: 'spot',
  Pattern: 'pattern',
};

/** The kind of a colour space: a name, a resource's name, or an array (8.6). */
export function colorSpaceOf(file: PdfFile, value: PdfObject, resources: PdfDict): Paint['space'] {
  const found = file.resolve(value);
  if (found instanceof PdfName) {
    const known = device[found.value];
    if (known) return known;
    const named = file.dict(resources.raw('ColorSpace'))?.raw(found.value) ?? null;
    return named === null || file.resolve(named) instanceof PdfName
      ? (device[file.nameOf(named) ?? ''] ?? 'other')
      : colorSpaceOf(file, named, resources);
  }
  if (!isArray(found)) return 'other';
  const family = file.nameOf(found[0] ?? null) ?? '';
  if (family !== 'ICCBased') return device[family] ?? 'other';
  const components = file.number(file.dict(found[1] ?? null)?.raw('N') ?? null);
  return components === 1 ? 'gray' : components === 3 ? 'rgb' : components === 4 ? 'cmyk' : 'other';
}

/** True for DeviceRGB, or a table or pattern of it, where the resources have no default for it (8.6.5.6). */
export function isDeviceRgb(file: PdfFile, value: PdfObject | 'DeviceRGB', resources: PdfDict): boolean {
  const spaces = file.dict(resources.raw('ColorSpace'));
  const free = (name: string): boolean =>
    ['DeviceRGB', 'RGB'].includes(name) && (spaces?.raw('DefaultRGB') ?? null) === null;
  if (value === 'DeviceRGB') return free(value);
  const found = file.resolve(value);
  if (isArray(found)) {
    const family = file.nameOf(found[0] ?? null) ?? '';
    if (['Indexed', 'I', 'Pattern'].includes(family)) return isDeviceRgb(file, found[1] ?? null, resources);
    return free(family);
  }
  if (!(found instanceof PdfName)) return false;
  const named = file.resolve(spaces?.raw(found.value) ?? null);
  if (isArray(named)) return isDeviceRgb(file, named, resources);
  return free(named instanceof PdfName ? named.value : found.value);
}

/** The colour a space begins with (8.6.5.1 and on): black, or full ink. */
export function initialPaint(space: Paint['space']): Paint {
  const values: Readonly<Record<string, readonly number[]>> = {
    gray: [0],
    rgb: [0, 0, 0],
    cmyk: [0, 0, 0, 1],
    spot: [1],
  };
  return { space, values: values[space] ?? [] };
}
