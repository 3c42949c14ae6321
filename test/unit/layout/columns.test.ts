import { describe, expect, it } from 'vitest';
import { h, layOut, placesOf } from '../../support/lay-out.js';

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

  it('are balanced where nothing limits their height, whatever column-fill says', async () => {
    const body = [h('div.c', { style: 'column-fill: auto' }, h('p', 'a\nb\nc\nd'))];
    const { pages } = await layOut(css, body, undefined, { continuous: true });
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@0,10', 'c@60,0', 'd@60,10']);
  });
});
