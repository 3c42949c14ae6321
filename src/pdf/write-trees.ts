/**
 * Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7): sorted, balanced, with limits, so that a
 * viewer finds a key by bisection. In: entries; out: the object number of the root.
 */
import type { PdfFile } from './pdf-file.js';
import { reference, textString } from './syntax.js';

/** A key with its value in PDF syntax. */
export interface TreeEntry<K> {
  readonly key: K;
  readonly value: string;
}

/** Entries in a leaf and kids in a node. */
const fanOut = 64;

export function writeNumberTree(file: PdfFile, entries: readonly TreeEntry<number>[]): number {
  const sorted = [...entries].sort((a, b) => a.key - b.key);
  return writeTree(file, sorted, { kind: 'Nums', syntax: String });
}

/** Keys are ASCII, compared byte by byte as viewers do (no locale). */
export function writeNameTree(file: PdfFile, entries: readonly TreeEntry<string>[]): number {
  const sorted = [...entries].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return writeTree(file, sorted, { kind: 'Names', syntax: textString });
}

interface TreeForm<K> {
  readonly kind: 'Nums' | 'Names';
  readonly syntax: (key: K) => string;
}

interface Branch {
  readonly id: number;
  readonly first: string;
  readonly last: string;
}

function writeTree<K>(file: PdfFile, sorted: readonly TreeEntry<K>[], form: TreeForm<K>): number {
  const pairs = (entries: readonly TreeEntry<K>[]): string =>
    `/${form.kind} [${entries.map(({ key, value }) => `${form.syntax(key)} ${value}`).join(' ')}]`;
  const write = (body: string): number => {
    const id = file.reserve();
    file.put(id, `<<${body}>>`);
    return id;
  };
  if (sorted.length <= fanOut) return write(pairs(sorted));
  let level: Branch[] = chunks(sorted).map((leaf) => {
    const [first, last] = [leaf[0], leaf.at(-1)].map((entry) => (entry ? form.syntax(entry.key) : ''));
    return {
      id: write(`/Limits [${first} ${last}] ${pairs(leaf)}`),
      first: first ?? '',
      last: last ?? '',
    };
  });
  const kids = (branches: readonly Branch[]): string =>
    `/Kids [${branches.map(({ id }) => reference(id)).join(' ')}]`;
  while (level.length > fanOut) {
    level = chunks(level).map((branches) => {
      const first = branches[0]?.first ?? '';
      const last = branches.at(-1)?.last ?? '';
      return { id: write(`/Limits [${first} ${last}] ${kids(branches)}`), first, last };
    });
  }
  return write(kids(level));
}

function chunks<T>(list: readonly T[]): T[][] {
  const result: T[][] = [];
  for (let i = 0; i < list.length; i += fanOut) result.push(list.slice(i, i + fanOut));
  return result;
}
