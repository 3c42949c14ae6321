import { describe, expect, it } from 'vitest';
import type { BorderSide } from '../../../../src/document/style.js';
import type { TableBox } from '../../../../src/layout/boxes/box.js';
import {
  beats,
  collapseBorders,
  type CollapsedBorders,
} from '../../../../src/layout/table/collapsed-borders.js';
import { collapsedLines, type RowStrip } from '../../../../src/layout/table/collapsed-lines.js';
import { formGrid } from '../../../../src/layout/table/form-grid.js';
import { tableModel } from '../../../../src/layout/table/table-model.js';
import { body, col, group, row, style, styledRow, table, td } from './tables.js';

const side = (css: string): BorderSide => style(`border-top: ${css}`).borderTop;
const settle = (box: TableBox): CollapsedBorders => collapseBorders(box.style, formGrid(box));
const red = { space: 'rgb', r: 1, g: 0, b: 0, alpha: 1 };
const blue = { space: 'rgb', r: 0, g: 0, b: 1, alpha: 1 };

describe('of two borders', () => {
  it.each([
    ['hidden', '9pt solid'],
    ['2pt dotted', '1pt double'],
    ['1pt double', '1pt solid'],
    ['1pt solid', '1pt dashed'],
    ['1pt dashed', '1pt dotted'],
    ['1pt dotted', '1pt ridge'],
    ['1pt ridge', '1pt outset'],
    ['1pt outset', '1pt groove'],
    ['1pt groove', '1pt inset'],
    ['1pt inset', 'none'],
  ])('%s wins against %s', (winner, loser) => {
    expect(beats(side(winner), side(loser))).toBe(true);
    expect(beats(side(loser), side(winner))).toBe(false);
  });

  it('the first stays among equals', () => {
    expect(beats(side('1pt solid red'), side('1pt solid blue'))).toBe(false);
  });
});

describe('equal borders of different parts', () => {
  const border = (color: string): string => `border: 1pt solid ${color}`;

  it('go to the cell to the left and above', () => {
    const box = table('', body(row(td(border('red')), td(border('blue'))), row(td(border('blue')), td())));
    const borders = settle(box);
    expect(borders.before(0, 1)?.color).toEqual(red);
    expect(borders.above(1, 0)?.color).toEqual(red);
    expect(borders.above(1, 1)?.color).toEqual(blue);
  });

  it('go to the left cell also if it begins in a later row', () => {
    const box = table('', body(row(td(), td(border('blue'), { rows: 2 })), row(td(border('red')))));
    expect(settle(box).before(1, 1)?.color).toEqual(red);
  });

  it.each([
    ['cell', 'row', td('border: 1pt solid red'), 'border: 1pt solid blue', '', '', ''],
    ['row', 'row group', td(), 'border: 1pt solid red', 'border: 1pt solid blue', '', ''],
    ['row group', 'column', td(), '', 'border: 1pt solid red', 'border: 1pt solid blue', ''],
    ['column', 'table', td(), '', '', 'border: 1pt solid red', 'border: 1pt solid blue'],
  ])('go to the %s before the %s', (_, __, cell, rowCss, groupCss, colCss, tableCss) => {
    const box = table(tableCss, col(colCss), group('body', groupCss, styledRow(rowCss, cell)));
    const borders = settle(box);
    expect([borders.above(0, 0)?.color, borders.before(0, 0)?.color, borders.above(1, 0)?.color]).toEqual([
      red,
      red,
      red,
    ]);
  });

  it('go to the column before the column group', () => {
    const groupStyle = { style: style('border: 1pt solid blue') };
    const columns = [
      { ...col('border: 1pt solid red'), group: groupStyle },
      { ...col(''), group: groupStyle },
    ];
    const borders = settle(table('', ...columns, body(row(td(), td()))));
    expect([0, 1, 2].map((c) => borders.before(0, c)?.color)).toEqual([red, red, blue]);
  });
});

