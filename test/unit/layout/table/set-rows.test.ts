import { describe, expect, it } from 'vitest';
import { h } from '../../../support/lay-out.js';
import { setTables } from './set-tables.js';

const row = (...cells: readonly string[]) => h('tr', ...cells.map((cell) => h('td', cell)));

describe('a table on one page', () => {
  it('has cells in columns and rows', async () => {
    const { texts } = await setTables('', Infinity, h('table', row('a', 'bbb'), row('cc', 'd')));
    expect(texts).toEqual([['a@0,0', 'bbb@20,0', 'cc@0,10', 'd@20,10']]);
  });
});

describe('rows over pages', () => {
  it('repeat the head', async () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((cell) => row(cell));
    const table = h('table', h('thead', h('tr', h('th', 'H'))), h('tbody', ...rows));
    const { texts } = await setTables('', 40, table);
    expect(texts).toEqual([
      ['H@0,0', 'a@0,10', 'b@0,20', 'c@0,30'],
      ['*H@0,0', 'd@0,10', 'e@0,20'],
    ]);
  });
});
