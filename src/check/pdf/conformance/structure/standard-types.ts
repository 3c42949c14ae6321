/**
 * The standard structure types of each namespace (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4 and 14.8.6;
 * PDF Reference 1.4, 9.7.4), and which of them a part of a standard knows.
 */

/** Namespace names (ISO 32000-2, 14.8.6). Elements without a namespace are in that of PDF 1.7. */
export const namespaces = {
  pdf17: 'http://iso.org/pdf/ssn',
  pdf20: 'http://iso.org/pdf2/ssn',
  mathMl: 'http://www.w3.org/1998/Math/MathML',
} as const;

const words = (list: string): readonly string[] => list.split(' ');

/** Of PDF 1.4. */
const pdf14 = words(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 ' +
    'L LI Lbl LBody Table TR TH TD Span Quote Note Reference BibEntry Code Link Figure Formula Form',
);

const pdf17 = new Set([...pdf14, ...words('THead TBody TFoot Ruby RB RT RP Warichu WT WP Annot')]);

const pdf20 = new Set(
  words(
    'Document DocumentFragment Part Sect Div Aside NonStruct P H Title FENote Sub Lbl Span Em Strong Link ' +
      'Annot Form Ruby RB RT RP Warichu WT WP L LI LBody Table TR TH TD THead TBody TFoot Caption Figure ' +
      'Formula Artifact',
  ),
);

const onlyPdf14 = new Set(pdf14);

/** True for a type that its namespace defines. */
export function isStandardType(namespace: string, type: string): boolean {
  if (namespace === namespaces.pdf17) return pdf17.has(type);
  if (namespace === namespaces.pdf20) return pdf20.has(type) || /^H[1-9]\d*$/.test(type);
  return namespace === namespaces.mathMl;
}

/** True for a type of PDF 1.4, on which part 1 of PDF/A stands. */
export function isPdf14Type(type: string): boolean {
  return onlyPdf14.has(type);
}

/** The level of a numbered heading: 3 for `H3`. */
export function headingLevel(type: string): number | undefined {
  const digits = /^H([1-9]\d*)$/.exec(type)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
