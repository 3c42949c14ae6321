/** Rules of PDF/UA on headings: numbered or not, and no level left out. */
import { elementsOf, elementValues, kidsOf } from './find-elements.js';
import type { Rule } from '../rule.js';
import { headingLevel } from './standard-types.js';

export const headingRules: readonly Rule[] = [
  {
    code: 'PDFUA-HEADING-FIRST',
    clauses: { UA1: '7.4.2' },
    find: (contents) => {
      const first = elementsOf(contents).all.find(({ type }) => headingLevel(type) !== undefined);
      return first && (headingLevel(first.type) ?? 1) > 1 ? [elementValues(first)] : [];
    },
  },
  {
    code: 'PDFUA-HEADING-LEVEL',
    clauses: { UA1: '7.4.2' },
    *find(contents) {
      let last = 0;
      for (const element of elementsOf(contents).all) {
        const level = headingLevel(element.type);
        if (level === undefined) continue;
        if (last > 0 && level > last + 1) yield { ...elementValues(element), before: `H${last}` };
        last = level;
      }
    },
  },
  {
    code: 'PDFUA-HEADING-TWICE',
    clauses: { UA1: '7.4.4' },
    *find(contents) {
      for (const element of elementsOf(contents).all) {
        const headings = kidsOf(element.kids).filter(({ type }) => type === 'H');
        if (headings.length > 1) yield elementValues(element);
      }
    },
  },
  {
    code: 'PDFUA-HEADING-KINDS',
    clauses: { UA1: '7.4.4' },
    find: (contents) => {
      const { all } = elementsOf(contents);
      const plain = all.find(({ type }) => type === 'H');
      const numbered = all.some(({ type }) => headingLevel(type) !== undefined);
      return plain && numbered ? [elementValues(plain)] : [];
    },
  },
  {
    code: 'PDFUA-HEADING-PLAIN',
    clauses: { UA2: '8.2.5.12' },
    find: (contents) =>
      elementsOf(contents)
        .all.filter(({ type }) => type === 'H')
        .map(elementValues),
  },
];
