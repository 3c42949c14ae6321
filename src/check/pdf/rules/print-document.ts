/**
 * Rules of PDF/X-4 (ISO 15930-7) on the file as a whole: one output intent with the profile of a printing
 * device, nothing that acts, and one title and date in both places that hold them.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { iccHeader } from '../conformance/graphics/icc-profile.js';
import { intentsOf } from '../conformance/graphics/output-intents.js';
import { actionsOf } from '../conformance/interaction/find-actions.js';
import { formOf } from '../conformance/interaction/forms.js';
import { differingInfo } from '../conformance/metadata/info.js';
import type { PdfDict } from '../objects.js';
import type { PdfContents } from '../read-pdf.js';
import { at } from './report.js';

/** What the rules on the whole document find. */
export function checkPrintDocument(contents: PdfContents): readonly Diagnostic[] {
  const { file } = contents;
  const intents = intentsOf(file, file.catalog).filter((one) => file.nameOf(one.raw('S')) === 'GTS_PDFX');
  const several =
    intents.length > 1 ? [diagnostic('CHECK-PDFX-INTENTS', { count: intents.length }, at(contents))] : [];
  const xfa = (formOf(contents)?.raw('XFA') ?? null) !== null;
  return [
    ...several,
    ...intents.flatMap((intent) => checkIntent(contents, intent)),
    ...actionsOf(contents).map(({ type, place }) =>
      diagnostic('CHECK-PDFX-ACTION', { type, place }, at(contents)),
    ),
    ...(xfa ? [diagnostic('CHECK-PDFX-XFA', {}, at(contents))] : []),
    ...checkInfo(contents),
  ];
}

/** Colour spaces that a printing condition may have. */
const printingSpaces = ['CMYK', 'GRAY', 'RGB '];

function checkIntent(contents: PdfContents, intent: PdfDict): readonly Diagnostic[] {
  const { file } = contents;
  const found: Diagnostic[] = [];
  if ((file.text(intent.raw('OutputConditionIdentifier')) ?? '').trim() === '') {
    found.push(diagnostic('CHECK-PDFX-CONDITION', {}, at(contents)));
  }
  const stream = file.stream(intent.raw('DestOutputProfile'));
  // That there is none is said of the claim.
  if (!stream) return found;
  const header = iccHeader(file, stream);
  if (!header || !/^[ -~]{8}$/.test(header.deviceClass + header.space)) {
    found.push(diagnostic('CHECK-PDFX-PROFILE-BROKEN', {}, at(contents)));
  } else if (header.deviceClass !== 'prtr' || !printingSpaces.includes(header.space)) {
    const values = { class: header.deviceClass.trim(), space: header.space.trim() };
    found.push(diagnostic('CHECK-PDFX-PROFILE', values, at(contents)));
  }
  return found;
}

/** An author may be written otherwise than a list of creators; the rest says the same where both say it. */
function checkInfo(contents: PdfContents): readonly Diagnostic[] {
  return differingInfo(contents)
    .filter(({ key, said }) => key !== 'Author' && said !== undefined)
    .map(({ key, property }) => diagnostic('CHECK-PDFX-INFO', { key, property }, at(contents)));
}
