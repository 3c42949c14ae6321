/**
 * Colours of the style sheet → colour operators, by edition. The one table of what becomes of a colour:
 *
 * | colour            | print (PDF/X-4, CMYK intent)            | archive (PDF/A-2, sRGB intent)   |
 * |-------------------|-----------------------------------------|----------------------------------|
 * | black, greys      | K only: ink 1 − v; near-greys too       | DeviceGray                       |
 * | other rgb         | DeviceRGB, meaning sRGB by DefaultRGB   | DeviceRGB, meaning sRGB by intent|
 * | device-cmyk       | DeviceCMYK as written                   | its fallback, else the naive way |
 * | spot colour       | its Separation (`spot-inks.ts`)         | its process inks, the naive way  |
 *
 * "Naive" is CSS Color 5, "Converting Device-CMYK colors to sRGB": r = (1 − c)(1 − k) and so on.
 */
import type { Color, SpotInk } from '../document/style.js';
import { spotName } from './syntax.js';

/** The editions that are PDFs. */
export type PdfEdition = 'print' | 'archive';

/** A colour as the content stream says it. */
export interface Paint {
  /** Operands and operator for filling and for stroking. */
  readonly fill: string;
  readonly stroke: string;
  readonly alpha: number;
  /** Solid black ink alone: text in it overprints what is below. */
  readonly blackInk: boolean;
  /** Shares of cyan, magenta, yellow and black where there are several. */
  readonly inks?: readonly number[];
  /** The ink of a spot colour, whose colour space the page needs. */
  readonly spot?: SpotInk;
}

/** RGB components this close together (10 of 255) print as grey: a warm black must not need four plates. */
const nearGrey = 0.04;

/** What a colour is in an edition. Styles are shared, so the same object comes thousands of times. */
export function paintOf(color: Color, edition: PdfEdition): Paint {
  let paint = known[edition].get(color);
  if (!paint) {
    paint = edition === 'print' ? printPaint(color) : archivePaint(color);
    known[edition].set(color, paint);
  }
  return paint;
}

const known: Readonly<Record<PdfEdition, WeakMap<Color, Paint>>> = {
  print: new WeakMap(),
  archive: new WeakMap(),
};

function printPaint(color: Color): Paint {
  if (color.space === 'cmyk' && color.spot) return separation(color.spot, color.alpha);
  if (color.space === 'cmyk') return cmyk([color.c, color.m, color.y, color.k], color.alpha);
  const { r, g, b, alpha } = color;
  const spread = Math.max(r, g, b) - Math.min(r, g, b);
  if (spread > nearGrey) return rgb([r, g, b], alpha);
  // Luma of BT.709, so that a near-grey keeps its lightness.
  return cmyk([0, 0, 0, 1 - (0.2126 * r + 0.7152 * g + 0.0722 * b)], alpha);
}

function archivePaint(color: Color): Paint {
  if (color.space === 'rgb') return rgb([color.r, color.g, color.b], color.alpha);
  const { c, m, y, k, alpha } = color;
  const shown = color.fallback ?? { r: (1 - c) * (1 - k), g: (1 - m) * (1 - k), b: (1 - y) * (1 - k) };
  return rgb([shown.r, shown.g, shown.b], alpha);
}

function rgb(components: readonly [number, number, number], alpha: number): Paint {
  const [r, g, b] = components.map(component);
  const grey = r === g && g === b;
  return {
    fill: grey ? `${r} g` : `${r} ${g} ${b} rg`,
    stroke: grey ? `${r} G` : `${r} ${g} ${b} RG`,
    alpha,
    blackInk: false,
  };
}

function cmyk(components: readonly [number, number, number, number], alpha: number): Paint {
  const inks = components.map(component);
  return {
    fill: `${inks.join(' ')} k`,
    stroke: `${inks.join(' ')} K`,
    alpha,
    blackInk: inks.join(' ') === '0 0 0 1',
    ...(components.filter((ink) => ink > 0).length > 1 && { inks: components }),
  };
}

/** A tint in the colour space that has the ink's name (`spot-inks.ts`). */
function separation(spot: SpotInk, alpha: number): Paint {
  const [ink, tint] = [spotName(spot), component(spot.tint)];
  return { fill: `${ink} cs ${tint} scn`, stroke: `${ink} CS ${tint} SCN`, alpha, blackInk: false, spot };
}

/** Between 0 and 1 with at most three decimals. */
function component(value: number): string {
  return String(Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000);
}
