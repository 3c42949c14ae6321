/**
 * A YAML file whose values are checked: YAML gives the places, zod the rules; this file joins the two. Every
 * problem is told, not the first one only, and what a problem is called is for the stage that asked.
 */
import { isMap, isScalar, LineCounter, type Document, type Node } from 'yaml';
import * as z from 'zod/mini';
import type { Span } from '../diagnostic.js';
import { parseYaml } from './parse-yaml.js';
import { thrownCode } from './yaml-words.js';

// A file is checked once: code compiled for it would never pay. For the same reason zod's small form: its
// schemas, made at each start, carry no methods.
z.config({ jitless: true });

export type YamlPath = readonly (string | number)[];

/** A path as a person reads it: items are counted from 1. */
export function shownPath(path: YamlPath): string {
  return path.map((key) => (typeof key === 'number' ? key + 1 : key)).join('.');
}

/** What is wrong, and where. */
export type YamlProblem =
  /** `fault` is a code of `yaml-words.ts`. */
  | { readonly type: 'syntax'; readonly fault: string; readonly span: Span }
  /** A key that is not known; `near` is the one of those known that is spelled nearly so. */
  | { readonly type: 'key'; readonly key: string; readonly near: string | undefined; readonly span: Span }
  /** A key that has to be there and is not. */
  | { readonly type: 'missing'; readonly key: string; readonly span: Span }
  /** Nothing in the file. */
  | { readonly type: 'empty'; readonly span: Span }
  /** A value of another kind. */
  | { readonly type: 'value'; readonly key: string; readonly expected: string; readonly span: Span };

/** Aliases that a file may resolve to: more is an attack, not a publication. */
const mostAliases = 100;

export class CheckedYaml {
  readonly problems: YamlProblem[] = [];
  /** The plain value; undefined for a file that is empty or no YAML. */
  readonly value: unknown;
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(
    readonly path: string,
    yaml: string,
  ) {
    this.#document = parseYaml(yaml, this.#lines);
    for (const { code, pos } of this.#document.errors)
      this.problems.push({ type: 'syntax', fault: code, span: this.#span(pos) });
    this.value = this.problems.length > 0 ? undefined : this.#plain();
  }

  /** The part of the value at a path, if it is as the schema has it; otherwise problems are noted. */
  check<Schema extends z.core.$ZodType>(
    schema: Schema,
    path: YamlPath = [],
  ): z.core.output<Schema> | undefined {
    const parsed = z.safeParse(schema, this.#part(path));
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) this.#note(issue, path, schema);
    this.#forgetMisspelled();
    return undefined;
  }

  /**
   * The part of the value at a path without its members that are wrong, so that what is right can be looked at
   * too; undefined where without them it is nothing. Problems are noted as by `check`.
   */
  checkParts<Schema extends z.core.$ZodType>(
    schema: Schema,
    path: YamlPath = [],
  ): z.core.output<Schema> | undefined {
    const parsed = z.safeParse(schema, this.#part(path));
    if (parsed.success) return parsed.data;
    const mended = structuredClone(this.#part(path));
    for (const issue of parsed.error.issues) {
      this.#note(issue, path, schema);
      const wrong = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
      for (const key of wrong) removeAt(mended, key === undefined ? issue.path : [...issue.path, key]);
    }
    this.#forgetMisspelled();
    const again = z.safeParse(schema, mended);
    return again.success ? again.data : undefined;
  }

  /** Where the key or the item at a path stands; the nearest above it that is there. */
  at(path: YamlPath): Span {
    return this.#span(this.#range(path));
  }

  #part(path: YamlPath): unknown {
    return path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), this.value);
  }

  #plain(): unknown {
    try {
      return this.#document.toJS({ maxAliasCount: mostAliases });
    } catch (error) {
      this.problems.push({ type: 'syntax', fault: thrownCode(error), span: this.#span(undefined) });
      return undefined;
    }
  }

  /** One problem, or of unknown keys one each. */
  #note(issue: z.core.$ZodIssue, above: YamlPath, schema: z.core.$ZodType): void {
    const inside = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    const path = [...above, ...inside];
    if (issue.code !== 'unrecognized_keys') {
      const key = shownPath(path);
      const given = this.#part(path);
      if (path.length === 0 && (given === null || given === undefined))
        this.problems.push({ type: 'empty', span: this.at(path) });
      else if (given === undefined) this.problems.push({ type: 'missing', key, span: this.at(path) });
      else this.problems.push({ type: 'value', key, expected: expectedBy(issue), span: this.at(path) });
      return;
    }
    const known = keysAt(schema, inside);
    for (const key of issue.keys) {
      const span = this.at([...path, key]);
      this.problems.push({ type: 'key', key: shownPath([...path, key]), near: nearest(key, known), span });
    }
  }

  /** A key that is there under a name that is nearly its own is not told of twice. */
  #forgetMisspelled(): void {
    const meant = new Set(
      this.problems.map((one) =>
        one.type === 'key' && one.near !== undefined
          ? [...one.key.split('.').slice(0, -1), one.near].join('.')
          : undefined,
      ),
    );
    const kept = this.problems.filter((one) => one.type !== 'missing' || !meant.has(one.key));
    this.problems.splice(0, this.problems.length, ...kept);
  }

  /** Character range of a key (where there is one: that is what a person looks for) or of an item. */
  #range(path: YamlPath): readonly [number, number] | undefined {
    for (let length = path.length; length > 0; length--) {
      const above = path.slice(0, length);
      const found = keyRange(this.#document, above) ?? itemRange(this.#document, above);
      if (found) return found;
    }
    return undefined;
  }

  #span(range: readonly [number, number, ...unknown[]] | undefined): Span {
    if (!range) return { file: this.path, line: 1, column: 1 };
    const { line, col } = this.#lines.linePos(range[0]);
    return { file: this.path, line, column: col, length: Math.max(1, range[1] - range[0]) };
  }
}

