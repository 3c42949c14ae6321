/** Small arithmetic that columns and rows share: percentages asked for, and sums. */
import type { LengthPercentageAuto } from '../../document/style.js';

/** A plain percentage of a `width` or `height`; mixed with lengths it counts as auto in tables (css-tables-3, 4.1). */
export function percentage(length: LengthPercentageAuto | 'none'): number | undefined {
  if (typeof length !== 'object' || length.extreme !== undefined || (length.length ?? 0) !== 0)
    return undefined;
  return length.percent;
}

/** The larger of two numbers that may be missing. */
export function larger(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}

/** Sum of all. */
export function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
