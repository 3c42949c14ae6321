/** Rules of PDF/UA on tables: each is a full grid, and each cell has headers that can be found. */
import { latin1, PdfString } from '../../objects.js';
import type { PdfContents } from '../../read-pdf.js';
import { isArray } from '../../open-pdf.js';
import type { Rule } from '../rule.js';
import type { Part } from '../standards.js';
import { attributeOf } from './attributes.js';
import { elementValues } from './find-elements.js';
import { tablesOf, type Cell, type TableGrid } from './read-table.js';

const isHeader = ({ element }: Cell): boolean => element.type === 'TH';

/** `ID` of a cell, as bytes. */
function idOf({ file }: PdfContents, { element }: Cell): string | undefined {
  const id = file.resolve(element.dict.raw('ID'));
  return id instanceof PdfString ? latin1(id.bytes) : undefined;
}

/** The `Headers` of a cell; empty where it names none. */
function headersOf({ file }: PdfContents, { element }: Cell): readonly string[] {
  const value = attributeOf(file, element, 'Table', 'Headers');
  return (isArray(value) ? value : []).flatMap((item) => {
    const id = file.resolve(item);
    return id instanceof PdfString ? [latin1(id.bytes)] : [];
  });
}

/** `Row`, `Column` or `Both`; of what says nothing, PDF 2.0 tells it by the place (ISO 32000-2, table 384). */
function scopeOf({ file }: PdfContents, { element, row, column }: Cell, part: Part): string {
  const scope = file.nameOf(attributeOf(file, element, 'Table', 'Scope'));
  if (scope !== undefined || part !== 'UA2') return scope ?? '';
  if (row === 0 && column > 0) return 'Column';
  return column === 0 && row > 0 ? 'Row' : 'Both';
}

const meet = (start: number, span: number, from: number, length: number): boolean =>
  start < from + length && from < start + span;

const isRegular = ({ widths, overflows, overlapping }: TableGrid): boolean =>
  !overflows && overlapping.length === 0 && widths.every((width) => width === widths[0]);

/** Cells whose headers neither `Headers` nor the scopes of the headers tell; empty ones need none. */
function* withoutHeaders(contents: PdfContents, table: TableGrid, part: Part): Generator<Cell> {
  const { cells } = table;
  const headers = cells.filter(isHeader);
  if (headers.length === 0 || !isRegular(table)) return;
  const ids = new Set(headers.map((header) => idOf(contents, header)));
  const [rows, columns]: [Cell[], Cell[]] = [[], []];
  for (const header of headers) {
    const scope = scopeOf(contents, header, part);
    if (scope === 'Row' || scope === 'Both') rows.push(header);
    if (scope === 'Column' || scope === 'Both') columns.push(header);
  }
  for (const cell of cells) {
    if (isHeader(cell) || cell.element.node.kids.length === 0) continue;
    const named = headersOf(contents, cell);
    if (named.length > 0 && named.every((id) => ids.has(id))) continue;
    const found =
      rows.some(({ row, rowSpan }) => meet(row, rowSpan, cell.row, cell.rowSpan)) ||
      columns.some(({ column, columnSpan }) => meet(column, columnSpan, cell.column, cell.columnSpan));
    if (!found) yield cell;
  }
}

const clauses = { UA1: '7.2', UA2: '8.2.5.26' };

export const tableRules: readonly Rule[] = [
  {
    code: 'PDFUA-TABLE-OVERLAP',
    clauses,
    *find(contents) {
      for (const { element, overlapping } of tablesOf(contents)) {
        const [cell] = overlapping;
        if (cell) yield { ...elementValues(element), row: cell.row + 1, column: cell.column + 1 };
      }
    },
  },
  {
    code: 'PDFUA-TABLE-ROWS',
    clauses,
    *find(contents) {
      for (const { element, widths } of tablesOf(contents)) {
        const [first = 0] = widths;
        const row = widths.findIndex((width) => width !== first);
        if (row > 0) yield { ...elementValues(element), first, row: row + 1, width: widths[row] ?? 0 };
      }
    },
  },
  {
    code: 'PDFUA-TABLE-COLUMNS',
    clauses,
    *find(contents) {
      for (const { element, overflows } of tablesOf(contents)) {
        if (overflows) yield elementValues(element);
      }
    },
  },
  {
    code: 'PDFUA-TABLE-HEADERS',
    clauses: { UA1: '7.5', UA2: '8.2.5.26' },
    *find(contents, { part }) {
      for (const table of tablesOf(contents)) {
        const [cell] = withoutHeaders(contents, table, part);
        if (cell) yield { ...elementValues(table.element), row: cell.row + 1, column: cell.column + 1 };
      }
    },
  },
];
