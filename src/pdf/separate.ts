/**
 * RGB → the inks of a printer, by its profile: what printers call separation. In: samples and the profile
 * that says what they mean; out: samples of four inks. Each source profile is looked through once, on a grid
 * fine enough that nobody sees the steps (as colour engines do), and pixels are interpolated in it.
 */
import type { PhotoHandling } from '../document/printer.js';
import { connectsByLab, d50, luminance, rgbToXyz, tableOf, xyzToLab, type Triple } from './icc-profile.js';
import type { ColourTable } from './icc-table.js';

/** Points of the grid along each of red, green and blue. */
const points = 33;

/** Turns samples into inks. */
export class Separation {
  private readonly grids = new Map<(rgb: Triple) => Triple, Uint16Array>();
  /** The darkest that the inks make, as Y; 0 where blacks are not fitted. */
  private readonly black: number;

  private constructor(
    private readonly table: ColourTable,
    black: number,
  ) {
    this.black = black;
  }

  /** By the profile of a printer; undefined for one that says nothing of how Lab becomes its four inks. */
  static by(profile: Uint8Array, rendering: PhotoHandling['rendering']): Separation | undefined {
    const first = tableOf(profile, rendering === 'perceptual' ? 'B2A0' : 'B2A1');
    const table = first ?? tableOf(profile, 'B2A0');
    if (!table || table.inputs !== 3 || table.outputs !== 4 || !connectsByLab(profile)) return undefined;
    return new Separation(table, rendering === 'relative' ? blackOf(profile) : 0);
  }

  /** Inks of RGB samples, a byte each; `meaning` as `rgbToXyz` gives it. */
  pixels(samples: Uint8Array, meaning: (rgb: Triple) => Triple): Uint8Array {
    let grid = this.grids.get(meaning);
    if (!grid) this.grids.set(meaning, (grid = this.grid(meaning)));
    return interpolate(samples, grid);
  }

  /** Inks of one colour, 0 to 1. */
  private inks(rgb: Triple, meaning: (rgb: Triple) => Triple): readonly number[] {
    const { black } = this;
    const xyz = meaning(rgb);
    // Black point compensation: the darkest RGB becomes the darkest print, white stays white.
    const fit = (i: 0 | 1 | 2): number => xyz[i] * (1 - black) + d50[i] * black;
    const lab = xyzToLab(black > 0 ? [fit(0), fit(1), fit(2)] : xyz);
    return this.table.of(sharesOf(lab, this.table.lab));
  }

  private grid(meaning: (rgb: Triple) => Triple): Uint16Array {
    const grid = new Uint16Array(points ** 3 * 4);
    const last = points - 1;
    let at = 0;
    for (let r = 0; r < points; r++)
      for (let g = 0; g < points; g++)
        for (let b = 0; b < points; b++)
          for (const ink of this.inks([r / last, g / last, b / last], meaning))
            grid[at++] = Math.round(Math.min(1, Math.max(0, ink)) * 65280);
    return grid;
  }
}

/** Lab as the shares of a table. */
function sharesOf([lightness, a, b]: Triple, lab: ColourTable['lab']): Triple {
  if (lab === 'bytes') return [lightness / 100, (a + 128) / 255, (b + 128) / 255];
  return [(lightness * 652.8) / 65535, ((a + 128) * 256) / 65535, ((b + 128) * 256) / 65535];
}

/** Y of what the inks for black really look like, without their cast: those of the perceptual table, as littlecms has it. */
function blackOf(profile: Uint8Array): number {
  const back = tableOf(profile, 'A2B1') ?? tableOf(profile, 'A2B0');
  const table = tableOf(profile, 'B2A0');
  if (back?.inputs !== 4 || !table) return 0;
  const [share = 0] = back.of(table.of(sharesOf([0, 0, 0], table.lab)));
  const lightness = back.lab === 'bytes' ? share * 100 : (share * 65535) / 652.8;
  return luminance(Math.min(50, Math.max(0, lightness)));
}

/** For each of the 256 values of a sample: the point of the grid below it, and how far on it is, of 255. */
const below = Uint8Array.from({ length: 256 }, (_, v) =>
  Math.min(points - 2, Math.floor((v * (points - 1)) / 255)),
);
const beyond = Float64Array.from({ length: 256 }, (_, v) => (v * (points - 1)) / 255 - (below[v] ?? 0));

/** Samples in the grid, each in its tetrahedron. */
function interpolate(samples: Uint8Array, grid: Uint16Array): Uint8Array {
  const count = Math.floor(samples.length / 3);
  const inks = new Uint8Array(count * 4);
  const [red, green] = [points * points * 4, points * 4];
  let last = -1;
  for (let pixel = 0, from = 0, to = 0; pixel < count; pixel++, from += 3, to += 4) {
    const [r, g, b] = [samples[from] ?? 0, samples[from + 1] ?? 0, samples[from + 2] ?? 0];
    const colour = (r << 16) | (g << 8) | b;
    // Neighbours are often alike: skies, walls, paper.
    if (colour === last) {
      inks.copyWithin(to, to - 4, to);
      continue;
    }
    last = colour;
    const [x, y, z] = [beyond[r] ?? 0, beyond[g] ?? 0, beyond[b] ?? 0];
    const corner = (below[r] ?? 0) * red + (below[g] ?? 0) * green + (below[b] ?? 0) * 4;
    // From the corner on along the axis that is farthest, last along the one that is nearest.
    const [far, near] = [Math.max(x, y, z), Math.min(x, y, z)];
    const middle = x + y + z - far - near;
    const one = corner + (x === far ? red : y === far ? green : 4);
    const three = corner + red + green + 4;
    const two = three - (z === near ? 4 : y === near ? green : red);
    for (let k = 0; k < 4; k++) {
      const value =
        (1 - far) * (grid[corner + k] ?? 0) +
        (far - middle) * (grid[one + k] ?? 0) +
        (middle - near) * (grid[two + k] ?? 0) +
        near * (grid[three + k] ?? 0);
      inks[to + k] = Math.round(value / 256);
    }
  }
  return inks;
}

/** What RGB samples mean by their profile, kept with it; undefined where a table says so. */
export function meaningOf(profile: Uint8Array): ((rgb: Triple) => Triple) | undefined {
  const known = meanings.get(profile);
  if (known) return known;
  const meaning = rgbToXyz(profile);
  if (meaning) meanings.set(profile, meaning);
  return meaning;
}

const meanings = new WeakMap<Uint8Array, (rgb: Triple) => Triple>();
