/**
 * Numbers and lengths: units to pt, percentages, and the math functions `calc() min() max() clamp()`
 * (CSS Values 4 §10). A sum of a length and a percentage has no place in the computed style yet and
 * is not understood, so that it is reported and not silently wrong.
 */
import type { LengthPercentage } from '../document/style.js';
import type { ComponentValue, ComponentValues } from './component-value.js';
import { ValueReader, type Parser, type ValueContext } from './value-reader.js';

/** pt of one absolute unit. */
const absoluteUnits: Readonly<Record<string, number>> = {
  pt: 1,
  mm: 72 / 25.4,
  cm: 72 / 2.54,
  in: 72,
  px: 0.75,
  pc: 12,
  q: 18 / 25.4,
};

/** pt of one `unit`, undefined for a unit that is no length. */
function ptOfUnit(unit: string, context: ValueContext): number | undefined {
  switch (unit) {
    case 'em':
      return context.fontSize;
    case 'rem':
      return context.rootFontSize;
    // The cascade has no font: half an em is what CSS Values 4 §6.1.1 gives for that case.
    case 'ex':
    case 'ch':
      return context.fontSize / 2;
    case 'lh':
      return context.lineHeight;
    case 'rlh':
      return context.rootLineHeight;
    case 'vw':
      return context.viewport.width / 100;
    case 'vh':
      return context.viewport.height / 100;
    default:
      return absoluteUnits[unit];
  }
}

/** What a term of a math function is. */
interface Quantity {
  readonly kind: 'number' | 'length' | 'percentage';
  readonly value: number;
}

const mathFunctions: ReadonlySet<string> = new Set(['calc', 'min', 'max', 'clamp']);

/** Takes a number, a length (in pt), a percentage or a math function. */
export const quantity: Parser<Quantity> = (reader, context) => {
  const next = reader.peek();
  const result = next === undefined ? undefined : quantityOf(next, context);
  if (result === undefined || !Number.isFinite(result.value)) return undefined;
  reader.at += 1;
  return result;
};

function quantityOf(value: ComponentValue, context: ValueContext): Quantity | undefined {
  switch (value.type) {
    case 'number':
      return { kind: 'number', value: value.value };
    case 'percentage':
      return { kind: 'percentage', value: value.value };
    case 'dimension': {
      const unit = ptOfUnit(value.unit, context);
      return unit === undefined ? undefined : { kind: 'length', value: round(value.value * unit) };
    }
    case 'function':
      return mathFunctions.has(value.name) ? mathFunction(value.name, value.args, context) : undefined;
    case 'parens':
      return sum(new ValueReader(value.values), context, true);
    default:
      return undefined;
  }
}

function mathFunction(name: string, args: ComponentValues, context: ValueContext): Quantity | undefined {
  const reader = new ValueReader(args);
  const terms: Quantity[] = [];
  do {
    const term = sum(reader, context, false);
    if (term === undefined || (terms[0] && terms[0].kind !== term.kind)) return undefined;
    terms.push(term);
  } while (reader.operator(','));
  const [first, second, third] = terms;
  if (!reader.done || first === undefined) return undefined;
  const values = terms.map((term) => term.value);
  switch (name) {
    case 'min':
      return { kind: first.kind, value: Math.min(...values) };
    case 'max':
      return { kind: first.kind, value: Math.max(...values) };
    case 'clamp':
      return second && third && terms.length === 3
        ? { kind: first.kind, value: Math.max(first.value, Math.min(second.value, third.value)) }
        : undefined;
    default:
      return terms.length === 1 ? { kind: first.kind, value: round(first.value) } : undefined;
  }
}

/** `<calc-sum>`: products joined by plus and minus. */
function sum(reader: ValueReader, context: ValueContext, whole: boolean): Quantity | undefined {
  let left = product(reader, context);
  while (left !== undefined && !reader.done) {
    const sign = reader.operator('+') ? 1 : reader.operator('-') ? -1 : 0;
    if (sign === 0) break;
    const right = product(reader, context);
    if (right?.kind !== left.kind) return undefined;
    left = { kind: left.kind, value: left.value + sign * right.value };
  }
  return whole && !reader.done ? undefined : left;
}

/** `<calc-product>`: one side of a product and every divisor is a number. */
function product(reader: ValueReader, context: ValueContext): Quantity | undefined {
  const first = reader.take();
  let left = first && quantityOf(first, context);
  while (left !== undefined && !reader.done) {
    const times = reader.operator('*');
    if (!times && !reader.operator('/')) break;
    const next = reader.take();
    const right = next && quantityOf(next, context);
    if (right === undefined) return undefined;
    if (right.kind === 'number')
      left = { kind: left.kind, value: times ? left.value * right.value : left.value / right.value };
    else if (times && left.kind === 'number') left = { kind: right.kind, value: left.value * right.value };
    else return undefined;
  }
  return left;
}

/** Computed lengths are whole millionths of a point, so that 1in and 25.4mm are the same value. */
export function round(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}

/** A plain number within bounds. */
export function number(min = -Infinity, max = Infinity): Parser<number> {
  return (reader, context) => {
    const found = quantity(reader, context);
    return found?.kind === 'number' && found.value >= min && found.value <= max ? found.value : undefined;
  };
}

/** A whole number within bounds; a fraction that `calc()` gives is rounded. */
export function integer(min = -Infinity): Parser<number> {
  return (reader, context) => {
    const written = reader.peek();
    const found = quantity(reader, context);
    if (found?.kind !== 'number') return undefined;
    if (written?.type === 'number' && !Number.isInteger(found.value)) return undefined;
    const value = Math.round(found.value);
    return value >= min ? value : undefined;
  };
}

/** A length in pt; zero may stand without a unit. */
export function length(min = -Infinity): Parser<number> {
  return (reader, context) => {
    const found = quantity(reader, context);
    if (found === undefined || found.kind === 'percentage') return undefined;
    if (found.kind === 'number' && found.value !== 0) return undefined;
    return found.value >= min ? found.value : undefined;
  };
}

/** A length in pt or a percentage. */
export function lengthPercentage(min = -Infinity): Parser<LengthPercentage> {
  const ofLength = length(min);
  return (reader, context) => {
    const start = reader.at;
    const found = quantity(reader, context);
    if (found?.kind === 'percentage') return found.value >= min ? { percent: found.value } : undefined;
    reader.at = start;
    return ofLength(reader, context);
  };
}
