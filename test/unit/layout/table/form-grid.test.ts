import { describe, expect, it } from 'vitest';
import type { TableBox } from '../../../../src/layout/boxes/box.js';
import { formGrid } from '../../../../src/layout/table/form-grid.js';
import { body, col, group, row, table, td } from './tables.js';

/** `row,column rows×columns` of every cell. */
const slots = (box: TableBox): readonly string[] =>
  formGrid(box).cells.map((c) => `${c.row},${c.column} ${c.rows}x${c.columns}`);

describe('cells on the grid', () => {
  it('flow around cells that span rows', () => {
    const box = table('', body(row(td('', { rows: 2 }), td('', { cols: 2 })), row(td(), td())));
    expect(slots(box)).toEqual(['0,0 2x1', '0,1 1x2', '1,1 1x1', '1,2 1x1']);
  });

  it('do not leave their row group', () => {
    const box = table('', body(row(td('', { rows: 9 })), row(td())), body(row(td())));
    expect(slots(box)).toEqual(['0,0 2x1', '1,1 1x1', '2,0 1x1']);
  });

  it('reach to the end of the group with rowspan 0', () => {
    const box = table('', body(row(td()), row(td('', { rows: 0 })), row(td()), row(td())));
    expect(slots(box)).toEqual(['0,0 1x1', '1,0 3x1', '2,1 1x1', '3,1 1x1']);
  });

  it('may overlap: a wide cell does not look for room', () => {
    const box = table('', body(row(td(), td('', { rows: 2 })), row(td('', { cols: 2 }))));
    expect(slots(box)).toEqual(['0,0 1x1', '0,1 2x1', '1,0 1x2']);
  });

  it('span a thousand columns at most', () => {
    expect(formGrid(table('', body(row(td('', { cols: 5000 }))))).columns).toHaveLength(1000);
  });
});

describe('row groups on the grid', () => {
  it('stand in visual order, later heads and feet as bodies', () => {
    const box = table(
      '',
      group('foot', '', row(td())),
      body(row(td())),
      group('head', '', row(td())),
      group('head', '', row(td())),
    );
    const grid = formGrid(box);
    expect(
      grid.groups.map(({ group: { kind: written }, kind, first, end }) => [written, kind, first, end]),
    ).toEqual([
      ['head', 'head', 0, 1],
      ['body', 'body', 1, 2],
      ['head', 'body', 2, 3],
      ['foot', 'foot', 3, 4],
    ]);
  });

  it('collapse with their rows', () => {
    const grid = formGrid(table('', group('body', 'visibility: collapse', row(td())), body(row(td()))));
    expect(grid.rows.map(({ collapsed }) => collapsed)).toEqual([true, false]);
  });
});

describe('columns of the grid', () => {
  it('come from cells and from col elements with a width', () => {
    const box = table('', col('width: 10pt', 3), col(''), body(row(td())));
    expect(formGrid(box).columns).toHaveLength(3);
  });

  it('come from every col in fixed layout', () => {
    expect(formGrid(table('table-layout: fixed', col(''), col(''), body(row(td())))).columns).toHaveLength(2);
  });

  it('know where cells begin', () => {
    const grid = formGrid(table('', body(row(td('', { cols: 2 })), row(td()))));
    expect(grid.columns.map(({ originates }) => originates)).toEqual([true, false]);
  });
});

describe('a table of many rows', () => {
  it('is laid on the grid in linear time', () => {
    const rows = Array.from({ length: 20_000 }, () => row(td(), td(), td(), td()));
    expect(formGrid(table('', body(...rows))).cells.at(-1)).toMatchObject({ row: 19_999, column: 3 });
  });
});
