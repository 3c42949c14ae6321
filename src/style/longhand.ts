/**
 * One longhand property: what the tables in `properties-*.ts` are made of. The initial value is CSS
 * text read by the same parser, so that it is said once, for the cascade and for the documentation.
 */
import type { Parser } from './value-reader.js';

export interface Longhand<T> {
  /** The syntax of its values, as a reader of the documentation sees it. */
  readonly values: string;
  readonly initial: string;
  readonly inherited: boolean;
  readonly parse: Parser<T>;
}

/** A property whose value children take over. */
export function inherited<T>(initial: string, values: string, parse: Parser<T>): Longhand<T> {
  return { values, initial, inherited: true, parse };
}

/** A property that starts again on every element. */
export function reset<T>(initial: string, values: string, parse: Parser<T>): Longhand<T> {
  return { values, initial, inherited: false, parse };
}

/** A property whose values are keywords: their list is its documentation. */
export function keywordLonghand<K extends string>(
  make: (initial: string, values: string, parse: Parser<K>) => Longhand<K>,
  ...names: readonly [K, ...K[]]
): Longhand<K> {
  return make(names[0], names.join(' | '), (reader) => reader.keyword(names));
}

/** The type of the computed value of a longhand. */
export type LonghandValue<L> = L extends Longhand<infer T> ? T : never;

/** Computed values of a table of longhands, by property name. */
export type TableValues<Table> = { readonly [Name in keyof Table]: LonghandValue<Table[Name]> };
