import { describe, expect, it } from 'vitest';
import type { TableBox } from '../../../../src/layout/boxes/box.js';
import { alignmentShift, hidesEmpty, type CellExtent } from '../../../../src/layout/table/row-needs.js';
import { placeRows, tableModel, type PlacedRows } from '../../../../src/layout/table/table-model.js';
import { body, extent, group, row, style, styledRow, table, td } from './tables.js';

const rows = (box: TableBox, extents: readonly CellExtent[], height?: number): PlacedRows =>
  placeRows(tableModel(box), extents, height);

const near = (x: number): number => Math.round(x * 1000) / 1000;
const heights = (box: TableBox, extents: readonly CellExtent[], height?: number): readonly number[] =>
  rows(box, extents, height).rows.tracks.map(({ size }) => near(size));

const high = (...all: readonly number[]): readonly CellExtent[] => all.map((height) => extent(height));

describe('rows', () => {
  it('are as high as their highest cell', () => {
    expect(heights(table('', body(row(td(), td()), row(td(), td()))), high(10, 20, 5, 3))).toEqual([20, 5]);
  });

  it('are as high as they or their cells ask to be', () => {
    const box = table(
      '',
      body(styledRow('height: 30pt', td()), row(td('height: 40pt')), row(td('min-height: 9pt'))),
    );
    expect(heights(box, high(10, 10, 5))).toEqual([30, 40, 9]);
  });

  it('add padding and border to the height of a cell', () => {
    const box = table('', body(row(td('height: 40pt')), row(td('height: 40pt; box-sizing: border-box'))));
    const cell = extent(10, undefined, { edgeTop: 3, edgeBottom: 4 });
    expect(heights(box, [cell, cell])).toEqual([47, 40]);
  });

  it('have spacing before, between and after them', () => {
    const placed = rows(table('border-spacing: 2pt 7pt', body(row(td()), row(td()))), high(10, 20));
    expect(placed.rows.tracks.map(({ start }) => start)).toEqual([7, 24]);
    expect(placed.rows.total).toBe(51);
  });

  it('are removed with their spacing when they collapse', () => {
    const box = table(
      'border-spacing: 7pt',
      body(row(td()), styledRow('visibility: collapse', td()), row(td())),
    );
    const placed = rows(box, high(10, 99, 20));
    expect(placed.rows.tracks.map(({ start, size }) => [start, size])).toEqual([
      [7, 10],
      [17, 0],
      [24, 20],
    ]);
  });
});

describe('cells that span rows', () => {
  const two = (...css: readonly string[]): TableBox =>
    table('', body(styledRow(css[0] ?? '', td('', { rows: 2 }), td()), styledRow(css[1] ?? '', td())));

  it('make automatic rows higher in proportion', () => {
    expect(heights(two(), high(90, 10, 20))).toEqual([30, 60]);
  });

  it('leave rows with a height alone', () => {
    expect(heights(two('height: 10pt'), high(90, 10, 20))).toEqual([10, 80]);
  });

  it('make the last of empty rows higher', () => {
    expect(heights(two(), high(90, 0, 0))).toEqual([0, 90]);
  });

  it('count the spacing between their rows', () => {
    const box = table('border-spacing: 10pt', body(row(td('', { rows: 2 }), td()), row(td())));
    expect(heights(box, high(50, 10, 10))).toEqual([20, 20]);
  });

  it('make the rows higher in which another one begins', () => {
    const box = table('', body(row(td('', { rows: 3 }), td()), row(td('', { rows: 2 }), td()), row(td())));
    expect(heights(box, high(60, 10, 0, 10, 10))).toEqual([10, 40, 10]);
  });
});

