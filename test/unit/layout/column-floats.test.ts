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

  it('stand alone in a column that leaves the text no room, and the text goes on in the next', async () => {
    const { pages } = await layOut(
      `${sheet} .column { height: 90pt } .whole { break-inside: avoid; height: 30pt }`,
      [h('section', ...lines(1, 18), h('div.column', 'C'), h('div.whole', '19'), ...lines(20, 30))],
    );
    // The box is higher than what C leaves of the first column: it stands at the head of the second.
    const shown = textsOf(pages[1]).map(({ text, x, top }) => `${text}@${x},${top}`);
    expect(shown.slice(0, 3)).toEqual(['C@0,0', '19@55,0', '20@55,30']);
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

describe('a table below the float of a column', () => {
  it('repeats its head as in any column', async () => {
    const css = `${sheet} thead { display: table-header-group } .column { height: 70pt }`;
    const row = (word: string) => h('tr', h('td', word));
    const rows = Array.from({ length: 24 }, (_, i) => row(String(i + 1)));
    const table = h('table', h('thead', h('tr', h('th', 'H'))), h('tbody', ...rows));
    const { pages } = await layOut(css, [
      h('section', h('div.column', 'A'), h('div.column', 'B'), h('p', 'x'), table),
    ]);
    // 30 pt below each picture: the head is a third of that, but a tenth of the column.
    const places = textsOf(pages[0]).map(({ text, x, top }) => `${text}@${x},${top}`);
    expect(places.join(' ')).toBe('A@0,0 x@0,70 H@0,80 1@0,90 B@55,0 H@55,70 2@55,80 3@55,90');
  });
});

describe('floats of pages', () => {
  const picture = '.page { float: block-end; height: 40pt } .high { height: 50pt }';

  it('stay with the text that speaks of them when a later one has no room', async () => {
    const { pages } = await layOut(picture, [
      ...lines(1, 3),
      h('div.page', 'A'),
      ...lines(4, 6),
      h('div.page.high', 'B'),
      ...lines(7, 20),
    ]);
    // Both together leave one line, and push the places of both away: only B waits.
    const shown = pages.map((page) => textsOf(page).map(({ text }) => text));
    expect(shown[0]).toEqual(['A', '1', '2', '3', '4', '5', '6']);
    expect(shown[1]?.slice(0, 3)).toEqual(['B', '7', '8']);
  });

  it('leave no lone line between them', async () => {
    const { pages } = await layOut(`${picture} p { orphans: 2; widows: 2 }`, [
      ...lines(1, 8),
      h('div.page', 'A'),
      h('div.page.high', 'B'),
      h('p', 'aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd e'),
    ]);
    // Page 2 has A and B and 10 pt between them: the paragraph's third line would stand there alone.
    const shown = pages.map((page) => textsOf(page).map(({ text }) => text));
    expect(shown.map((words) => words.length)).toEqual([10, 2, 3]);
    expect(shown[1]).toEqual(['A', 'B']);
  });
});

describe('balanced columns', () => {
  const orphans = 'section { column-count: 2; column-gap: 10pt } p { orphans: 2; widows: 2 }';
  const words = (count: number) => h('p', Array.from({ length: count }, () => 'aaaa').join(' '));

  it('are a little higher for the sake of orphans and widows', async () => {
    const three = 'p { orphans: 3; widows: 3 }';
    const { pages } = await layOut(orphans + three, [h('section', words(5), words(3))]);
    // Eight lines of 4 in 45 pt: 4 and 4 would be lowest, and break the first paragraph, which may not be broken.
    const places = textsOf(pages[0]).map(({ x, top }) => `${x},${top}`);
    expect(places).toEqual(['0,0', '0,10', '0,20', '0,30', '0,40', '55,0', '55,10', '55,20']);
  });

  it('are as high as a paragraph that orphans and widows keep whole', async () => {
    const { pages } = await layOut(orphans, [h('section', words(3))]);
    expect(textsOf(pages[0]).map(({ x, top }) => `${x},${top}`)).toEqual(['0,0', '0,10', '0,20']);
  });
});
