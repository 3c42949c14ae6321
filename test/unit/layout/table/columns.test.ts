import { describe, expect, it } from 'vitest';
import type { TableBox } from '../../../../src/layout/boxes/box.js';
import {
  contribution,
  measureColumns,
  placeColumns,
  tableModel,
  type PlacedColumns,
} from '../../../../src/layout/table/table-model.js';
import { body, cell, col, measure, row, table, td } from './tables.js';

function placed(box: TableBox, available: number, captions = 0): PlacedColumns {
  const model = tableModel(box);
  return placeColumns(model, measureColumns(model, measure, captions), { available, base: available });
}

const near = (x: number): number => Math.round(x * 1000) / 1000;
const widths = (box: TableBox, available: number): readonly number[] =>
  placed(box, available).columns.tracks.map(({ size }) => near(size));

const fits = (box: TableBox) => {
  const model = tableModel(box);
  return contribution(model, measureColumns(model, measure));
};

describe('automatic columns', () => {
  it('have what they like when there is room', () => {
    const box = table('', body(row(cell(10, 30), cell(20, 50)), row(cell(15, 20), cell(5, 60))));
    expect(widths(box, 500)).toEqual([30, 60]);
    expect(placed(box, 500).width).toBe(90);
  });

  it('have what they need when there is none, and more than there is', () => {
    expect(widths(table('', body(row(cell(40, 90), cell(80, 200)))), 100)).toEqual([40, 80]);
  });

  it('share what is between in proportion to what they lack', () => {
    // Need 30, like 130, have 80: half of what each lacks.
    expect(widths(table('', body(row(cell(10, 50), cell(20, 80)))), 80)).toEqual([30, 50]);
  });

  it('share what is left in proportion to what they like', () => {
    expect(widths(table('width: 100%', body(row(cell(10, 20), cell(10, 30)))), 200)).toEqual([80, 120]);
  });

  it('share a width equally that none of them likes', () => {
    expect(widths(table('width: 90pt', body(row(td(), td(), td()))), 200)).toEqual([30, 30, 30]);
  });
});

describe('columns with a specified width', () => {
  it('keep it while automatic ones grow', () => {
    const box = table('width: 200pt', body(row(cell(10, 20, 'width: 50pt'), cell(10, 20))));
    expect(widths(box, 500)).toEqual([50, 150]);
  });

  it('come to it before automatic ones come to what they like', () => {
    const box = table('width: 100pt', body(row(cell(10, 20, 'width: 60pt'), cell(30, 200))));
    expect(widths(box, 500)).toEqual([60, 40]);
  });

  it('are never narrower than their content', () => {
    expect(widths(table('', body(row(cell(40, 80, 'width: 10pt')))), 500)).toEqual([40]);
  });

  it('do not listen to what other cells only like', () => {
    const box = table('', body(row(cell(10, 20, 'width: 50pt')), row(cell(10, 90))));
    expect(widths(box, 500)).toEqual([50]);
  });

  it('grow in proportion when there are no others', () => {
    const box = table('width: 300pt', body(row(cell(0, 0, 'width: 50pt'), cell(0, 0, 'width: 100pt'))));
    expect(widths(box, 500)).toEqual([100, 200]);
  });

  it('add padding and border to a content width', () => {
    const css = 'width: 50pt; padding: 0 5pt; border: 2pt solid';
    expect(widths(table('', body(row(cell(1, 1, css)))), 500)).toEqual([64]);
    expect(widths(table('', body(row(cell(1, 1, `${css}; box-sizing: border-box`)))), 500)).toEqual([50]);
  });

  it('take it from col elements and groups of them', () => {
    const group = { style: col('width: 70pt').style };
    const box = table('', col('width: 40pt'), { ...col(''), group }, body(row(cell(1, 1), cell(1, 1))));
    expect(widths(box, 500)).toEqual([40, 70]);
  });

  it('obey min-width and max-width', () => {
    const box = table(
      '',
      body(
        row(
          cell(10, 90, 'max-width: 40pt'),
          cell(10, 20, 'min-width: 30pt'),
          cell(50, 60, 'max-width: 20pt'),
        ),
      ),
    );
    expect(widths(box, 500)).toEqual([40, 30, 50]);
  });
});

