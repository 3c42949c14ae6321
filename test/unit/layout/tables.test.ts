import { describe, expect, it } from 'vitest';
import { setMarkdown } from '../../support/set-markdown.js';
import { flat, h, layOut, placesOf, textsOf } from '../../support/lay-out.js';

const row = (...cells: readonly string[]) => h('tr', ...cells.map((cell) => h('td', cell)));

describe('automatic columns', () => {
  it('are as wide as their content likes when there is room', async () => {
    const { pages } = await layOut('', [h('table', row('a', 'bbb'), row('cc', 'd'))]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'bbb@20,0', 'cc@0,10', 'd@20,10']);
  });

  it('give way between what they need and what they like', async () => {
    const { pages } = await layOut('', [h('table', row('aaaa', 'bb bb bb bb'))]);
    // Needs 40 and 20, likes 40 and 110, has 100: the second gets all that is left.
    expect(placesOf(pages[0])).toEqual(['aaaa@0,0', 'bb bb@40,0', 'bb bb@40,10']);
  });

  it('share what is left over in a full-width table', async () => {
    const { pages } = await layOut('table { width: 100% }', [h('table', row('a', 'bbb'))]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'bbb@25,0']);
  });

  // 'aaa' behind an indent of 7 needs 37; 'a' behind one 17, less than 'bbb'.
  it('have room for the indent of their first word', async () => {
    const css = 'table { text-indent: 7pt; width: 1pt }';
    const { pages } = await layOut(css, [
      h('table', h('tr', h('td', 'aaa b'), h('td', 'a bbb'), h('td', 'x'))),
    ]);
    expect([...placesOf(pages[0])].sort()).toEqual(['a@44,0', 'aaa@7,0', 'b@0,10', 'bbb@37,10', 'x@74,0']);
  });
});

describe('fixed columns', () => {
  it('follow the first row', async () => {
    const css = 'table { table-layout: fixed; width: 100% } .w { width: 60pt }';
    const { pages } = await layOut(css, [
      h('table', h('tr', h('td.w', 'a'), h('td', 'b')), row('c', 'ddddddd')),
    ]);
    expect(placesOf(pages[0]).slice(0, 3)).toEqual(['a@0,0', 'b@60,0', 'c@0,10']);
  });

  it('are made of cells that stand without a row, as furniture uses them', async () => {
    const css =
      '.t { display: table; table-layout: fixed; width: 100% } .t p { display: table-cell } .r { text-align: right }';
    const { pages } = await layOut(css, [h('div.t', h('p', 'a'), h('p.r', 'b'))]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@90,0']);
  });
});

describe('spans', () => {
  it('cover columns and rows', async () => {
    const table = h(
      'table',
      h('tr', h('td', { colSpan: 2 }, 'aaaa')),
      h('tr', h('td', { rowSpan: 2 }, 'b'), h('td', 'c')),
      row('d'),
    );
    const { pages } = await layOut('', [table]);
    expect(placesOf(pages[0])).toEqual(['aaaa@0,0', 'b@0,10', 'c@20,10', 'd@20,20']);
  });
});

describe('rows on pages', () => {
  const css = '@page { size: 100pt 40pt }';

  it('repeat the head where a page begins', async () => {
    const table = h(
      'table',
      h('thead', h('tr', h('th', 'H'))),
      h('tbody', ...['a', 'b', 'c', 'd', 'e'].map((cell) => row(cell))),
    );
    const { pages } = await layOut(css, [table]);
    expect(pages.map((page) => textsOf(page).map(({ text }) => text))).toEqual([
      ['H', 'a', 'b', 'c'],
      ['H', 'd', 'e'],
    ]);
  });

  it('do not leave a caption behind', async () => {
    const table = h('table', h('caption', 'cap'), row('a'));
    const { pages } = await layOut(css, [h('p', 'xxxxxxxxx yyyyyyyyy zzzzzzzzz'), table]);
    expect(pages.map((page) => textsOf(page).length)).toEqual([3, 2]);
  });
});

describe('a row taller than a page', () => {
  it('loses no line', async () => {
    const long = 'aaaa bbbb cccc dddd eeee ffff gggg';
    const table = h('table', row('x', long), row('y', 'z'));
    const { pages } = await layOut('@page { size: 60pt 40pt }', [table]);
    expect(pages.map((page) => textsOf(page).map(({ text }) => text))).toEqual([
      ['x', 'aaaa', 'bbbb', 'cccc', 'dddd'],
      ['eeee', 'ffff', 'gggg', 'y', 'z'],
    ]);
  });
});

describe('a repeated head', () => {
  it('is tagged once and an artifact afterwards', async () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((cell) => row(cell));
    const table = h('table', h('thead', h('tr', h('th', 'H'))), h('tbody', ...rows));
    const { pages } = await layOut('@page { size: 100pt 40pt }', [table]);
    const heads = pages.map((page) => flat(page.items).filter((item) => item.type === 'text')[0]?.tag.type);
    expect(heads).toEqual(['structure', 'artifact']);
  });
});

