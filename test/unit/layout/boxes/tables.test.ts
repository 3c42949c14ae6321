import { describe, expect, it } from 'vitest';
import { h } from '../../../support/lay-out.js';
import { boxesOf, showBox } from './show-boxes.js';

const parts = `
.table { display: table } .inline { display: inline-table } .row { display: table-row } .cell { display: table-cell }
.head { display: table-header-group } .body { display: table-row-group } .foot { display: table-footer-group }
.caption { display: table-caption } .col { display: table-column } .cols { display: table-column-group }
.float { float: left } .abs { position: absolute }
`;

describe('a table', () => {
  it('has its captions, columns and groups in document order', async () => {
    const { shown } = await boxesOf(
      '',
      h(
        'table',
        h('caption', 'c'),
        h('colgroup', h('col'), ' ', h('col', { span: 2 })),
        h('colgroup', { span: 3 }),
        h('tfoot', h('tr', h('td', 'f'))),
        '\n',
        h('thead', h('tr', ' ', h('th', 'h', { colSpan: 2, rowSpan: 0 }), ' ')),
        h('tbody', '\n', h('tr', h('td', 'b', { colSpan: 2000 }))),
      ),
    );
    expect(shown).toBe(
      'table{caption block{[c]} group-col1 group-col2 group-col3 foot{row{cell{[f]}}} ' +
        'head{row{cell2x0{[h]}}} body{row{cell1000x1{[b]}}}}',
    );
  });

  it('shares one group object between the columns of a group', async () => {
    const { body } = await boxesOf('', h('table', h('colgroup', h('col'), h('col')), h('col')));
    const [table] = body.children;
    if (table?.type !== 'table') throw new Error('no table');
    const [a, b, c] = table.columns;
    expect(a?.group).toBe(b?.group);
    expect(c?.group).toBeUndefined();
  });

  it('has one head and one foot at most', async () => {
    const { shown } = await boxesOf(
      parts,
      h('div.table', ...['head', 'head', 'foot', 'foot'].map((k) => h(`p.${k}`, h('p.row', h('p.cell', k))))),
    );
    expect(shown).toBe(
      'table{head{row{cell{[head]}}} body{row{cell{[head]}}} foot{row{cell{[foot]}}} body{row{cell{[foot]}}}}',
    );
  });

  it('takes marks of its parts, and those that found none', async () => {
    const { shown } = await boxesOf(
      '',
      h('table#t', h('tbody#g', h('tr#r', h('td#c', 'a'))), h('colgroup#cg', h('col#co'))),
    );
    expect(shown).toBe('#t #cg table{group-col1 #g body{#r row{#c cell{[a]}}}}');
  });
});

