/** Positioned boxes in containing blocks that are broken (css-break-3, 2; CSS 2.2, 10.6.4). */
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/document/page.js';
import { flat, h, layOut, placesOf, textOfItem } from '../../support/lay-out.js';

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

/** Words broken into lines of a width of two, each glyph 10 wide. */
const narrow = 'p { width: 25pt } .r { position: relative } .a { position: absolute }';

describe('positioned boxes in inline boxes', () => {
  // From 30 of the first line to 10 of the second: the block has no width, and its right edge is at 30.
  it('are held by the positioned one around them, from its first corner to its last', async () => {
    const { pages } = await layOut(
      `p { width: 40pt } .r { position: relative; padding: 2pt 0 } .a { position: absolute; top: 0; left: 5pt }
       .z { position: absolute; bottom: 0; right: 0 }`,
      [h('p', 'xy ', h('span.r', 'b c', h('i.a', 'a'), h('i.z', 'z')))],
    );
    expect(sorted(pages[0])).toEqual(['a@35,-2', 'b@30,0', 'c@0,10', 'xy@0,0', 'z@20,12']);
  });

  it('move with it', async () => {
    const { pages } = await layOut(
      '.r { position: relative; left: 7pt; top: 3pt } .a { position: absolute; top: 20pt; left: 0 }',
      [h('p', 'x ', h('span.r', h('i', 'y', h('i.a', 'a'))))],
    );
    expect(sorted(pages[0])).toEqual(['a@27,23', 'x@0,0', 'y@27,3']);
  });

  // The paragraph is 60 high, three lines to a column; the span begins on its fourth line.
  it('begin in the column where its offsets put them', async () => {
    const { pages } = await layOut(
      `.m { columns: 3; column-gap: 0; column-fill: auto; height: 30pt } ${narrow} .a { top: -30pt; left: 0 }`,
      [h('div.m', h('p', 'ab cd ef ', h('span.r', 'gh ij kl', h('span.a', 'a'))))],
    );
    expect(sorted(pages[0])).toEqual([
      'a@0,0',
      'ab@0,0',
      'cd@0,10',
      'ef@0,20',
      'gh@33.333,0',
      'ij@33.333,10',
      'kl@33.333,20',
    ]);
  });

  it('stand in the next column where they begin after the last line of this one', async () => {
    const { pages } = await layOut(
      `.m { columns: 3; column-gap: 0; column-fill: auto; height: 20pt } ${narrow} .a { right: 0 }`,
      [h('div.m', h('p', h('span.r', 'ab c', h('p.a', 'a'))))],
      undefined,
      { continuous: true },
    );
    expect(sorted(pages[0])).toEqual(['a@18.333,0', 'ab@0,0', 'c@0,10']);
  });

  it('are held by one that blocks break, which moves the blocks too', async () => {
    const { pages } = await layOut(
      '.r { position: relative; left: 10pt; top: 5pt } .a { position: absolute; top: 30pt; left: 40pt }',
      [h('div', h('span.r', h('div', 'x', h('div.a', 'a')), h('div.a', 'b')), 'y')],
    );
    expect(sorted(pages[0])).toEqual(['a@50,35', 'b@50,35', 'x@10,5', 'y@0,10']);
  });
});

describe('positioned boxes in inline blocks', () => {
  it('are held by the nearest positioned box around, and stand on the line without offsets', async () => {
    const { pages } = await layOut(
      `.r { position: relative; height: 40pt } .i { display: inline-block; width: 20pt }
       .a { position: absolute; bottom: 0; right: 0 } .s { position: absolute }`,
      [h('div.r', 'x ', h('span.i', 'y', h('i.a', 'a'), h('div.s', 's')))],
    );
    expect(sorted(pages[0])).toEqual(['a@90,30', 's@20,10', 'x@0,0', 'y@20,0']);
  });

  it('are held by the page without one', async () => {
    const { pages } = await layOut(
      '.i { display: inline-block } .a { position: absolute; bottom: 0; left: 5pt }',
      [h('p', 'x', h('span.i', 'y', h('i.a', 'a')), 'z')],
    );
    expect(sorted(pages[0])).toEqual(['a@5,90', 'x@0,0', 'y@10,0', 'z@20,0']);
  });
});

/** Groups of the first page: opacity and what is in them. */
const groups = (page: Page | undefined): readonly string[] =>
  (page?.items ?? []).flatMap((item) =>
    item.type === 'group'
      ? [
          `${item.opacity} ${flat(item.items)
            .map((one) => (one.type === 'text' ? textOfItem(one).trim() : one.type))
            .join(' ')}`,
        ]
      : [],
  );

describe('opacity', () => {
  it('reaches boxes that a box farther out positions', async () => {
    const { pages } = await layOut(
      '.o { opacity: 0.5 } .i { display: inline-block } .a { position: absolute; left: 50pt } .h { opacity: 0.5; top: 0 }',
      [h('div.o', 'x', h('div.a', 'a'), h('span.i.o', 'y', h('i.a.h', 'b')))],
    );
    expect(groups(pages[0])).toEqual(['0.5 x y', '0.5 a', '0.125 b']);
  });

  it('reaches boxes that are held in columns', async () => {
    const { pages } = await layOut(`${columns} .o { opacity: 0.5 } .a { position: absolute; top: 30pt }`, [
      h('div.m', h('div.r', h('div.o', 'x', h('div.a', 'a', h('br'), 'b')))),
    ]);
    expect(groups(pages[0])).toEqual(['0.5 x', '0.5 a', '0.5 b']);
  });

  it('reaches elements across columns', async () => {
    const { pages } = await layOut('.m { columns: 2 } .o { opacity: 0.5 } .s { column-span: all }', [
      h('div.m', h('div.o', h('div', 'x', h('div.s', 's')))),
    ]);
    expect(groups(pages[0])).toEqual(['0.5 x', '0.5 s']);
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

  // Nine lines on pages of 80: two stand at the head of the second, where 'a' is 90 − 80 below.
  it('go on in floats that are broken', async () => {
    const { pages } = await layOut(
      `@page { size: 100pt 80pt } .f { float: left; width: 20pt } .r { position: relative }
       .o { position: absolute; height: 150pt } .a { position: absolute; top: 90pt }`,
      [h('div.f', h('div.r', h('div.o', h('div.a', 'a'), 'b'), 'c c c c c c c c c')), h('p', 'x')],
    );
    expect(sorted(pages[1])).toEqual(['a@0,10', 'c@0,0', 'c@0,10']);
  });
});
