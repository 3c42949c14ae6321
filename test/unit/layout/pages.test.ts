import { describe, expect, it } from 'vitest';
import { flat, h, layOut, placesOf, textsOf } from '../../support/lay-out.js';

const lines = (...words: readonly string[]): string =>
  words.map((word) => word.padEnd(9, word.slice(-1))).join(' ');

describe('pages', () => {
  it('follow each other when one is full', async () => {
    const { pages } = await layOut('@page { size: 100pt 30pt }', [h('p', lines('a', 'b', 'c', 'd'))]);
    expect(pages.map((page) => textsOf(page).length)).toEqual([3, 1]);
    expect(pages.map((page) => page.label)).toEqual(['1', '2']);
  });

  it('keep orphans and widows together', async () => {
    const css = '@page { size: 100pt 50pt } p { orphans: 2; widows: 2 }';
    const { pages } = await layOut(css, [h('p', lines('a', 'b', 'c', 'd')), h('p', lines('e', 'f', 'g'))]);
    expect(pages.map((page) => textsOf(page).length)).toEqual([4, 3]);
    const widow = await layOut(css, [h('p', lines('a', 'b')), h('p', lines('c', 'd', 'e', 'f'))]);
    expect(widow.pages.map((page) => textsOf(page).length)).toEqual([4, 2]);
  });

  it('keep a heading with its first two lines', async () => {
    const css = '@page { size: 100pt 40pt } h2 { break-after: avoid } p { orphans: 2 }';
    const { pages } = await layOut(css, [
      h('p', lines('a', 'b')),
      h('h2', 'head'),
      h('p', lines('c', 'd', 'e')),
    ]);
    expect(pages.map((page) => textsOf(page).map(({ text }) => text[0]))).toEqual([
      ['a', 'b'],
      ['h', 'c', 'd', 'e'],
    ]);
  });

  it('do not part a box that avoids breaks, and drop the margin before it', async () => {
    const css = '@page { size: 100pt 40pt } div { break-inside: avoid; margin-top: 5pt }';
    const { pages } = await layOut(css, [h('p', lines('a', 'b')), h('div', h('p', 'x'), h('p', 'y'))]);
    expect(placesOf(pages[1])).toEqual(['x@0,0', 'y@0,10']);
  });

  it('break where told, to a side where told', async () => {
    const css = '.new { break-before: page } .right { break-before: right }';
    const { pages } = await layOut(css, [h('p', 'a'), h('p.new', 'b'), h('p.right', 'c')]);
    expect(pages.map((page) => textsOf(page).map(({ text }) => text))).toEqual([['a'], ['b'], ['c']]);
    const later = await layOut(css, [h('p', 'a'), h('p.right', 'c')]);
    expect(later.pages.map((page) => textsOf(page).map(({ text }) => text))).toEqual([['a'], [], ['c']]);
  });

  it('have margins of their own: first, left, right', async () => {
    const css =
      '@page { margin: 10pt } @page :first { margin-top: 50pt } @page :left { margin-left: 15pt; margin-right: 5pt }';
    const { pages } = await layOut(css, [h('p', 'a'), h('p', { style: 'break-before: page' }, 'b')]);
    expect([placesOf(pages[0]), placesOf(pages[1])]).toEqual([['a@10,50'], ['b@15,10']]);
  });

  it('take another name where the content asks for it', async () => {
    const css = '@page { margin: 10pt } @page wide { margin: 0 } .w { page: wide }';
    const { pages } = await layOut(css, [h('p', 'a'), h('p.w', 'b'), h('p', 'c')]);
    expect(pages.map((page) => placesOf(page))).toEqual([['a@10,10'], ['b@0,0'], ['c@10,10']]);
  });
});

