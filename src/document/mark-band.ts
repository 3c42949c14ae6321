/**
 * Where printer's marks stand: a band all round the page, beyond the bleed. Layout sets words into it, the
 * painter draws marks; pt.
 */
import { millimetre } from './units.js';
/** White between the bleed and the marks, and beyond them. */
const gap = millimetre;
/** Length of a mark. */
const length = 5 * millimetre;
/** Marks keep this far from the trim even without bleed, so that a careless cut does not show them. */
const leastOffset = 3 * millimetre;

/** Distances from the trim: where the band begins and ends, and where the sheet ends. */
export interface MarkBand {
  readonly from: number;
  readonly to: number;
  readonly edge: number;
}

/** The band of a page with this bleed. */
export function markBand(bleed: number): MarkBand {
  const from = Math.max(bleed, leastOffset) + gap;
  return { from, to: from + length, edge: from + length + gap };
}
