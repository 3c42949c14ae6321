/**
 * Quantities: a number, a length, a percentage, or what `calc() min() max() clamp()` make of them
 * (CSS Values 4 §10). Lengths come out in pt. A sum with a percentage in it stays a mixture for layout
 * to settle; a `min()` or `max()` of mixtures is pushed outwards until it stands over plain sums, since
 * min(a, b) + c = min(a + c, b + c).
 */
import type { LengthPercentage, PercentageMix } from '../document/style.js';
import type { ComponentValue, ComponentValues } from './component-value.js';
import { ptOfUnit } from './units.js';
import { ValueReader, type Parser, type ValueContext } from './value-reader.js';

/** What a term of a math function is. */
export type Quantity =
  | { readonly kind: 'number' | 'length' | 'percentage'; readonly value: number }
  | { readonly kind: 'mixed'; readonly value: PercentageMix };

const mathFunctions: ReadonlySet<string> = new Set(['calc', 'min', 'max', 'clamp']);

/** Whether a value is a math function: what it gives outside a property's range is brought into it. */
export function isMath(value: ComponentValue | undefined): boolean {
  return value?.type === 'function' && mathFunctions.has(value.name);
}

/** Takes a number, a length (in pt), a percentage or a math function. */
export const quantity: Parser<Quantity> = (reader, context) => {
  const next = reader.peek();
  const result = next === undefined ? undefined : quantityOf(next, context);
  if (result === undefined || !isFiniteQuantity(result)) return undefined;
  reader.at += 1;
  return result;
};

function isFiniteQuantity({ value }: Quantity): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value.extreme
    ? value.extreme.of.every((term) => isFiniteQuantity(quantityFrom(term)))
    : Number.isFinite(value.percent) && Number.isFinite(value.length ?? 0);
}

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
    if (term === undefined || (terms[0] && isNumber(terms[0]) !== isNumber(term))) return undefined;
    terms.push(term);
  } while (reader.operator(','));
  const [first, second, third] = terms;
  if (!reader.done || first === undefined) return undefined;
  switch (name) {
    case 'min':
    case 'max':
      return extreme(name, terms);
    case 'clamp':
      return second && third && terms.length === 3
        ? extreme('max', [first, extreme('min', [second, third])])
        : undefined;
    default:
      return terms.length === 1 ? rounded(first) : undefined;
  }
}

function isNumber({ kind }: Quantity): boolean {
  return kind === 'number';
}

function extreme(
  pick: 'min' | 'max',
  terms: readonly [Quantity, ...Quantity[]] | readonly Quantity[],
): Quantity {
  const [first] = terms;
  const plain = terms.flatMap(({ kind, value }) =>
    kind === first?.kind && typeof value === 'number' ? [value] : [],
  );
  if (first && first.kind !== 'mixed' && plain.length === terms.length)
    return { kind: first.kind, value: Math[pick](...plain) };
  return { kind: 'mixed', value: { percent: 0, extreme: { pick, of: terms.map(computed) } } };
}

/** The computed value of a quantity that is not a plain number. */
export function computed({ kind, value }: Quantity): LengthPercentage {
  return kind === 'percentage' ? { percent: value } : value;
}

function quantityFrom(value: LengthPercentage): Quantity {
  return typeof value === 'number' ? { kind: 'length', value } : { kind: 'mixed', value };
}

/** `<calc-sum>`: products joined by plus and minus. */
function sum(reader: ValueReader, context: ValueContext, whole: boolean): Quantity | undefined {
  let left = product(reader, context);
  while (left !== undefined && !reader.done) {
    const sign = reader.operator('+') ? 1 : reader.operator('-') ? -1 : 0;
    if (sign === 0) break;
    const right = product(reader, context);
    if (right === undefined || isNumber(right) !== isNumber(left)) return undefined;
    left = add(left, times(right, sign));
  }
  return whole && !reader.done ? undefined : left;
}

function add(a: Quantity, b: Quantity): Quantity {
  if (a.kind === b.kind && a.kind !== 'mixed' && b.kind !== 'mixed')
    return { kind: a.kind, value: a.value + b.value };
  return { kind: 'mixed', value: addMixes(mixOf(computed(a)), mixOf(computed(b))) };
}

function mixOf(value: LengthPercentage): PercentageMix {
  return typeof value === 'number' ? { percent: 0, length: value } : value;
}

function addMixes(a: PercentageMix, b: PercentageMix): PercentageMix {
  const [outer, inner] = a.extreme ? [a.extreme, b] : [b.extreme, a];
  if (outer === undefined)
    return { percent: a.percent + b.percent, length: (a.length ?? 0) + (b.length ?? 0) };
  const of = outer.of.map((term) => addMixes(mixOf(term), inner));
  return { percent: 0, extreme: { pick: outer.pick, of } };
}

/** `<calc-product>`: one side of a product and every divisor is a number. */
function product(reader: ValueReader, context: ValueContext): Quantity | undefined {
  const first = reader.take();
  let left = first && quantityOf(first, context);
  while (left !== undefined && !reader.done) {
    const multiplied = reader.operator('*');
    if (!multiplied && !reader.operator('/')) break;
    const next = reader.take();
    const right = next && quantityOf(next, context);
    if (right?.kind === 'number') left = times(left, multiplied ? right.value : 1 / right.value);
    else if (right && multiplied && left.kind === 'number') left = times(right, left.value);
    else return undefined;
  }
  return left;
}

function times(quantity: Quantity, factor: number): Quantity {
  return quantity.kind === 'mixed'
    ? { kind: 'mixed', value: timesMix(quantity.value, factor) }
    : { kind: quantity.kind, value: quantity.value * factor };
}

/** A negative factor turns the least into the greatest. */
function timesMix({ percent, length, extreme: found }: PercentageMix, factor: number): PercentageMix {
  if (found === undefined)
    return { percent: percent * factor, ...(length === undefined ? {} : { length: length * factor }) };
  const pick = factor < 0 ? (found.pick === 'min' ? 'max' : 'min') : found.pick;
  const of = found.of.map((term) => (typeof term === 'number' ? term * factor : timesMix(term, factor)));
  return { percent: 0, extreme: { pick, of } };
}

function rounded(quantity: Quantity): Quantity {
  return quantity.kind === 'mixed'
    ? { kind: 'mixed', value: roundedMix(quantity.value) }
    : { kind: quantity.kind, value: round(quantity.value) };
}

/** A mixture without a length is a plain percentage; one without percentage keeps its shape. */
function roundedMix({ percent, length, extreme: found }: PercentageMix): PercentageMix {
  if (found) {
    const of = found.of.map((term) => (typeof term === 'number' ? round(term) : roundedMix(term)));
    return { percent: 0, extreme: { pick: found.pick, of } };
  }
  return length ? { percent: round(percent), length: round(length) } : { percent: round(percent) };
}

/** Computed lengths are whole millionths of a point, so that 1in and 25.4mm are the same value. */
export function round(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
