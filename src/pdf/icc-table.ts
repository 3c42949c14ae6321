/**
 * Colour tables of ICC profiles (ICC.1:2010, 10.8 to 10.12): curves, a grid of colours, curves again. In: the
 * data of a tag; out: a function from shares to shares, interpolated between the points of the grid.
 */

/** A table: so many shares in, so many out. */
export interface ColourTable {
  readonly inputs: number;
  readonly outputs: number;
  /** How Lab is told in shares: a and b reach 255 or, in tables of 16 bits, 256 steps (10.8; 6.3.4.2). */
  readonly lab: 'bytes' | 'words';
  of(shares: readonly number[]): readonly number[];
}

interface Grid {
  /** Points along each input. */
  readonly points: readonly number[];
  readonly outputs: number;
  /** 0 to 1, the last input the fastest. */
  readonly values: Float64Array;
}

type Curves = readonly ((share: number) => number)[];

/** Reads a table of any of the three types; undefined for what is none, or cut short. */
export function readTable(view: DataView): ColourTable | undefined {
  try {
    const type = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(i)));
    if (type === 'mft1' || type === 'mft2') return readLegacy(view, type === 'mft1' ? 1 : 2);
    return type === 'mBA ' || type === 'mAB ' ? readElements(view, type) : undefined;
  } catch (error) {
    // Reading beyond the end: the profile was cut.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** `lut8Type` and `lut16Type`, of `size` bytes a value. Their matrix is for XYZ, which no table of inks speaks of. */
function readLegacy(view: DataView, size: 1 | 2): ColourTable | undefined {
  const [inputs, outputs, points] = [view.getUint8(8), view.getUint8(9), view.getUint8(10)];
  const [before, after] = size === 1 ? [256, 256] : [view.getUint16(48), view.getUint16(50)];
  const start = size === 1 ? 48 : 52;
  const grid = points ** inputs * outputs;
  const value = (i: number): number =>
    size === 1 ? view.getUint8(start + i) / 255 : view.getUint16(start + 2 * i) / 65535;
  if (inputs < 1 || inputs > 4 || points < 2 || before < 2 || after < 2) return undefined;
  const end = inputs * before + grid + outputs * after;
  if (start + size * end > view.byteLength) return undefined;
  const listed = (from: number, length: number): Float64Array =>
    Float64Array.from({ length }, (_, k) => value(from + k));
  const curves = (from: number, length: number, count: number): Curves =>
    Array.from({ length: count }, (_, i) => sampled(listed(from + i * length, length)));
  const first = curves(0, before, inputs);
  const last = curves(inputs * before + grid, after, outputs);
  const colours: Grid = {
    points: Array<number>(inputs).fill(points),
    outputs,
    values: listed(inputs * before, grid),
  };
  return {
    inputs,
    outputs,
    lab: size === 1 ? 'bytes' : 'words',
    of: (shares) => through(last, interpolate(colours, through(first, shares))),
  };
}

/** `lutAToBType` and `lutBToAType`: the same elements, run in one order or the other. */
function readElements(view: DataView, type: 'mAB ' | 'mBA '): ColourTable | undefined {
  const [inputs, outputs] = [view.getUint8(8), view.getUint8(9)];
  const [b, matrix, m, grid, a] = [12, 16, 20, 24, 28].map((at) => view.getUint32(at));
  // Ink needs a grid; without one this is a table of RGB.
  if (!grid || !a || !b || inputs < 1 || inputs > 4) return undefined;
  const forward = type === 'mAB ';
  const near = forward ? outputs : inputs;
  const ofB = elementCurves(view, b, near);
  const ofA = elementCurves(view, a, forward ? inputs : outputs);
  const ofM = m ? elementCurves(view, m, near) : undefined;
  const turn = matrix ? matrixAt(view, matrix) : undefined;
  const colours = elementGrid(view, grid, inputs, outputs);
  if (!ofA || !ofB || (m && !ofM)) return undefined;
  const aside = (shares: readonly number[]): readonly number[] => {
    if (forward) return turn ? turn(ofM ? through(ofM, shares) : shares) : shares;
    const turned = turn ? turn(shares) : shares;
    return ofM ? through(ofM, turned) : turned;
  };
  const of = forward
    ? (shares: readonly number[]) => through(ofB, aside(interpolate(colours, through(ofA, shares))))
    : (shares: readonly number[]) => through(ofA, interpolate(colours, aside(through(ofB, shares))));
  return { inputs, outputs, lab: 'bytes', of };
}

/** Curves one behind the other, each at a multiple of four bytes. */
function elementCurves(view: DataView, from: number, count: number): Curves | undefined {
  const curves: ((share: number) => number)[] = [];
  let at = from;
  for (let i = 0; i < count; i++) {
    const start = at;
    // Only lists of values: formulas are for the curves of screens.
    if (view.getUint32(start) !== 0x63757276) return undefined;
    const length = view.getUint32(start + 8);
    if (length === 1) {
      const gamma = view.getUint16(start + 12) / 256;
      curves.push((share) => share ** gamma);
    } else if (length === 0) curves.push((share) => share);
    else {
      const values = Float64Array.from({ length }, (_, k) => view.getUint16(start + 12 + 2 * k) / 65535);
      curves.push(sampled(values));
    }
    at = start + 12 + 2 * length;
    at += (4 - (at % 4)) % 4;
  }
  return curves;
}

function matrixAt(view: DataView, at: number): (shares: readonly number[]) => readonly number[] {
  const e = Array.from({ length: 12 }, (_, i) => view.getInt32(at + 4 * i) / 65536);
  return ([x = 0, y = 0, z = 0]) =>
    [0, 1, 2].map(
      (row) =>
        (e[3 * row] ?? 0) * x + (e[3 * row + 1] ?? 0) * y + (e[3 * row + 2] ?? 0) * z + (e[9 + row] ?? 0),
    );
}

function elementGrid(view: DataView, at: number, inputs: number, outputs: number): Grid {
  const points = Array.from({ length: inputs }, (_, i) => view.getUint8(at + i));
  const single = view.getUint8(at + 16) === 1;
  const count = points.reduce((product, n) => product * n, outputs);
  // Beyond the end: a RangeError, as for every read, and before room is made for what is not there.
  view.getUint8(at + 20 + count * (single ? 1 : 2) - 1);
  const value = (i: number): number =>
    single ? view.getUint8(at + 20 + i) / 255 : view.getUint16(at + 20 + 2 * i) / 65535;
  return { points, outputs, values: Float64Array.from({ length: count }, (_, i) => value(i)) };
}

/** A curve through values at equal distances. */
function sampled(values: Float64Array): (share: number) => number {
  const { length } = values;
  return (share) => {
    const place = Math.min(1, Math.max(0, share)) * (length - 1);
    const low = Math.min(length - 2, Math.floor(place));
    const from = values[low] ?? 0;
    return from + ((values[low + 1] ?? 0) - from) * (place - low);
  };
}

function through(curves: Curves, shares: readonly number[]): readonly number[] {
  return curves.map((curve, i) => curve(shares[i] ?? 0));
}

/**
 * The colour at a place of the grid, from all the corners round it (trilinear, in three dimensions): between
 * Lab and inks, tetrahedra would tint the greys, which lie along one axis.
 */
function interpolate({ points, outputs, values }: Grid, shares: readonly number[]): readonly number[] {
  const places = new Int32Array(1 << points.length);
  const weights = new Float64Array(1 << points.length);
  weights[0] = 1;
  let corners = 1;
  for (let i = 0; i < points.length; i++) {
    const last = (points[i] ?? 2) - 1;
    const place = Math.min(1, Math.max(0, shares[i] ?? 0)) * last;
    const low = Math.min(last - 1, Math.floor(place));
    const share = place - low;
    for (let c = 0; c < corners; c++) {
      const [from, weight] = [(places[c] ?? 0) * (last + 1) + low, weights[c] ?? 0];
      places[c] = from;
      places[c + corners] = from + 1;
      weights[c] = weight * (1 - share);
      weights[c + corners] = weight * share;
    }
    corners *= 2;
  }
  const result: number[] = [];
  for (let k = 0; k < outputs; k++) {
    let sum = 0;
    for (let c = 0; c < corners; c++)
      sum += (weights[c] ?? 0) * (values[(places[c] ?? 0) * outputs + k] ?? 0);
    result.push(sum);
  }
  return result;
}
