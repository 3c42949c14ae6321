/** `float: left` and `right` (CSS 2.2, 9.5), with 10 pt squares on a page 100 pt wide. */
import { describe, expect, it } from 'vitest';
import { h, layOut, placesOf } from '../../support/lay-out.js';

const sized = (width: number, height: number): string => `width: ${width}pt; height: ${height}pt`;

describe('side floats', () => {
  it('narrow the lines beside them', async () => {
    const { pages } = await layOut(`.f { float: left; ${sized(30, 20)} }`, [
      h('p', h('span.f', 'ff'), 'aaa bbb ccc ddd eee'),
    ]);
    expect(placesOf(pages[0])).toEqual(['ff@0,0', 'aaa bbb@30,0', 'ccc ddd@30,10', 'eee@0,20']);
  });

  it('stand to the right of the lines', async () => {
    const { pages } = await layOut(`.f { float: right; ${sized(40, 10)} }`, [
      h('div.f', 'f'),
      h('p', 'aaa bbb ccc ddd'),
    ]);
    expect(placesOf(pages[0])).toEqual(['f@60,0', 'aaa@0,0', 'bbb ccc@0,10', 'ddd@0,20']);
  });

  it('stand beside each other, and below when there is no room', async () => {
    const { pages } = await layOut(`.f { float: left; ${sized(40, 20)} }`, [
      h('div.f', 'a'),
      h('div.f', 'b'),
      h('div.f', 'c'),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@40,0', 'c@0,20']);
  });

  it('are as wide as their content', async () => {
    const { pages } = await layOut('.f { float: left; padding-right: 5pt }', [
      h('div.f', 'abc'),
      h('p', 'x'),
    ]);
    expect(placesOf(pages[0])).toEqual(['abc@0,0', 'x@35,0']);
  });

  it('are cleared', async () => {
    const { pages } = await layOut(
      `.f { float: left; ${sized(30, 25)} } .c { clear: left; margin-top: 10pt }`,
      [h('div.f', 'f'), h('p', 'a'), h('p.c', 'b')],
    );
    expect(placesOf(pages[0])).toEqual(['f@0,0', 'a@30,0', 'b@0,25']);
  });

  it('go below a line that leaves them no room', async () => {
    const { pages } = await layOut(`.f { float: left; ${sized(50, 10)} }`, [
      h('p', 'aaaaaa ', h('span.f', 'f'), 'bb cc'),
    ]);
    expect(placesOf(pages[0])).toEqual(['f@0,10', 'aaaaaa@0,0', 'bb@70,0', 'cc@50,10']);
  });

  it('make a line that fits nowhere beside them begin below', async () => {
    const { pages } = await layOut(`.f { float: left; ${sized(60, 25)} }`, [
      h('div.f', 'f'),
      h('p', 'aaaaaa b'),
    ]);
    expect(placesOf(pages[0])).toEqual(['f@0,0', 'aaaaaa b@0,25']);
  });

  it('leave room for a formatting context beside them', async () => {
    const { pages } = await layOut(`.f { float: left; ${sized(30, 20)} } .r { overflow: hidden }`, [
      h('div.f', 'f'),
      h('div.r', 'aaa bbb ccc'),
    ]);
    expect(placesOf(pages[0])).toEqual(['f@0,0', 'aaa bbb@30,0', 'ccc@30,10']);
  });

  it('are contained by a formatting context', async () => {
    const { pages } = await layOut(`.f { float: left; ${sized(30, 20)} } .r { display: flow-root }`, [
      h('div.r', h('div.f', 'f')),
      h('p', 'a'),
    ]);
    expect(placesOf(pages[0])).toEqual(['f@0,0', 'a@0,20']);
  });

  it('wait for the next page when they do not fit, and text goes on', async () => {
    const css = `@page { size: 100pt 40pt } .f { float: left; break-inside: avoid; ${sized(30, 20)} }`;
    const { pages } = await layOut(css, [
      h('p', 'aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa'),
      h('div.f', 'f'),
      h('p', 'bbbbb ccccc ddddd'),
    ]);
    expect(placesOf(pages[0])).toEqual([
      'aaaaaaaaaa@0,0',
      'aaaaaaaaaa@0,10',
      'aaaaaaaaaa@0,20',
      'bbbbb@0,30',
    ]);
    expect(placesOf(pages[1])[0]).toBe('f@0,0');
    expect(placesOf(pages[1]).join()).toContain('ddddd');
  });

  it('send the text that has no room beside them to the next page when they fill theirs', async () => {
    // As wide and as high as the page: below it there is no page left.
    const { pages } = await layOut(`.f { float: left; ${sized(100, 100)} }`, [
      h('p', h('span.f', 'f'), 'aa bb'),
    ]);
    expect(pages.map(placesOf)).toEqual([['f@0,0'], ['aa bb@0,0']]);
  });

  it('send a table on to the page where they end when they fill theirs', async () => {
    // Three paragraphs of 30 pt on pages of 40: they take 30, all of the second page, and 20 of the third.
    const css = `@page { size: 100pt 40pt } .f { float: left; width: 100pt } .f p { height: 30pt }`;
    const { pages } = await layOut(css, [
      h('p', 'z'),
      h('section', h('div.f', h('p', 'f'), h('p', 'g'), h('p', 'i'))),
      h('table', h('tr', h('td', 'a'))),
    ]);
    expect(pages.map(placesOf)).toEqual([['f@0,10', 'z@0,0'], ['g@0,0', 'i@0,30'], ['a@0,20']]);
  });

  it('stand where collapsed margins put their container', async () => {
    const { pages } = await layOut(`.f { float: left; ${sized(30, 10)} } .m { margin-top: 15pt }`, [
      h('p', 'a'),
      h('div.m', h('div.f', 'f'), h('p', 'b')),
    ]);
    expect(placesOf(pages[0])).toEqual(['f@0,25', 'a@0,0', 'b@30,25']);
  });
});

describe('clearance', () => {
  it('does not move what stands below the floats already', async () => {
    const { pages } = await layOut(
      `.f { float: left; ${sized(30, 10)} } .c { clear: both; margin-top: 30pt }`,
      [h('div.f', 'f'), h('p', 'a'), h('p.c', 'b')],
    );
    expect(placesOf(pages[0])).toEqual(['f@0,0', 'a@30,0', 'b@0,40']);
  });
});