describe('the height of a table', () => {
  it('makes automatic rows of the bodies higher in proportion', () => {
    const box = table('', group('head', '', row(td())), body(row(td()), row(td())));
    expect(heights(box, high(10, 10, 20), 100)).toEqual([10, 30, 60]);
  });

  it('leaves rows with a height alone while there are others', () => {
    const box = table('', body(styledRow('height: 10pt', td()), row(td())));
    expect(heights(box, high(5, 10), 100)).toEqual([10, 90]);
  });

  it('makes all higher when all have a height', () => {
    const box = table('', body(styledRow('height: 10pt', td()), styledRow('height: 30pt', td())));
    expect(heights(box, high(5, 10), 100)).toEqual([25, 75]);
  });

  it('is shared equally by empty rows', () => {
    expect(heights(table('', body(row(td()), row(td()))), high(0, 0), 100)).toEqual([50, 50]);
  });

  it('is what percentages are of', () => {
    const box = table('', body(styledRow('height: 25%', td()), row(td()), row(td('height: 50%'))));
    expect(heights(box, high(5, 5, 5), 200)).toEqual([50, 50, 100]);
  });

  it('lets percentages count as auto when it is auto itself', () => {
    expect(heights(table('', body(styledRow('height: 25%', td()))), high(5))).toEqual([5]);
  });

  it('goes to groups with a percentage, then to automatic bodies', () => {
    const box = table('', group('head', 'height: 30%', row(td())), body(row(td())));
    expect(heights(box, high(10, 10), 100)).toEqual([30, 70]);
  });

  it('does not count spacing as rows', () => {
    expect(heights(table('border-spacing: 10pt', body(row(td()), row(td()))), high(5, 5), 100)).toEqual([
      35, 35,
    ]);
  });
});

describe('the height of a row group', () => {
  it('makes its rows higher', () => {
    const box = table('', group('body', 'height: 60pt', row(td()), row(td())), body(row(td())));
    expect(heights(box, high(10, 20, 10))).toEqual([20, 40, 10]);
  });
});

describe('the baseline of a row', () => {
  it('is the lowest of its cells, which makes the row higher', () => {
    const placed = rows(table('', body(row(td(), td()))), [extent(20, 15), extent(30, 10)]);
    expect(placed.needs[0]).toMatchObject({ baseline: 15, height: 35 });
  });

  it('has nothing to do with cells aligned otherwise', () => {
    const placed = rows(table('', body(row(td(), td('vertical-align: top')))), [
      extent(20, 5),
      extent(30, 25),
    ]);
    expect(placed.needs[0]).toMatchObject({ baseline: 5, height: 30 });
  });

  it('is the bottom of the lowest content when no cell stands on it', () => {
    const cells = [extent(20, 5, { edgeBottom: 4 }), extent(30, 8, { edgeBottom: 6 })];
    const placed = rows(table('', body(row(td('vertical-align: top'), td('vertical-align: middle')))), cells);
    expect(placed.needs[0]).toMatchObject({ baseline: 26, height: 30 });
  });

  it('takes the ascent of a cell that spans rows, not its depth', () => {
    const placed = rows(table('', body(row(td('', { rows: 2 }), td()), row(td()))), [
      extent(50, 20),
      extent(10, 8),
      extent(40),
    ]);
    expect(placed.needs[0]).toMatchObject({ baseline: 20, height: 22 });
  });
});

describe('content in its cell', () => {
  const area = { height: 50, baseline: 20 };
  const shift = (align: string): number =>
    alignmentShift(style(`vertical-align: ${align}`), extent(10, 8), area);

  it('moves to the top, the middle, the bottom or the baseline', () => {
    expect(['top', 'middle', 'bottom', 'baseline', 'super'].map(shift)).toEqual([0, 20, 40, 12, 12]);
  });

  it('without a baseline stays at the top', () => {
    expect(alignmentShift(style(), extent(10), area)).toBe(0);
  });
});

describe('empty cells', () => {
  const hide = 'empty-cells: hide';
  const empty = extent(4, undefined, { empty: true });

  it('hide if told and if borders are separate', () => {
    expect(hidesEmpty(style(hide), empty)).toBe(true);
    expect(hidesEmpty(style(hide), extent(4))).toBe(false);
    expect(hidesEmpty(style(), empty)).toBe(false);
    expect(hidesEmpty(style(`${hide}; border-collapse: collapse`), empty)).toBe(false);
  });

  it('leave a row of theirs without height and with one spacing', () => {
    const box = table('border-spacing: 5pt', body(row(td()), row(td(hide), td(hide)), row(td())));
    const placed = rows(box, [extent(10), empty, empty, extent(10)]);
    expect(placed.rows.tracks.map(({ start, size }) => [start, size])).toEqual([
      [5, 10],
      [15, 0],
      [20, 10],
    ]);
  });
});
