/**
 * Tables: their cells shaped, and their head found where Word was not told. A first row that is wholly bold
 * above rows that are not is one; rows that a cell of the head reaches into belong to it.
 */
import {
  isEmpty,
  isWholly,
  paragraphsOf,
  withRuns,
  mapParagraphs,
  type WordBlock,
  type WordRow,
  type WordTable,
} from './word-document.js';

/** The table with the blocks of every cell made others. */
export function shapeTable(
  table: WordTable,
  change: (blocks: readonly WordBlock[]) => readonly WordBlock[],
): WordTable {
  const rows = table.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => ({ ...cell, children: change(cell.children) })),
  }));
  return { ...table, children: withHead(rows) };
}

function withHead(rows: readonly WordRow[]): readonly WordRow[] {
  const [first] = rows;
  if (!first) return rows;
  const said = rows.findIndex((row) => !row.isHeader);
  const guessed = said === 0 && rows.length > 1 && isBold(first) && !rows.slice(1).some(isBold) ? 1 : 0;
  let end = said < 0 ? 0 : Math.max(said, guessed);
  for (let at = 0; at < end; at++)
    for (const cell of rows[at]?.children ?? [])
      end = Math.min(rows.length, Math.max(end, at + cell.rowSpan));
  return rows.map((row, at) => (at < end ? plainHead(row) : { ...row, isHeader: false }));
}

function isBold(row: WordRow): boolean {
  const words = row.children
    .flatMap((cell) => [...paragraphsOf(cell.children)])
    .filter((one) => !isEmpty(one));
  return words.length > 0 && words.every((one) => isWholly(one, (run) => run.isBold));
}

/** A row of the head; that it is bold is the style sheet's matter. */
function plainHead(row: WordRow): WordRow {
  const plain = (blocks: readonly WordBlock[]): readonly WordBlock[] =>
    mapParagraphs(blocks, (paragraph) => withRuns(paragraph, (run) => ({ ...run, isBold: false })));
  const children = row.children.map((cell) => ({ ...cell, children: plain(cell.children) }));
  return { ...row, isHeader: true, children };
}
