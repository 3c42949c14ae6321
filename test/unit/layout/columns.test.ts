import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/document/page.js';
import { flat, h, layOut, placesOf } from '../../support/lay-out.js';

/** Columns of 40 pt, 20 pt apart, on a page of 100 × 100 pt. */
const css = `
.c { column-count: 2; column-gap: 20pt }
.all { column-span: all }
.next { break-before: column }
p { white-space: pre-line }
`;

describe('columns in continuous media', () => {
  it('overflow sideways when breaks ask for more than there are, and on pages go on on the next', async () => {
    const body = [h('div.c', h('p', 'a'), h('p.next', 'b'), h('p.next', 'c'))];
    const screen = await layOut(css, body, undefined, { continuous: true });
    expect(screen.pages.map(placesOf)).toEqual([['a@0,0', 'b@60,0', 'c@120,0']]);
    const paper = await layOut(css, body);
    expect(paper.pages.map(placesOf)).toEqual([['a@0,0', 'b@60,0'], ['c@0,0']]);
  });

  it('have no pages to begin', async () => {
    const tall = h('p', 'a\n'.repeat(12));
    const { pages } = await layOut(
      `${css} .page { break-before: page; page: other }`,
      [tall, h('p.page', 'b')],
      undefined,
      {
        continuous: true,
      },
    );
    expect(pages.map(placesOf).flat().at(-1)).toBe('b@0,120');
    expect(pages).toHaveLength(1);
  });

  // The flow is 20 high, the screen 100.
  it('have the screen for a containing block that no other box is', async () => {
    const { pages } = await layOut(
      `${css} .a { position: absolute; bottom: 0; right: 0 }`,
      [h('div.c', h('p', 'x\ny\nz', h('span.a', 'a')))],
      undefined,
      { continuous: true },
    );
    expect(placesOf(pages[0])).toContain('a@90,90');
  });

  it('are balanced where nothing limits their height, whatever column-fill says', async () => {
    const body = [h('div.c', { style: 'column-fill: auto' }, h('p', 'a\nb\nc\nd'))];
    const { pages } = await layOut(css, body, undefined, { continuous: true });
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@0,10', 'c@60,0', 'd@60,10']);
  });
});

/** Where the column rule of a page's first multi-column container stands: x, y, width, height. */
const rulesOf = (page: Page | undefined): readonly unknown[] =>
  flat(page?.items ?? []).flatMap((item) => (item.type === 'path' ? item.path : []));

describe('balanced columns', () => {
  it('are as high as what must not be broken', async () => {
    // 4 + 1 lines would be 3 + 2; the paragraph of four is to stay in one piece.
    const { pages } = await layOut(css, [
      h('div.c', h('p', { style: 'break-inside: avoid' }, 'a\nb\nc\nd'), h('p', 'e')),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@0,10', 'c@0,20', 'd@0,30', 'e@60,0']);
  });

  it('leave margins out that vanish at their breaks', async () => {
    // 10 + 20 + 10 pt, the margin between the columns is gone: 10 pt high, not 20.
    const margin = 'p { margin-bottom: 20pt } .after { margin: 0 }';
    const { pages } = await layOut(`${css} ${margin}`, [
      h('div.c', h('p', 'a'), h('p', { style: 'margin: 0' }, 'b')),
      h('p.after', 'c'),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@60,0', 'c@0,10']);
  });

  it('are not higher than max-height, and overflow sideways', async () => {
    const { pages } = await layOut(css, [
      h('div.c', { style: 'max-height: 20pt' }, h('p', 'a\nb\nc\nd\ne')),
      h('p', 'f'),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@0,10', 'c@60,0', 'd@60,10', 'e@120,0', 'f@0,20']);
  });

  it('have rules down to the end of the container', async () => {
    const rule = '.c { column-rule: 2pt solid; height: 30pt }';
    const { pages } = await layOut(`${css} ${rule}`, [h('div.c', h('p', 'a\nb'))]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@60,0']);
    expect(rulesOf(pages[0])).toEqual([{ type: 'rect', x: 49, y: 0, width: 2, height: 30 }]);
  });
});

describe('the margins above a container', () => {
  it('are not set again in its columns', async () => {
    const { pages } = await layOut(css, [h('div.c', { style: 'margin-top: 10pt' }, h('p', 'a\nb'))]);
    expect(placesOf(pages[0])).toEqual(['a@0,10', 'b@60,10']);
  });
});

describe('spanning elements', () => {
  it('collapse their margins with nothing between them', async () => {
    const margins = '.all { margin: 10pt 0 } .low { margin-top: 20pt }';
    const { pages } = await layOut(`${css} ${margins}`, [
      h('div.c', h('p', 'a'), h('div.all', 'x'), h('div.all.low', 'y'), h('p', 'b')),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'x@0,20', 'y@0,50', 'b@0,70']);
  });

  it('are balanced up to, even where columns are filled one after the other', async () => {
    const { pages } = await layOut(css, [
      h('div.c', { style: 'column-fill: auto' }, h('p', 'a\nb'), h('div.all', 'x'), h('p', 'c')),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@60,0', 'x@0,10', 'c@0,20']);
  });

  it('stay with the columns after them', async () => {
    // 20 pt a page: the headline would stand alone at the foot of the first.
    const keep = '@page { size: 100pt 20pt } .all { break-after: avoid }';
    const { pages } = await layOut(`${css} ${keep}`, [
      h('div.c', h('p', 'a'), h('div.all', 'x'), h('p', 'b')),
    ]);
    expect(pages.map(placesOf)).toEqual([['a@0,0'], ['x@0,0', 'b@0,10']]);
  });

  it('break the page, not the columns, where they ask for it', async () => {
    const { pages } = await layOut(css, [
      h('div.c', h('p', 'a\nb'), h('div.all', { style: 'break-before: page' }, 'x'), h('p', 'c')),
    ]);
    expect(pages.map(placesOf)).toEqual([
      ['a@0,0', 'b@60,0'],
      ['x@0,0', 'c@0,10'],
    ]);
  });
});

describe('columns in columns', () => {
  it('begin in the next rather than break badly', async () => {
    // 30 pt a column, 10 of them taken: the inner columns would part two lines that belong together.
    const inner = '.i { column-count: 2; column-gap: 0; column-fill: auto; orphans: 2; widows: 2 }';
    const outer = '.c { column-fill: auto; height: 35pt } .i p { orphans: 2; widows: 2 }';
    const { pages } = await layOut(`${css} ${inner} ${outer}`, [
      h('div.c', h('p', 'a\nb'), h('div.i', h('p', 'c\nd'))),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@0,10', 'c@60,0', 'd@60,10']);
  });
});

describe('columns in columns', () => {
  // A row of a table that is broken fills its column down to the end, however high that is: all heights do.
  it('are balanced in few tries where what is in them is as high as they are', async () => {
    const inner = h(
      'section',
      h('span', 'jukj xho yao tt'),
      h('div', 'tfl gqdi i qncm sjdg snnv', h('table', h('tr', h('td', h('div', 'zkbs y b'), 'ri')))),
    );
    const { pages } = await layOut(
      '@page { size: 100pt 80pt } body, section { columns: 2; column-gap: 10pt }',
      [h('span', 'i v ukr qmy rxag w'), inner],
    );
    const shown = pages.flatMap((page) => placesOf(page)).map((place) => place.split('@')[0]);
    expect(shown.join('').replaceAll(' ', '')).toBe('ivukrqmyrxagwjukjxhoyaotttflgqdiiqncmsjdgsnnvzkbsybri');
  });
});