describe('collapsed borders', () => {
  it('hide where one of them is hidden', () => {
    const box = table('', body(row(td('border: 5pt solid'), td('border-left: hidden'))));
    expect(settle(box).before(0, 1)).toBeUndefined();
    expect(settle(box).before(0, 0)?.width).toBe(5);
  });

  it('are not inside of cells that span', () => {
    const box = table('', body(styledRow('border: 2pt solid', td('', { rows: 2 }), td()), row(td())));
    const borders = settle(box);
    expect([borders.above(1, 0), borders.above(1, 1)?.width]).toEqual([undefined, 2]);
  });

  it('give half of their width to each cell, the widest along a side', () => {
    const box = table(
      'border-collapse: collapse',
      body(row(td('border: 2pt solid', { rows: 2 }), td('border: 4pt solid')), row(td('border: 8pt solid'))),
    );
    const [tall, upper, lower] = tableModel(box).cellBorders;
    expect(tall).toEqual({ top: 1, right: 4, bottom: 1, left: 1 });
    expect(upper).toEqual({ top: 2, right: 2, bottom: 4, left: 2 });
    expect(lower).toEqual({ top: 4, right: 4, bottom: 4, left: 4 });
  });

  it('give half of the widest on each side to the table', () => {
    const box = table(
      'border-collapse: collapse',
      body(row(td('border: 2pt solid'), td('border: 4pt solid')), row(td('border: 10pt solid'), td())),
    );
    expect(tableModel(box).border).toEqual({ top: 2, right: 2, bottom: 5, left: 5 });
  });
});

describe('lines of collapsed borders', () => {
  const strip = (r: number, top: number, bottom: number): RowStrip => ({
    row: r,
    top,
    bottom,
    opens: true,
    closes: true,
  });
  const two = [strip(0, 0, 10), strip(1, 10, 20)];
  const x = [0, 30, 60];

  /** `axis at start–end width` */
  const drawn = (box: TableBox, strips = two, places = x): readonly string[] =>
    collapsedLines(settle(box), places, strips).map(
      (l) => `${l.axis[0] ?? ''} ${l.at} ${l.start}–${l.end} ${l.side.width}`,
    );
  const grid = (css: string): TableBox => table('', body(row(td(css), td(css)), row(td(css), td(css))));

  it('run through the whole table when they are solid and of one colour', () => {
    // Horizontal lines have the outer corners; vertical ones stop at them.
    expect(drawn(grid('border: 2pt solid'))).toEqual([
      'h 0 -1–61 2',
      'h 10 -1–61 2',
      'h 20 -1–61 2',
      'v 0 1–19 2',
      'v 30 1–19 2',
      'v 60 1–19 2',
    ]);
  });

  it('stop at each other when they are not', () => {
    expect(drawn(grid('border: 2pt dashed')).filter((line) => line.startsWith('v 30'))).toEqual([
      'v 30 1–9 2',
      'v 30 11–19 2',
    ]);
  });

  it('leave the joints to the wider line', () => {
    const css = 'border: 2pt solid red; border-left: 6pt double; border-right: 6pt double';
    const box = table('', body(row(td(css), td(css)), row(td(css), td(css))));
    expect(drawn(box)).toEqual([
      'h 0 3–27 2',
      'h 0 33–57 2',
      'h 10 3–27 2',
      'h 10 33–57 2',
      'h 20 3–27 2',
      'h 20 33–57 2',
      'v 0 -1–21 6',
      'v 30 -1–21 6',
      'v 60 -1–21 6',
    ]);
  });

  it('change where the border changes', () => {
    const box = table('', body(row(td('border-top: 2pt solid red'), td('border-top: 4pt solid red'))));
    expect(drawn(box, [strip(0, 0, 10)])).toEqual(['h 0 0–30 2', 'h 0 30–60 4']);
  });

  it('are not drawn where a row is cut', () => {
    const box = table('', body(row(td('border: 2pt solid'))));
    const cut: RowStrip = { row: 0, top: 0, bottom: 10, opens: true, closes: false };
    expect(drawn(box, [cut], [0, 30])).toEqual(['h 0 -1–31 2', 'v 0 1–10 2', 'v 30 1–10 2']);
  });

  it('take the better border between a repeated head and a later row', () => {
    const box = table(
      '',
      group('head', 'border-bottom: 3pt solid', row(td())),
      body(row(td()), styledRow('border-top: 1pt solid', td())),
    );
    expect(drawn(box, [strip(0, 0, 10), strip(2, 10, 20)], [0, 30])).toEqual(['h 10 0–30 3']);
  });

  it('are few in a table of many rows', () => {
    const css = 'border: 1pt solid';
    const rows = Array.from({ length: 2000 }, () => row(td(css), td(css), td(css)));
    const strips = rows.map((_, r) => strip(r, r * 10, r * 10 + 10));
    expect(drawn(table('', body(...rows)), strips, [0, 10, 20, 30])).toHaveLength(2005);
  });
});