describe('margin boxes', () => {
  const sheet = `@page { margin: 20pt; @top-left { content: string(title) } @top-right { content: counter(page) "/" counter(pages) } }
    h1 { string-set: title content() }`;

  it('show strings and page numbers', async () => {
    const { pages } = await layOut(sheet, [h('h1', 'aa'), h('p', { style: 'break-before: page' }, 'b')]);
    expect(placesOf(pages[0])).toEqual(['aa@20,20', 'aa@20,5', '1/2@50,5']);
    expect(placesOf(pages[1])).toEqual(['b@20,20', 'aa@20,5', '2/2@50,5']);
  });

  it('set running elements, taken out of the flow', async () => {
    const css = `@page { margin: 20pt; @bottom-left { content: element(foot) } }
      .foot { position: running(foot) } .foot::after { content: counter(page) }`;
    const { pages } = await layOut(css, [
      h('div.foot', 'f'),
      h('p', 'a'),
      h('p', { style: 'break-before: page' }, 'b'),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@20,20', 'f@20,85', '1@30,85']);
    expect(placesOf(pages[1])).toEqual(['b@20,20', 'f@20,85', '2@30,85']);
  });

  it('are aligned by their place where the sheet says nothing, and as it says where it does', async () => {
    const css = `@page { margin: 20pt; @top-right { content: "x" } @bottom-right { content: "y"; text-align: start } }`;
    const { pages } = await layOut(css, [h('p', 'a')]);
    expect(placesOf(pages[0])).toEqual(['a@20,20', 'x@70,5', 'y@20,85']);
  });

  it('are artifacts of pagination', async () => {
    const { pages } = await layOut(sheet, [h('h1', 'aa')]);
    expect(flat(pages[0]?.items ?? []).map(({ tag }) => tag)).toMatchObject([
      { type: 'structure' },
      { type: 'artifact', kind: 'pagination', part: 'head' },
      { type: 'artifact', kind: 'pagination', part: 'head' },
    ]);
    const foot = await layOut('@page { margin: 20pt; @bottom-left { content: "y" } }', []);
    expect(flat(foot.document.pages[0]?.items ?? []).map(({ tag }) => tag)).toEqual([
      { type: 'artifact', kind: 'pagination', part: 'foot' },
    ]);
  });
});

describe('columns', () => {
  it('balance at the end and span a headline', async () => {
    const css = 'div { column-count: 2; column-gap: 20pt } h1 { column-span: all }';
    const { pages } = await layOut(css, [
      h('div', h('p', 'aaaa bbbb'), h('h1', 'head'), h('p', 'cccc dddd eeee')),
    ]);
    expect(placesOf(pages[0])).toEqual([
      'aaaa@0,0',
      'bbbb@60,0',
      'head@0,10',
      'cccc@0,20',
      'dddd@0,30',
      'eeee@60,20',
    ]);
  });

  it('fill a page before the next begins', async () => {
    const css = '@page { size: 100pt 20pt } div { column-count: 2; column-gap: 20pt }';
    const { pages } = await layOut(css, [h('div', h('p', 'aaaa bbbb cccc dddd eeee ffff'))]);
    expect(pages.map((page) => placesOf(page))).toEqual([
      ['aaaa@0,0', 'bbbb@0,10', 'cccc@60,0', 'dddd@60,10'],
      ['eeee@0,0', 'ffff@60,0'],
    ]);
  });

  it('draw a rule between columns that hold something', async () => {
    const css = 'div { column-count: 2; column-gap: 20pt; column-rule: 2pt solid }';
    const { pages } = await layOut(css, [h('div', h('p', 'aaaa bbbb'))]);
    expect(pages[0]?.items).toContainEqual(
      expect.objectContaining({ type: 'path', path: [{ type: 'rect', x: 49, y: 0, width: 2, height: 10 }] }),
    );
  });
});

describe('page floats', () => {
  it('go to the head or foot of their page', async () => {
    const css =
      '.t { float: block-start; float-reference: page } .b { float: block-end; float-reference: page }';
    const { pages } = await layOut(css, [h('p', 'a'), h('div.t', 'top'), h('div.b', 'foot'), h('p', 'b')]);
    expect(placesOf(pages[0])).toEqual(['top@0,0', 'foot@0,90', 'a@0,10', 'b@0,20']);
  });

  it('wait for the next page when they would push their own place off this one', async () => {
    const css = '@page { size: 100pt 30pt } .t { float: block-start; float-reference: page; height: 20pt }';
    const { pages } = await layOut(css, [
      h('p', lines('a', 'b')),
      h('div.t', 'top'),
      h('p', lines('c', 'd')),
    ]);
    expect(pages.map((page) => textsOf(page).map(({ text }) => text[0]))).toEqual([
      ['a', 'b', 'c'],
      ['t', 'd'],
    ]);
  });

  it('bound to the start of the flow come first, in reading order still where they stand', async () => {
    const css = '.t { float: block-start; float-reference: page; -anpham-float-anchor: flow-start }';
    const { pages, document } = await layOut(css, [h('p', 'a'), h('p', 'b'), h('h2.t', 'top')]);
    expect(placesOf(pages[0])).toEqual(['top@0,0', 'a@0,10', 'b@0,20']);
    expect(document.structure.map(({ type }) => type)).toEqual(['Document', 'P', 'P', 'H2']);
  });
});

describe('footnotes', () => {
  const note = (id: string, ...words: string[]) => h(`aside.footnote#${id}`, h('p', ...words));
  const css = 'aside { float: footnote } @page { @footnote { margin: 0; padding: 0; border: 0 } }';

  it('stand at the foot of the page that calls them', async () => {
    const { pages } = await layOut(css, [
      h('p', 'a', h('a.noteref', { href: '#n1' }, '1')),
      note('n1', 'note'),
      h('p', 'b'),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', '1@10,0', 'b@0,10', '1.@0,90', 'note@30,90']);
  });

  it('move with the line that calls them', async () => {
    const { pages } = await layOut(`@page { size: 100pt 30pt } ${css}`, [
      h('p', lines('a', 'b')),
      h('p', 'c', h('a.noteref', { href: '#n1' }, '1')),
      note('n1', 'note'),
    ]);
    expect(pages.map((page) => textsOf(page).map(({ text }) => text[0]))).toEqual([
      ['a', 'b'],
      ['c', '1', '1', 'n'],
    ]);
  });

  it('longer than a page go on at the foot of the next', async () => {
    const long = lines('p', 'q', 'r', 's', 't', 'u');
    const { pages } = await layOut(`@page { size: 100pt 50pt } ${css}`, [
      h('p', 'a', h('a.noteref', { href: '#n1' }, '1')),
      note('n1', long),
      h('p', lines('b', 'c')),
    ]);
    const shown = pages.map((page) =>
      textsOf(page)
        .map(({ text }) => text[0])
        .join(''),
    );
    expect(shown.join('').replace(/[^p-u]/gu, '')).toBe('pqrstu');
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.join('').replaceAll('1', '').split('').sort().join('')).toBe('abcpqrstu');
    const lowest = Math.max(...pages.flatMap((page) => textsOf(page).map(({ top }) => top)));
    expect(lowest).toBeLessThanOrEqual(40);
  });

  it('called in a note or in a float stand on the same page', async () => {
    const float = '.t { float: block-start; float-reference: page }';
    const { pages } = await layOut(`${css} ${float}`, [
      h('p', 'a', h('a.noteref', { href: '#n1' }, '1')),
      h('aside.footnote#n1', h('p', 'x', h('a.noteref', { href: '#n2' }, '2'))),
      note('n2', 'y'),
      h('div.t', 'top', h('a.noteref', { href: '#n3' }, '3')),
      note('n3', 'z'),
    ]);
    const shown = pages.map((page) => textsOf(page).map(({ text }) => text));
    expect(shown).toHaveLength(1);
    expect(shown[0]).toEqual(expect.arrayContaining(['x', 'y', 'z']));
  });

  it('in notes are notes of their own, cells of a table too', async () => {
    const { pages } = await layOut(
      '.n { float: footnote } @page { @footnote { margin: 0; padding: 0; border: 0 } }',
      [h('div.n', 'x', h('div.n', 'y')), h('table.n', h('tr', h('td', 'a'), h('td.n', 'b', h('i.n', 'c'))))],
    );
    const shown = pages.flatMap((page) => textsOf(page).map(({ text }) => text));
    expect(shown.filter((text) => /[a-y]/u.test(text)).sort()).toEqual(['a', 'b', 'c', 'x', 'y']);
  });

  // Five lines, of which a page of 50 has room for three.
  it('in pieces keep the positioned boxes of each', async () => {
    const { pages } = await layOut(
      `@page { size: 100pt 50pt } ${css} .a { position: absolute; left: 50pt }`,
      [
        h('p', 'x', h('a.noteref', { href: '#n1' }, '1')),
        h(
          'aside.footnote#n1',
          h('p', lines('p', 'q', 'r'), h('span.a', 'a')),
          h('p', lines('s', 't'), h('span.a', 'b')),
        ),
      ],
    );
    const shown = pages.map((page) =>
      textsOf(page)
        .map(({ text }) => text)
        .join(''),
    );
    expect([...new Set(shown.join('').replaceAll('1', ''))].sort().join('')).toBe('.abpqrstx');
  });

  it('whose call is not shown stand at the end', async () => {
    const { pages } = await layOut(`${css} .hidden { display: none }`, [
      h('p', 'a'),
      h('p.hidden', h('a.noteref', { href: '#n1' }, '1')),
      note('n1', 'x'),
    ]);
    expect(pages.flatMap((page) => textsOf(page).map(({ text }) => text))).toEqual(['a', '1.', 'x']);
  });

  it('without a reference are called where they stand', async () => {
    const { pages } = await layOut(css, [h('p', 'a', h('span', { style: 'float: footnote' }, 'note'), ' b')]);
    expect(
      textsOf(pages[0])
        .map(({ text }) => text)
        .join('|'),
    ).toBe('a|1|b|1.|note');
  });
});
