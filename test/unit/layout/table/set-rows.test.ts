import { describe, expect, it } from 'vitest';
import { h } from '../../../support/lay-out.js';
import { boxesIn, setTables, type SetPages } from './set-tables.js';

const row = (...cells: readonly string[]) => h('tr', ...cells.map((cell) => h('td', cell)));
const rows = (letters: string) => Array.from(letters, (letter) => row(letter));
const long = 'aaaa bbbb cccc dddd eeee ffff gggg';

/** `x,y width×height` of the boxes of a page with this background, in the order in which they are painted. */
function areas({ roots }: SetPages, page: number, colour: 'r' | 'g' | 'b'): readonly string[] {
  const root = roots[page];
  if (!root) return [];
  return boxesIn([{ x: 0, y: 0, fragment: root }]).flatMap(({ x, y, fragment }) => {
    const { backgroundColor: color } = fragment.style;
    if (color === 'transparent' || color.space !== 'rgb' || color[colour] !== 1 || fragment.paint?.hideBox)
      return [];
    return [`${x},${y} ${fragment.width}×${fragment.height}`];
  });
}

describe('a table on one page', () => {
  it('has cells in columns and rows', async () => {
    const { texts } = await setTables('', Infinity, h('table', row('a', 'bbb'), row('cc', 'd')));
    expect(texts).toEqual([['a@0,0', 'bbb@20,0', 'cc@0,10', 'd@20,10']]);
  });

  it('is centred by auto margins with border and padding', async () => {
    const css = 'table { margin: 0 auto; border: 1pt solid; padding: 4pt }';
    const { texts } = await setTables(css, Infinity, h('table', row('aaaa')));
    // 40 and twice 5 in 100.
    expect(texts).toEqual([['aaaa@30,5']]);
  });

  it('aligns cells in their rows', async () => {
    const two = h('td', h('p', 'b'), h('p', 'c'));
    const at = async (align: string) => {
      const { texts } = await setTables(
        `td { vertical-align: ${align} }`,
        Infinity,
        h('table', h('tr', h('td', 'a'), two)),
      );
      return texts[0]?.[0];
    };
    expect([await at('top'), await at('middle'), await at('bottom'), await at('baseline')]).toEqual([
      'a@0,0',
      'a@0,5',
      'a@0,10',
      'a@0,0',
    ]);
  });

  it('shares its height among its rows', async () => {
    const { texts } = await setTables(
      'table { height: 60pt } td { vertical-align: bottom }',
      Infinity,
      h('table', ...rows('ab')),
    );
    expect(texts).toEqual([['a@0,20', 'b@0,50']]);
  });

  it('gives percentages in cells the height of the row', async () => {
    const css = 'td { vertical-align: top } .full { height: 100%; background: #f00 } .tall { height: 30pt }';
    const table = h('table', h('tr', h('td', h('p.full', 'a')), h('td.tall', 'b')));
    expect(areas(await setTables(css, Infinity, table), 0, 'r')).toEqual(['0,0 10×30']);
  });

  it('paints rows behind cells, columns behind rows', async () => {
    const css = 'tr { background: #f00 } col { background: #0f0 } td.c { background: #00f }';
    const table = h('table', h('col'), h('tr', h('td', 'a'), h('td.c', 'b')));
    const pages = await setTables(css, Infinity, table);
    expect(areas(pages, 0, 'g')).toEqual(['0,0 10×10']);
    expect(areas(pages, 0, 'r')).toEqual(['0,0 20×10']);
    expect(areas(pages, 0, 'b')).toEqual(['10,0 10×10']);
  });

  it('leaves the spacing between cells to its own background', async () => {
    const css = 'table { border-spacing: 5pt } tr { background: #f00 }';
    const pages = await setTables(css, Infinity, h('table', row('a', 'b')));
    expect(areas(pages, 0, 'r')).toEqual(['5,5 10×10', '20,5 10×10']);
  });

  it('moves relatively positioned rows and places boxes against them', async () => {
    const css = `tr.r { position: relative; left: 5pt; background: #f00 }
      .a { position: absolute; right: 0; bottom: 0; width: 4pt; height: 4pt; background: #0f0 }`;
    const table = h('table', row('x', 'y'), h('tr.r', h('td', 'a', h('span.a')), h('td', 'b')));
    const pages = await setTables(css, Infinity, table);
    expect(pages.texts).toEqual([['x@0,0', 'y@10,0', 'a@5,10', 'b@15,10']]);
    expect(areas(pages, 0, 'r')).toEqual(['5,10 20×10']);
    expect(areas(pages, 0, 'g')).toEqual(['21,16 4×4']);
  });

  it('has its captions above and below', async () => {
    const css = '.end { caption-side: bottom }';
    const table = h('table', h('caption.end', 'E'), h('caption', 'C'), row('a'));
    expect((await setTables(css, Infinity, table)).texts).toEqual([['C@0,0', 'a@0,10', 'E@0,20']]);
  });
});

