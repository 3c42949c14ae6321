/** Numbers in page content: three decimals, never an exponent, never "-0" (ISO 32000-1, 7.3.3). */
import { expect, it } from 'vitest';
import { ContentBuffer } from '../../../src/pdf/content-buffer.js';

function written(write: (out: ContentBuffer) => void): string {
  const out = new ContentBuffer();
  write(out);
  return Buffer.from(out.take()).toString('latin1');
}

it('writes numbers with at most three decimals and a blank', () => {
  const values = [0, -0, 7, -7, 10, 99, 100, 841.89, -0.5, 0.05, 0.001, -1.2345, 0.0004, -0.0004, 1.9996];
  expect(written((out) => values.forEach((value) => out.number(value)))).toBe(
    '0 0 7 -7 10 99 100 841.89 -0.5 0.05 0.001 -1.234 0 0 2 ',
  );
});

it('writes numbers beyond 32 bits of thousandths, and refuses what is none', () => {
  const values = [2147483.647, 2147483.648, -2147483.648, -2147483.649, 1e9, -123456789.05];
  expect(written((out) => values.forEach((value) => out.number(value)))).toBe(
    '2147483.647 2147483.648 -2147483.648 -2147483.649 1000000000 -123456789.05 ',
  );
  for (const value of [NaN, Infinity, 1e15]) expect(() => new ContentBuffer().number(value)).toThrow();
});

it('writes whole numbers, with nothing after them', () => {
  expect(written((out) => [0, 9, 10, 1005, 2147483647].forEach((value) => out.integer(value).byte(44)))).toBe(
    '0,9,10,1005,2147483647,',
  );
});

it('lets others fill in, and grows for them', () => {
  const many = 100_000;
  const text = written((out) => {
    out
      .text('[(')
      .room(many)
      .fill(97, 2, 2 + many);
    out.fill(2 + many);
    out.text(')]');
  });
  expect(text).toBe(`[(${'a'.repeat(many)})]`);
});
