/** Used lengths: a computed length or percentage and what it refers to → pt (CSS Values 4 §10). */
import type { LengthPercentage } from './style.js';

/** pt of a value whose percentages are of `base` pt. */
export function usedLength(value: LengthPercentage, base: number): number {
  if (typeof value === 'number') return value;
  if (value.extreme) {
    const { pick, of } = value.extreme;
    return Math[pick](...of.map((term) => usedLength(term, base)));
  }
  return (value.percent / 100) * base + (value.length ?? 0);
}
