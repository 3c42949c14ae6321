/**
 * The collapsing border model (CSS 2.2, 17.6.2), settled on the cells: of the borders that meet at an
 * edge the widest wins and is drawn once, by the cell below or to the right of it. Borders of rows
 * and of the table take part; spanning cells count with their first row and column.
 */
import type { BorderSide, ComputedStyle } from '../document/style.js';
import type { TableBox, TableCell, TableRow } from './box.js';

export function collapseBorders(table: TableBox, rows: readonly TableRow[]): readonly TableRow[] {
  return rows.map((row, r) => {
    const above = rows[r - 1];
    const last = r === rows.length - 1;
    return {
      ...row,
      cells: row.cells.map((cell, c) => collapseCell({ table: table.style, row, above, last }, cell, c)),
    };
  });
}

interface Neighbours {
  readonly table: ComputedStyle;
  readonly row: TableRow;
  readonly above: TableRow | undefined;
  readonly last: boolean;
}

function collapseCell(around: Neighbours, cell: TableCell, c: number): TableCell {
  const { table, row, above, last } = around;
  const own = cell.box.style;
  const overhead = above && cellAt(above, columnOf(row, c))?.box.style;
  const before = row.cells[c - 1]?.box.style;
  const lastColumn = c === row.cells.length - 1;
  const style: ComputedStyle = {
    ...own,
    borderTop: widest([
      own.borderTop,
      row.style.borderTop,
      ...(above ? [above.style.borderBottom] : [table.borderTop]),
      ...(overhead ? [overhead.borderBottom] : []),
    ]),
    borderBottom: last
      ? widest([own.borderBottom, row.style.borderBottom, table.borderBottom])
      : none(own.borderBottom),
    borderLeft: widest([
      own.borderLeft,
      ...(before ? [before.borderRight] : [row.style.borderLeft, table.borderLeft]),
    ]),
    borderRight: lastColumn
      ? widest([own.borderRight, row.style.borderRight, table.borderRight])
      : none(own.borderRight),
    backgroundColor: own.backgroundColor === 'transparent' ? row.style.backgroundColor : own.backgroundColor,
  };
  return { ...cell, box: { ...cell.box, style } };
}

/** Column in which a row's cell begins, cells of earlier rows left out of account. */
function columnOf(row: TableRow, cell: number): number {
  return row.cells.slice(0, cell).reduce((column, { colSpan }) => column + colSpan, 0);
}

/** The cell of a row that covers a column. */
function cellAt(row: TableRow, column: number): TableCell | undefined {
  let end = 0;
  return row.cells.find(({ colSpan }) => (end += colSpan) > column);
}

function widest(sides: readonly BorderSide[]): BorderSide {
  return sides.reduce((best, side) => (side.width > best.width ? side : best));
}

function none(side: BorderSide): BorderSide {
  return { ...side, width: 0, style: 'none' };
}