describe('anonymous parts', () => {
  it('row and cell stand around stray content of a table, white space being none', async () => {
    const { shown } = await boxesOf(
      parts,
      h(
        'div.table',
        ' ',
        'a',
        h('b', 'b'),
        ' ',
        h('p', 'c'),
        ' ',
        h('p.row', h('p.cell', 'd')),
        ' ',
        'e',
        ' ',
      ),
    );
    expect(shown).toBe('table{body{row{cell{[ a<b> ] block{[c]}}} row{cell{[d]}} row{cell{[ e ]}}}}');
  });

  it('keep white space beside stray content, though not between parts', async () => {
    const { shown } = await boxesOf(
      `${parts} .table { white-space: pre }`,
      h(
        'div.table',
        h('p.row', ' ', h('img', { src: 'a.png' }), '  ', h('p.cell', 'b'), ' ', h('p.cell', 'c'), ' '),
      ),
    );
    expect(shown).toBe('table{body{row{cell{[ (image:a.png)  ]} cell{[b]} cell{[c]}}}}');
  });

  it('row stands around neighbouring cells, the groups around neighbouring rows', async () => {
    const { shown } = await boxesOf(
      parts,
      h(
        'div.table',
        h('p.cell', 'a'),
        '\n',
        h('p.cell', 'b'),
        h('p.row', h('p.cell', 'c')),
        h('p.body', h('p.row', h('p.cell', 'd'))),
        h('p.row', h('p.cell', 'e')),
      ),
    );
    expect(shown).toBe(
      'table{body{row{cell{[a]} cell{[b]}} row{cell{[c]}}} body{row{cell{[d]}}} body{row{cell{[e]}}}}',
    );
  });

  it('row stands around stray content of a group, cell around that of a row', async () => {
    const { shown } = await boxesOf(
      parts,
      h(
        'div.table',
        h('p.body', h('p.cell', 'a'), 'b', h('p.row', h('p.cell', 'c'), 'd', h('p', 'e'), h('p.cell', 'f'))),
      ),
    );
    expect(shown).toBe('table{body{row{cell{[a]} cell{[b]}} row{cell{[c]} cell{[d] block{[e]}} cell{[f]}}}}');
  });

  it('table stands around neighbouring parts, in the line when their parent is inline', async () => {
    const { shown } = await boxesOf(
      parts,
      h('div', 'a ', h('p.cell', 'b'), ' ', h('p.row', h('p.cell', 'c')), ' d'),
      h('div', h('span', 'a ', h('p.cell', 'b'), '\n', h('p.cell', 'c'), ' d')),
    );
    expect(shown).toBe(
      'block{[a ] table{body{row{cell{[b]}} row{cell{[c]}}}} [ d]} ' +
        'block{[a (inline-table{body{row{cell{[b]} cell{[c]}}}}) d]}',
    );
  });

  it('table stands around a lone caption, column and group', async () => {
    const { shown } = await boxesOf(
      parts,
      h('div', h('p.caption', 'a')),
      h('div', h('p.col', 'x')),
      h('div', h('p.foot', h('p.row', 'b'))),
    );
    expect(shown).toBe(
      'block{table{caption block{[a]}}} block{table{col1}} block{table{foot{row{cell{[b]}}}}}',
    );
  });

  it('cell stands around a part that is in the wrong one, with a table of its own', async () => {
    const { shown } = await boxesOf(
      parts,
      h('div.table', h('p.row', h('p.row', 'a'))),
      h('div.table', h('p.body', h('p.body', h('p.row', h('p.cell', 'b'))))),
      h('div.table', h('span', 'c', h('p.cell', 'd'))),
    );
    expect(shown).toBe(
      'table{body{row{cell{table{body{row{cell{[a]}}}}}}}} ' +
        'table{body{row{cell{table{body{row{cell{[b]}}}}}}}} ' +
        'table{body{row{cell{[c(inline-table{body{row{cell{[d]}}}})]}}}}',
    );
  });

  it('columns hold nothing else', async () => {
    const { shown } = await boxesOf(
      parts,
      h('div.table', h('p.cols', 'a', h('p', 'b'), h('p.col', 'c')), h('p.row', h('p.cell', 'd'))),
    );
    expect(shown).toBe('table{group-col1 body{row{cell{[d]}}}}');
  });

  it('cell stands around boxes out of the flow, which are like inline boxes', async () => {
    const { shown } = await boxesOf(parts, h('div.table', h('p.row', h('p.cell', 'a'), h('p.float', 'f'))));
    expect(shown).toBe('table{body{row{cell{[a]} cell{^block{[f]}}}}}');
  });

  it('may come from pseudo-elements', async () => {
    const { shown } = await boxesOf(
      `${parts} .a::before { content: 'x'; display: table-cell } .b::before { content: 'y'; display: table }
       .c::after { content: ''; display: table }`,
      h('div.table', h('p.row.a', h('p.cell', 'a'))),
      h('div.b', 'b'),
      h('div.c', 'c'),
    );
    expect(shown).toBe(
      'table{body{row{cell{[x]} cell{[a]}}}} block{table{body{row{cell{[y]}}}} [b]} block{[c] table{}}',
    );
  });

  it('have the styles that they inherit', async () => {
    const { body } = await boxesOf(
      `${parts} .table { color: red; padding: 3pt; border-spacing: 2pt }`,
      h('div.table', 'a'),
    );
    const [table] = body.children;
    if (table?.type !== 'table') throw new Error('no table');
    const [group] = table.groups;
    const [row] = group?.rows ?? [];
    const cell = row?.cells[0]?.box;
    expect([group, row, cell].map((part) => part?.style.display)).toEqual([
      'table-row-group',
      'table-row',
      'table-cell',
    ]);
    expect(cell?.style.color).toEqual(table.style.color);
    expect(cell?.style.paddingLeft).toBe(0);
    expect(cell && showBox(cell)).toBe('block{[a]}');
  });
});