describe('columns with a percentage', () => {
  it('have it of the width for columns', () => {
    const box = table('width: 200pt', body(row(cell(10, 20, 'width: 25%'), cell(10, 20))));
    expect(widths(box, 500)).toEqual([50, 150]);
  });

  it('widen an automatic table until it is that part of it', () => {
    // 30 pt are 20 % of 150 pt.
    const box = table('', body(row(cell(30, 30, 'width: 20%'), cell(10, 10))));
    expect(widths(box, 500)).toEqual([30, 120]);
  });

  it('widen an automatic table until the others fit into the rest', () => {
    const box = table('', body(row(cell(1, 1, 'width: 75%'), cell(50, 50))));
    expect(widths(box, 500)).toEqual([150, 50]);
  });

  it('take all there is when they leave nothing to others', () => {
    const box = table('', body(row(cell(1, 1, 'width: 100%'), cell(50, 50))));
    expect(widths(box, 500)).toEqual([450, 50]);
  });

  it('are cut beyond 100 in all', () => {
    const box = table('width: 200pt', body(row(td('width: 60%'), td('width: 60%'), td('width: 60%'))));
    expect(widths(box, 500)).toEqual([120, 80, 0]);
  });

  it('grow by their percentages when there are no others', () => {
    const box = table('width: 300pt', body(row(td('width: 10%'), td('width: 20%'))));
    expect(widths(box, 500)).toEqual([100, 200]);
  });
});

describe('cells that span columns', () => {
  it('give what they lack to automatic columns by what these like', () => {
    const box = table('', body(row(cell(10, 10), cell(30, 30)), row(cell(80, 80, '', { cols: 2 }))));
    expect(widths(box, 500)).toEqual([20, 60]);
  });

  it('leave columns with a specified width alone while there are others', () => {
    const box = table(
      '',
      body(row(cell(0, 0, 'width: 10pt'), cell(30, 30)), row(cell(80, 80, '', { cols: 2 }))),
    );
    expect(widths(box, 500)).toEqual([10, 70]);
  });

  it('count the spacing between their columns', () => {
    const box = table(
      'border-spacing: 10pt',
      body(row(cell(10, 10), cell(10, 10)), row(cell(50, 50, '', { cols: 2 }))),
    );
    expect(widths(box, 500)).toEqual([20, 20]);
  });

  it('make no columns where no cell begins', () => {
    const box = table('border-spacing: 10pt', body(row(cell(80, 80, '', { cols: 3 })), row(cell(20, 20))));
    expect(widths(box, 500)).toEqual([80, 0, 0]);
    expect(placed(box, 500).width).toBe(100);
  });

  it('give their percentage to columns without one', () => {
    const box = table(
      'width: 200pt',
      body(row(td('width: 10%'), cell(10, 10), cell(5, 5)), row(td('width: 50%', { cols: 2 }), td())),
    );
    expect(widths(box, 500)).toEqual([20, 80, 100]);
  });

  it('are heard from the narrowest to the widest', () => {
    const box = table(
      '',
      body(
        row(cell(90, 90, '', { cols: 3 })),
        row(cell(60, 60, '', { cols: 2 }), td()),
        row(td(), td(), cell(10, 10)),
      ),
    );
    // Two columns of 30, then 20 more for three of 30, 30, 10 by what they like.
    expect(widths(box, 500)).toEqual([38.571, 38.571, 12.857]);
  });
});

