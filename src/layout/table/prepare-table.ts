/**
 * A table ready to be set: columns placed, every cell laid out once at its width with its height left to
 * its content, rows as high as these need. Kept for each width and height, so that a table over many
 * pages is measured once and each page only takes the cells that stand on it.
 */
import { changedStyle } from '../../document/changed-style.js';
import type { ComputedStyle } from '../../document/style.js';
import { isPositioned, type BlockBox, type Box, type TableBox } from '../boxes/box.js';
import type { FlowEngine, Piece } from '../flow/engine.js';
import { hasLines } from '../flow/inline-parts.js';
import { paddingEdges, type UsedBox } from '../used-values.js';
import { forcesBreak } from './forced-breaks.js';
import type { GridCell } from './form-grid.js';
import { spanOf } from './place-tracks.js';
import type { CellExtent } from './row-needs.js';
import { columnsAt, sizedTable } from './size-table.js';
import { placeRows, type PlacedColumns, type PlacedRows, type TableModel } from './table-model.js';

/** A cell at its width. */
export interface PreparedCell {
  readonly cell: GridCell;
  readonly used: UsedBox;
  /** Left border edge from the left of the columns, pt. */
  readonly x: number;
  /** The box with its height left to its content. */
  readonly box: BlockBox;
  readonly piece: Piece;
  /** Must be laid out again at the height of its area: something in it depends on that. */
  readonly stretches: boolean;
}

export interface PreparedTable {
  readonly model: TableModel;
  readonly columns: PlacedColumns;
  readonly rows: PlacedRows;
  readonly extents: readonly CellExtent[];
  /** By the grid's cells; cells in removed columns have none. */
  readonly cells: readonly (PreparedCell | undefined)[];
  /** By row: spanning cells that began above it. */
  readonly across: ReadonlyMap<number, readonly GridCell[]>;
  /** Rows in whose cells a break is asked for. */
  readonly forced: ReadonlySet<number>;
  /** Height that was asked for the rows, pt; 0 without. */
  readonly rowsHeight: number;
  /** Width of the containing block of the cells, pt. */
  readonly base: number;
}

/** Sizes of the table's border box, pt, and what percentages are of. */
export interface TableSize {
  readonly width: number;
  readonly base: number;
  /** Height for the rows with their spacing; undefined when it is auto. */
  readonly rows: number | undefined;
}

/** Prepares a table, once for each size. */
export function prepareTable(engine: FlowEngine, box: TableBox, size: TableSize): PreparedTable {
  const key = `${size.width} ${size.base} ${size.rows ?? ''}`;
  const kept = engine.tables.get(box) ?? new Map<string, PreparedTable>();
  engine.tables.set(box, kept);
  const known = kept.get(key);
  if (known) return known;
  const sized = sizedTable(engine.intrinsic, box);
  const columns = columnsAt(sized, size.width, size.base);
  const cells = measureCells(engine, sized.model, columns);
  const extents = cells.map((cell) => (cell ? extentOfCell(cell) : noExtent));
  const { grid } = sized.model;
  const prepared: PreparedTable = {
    model: sized.model,
    columns,
    rows: placeRows(sized.model, extents, size.rows),
    extents,
    cells,
    across: spansAcross(grid.cells),
    forced: new Set(grid.cells.flatMap(({ row, cell }) => (forcesBreak(cell.box) ? [row] : []))),
    rowsHeight: size.rows ?? 0,
    base: columns.columns.total,
  };
  kept.set(key, prepared);
  return prepared;
}

const noExtent: CellExtent = { height: 0, baseline: undefined, edgeTop: 0, edgeBottom: 0, empty: true };

function measureCells(
  engine: FlowEngine,
  model: TableModel,
  columns: PlacedColumns,
): readonly (PreparedCell | undefined)[] {
  const styles = new Map<ComputedStyle, ComputedStyle>();
  const base = columns.columns.total;
  return model.grid.cells.map((cell): PreparedCell | undefined => {
    const { start, size } = spanOf(columns.columns, cell.column, cell.columns);
    if (size <= 0 && columns.columns.tracks[cell.column]?.absent) return undefined;
    const used = usedCell(model, cell, { width: size, base });
    const box = withAutoHeight(cell.cell.box, styles);
    const piece = engine.layOutWhole(box, used, { width: base });
    const stretches = isPositioned(box.style) || cell.cell.box.children.some(dependsOnHeight);
    return { cell, used, x: start, box, piece, stretches };
  });
}

function usedCell(
  model: TableModel,
  cell: GridCell,
  size: { readonly width: number; readonly base: number },
): UsedBox {
  const border = model.cellBorders[cell.index] ?? { top: 0, right: 0, bottom: 0, left: 0 };
  const padding = paddingEdges(cell.cell.box.style, size.base);
  const contentX = border.left + padding.left;
  return {
    margin: { top: 0, right: 0, bottom: 0, left: 0 },
    border,
    padding,
    x: 0,
    borderWidth: size.width,
    contentX,
    contentWidth: Math.max(0, size.width - contentX - border.right - padding.right),
  };
}

/** Heights of cells are for their rows (17.5.3). */
function withAutoHeight(box: BlockBox, styles: Map<ComputedStyle, ComputedStyle>): BlockBox {
  const { style } = box;
  if (style.height === 'auto' && style.minHeight === 'auto' && style.maxHeight === 'none') return box;
  const auto =
    styles.get(style) ?? changedStyle(style, { height: 'auto', minHeight: 'auto', maxHeight: 'none' });
  styles.set(style, auto);
  return { ...box, style: auto };
}

/** Percentages in a cell are of its height once that is known. */
function dependsOnHeight(box: Box): boolean {
  if (box.type === 'lines') return false;
  const { height, minHeight, maxHeight } = box.style;
  return [height, minHeight, maxHeight].some((length) => typeof length === 'object');
}

function extentOfCell({ cell, used, piece }: PreparedCell): CellExtent {
  const { border, padding } = used;
  return {
    height: piece.fragment.height,
    baseline: piece.fragment.firstBaseline,
    edgeTop: border.top + padding.top,
    edgeBottom: border.bottom + padding.bottom,
    empty: cell.cell.box.children.every((child) => child.type === 'lines' && !hasLines(child)),
  };
}

function spansAcross(cells: readonly GridCell[]): ReadonlyMap<number, readonly GridCell[]> {
  const across = new Map<number, GridCell[]>();
  for (const cell of cells) {
    for (let row = cell.row + 1; row < cell.row + cell.rows; row += 1) {
      const list = across.get(row);
      if (list) list.push(cell);
      else across.set(row, [cell]);
    }
  }
  return across;
}
