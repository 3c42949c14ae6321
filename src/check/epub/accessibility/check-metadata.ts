/**
 * Rules on what a package says of the book's accessibility (EPUB Accessibility 1.1, 2.2): that it says it,
 * in words that shops and libraries know, and without contradicting itself.
 */
import type { Diagnostic } from '../../../diagnostic.js';
import { advisedTerms, hazardChoices, requiredTerms, termsOf } from './accessibility-terms.js';
import { packageSaid, valuesOf, type PackageFacts } from './package-facts.js';

/** Holds the metadata of a package to the rules. */
export function checkMetadata(facts: PackageFacts): readonly Diagnostic[] {
  return [...checkPresence(facts), ...checkValues(facts), ...checkContradictions(facts)];
}

/** What is missing, told at once; a book that says nothing at all has one message. */
function checkPresence(facts: PackageFacts): readonly Diagnostic[] {
  const missing = (names: readonly string[]): string =>
    names.filter((name) => valuesOf(facts, name).length === 0).join(', ');
  const required = missing(requiredTerms);
  const advised = missing(advisedTerms);
  if (required !== '') {
    const properties = [required, advised].filter(Boolean).join(', ');
    return [packageSaid(facts, 'CHECK-EPUB-METADATA', { properties })];
  }
  return advised === '' ? [] : [packageSaid(facts, 'CHECK-EPUB-METADATA-ADVISED', { properties: advised })];
}

function checkValues(facts: PackageFacts): readonly Diagnostic[] {
  return Object.entries(termsOf).flatMap(([property, terms]) =>
    (facts.properties.get(property) ?? []).flatMap(({ text, element }) => {
      const parts = property === 'schema:accessModeSufficient' ? text.split(',') : [text];
      // `displayTransformability/font-size`
      const wrong = parts.map((part) => part.trim()).filter((part) => !terms.has(part.replace(/\/.*$/, '')));
      return wrong
        .filter((value) => value !== '')
        .map((value) => packageSaid(facts, 'CHECK-EPUB-METADATA-VALUE', { property, value }, element));
    }),
  );
}

/** `none` and `unknown` stand alone; a hazard is there, or is not, or nobody knows. */
function checkContradictions(facts: PackageFacts): readonly Diagnostic[] {
  const alone = ['schema:accessibilityFeature', 'schema:accessibilityHazard'].map((property) => {
    const all = valuesOf(facts, property);
    const none = all.some((value) => value === 'none' || value === 'unknown');
    return { property, values: none && all.length > 1 ? all : [] };
  });
  const hazards = valuesOf(facts, 'schema:accessibilityHazard');
  const choices = hazardChoices.map((choice) => ({
    property: 'schema:accessibilityHazard',
    values: choice.filter((value) => hazards.includes(value)),
  }));
  return [...alone, ...choices]
    .filter(({ values }) => values.length > 1)
    .map(({ property, values }) =>
      packageSaid(facts, 'CHECK-EPUB-METADATA-AGAINST', { property, values: values.join(', ') }),
    );
}
