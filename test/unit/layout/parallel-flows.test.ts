/** Flows beside the main one: floats and overflow that go on over pages and columns (css-break-3, 2). */
import { describe, expect, it } from 'vitest';
import { h, layOut, placesOf } from '../../support/lay-out.js';

const sized = (width: number, height: number): string => `width: ${width}pt; height: ${height}pt`;

describe('what sticks out of a box that has ended', () => {
  // A page of 40: the box ends at 20, its second paragraph (30 to 50) goes on beside what follows.
  it('goes on at the head of the next page, and the text after the box goes on where it ends', async () => {
    const { pages } = await layOut('@page { size: 100pt 40pt } .b { height: 20pt } .s { height: 30pt }', [
      h('div.b', h('div.s', 'a'), h('p', 'bb', h('br'), 'cc')),
      h('p', 'ddd', h('br'), 'eee', h('br'), 'fff'),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'bb@0,30', 'ddd@0,20', 'eee@0,30']);
    expect(placesOf(pages[1])).toEqual(['cc@0,0', 'fff@0,0']);
    expect(pages).toHaveLength(2);
  });

  it('is all that is broken when a break is asked for in it', async () => {
    const { pages } = await layOut(
      '@page { size: 100pt 40pt } .b { height: 10pt } .n { break-before: page }',
      [h('div.b', h('p', 'a'), h('p.n', 'b')), h('p', 'c')],
    );
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'c@0,10']);
    expect(placesOf(pages[1])).toEqual(['b@0,0']);
  });

  it('goes on when max-height ends the box', async () => {
    const { pages } = await layOut('@page { size: 100pt 40pt } .b { max-height: 30pt }', [
      h('div.b', h('p', 'a', h('br'), 'b', h('br'), 'c', h('br'), 'd', h('br'), 'e')),
      h('p', 'f'),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@0,10', 'c@0,20', 'd@0,30', 'f@0,30']);
    expect(placesOf(pages[1])).toEqual(['e@0,0']);
  });
});

describe('floats over pages', () => {
  const page = '@page { size: 100pt 40pt }';

  it('are broken, and lines stand beside each part', async () => {
    const { pages } = await layOut(`${page} .f { float: left; width: 40pt }`, [
      h('p', 'aaaaaaaaaa aaaaaaaaaa'),
      h('div.f', h('p', 'f1 f2 f3')),
      h('p', 'bbbbb ccccc ddddd eeeee'),
    ]);
    expect(placesOf(pages[0])).toEqual([
      'f1@0,20',
      'f2@0,30',
      'aaaaaaaaaa@0,0',
      'aaaaaaaaaa@0,10',
      'bbbbb@40,20',
      'ccccc@40,30',
    ]);
    expect(placesOf(pages[1])).toEqual(['f3@0,0', 'ddddd@40,0', 'eeeee@0,10']);
  });

  it('do not cost words of the text that was broken beside them', async () => {
    const { pages } = await layOut(`${page} .f { float: left; ${sized(60, 40)} }`, [
      h('p', h('div.f', 'f'), 'aaa bbb ccc ddd eee fff ggg'),
    ]);
    expect(placesOf(pages[0])).toEqual(['f@0,0', 'aaa@60,0', 'bbb@60,10', 'ccc@60,20', 'ddd@60,30']);
    expect(placesOf(pages[1])).toEqual(['eee fff@0,0', 'ggg@0,10']);
  });

  it('hold back what clears them until they have ended', async () => {
    const { pages } = await layOut(`${page} .f { float: left; ${sized(30, 60)} } .c { clear: left }`, [
      h('div.f', 'f'),
      h('p', 'a'),
      h('p.c', 'b'),
    ]);
    expect(placesOf(pages[0])).toEqual(['f@0,0', 'a@30,0']);
    expect(placesOf(pages[1])).toEqual(['b@0,20']);
  });

  it('wait with those after them', async () => {
    const css = `${page} .f { float: left; break-inside: avoid; ${sized(30, 30)} } .g { float: left; ${sized(20, 10)} }`;
    const { pages } = await layOut(css, [
      h('p', 'aa', h('br'), 'aa'),
      h('div.f', 'f'),
      h('div.g', 'g'),
      h('p', 'b'),
    ]);
    expect(placesOf(pages[0])).toEqual(['aa@0,0', 'aa@0,10', 'b@0,20']);
    expect(placesOf(pages[1])).toEqual(['f@0,0', 'g@30,0']);
  });
});

describe('flows beside and elements across columns', () => {
  // 60 in two columns: 30 each, and the element below both.
  it('a float ends above the element that follows it', async () => {
    const { pages } = await layOut(
      `.m { columns: 2; column-gap: 0 } .f { float: left; ${sized(30, 60)} } .s { column-span: all }`,
      [h('div.m', h('div.f', 'f'), h('p', 'a'), h('div', h('div.s', 's')), h('p', 'b'))],
    );
    expect(placesOf(pages[0])).toEqual(['f@0,0', 'a@30,0', 's@0,30', 'b@0,40']);
  });

  // The box ends at the foot of the first column; its last line and the element in it stand in the second.
  it('an element in what sticks out of a box that has ended stays in it', async () => {
    const { pages } = await layOut(
      '.m { columns: 2; column-gap: 0; column-fill: auto; height: 20pt } .h { height: 20pt } .s { column-span: all }',
      [h('div.m', h('div.h', 'a', h('br'), 'b', h('br'), 'c', h('div.s', 's')), h('p', 'd'))],
    );
    expect([...placesOf(pages[0])].sort()).toEqual(['a@0,0', 'b@0,10', 'c@50,0', 'd@50,0', 's@50,10']);
  });
});

describe('text over columns and pages of other widths', () => {
  it('is broken anew where it goes on', async () => {
    const { pages } = await layOut('@page { size: 100pt 20pt } @page :first { size: 50pt 20pt }', [
      h('p', 'aaaa bbbb cccc dddd eeee'),
    ]);
    expect(placesOf(pages[0])).toEqual(['aaaa@0,0', 'bbbb@0,10']);
    expect(placesOf(pages[1])).toEqual(['cccc dddd@0,0', 'eeee@0,10']);
  });
});
