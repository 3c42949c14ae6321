/**
 * The table's own width (CSS 2.2, 17.5.2; css-tables-3, 4.4 and 4.5): how narrow and how wide its
 * columns may make it, what width it uses in the room it has, and the columns' share of that.
 */
import type { ComputedStyle, LengthPercentageAuto } from '../../document/style.js';
import { usedLength } from '../../document/used-length.js';
import type { ColumnNeed, MinMax } from './column-needs.js';
import { fixedWidths } from './fixed-columns.js';
import { shareWidth } from './share-width.js';

/** Columns that percentages forbid to have a width make the table as wide as it can be; pt. */
const asWideAsCan = 1e6;

/** Fixed layout needs a width to be fixed about (17.5.2.1). */
export function tableLayoutOf(style: ComputedStyle): 'auto' | 'fixed' {
  return style.tableLayout === 'fixed' && style.width !== 'auto' ? 'fixed' : 'auto';
}

/**
 * Minimum and wished width of the table, pt; `around` is what does not go to columns: spacing, padding
 * and border. Percentages widen the wish: a column of 20 % that likes 50 pt likes a table of 250 pt.
 */
export function gridWidths(needs: readonly ColumnNeed[], layout: 'auto' | 'fixed', around: number): MinMax {
  let min = 0;
  let max = 0;
  let byColumn = 0;
  let rest = 0;
  let percent = 0;
  for (const need of needs) {
    min += layout === 'fixed' && need.fixed && need.percent === undefined ? need.max : need.min;
    max += need.max;
    if (need.percent !== undefined && need.percent > 0) {
      percent += need.percent;
      byColumn = Math.max(byColumn, (100 / need.percent) * (need.max - need.percentEdges));
    } else rest += need.max;
  }
  const byRest =
    rest === 0 || percent === 0 ? 0 : percent > 99.99 ? asWideAsCan : (100 / (100 - percent)) * rest;
  return { min: min + around, max: Math.max(min, max, byColumn, byRest) + around };
}

/** What the width of a table depends on; pt. */
export interface TableRoom {
  /** Containing block's width less the table's margins. */
  readonly available: number;
  /** Containing block's width: what percentages are of; undefined while it is not known. */
  readonly base: number | undefined;
  /** The table's horizontal padding and border as used. */
  readonly edges: number;
}

/**
 * Used width of the table's border box, pt: `width` but at least what the columns need, or else as wide
 * as the columns like where there is room for it (17.5.2.2). `max-width` cannot go below the columns'
 * needs either; `min-width` asks for more.
 */
export function usedTableWidth(style: ComputedStyle, grid: MinMax, room: TableRoom): number {
  const border = (length: LengthPercentageAuto | 'none'): number | undefined => {
    const outside = style.boxSizing === 'border-box' ? 0 : room.edges;
    if (typeof length === 'number') return length + outside;
    if (typeof length === 'string' || room.base === undefined) return undefined;
    return usedLength(length, room.base) + outside;
  };
  const width = border(style.width) ?? Math.min(grid.max, Math.max(grid.min, room.available));
  const limited = Math.min(width, border(style.maxWidth) ?? Infinity);
  return Math.max(limited, border(style.minWidth) ?? 0, grid.min);
}

/**
 * Minimum and maximum contribution of a table to a parent that fits its content, pt, without margins.
 * Percentages count as auto.
 */
export function tableContribution(style: ComputedStyle, grid: MinMax, edges: number): MinMax {
  const used = (available: number): number =>
    usedTableWidth(style, grid, { available, base: undefined, edges });
  const min = used(0);
  return { min, max: Math.max(min, used(Infinity)) };
}

/** Widths of the columns of a table that has `width` for them alone; pt. */
export function columnWidths(
  needs: readonly ColumnNeed[],
  layout: 'auto' | 'fixed',
  width: number,
): readonly number[] {
  return layout === 'fixed' ? fixedWidths(needs, width) : shareWidth(needs, width, true);
}
