/**
 * Rules on what a package claims (EPUB Accessibility 1.1, 2.2 and 3.5): features that the book has nothing
 * of, ways of reading that its pictures rule out, and conformance in words that nobody knows, without
 * anybody who looked, or against what these checks found.
 */
import type { Diagnostic, DiagnosticCode } from '../../../diagnostic.js';
import { conformance, meantAsConformance } from './accessibility-terms.js';
import type { BookContents } from './book-contents.js';
import { packageSaid, valuesOf, type PackageFacts } from './package-facts.js';

/** Holds the claims of a package to what the book holds and to what was found in it. */
export function checkClaims(
  facts: PackageFacts,
  contents: BookContents,
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  return [
    ...checkFeatures(facts, contents),
    ...checkAlternatives(facts, found),
    ...checkModes(facts, contents),
    ...checkConformance(facts, found),
  ];
}

/** What a book has that has a feature. Of others nothing can be told from the file. */
const proofs: Readonly<Record<string, keyof BookContents>> = {
  tableOfContents: 'contentsList',
  pageNavigation: 'pageList',
  pageBreakMarkers: 'pageBreaks',
  printPageNumbers: 'pageBreaks',
  structuralNavigation: 'headings',
  index: 'index',
  ARIA: 'aria',
  alternativeText: 'visuals',
  longDescription: 'descriptions',
  MathML: 'formulas',
  'MathML-chemistry': 'formulas',
  captions: 'video',
  closedCaptions: 'video',
  openCaptions: 'video',
  audioDescription: 'video',
  signLanguage: 'video',
  transcript: 'media',
  synchronizedAudioText: 'overlays',
  rubyAnnotations: 'ruby',
  fullRubyAnnotations: 'ruby',
};

function checkFeatures(facts: PackageFacts, contents: BookContents): readonly Diagnostic[] {
  const claimed = contents.complete ? (facts.properties.get('schema:accessibilityFeature') ?? []) : [];
  return claimed.flatMap(({ text, element }) => {
    const proof = proofs[text];
    if (proof === undefined || contents[proof]) return [];
    return [packageSaid(facts, 'CHECK-EPUB-CLAIM', { feature: text }, element)];
  });
}

/** Pictures whose words are missing, or are none. */
const wordless: readonly DiagnosticCode[] = [
  'CHECK-EPUB-ALT',
  'CHECK-EPUB-ALT-EMPTY',
  'CHECK-EPUB-ALT-PLACEHOLDER',
];

function checkAlternatives(facts: PackageFacts, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const count = found.filter(({ code }) => wordless.includes(code)).length;
  if (count === 0) return [];
  return [
    ...(facts.properties.get('schema:accessibilityFeature') ?? []).filter(
      ({ text }) => text === 'alternativeText',
    ),
    ...(facts.properties.get('schema:accessModeSufficient') ?? []).filter(({ text }) => text === 'textual'),
  ].map(({ text, element }) => packageSaid(facts, 'CHECK-EPUB-CLAIM-ALT', { claim: text, count }, element));
}

/** What a reader has to see or hear is named as a way of reading. */
function checkModes(facts: PackageFacts, contents: BookContents): readonly Diagnostic[] {
  const modes = valuesOf(facts, 'schema:accessMode');
  if (modes.length === 0) return [];
  const seen = contents.visuals && !modes.some((mode) => /visual$/i.test(mode) || mode === 'colorDependent');
  const heard = contents.media && !modes.includes('auditory');
  return [
    ...(seen ? [packageSaid(facts, 'CHECK-EPUB-MODE', { mode: 'visual' })] : []),
    ...(heard ? [packageSaid(facts, 'CHECK-EPUB-MODE', { mode: 'auditory' })] : []),
  ];
}

/** What WCAG 2 asks of every level, and what EPUB Accessibility asks of every book that conforms. */
export const broken: readonly DiagnosticCode[] = [
  'CHECK-EPUB-ALT',
  'CHECK-EPUB-ALT-EMPTY',
  'CHECK-EPUB-ALT-PLACEHOLDER',
  'CHECK-EPUB-TABLE',
  'CHECK-EPUB-LANG',
  'CHECK-EPUB-LINK',
  'CHECK-EPUB-FRAME',
  'CHECK-EPUB-METADATA',
  'CHECK-EPUB-PAGE-LIST-NONE',
];

function checkConformance(facts: PackageFacts, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const meant = (facts.properties.get('dcterms:conformsTo') ?? []).filter(({ text }) =>
    meantAsConformance.test(text),
  );
  const [claim] = meant;
  if (!claim) return [];
  const { element } = claim;
  const faults = found.filter(({ code }) => broken.includes(code));
  const codes = [...new Set(faults.map(({ code }) => code))].join(', ');
  const values = { claim: claim.text, count: faults.length, codes };
  return [
    ...meant
      .filter(({ text }) => !conformance.test(text))
      .map((wrong) => packageSaid(facts, 'CHECK-EPUB-CONFORMS', { value: wrong.text }, wrong.element)),
    ...(valuesOf(facts, 'a11y:certifiedBy').length === 0
      ? [packageSaid(facts, 'CHECK-EPUB-CERTIFIER', { claim: claim.text }, element)]
      : []),
    ...(faults.length > 0 ? [packageSaid(facts, 'CHECK-EPUB-CONFORMS-BROKEN', values, element)] : []),
  ];
}
