/**
 * Custom properties (CSS Variables 1): an element's own ones over the inherited ones, `var()`
 * replaced, cycles found. Values are kept without `var()`, so that children take them over as they
 * are.
 */
import type { ComponentValue, ComponentValues } from './component-value.js';
import { hasVar } from './component-value.js';

/** Values by name (with its two hyphens), free of `var()`. */
export type CustomProperties = ReadonlyMap<string, ComponentValues>;

export const noCustomProperties: CustomProperties = new Map();

/** A bound on what references may grow to (the "billion laughs" of CSS Variables 1 §3.3). */
const longestValue = 4096;

/** Finds the value that a name stands for; undefined is the guaranteed-invalid value. */
type LookUp = (name: string) => ComponentValues | undefined;

const sizes = new WeakMap<ComponentValues, number>();

/** How many values there are, inner ones included; remembered, because values share their parts. */
function sizeOf(values: ComponentValues): number {
  const known = sizes.get(values);
  if (known !== undefined) return known;
  let size = values.length;
  for (const value of values) {
    if (value.type === 'function') size += sizeOf(value.args);
    else if (value.type === 'parens') size += sizeOf(value.values);
  }
  sizes.set(values, size);
  return size;
}

/** Replaces every `var()`; undefined when one has neither value nor fallback, or the result is too long. */
export function substitute(values: ComponentValues, lookUp: LookUp): ComponentValues | undefined {
  if (!hasVar(values)) return values;
  const result: ComponentValue[] = [];
  for (const value of values) {
    const replaced = substituteOne(value, lookUp);
    if (replaced === undefined || result.length + replaced.length > longestValue) return undefined;
    result.push(...replaced);
  }
  return sizeOf(result) > longestValue ? undefined : result;
}

function substituteOne(value: ComponentValue, lookUp: LookUp): ComponentValues | undefined {
  if (value.type === 'parens') {
    const inner = substitute(value.values, lookUp);
    return inner && [{ type: 'parens', values: inner }];
  }
  if (value.type !== 'function') return [value];
  if (value.name !== 'var') {
    const args = substitute(value.args, lookUp);
    return args && [{ type: 'function', name: value.name, args }];
  }
  const [name, comma] = value.args;
  if (name?.type !== 'ident' || !name.name.startsWith('--')) return undefined;
  const found = lookUp(name.name);
  if (found !== undefined) return found;
  return comma === undefined ? undefined : substitute(value.args.slice(2), lookUp);
}

/**
 * The custom properties of an element from the declared ones (undefined: set back to nothing) and
 * the parent's. Every property of a cycle is invalid (§3.2).
 */
export function customProperties(
  declared: ReadonlyMap<string, ComponentValues | undefined>,
  parent: CustomProperties,
): CustomProperties {
  if (declared.size === 0) return parent;
  const cyclic = namesInCycles(declared);
  const done = new Map<string, ComponentValues | undefined>();
  const resolve: LookUp = (name) => {
    if (!declared.has(name)) return parent.get(name);
    if (cyclic.has(name)) return undefined;
    if (!done.has(name)) {
      const values = declared.get(name);
      done.set(name, values && substitute(values, resolve));
    }
    return done.get(name);
  };
  const result = new Map(parent);
  for (const name of declared.keys()) {
    const value = resolve(name);
    if (value === undefined) result.delete(name);
    else result.set(name, value);
  }
  return result;
}

/** Names whose values lead back to themselves: the strongly connected components (Tarjan 1972). */
function namesInCycles(declared: ReadonlyMap<string, ComponentValues | undefined>): ReadonlySet<string> {
  const cyclic = new Set<string>();
  const order = new Map<string, number>();
  const stack: string[] = [];
  const visit = (name: string): number => {
    let low = order.size;
    const place = low;
    order.set(name, place);
    stack.push(name);
    const references = referencesOf(declared.get(name) ?? []).filter((other) => declared.has(other));
    for (const other of references) {
      if (!order.has(other)) low = Math.min(low, visit(other));
      else if (stack.includes(other)) low = Math.min(low, order.get(other) ?? low);
    }
    if (low === place) {
      const component = stack.splice(stack.indexOf(name));
      if (component.length > 1 || references.includes(name))
        for (const member of component) cyclic.add(member);
    }
    return low;
  };
  for (const name of declared.keys()) if (!order.has(name)) visit(name);
  return cyclic;
}

/** Every name that `var()` speaks of in the values, fallbacks included. */
export function referencesOf(values: ComponentValues): readonly string[] {
  return values.flatMap((value): readonly string[] => {
    if (value.type === 'parens') return referencesOf(value.values);
    if (value.type !== 'function') return [];
    const [name] = value.args;
    const inner = referencesOf(value.args);
    return value.name === 'var' && name?.type === 'ident' ? [name.name, ...inner] : inner;
  });
}
