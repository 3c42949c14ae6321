/**
 * Reading component values: a cursor and the small parsers that the property tables are put together
 * from. A parser takes the reader and the context that relative units refer to, and gives the
 * computed value, or undefined when the text is not of its syntax (the reader may then stand
 * anywhere; `oneOf` sets it back).
 */
import type { Color } from '../document/style.js';
import type { ComponentValue, ComponentValues } from './component-value.js';

/** What relative lengths and `currentcolor` refer to; lengths in pt. */
export interface ValueContext {
  readonly fontSize: number;
  /** `ex` and `ch` of the font. */
  readonly ex: number;
  readonly ch: number;
  readonly lineHeight: number;
  readonly rootFontSize: number;
  readonly rootLineHeight: number;
  /** The area that `vw` and `vh` refer to: the page area of the first page. */
  readonly viewport: { readonly width: number; readonly height: number };
  /** The inherited weight, for `bolder` and `lighter`. */
  readonly fontWeight: number;
  readonly color: Color;
}

export type Parser<T> = (reader: ValueReader, context: ValueContext) => T | undefined;

export class ValueReader {
  at = 0;

  constructor(readonly values: ComponentValues) {}

  get done(): boolean {
    return this.at >= this.values.length;
  }

  peek(): ComponentValue | undefined {
    return this.values[this.at];
  }

  take(): ComponentValue | undefined {
    return this.values[this.at++];
  }

  /** Takes the next value if it is this operator. */
  operator(value: string): boolean {
    const next = this.peek();
    if (next?.type !== 'operator' || next.value !== value) return false;
    this.at += 1;
    return true;
  }

  /** Takes the next value if it is one of these keywords (in any case). */
  keyword<K extends string>(names: readonly K[]): K | undefined {
    const next = this.peek();
    if (next?.type !== 'ident') return undefined;
    const lower = next.name.toLowerCase();
    const found = names.find((name) => name === lower);
    if (found !== undefined) this.at += 1;
    return found;
  }

  /** Takes the next value if it is an identifier. */
  ident(): string | undefined {
    const next = this.peek();
    if (next?.type !== 'ident') return undefined;
    this.at += 1;
    return next.name;
  }

  /** Takes the next value if it is a string. */
  string(): string | undefined {
    const next = this.peek();
    if (next?.type !== 'string') return undefined;
    this.at += 1;
    return next.value;
  }

  /** Takes the next value if it is this function; a reader of its arguments. */
  function(name: string): ValueReader | undefined {
    const next = this.peek();
    if (next?.type !== 'function' || next.name !== name) return undefined;
    this.at += 1;
    return new ValueReader(next.args);
  }
}

/** Runs a parser over a whole value: undefined unless it takes all of it. */
export function parseWhole<T>(
  parser: Parser<T>,
  values: ComponentValues,
  context: ValueContext,
): T | undefined {
  const reader = new ValueReader(values);
  const result = parser(reader, context);
  return reader.done ? result : undefined;
}

/** One of these keywords. */
export function keywords<K extends string>(...names: readonly K[]): Parser<K> {
  return (reader) => reader.keyword(names);
}

/** A keyword that stands for another value: aliases of older drafts. */
export function mapped<T>(table: Readonly<Record<string, T>>): Parser<T> {
  const names = Object.keys(table);
  return (reader) => {
    const name = reader.keyword(names);
    return name === undefined ? undefined : table[name];
  };
}

/** The first parser that understands. */
export function oneOf<A>(a: Parser<A>): Parser<A>;
export function oneOf<A, B>(a: Parser<A>, b: Parser<B>): Parser<A | B>;
export function oneOf<A, B, C>(a: Parser<A>, b: Parser<B>, c: Parser<C>): Parser<A | B | C>;
export function oneOf<T>(...parsers: readonly Parser<T>[]): Parser<T> {
  return (reader, context) => {
    const start = reader.at;
    for (const parser of parsers) {
      reader.at = start;
      const result = parser(reader, context);
      if (result !== undefined) return result;
    }
    reader.at = start;
    return undefined;
  };
}

/** One or more of the same, until the value ends. */
export function many<T>(parser: Parser<T>): Parser<readonly T[]> {
  return (reader, context) => {
    const result: T[] = [];
    while (!reader.done) {
      const item = parser(reader, context);
      if (item === undefined) return undefined;
      result.push(item);
    }
    return result.length > 0 ? result : undefined;
  };
}

/** One or more of the same between commas, until the value ends. */
export function commaList<T>(parser: Parser<T>): Parser<readonly T[]> {
  return (reader, context) => {
    const result: T[] = [];
    do {
      const item = parser(reader, context);
      if (item === undefined) return undefined;
      result.push(item);
    } while (reader.operator(','));
    return result;
  };
}
