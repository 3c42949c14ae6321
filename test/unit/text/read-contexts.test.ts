/** Tests of two neighbours that are asked together. */
import { expect, it } from 'vitest';
import { anyPair, type PairTest } from '../../../src/text/read-contexts.js';

it('tells whether any test holds, however many there are', () => {
  // Glyph i before glyph 100 + i, of forty tests each its own.
  const tests = Array.from({ length: 40 }, (_, i): PairTest => ({ firsts: [i], seconds: [100 + i] }));
  const holds = anyPair(tests);
  for (const i of [0, 1, 30, 31, 32, 39]) {
    expect(holds(i, 100 + i)).toBe(true);
    expect(holds(i, 101 + i)).toBe(false);
  }
  expect([holds(40, 140), holds(100, 0), anyPair([])(0, 100)]).toEqual([false, false, false]);
});

it('asks a test that knows which of its glyphs stand together', () => {
  const ligature: PairTest = { firsts: [1, 2], seconds: [3, 4], exactly: (a, b) => b - a === 2 };
  const holds = anyPair([ligature, { firsts: [2], seconds: [3] }]);
  expect([holds(1, 3), holds(2, 4), holds(1, 4), holds(2, 3)]).toEqual([true, true, false, true]);
});
