/**
 * What the rows of a table ask for (CSS 2.2, 17.5.3): from the heights of their cells once these are
 * laid out at their widths, from `height` of cells and rows, and from the common baseline of cells.
 */
import type { ComputedStyle } from '../../document/style.js';
import type { Grid, GridCell, GridRow } from './form-grid.js';
import { larger, percentage } from './percentage.js';

/** A cell laid out at its width with its height left to its content; pt. */
export interface CellExtent {
  /** Of the border box. */
  readonly height: number;
  /** First baseline from the top of the border box; undefined without lines and rows in it. */
  readonly baseline: number | undefined;
  /** Border and padding together, at the top and at the bottom. */
  readonly edgeTop: number;
  readonly edgeBottom: number;
  /** Nothing in it that `empty-cells` would show (17.6.1.1). */
  readonly empty: boolean;
}

/** One row's needs; pt. */
export interface RowNeed {
  readonly height: number;
  /** Baseline from the row's top (17.5.3). */
  readonly baseline: number;
  /** A height is specified for it or a cell of it. */
  readonly fixed: boolean;
  /** Largest percentage asked for, by it or a cell of it. */
  readonly percent: number | undefined;
  /** A spanning cell begins in it. */
  readonly opensSpan: boolean;
  /** All its cells are empty and hide: it has no height and one spacing only (17.6.1.1). */
  readonly hidden: boolean;
}

/** Whether a cell shows neither border nor background (17.6.1.1); collapsed borders are not the cell's own. */
export function hidesEmpty(
  style: Pick<ComputedStyle, 'borderCollapse' | 'emptyCells'>,
  extent: Pick<CellExtent, 'empty'>,
): boolean {
  return extent.empty && style.emptyCells === 'hide' && style.borderCollapse === 'separate';
}

/** The least height of a cell's border box, pt: its content, or the height it asks for. */
export function cellHeight(cell: GridCell, extent: CellExtent): number {
  const style = cell.cell.box.style;
  return Math.max(
    extent.height,
    outerHeight(style, style.height, extent),
    outerHeight(style, style.minHeight, extent),
  );
}

function outerHeight(style: ComputedStyle, height: ComputedStyle['height'], extent: CellExtent): number {
  if (typeof height !== 'number') return 0;
  return style.boxSizing === 'border-box' ? height : height + extent.edgeTop + extent.edgeBottom;
}

/** Needs of every row, spanning cells left to `row-heights.ts`. `extents` go with the grid's cells. */
export function rowNeeds(grid: Grid, extents: readonly CellExtent[]): readonly RowNeed[] {
  return grid.rows.map((row) => needOfRow(row, extents));
}

function needOfRow(row: GridRow, extents: readonly CellExtent[]): RowNeed {
  const line = new BaselineGauge();
  const { style } = row.row;
  let height = typeof style.height === 'number' ? style.height : 0;
  let fixed = typeof style.height === 'number';
  let percent = percentage(style.height);
  let hidden = row.cells.length > 0;
  for (const cell of row.cells) {
    const extent = extents[cell.index];
    if (!extent) continue;
    const own = cell.cell.box.style;
    line.add(cell, extent);
    hidden = hidden && hidesEmpty(own, extent);
    if (cell.rows > 1) continue;
    height = Math.max(height, cellHeight(cell, extent));
    fixed = fixed || typeof own.height === 'number';
    percent = larger(percent, percentage(own.height));
  }
  if (hidden) return { height: 0, baseline: 0, fixed: false, percent: undefined, opensSpan: false, hidden };
  const whole = Math.max(height, line.height());
  const opensSpan = row.cells.some(({ rows }) => rows > 1);
  return { height: whole, baseline: line.baseline(whole), fixed, percent, opensSpan, hidden };
}

/** Cells that are not aligned to the top, middle or bottom stand on the row's baseline (17.5.3). */
export function isOnBaseline(style: Pick<ComputedStyle, 'verticalAlign'>): boolean {
  const align = style.verticalAlign;
  return align !== 'top' && align !== 'middle' && align !== 'bottom';
}

/** Finds the common baseline of a row, and the height cells take that stand on it. */
class BaselineGauge {
  private ascent: number | undefined;
  private descent = 0;
  /** Least edge below the content of a cell. */
  private fallback: number | undefined;

  add(cell: GridCell, extent: CellExtent): void {
    this.fallback = Math.min(this.fallback ?? Infinity, extent.edgeBottom);
    if (extent.baseline === undefined || !isOnBaseline(cell.cell.box.style)) return;
    this.ascent = Math.max(this.ascent ?? 0, extent.baseline);
    if (cell.rows === 1) this.descent = Math.max(this.descent, extent.height - extent.baseline);
  }

  height(): number {
    return (this.ascent ?? 0) + this.descent;
  }

  /** Without a cell on it, the bottom of the lowest cell's content. */
  baseline(height: number): number {
    return this.ascent ?? Math.max(0, height - (this.fallback ?? height));
  }
}

/**
 * How far a cell's content moves down in its area, pt (17.5.3). `height` is of the area; a cell that asks
 * for more than its content has the alignment in that.
 */
export function alignmentShift(
  style: Pick<ComputedStyle, 'verticalAlign'>,
  extent: CellExtent,
  area: { readonly height: number; readonly baseline: number },
): number {
  const slack = Math.max(0, area.height - extent.height);
  switch (style.verticalAlign) {
    case 'top':
      return 0;
    case 'middle':
      return slack / 2;
    case 'bottom':
      return slack;
    default:
      return extent.baseline === undefined ? 0 : Math.max(0, area.baseline - extent.baseline);
  }
}
