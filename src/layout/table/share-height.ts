/**
 * Distribution of a height over rows. CSS does not say how (17.5.3); this is the order browsers have
 * come to: percentages up to their own, rows in which another spanning cell begins, automatic rows that
 * hold something in proportion to their height, empty rows, and at last all in proportion.
 */
import { sum } from './percentage.js';
import type { RowNeed } from './row-needs.js';

export interface HeightShare {
  /** For the rows together, spacing taken off; pt. */
  readonly height: number;
  /** It comes from a cell that spans these rows, not from a group or the table. */
  readonly span: boolean;
  /** What percentages are of, pt; undefined: they count as auto. */
  readonly base?: number;
}

/** Heights of the rows, grown from `now` to `height` together if that is more; pt. */
export function shareHeight(
  rows: readonly RowNeed[],
  now: readonly number[],
  to: HeightShare,
): readonly number[] {
  const missing = rows.map((row, i) => deficit(row, now[i] ?? 0, to.base));
  const percentRoom = Math.min(sum(missing), Math.max(0, to.height - sum(now)));
  const heights = percentRoom > 0 ? grow(now, missing, percentRoom) : [...now];
  const left = to.height - sum(heights);
  if (left <= 0 || rows.length === 0) return heights;
  return grow(heights, weightsOf(rows, heights, to), left);
}

function deficit(row: RowNeed, height: number, base: number | undefined): number {
  if (row.percent === undefined || base === undefined || row.hidden) return 0;
  return Math.max(0, (row.percent / 100) * base - height);
}

/** By what measure each row takes part in what is left. */
function weightsOf(rows: readonly RowNeed[], heights: readonly number[], to: HeightShare): readonly number[] {
  const fixed = (row: RowNeed): boolean => row.fixed || (row.percent !== undefined && to.base !== undefined);
  const one = (test: (row: RowNeed, height: number, i: number) => boolean): readonly number[] =>
    rows.map((row, i) => (!row.hidden && test(row, heights[i] ?? 0, i) ? 1 : 0));
  const origins = one((row, _, i) => to.span && i > 0 && row.opensSpan);
  if (some(origins)) return origins;
  const automatic = rows.map((row, i) => (fixed(row) ? 0 : (heights[i] ?? 0)));
  if (some(automatic)) return automatic;
  const full = heights.some((height) => height > 0);
  // A span over nothing but empty rows makes its last one high.
  if (to.span && !full) return one((_, __, i) => i === rows.length - 1);
  const empty = one((row, height) => height === 0 && !fixed(row));
  if (!to.span && some(empty)) return empty;
  return full ? heights : one(() => true);
}

function grow(heights: readonly number[], weights: readonly number[], more: number): number[] {
  const total = sum(weights);
  return heights.map((height, i) => (total > 0 ? height + (more * (weights[i] ?? 0)) / total : height));
}

function some(weights: readonly number[]): boolean {
  return weights.some((weight) => weight > 0);
}
