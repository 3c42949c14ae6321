/** What of a page is printed: its content in; out, what stands within its bleed, and where it is cut. */
import { boxOf, type Box, type PdfPage } from '../pages.js';
import type { Painted } from '../painted.js';
import type { PageContent, TextShow } from '../read-content.js';
import type { PdfContents } from '../read-pdf.js';

/** What stands on the printed area of a page. */
export interface PrintedPage {
  readonly page: PdfPage;
  readonly trim: Box;
  readonly painted: readonly Painted[];
  readonly shows: readonly TextShow[];
}

/** The page without what lies wholly outside of its bleed. A page that says no trim is cut at its edge. */
export function printedPage({ file }: PdfContents, { page, painted, shows }: PageContent): PrintedPage {
  const media = boxOf(file, page, 'CropBox') ?? boxOf(file, page, 'MediaBox') ?? [0, 0, 0, 0];
  const trim = boxOf(file, page, 'TrimBox') ?? media;
  const area = boxOf(file, page, 'BleedBox') ?? trim;
  return {
    page,
    trim,
    painted: painted.filter(({ boxes }) => boxes.some((box) => overlaps(box, area))),
    shows: shows.filter(({ from, to, invisible }) => !invisible && overlaps(baseline(from, to), area)),
  };
}

const baseline = (from: TextShow['from'], to: TextShow['to']): Box => [
  Math.min(from.x, to.x),
  Math.min(from.y, to.y),
  Math.max(from.x, to.x),
  Math.max(from.y, to.y),
];

/** Whether two boxes have more than an edge in common; a line has no area and may lie inside. */
export function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}
