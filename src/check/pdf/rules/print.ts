/**
 * Rules for a file that claims PDF/X-4 (ISO 15930-7): what it has to have, boxes, nothing interactive on the
 * printed area.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { boxOf, rectangle, type Box } from '../pages.js';
import type { PdfContents } from '../read-pdf.js';
import type { PageContent } from '../read-content.js';
import { hasIntent } from './document.js';
import { checkPrintDocument } from './print-document.js';
import { overlaps } from './printed-page.js';
import { at } from './report.js';

/** Rules for print files; nothing to say about others. */
export function checkPrint(contents: PdfContents): readonly Diagnostic[] {
  const claim = contents.claims?.pdfX;
  // What it claims besides is told with the claims.
  if (claim !== 'PDF/X-4') return [];
  const { file } = contents;
  const missing: string[] = [];
  if (!hasIntent(contents, 'GTS_PDFX')) missing.push('/OutputIntents GTS_PDFX');
  if (
    !['True', 'False'].includes(
      file.nameOf(file.dict(file.trailer.raw('Info'))?.raw('Trapped') ?? null) ?? '',
    )
  ) {
    missing.push('/Info /Trapped');
  }
  if (!file.array(file.trailer.raw('ID'))) missing.push('/ID');
  return [
    ...missing.map((item) => diagnostic('CHECK-CLAIM', { claim, missing: item }, at(contents))),
    ...checkPrintDocument(contents),
    ...contents.pages.flatMap((page) => [...checkBoxes(contents, page), ...checkAnnotations(contents, page)]),
  ];
}

/** TrimBox within BleedBox within MediaBox (6.12); a page without bleed has a BleedBox all the same, as ours do. */
function checkBoxes(contents: PdfContents, { page }: PageContent): readonly Diagnostic[] {
  const media = boxOf(contents.file, page, 'MediaBox');
  const bleed = boxOf(contents.file, page, 'BleedBox');
  const trim = boxOf(contents.file, page, 'TrimBox');
  const wrong: string[] = [];
  if (!media) wrong.push('MediaBox');
  if (!bleed || (media && !inside(bleed, media))) wrong.push('BleedBox');
  if (!trim || (bleed && !inside(trim, bleed))) wrong.push('TrimBox');
  return wrong.map((box) => diagnostic('CHECK-BOXES', { page: page.number, box }, at(contents)));
}

/** Rounding of coordinates, pt. */
const tolerance = 0.02;

function inside(a: Box, b: Box): boolean {
  return (
    a[0] >= b[0] - tolerance &&
    a[1] >= b[1] - tolerance &&
    a[2] <= b[2] + tolerance &&
    a[3] <= b[3] + tolerance
  );
}

/** Only trap networks and printer's marks may lie within the bleed (6.17). */
function checkAnnotations(contents: PdfContents, { page }: PageContent): readonly Diagnostic[] {
  const { file } = contents;
  const area = boxOf(file, page, 'BleedBox') ?? boxOf(file, page, 'TrimBox') ?? boxOf(file, page, 'MediaBox');
  return (file.array(page.dict.raw('Annots')) ?? []).flatMap((item) => {
    const annotation = file.dict(item);
    const type = file.nameOf(annotation?.raw('Subtype') ?? null) ?? '?';
    const box = rectangle(file.numbers(annotation?.raw('Rect') ?? null));
    if (type === 'TrapNet' || type === 'PrinterMark') return [];
    if (box && area && !overlaps(box, area)) return [];
    return [diagnostic('CHECK-ANNOT-BLEED', { page: page.number, type }, at(contents))];
  });
}
