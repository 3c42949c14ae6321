import { expect, it } from 'vitest';
import type { Color } from '../../../src/document/style.js';
import { paintOf } from '../../../src/pdf/colour.js';

const rgb = (r: number, g: number, b: number, alpha = 1): Color => ({ space: 'rgb', r, g, b, alpha });
const cmyk = (c: number, m: number, y: number, k: number): Color => ({ space: 'cmyk', c, m, y, k, alpha: 1 });

it.each([
  ['black', rgb(0, 0, 0), '0 0 0 1 k'],
  ['white', rgb(1, 1, 1), '0 0 0 0 k'],
  ['a grey', rgb(0.4, 0.4, 0.4), '0 0 0 0.6 k'],
  ['a warm black', rgb(0.1, 0.09, 0.08), '0 0 0 0.909 k'],
  ['a red', rgb(0.6, 0.1, 0.1), '0.6 0.1 0.1 rg'],
  ['device-cmyk', cmyk(0.1, 0.9, 0.8, 0), '0.1 0.9 0.8 0 k'],
])('prints %s', (_name, color, operator) => {
  expect(paintOf(color, 'print').fill).toBe(operator);
});

it.each([
  ['black', rgb(0, 0, 0), '0 g'],
  ['a warm black', rgb(0.1, 0.09, 0.08), '0.1 0.09 0.08 rg'],
  ['device-cmyk the naive way', cmyk(0, 1, 0.5, 0.2), '0.8 0 0.4 rg'],
])('archives %s', (_name, color, operator) => {
  expect(paintOf(color, 'archive').fill).toBe(operator);
});

it('archives device-cmyk as its fallback', () => {
  const color: Color = {
    space: 'cmyk',
    c: 0,
    m: 1,
    y: 1,
    k: 0,
    alpha: 1,
    fallback: { r: 0.7, g: 0.1, b: 0.2 },
  };
  expect(paintOf(color, 'archive').fill).toBe('0.7 0.1 0.2 rg');
});

it('overprints solid black ink only', () => {
  expect(paintOf(rgb(0, 0, 0), 'print').blackInk).toBe(true);
  expect(paintOf(rgb(0.1, 0.1, 0.1), 'print').blackInk).toBe(false);
  expect(paintOf(rgb(0, 0, 0), 'archive').blackInk).toBe(false);
});

it('writes numbers without exponents and inside their range', () => {
  expect(paintOf(rgb(1e-7, 1 / 3, 1.2), 'archive').stroke).toBe('0 0.333 1 RG');
});
