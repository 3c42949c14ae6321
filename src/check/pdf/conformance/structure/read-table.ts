/**
 * The grid of a tagged table: its element in; out, its rows with the place and the spans of every cell,
 * as ISO 32000-1, 14.8.5.7 lays them out, and where cells overlap.
 */
import type { PdfContents } from '../../read-pdf.js';
import { once } from '../once.js';
import { attributeOf } from './attributes.js';
import { elementsOf, kidsOf, type Element } from './find-elements.js';

export interface Cell {
  readonly element: Element;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface TableGrid {
  readonly element: Element;
  readonly cells: readonly Cell[];
  /** Cells with a place that another one has already. */
  readonly overlapping: readonly Cell[];
  /** Number of columns that each row fills. */
  readonly widths: readonly number[];
  /** Number of columns. */
  readonly width: number;
  /** A cell reaches below the last row of its row group. */
  readonly overflows: boolean;
}

/** More than any real table spans: what says more is cut, so that no time is lost in it. */
const maxSpan = 1000;

/** The grids of all tables. */
export const tablesOf = once((contents): readonly TableGrid[] =>
  elementsOf(contents)
    .all.filter(({ type }) => type === 'Table')
    .map((element) => readTable(contents, element)),
);

/** Rows, by the groups that they stand in. */
function rowGroups(table: Element): readonly (readonly Element[])[] {
  const groups: Element[][] = [];
  let loose = false;
  for (const kid of kidsOf(table.kids)) {
    if (kid.type === 'TR') {
      if (!loose) groups.push([]);
      groups.at(-1)?.push(kid);
      loose = true;
    } else if (['THead', 'TBody', 'TFoot'].includes(kid.type)) {
      groups.push(kidsOf(kid.kids).filter(({ type }) => type === 'TR'));
      loose = false;
    }
  }
  return groups;
}

function readTable(contents: PdfContents, element: Element): TableGrid {
  const filled: Set<number>[] = [];
  const cells: Cell[] = [];
  const overlapping: Cell[] = [];
  let [row, overflows] = [0, false];
  for (const group of rowGroups(element)) {
    const end = row + group.length;
    for (const line of group) {
      for (const cell of placeCells(contents, line, row, filled)) {
        cells.push(cell);
        overflows ||= cell.row + cell.rowSpan > end;
        if (!fill(filled, cell, end)) overlapping.push(cell);
      }
      row += 1;
    }
  }
  const widths = Array.from({ length: row }, (_, i) => filled[i]?.size ?? 0);
  return { element, cells, overlapping, widths, width: Math.max(0, ...widths), overflows };
}

/** The cells of a row, each in the first column that is still free when it comes. */
function* placeCells(
  contents: PdfContents,
  line: Element,
  row: number,
  filled: readonly Set<number>[],
): Generator<Cell> {
  for (const element of kidsOf(line.kids)) {
    if (element.type !== 'TH' && element.type !== 'TD') continue;
    let column = 0;
    while (filled[row]?.has(column) === true) column += 1;
    const [rowSpan, columnSpan] = [span(contents, element, 'RowSpan'), span(contents, element, 'ColSpan')];
    yield { element, row, column, rowSpan, columnSpan };
  }
}

function span({ file }: PdfContents, element: Element, key: string): number {
  const value = attributeOf(file, element, 'Table', key);
  return typeof value === 'number' && value >= 1 ? Math.min(Math.floor(value), maxSpan) : 1;
}

/** Fills the places of a cell; false when one was filled already. */
function fill(filled: Set<number>[], { row, column, rowSpan, columnSpan }: Cell, end: number): boolean {
  let free = true;
  for (let y = row; y < Math.min(row + rowSpan, end); y += 1) {
    const line = (filled[y] ??= new Set());
    for (let x = column; x < column + columnSpan; x += 1) {
      if (line.has(x)) free = false;
      line.add(x);
    }
  }
  return free;
}