describe('more columns than the page is wide', () => {
  it('share the page; their words are broken, with a warning', async () => {
    const { pages, diagnostics } = await layOut('', [h('table', row('aaaaaa', 'bbbbbb', 'cccccc'))]);
    const right = Math.max(...textsOf(pages[0]).map(({ text, x }) => x + 10 * text.length));
    expect(right).toBeLessThanOrEqual(100);
    expect(
      textsOf(pages[0])
        .map(({ text }) => text)
        .join('')
        .split('')
        .sort()
        .join(''),
    ).toBe('aaaaaabbbbbbcccccc');
    expect(diagnostics.map(({ code }) => code)).toContain('LAYOUT-WIDE-WORD');
  });
});

describe('words too wide for a table', () => {
  it('are told once, with their count and the first', async () => {
    const { diagnostics } = await setMarkdown(
      `---\ntitle: B\ndate: 2020-01-13\n---\n\n| ${'x | '.repeat(8)}\n| ${'--- | '.repeat(8)}\n| ${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `w${n}${'abcdefghij'.repeat(3)} | `).join('')}\n`,
      'article',
    );
    const wide = diagnostics.filter(({ code }) => code.startsWith('LAYOUT-WIDE'));
    expect(wide.map(({ code, values, span }) => [code, values['count'], span?.line])).toEqual([
      ['LAYOUT-WIDE-TABLE', 8, 8],
    ]);
    expect(wide[0]?.values['text']).toMatch(/^w1abc/);
  });
});

describe('borders', () => {
  const rects = (items: Parameters<typeof flat>[0]) =>
    flat(items).flatMap((item) => (item.type === 'path' ? item.path : []));

  it('collapse to one line between cells', async () => {
    const css = 'table { border-collapse: collapse } td { border: 1pt solid }';
    const { pages } = await layOut(css, [h('table', row('a', 'b'))]);
    const vertical = rects(pages[0]?.items ?? []).filter((rect) => rect.type === 'rect' && rect.width === 1);
    expect(vertical).toHaveLength(3);
  });

  it('of rows count in a collapsed table', async () => {
    const css = 'table { border-collapse: collapse } .head { border-bottom: 2pt solid }';
    const { pages } = await layOut(css, [h('table', h('tr.head', h('th', 'a')), row('b'))]);
    expect(rects(pages[0]?.items ?? [])).toEqual([{ type: 'rect', x: 0, y: 10, width: 10, height: 2 }]);
  });
});

describe('tags', () => {
  it('say which cells are heads, and how far they reach', async () => {
    const table = h(
      'table',
      h('thead', h('tr', h('th', { colSpan: 2 }, 'a'))),
      h('tbody', h('tr', h('th', { scope: 'row' }, 'b'), h('td', 'c'))),
    );
    const { document } = await layOut('', [table]);
    expect(
      document.structure.map(({ type, scope, colSpan }) => [type, scope, colSpan].filter(Boolean).join(' ')),
    ).toEqual(['Document', 'Table', 'THead', 'TR', 'TH Column 2', 'TBody', 'TR', 'TH Row', 'TD']);
  });
});
