/**
 * Preflight: what a printing house would call back about, in plain words. For every file that is not made
 * for screens alone; it looks at what is printed, so printer's marks beside the bleed are left out.
 */
import type { Diagnostic } from '../../../diagnostic.js';
import type { PdfContents } from '../read-pdf.js';
import { checkBleed } from './preflight-bleed.js';
import { checkInk, checkRgb } from './preflight-inks.js';
import { checkHairlines } from './preflight-lines.js';
import { checkResolution } from './preflight-pictures.js';
import { printedPage } from './printed-page.js';

/** Total ink that a press takes on coated paper, percent (ISO 12647-2; newsprint takes 240). */
export const usualInkLimit = 300;

/** Rules for print; `inkLimit` is in percent. */
export function checkPreflight(
  contents: PdfContents,
  inkLimit: number = usualInkLimit,
): readonly Diagnostic[] {
  if (!isForPrint(contents)) return [];
  return contents.pages.flatMap((content) => {
    const printed = printedPage(contents, content);
    return [
      ...checkResolution(contents, printed),
      ...checkRgb(contents, printed),
      ...checkInk(contents, printed, inkLimit),
      ...checkHairlines(contents, printed),
      ...checkBleed(contents, printed),
    ];
  });
}

/** A file that claims an archive or accessible standard, and no print standard, is not meant for a press. */
function isForPrint({ claims }: PdfContents): boolean {
  if (claims?.pdfX !== undefined) return true;
  return claims?.pdfA === undefined && claims?.pdfUA === undefined;
}
