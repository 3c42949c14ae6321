/** Total ink: whatever the pixels, none is over the limit afterwards, and those that were under it are untouched. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limitInk } from '../../src/pdf/limit-ink.js';

const pixels = fc
  .uint8Array({ minLength: 4, maxLength: 400 })
  .map((bytes) => bytes.subarray(0, bytes.length - (bytes.length % 4)));
const inkOf = (bytes: Uint8Array, at: number): number =>
  [0, 1, 2, 3].reduce((sum, i) => sum + (bytes[at + i] ?? 0), 0) / 2.55;

it('is never over the limit, keeps black, and spares what is under it', () => {
  fc.assert(
    fc.property(pixels, fc.integer({ min: 100, max: 400 }), (before, limit) => {
      const after = Uint8Array.from(before);
      const changed = limitInk(after, limit);
      let over = 0;
      for (let at = 0; at < before.length; at += 4) {
        expect(inkOf(after, at)).toBeLessThanOrEqual(limit);
        expect(after[at + 3]).toBe(before[at + 3]);
        if (inkOf(before, at) <= limit - 1)
          expect(after.subarray(at, at + 4)).toEqual(before.subarray(at, at + 4));
        if (inkOf(before, at) > limit) {
          over += 1;
          // No more is taken away than has to be: three roundings, and that of the limit.
          expect(inkOf(after, at)).toBeGreaterThan(limit - 2);
        }
      }
      expect(changed).toBeGreaterThanOrEqual(over);
    }),
    { seed: 6, numRuns: 300 },
  );
});
