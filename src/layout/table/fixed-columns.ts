/**
 * Fixed table layout (CSS 2.2, 17.5.2.1): specified widths stay, percentages are of the table's width,
 * and the other columns share the rest equally. Specified ones shrink when they do not fit (the table's
 * width is at least their sum, so only percentages bring that about) and grow when there are no others.
 */
import { sum } from './percentage.js';
import type { ColumnNeed } from './column-needs.js';

/** Widths of the columns of a fixed table that has `width` for them, pt. */
export function fixedWidths(columns: readonly ColumnNeed[], width: number): readonly number[] {
  const percentages = columns.map((c) =>
    c.percent === undefined ? 0 : (c.percent / 100) * width + c.percentEdges,
  );
  const fixed = columns.map((c) => (isFixed(c) ? c.max : 0));
  const open = columns.filter((c) => c.percent === undefined && !c.fixed).length;
  const anyPercent = columns.some((c) => c.percent !== undefined);
  const forFixed = Math.max(0, width - sum(percentages));
  const fixedSum = sum(fixed);
  const growsFixed = open === 0 && fixedSum < forFixed;
  const fixedScale = fixedSum > 0 && (growsFixed || fixedSum > width) ? forFixed / fixedSum : 1;
  const rest = Math.max(0, width - fixedSum * fixedScale);
  const asked = sum(percentages);
  const percentScale = asked > 0 && (asked > rest || (open === 0 && anyPercent)) ? rest / asked : 1;
  const over = Math.max(0, rest - asked * percentScale);
  // Columns with a specified width of 0 stay so, unless nothing else can take the width.
  const takers = open > 0 ? open : fixedSum === 0 && asked === 0 ? columns.length : 0;
  return columns.map((column, i) => {
    if (column.percent !== undefined && asked > 0) return (percentages[i] ?? 0) * percentScale;
    if (isFixed(column)) return (fixed[i] ?? 0) * fixedScale;
    const takes = open > 0 ? !column.fixed && column.percent === undefined : takers > 0;
    return takes ? over / takers : 0;
  });
}

/** A first-row cell that spans gives each of its columns an equal part, where they have said nothing. */
export function spreadFixed(columns: readonly ColumnNeed[], need: ColumnNeed): readonly ColumnNeed[] {
  const count = columns.length;
  return columns.map((column): ColumnNeed => {
    if (column.known || column.percent !== undefined) return column;
    const fixed = column.fixed || need.fixed;
    return {
      ...column,
      min: need.fixed ? need.min / count : 0,
      max: need.max / count,
      fixed,
      percent: fixed || need.percent === undefined ? undefined : need.percent / count,
      known: true,
    };
  });
}

function isFixed(column: ColumnNeed): boolean {
  return column.percent === undefined && column.fixed && column.max > 0;
}