describe('fixed columns', () => {
  const fixed = 'table-layout: fixed; width: 200pt';

  it('follow col elements, then the first row, then share equally', () => {
    const box = table(
      fixed,
      col('width: 20pt'),
      body(
        row(cell(90, 90, 'width: 50pt'), cell(5, 9, 'width: 40pt'), cell(99, 99), cell(1, 1)),
        row(cell(500, 500)),
      ),
    );
    expect(widths(box, 500)).toEqual([20, 40, 70, 70]);
  });

  it('divide the width of a spanning cell of the first row', () => {
    expect(widths(table(fixed, body(row(td('width: 60pt', { cols: 2 }), td()))), 500)).toEqual([30, 30, 140]);
  });

  it('take percentages of the table', () => {
    expect(widths(table(fixed, body(row(td('width: 25%'), td('width: 30pt'), td()))), 500)).toEqual([
      50, 30, 120,
    ]);
  });

  it('grow when nothing else can', () => {
    expect(widths(table(fixed, body(row(td('width: 30pt'), td('width: 70pt')))), 500)).toEqual([60, 140]);
    expect(widths(table(fixed, body(row(td('width: 10%'), td('width: 30%')))), 500)).toEqual([50, 150]);
  });

  it('make the table as wide as they are together', () => {
    const box = table(fixed, body(row(td('width: 150pt'), td('width: 100pt'))));
    expect(placed(box, 500).width).toBe(250);
    expect(widths(box, 500)).toEqual([150, 100]);
  });

  it('are automatic when the table has no width', () => {
    expect(widths(table('table-layout: fixed', body(row(cell(10, 30)))), 500)).toEqual([30]);
  });
});

describe('the width of a table', () => {
  const edges = 'padding: 3pt; border: 2pt solid; border-spacing: 5pt';
  const cells = body(row(cell(10, 20), cell(10, 20)));

  it('is its columns, spacing, padding and border', () => {
    expect(placed(table(edges, cells), 500).width).toBe(65);
    expect(placed(table(edges, cells), 500).columns.tracks.map(({ start }) => start)).toEqual([5, 30]);
  });

  it('is its width with padding and border, or without them', () => {
    expect(placed(table(`${edges}; width: 90pt`, cells), 500).width).toBe(100);
    expect(placed(table(`${edges}; width: 90pt; box-sizing: border-box`, cells), 500).width).toBe(90);
  });

  it('is limited by max-width and min-width, but not below what the columns need', () => {
    expect(placed(table('max-width: 30pt', cells), 500).width).toBe(30);
    expect(placed(table('max-width: 5pt', cells), 500).width).toBe(20);
    expect(placed(table('min-width: 200pt', cells), 500).width).toBe(200);
  });

  it('is not less than a caption needs', () => {
    expect(placed(table('', cells), 500, 70).width).toBe(70);
  });

  it('is half of the outer borders and the columns when borders collapse', () => {
    const box = table(
      'border-collapse: collapse; padding: 9pt; border-spacing: 9pt',
      body(row(cell(10, 10, 'border: 4pt solid'), cell(10, 10, 'border: 2pt solid'))),
    );
    // Cells 2 + 10 + 2 and 2 + 10 + 1; the table adds 2 and 1.
    expect(widths(box, 500)).toEqual([14, 13]);
    expect(placed(box, 500).width).toBe(30);
  });

  it('loses columns that are collapsed, with their spacing', () => {
    const box = table(
      'border-spacing: 5pt',
      col(''),
      col('visibility: collapse'),
      body(row(cell(10, 10), cell(20, 20), cell(30, 30))),
    );
    expect(placed(box, 500).columns.tracks.map(({ start, size }) => [start, size])).toEqual([
      [5, 10],
      [15, 0],
      [20, 30],
    ]);
    expect(placed(box, 500).width).toBe(55);
  });
});

describe('what a table contributes to a parent that fits it', () => {
  const cells = body(row(cell(10, 30), cell(20, 50)));

  it('is what its columns need and like', () => {
    expect(fits(table('border-spacing: 5pt', cells))).toEqual({ min: 45, max: 95 });
  });

  it('is its width when it has one', () => {
    expect(fits(table('width: 60pt', cells))).toEqual({ min: 60, max: 60 });
    expect(fits(table('width: 5pt', cells))).toEqual({ min: 30, max: 30 });
  });

  it('leaves percentages of the unknown out of account', () => {
    expect(fits(table('width: 50%', cells))).toEqual({ min: 30, max: 80 });
  });
});
