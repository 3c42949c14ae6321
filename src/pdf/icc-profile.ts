/**
 * Reads ICC profiles (ICC.1:2010) as far as photographs need them: RGB by primaries and curves → the
 * connection space, and tables between the connection space and inks. In: the bytes of a profile; out:
 * functions on single colours, or undefined where the profile says it in another way. Shares are 0 to 1,
 * XYZ is relative to D50 with Y 1 for white.
 */
import { readTable, type ColourTable } from './icc-table.js';

/** Three numbers: XYZ, Lab or RGB. */
export type Triple = readonly [number, number, number];

/** White of the connection space, D50 (7.2.16). */
export const d50: Triple = [0.9642, 1, 0.8249];

/** Where the data of a tag lie (7.3.1), by its signature; undefined where the profile has none. */
function tagOf(profile: Uint8Array, signature: string): DataView | undefined {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  if (profile.length < 132) return undefined;
  const count = view.getUint32(128);
  for (let at = 132, i = 0; i < count && at + 12 <= profile.length; i++, at += 12) {
    if (textAt(view, at) !== signature) continue;
    const [offset, size] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (size < 8 || offset + size > profile.length) return undefined;
    return new DataView(profile.buffer, profile.byteOffset + offset, size);
  }
  return undefined;
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

const fixed = (view: DataView, at: number): number => view.getInt32(at) / 65536;

/** The table of a tag, such as `B2A0`. */
export function tableOf(profile: Uint8Array, signature: string): ColourTable | undefined {
  const view = tagOf(profile, signature);
  return view && readTable(view);
}

/** Whether the tables of a profile speak of Lab. */
export function connectsByLab(profile: Uint8Array): boolean {
  return String.fromCharCode(...profile.subarray(20, 24)) === 'Lab ';
}

/** RGB → XYZ of a profile that has three primaries and their curves, and no table that would come first (8.4). */
export function rgbToXyz(profile: Uint8Array): ((rgb: Triple) => Triple) | undefined {
  if (tagOf(profile, 'A2B0')) return undefined;
  const primaries = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => primaryOf(tagOf(profile, name)));
  const curves = ['rTRC', 'gTRC', 'bTRC'].map((name) => curveOf(tagOf(profile, name)));
  const [red, green, blue] = primaries;
  const [r, g, b] = curves;
  if (!red || !green || !blue || !r || !g || !b) return undefined;
  return (rgb) => {
    const [x, y, z] = [r(rgb[0]), g(rgb[1]), b(rgb[2])];
    const mixed = (i: 0 | 1 | 2): number => x * red[i] + y * green[i] + z * blue[i];
    return [mixed(0), mixed(1), mixed(2)];
  };
}

function primaryOf(view: DataView | undefined): Triple | undefined {
  if (!view || view.byteLength < 20 || textAt(view, 0) !== 'XYZ ') return undefined;
  return [fixed(view, 8), fixed(view, 12), fixed(view, 16)];
}

type Curve = (value: number) => number;

/** A tone curve: a gamma, a list of values, or a formula (10.6 and 10.18). */
function curveOf(view: DataView | undefined): Curve | undefined {
  if (!view || view.byteLength < 12) return undefined;
  const type = textAt(view, 0);
  if (type === 'para') return formulaOf(view);
  if (type !== 'curv') return undefined;
  const count = view.getUint32(8);
  if (count === 0) return (value) => value;
  if (view.byteLength < 12 + 2 * count) return undefined;
  if (count === 1) {
    const gamma = view.getUint16(12) / 256;
    return (value) => value ** gamma;
  }
  return (value) => {
    const place = Math.min(1, Math.max(0, value)) * (count - 1);
    const low = Math.min(count - 2, Math.floor(place));
    const [from, to] = [view.getUint16(12 + 2 * low), view.getUint16(14 + 2 * low)];
    return (from + (to - from) * (place - low)) / 65535;
  };
}

/** `parametricCurveType`: how many numbers each formula takes (table 65). */
const formulaLengths = [1, 3, 4, 5, 7];

function formulaOf(view: DataView): Curve | undefined {
  const kind = view.getUint16(8);
  const length = formulaLengths[kind];
  if (length === undefined || view.byteLength < 12 + 4 * length) return undefined;
  const at = (i: number): number => (i < length ? fixed(view, 12 + 4 * i) : 0);
  const [gamma, a, b] = [at(0), length > 1 ? at(1) : 1, at(2)];
  const power: Curve = (value) => Math.max(0, a * value + b) ** gamma;
  switch (kind) {
    case 0:
      return power;
    case 1:
      return (value) => (value >= -b / a ? power(value) : 0);
    case 2:
      return (value) => (value >= -b / a ? power(value) + at(3) : at(3));
    case 3:
      return (value) => (value >= at(4) ? power(value) : at(3) * value);
    default:
      return (value) => (value >= at(4) ? power(value) + at(5) : at(3) * value + at(6));
  }
}

/** XYZ → Lab, both relative to D50 (CIE 15). */
export function xyzToLab([x, y, z]: Triple): Triple {
  const [fx, fy, fz] = [cubeRoot(x / d50[0]), cubeRoot(y / d50[1]), cubeRoot(z / d50[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const cubeRoot = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);

/** Lab → the Y of XYZ. */
export function luminance(lightness: number): number {
  return lightness > 8 ? ((lightness + 16) / 116) ** 3 : (lightness * 27) / 24389;
}
