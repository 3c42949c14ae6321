/** Words are found by their characters, however many there are and wherever in a text they stand. */
import { describe, expect, it } from 'vitest';
import { replacementWord } from '../../../src/text/shape-word.js';
import type { WordEntry } from '../../../src/text/word-entry.js';
import { mixed, noHash, WordTable } from '../../../src/text/word-table.js';
import { squareFace } from '../../support/pdf-pages.js';

function entryOf(kind: number): WordEntry {
  return { simple: undefined, width: kind / 2, parts: [], kind, missing: [] };
}

function hashOf(text: string, start = 0, end = text.length): number {
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
    expect(table.kindAt(find(11, 14))).toBe(1);
    expect(table.kindAt(find(15, 17))).toBe(2);
    expect(find(7, 9)).toBe(find(15, 17));
    // Another case, a part, a word and its comma: other words.
    expect(find(3, 6)).toBe(0);
    expect(find(11, 13)).toBe(0);
    expect(find(7, 10)).toBe(0);
  });

  it('tells words with the same hash apart', () => {
    const table = new WordTable();
    table.add('aa', entryOf(1));
    expect(table.find('bb', 0, 2, hashOf('aa', 0, 2))).toBe(0);
    expect(table.find('aaa', 0, 3, hashOf('aa', 0, 2))).toBe(0);
  });

  it('knows the one part of a word and makes its entry when it is asked', () => {
    const table = new WordTable();
    const part = replacementWord('vụ', squareFace(), 1);
    const several = table.add('nội-vụ', entryOf(1));
    const record = table.addWord('vụ', part, 2);
    expect([table.wordAt(record), table.wordAt(several)]).toEqual([part, undefined]);
    expect(table.entryAt(record)).toMatchObject({ simple: part, kind: 2, width: part.width });
    expect(table.entryAt(several)).toMatchObject({ simple: undefined, kind: 1 });
  });

  it('keeps every word when it grows', () => {
    const table = new WordTable();
    const words = Array.from({ length: 3000 }, (_, i) => `từ${i}`);
    words.forEach((word, i) => table.add(word, entryOf(i)));
    words.forEach((word, i) => {
      const record = table.find(word, 0, word.length, hashOf(word));
      expect(table.entryAt(record).kind).toBe(i);
      expect(table.kindAt(record)).toBe(i);
      expect(table.widthAt(record)).toBe(i / 2);
      expect(table.wordAt(record)).toBeUndefined();
    });
    expect(table.find('từ', 0, 2, hashOf('từ'))).toBe(0);
  });
});
