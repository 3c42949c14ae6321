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

/** Keys that others need, as they are called in Vietnamese. */
const vietnameseKeys = {
  name: 'tên',
  series: 'bộ sách',
  conformsTo: 'đạt chuẩn',
  certifiedBy: 'đơn vị đánh giá',
} as const;

/** The key at `path` says nothing without another, which is named in the language that keys are written in there. */
export function needsKey(path: YamlPath, key: keyof typeof vietnameseKeys): WrongFact {
  const inVietnamese = path.some((one) => typeof one === 'string' && /\P{ASCII}/u.test(one));
  return { type: 'needs', path, needs: inVietnamese ? vietnameseKeys[key] : key };
}
