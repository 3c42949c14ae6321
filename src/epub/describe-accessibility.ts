/**
 * What may be said of the ebook's accessibility: only what this very file proves (EPUB Accessibility
 * 1.1, 2.2; schema.org). No conformance to WCAG is claimed: that takes a person who looks.
 */
import { walk } from '../document/tree.js';
import type { Pictures } from './gather-pictures.js';
import type { AccessibilityClaims, Navigation } from './package-model.js';
import type { Phrases } from './phrases.js';
import type { PlacedDocument } from './place-documents.js';

/** Looks at the documents, the pictures and the navigation; `cover` tells whether there is a cover picture. */
export function describeAccessibility(
  placed: readonly PlacedDocument[],
  found: { readonly pictures: Pictures; readonly navigation: Navigation; readonly cover: boolean },
  phrases: Phrases,
): AccessibilityClaims {
  const { pictures, navigation } = found;
  const hasPictures = pictures.shown.size > 0 || found.cover;
  const hasPages = navigation.pages.length > 0;
  const features = ['tableOfContents', 'readingOrder'];
  if (placed.some(hasHeading)) features.unshift('structuralNavigation');
  if (hasPages) features.push('pageBreakMarkers', 'pageNavigation');
  if (hasPictures && pictures.authored) features.push('alternativeText');
  const aboutPictures = !hasPictures
    ? phrases.summaryNoPictures
    : pictures.authored
      ? phrases.summaryAlt
      : phrases.summaryCaption;
  return {
    modes: hasPictures ? ['textual', 'visual'] : ['textual'],
    // A caption tells what a picture is about, not what it shows: then text alone does not suffice.
    sufficient: [...(pictures.authored ? ['textual'] : []), ...(hasPictures ? ['textual,visual'] : [])],
    features,
    summary: [phrases.summaryText, ...(hasPages ? [phrases.summaryPages] : []), aboutPictures].join(' '),
  };
}

function hasHeading({ document }: PlacedDocument): boolean {
  let found = false;
  walk(document.body, (node) => {
    found ||= node.type === 'element' && /^h[1-6]$/.test(node.tagName);
    return !found;
  });
  return found;
}
