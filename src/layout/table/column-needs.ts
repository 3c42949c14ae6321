/**
 * What the columns of a table ask for (CSS 2.2, 17.5.2; css-tables-3, 4.2 and 4.3): from `col` elements,
 * cells of one column and spanning cells, the minimum and the wished width of every column, its
 * percentage, and whether its width is specified.
 */
import type { ComputedStyle, Edges } from '../../document/style.js';
import type { Grid, GridCell, GridColumn } from './form-grid.js';
import { larger, percentage, sum } from './percentage.js';
import { shareWidth } from './share-width.js';
import { spreadFixed } from './fixed-columns.js';

/** Widths of a box, pt. */
export interface MinMax {
  readonly min: number;
  readonly max: number;
}

/** Widths of a cell's border box by its content alone, its own `width` left out of account; pt. */
export type MeasureCell = (cell: GridCell, borders: Edges<number>) => MinMax;

/** What one column, or one cell, asks for; pt. */
export interface ColumnNeed {
  readonly min: number;
  readonly max: number;
  /** 0 to 100; undefined when no percentage is asked for. */
  readonly percent: number | undefined;
  /** Border and padding that come on top of the percentage. */
  readonly percentEdges: number;
  /** Its width is specified: css-tables-3 calls it constrained. */
  readonly fixed: boolean;
  /** Covered by spanning cells only, like the column before it: without width and spacing (css-tables-3, 3.3). */
  readonly merged: boolean;
  /** A cell or `col` has said something about its width. */
  readonly known: boolean;
}

/** What is needed besides the grid. */
export interface NeedContext {
  readonly layout: 'auto' | 'fixed';
  /** Horizontal border spacing, pt. */
  readonly spacing: number;
  readonly measure: MeasureCell;
  /** Borders of every cell of the grid, halved when they collapse; pt. */
  readonly borders: readonly Edges<number>[];
}

const nothing: ColumnNeed = {
  min: 0,
  max: 0,
  percent: undefined,
  percentEdges: 0,
  fixed: false,
  merged: false,
  known: false,
};

/** The needs of every column, spanning cells included. */
export function columnNeeds(grid: Grid, context: NeedContext): readonly ColumnNeed[] {
  const needs = grid.columns.map((column) => needOfColumn(column, context.layout));
  const spanning: GridCell[] = [];
  for (const cell of grid.cells) {
    // Only the first row speaks in fixed layout (17.5.2.1).
    if (context.layout === 'fixed' && cell.row > 0) break;
    const spanned = visibleSpan(needs, cell);
    if (spanned > 1) spanning.push(cell);
    else
      needs[cell.column] = joined(needs[cell.column] ?? nothing, needOfCell(cell, context), context.layout);
  }
  spanning.sort((a, b) => a.columns - b.columns);
  for (const cell of spanning) spread(needs, cell, context);
  return limitPercentages(needs);
}

/** A column element's width is that of the column's cells' border boxes; a group's is for those without one. */
function needOfColumn({ column, group, originates }: GridColumn, layout: 'auto' | 'fixed'): ColumnNeed {
  const own = column?.style.width === 'auto' ? group?.style : column?.style;
  const width = own?.width ?? 'auto';
  const merged = layout === 'auto' && !originates && width === 'auto';
  if (!own) return { ...nothing, merged };
  const min = typeof own.minWidth === 'number' ? own.minWidth : 0;
  const max = typeof width === 'number' ? Math.max(min, capped(width, own, 0)) : min;
  const fixed = typeof width === 'number';
  return {
    ...nothing,
    min,
    max,
    fixed,
    merged,
    percent: percentage(width),
    known: fixed || min > 0,
  };
}

/** Outer widths of a cell (css-tables-3, 4.1). */
function needOfCell(cell: GridCell, context: NeedContext): ColumnNeed {
  const style = cell.cell.box.style;
  const borders = context.borders[cell.index] ?? { top: 0, right: 0, bottom: 0, left: 0 };
  const edges = borders.left + borders.right + points(style.paddingLeft) + points(style.paddingRight);
  const outside = style.boxSizing === 'border-box' ? 0 : edges;
  const width = typeof style.width === 'number' ? Math.max(edges, style.width + outside) : undefined;
  const floor = typeof style.minWidth === 'number' ? style.minWidth + outside : 0;
  const content = context.layout === 'fixed' ? { min: 0, max: 0 } : context.measure(cell, borders);
  const min = Math.max(content.min, floor);
  const max = Math.max(min, capped(width ?? content.max, style, outside));
  const percent = percentOf(style);
  return { min, max, percent, percentEdges: outside, fixed: width !== undefined, merged: false, known: true };
}

