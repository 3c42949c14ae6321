/**
 * Plain tables for the terminal: columns as wide as their widest cell, two spaces between them,
 * numbers to the right, no lines. The last column is cut when the terminal is too narrow.
 */
import { columnsOf, cut, paint } from './terminal.js';

/** One column: its head, and whether its cells stand to the right. */
export interface Column {
  readonly head: string;
  readonly right?: boolean;
}

/** The lines of a table, each with its line end. Without `width` nothing is cut. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { colour, width }: { colour: boolean; width?: number },
): string {
  const widths = columns.map((column, i) =>
    Math.max(columnsOf(column.head), ...rows.map((row) => columnsOf(row[i] ?? ''))),
  );
  const line = (cells: readonly string[]): string => {
    const padded = cells.map((cell, i) => {
      const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - columnsOf(cell)));
      return columns[i]?.right ? space + cell : cell + space;
    });
    const whole = padded.join('  ').trimEnd();
    return width === undefined ? whole : cut(whole, width);
  };
  const head = paint(colour, 'bold', line(columns.map((column) => column.head)));
  return [head, ...rows.map(line)].map((text) => `${text}\n`).join('');
}