describe('rows over pages', () => {
  it('repeat head and foot, which come last for good', async () => {
    const table = h('table', h('thead', row('H')), h('tfoot', row('F')), h('tbody', ...rows('abcdefgh')));
    expect((await setTables('', 50, table)).texts).toEqual([
      ['*F@0,40', 'H@0,0', 'a@0,10', 'b@0,20', 'c@0,30'],
      ['*H@0,0', '*F@0,40', 'd@0,10', 'e@0,20', 'f@0,30'],
      ['*H@0,0', 'g@0,10', 'h@0,20', 'F@0,30'],
    ]);
  });

  it('do not repeat a head that takes more than a quarter of the page', async () => {
    const table = h('table', h('thead', row('H')), h('tbody', ...rows('abc')));
    expect((await setTables('', 30, table)).texts).toEqual([['H@0,0', 'a@0,10', 'b@0,20'], ['c@0,0']]);
  });

  it('do not leave a head or caption alone at the foot of a page', async () => {
    const before = [h('p', 'p'), h('p', 'q'), h('p', 'r')];
    const head = h('table', h('thead', row('H')), h('tbody', ...rows('ab')));
    const caption = h('table', h('caption', 'C'), ...rows('ab'));
    expect((await setTables('', 40, ...before, head)).texts[1]).toEqual(['H@0,0', 'a@0,10', 'b@0,20']);
    expect((await setTables('', 40, ...before, caption)).texts[1]).toEqual(['C@0,0', 'a@0,10', 'b@0,20']);
  });

  it('break a caption only if no page can hold it', async () => {
    const caption = (words: string) => h('table', h('caption', words), row('a'));
    const css = 'table { width: 40pt } caption { text-align: left }';
    expect((await setTables(css, 30, h('p', 'p'), h('p', 'q'), caption('aaaa bbbb'))).texts).toEqual([
      ['p@0,0', 'q@0,10'],
      ['aaaa@0,0', 'bbbb@0,10', 'a@0,20'],
    ]);
    expect((await setTables(css, 30, caption('aaaa bbbb cccc dddd'))).texts).toEqual([
      ['aaaa@0,0', 'bbbb@0,10', 'cccc@0,20'],
      ['dddd@0,0', 'a@0,10'],
    ]);
  });

  it('keep the last one with a caption below', async () => {
    const table = h('table', h('caption', 'C'), ...rows('abc'));
    expect((await setTables('caption { caption-side: bottom }', 30, table)).texts).toEqual([
      ['a@0,0', 'b@0,10'],
      ['c@0,0', 'C@0,10'],
    ]);
  });

  it('break where rows, groups and cells ask for it', async () => {
    const css = '.new { break-before: page }';
    const ofRow = h('table', row('a'), h('tr.new', h('td', 'b')));
    const ofGroup = h('table', h('tbody', row('a')), h('tbody.new', row('b')));
    const ofCell = h('table', row('a'), h('tr', h('td', h('p.new', 'b'))));
    for (const table of [ofRow, ofGroup, ofCell]) {
      const { texts, stops } = await setTables(css, 100, table);
      expect([texts, stops]).toEqual([
        [['a@0,0'], ['b@0,0']],
        ['forced', undefined],
      ]);
    }
  });

  it('break inside cells that ask for it', async () => {
    const first = h('tr', h('td', h('p', 'a'), h('p.new', 'b')), h('td', 'x'));
    const { texts } = await setTables('.new { break-before: page }', 50, h('table', first, row('d', 'e')));
    expect(texts).toEqual([
      ['a@0,0', 'x@10,0'],
      ['b@0,0', 'd@0,10', 'e@10,10'],
    ]);
  });

  it('stay together where a break is to be avoided', async () => {
    const table = h('table', row('a'), row('b'), h('tr.keep', h('td', 'c')), row('d'));
    expect((await setTables('.keep { break-after: avoid }', 30, table)).texts).toEqual([
      ['a@0,0', 'b@0,10'],
      ['c@0,0', 'd@0,10'],
    ]);
    const after = [h('p', 'p'), h('p', 'q'), h('table', ...rows('abc'))];
    expect((await setTables('table { break-inside: avoid }', 40, ...after)).texts).toEqual([
      ['p@0,0', 'q@0,10'],
      ['a@0,0', 'b@0,10', 'c@0,20'],
    ]);
  });

  it('drop the spacing and the table’s edges at breaks', async () => {
    const css = 'table { border: 1pt solid; padding: 2pt; border-spacing: 5pt }';
    expect((await setTables(css, 40, h('table', ...rows('abcd')))).texts).toEqual([
      ['a@8,8', 'b@8,23'],
      ['c@8,0', 'd@8,15'],
    ]);
  });

  it('fill columns evenly', async () => {
    const css = 'div { columns: 2; column-gap: 0 }';
    expect((await setTables(css, 100, h('div', h('table', ...rows('abcdef'))))).texts).toEqual([
      ['a@0,0', 'b@0,10', 'c@0,20', 'd@50,0', 'e@50,10', 'f@50,20'],
    ]);
  });

  it('are painted as collapsed borders on both sides of a break', async () => {
    const css = 'table { border-collapse: collapse } td { border: 2pt solid }';
    const { roots } = await setTables(css, 27, h('table', ...rows('abc')));
    const horizontal = roots.map((root) =>
      boxesIn([{ x: 0, y: 0, fragment: root }]).flatMap(({ fragment }) =>
        (fragment.paint?.borders ?? []).filter(({ y1, y2 }) => y1 === y2).map(({ y1 }) => y1),
      ),
    );
    // Rows of 12: half a border above, 10, half a border below.
    expect(horizontal).toEqual([
      [1, 13, 25],
      [0, 12],
    ]);
  });
});

