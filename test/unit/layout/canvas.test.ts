/** The background of the root or body is the canvas's: on pages that of the page area (css-backgrounds-3, 2.11). */
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/document/page.js';
import { h, layOut } from '../../support/lay-out.js';

const filled = (page: Page | undefined): readonly unknown[] =>
  (page?.items ?? []).flatMap((item) => (item.type === 'path' && item.fill ? item.path : []));

const page = '@page { size: 100pt 40pt; margin: 5pt; padding: 5pt }';
// Inside margins of 5, padding included.
const area = { type: 'rect', x: 5, y: 5, width: 90, height: 30 };

describe('the canvas', () => {
  it('has the background of the body on every page, whole', async () => {
    const { pages } = await layOut(
      `${page} body { background: red; margin: 10pt } .n { break-before: page }`,
      [h('p', 'a'), h('p.n', 'b')],
    );
    expect(pages.map(filled)).toEqual([[area], [area]]);
  });

  it('has nothing of a body without a box', async () => {
    const { pages } = await layOut(`${page} body { background: red; display: none }`, [h('p', 'a')]);
    expect(pages.map(filled)).toEqual([[]]);
  });

  it('has that of the root if it has one, and then the body keeps its own', async () => {
    const { pages } = await layOut(
      `${page} html { background: red } body { background: blue; height: 10pt }`,
      [h('p', 'a')],
    );
    expect(filled(pages[0])).toEqual([area, { type: 'rect', x: 10, y: 10, width: 80, height: 10 }]);
  });
});
