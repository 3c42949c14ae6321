/** Where boxes are broken when good places are few (css-break-3, 4.1, 4.4 and 5.2). Pages of 100 × 40. */
import { describe, expect, it, vi } from 'vitest';
import type { TreeNode } from '../../../src/document/tree.js';
import { FlowEngine } from '../../../src/layout/flow/engine.js';
import { h, layOut, placesOf } from '../../support/lay-out.js';

const page = '@page { size: 100pt 40pt }';
const lines = (...words: readonly string[]): TreeNode =>
  h('p', ...words.flatMap((word, i) => (i === 0 ? [word] : [h('br'), word])));

describe('places to break', () => {
  // The float reaches from 10 to 30; 10 are left for the cleared box of 20.
  it('are between a float and what clears it', async () => {
    const css = `${page} .f { float: left; width: 30pt; height: 20pt } .c { clear: both; break-inside: avoid; height: 20pt }`;
    const { pages } = await layOut(css, [h('p', 'a'), h('div', h('div.f', 'f'), h('div.c', 'c'))]);
    expect([...placesOf(pages[0])].sort()).toEqual(['a@0,0', 'f@0,10']);
    expect(placesOf(pages[1])).toEqual(['c@0,0']);
  });

  it('cut margins off, those inside of a formatting context too', async () => {
    const { pages } = await layOut(
      `${page} .r { display: flow-root } .s { height: 30pt; margin-bottom: 30pt }`,
      [h('div.r', h('div.s', 'a')), h('p', 'b')],
    );
    expect(pages.map(placesOf)).toEqual([['a@0,0'], ['b@0,0']]);
  });

  // Of five lines neither three and three nor four and three can be had.
  it('leave as many lines on the next page as orphans allow', async () => {
    const { pages } = await layOut(`${page} p { orphans: 3; widows: 3 }`, [lines('a', 'b', 'c', 'd', 'e')]);
    expect(pages.map(placesOf)).toEqual([
      ['a@0,0', 'b@0,10', 'c@0,20'],
      ['d@0,0', 'e@0,10'],
    ]);
  });

  it('leave no empty rest of a box whose one line sticks out of the page', async () => {
    const { pages } = await layOut(`${page} .b { height: 60pt; line-height: 90pt }`, [
      h('div.b', 'a'),
      h('p', 'b'),
    ]);
    expect(pages).toHaveLength(2);
    expect(placesOf(pages[1])).toEqual(['b@0,0']);
  });

  // The heading leaves with the paragraph of which only one line would fit.
  it('are gone back to, what stands above them being laid out once', async () => {
    const laid = vi.spyOn(FlowEngine.prototype, 'layOut');
    const css = `${page} p { orphans: 2; widows: 2; tab-size: 7 } h1 { break-after: avoid } div { float: left }`;
    const { pages } = await layOut(css, [
      h('div', 'f'),
      lines('a', 'b'),
      h('h1', 'H'),
      h('div', 'g'),
      lines('c', 'd'),
    ]);
    const styles = laid.mock.calls.map(([{ style }]) => style);
    laid.mockRestore();
    expect(pages.map((one) => [...placesOf(one)].sort())).toEqual([
      ['a@10,0', 'b@0,10', 'f@0,0'],
      ['H@0,0', 'c@10,10', 'd@0,20', 'g@0,10'],
    ]);
    const { length } = styles.filter(({ tabSize }) => tabSize === 7);
    // The first paragraph once; the second where it does not fit, and where it does.
    expect(length).toBe(3);
  });
});
