/**
 * Rules on tables (WCAG 1.3.1): one that has rows and columns has header cells, and each of them is found
 * from its place to head a row or a column (HTML, 4.9.12.2, the auto state of `scope`), or says so.
 */
import type { Diagnostic } from '../../../diagnostic.js';
import type { XmlElement } from '../../../document/read-xml.js';
import { isPresentation, named, said, xhtml, type DocumentRule, type DocumentView } from './document-view.js';

export const checkTables: DocumentRule = (view) =>
  named(view, xhtml, 'table').flatMap((table) => checkTable(view, table));

/** A cell and the rows and columns that it covers. */
interface Cell {
  readonly element: XmlElement;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

function checkTable(view: DocumentView, table: XmlElement): readonly Diagnostic[] {
  if (isPresentation(table)) return [];
  const cells = cellsOf(table);
  const ends = (of: (cell: Cell) => number): number => Math.max(0, ...cells.map(of));
  const grid = ends(({ row }) => row) > 0 && ends(({ column }) => column) > 0;
  if (!grid) return [];
  const heads = cells.filter(({ element }) => element.name === 'th');
  if (heads.length === 0) return [said(view, 'CHECK-EPUB-TABLE', table)];
  const data = cells.filter(({ element }) => element.name === 'td');
  if (data.some(({ element }) => element.attributes.has('headers'))) return [];
  const rows = new Set(data.flatMap(({ row, rows: count }) => covered(row, count)));
  const columns = new Set(data.flatMap(({ column, columns: count }) => covered(column, count)));
  // Without a scope it heads its column where no data are beside it, its row where none are below it.
  const lost = heads.find(
    (head) =>
      !head.element.attributes.has('scope') &&
      covered(head.row, head.rows).some((row) => rows.has(row)) &&
      covered(head.column, head.columns).some((column) => columns.has(column)),
  );
  return lost ? [said(view, 'CHECK-EPUB-TABLE-SCOPE', lost.element)] : [];
}

function covered(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}

/** The cells of a table on its grid; tables in cells are tables of their own. */
function cellsOf(table: XmlElement): readonly Cell[] {
  const cells: Cell[] = [];
  const taken = new Set<string>();
  rowsOf(table).forEach((line, row) => {
    let column = 0;
    for (const element of line.children) {
      if (element.type !== 'element' || (element.name !== 'td' && element.name !== 'th')) continue;
      while (taken.has(`${row} ${column}`)) column += 1;
      const rows = spanOf(element, 'rowspan');
      const columns = spanOf(element, 'colspan');
      cells.push({ element, row, column, rows, columns });
      for (let below = 1; below < rows; below += 1)
        for (let beside = 0; beside < columns; beside += 1) taken.add(`${row + below} ${column + beside}`);
      column += columns;
    }
  });
  return cells;
}

function rowsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.name === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsOf(child) : [];
  });
}

/** More than this is no table that a person made, and would take its time. */
const mostSpan = 200;

function spanOf(cell: XmlElement, name: 'rowspan' | 'colspan'): number {
  const span = Number.parseInt(cell.attributes.get(name) ?? '1', 10);
  return span > 1 ? Math.min(span, mostSpan) : 1;
}
