/**
 * What each edition's standard requires and prohibits of the pages, as one table, checked when all
 * pages are painted and before a file is given out: it never claims what it is known not to keep. What
 * cannot happen by construction is in the ledgers (`PDF_A.md`, `PDF_UA.md`, `PDF_X.md`). In: pages and
 * description; out: diagnostics.
 */
import { diagnostic, type Diagnostic, type DiagnosticCode, type Span } from '../diagnostic.js';
import { defaultLevel, type ArchiveLevel } from '../document/archive-level.js';
import type { FontFace } from '../document/glyph-run.js';
import { missingRight } from '../document/may-embed.js';
import type { StructureElement, StructureId } from '../document/page.js';
import type { PdfEdition } from './colour.js';
import type { PageMedia } from './printer-marks.js';
import type { DocumentDescription } from './metadata.js';
import type { PaintedPage } from './painted.js';

/** A standard as the writer has to know it. */
export interface Standard {
  readonly edition: PdfEdition;
  readonly pdfVersion: '1.4' | '1.6' | '1.7' | '2.0';
  /** Structure tree, marked content, links. */
  readonly tagged: boolean;
  /** Object and cross-reference streams, which PDF has since 1.5. */
  readonly objectStreams: boolean;
  /** An information dictionary; without one XMP alone tells what the file is. */
  readonly information: boolean;
  /** Soft masks, groups and opacities less than 1. */
  readonly transparency: boolean;
  /** The latest version of ICC profiles; what has a later one is converted. */
  readonly iccVersion: 2 | 4;
  /** Fonts say which CIDs their subset has (CIDSet). */
  readonly cidSets: boolean;
  /** Entries that an array may have. */
  readonly arrayLimit: number;
  /** Entries that a dictionary may have. */
  readonly dictionaryLimit: number;
  /** Tables have THead, TBody and TFoot. */
  readonly rowGroups: boolean;
  /** Elements name the namespace of their type, and have what PDF 2.0 knows of types, relations and destinations. */
  readonly namespaces: boolean;
  /** XMP names all authors as one creator, as the information dictionary does. */
  readonly oneCreator: boolean;
  /** The files that the publication was made from are in it. */
  readonly attachments: boolean;
  /** Its pages are sides of sheets, to be printed on both sides and folded at the short edge's middle. */
  readonly imposed?: true;
  /** What the file claims of ISO 19005. */
  readonly pdfA?: {
    readonly part: number;
    readonly conformance?: 'A' | 'B' | 'U' | 'F';
    /** Year of the edition, which part 4 wants to be told. */
    readonly rev?: number;
  };
  /** What the file claims of ISO 14289. */
  readonly pdfUA?: {
    readonly part: number;
    /** Year of the edition, which part 2 wants to be told. */
    readonly rev?: number;
  };
  /** What the file claims of ISO 15930. */
  readonly pdfX?: 'PDF/X-4';
}

/** What standards on PDF 1.5 and later allow. */
const modern = {
  objectStreams: true,
  information: true,
  transparency: true,
  iccVersion: 4,
  cidSets: false,
  arrayLimit: Infinity,
  dictionaryLimit: Infinity,
  rowGroups: true,
  namespaces: false,
  oneCreator: false,
  attachments: false,
} as const;

/** PDF/X-4: no annotations inside the bleed, no actions (ISO 15930-7), so no links. */
const print: Standard = { ...modern, edition: 'print', pdfVersion: '1.6', tagged: false, pdfX: 'PDF/X-4' };

/** On PDF 1.4 (ISO 19005-1, 6.1.4 and 6.1.12, 6.2.3.2, 6.3.5, 6.4, 6.7.3). */
const part1 = {
  edition: 'archive',
  pdfVersion: '1.4',
  tagged: true,
  objectStreams: false,
  information: true,
  transparency: false,
  iccVersion: 2,
  cidSets: true,
  arrayLimit: 8191,
  dictionaryLimit: 4095,
  rowGroups: false,
  namespaces: false,
  oneCreator: true,
  attachments: false,
} as const;
const part2 = { ...modern, edition: 'archive', pdfVersion: '1.7', tagged: true } as const;
/** On PDF 2.0 (ISO 19005-4, 6.1.2 and 6.1.3). */
const part4 = {
  ...part2,
  pdfVersion: '2.0',
  information: false,
  namespaces: true,
  pdfUA: { part: 2, rev: 2024 },
} as const;

/**
 * All levels are tagged, which each allows: links and the order of reading stay. PDF/UA is claimed where
 * the level asks for accessible files, and with PDF 2.0; 1b, 2b and 2u are for those who cannot describe
 * every picture.
 */
const levels: Readonly<Record<ArchiveLevel, Standard>> = {
  '1a': { ...part1, pdfA: { part: 1, conformance: 'A' }, pdfUA: { part: 1 } },
  '1b': { ...part1, pdfA: { part: 1, conformance: 'B' } },
  '2a': { ...part2, pdfA: { part: 2, conformance: 'A' }, pdfUA: { part: 1 } },
  '2b': { ...part2, pdfA: { part: 2, conformance: 'B' } },
  '2u': { ...part2, pdfA: { part: 2, conformance: 'U' } },
  '3a': { ...part2, attachments: true, pdfA: { part: 3, conformance: 'A' }, pdfUA: { part: 1 } },
  '4': { ...part4, pdfA: { part: 4, rev: 2020 } },
  '4f': { ...part4, attachments: true, pdfA: { part: 4, conformance: 'F', rev: 2020 } },
};

/** The standard of an edition; `level` is that of the archive. */
export function standardOf(edition: PdfEdition, level: ArchiveLevel = defaultLevel): Standard {
  return edition === 'print' ? print : levels[level];
}