function capped(width: number, style: ComputedStyle, outside: number): number {
  return typeof style.maxWidth === 'number' ? Math.min(width, style.maxWidth + outside) : width;
}

/** Percentages of padding count as 0 as long as no width is known. */
function points(length: ComputedStyle['paddingLeft']): number {
  return typeof length === 'number' ? length : 0;
}

function percentOf(style: ComputedStyle): number | undefined {
  const percent = percentage(style.width);
  return percent === undefined
    ? undefined
    : Math.max(0, Math.min(percent, percentage(style.maxWidth) ?? percent));
}

/** A column and one more cell in it. Specified widths outweigh what content would like (css-tables-3, 4.3). */
function joined(column: ColumnNeed, cell: ColumnNeed, layout: 'auto' | 'fixed'): ColumnNeed {
  // In fixed layout the column elements come before the cells (17.5.2.1).
  if (layout === 'fixed' && (column.fixed || column.percent !== undefined)) return column;
  const min = Math.max(column.min, cell.min);
  return {
    min,
    max: Math.max(min, joinedMax(column, cell)),
    percent: larger(column.percent, cell.percent),
    percentEdges: Math.max(column.percentEdges, cell.percent === undefined ? 0 : cell.percentEdges),
    fixed: column.fixed || cell.fixed,
    merged: false,
    known: true,
  };
}

function joinedMax(column: ColumnNeed, cell: ColumnNeed): number {
  if (column.fixed === cell.fixed) return Math.max(column.max, cell.max);
  return column.fixed ? Math.max(column.max, cell.min) : Math.max(column.min, cell.max);
}

function visibleSpan(needs: readonly ColumnNeed[], cell: GridCell): number {
  let count = 0;
  for (let c = cell.column; c < cell.column + cell.columns; c += 1) if (!needs[c]?.merged) count += 1;
  return Math.max(1, count);
}

/** A spanning cell's needs, given to its columns. */
function spread(needs: ColumnNeed[], cell: GridCell, context: NeedContext): void {
  const end = cell.column + cell.columns;
  const columns = needs.slice(cell.column, end);
  const inner = context.spacing * (visibleSpan(needs, cell) - 1);
  const whole = needOfCell(cell, context);
  const need = { ...whole, min: Math.max(0, whole.min - inner), max: Math.max(0, whole.max - inner) };
  const widened = context.layout === 'fixed' ? spreadFixed(columns, need) : spreadAuto(columns, need);
  widened.forEach((column, i) => {
    needs[cell.column + i] = column;
  });
}

/** Minimum and wish go the way the table's width goes, first one, then the other (css-tables-3, 4.3). */
function spreadAuto(columns: readonly ColumnNeed[], need: ColumnNeed): readonly ColumnNeed[] {
  const shared = need.percent === undefined ? columns : sharePercent(columns, need.percent);
  const mins = shareWidth(shared, need.min, true);
  const raised = shared.map((column, i): ColumnNeed => {
    const min = Math.max(column.min, mins[i] ?? 0);
    return { ...column, min, max: Math.max(column.max, min), known: true };
  });
  const maxs = shareWidth(raised, need.max, need.fixed);
  return raised.map((column, i) => ({ ...column, max: Math.max(column.max, maxs[i] ?? 0) }));
}

/** What a spanning cell's percentage leaves over goes to the columns without one, by their wishes. */
function sharePercent(columns: readonly ColumnNeed[], percent: number): readonly ColumnNeed[] {
  const open = columns.filter((column) => column.percent === undefined && !column.merged);
  const left = percent - sum(columns.map((column) => column.percent ?? 0));
  if (left <= 0 || open.length === 0) return columns;
  const wishes = sum(open.map(({ max }) => max));
  return columns.map((column) =>
    column.percent !== undefined || column.merged
      ? column
      : { ...column, percent: wishes > 0 ? (left * column.max) / wishes : left / open.length },
  );
}

/** Percentages beyond 100 in all are cut, from the first column on (css-tables-3, 4.3). */
function limitPercentages(needs: readonly ColumnNeed[]): readonly ColumnNeed[] {
  let left = 100;
  return needs.map((need) => {
    if (need.percent === undefined) return need;
    const percent = Math.min(need.percent, left);
    left -= percent;
    return { ...need, percent };
  });
}
