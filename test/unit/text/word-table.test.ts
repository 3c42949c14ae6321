/** Words are found by their characters, however many there are and wherever in a text they stand. */
import { describe, expect, it } from 'vitest';
import type { WordEntry } from '../../../src/text/word-entry.js';
import { mixed, noHash, WordTable } from '../../../src/text/word-table.js';

function entryOf(kind: number): WordEntry {
  return { simple: undefined, width: kind / 2, parts: [], kind, missing: [] };
}

function hashOf(text: string, start: number, end: number): number {
  let hash = noHash;
  for (let i = start; i < end; i++) hash = mixed(hash, text.charCodeAt(i));
  return hash;
}

describe('the table of words', () => {
  it('finds a word inside a text', () => {
    const table = new WordTable();
    table.add('nội', entryOf(1));
    table.add('vụ', entryOf(2));
    const text = 'Sở Nội vụ, nội vụ';
    const find = (start: number, end: number): number =>
      table.find(text, start, end, hashOf(text, start, end));
    expect(find(11, 14)).toBe(0);
    expect(find(15, 17)).toBe(1);
    expect(find(7, 9)).toBe(1);
    // Another case, a part, a word and its comma: other words.
    expect(find(3, 6)).toBe(-1);
    expect(find(11, 13)).toBe(-1);
    expect(find(7, 10)).toBe(-1);
  });

  it('tells words with the same hash apart', () => {
    const table = new WordTable();
    table.add('aa', entryOf(1));
    expect(table.find('bb', 0, 2, hashOf('aa', 0, 2))).toBe(-1);
    expect(table.find('aaa', 0, 3, hashOf('aa', 0, 2))).toBe(-1);
  });

  it('keeps every word when it grows', () => {
    const table = new WordTable();
    const words = Array.from({ length: 3000 }, (_, i) => `từ${i}`);
    words.forEach((word, i) => table.add(word, entryOf(i)));
    words.forEach((word, i) => {
      expect(table.entry(word)?.kind).toBe(i);
      expect(table.kinds[i]).toBe(i);
      expect(table.widths[i]).toBe(i / 2);
    });
    expect(table.entry('từ')).toBeUndefined();
  });
});