/** What the pages have shown, gathered while they are painted. */
export interface Survey {
  readonly faces: readonly FontFace[];
  /** Structure elements with something on a page, and the index of the first. */
  readonly shown: ReadonlyMap<StructureId, number>;
  /** Groups in groups. */
  readonly depth: number;
  /** Pictures and groups, which stand in one dictionary. */
  readonly objects: number;
  /** Labels of pages on which something shines through, and what; pictures tell for themselves. */
  readonly transparent: readonly { readonly page: string; readonly element: StructureId | undefined }[];
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

/** Values of the message of a violation, and where the source has what breaks the rule. */
interface Violation {
  readonly values: Diagnostic['values'];
  readonly span?: Span | undefined;
}

interface Rule {
  readonly code: DiagnosticCode;
  /** The standards that it belongs to; all unless said. */
  readonly concerns?: (standard: Standard) => boolean;
  find(checked: Checked, standard: Standard): readonly Violation[];
}

/** Graphics states saved at once (ISO 19005-2, 6.1.13), less the two we may need around groups. */
const deepestGroup = 28 - 2;
/** Fonts whose licence lacks a right that we need. */
function forbidden(code: DiagnosticCode, right: ReturnType<typeof missingRight>): Rule {
  return {
    code,
    find: ({ survey }) =>
      survey.faces
        .filter((face) => missingRight(face.fsType) === right)
        .map(({ path, family, span }) => ({ values: { path, family }, span })),
  };
}

/** Side of a page, pt (ISO 19005-2, 6.1.13). */
const pageSides = { least: 3, most: 14_400 };
const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

const rules: readonly Rule[] = [
  {
    code: 'PDF-EMPTY',
    find: ({ labels }) => (labels.length === 0 ? [{ values: {} }] : []),
  },
  {
    code: 'PDF-TITLE',
    find: ({ about }) => (about.title.trim() === '' ? [{ values: {} }] : []),
  },
  {
    code: 'PDF-LANGUAGE',
    concerns: ({ tagged }) => tagged,
    find: ({ about: { language } }) => (languageTag.test(language) ? [] : [{ values: { language } }]),
  },
  {
    code: 'PDF-ALT',
    concerns: ({ pdfUA }) => pdfUA !== undefined,
    find: ({ structure, survey, labels }) =>
      structure
        .filter(({ type }) => type === 'Figure' || type === 'Formula')
        .filter(({ alt, actualText }) => !alt?.trim() && !actualText)
        .flatMap(({ id, span }) => {
          const page = survey.shown.get(id);
          return page === undefined ? [] : [{ values: { page: labels[page] ?? '' }, span }];
        }),
  },
  forbidden('PDF-FONT-LICENCE', 'embedding'),
  forbidden('PDF-FONT-SUBSET', 'subset'),
  forbidden('PDF-FONT-BITMAPS', 'outlines'),
  {
    code: 'PDF-PAGE-SIZE',
    find: ({ survey }) =>
      survey.misfits.map(({ page, width, height }) => ({
        values: { page, width: Math.round(width), height: Math.round(height) },
      })),
  },
  {
    code: 'PDF-TRANSPARENCY',
    concerns: ({ transparency }) => !transparency,
    find: ({ survey, structure }) =>
      survey.transparent.map(({ page, element }) => ({
        values: { page },
        span: structure[element ?? -1]?.span,
      })),
  },
  {
    code: 'PDF-NESTING',
    find: ({ survey: { depth } }) =>
      depth > deepestGroup ? [{ values: { depth, limit: deepestGroup } }] : [],
  },
  {
    code: 'PDF-PAGES',
    find: ({ labels }, { arrayLimit: limit }) =>
      labels.length > limit ? [{ values: { count: labels.length, limit } }] : [],
  },
  {
    code: 'PDF-OBJECTS',
    find: ({ survey: { objects: count } }, { dictionaryLimit: limit }) =>
      count > limit ? [{ values: { count, limit } }] : [],
  },
  {
    code: 'PDF-ROWS',
    find: ({ structure }, { arrayLimit: limit }) =>
      structure.length > limit
        ? rowCounts(structure).flatMap(([table, count]) =>
            count > limit ? [{ values: { count, limit }, span: structure[table]?.span }] : [],
          )
        : [],
  },
];

/** How many rows each table has, those in groups too. */
function rowCounts(structure: readonly StructureElement[]): readonly (readonly [StructureId, number])[] {
  const counts = new Map<StructureId, number>();
  for (const { type, parent } of structure) {
    if (type !== 'TR' || parent === undefined) continue;
    const above = structure[parent];
    const table = above && above.type !== 'Table' ? (above.parent ?? parent) : parent;
    counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return [...counts];
}

/** True when a page may have this media. */
export function fitsMedia({ media: [, , width, height] }: PageMedia): boolean {
  return [width, height].every((side) => side >= pageSides.least && side <= pageSides.most);
}

/** What is wrong with a side of a sheet that is not with the pages on it. */
export function checkSheet({ media, label }: Pick<PaintedPage, 'media' | 'label'>): readonly Diagnostic[] {
  if (fitsMedia(media)) return [];
  const [, , width, height] = media.media.map(Math.round);
  return [diagnostic('PDF-PAGE-SIZE', { page: label, width: width ?? 0, height: height ?? 0 })];
}

/** Every violation, in the order of the table. */
export function checkConformance(standard: Standard, checked: Checked): readonly Diagnostic[] {
  const { edition } = standard;
  return rules
    .filter(({ concerns }) => concerns?.(standard) ?? true)
    .flatMap((rule) =>
      rule
        .find(checked, standard)
        .map(({ values, span }) => diagnostic(rule.code, values, { edition, span })),
    );
}
