/** Pairs of space and word: where they stand in a text, and what of them a table knows. */
import { describe, expect, it } from 'vitest';
import { WordPairs } from '../../../src/text/word-pairs.js';
import type { WordEntry } from '../../../src/text/word-entry.js';
import { WordTable } from '../../../src/text/word-table.js';

const entryOf = (kind: number): WordEntry => ({ simple: undefined, width: 0, parts: [], kind, missing: [] });

/** The classes of the words from a place on; 0 for those that are not known. */
function kindsFrom(pairs: WordPairs, table: WordTable, text: string, from: number): readonly number[] {
  const kinds: number[] = [];
  let at = from;
  for (let pair = pairs.from(text, from, table); pair < pairs.count; pair++) {
    const end = pairs.ends[pair] ?? 0;
    const record = table.found(pairs.records[pair] ?? 0, text, at + 1, end, pairs.hashes[pair] ?? 0);
    kinds.push(record === 0 ? 0 : table.kindAt(record));
    at = end;
  }
  return kinds;
}

describe('pairs of space and word', () => {
  it('end where something else than one space follows', () => {
    const table = new WordTable();
    const pairs = new WordPairs();
    table.add('a', entryOf(1));
    table.add('b', entryOf(2));
    expect(kindsFrom(pairs, table, 'x a b c  a', 1)).toEqual([1, 2, 0]);
    expect(kindsFrom(pairs, table, 'x a b c  a', 7)).toEqual([]);
    expect(kindsFrom(pairs, table, 'x a b c  a', 8)).toEqual([1]);
  });

  it('go on from any of them, with words that became known since', () => {
    const table = new WordTable();
    const pairs = new WordPairs();
    table.add('a', entryOf(1));
    expect(kindsFrom(pairs, table, 'x a b a', 1)).toEqual([1, 0, 1]);
    table.add('b', entryOf(2));
    expect(kindsFrom(pairs, table, 'x a b a', 5)).toEqual([1]);
    expect(kindsFrom(pairs, table, 'x a b a', 3)).toEqual([2, 1]);
  });

  it('are looked for in the table that is asked', () => {
    const [one, other] = [new WordTable(), new WordTable()];
    const pairs = new WordPairs();
    one.add('a', entryOf(1));
    other.add('b', entryOf(2));
    expect(kindsFrom(pairs, one, 'x a b', 1)).toEqual([1, 0]);
    expect(kindsFrom(pairs, other, 'x a b', 1)).toEqual([0, 2]);
  });

  it('may be many, in a table that grows', () => {
    const table = new WordTable();
    const words = Array.from({ length: 3000 }, (_, i) => `từ${i}`);
    words.forEach((word, i) => table.add(word, entryOf(i)));
    const text = words.map((word) => ` ${word}`).join('');
    expect(kindsFrom(new WordPairs(), table, text, 0)).toEqual(words.map((_, i) => i));
  });
});
