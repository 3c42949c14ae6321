/** Preflight of the edge that an office printer does not reach: what stands there is not printed. */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import type { Box } from '../pages.js';
import type { PdfContents } from '../read-pdf.js';
import { isSeen } from './preflight-bleed.js';
import type { PrintedPage } from './printed-page.js';
import { at, excerpt } from './report.js';
import { millimetre } from '../../../document/units.js';

/** Rounding of coordinates, pt. */
const tolerance = 0.3;

/** One finding for a page on which something stands closer to the edge than `margin` pt. */
export function checkMargin(
  contents: PdfContents,
  { page, trim, shows, painted }: PrintedPage,
  margin: number,
): readonly Diagnostic[] {
  if (margin === 0) return [];
  const [left, bottom, right, top] = trim;
  const beyond = (box: Box): boolean =>
    box[0] < left + margin - tolerance ||
    box[1] < bottom + margin - tolerance ||
    box[2] > right - margin + tolerance ||
    box[3] > top - margin + tolerance;
  const words = shows.filter(({ from, to, em }) =>
    beyond([
      Math.min(from.x, to.x),
      Math.min(from.y, to.y),
      Math.max(from.x, to.x),
      Math.max(from.y, to.y) + em / 2,
    ]),
  );
  const others = painted.filter((item) => isSeen(item) && item.boxes.some(beyond));
  const count = words.length + others.length;
  if (count === 0) return [];
  const text = words[0] ? ` (“${excerpt(words[0].text)}”)` : '';
  const values = { page: page.number, count, text, margin: Math.round((margin / millimetre) * 10) / 10 };
  return [diagnostic('CHECK-MARGIN', values, at(contents))];
}
