/** The deflater against `deflateSync`: the same bytes, one piece after the other, and the members of Node that it runs on. */
import { createDeflate, deflateSync, inflateSync } from 'node:zlib';
import { afterEach, expect, it, vi } from 'vitest';
import { Deflater } from '../../../src/pdf/deflater.js';

const options = { level: 3 };

/** By value, without printing hundreds of kilobytes where they differ. */
function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** Noise that no compression makes shorter, the same each time (Park and Miller's generator). */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (state * 48271) % 0x7fffffff) >> 8);
}

const text = new TextEncoder().encode('Nam nữ bình đẳng. '.repeat(500));
const pieces = [text, Uint8Array.of(), noise(200_000), text.subarray(1000), noise(3), noise(300_000), text];

afterEach(() => vi.restoreAllMocks());

it('gives what deflateSync gives, whatever was deflated before', () => {
  const deflater = new Deflater(options);
  for (const piece of pieces) {
    const deflated = deflater.deflate(piece);
    expect(same(deflated, deflateSync(piece, options))).toBe(true);
    expect(same(inflateSync(deflated), piece)).toBe(true);
  }
});

it('gives bytes that the next piece does not overwrite', () => {
  const deflater = new Deflater(options);
  const first = deflater.deflate(text);
  deflater.deflate(noise(5000));
  expect(same(inflateSync(first), text)).toBe(true);
});

it('finds in Node what it runs on', () => {
  const stream = createDeflate(options);
  expect(Reflect.get(stream, '_writeState')).toBeInstanceOf(Uint32Array);
  expect(Reflect.get(stream, '_handle')).toHaveProperty('writeSync');
});

it('does without in a Node that has it no longer', () => {
  vi.spyOn(Reflect, 'get').mockReturnValue(undefined);
  const deflater = new Deflater(options);
  vi.restoreAllMocks();
  for (const piece of pieces) expect(same(inflateSync(deflater.deflate(piece)), piece)).toBe(true);
});