describe('a row that does not fit', () => {
  it('goes to the next page if it is low', async () => {
    const table = h('table', ...rows('123456789'), row('aaaa bbbb cccc'), row('e'));
    const { texts } = await setTables('table { width: 40pt } tr { break-inside: auto }', 100, table);
    expect(texts[0]?.at(-1)).toBe('9@0,80');
    expect(texts[1]).toEqual(['aaaa@0,0', 'bbbb@0,10', 'cccc@0,20', 'e@0,30']);
  });

  it('is broken if it is high, its cells side by side', async () => {
    const table = h('table', row('p', 'q'), row(long, 'x y'));
    const { texts } = await setTables('td { width: 40pt }', 50, table);
    expect(texts).toEqual([
      ['p@0,0', 'q@40,0', 'aaaa@0,10', 'bbbb@0,20', 'cccc@0,30', 'dddd@0,40', 'x y@40,10'],
      ['eeee@0,0', 'ffff@0,10', 'gggg@0,20'],
    ]);
  });

  it('is not broken against its will as long as a page can hold it', async () => {
    const table = h('table', row('p'), h('tr.keep', h('td', 'aaaa bbbb cccc dddd')));
    const css = 'table { width: 40pt } .keep { break-inside: avoid }';
    expect((await setTables(css, 40, table)).texts).toEqual([
      ['p@0,0'],
      ['aaaa@0,0', 'bbbb@0,10', 'cccc@0,20', 'dddd@0,30'],
    ]);
  });

  it('keeps widows and orphans of its cells', async () => {
    const table = h('table', row('p'), row('aaaa bbbb cccc dddd eeee'));
    const css = 'table { width: 40pt } tr { break-inside: auto } td { widows: 3; orphans: 2 }';
    expect((await setTables(css, 50, table)).texts).toEqual([
      ['p@0,0', 'aaaa@0,10', 'bbbb@0,20'],
      ['cccc@0,0', 'dddd@0,10', 'eeee@0,20'],
    ]);
  });

  it('uses up a height it asks for over pages', async () => {
    const css = 'tr { height: 100pt } td { background: #f00 }';
    const pages = await setTables(css, 40, h('table', row('a')));
    expect([0, 1, 2].map((page) => areas(pages, page, 'r'))).toEqual([
      ['0,0 10×40'],
      ['0,0 10×40'],
      ['0,0 10×20'],
    ]);
  });
});

describe('a cell that spans rows', () => {
  it('goes on after a break between them', async () => {
    const first = h('tr', h('td.s', { rowSpan: 6 }, 'aaaa bbbb cccc dddd eeee ffff'), h('td', 'a'));
    const css = '.s { width: 40pt; background: #f00 }';
    const pages = await setTables(css, 40, h('table', first, ...rows('bcdef')));
    expect(pages.texts).toEqual([
      ['aaaa@0,0', 'bbbb@0,10', 'cccc@0,20', 'dddd@0,30', 'a@40,0', 'b@40,10', 'c@40,20', 'd@40,30'],
      ['eeee@0,0', 'ffff@0,10', 'e@40,0', 'f@40,10'],
    ]);
    expect([areas(pages, 0, 'r'), areas(pages, 1, 'r')]).toEqual([['0,0 40×40'], ['0,0 40×20']]);
  });

  it('makes its last row higher if more of it is left than its rows take', async () => {
    const first = h('tr', h('td.s', { rowSpan: 3 }, h('p', 'a'), h('p.keep', 'b b')), h('td', 'x'));
    const css = '.s { width: 20pt } .keep { break-inside: avoid } .s { vertical-align: top }';
    const { texts } = await setTables(css, 25, h('table', first, ...rows('yz')));
    expect(texts).toEqual([
      ['a@0,0', 'x@20,0', 'y@20,10'],
      ['b@0,0', 'b@0,10', 'z@20,0'],
    ]);
  });
});

describe('a table of 2000 rows', () => {
  it('is measured once', async () => {
    const table = h(
      'table',
      h('thead', row('H', 'I')),
      h('tbody', ...Array.from({ length: 2000 }, () => row('a', 'b'))),
    );
    const { texts } = await setTables('', 400, table);
    expect(texts).toHaveLength(52);
    expect(texts.flat().filter((text) => text.startsWith('a'))).toHaveLength(2000);
  });
});
