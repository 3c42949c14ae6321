/** Floats to the head of a column and of a page together (css-page-floats-3), with 10 pt squares on a page 100 pt square. */
import { describe, expect, it } from 'vitest';
import { h, layOut, textsOf } from '../../support/lay-out.js';

/** Two columns of 45 pt, ten lines each. */
const sheet = `
section { column-count: 2; column-gap: 10pt; column-fill: auto }
.page { float: block-start; float-reference: page; height: 60pt }
.column { float: block-start; float-reference: column; height: 50pt }
`;
const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => h('p', String(from + i)));

describe('floats of columns', () => {
  it('that do not fit beside the floats of a page wait, and the text goes on', async () => {
    const { pages } = await layOut(sheet, [
      h('section', ...lines(1, 18), h('div.page', 'P'), h('div.column', 'C'), ...lines(19, 38)),
    ]);
    const shown = pages.map((page) => textsOf(page).map(({ text, x, top }) => `${text}@${x},${top}`));
    // Page 1: 20 lines. Page 2: 40 pt below the picture, 4 lines a column. Page 3: the column's picture, 5 lines, then 5.
    expect(shown[0]).toHaveLength(20);
    expect(shown[1]).toEqual([
      'P@0,0',
      ...[21, 22, 23, 24].map((n, i) => `${n}@0,${60 + 10 * i}`),
      ...[25, 26, 27, 28].map((n, i) => `${n}@55,${60 + 10 * i}`),
    ]);
    expect(shown[2]?.[0]).toBe('C@0,0');
    expect(shown[2]?.slice(1, 7)).toEqual([
      ...[29, 30, 31, 32, 33].map((n, i) => `${n}@0,${50 + 10 * i}`),
      '34@55,0',
    ]);
    expect(pages).toHaveLength(3);
  });

  it('are set when the text has ended, on the next page if there is no room left', async () => {
    const { pages } = await layOut(sheet, [
      h('section', ...lines(1, 18), h('div.page', 'P'), h('div.column', 'C'), ...lines(19, 20)),
    ]);
    expect(pages.slice(1).map((page) => textsOf(page).map(({ text, top }) => `${text}@${top}`))).toEqual([
      ['P@0'],
      ['C@0'],
    ]);
  });

  it('do not overtake one another', async () => {
    const { pages } = await layOut(
      `${sheet} .small { float: block-start; float-reference: column; height: 10pt }`,
      [h('section', ...lines(1, 7), h('div.column', 'A'), h('div.small', 'b'), ...lines(8, 30))],
    );
    // A leaves 5 lines to the first column, and so goes to the second; b comes after it.
    const found = textsOf(pages[0]).filter(({ text }) => /[Ab]/.test(text));
    expect(found.map(({ text, x, top }) => `${text}@${x},${top}`)).toEqual(['A@55,0', 'b@55,50']);
  });
});
