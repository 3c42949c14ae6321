/** Rules on what a document shows or asks for beyond its pages: presentations, transitions, requirements. */
import type { Rule } from '../rule.js';

export const presentationRules: readonly Rule[] = [
  {
    code: 'PDFA-ALTERNATE-PRESENTATIONS',
    clauses: { A2: '6.10', A3: '6.10', A4: '6.11' },
    find: ({ file }) => {
      const names = file.dict(file.catalog.raw('Names'));
      return names?.entries.has('AlternatePresentations') === true ? [{}] : [];
    },
  },
  {
    code: 'PDFA-PRESENTATION-STEPS',
    clauses: { A2: '6.10', A3: '6.10', A4: '6.11' },
    find: ({ pages }) =>
      pages
        .filter(({ page }) => page.dict.entries.has('PresSteps'))
        .map(({ page }) => ({ page: page.number })),
  },
  {
    code: 'PDFA-REQUIREMENTS',
    clauses: { A2: '6.11', A3: '6.11', A4: '6.12' },
    find: ({ file }) => (file.catalog.entries.has('Requirements') ? [{}] : []),
  },
];
