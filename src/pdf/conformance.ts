/**
 * What each edition's standard requires and prohibits of the pages, as one table, checked when all
 * pages are painted and before a file is given out: it never claims what it is known not to keep. What cannot happen by construction is in
 * the ledgers (`PDF_A.md`, `PDF_UA.md`, `PDF_X.md`). In: pages and description; out: diagnostics.
 */
import { diagnostic, type Diagnostic, type DiagnosticCode } from '../diagnostic.js';
import type { FontFace } from '../document/glyph-run.js';
import { mayEmbed } from '../document/may-embed.js';
import type { StructureElement, StructureId } from '../document/page.js';
import type { PdfEdition } from './colour.js';
import type { PageMedia } from './printer-marks.js';
import type { DocumentDescription } from './metadata.js';

/** A standard as the writer has to know it. */
export interface Standard {
  readonly pdfVersion: '1.6' | '1.7';
  /** Structure tree, marked content, links. */
  readonly tagged: boolean;
}

export const standards: Readonly<Record<PdfEdition, Standard>> = {
  /** PDF/A-2a and PDF/UA-1 in one file. */
  archive: { pdfVersion: '1.7', tagged: true },
  /** PDF/X-4: no annotations inside the bleed, no actions (ISO 15930-7), so no links. */
  print: { pdfVersion: '1.6', tagged: false },
};

/** What the pages have shown, gathered while they are painted. */
export interface Survey {
  readonly faces: Iterable<FontFace>;
  /** Structure elements with something on a page, and the index of the first. */
  readonly shown: ReadonlyMap<StructureId, number>;
  /** Groups in groups. */
  readonly depth: number;
  /** Labels of pages whose media is smaller or larger than a PDF may have, with its size in pt. */
  readonly misfits: readonly { readonly page: string; readonly width: number; readonly height: number }[];
}

/** What is checked: the pages but for their items, which the survey tells of. */
export interface Checked {
  readonly labels: readonly string[];
  readonly structure: readonly StructureElement[];
  readonly survey: Survey;
  readonly about: DocumentDescription;
}

interface Rule {
  readonly code: DiagnosticCode;
  readonly editions: readonly PdfEdition[];
  /** One set of message values per violation. */
  find(checked: Checked): Diagnostic['values'][];
}

const both: readonly PdfEdition[] = ['archive', 'print'];
/** Graphics states saved at once (ISO 19005-2, 6.1.13), less the two we may need around groups. */
const deepestGroup = 28 - 2;
/** Side of a page, pt (ISO 19005-2, 6.1.13). */
const pageSides = { least: 3, most: 14_400 };
const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

const rules: readonly Rule[] = [
  {
    code: 'PDF-EMPTY',
    editions: both,
    find: ({ labels }) => (labels.length === 0 ? [{}] : []),
  },
  {
    code: 'PDF-TITLE',
    editions: both,
    find: ({ about }) => (about.title.trim() === '' ? [{}] : []),
  },
  {
    code: 'PDF-LANGUAGE',
    editions: ['archive'],
    find: ({ about: { language } }) => (languageTag.test(language) ? [] : [{ language }]),
  },
  {
    code: 'PDF-ALT',
    editions: ['archive'],
    find: ({ structure, survey, labels }) =>
      structure
        .filter(({ type }) => type === 'Figure' || type === 'Formula')
        .filter(({ alt, actualText }) => !alt?.trim() && !actualText)
        .flatMap(({ id }) => {
          const page = survey.shown.get(id);
          return page === undefined ? [] : [{ page: labels[page] ?? '' }];
        }),
  },
  {
    code: 'PDF-FONT-LICENCE',
    editions: both,
    find: ({ survey }) =>
      [...survey.faces]
        .filter((face) => !mayEmbed(face.fsType))
        .map(({ path, family }) => ({ path, family })),
  },
  {
    code: 'PDF-PAGE-SIZE',
    editions: both,
    find: ({ survey }) =>
      survey.misfits.map(({ page, width, height }) => ({
        page,
        width: Math.round(width),
        height: Math.round(height),
      })),
  },
  {
    code: 'PDF-NESTING',
    editions: both,
    find: ({ survey: { depth } }) => (depth > deepestGroup ? [{ depth, limit: deepestGroup }] : []),
  },
];

/** True when a page may have this media. */
export function fitsMedia({ media: [, , width, height] }: PageMedia): boolean {
  return [width, height].every((side) => side >= pageSides.least && side <= pageSides.most);
}

/** Every violation, in the order of the table. */
export function checkConformance(edition: PdfEdition, checked: Checked): readonly Diagnostic[] {
  return rules
    .filter(({ editions }) => editions.includes(edition))
    .flatMap((rule) => rule.find(checked).map((values) => diagnostic(rule.code, values, { edition })));
}