function keyRange(document: Document, path: YamlPath): readonly [number, number] | undefined {
  const parent = document.getIn(path.slice(0, -1), true) as Node | undefined;
  const above = path.length === 1 ? document.contents : parent;
  if (!isMap(above)) return undefined;
  const pair = above.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  const key = pair?.key;
  return isScalar(key) && key.range ? [key.range[0], key.range[1]] : undefined;
}

function itemRange(document: Document, path: YamlPath): readonly [number, number] | undefined {
  const item = document.getIn(path, true) as Node | undefined;
  return item?.range ? [item.range[0], item.range[1]] : undefined;
}

/** Where the value or the key at a path begins, or what is nearest above it. */
export function offsetAt(document: Document, path: YamlPath, what: 'value' | 'key'): number | undefined {
  const own = what === 'key' ? keyRange(document, path) : undefined;
  const found = own ?? itemRange(document, path) ?? keyRange(document, path);
  if (found || path.length === 0) return found?.[0];
  return offsetAt(document, path.slice(0, -1), what);
}

/** Takes a member out of a value. */
function removeAt(value: unknown, path: readonly PropertyKey[]): void {
  const last = path.at(-1);
  const parent = path.slice(0, -1).reduce<unknown>((of, key) => (isRecord(of) ? of[key] : undefined), value);
  if (last !== undefined && isRecord(parent)) Reflect.deleteProperty(parent, last);
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What would have been right, in the words of YAML. */
function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'invalid_union':
      // The schema's own words, if it has any; otherwise what its forms expect.
      return issue.message !== 'Invalid input'
        ? issue.message
        : [...new Set(issue.errors.flatMap((one) => one.slice(0, 1).map(expectedBy)))].join(' | ');
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    case 'invalid_key':
      return 'a name of letters and digits';
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  record: 'mapping',
  object: 'mapping',
  array: 'list',
  boolean: 'true | false',
};

/** The keys that the object at a path of a schema may have. */
function keysAt(schema: z.core.$ZodType, path: YamlPath): readonly string[] {
  const forms = path.reduce<readonly z.core.$ZodType[]>(
    (above, key) => above.flatMap((form) => formsOf(partOf(form, key))),
    formsOf(schema),
  );
  return forms.flatMap((form) => (isObject(form) ? Object.keys(form._zod.def.shape) : []));
}

/** A schema without what makes it optional; the forms of a union each. */
function formsOf(schema: z.core.$ZodType | undefined): readonly z.core.$ZodType[] {
  if (schema === undefined) return [];
  const { def } = schema._zod;
  if ('innerType' in def) return formsOf(def.innerType as z.core.$ZodType);
  return 'options' in def ? (def.options as readonly z.core.$ZodType[]).flatMap(formsOf) : [schema];
}

/** The schema of a member. */
function partOf(schema: z.core.$ZodType, key: string | number): z.core.$ZodType | undefined {
  if (isObject(schema)) return schema._zod.def.shape[key];
  const { def } = schema._zod;
  const member = 'element' in def ? def.element : 'valueType' in def ? def.valueType : undefined;
  return member as z.core.$ZodType | undefined;
}

function isObject(schema: z.core.$ZodType): schema is z.core.$ZodObject {
  return schema._zod.def.type === 'object';
}

/** The known word that a misspelled one is nearest to; undefined when none is near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(typed.length / 2.5));
  const ranked = known
    .map((word) => ({ word, steps: editDistance(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ steps }) => steps <= most)
    .sort((a, b) => a.steps - b.steps);
  return ranked[0]?.word;
}

/** Letters to add, take away, change or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Infinity;
      row.push(Math.min(change, swap, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
