/** What may be wrong in what a source says of a publication. `path` leads through keys and items to the place. */
import type { YamlPath } from '../../document/checked-yaml.js';

export type WrongFact =
  /** A value of another kind. */
  | { readonly type: 'value'; readonly path: YamlPath; readonly expected: string }
  /** A key that means nothing in its mapping. */
  | { readonly type: 'key'; readonly path: YamlPath; readonly near: string | undefined }
  /** A number whose check digit would have to be `digit`. */
  | {
      readonly type: 'digit';
      readonly path: YamlPath;
      readonly number: 'ISBN' | 'ISSN';
      readonly digit: string;
    }
  /** A key that says nothing without another. */
  | { readonly type: 'needs'; readonly path: YamlPath; readonly needs: string };

/** A value that was read, and what is wrong in it. */
export interface Reading<T> {
  readonly value: T | undefined;
  readonly wrong: readonly WrongFact[];
}

/** A value without faults. */
export function right<T>(value: T): Reading<T> {
  return { value, wrong: [] };
}

/** A value of another kind than is expected. */
export function wrongValue(path: YamlPath, expected: string): Reading<never> {
  return { value: undefined, wrong: [{ type: 'value', path, expected }] };
}
