/** Borders and padding of boxes that are broken (css-break-3, 4.1 and 5.4). Pages of 100 × 40. */
import { describe, expect, it } from 'vitest';
import type { TreeNode } from '../../../src/document/tree.js';
import { h, layOut, placesOf } from '../../support/lay-out.js';

const page = '@page { size: 100pt 40pt }';
const lines = (...words: readonly string[]): TreeNode =>
  h('p', ...words.flatMap((word, i) => (i === 0 ? [word] : [h('br'), word])));

describe('edges of broken boxes', () => {
  // 30 of lines and 20 of padding: the last line goes with the padding.
  it('take the last line along when the end edge does not fit', async () => {
    const { pages } = await layOut(`${page} .b { padding-bottom: 20pt }`, [
      h('div.b', lines('a', 'b', 'c')),
      h('p', 'd'),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@0,10']);
    expect(placesOf(pages[1])).toEqual(['c@0,0', 'd@0,30']);
  });

  it('begin on the next page when the start edge does not fit', async () => {
    const { pages } = await layOut(
      `${page} .s { height: 35pt } .b { border-top: 10pt solid; height: 40pt }`,
      [h('div.s', 'a'), h('div.b', 'b'), h('p', 'c')],
    );
    expect(placesOf(pages[0])).toEqual(['a@0,0']);
    expect(placesOf(pages[1])).toEqual(['b@0,10']);
    expect(placesOf(pages[2])).toEqual(['c@0,10']);
  });

  // Each fragment has 5 above and below its lines.
  it('are repeated on every page with box-decoration-break: clone', async () => {
    const { pages } = await layOut(`${page} .b { box-decoration-break: clone; padding: 5pt 0 }`, [
      h('div.b', lines('a', 'b', 'c', 'd')),
      h('p', 'e'),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,5', 'b@0,15', 'c@0,25']);
    expect(placesOf(pages[1])).toEqual(['d@0,5', 'e@0,20']);
  });

  // Of 45, 30 stand on the first page between two edges of 5, 15 on the second.
  it('are no part of the height asked for when they are repeated', async () => {
    const { pages } = await layOut(
      `${page} .b { box-decoration-break: clone; padding: 5pt 0; height: 45pt }`,
      [h('div.b', 'a'), h('p', 'b')],
    );
    expect(placesOf(pages[0])).toEqual(['a@0,5']);
    expect(placesOf(pages[1])).toEqual(['b@0,25']);
  });

  it('come to an end where repeated edges leave no room', async () => {
    const { pages } = await layOut(
      `${page} .b { box-decoration-break: clone; padding: 25pt 0; height: 45pt }`,
      [h('div.b', 'a'), h('p', 'b')],
    );
    expect(pages.flatMap(placesOf)).toEqual(['a@0,25', expect.stringMatching(/^b@/u)]);
  });
});
