/**
 * A table before it has places: its grid, its borders settled, and then step by step what its columns
 * need, how wide they become and how high its rows are. Layout measures and lays out the cells between
 * the steps; all is pure and in pt.
 *
 *     const model = tableModel(box);
 *     const columns = measureColumns(model, measureCell, captionMin);
 *     const placed = placeColumns(model, columns, { available, base });
 *     const rows = placeRows(model, extentsOfCells, undefined);
 */
import type { ComputedStyle, Edges } from '../../document/style.js';
import { usedLength } from '../../document/used-length.js';
import type { TableBox } from '../boxes/box.js';
import { cellBorders, collapseBorders, tableBorders, type CollapsedBorders } from './collapsed-borders.js';
import { columnNeeds, type ColumnNeed, type MeasureCell, type MinMax } from './column-needs.js';
import { formGrid, type Grid } from './form-grid.js';
import { placeTracks, type Tracks } from './place-tracks.js';
import { rowHeights } from './row-heights.js';
import { rowNeeds, type CellExtent, type RowNeed } from './row-needs.js';
import { columnWidths, gridWidths, tableContribution, tableLayoutOf, usedTableWidth } from './table-width.js';

export interface TableModel {
  readonly style: ComputedStyle;
  readonly grid: Grid;
  /** Undefined when borders are separate. */
  readonly collapsed: CollapsedBorders | undefined;
  /** Of the table box as used: half of the outer ones when they collapse. pt */
  readonly border: Edges<number>;
  /** Of every cell as used, in the order of the grid's cells. pt */
  readonly cellBorders: readonly Edges<number>[];
  /** Spacing between columns and rows, 0 when borders collapse. pt */
  readonly spacing: { readonly inline: number; readonly block: number };
  readonly layout: 'auto' | 'fixed';
}

/** The grid and the borders of a table. */
export function tableModel(table: TableBox): TableModel {
  const { style } = table;
  const grid = formGrid(table);
  const collapsed = style.borderCollapse === 'collapse' ? collapseBorders(style, grid) : undefined;
  return {
    style,
    grid,
    collapsed,
    border: collapsed ? tableBorders(collapsed) : ownBorders(style),
    cellBorders: grid.cells.map((cell) =>
      collapsed ? cellBorders(collapsed, cell) : ownBorders(cell.cell.box.style),
    ),
    spacing: collapsed
      ? { inline: 0, block: 0 }
      : { inline: style.borderSpacing, block: style.borderSpacingBlock },
    layout: tableLayoutOf(style),
  };
}

function ownBorders(style: ComputedStyle): Edges<number> {
  return {
    top: style.borderTop.width,
    right: style.borderRight.width,
    bottom: style.borderBottom.width,
    left: style.borderLeft.width,
  };
}

/** The table's padding, none when borders collapse (17.6.2); percentages of `base`, the containing block's width. */
export function tablePadding(model: TableModel, base: number): Edges<number> {
  const { style, collapsed } = model;
  const used = (length: ComputedStyle['paddingTop']): number => (collapsed ? 0 : usedLength(length, base));
  return {
    top: used(style.paddingTop),
    right: used(style.paddingRight),
    bottom: used(style.paddingBottom),
    left: used(style.paddingLeft),
  };
}

/** What the columns need, and the table's minimum and wished width inside of its border and padding. */
export interface MeasuredColumns {
  readonly needs: readonly ColumnNeed[];
  readonly inner: MinMax;
  /** Widest minimum of the captions' margin boxes: the table is not narrower (17.5.2.2). */
  readonly captions: number;
}

/** Asks every cell that counts for its widths. */
export function measureColumns(model: TableModel, measure: MeasureCell, captions = 0): MeasuredColumns {
  const needs = columnNeeds(model.grid, {
    layout: model.layout,
    spacing: model.spacing.inline,
    measure,
    borders: model.cellBorders,
  });
  return { needs, inner: gridWidths(needs, model.layout, spacingAmong(model, needs)), captions };
}

/** The spacing before, between and after the columns. */
function spacingAmong(model: TableModel, needs: readonly ColumnNeed[]): number {
  const count = needs.filter(({ merged }) => !merged).length;
  return count === 0 ? 0 : (count + 1) * model.spacing.inline;
}

/** Contribution of the table's border box to a parent that fits its content (css-tables-3, 4.4). */
export function contribution(model: TableModel, columns: MeasuredColumns): MinMax {
  const edges = horizontalEdges(model, 0);
  return tableContribution(model.style, outer(columns, edges), edges);
}

function horizontalEdges(model: TableModel, base: number): number {
  const padding = tablePadding(model, base);
  return model.border.left + model.border.right + padding.left + padding.right;
}

function outer({ inner, captions }: MeasuredColumns, edges: number): MinMax {
  const min = Math.max(captions, inner.min + edges);
  return { min, max: Math.max(min, inner.max + edges) };
}

/** The columns in their places. */
export interface PlacedColumns {
  /** Of the table's border box; columns that are removed (17.5.5) make it narrower. */
  readonly width: number;
  /** Places from the left edge inside of the table's border and padding. */
  readonly columns: Tracks;
}

/**
 * The used width of the table and its columns' places. `available` is the containing block's width less
 * the table's margins, `base` what percentages are of. `width` overrides `width` (a stretched table).
 */
export function placeColumns(
  model: TableModel,
  columns: MeasuredColumns,
  room: { readonly available: number; readonly base: number; readonly width?: number },
): PlacedColumns {
  const edges = horizontalEdges(model, room.base);
  const grid = outer(columns, edges);
  const width =
    room.width === undefined
      ? usedTableWidth(model.style, grid, { available: room.available, base: room.base, edges })
      : Math.max(room.width, grid.min);
  const spacing = spacingAmong(model, columns.needs);
  const widths = columnWidths(columns.needs, model.layout, Math.max(0, width - edges - spacing));
  const absent = (c: number): boolean =>
    (columns.needs[c]?.merged ?? false) || (model.grid.columns[c]?.collapsed ?? false);
  const placed = placeTracks(widths, model.spacing.inline, absent);
  const removed = model.grid.columns.some(({ collapsed }) => collapsed);
  return { width: removed ? placed.total + edges : width, columns: placed };
}

/** The rows in their places. */
export interface PlacedRows {
  readonly needs: readonly RowNeed[];
  /** Places from the top edge inside of the table's border and padding, as if no page ended. */
  readonly rows: Tracks;
}

/**
 * Heights and places of the rows. `extents` go with the grid's cells, laid out at their widths; `height`
 * is that of the table inside of its border and padding, undefined when it is auto.
 */
export function placeRows(
  model: TableModel,
  extents: readonly CellExtent[],
  height: number | undefined,
): PlacedRows {
  const needs = rowNeeds(model.grid, extents);
  const spacing = model.spacing.block;
  const heights = rowHeights(model.grid, needs, extents, { spacing, height });
  const absent = (r: number): boolean =>
    (needs[r]?.hidden ?? false) || (model.grid.rows[r]?.collapsed ?? false);
  return { needs, rows: placeTracks(heights, spacing, absent) };
}
