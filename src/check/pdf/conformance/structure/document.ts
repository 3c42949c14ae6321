/** Rules on the document's tags as a whole: that there are any, and that their types mean something. */
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import type { Part } from '../standards.js';
import { elementsOf, elementValues, type Element } from './find-elements.js';
import { isPdf14Type, namespaces } from './standard-types.js';

function markInfo({ file }: PdfContents, key: string): unknown {
  return file.resolve(file.dict(file.catalog.raw('MarkInfo'))?.raw(key) ?? null);
}

/** A rule on the role maps, told once for each type. */
function roleRule(
  code: Rule['code'],
  clauses: Rule['clauses'],
  wrong: (element: Element, part: Part) => boolean,
): Rule {
  return {
    code,
    clauses,
    levels: ['A'],
    *find(contents, { part }) {
      const told = new Set<string>();
      for (const element of elementsOf(contents).all) {
        const { named } = element;
        const name = `${named.namespace} ${named.type}`;
        if (told.has(name) || !wrong(element, part)) continue;
        told.add(name);
        yield elementValues(element);
      }
    },
  };
}

/** Part 1 knows the types of PDF 1.4 alone, and MathML came with PDF 2.0. */
function isMapped({ standard, type }: Element, part: Part): boolean {
  if (!standard || (standard.namespace === namespaces.mathMl && part !== 'UA2')) return false;
  return part !== 'A1' || isPdf14Type(type);
}

const isAccessible = (part: Part): boolean => part === 'UA1' || part === 'UA2';

const roles = { A1: '6.8.3.4', A2: '6.7.3.4', A3: '6.7.3.4', UA1: '7.1', UA2: '8.2.4' };

export const documentRules: readonly Rule[] = [
  {
    code: 'PDFA-MARKED',
    clauses: { A1: '6.8.2.2', A2: '6.7.2.2', A3: '6.7.2.2', UA1: '6.2', UA2: '6.2' },
    levels: ['A'],
    find: (contents) => (markInfo(contents, 'Marked') === true ? [] : [{}]),
  },
  {
    code: 'PDFA-STRUCTURE',
    clauses: { A1: '6.8.3.3', A2: '6.7.3.3', A3: '6.7.3.3', UA1: '7.1', UA2: '8.2.1' },
    levels: ['A'],
    find: ({ structure }) => (structure ? [] : [{}]),
  },
  roleRule(
    'PDFA-ROLE',
    roles,
    (element, part) => !isMapped(element, part) && !element.circular && !element.remapped,
  ),
  roleRule(
    'PDFA-ROLE-LOOP',
    roles,
    // A standard type mapped to itself means what it means in PDF/A; part 1 says nothing of longer circles of one.
    ({ circular, toItself, standard }, part) =>
      circular && (!standard || isAccessible(part) || (part !== 'A1' && !toItself)),
  ),
  roleRule(
    'PDFA-ROLE-REMAPPED',
    { A2: '6.7.3.4', A3: '6.7.3.4', UA1: '7.1', UA2: '8.2.4' },
    // Only PDF/UA-1 minds a standard type in the place of another.
    ({ remapped, standard }, part) => remapped && (part === 'UA1' || !standard),
  ),
  roleRule('PDFUA-ROLE-NAMESPACE', { UA2: '8.2.4' }, ({ sameNamespace }) => sameNamespace),
  {
    code: 'PDFUA-PARENT',
    clauses: { UA1: '7.1', UA2: '8.2.1' },
    find: (contents) =>
      elementsOf(contents)
        .all.filter(({ dict }) => !dict.entries.has('P'))
        .map(elementValues),
  },
  {
    code: 'PDFUA-SUSPECTS',
    clauses: { UA1: '7.1' },
    find: (contents) => (markInfo(contents, 'Suspects') === true ? [{}] : []),
  },
];
