/** Sheets of pages of 200 × 300 pt, as a printing house folds them. */
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/document/page.js';
import { imposeBooklet } from '../../../src/layout/impose-booklet.js';
import { page } from '../../support/pdf-pages.js';

const pages = (count: number, more: Partial<Page> = {}): Page[] =>
  Array.from({ length: count }, (_, i) => page([], { number: i + 1, label: String(i + 1), ...more }));
const labels = (all: readonly Page[]): (readonly string[])[] => {
  const { value, diagnostics } = imposeBooklet(all, 0);
  expect(diagnostics.map(({ code }) => code)).toEqual(all.length % 4 === 0 ? [] : ['IMPOSE-BLANK']);
  return (value?.sides ?? []).map(({ label }) => label.split(' | '));
};
/** A twentieth of an inch in millimetres: 3.6 pt. */
const twentieth = 1.27;

describe('a booklet', () => {
  it('has the last page beside the first, and the second behind the first', () => {
    expect(labels(pages(8))).toEqual([
      ['8', '1'],
      ['2', '7'],
      ['6', '3'],
      ['4', '5'],
    ]);
  });

  it('says of each side which sheet it is, and which face', () => {
    const { sides = [] } = imposeBooklet(pages(8), 0).value ?? {};
    expect(sides.map(({ sheet, face }) => `${sheet} ${face}`)).toEqual([
      '1 front',
      '1 back',
      '2 front',
      '2 back',
    ]);
  });

  it('is filled with blank pages at the end, which are told of', () => {
    expect(labels(pages(5)).slice(0, 3)).toEqual([
      ['–', '1'],
      ['2', '–'],
      ['–', '3'],
    ]);
    const [said] = imposeBooklet(pages(5), 0.1).diagnostics;
    expect(said).toMatchObject({ code: 'IMPOSE-BLANK', severity: 'warning' });
    expect(said?.values).toEqual({ pages: 5, count: 3, page: '5', total: 8 });
  });

  it('keeps a back cover outside', () => {
    const all = [...pages(5), page([], { number: 6, label: '6', name: 'back-cover' })];
    expect(labels(all)).toEqual([
      ['6', '1'],
      ['2', '–'],
      ['–', '3'],
      ['4', '5'],
    ]);
    expect(imposeBooklet(all, 0.1).diagnostics[0]?.values).toMatchObject({ count: 2, page: '5' });
  });

  it('cuts pages at the fold, where they have no bleed', () => {
    const [front] = imposeBooklet(pages(4, { bleed: 9 }), 0).value?.sides ?? [];
    expect(front).toMatchObject({ width: 400, height: 300, bleed: 9, narrower: 0, folds: [200] });
    expect(front?.pages).toEqual([
      { page: 3, x: 0, from: -9, to: 200 },
      { page: 0, x: 200, from: 200, to: 409 },
    ]);
  });

  it('moves the pages of inner sheets towards the fold, which are cut narrower', () => {
    const sides = imposeBooklet(pages(8, { bleed: 9 }), twentieth).value?.sides ?? [];
    const narrower = sides.map((side) => Number(side.narrower.toFixed(6)));
    expect(narrower).toEqual([0, 0, 3.6, 3.6]);
    const inner = sides[2];
    // 200 − 3.6 are left of each page; the right one begins 3.6 before the fold.
    expect([inner?.width, ...(inner?.folds ?? [])].map((x) => x?.toFixed(6))).toEqual([
      '392.800000',
      '196.400000',
    ]);
    const places = inner?.pages.map(({ page: index, x, from, to }) => [index, x, from, to]).flat();
    expect(places?.map((x) => Number(x.toFixed(6)))).toEqual([5, 0, -9, 196.4, 2, 192.8, 196.4, 401.8]);
  });

  it('is not made of pages of two sizes', () => {
    const { value, diagnostics } = imposeBooklet([...pages(3), page([], { label: '4', width: 300 })], 0.1);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, values }) => [code, values['page'], values['size']])).toEqual([
      ['IMPOSE-SIZE', '4', '106 × 106'],
    ]);
  });

  it('is not made of more paper than staples hold', () => {
    expect(imposeBooklet(pages(120), 0.1).value?.sides).toHaveLength(60);
    const { value, diagnostics } = imposeBooklet(pages(121), 0.1);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, values }) => [code, values])).toEqual([
      ['IMPOSE-THICK', { count: 124, thickness: 7, limit: 6, most: 120 }],
    ]);
    // Whoever says that there is no creep has not said how thick the paper is.
    expect(imposeBooklet(pages(124), 0).diagnostics).toEqual([]);
  });

  it('has no sheets without pages', () => {
    expect(imposeBooklet([], 0.1)).toEqual({ value: undefined, diagnostics: [] });
  });
});
