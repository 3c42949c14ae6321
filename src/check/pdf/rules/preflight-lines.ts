/** Preflight of lines: one thinner than a quarter point breaks up or vanishes on a plate. */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import type { Painted } from '../painted.js';
import type { PdfContents } from '../read-pdf.js';
import type { PrintedPage } from './printed-page.js';
import { at } from './report.js';

/** The thinnest line that offset printing holds, pt. */
const hairline = 0.25;
/** Rounding of coordinates, pt. */
const tolerance = 0.005;

/** The thinnest lines of a page, stroked or filled, as one finding. */
export function checkHairlines(contents: PdfContents, { page, painted }: PrintedPage): readonly Diagnostic[] {
  const thin = painted.flatMap(widthsOf).filter((width) => width < hairline - tolerance);
  if (thin.length === 0) return [];
  const width = Math.round(thin.reduce((least, each) => Math.min(least, each), hairline) * 100) / 100;
  return [diagnostic('CHECK-HAIRLINE', { page: page.number, width, count: thin.length }, at(contents))];
}

/** Widths of the lines that a path is: of its stroke, and of filled areas that are lines by their shape. */
function widthsOf(item: Painted): readonly number[] {
  if (item.type !== 'path') return [];
  const stroked = item.stroke ? [item.lineWidth] : [];
  // An area stroked as well is as thick as its stroke.
  return item.fill && !item.stroke ? [item.thinnest] : stroked;
}
