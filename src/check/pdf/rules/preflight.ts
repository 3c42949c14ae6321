/**
 * Preflight: what a printing house would call back about, in plain words. For every file that is not made
 * for screens alone; it looks at what is printed, so printer's marks beside the bleed are left out.
 */
import type { Diagnostic } from '../../../diagnostic.js';
import { defaultLeast } from '../../../document/printer.js';
import type { PdfContents } from '../read-pdf.js';
import type { CheckOptions } from '../../options.js';
import { checkBlack } from './preflight-black.js';
import { checkBleed } from './preflight-bleed.js';
import { checkInk, checkRgb, hasIntentOf } from './preflight-inks.js';
import { checkHairlines } from './preflight-lines.js';
import { checkMargin } from './preflight-margin.js';
import { checkPhotos } from './preflight-photos.js';
import { checkResolution } from './preflight-pictures.js';
import { printedPage } from './printed-page.js';
import { millimetre } from '../../../document/units.js';

/** Total ink that a press takes on coated paper, percent (ISO 12647-2; newsprint takes 240). */
const usualInkLimit = 300;

/** What a press takes of whom nothing is known; lengths in pt. */
const usual = {
  ink: { limit: usualInkLimit, richFrom: 12 },
  /** Pixels an inch under which a photograph looks soft; its pixels are seen under two thirds of that. */
  least: defaultLeast,
  /** What printing houses ask for. */
  bleed: 3 * millimetre,
};

/** Rules for print. */
export function checkPreflight(
  contents: PdfContents,
  { printer, inkLimit }: CheckOptions = {},
): readonly Diagnostic[] {
  if (!isPreflighted(contents, { printer })) return [];
  const limit = inkLimitOf({ printer, inkLimit });
  const good = printer?.photos.least ?? usual.least;
  const poor = (2 / 3) * good;
  const bleed = printer?.bleed ?? usual.bleed;
  const richFrom = printer?.ink.richFrom ?? usual.ink.richFrom;
  const inInks = printer !== undefined || contents.claims?.pdfX !== undefined || hasIntentOf(contents, 4);
  return contents.pages.flatMap((content) => {
    const printed = printedPage(contents, content);
    return [
      ...checkResolution(contents, printed, { good, poor: Math.round(poor) }),
      ...checkRgb(contents, printed),
      ...checkInk(contents, printed, limit),
      ...checkHairlines(contents, printed),
      ...checkBleed(contents, printed, bleed),
      ...(inInks ? checkBlack(contents, printed, richFrom) : []),
      ...checkMargin(contents, printed, printer?.margin ?? 0),
    ];
  });
}

/** Rules for print that need more than a look: photographs are decoded. */
export async function checkPreflightPhotos(
  contents: PdfContents,
  options: CheckOptions,
): Promise<readonly Diagnostic[]> {
  return isPreflighted(contents, options) ? checkPhotos(contents, inkLimitOf(options)) : [];
}

/** Percent. */
function inkLimitOf({ printer, inkLimit }: PrintOptions): number {
  return inkLimit ?? printer?.ink.limit ?? usual.ink.limit;
}

/** What of the options is about print. */
interface PrintOptions {
  readonly printer?: CheckOptions['printer'] | undefined;
  readonly inkLimit?: number | undefined;
}

/** Whether rules for print are run: on what is named a printer for, and on what may be meant for one. */
function isPreflighted(contents: PdfContents, { printer }: PrintOptions): boolean {
  return printer !== undefined || isForPrint(contents);
}

/** A file that claims an archive or accessible standard, and no print standard, is not meant for a press. */
function isForPrint({ claims }: PdfContents): boolean {
  if (claims?.pdfX !== undefined) return true;
  return claims?.pdfA === undefined && claims?.pdfUA === undefined;
}
