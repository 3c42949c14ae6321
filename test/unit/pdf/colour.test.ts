import { describe, expect, it } from 'vitest';
import type { Color } from '../../../src/document/style.js';
import { paintOf } from '../../../src/pdf/colour.js';
import { SpotInks, spotSpace } from '../../../src/pdf/spot-inks.js';

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

describe('a spot colour', () => {
  const spot = { name: 'PANTONE 485 C', tint: 0.5, full: [0, 0.95, 1, 0] } as const;
  const color: Color = { space: 'cmyk', c: 0, m: 0.475, y: 0.5, k: 0, alpha: 1, spot };

  it('is printed by its ink, and archived as what stands in for it', () => {
    expect(paintOf(color, 'print')).toMatchObject({
      fill: '/Ink#20PANTONE#20485#20C cs 0.5 scn',
      stroke: '/Ink#20PANTONE#20485#20C CS 0.5 SCN',
      blackInk: false,
      spot,
    });
    expect(paintOf(color, 'archive').fill).toBe('1 0.525 0.5 rg');
  });

  it('has one Separation for all its tints', () => {
    const inks = new SpotInks();
    inks.use(paintOf(color, 'print'));
    inks.use(paintOf({ ...color, spot: { ...spot, tint: 1 } }, 'print'));
    inks.use(paintOf(rgb(0, 0, 0), 'print'));
    expect(inks.list().map(spotSpace)).toEqual([
      [
        '/Ink#20PANTONE#20485#20C',
        '[/Separation /PANTONE#20485#20C /DeviceCMYK <</FunctionType 2 /Domain [0 1] ' +
          '/Range [0 1 0 1 0 1 0 1] /N 1 /C0 [0 0 0 0] /C1 [0 0.95 1 0]>>]',
      ],
    ]);
  });
});
