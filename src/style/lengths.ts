/**
 * Numbers and lengths as property values. What a math function gives outside the range of a property
 * is brought into it (CSS Values 4 §10.12); what is written outside it is not of the syntax.
 */
import type { LengthPercentage } from '../document/style.js';
import { usedLength } from '../document/used-length.js';
import { computed, isMath, quantity, round } from './math-functions.js';
import type { Parser } from './value-reader.js';

/** A plain number within bounds. */
export function number(min = -Infinity, max = Infinity): Parser<number> {
  return (reader, context) => {
    const math = isMath(reader.peek());
    const found = quantity(reader, context);
    return found?.kind === 'number' ? within(found.value, min, max, math) : undefined;
  };
}

/** A value within bounds, or brought there when `math` made it. */
function within(value: number, min: number, max: number, math: boolean): number | undefined {
  if (math) return Math.max(min, Math.min(max, value));
  return value >= min && value <= max ? value : undefined;
}

/** A whole number within bounds; a fraction that `calc()` gives is rounded. */
export function integer(min = -Infinity): Parser<number> {
  return (reader, context) => {
    const next = reader.peek();
    const math = isMath(next);
    if (next?.type === 'number' && next.real) return undefined;
    const found = quantity(reader, context);
    if (found?.kind !== 'number' || (!math && !Number.isInteger(found.value))) return undefined;
    // Halves go up (§10.12).
    return within(Math.round(found.value), min, Infinity, math);
  };
}

/** A length in pt; zero may stand without a unit. */
export function length(min = -Infinity): Parser<number> {
  return (reader, context) => {
    const math = isMath(reader.peek());
    const found = quantity(reader, context);
    if (found === undefined || found.kind === 'percentage' || found.kind === 'mixed') return undefined;
    if (found.kind === 'number' && (found.value !== 0 || math)) return undefined;
    return within(found.value, min, Infinity, math);
  };
}

/** A length in pt, a percentage, or a mixture of both (whose sign only layout can tell). */
export function lengthPercentage(min = -Infinity): Parser<LengthPercentage> {
  const ofLength = length(min);
  return (reader, context) => {
    const start = reader.at;
    const math = isMath(reader.peek());
    const found = quantity(reader, context);
    if (found?.kind === 'mixed') return computed(found);
    if (found?.kind === 'percentage') {
      const percent = within(found.value, min, Infinity, math);
      return percent === undefined ? undefined : { percent };
    }
    reader.at = start;
    return ofLength(reader, context);
  };
}

/** A length in pt of which percentages are of the font's size (CSS Text 4 §8). */
export function lengthOfFont(min = -Infinity): Parser<number> {
  const parse = lengthPercentage(min);
  return (reader, context) => {
    const found = parse(reader, context);
    return found === undefined ? undefined : Math.max(min, round(usedLength(found, context.fontSize)));
  };
}
