import { expect, it } from 'vitest';
import { joinParts } from '../../../src/document/join-parts.js';

it('joins parts that take each other’s place', () => {
  const place = Buffer.alloc(3);
  const parts = function* (): Generator<Uint8Array> {
    for (const letters of ['abc', 'de']) yield place.subarray(0, place.write(letters));
  };
  expect(Buffer.from(joinParts(parts())).toString()).toBe('abcde');
});
