/** Positioned boxes in containing blocks that are broken (css-break-3, 2; CSS 2.2, 10.6.4). */
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/document/page.js';
import { h, layOut, placesOf } from '../../support/lay-out.js';

const columns =
  '.m { column-count: 2; column-gap: 0; column-fill: auto; height: 40pt } .r { position: relative }';

const sorted = (page: Page | undefined): readonly string[] => [...placesOf(page)].sort();

describe('positioned boxes in columns', () => {
  // The containing block begins at 20 of the first column of 40; the flow meets the box in the second.
  it('begin where their offsets say, in an earlier column than the flow meets them', async () => {
    const { pages } = await layOut(
      `${columns} .s { height: 20pt } .a { position: absolute; top: 10pt; left: 0 }`,
      [
        h(
          'div.m',
          h('div.s', 'x'),
          h('div.r', h('div.s', 'y'), h('div.s', 'z'), h('div.a', 'a', h('br'), 'b')),
        ),
      ],
    );
    expect(sorted(pages[0])).toEqual(['a@0,30', 'b@50,0', 'x@0,0', 'y@0,20', 'z@50,0']);
  });

  it('begin in a later column than the flow meets them', async () => {
    const { pages } = await layOut(
      `${columns} .r { height: 60pt } .a { position: absolute; top: 50pt; left: 0 }`,
      [h('div.m', h('div.r', 'x', h('div.a', 'a')))],
    );
    expect(sorted(pages[0])).toEqual(['a@50,10', 'x@0,0']);
  });

  it('stand where the flow meets them without offsets', async () => {
    const { pages } = await layOut(`${columns} .s { height: 40pt } .a { position: absolute }`, [
      h('div.m', h('div.r', h('div.s', 'x'), h('div.a', 'a'), h('p', 'y'))),
    ]);
    expect(sorted(pages[0])).toEqual(['a@50,0', 'x@0,0', 'y@50,0']);
  });

  // 60 in one piece: bottom 10 and a height of 10 put the box at 40, the head of the second column.
  it('find the bottom of a containing block that goes on', async () => {
    const { pages } = await layOut(`${columns} .s { height: 30pt } .a { position: absolute; bottom: 10pt }`, [
      h('div.m', h('div.r', h('div.s', 'x'), h('div.s', 'y'), h('div.a', 'a'))),
    ]);
    expect(sorted(pages[0])).toEqual(['a@50,0', 'x@0,0', 'y@0,30']);
  });

  it('have no say in the height of balanced columns', async () => {
    const { pages } = await layOut(
      '.m { column-count: 2; column-gap: 0 } .r { position: relative } .a { position: absolute; top: 0; left: 20pt }',
      [h('div.m', h('div.r', 'x', h('div.a', 'a', h('br'), 'b')), h('p', 'y')), h('p', 'z')],
    );
    expect(sorted(pages[0])).toEqual(['a@20,0', 'b@70,0', 'x@0,0', 'y@50,0', 'z@0,10']);
  });
});

describe('positioned boxes in spanning elements', () => {
  // The block between them and the columns is none of their containing blocks: it has no part of the element.
  it('stand once, where the containing block of the columns puts them', async () => {
    const { pages } = await layOut(
      `.m { columns: 2; column-gap: 0 } .r { position: relative } .s { column-span: all; height: 20pt }
       .a { position: absolute; top: 40pt; left: 30pt } .z { position: absolute; bottom: 0; right: 0 }`,
      [h('div.m', h('div.r', 'x', h('div.s', 's', h('div.a', 'a'), h('div.z', 'z')), 'y'))],
    );
    expect(sorted(pages[0])).toEqual(['a@30,40', 's@0,10', 'x@0,0', 'y@0,30', 'z@90,90']);
  });

  it('stand in a block around the columns that is positioned', async () => {
    const { pages } = await layOut(
      `.m { columns: 2; column-gap: 0 } .r { position: relative; margin-left: 20pt; height: 50pt }
       .s { column-span: all; height: 20pt } .a { position: absolute; bottom: 0 }`,
      [h('div.r', h('div.m', 'x', h('div.s', 's', h('div.a', 'a'))))],
    );
    expect(sorted(pages[0])).toEqual(['a@20,40', 's@20,10', 'x@20,0']);
  });
});

describe('positioned boxes on pages', () => {
  it('go on over pages where they are too tall', async () => {
    const { pages } = await layOut(
      '@page { size: 100pt 20pt } .r { position: relative } .a { position: absolute; left: 50pt }',
      [h('div.r', h('div.a', 'a', h('br'), 'b', h('br'), 'c'), 'x')],
    );
    expect(sorted(pages[0])).toEqual(['a@50,0', 'b@50,10', 'x@0,0']);
    expect(sorted(pages[1])).toEqual(['c@50,0']);
  });

  it('make no pages to begin on', async () => {
    const { pages } = await layOut(
      '@page { size: 100pt 20pt } .r { position: relative } .a { position: absolute; top: 99999pt }',
      [h('div.r', h('div.a', 'a'), 'x')],
    );
    expect(pages).toHaveLength(1);
  });
});
