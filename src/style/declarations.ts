/**
 * Declarations: one `name: value` of a sheet or a `style` attribute becomes longhand declarations,
 * checked against the table while line and column are known. A value with `var()` can only be
 * checked when it is computed: it is kept whole, with the shorthand it was written for.
 */
import type { Span } from '../diagnostic.js';
import { cssText, hasVar, type ComponentValue, type ComponentValues } from './component-value.js';
import { initialContext, isLonghand, readLonghand, type LonghandName } from './properties.js';
import { pageDescriptors, type PageDescriptorName } from './page-descriptors.js';
import { aliases, accepts, shorthand } from './shorthands.js';

export type CssWideKeyword = 'inherit' | 'initial' | 'unset' | 'revert';

/** One declaration of one longhand, custom property or page descriptor. */
export interface Declaration {
  readonly name: string;
  readonly values: ComponentValues;
  readonly important: boolean;
  /** The values hold `var()`. */
  readonly pending: boolean;
  /** The CSS-wide keyword that they are. */
  readonly wide?: CssWideKeyword;
  /** The computed value, when it is the same wherever the declaration applies. */
  readonly constant?: unknown;
  /** The shorthand that the values are written for, when they are pending. */
  readonly shorthand?: string;
  readonly span?: Span;
}

/** A declaration as it was written. */
export interface WrittenDeclaration {
  readonly name: string;
  readonly values: ComponentValues;
  readonly important: boolean;
  readonly span?: Span;
}

/** The longhands that a declaration sets, and what of it is not supported (as CSS text). */
export interface ReadDeclaration {
  readonly declarations: readonly Declaration[];
  readonly unsupported?: string;
}

const wide: Readonly<Record<string, CssWideKeyword>> = {
  inherit: 'inherit',
  initial: 'initial',
  unset: 'unset',
  revert: 'revert',
  // Without cascade layers of the author's own, going back a layer is going back an origin.
  'revert-layer': 'revert',
};

/** The CSS-wide keyword that a value is. */
export function cssWideKeyword(values: ComponentValues): CssWideKeyword | undefined {
  const [only] = values;
  if (values.length !== 1 || only?.type !== 'ident') return undefined;
  const name = only.name.toLowerCase();
  return Object.hasOwn(wide, name) ? wide[name] : undefined;
}

/** Reads one declaration; `inPage` allows the descriptors of `@page` too. */
export function readDeclaration(written: WrittenDeclaration, inPage = false): ReadDeclaration {
  if (written.name.startsWith('--')) return { declarations: [longhandOf(written, written.name)] };
  const lower = written.name.toLowerCase();
  const name = aliases.get(lower) ?? lower;
  const known = shorthand(name);
  if (inPage && isDescriptor(name)) return readDescriptor(written, name);
  if (known === undefined && !isLonghand(name)) return unsupported(written);
  const targets = known?.longhands ?? [name as LonghandName];
  if (hasVar(written.values)) {
    return {
      declarations: targets.map((target) => ({
        ...longhandOf(written, target),
        pending: true,
        ...(known ? { shorthand: name } : {}),
      })),
    };
  }
  const expanded = expand(name, written.values);
  if (expanded !== undefined) return { declarations: declarationsOf(written, expanded) };
  // Of a background with pictures that we cannot paint (gradients), the colour still counts.
  const color = name === 'background' ? colorOfBackground(written.values) : undefined;
  const colored = color && expand(name, color);
  if (colored === undefined) return unsupported(written);
  return { declarations: declarationsOf(written, colored), unsupported: declarationText(written) };
}

function declarationsOf(written: WrittenDeclaration, expanded: Expanded): readonly Declaration[] {
  return Array.from(expanded, ([target, part]) => ({ ...longhandOf(written, target), ...part }));
}

/** One longhand's part of a value. */
export type Part = Pick<Declaration, 'values' | 'wide' | 'constant'>;
export type Expanded = ReadonlyMap<LonghandName, Part>;

const initialPart: Part = { values: [{ type: 'ident', name: 'initial' }], wide: 'initial' };

/** Shares a var-free value out to longhands; undefined when it is not of the property's syntax. */
export function expand(name: string, values: ComponentValues): Expanded | undefined {
  const known = shorthand(name);
  const keyword = cssWideKeyword(values);
  if (known === undefined) {
    if (!isLonghand(name)) return undefined;
    const part = keyword ? { values, wide: keyword } : partOf(name, values);
    return part && new Map([[name, part]]);
  }
  if (keyword) return new Map(known.longhands.map((target) => [target, { values, wide: keyword }]));
  const shared = known.expand(values);
  if (shared === undefined) return undefined;
  const result = new Map<LonghandName, Part>();
  for (const target of known.longhands) {
    const value = shared.get(target);
    const part = value ? partOf(target, value) : initialPart;
    if (part === undefined) return undefined;
    result.set(target, part);
  }
  return result;
}

function partOf(name: LonghandName, values: ComponentValues): Part | undefined {
  const read = readLonghand(name, values);
  return read && { values, ...read };
}

/** Of a background with pictures and places, the colour. */
function colorOfBackground(values: ComponentValues): ComponentValues | undefined {
  const colors = values.filter((value: ComponentValue) => accepts('background-color', value));
  return colors.length === 1 ? colors : undefined;
}

function isDescriptor(name: string): name is PageDescriptorName {
  return Object.hasOwn(pageDescriptors, name);
}

function readDescriptor(written: WrittenDeclaration, name: PageDescriptorName): ReadDeclaration {
  if (hasVar(written.values)) return { declarations: [{ ...longhandOf(written, name), pending: true }] };
  return pageDescriptors[name](written.values, initialContext) === undefined
    ? unsupported(written)
    : { declarations: [longhandOf(written, name)] };
}

function longhandOf(written: WrittenDeclaration, name: string): Declaration {
  const { values, important, span } = written;
  return { name, values, important, pending: false, ...(span ? { span } : {}) };
}

function unsupported(written: WrittenDeclaration): ReadDeclaration {
  return { declarations: [], unsupported: declarationText(written) };
}

/** The declaration as text, for a message. */
export function declarationText(written: Pick<WrittenDeclaration, 'name' | 'values'>): string {
  return `${written.name}: ${cssText(written.values)}`;
}
