/**
 * Distribution of a width over columns in automatic layout (css-tables-3, 4.5; it is what browsers do):
 * of four guesses (all at their minimum; percentages; specified widths; wishes) the two between which
 * the width lies are mixed; beyond the last, automatic columns grow first.
 */
import { sum } from './percentage.js';
import type { ColumnNeed } from './column-needs.js';

type Kind = 'percent' | 'fixed' | 'auto';

/** The order in which columns come to what they ask for. */
const order: readonly Kind[] = ['percent', 'fixed', 'auto'];

/**
 * Widths of the columns, `width` in all or the sum of their minima if that is more; pt. `growFixed`:
 * columns with a specified width may grow beyond it when there are no automatic ones.
 */
export function shareWidth(
  columns: readonly ColumnNeed[],
  width: number,
  growFixed: boolean,
): readonly number[] {
  const wanted = columns.map((column) => wish(column, width));
  const widths = columns.map((column) => (column.merged ? 0 : column.min));
  let left = width - sum(widths);
  for (const kind of order) {
    if (left <= 0) return widths;
    const missing = columns.map((column, i) =>
      kindOf(column) === kind ? (wanted[i] ?? 0) - (widths[i] ?? 0) : 0,
    );
    const total = sum(missing);
    if (total <= 0) continue;
    const share = Math.min(1, left / total);
    missing.forEach((more, i) => {
      widths[i] = share === 1 ? (widths[i] ?? 0) + more : (widths[i] ?? 0) + more * share;
    });
    left -= total * share;
  }
  return left > 0 ? grown(columns, widths, { left, growFixed }) : widths;
}

/** What a column would have when the table is `width` wide. */
function wish(column: ColumnNeed, width: number): number {
  if (column.merged) return 0;
  if (column.percent === undefined) return Math.max(column.min, column.max);
  return Math.max(column.min, (column.percent / 100) * width + column.percentEdges);
}

/** Merged columns are of no kind. */
function kindOf(column: ColumnNeed): Kind | undefined {
  if (column.merged) return undefined;
  return column.percent !== undefined ? 'percent' : column.fixed ? 'fixed' : 'auto';
}

/** Gives what is left to one kind of columns: automatic and fixed by wishes, percentages by percentage. */
function grown(
  columns: readonly ColumnNeed[],
  widths: readonly number[],
  rest: { readonly left: number; readonly growFixed: boolean },
): readonly number[] {
  const has = (kind: Kind): boolean => columns.some((column) => kindOf(column) === kind);
  const kind = has('auto') ? 'auto' : has('fixed') && rest.growFixed ? 'fixed' : 'percent';
  const weights = columns.map((column) =>
    kindOf(column) !== kind ? 0 : kind === 'percent' ? (column.percent ?? 0) : column.max,
  );
  const total = sum(weights);
  const count = columns.filter((column) => kindOf(column) === kind).length;
  return widths.map((width, i) => {
    const column = columns[i];
    if (!column || kindOf(column) !== kind) return width;
    return width + (total > 0 ? (rest.left * (weights[i] ?? 0)) / total : rest.left / count);
  });
}
