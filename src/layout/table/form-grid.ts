/**
 * The grid of a table (HTML, "forming a table"; CSS 2.2, 17.5): in comes a table box, out come its rows
 * in visual order (first head to the top, first foot to the bottom), its columns, and for every cell the
 * slots it covers. Linear in cells and the columns they span. Columns count from the left.
 */
import type {
  TableBox,
  TableCell,
  TableColumn,
  TableColumnGroup,
  TableRow,
  TableRowGroup,
} from '../boxes/box.js';
import type { ComputedStyle } from '../../document/style.js';

/** A cell and the slots it covers. */
export interface GridCell {
  /** Its place in `Grid.cells`. */
  readonly index: number;
  readonly cell: TableCell;
  /** First row and column, from 0. */
  readonly row: number;
  readonly column: number;
  /** Rows it covers, clipped to its group; columns it covers. At least 1. */
  readonly rows: number;
  readonly columns: number;
}

export interface GridRow {
  readonly row: TableRow;
  /** Its group's place in `Grid.groups`. */
  readonly group: number;
  /** Cells that begin in it. */
  readonly cells: readonly GridCell[];
  /** `visibility: collapse` on it or its group (17.5.5). */
  readonly collapsed: boolean;
}

export interface GridGroup {
  readonly group: TableRowGroup;
  /** What it is after the first head and foot have been found: later ones are bodies. */
  readonly kind: 'head' | 'body' | 'foot';
  /** Its rows: first, and the one after the last. */
  readonly first: number;
  readonly end: number;
}

export interface GridColumn {
  readonly column: TableColumn | undefined;
  readonly group: TableColumnGroup | undefined;
  /** A cell begins in it. */
  readonly originates: boolean;
  /** `visibility: collapse` on it or its group (17.5.5). */
  readonly collapsed: boolean;
}

export interface Grid {
  readonly groups: readonly GridGroup[];
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  /** Row by row, from left to right. */
  readonly cells: readonly GridCell[];
}

/** HTML's limit for `colspan`. */
const mostColumns = 1000;

/** Lays a table's rows, columns and cells out on a grid. */
export function formGrid(table: TableBox): Grid {
  const groups: GridGroup[] = [];
  const rows: GridRow[] = [];
  const cells: GridCell[] = [];
  for (const { group, kind } of inVisualOrder(table.groups)) {
    const first = rows.length;
    placeGroup(group, groups.length, { rows, cells });
    groups.push({ group, kind, first, end: rows.length });
  }
  return { groups, rows, cells, columns: columnsOf(table, cells) };
}

interface OrderedGroup {
  readonly group: TableRowGroup;
  readonly kind: GridGroup['kind'];
}

/** The first head goes to the top, the first foot to the bottom; others of their kind are bodies (17.2). */
function inVisualOrder(groups: readonly TableRowGroup[]): readonly OrderedGroup[] {
  const head = groups.find(({ kind }) => kind === 'head');
  const foot = groups.find(({ kind }) => kind === 'foot');
  const bodies = groups.filter((group) => group !== head && group !== foot);
  return [
    ...(head ? [{ group: head, kind: 'head' as const }] : []),
    ...bodies.map((group) => ({ group, kind: 'body' as const })),
    ...(foot ? [{ group: foot, kind: 'foot' as const }] : []),
  ];
}

function placeGroup(
  group: TableRowGroup,
  number: number,
  into: { readonly rows: GridRow[]; readonly cells: GridCell[] },
): void {
  const { rows, cells } = into;
  const end = rows.length + group.rows.length;
  /** By column: the row after the last that a cell from above covers. Spans end with their group. */
  const busy: number[] = [];
  for (const row of group.rows) {
    const r = rows.length;
    const own: GridCell[] = [];
    let column = 0;
    for (const cell of row.cells) {
      while ((busy[column] ?? 0) > r) column += 1;
      const columns = Math.min(mostColumns, Math.max(1, Math.trunc(cell.colSpan)));
      const below = end - r;
      const spanned = cell.rowSpan === 0 ? below : Math.min(Math.max(1, Math.trunc(cell.rowSpan)), below);
      const placed = { index: cells.length, cell, row: r, column, rows: spanned, columns };
      own.push(placed);
      cells.push(placed);
      for (let c = column; c < column + columns; c += 1) busy[c] = Math.max(busy[c] ?? 0, r + spanned);
      column += columns;
    }
    rows.push({
      row,
      group: number,
      cells: own,
      collapsed: isCollapsed(row.style) || isCollapsed(group.style),
    });
  }
}

/** As many columns as cells cover; `col` elements beyond them count if they ask for a width, or in fixed layout. */
function columnsOf(table: TableBox, cells: readonly GridCell[]): readonly GridColumn[] {
  const originates: boolean[] = [];
  let count = 0;
  for (const cell of cells) {
    originates[cell.column] = true;
    count = Math.max(count, cell.column + cell.columns);
  }
  const given = table.columns.flatMap((column) =>
    Array.from({ length: Math.min(mostColumns, Math.max(1, column.span)) }, () => column),
  );
  const counts = (column: TableColumn): boolean =>
    table.style.tableLayout === 'fixed' || wantsWidth(column.style) || wantsWidth(column.group?.style);
  const total = Math.max(count, given.findLastIndex(counts) + 1);
  return Array.from({ length: total }, (_, c): GridColumn => {
    const column = given[c];
    return {
      column,
      group: column?.group,
      originates: originates[c] ?? false,
      collapsed: isCollapsed(column?.style) || isCollapsed(column?.group?.style),
    };
  });
}

function wantsWidth(style: ComputedStyle | undefined): boolean {
  return style !== undefined && style.width !== 'auto';
}

/** Whether a row, row group, column or column group is removed (17.5.5). */
function isCollapsed(style: ComputedStyle | undefined): boolean {
  return style?.visibility === 'collapse';
}
