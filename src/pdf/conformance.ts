/**
 * What each edition's standard requires and prohibits of the pages, as one table, checked before a byte
 * is written: a file never claims what it is known not to keep. What cannot happen by construction is in
 * the ledgers (`PDF_A.md`, `PDF_UA.md`, `PDF_X.md`). In: pages and description; out: diagnostics.
 */
import { diagnostic, type Diagnostic, type DiagnosticCode } from '../diagnostic.js';
import type { FontFace } from '../document/glyph-run.js';
import { mayEmbed } from '../document/may-embed.js';
import type { PageItem, PagedDocument, StructureId } from '../document/page.js';
import type { ImageAsset } from '../document/publication.js';
import type { PdfEdition } from './colour.js';
import { mediaOf } from './printer-marks.js';
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

/** What is on the pages, found in one walk. */
export interface Survey {
  readonly faces: ReadonlySet<FontFace>;
  /** Pictures, with the index of the first page that shows each. */
  readonly images: ReadonlyMap<ImageAsset, number>;
  /** Structure elements with pictures or other items of their own, and the index of the page. */
  readonly tagged: ReadonlyMap<StructureId, number>;
  /** Groups in groups. */
  readonly depth: number;
}

interface Rule {
  readonly code: DiagnosticCode;
  readonly editions: readonly PdfEdition[];
  /** One set of message values per violation. */
  find(paged: PagedDocument, survey: Survey, about: DocumentDescription): Diagnostic['values'][];
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
    find: (paged) => (paged.pages.length === 0 ? [{}] : []),
  },
  {
    code: 'PDF-TITLE',
    editions: both,
    find: (_paged, _survey, about) => (about.title.trim() === '' ? [{}] : []),
  },
  {
    code: 'PDF-LANGUAGE',
    editions: ['archive'],
    find: (paged) => (languageTag.test(paged.language) ? [] : [{ language: paged.language }]),
  },
  {
    code: 'PDF-ALT',
    editions: ['archive'],
    find: (paged, { tagged }) =>
      paged.structure
        .filter(({ type }) => type === 'Figure' || type === 'Formula')
        .filter(({ alt, actualText }) => !alt?.trim() && !actualText)
        .flatMap(({ id }) => {
          const page = tagged.get(id);
          return page === undefined ? [] : [{ page: paged.pages[page]?.label ?? '' }];
        }),
  },
  {
    code: 'PDF-FONT-LICENCE',
    editions: both,
    find: (_paged, { faces }) =>
      [...faces].filter((face) => !mayEmbed(face.fsType)).map(({ path, family }) => ({ path, family })),
  },
  {
    code: 'PDF-PAGE-SIZE',
    editions: both,
    find: (paged, _survey, { edition }) =>
      paged.pages.flatMap((page) => {
        const [, , width, height] = mediaOf(page, edition).media;
        const fits = (side: number): boolean => side >= pageSides.least && side <= pageSides.most;
        return fits(width) && fits(height)
          ? []
          : [{ page: page.label, width: Math.round(width), height: Math.round(height) }];
      }),
  },
  {
    code: 'PDF-NESTING',
    editions: both,
    find: (_paged, { depth }) => (depth > deepestGroup ? [{ depth, limit: deepestGroup }] : []),
  },
];

/** Every violation, in the order of the table. */
export function checkConformance(
  paged: PagedDocument,
  survey: Survey,
  about: DocumentDescription,
): readonly Diagnostic[] {
  const { edition } = about;
  return rules
    .filter(({ editions }) => editions.includes(edition))
    .flatMap((rule) =>
      rule.find(paged, survey, about).map((values) => diagnostic(rule.code, values, { edition })),
    );
}

/** Walks all items once. */
export function surveyPages(paged: PagedDocument): Survey {
  const faces = new Set<FontFace>();
  const images = new Map<ImageAsset, number>();
  const tagged = new Map<StructureId, number>();
  let deepest = 0;
  const walk = (items: readonly PageItem[], page: number, depth: number): void => {
    deepest = Math.max(deepest, depth);
    for (const item of items) {
      if (item.type === 'group') {
        walk(item.items, page, depth + 1);
        continue;
      }
      if (item.tag.type === 'structure' && !tagged.has(item.tag.element)) tagged.set(item.tag.element, page);
      if (item.type === 'text') for (const run of item.runs) faces.add(run.face);
      if (item.type === 'image' && !images.has(item.image)) images.set(item.image, page);
    }
  };
  paged.pages.forEach((page, index) => walk(page.items, index, 0));
  return { faces, images, tagged, depth: deepest };
}
