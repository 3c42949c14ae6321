/** Preflight of pictures: how many pixels an inch of paper gets. */
import { diagnostic, type Diagnostic, type DiagnosticCode } from '../../../diagnostic.js';
import type { PaintedPicture } from '../painted.js';
import type { PdfContents } from '../read-pdf.js';
import type { PrintedPage } from './printed-page.js';
import { at } from './report.js';

/** Under `good` pixels an inch a photograph looks soft in print, under `poor` its pixels are seen. */
interface Resolutions {
  readonly good: number;
  readonly poor: number;
}

/** Pictures of black and white alone have no grey to smooth their steps; ppi. */
const goodLineArt = 600;
/** A picture this narrow, in pixels, is a flat colour or a ramp, whose resolution nobody sees. */
const flat = 2;
/** Rounding of coordinates. */
const tolerance = 0.5;

/** One finding for each picture of a page. */
export function checkResolution(
  contents: PdfContents,
  { page, painted }: PrintedPage,
  resolutions: Resolutions,
): readonly Diagnostic[] {
  const coarsest = new Map<unknown, PaintedPicture>();
  for (const item of painted) {
    if (item.type !== 'picture' || Math.min(item.width, item.height) <= flat) continue;
    const key = item.stream ?? item;
    const other = coarsest.get(key);
    if (!other || item.ppi < other.ppi) coarsest.set(key, item);
  }
  return [...coarsest.values()].flatMap((picture) => {
    const code = codeOf(picture, resolutions);
    if (!code) return [];
    const { width, height, ppi } = picture;
    const values = { page: page.number, width, height, ppi: Math.round(ppi), good: resolutions.good };
    return [diagnostic(code, values, at(contents))];
  });
}

function codeOf({ bits, ppi }: PaintedPicture, { good, poor }: Resolutions): DiagnosticCode | undefined {
  if (bits === 1) return ppi < goodLineArt - tolerance ? 'CHECK-PPI-LINE' : undefined;
  if (ppi < poor - tolerance) return 'CHECK-PPI-POOR';
  return ppi < good - tolerance ? 'CHECK-PPI' : undefined;
}
