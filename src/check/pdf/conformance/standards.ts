/**
 * The standards that a PDF can be held to, by the names that a user gives, and those that a file
 * claims in its metadata.
 */
import type { Claims } from '../read-pdf.js';

/** A part of a standard, whose clauses have numbers of their own. */
export type Part = 'A1' | 'A2' | 'A3' | 'A4' | 'UA1' | 'UA2';

/** A standard as the rules have to know it. */
export interface Standard {
  /** `PDF/A-2b` */
  readonly label: string;
  readonly part: Part;
  /** Level of PDF/A; none at part 4 and in PDF/UA. */
  readonly level?: 'A' | 'B' | 'U' | 'E' | 'F';
}

/** By the names that a user gives. */
export const standards = {
  'pdfa-1a': { label: 'PDF/A-1a', part: 'A1', level: 'A' },
  'pdfa-1b': { label: 'PDF/A-1b', part: 'A1', level: 'B' },
  'pdfa-2a': { label: 'PDF/A-2a', part: 'A2', level: 'A' },
  'pdfa-2b': { label: 'PDF/A-2b', part: 'A2', level: 'B' },
  'pdfa-2u': { label: 'PDF/A-2u', part: 'A2', level: 'U' },
  'pdfa-3a': { label: 'PDF/A-3a', part: 'A3', level: 'A' },
  'pdfa-3b': { label: 'PDF/A-3b', part: 'A3', level: 'B' },
  'pdfa-3u': { label: 'PDF/A-3u', part: 'A3', level: 'U' },
  'pdfa-4': { label: 'PDF/A-4', part: 'A4' },
  'pdfa-4e': { label: 'PDF/A-4e', part: 'A4', level: 'E' },
  'pdfa-4f': { label: 'PDF/A-4f', part: 'A4', level: 'F' },
  'pdfua-1': { label: 'PDF/UA-1', part: 'UA1' },
  'pdfua-2': { label: 'PDF/UA-2', part: 'UA2' },
} as const satisfies Readonly<Record<string, Standard>>;

export type StandardName = keyof typeof standards;

/** True for the name of a standard. */
export function isStandardName(name: string): name is StandardName {
  return Object.hasOwn(standards, name);
}

/** The standards that a file says it keeps to; a claim that names none that there is says nothing here. */
export function claimedStandards({ pdfA, pdfUA }: Claims): readonly StandardName[] {
  return [`pdfa-${pdfA?.toLowerCase() ?? ''}`, `pdfua-${pdfUA ?? ''}`].filter(isStandardName);
}

/** Claims that no rules stand for, as a reader knows them: `PDF/A-7B`, `PDF/X-1a:2003`. */
export function unknownClaims({ pdfA, pdfUA, pdfX }: Claims): readonly string[] {
  const known = (name: string | undefined): boolean =>
    name === undefined || isStandardName(name.toLowerCase());
  return [
    ...(known(pdfA && `pdfa-${pdfA}`) ? [] : [`PDF/A-${pdfA ?? ''}`]),
    ...(known(pdfUA && `pdfua-${pdfUA}`) ? [] : [`PDF/UA-${pdfUA ?? ''}`]),
    ...(pdfX === undefined || pdfX === 'PDF/X-4' ? [] : [pdfX]),
  ];
}
