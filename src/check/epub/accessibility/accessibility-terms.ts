/**
 * The values that EPUB Accessibility 1.1 (2.2) has for its metadata: the Schema.org Accessibility
 * Properties for Discoverability Vocabulary, and the names of its conformance levels (3.5).
 */

const modes = 'auditory tactile textual visual';
const visualModes =
  'chartOnVisual chemOnVisual colorDependent diagramOnVisual mathOnVisual musicOnVisual textOnVisual';
const features =
  'annotations ARIA bookmarks index printPageNumbers pageBreakMarkers pageNavigation readingOrder ' +
  'structuralNavigation tableOfContents taggedPDF alternativeText audioDescription captions closedCaptions ' +
  'describedMath longDescription openCaptions signLanguage transcript displayTransformability ' +
  'synchronizedAudioText timingControl unlocked ChemML latex latex-chemistry MathML MathML-chemistry ttsMarkup ' +
  'highContrastAudio highContrastDisplay largePrint braille tactileGraphic tactileObject fullRubyAnnotations ' +
  'horizontalWriting rubyAnnotations verticalWriting withAdditionalWordSegmentation ' +
  'withoutAdditionalWordSegmentation none unknown';
// The vocabulary spells one of them `Simultation`, and both are in use.
const hazards =
  'flashing motionSimulation sound none noFlashingHazard noMotionSimulationHazard noSoundHazard unknown ' +
  'unknownFlashingHazard unknownMotionSimulationHazard unknownMotionSimultationHazard unknownSoundHazard';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** The properties whose values are from a list, and the lists. */
export const termsOf: Readonly<Record<string, ReadonlySet<string>>> = {
  'schema:accessMode': words(`${modes} ${visualModes}`),
  'schema:accessModeSufficient': words(modes),
  'schema:accessibilityFeature': words(features),
  'schema:accessibilityHazard': words(hazards),
};

/** What a package says for its book to be found: the first three always, the others if it can be helped. */
export const requiredTerms = [
  'schema:accessMode',
  'schema:accessibilityFeature',
  'schema:accessibilityHazard',
];
export const advisedTerms = ['schema:accessModeSufficient', 'schema:accessibilitySummary'];

/** Hazards of which a book has one at most. */
export const hazardChoices: readonly (readonly string[])[] = [
  ['flashing', 'noFlashingHazard', 'unknownFlashingHazard'],
  [
    'motionSimulation',
    'noMotionSimulationHazard',
    'unknownMotionSimulationHazard',
    'unknownMotionSimultationHazard',
  ],
  ['sound', 'noSoundHazard', 'unknownSoundHazard'],
];

/** A claim of conformance to EPUB Accessibility 1.1 or later (3.5.1), in exactly these words, or to 1.0. */
export const conformance =
  /^(?:EPUB Accessibility 1\.[12] - WCAG 2\.[012] Level (?:A|AA|AAA)|http:\/\/www\.idpf\.org\/epub\/a11y\/accessibility-20170105\.html#wcag-(?:a|aa|aaa))$/;

/** A value that is meant as such a claim, or as one of conformance to WCAG. */
export const meantAsConformance = /epub[\s-]*a(?:11y|ccessibility)|idpf\.org\/epub\/a11y|wcag/i;
