/** Rules on what a file says it conforms to: the identification schemas of PDF/A and PDF/UA. */
import type { Diagnostic } from '../../../../diagnostic.js';
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import type { Part, Standard } from '../standards.js';
import { metadataFacts, type Metadata } from './facts.js';

const pdfA = { namespace: 'http://www.aiim.org/pdfa/ns/id/', prefix: 'pdfaid' };
const pdfUA = { namespace: 'http://www.aiim.org/pdfua/ns/id/', prefix: 'pdfuaid' };
type Schema = typeof pdfA;

const clausesA = { A1: '6.7.11', A2: '6.6.4', A3: '6.6.4', A4: '6.7.3' };
const clausesUA = { UA1: '5', UA2: '5' };

/** The levels that keep to all rules of a level too; a level that is none stands at `4`. */
const levels: Readonly<Record<string, readonly string[]>> = {
  A: ['A'],
  B: ['B', 'A', 'U'],
  U: ['U', 'A'],
  E: ['E'],
  F: ['F'],
};

/** `2` of `A2`. */
const numberOf = (part: Part): number => Number(part.at(-1));

const identifies = (main: Metadata | undefined, { namespace }: Schema): main is Metadata =>
  main?.properties.some((property) => property.namespace === namespace) === true;

/** A rule for files with an identification; without, one rule says so and the others nothing. */
function ofIdentified(
  schema: Schema,
  wrong: (main: Metadata, standard: Standard) => readonly Diagnostic['values'][],
): Rule['find'] {
  return (contents: PdfContents, standard: Standard) => {
    const { main } = metadataFacts(contents);
    return identifies(main, schema) ? wrong(main, standard) : [];
  };
}

const isMissing =
  (schema: Schema): Rule['find'] =>
  (contents) => {
    const { main } = metadataFacts(contents);
    return !main || identifies(main, schema) ? [] : [{}];
  };

const wrongPart = (schema: Schema): Rule['find'] =>
  ofIdentified(schema, (main, { part }) => {
    const said = main.text(schema.namespace, 'part') ?? '';
    const expected = numberOf(part);
    return /^[+-]?\d+$/.test(said) && Number(said) === expected ? [] : [{ said, expected }];
  });

const wrongPrefix = (schema: Schema): Rule['find'] =>
  ofIdentified(schema, (main) =>
    ['part', 'conformance', 'amd', 'corr', 'rev'].flatMap((name) => {
      const property = main.property(schema.namespace, name);
      return !property || property.prefix === schema.prefix ? [] : [{ said: property.prefix, name }];
    }),
  );

const wrongRevision = (schema: Schema, expected: string): Rule['find'] =>
  ofIdentified(schema, (main) => {
    const said = main.text(schema.namespace, 'rev') ?? '';
    return said === expected ? [] : [{ said, expected }];
  });

export const identificationRules: readonly Rule[] = [
  { code: 'PDFA-ID', clauses: clausesA, find: isMissing(pdfA) },
  { code: 'PDFA-ID-PART', clauses: clausesA, find: wrongPart(pdfA) },
  {
    code: 'PDFA-ID-LEVEL',
    clauses: clausesA,
    find: ofIdentified(pdfA, (main, { part, level }) => {
      const said = main.property(pdfA.namespace, 'conformance');
      const text = main.text(pdfA.namespace, 'conformance') ?? '';
      const allowed = (levels[level ?? ''] ?? []).filter((one) => part !== 'A1' || one !== 'U');
      const good = level === undefined ? said === undefined : allowed.includes(text);
      return good ? [] : [{ said: text, expected: allowed.join(', ') || '–' }];
    }),
  },
  { code: 'PDFA-ID-PREFIX', clauses: clausesA, find: wrongPrefix(pdfA) },
  { code: 'PDFA-ID-REVISION', clauses: { A4: '6.7.3' }, find: wrongRevision(pdfA, '2020') },
  { code: 'PDFUA-ID', clauses: clausesUA, find: isMissing(pdfUA) },
  { code: 'PDFUA-ID-PART', clauses: clausesUA, find: wrongPart(pdfUA) },
  { code: 'PDFUA-ID-PREFIX', clauses: clausesUA, find: wrongPrefix(pdfUA) },
  { code: 'PDFUA-ID-REVISION', clauses: { UA2: '5' }, find: wrongRevision(pdfUA, '2024') },
  {
    code: 'PDFUA-TITLE',
    clauses: { UA1: '7.1', UA2: '8.11.1' },
    find: (contents) => {
      const { main } = metadataFacts(contents);
      return !main || main.alternative('http://purl.org/dc/elements/1.1/', 'title') !== undefined ? [] : [{}];
    },
  },
  {
    code: 'PDFUA-DISPLAY-TITLE',
    clauses: { UA1: '7.1', UA2: '8.11.2' },
    find: ({ file }) => {
      const preferences = file.dict(file.catalog.raw('ViewerPreferences'));
      return file.resolve(preferences?.raw('DisplayDocTitle') ?? null) === true ? [] : [{}];
    },
  },
];
