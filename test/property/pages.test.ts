/**
 * Random documents under random CSS: every word stands on the pages exactly once, in reading order;
 * nothing throws or hangs, and what comes out grows with what goes in. Where the sheet leaves room,
 * nothing leaves its page area, and no two words lie on each other.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { faults, overlaps } from './judge-pages.js';
import { tame, wild } from './random-pages.js';

it('sets every word once, in order, whatever the sheet says', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(wild, async (document) => {
      expect(await faults(document)).toEqual([]);
    }),
    { seed: 20200113, numRuns: 30 },
  );
});

it('sets every word once and inside its page where there is room', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(tame, async (document) => {
      expect([...(await faults(document)), ...(await overlaps(document))]).toEqual([]);
    }),
    { seed: 20200114, numRuns: 40 },
  );
});
