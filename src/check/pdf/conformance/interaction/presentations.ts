/**
 * Rules on what a document shows or asks for beyond its pages: presentations, transitions, requirements,
 * and what it lets programs do.
 */
import type { Rule } from '../rule.js';

/** The bit of `P` that lets assistive programs have the text (ISO 32000-1, table 22). */
const accessible = 512;

export const presentationRules: readonly Rule[] = [
  {
    code: 'PDFUA-ENCRYPTION',
    clauses: { UA1: '7.16' },
    encrypted: true,
    find: ({ file }) => {
      const encryption = file.dict(file.trailer.raw('Encrypt'));
      if (!encryption) return [];
      return ((file.number(encryption.raw('P')) ?? 0) & accessible) === 0 ? [{}] : [];
    },
  },
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
