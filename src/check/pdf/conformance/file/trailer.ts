/**
 * Rules on what stands at the end of a file and on its cross-reference sections (ISO 32000-1, 7.5.4–7.5.8):
 * identifiers, encryption, nothing behind the end, the writing of the tables.
 */
import { latin1, PdfString } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import type { XrefSection } from '../../read-xref.js';
import type { Rule } from '../rule.js';

const trailerClauses = { A1: '6.1.3', A2: '6.1.3', A3: '6.1.3', A4: '6.1.3' } as const;

export const trailerRules: readonly Rule[] = [
  {
    code: 'PDFA-TRAILER-ID',
    clauses: trailerClauses,
    encrypted: true,
    find: ({ file }, { part }) => {
      // Part 1 asks for the entry, later ones for identifiers in it.
      const id = file.trailer.raw('ID');
      return (part === 'A1' ? id !== null : identifierOf(file, id) !== undefined) ? [] : [{}];
    },
  },
  {
    code: 'PDFA-LINEAR-ID',
    clauses: { A1: '6.1.3' },
    encrypted: true,
    *find({ file }) {
      const [first, ...others] = file.xref.sections.map(({ trailer }) =>
        identifierOf(file, trailer.raw('ID')),
      );
      if (isLinearized(file) && first && others.some((other) => other && other !== first)) yield {};
    },
  },
  {
    code: 'PDFA-ENCRYPTED',
    clauses: trailerClauses,
    encrypted: true,
    find: ({ file }) => (file.trailer.raw('Encrypt') === null ? [] : [{}]),
  },
  {
    code: 'PDFA-BEHIND-END',
    clauses: trailerClauses,
    encrypted: true,
    *find({ file: { bytes } }) {
      const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 4096)));
      const behind = /%%EOF(?:\r\n|\r|\n)?(?![^]*%%EOF)([^]*)$/.exec(tail)?.[1] ?? '';
      if (behind.length > 0) yield { bytes: behind.length };
    },
  },
];

/** Both identifiers as one text; undefined without any (14.4). */
function identifierOf(file: PdfFile, value: Parameters<PdfFile['array']>[0]): string | undefined {
  const parts = (file.array(value) ?? []).map((part) => file.resolve(part));
  const text = parts.map((part) => (part instanceof PdfString ? latin1(part.bytes) : '')).join(' ');
  return text.trim() === '' ? undefined : text;
}

/** True for a file whose first object is a linearization parameter dictionary (annex F). */
function isLinearized({ bytes }: PdfFile): boolean {
  return /\/Linearized\b/.test(latin1(bytes.subarray(0, 1024)));
}

export const xrefRules: readonly Rule[] = [
  {
    code: 'PDFA-XREF-LINE',
    clauses: { A1: '6.1.4', A2: '6.1.4', A3: '6.1.4', A4: '6.1.4' },
    encrypted: true,
    find: ({ file }) =>
      tables(file)
        .flatMap((text) => (/^xref(?:\r\n|\r|\n)\d/.test(text) ? [] : [{}]))
        .slice(0, 1),
  },
  {
    code: 'PDFA-XREF-SPACE',
    clauses: { A1: '6.1.4' },
    encrypted: true,
    find: ({ file }) => tables(file).flatMap(spreadHeaders),
  },
  {
    code: 'PDFA-XREF-STREAM',
    clauses: { A1: '6.1.4' },
    encrypted: true,
    find: ({ file }) => (file.xref.sections.some(({ type }) => type === 'stream') ? [{}] : []),
  },
];

/** The cross-reference tables of a file as written. */
function tables({ bytes, xref }: PdfFile): readonly string[] {
  const isTable = ({ type }: XrefSection): boolean => type === 'table';
  return xref.sections.filter(isTable).map(({ offset, entries }) => {
    // 20 bytes an entry, and what headers of subsections take at most.
    const text = latin1(bytes.subarray(offset, offset + 64 + entries.size * 40)).trimStart();
    const end = text.indexOf('trailer');
    return end < 0 ? text : text.slice(0, end);
  });
}

/** Headers of subsections whose numbers are not parted by one space. */
function spreadHeaders(table: string): readonly { readonly header: string }[] {
  const headers = table.match(/(?<=[\r\n])[ \t]*\d+[ \t]+\d+[ \t]*(?=[\r\n])/g) ?? [];
  return headers
    .filter((header) => !/^\d+ \d+\s*$/.test(header))
    .map((header) => ({ header: header.trim() }));
}
