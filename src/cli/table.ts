/**
 * Plain tables for the terminal: columns as wide as their widest cell, two spaces between them,
 * numbers to the right, no lines. The last column is cut when the terminal is too narrow.
 */
import { columnsOf, cut, paint, type Style } from './terminal.js';

/** One column: its head, and whether its cells stand to the right. */
export interface Column {
  readonly head: string;
  readonly right?: boolean;
  /** The colour of a cell, by its row; where colours are used. */
  readonly colour?: (row: number) => Style;
}

/** The lines of a table, each with its line end. Without `width` nothing is cut. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { colour, width }: { colour: boolean; width?: number },
): string {
  const widths = columns.map((column, i) =>
    rows.reduce((most, row) => Math.max(most, columnsOf(row[i] ?? '')), columnsOf(column.head)),
  );
  const line = (cells: readonly string[], row?: number): string => {
    const padded = cells.map((cell, i) => {
      const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - columnsOf(cell)));
      return columns[i]?.right ? space + cell : cell + space;
    });
    const whole = padded.join('  ').trimEnd();
    const shown = width === undefined ? whole : cut(whole, width);
    return row === undefined ? shown : coloured(shown, padded, row);
  };
  /** The cells that have a colour, and that are there whole. */
  const coloured = (shown: string, padded: readonly string[], row: number): string => {
    let [result, at] = ['', 0];
    padded.forEach((cell, i) => {
      const own = shown.slice(at, at + cell.length + 2);
      const style = columns[i]?.colour?.(row);
      const painted = colour && style !== undefined && own.startsWith(cell);
      result += painted ? paint(true, style, cell) + own.slice(cell.length) : own;
      at += own.length;
    });
    return result;
  };
  const head = paint(colour, 'bold', line(columns.map((column) => column.head)));
  return [head, ...rows.map((cells, row) => line(cells, row))].map((text) => `${text}\n`).join('');
}
