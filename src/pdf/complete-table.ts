/**
 * Makes a tagged table a rectangle: rows that are short get empty cells, cells that reach over the last
 * row are cut, because readers navigate by row and column (ISO 14289-1, 7.5; tested as 7.2-41 to -43).
 */
import { structureNode, type StructureNode } from './structure-node.js';

/** Completes the rows of a Table node, in place. */
export function completeTable(table: StructureNode): void {
  const rows = rowsOf(table);
  // taken[row] counts the columns taken by cells of the row and by spans from above.
  const taken = rows.map(() => new Set<number>());
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of cellsOf(row)) {
      cell.rowSpan = Math.min(cell.rowSpan, rows.length - r);
      while (taken[r]?.has(column)) column++;
      // A span that meets one from above stops before it.
      let columns = 1;
      while (columns < cell.colSpan && !taken[r]?.has(column + columns)) columns++;
      cell.colSpan = columns;
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let i = 0; i < columns; i++) taken[r + down]?.add(column + i);
      }
      column += columns;
    }
  });
  const width = Math.max(0, ...taken.map((columns) => Math.max(-1, ...columns) + 1));
  rows.forEach((row, r) => {
    const missing = width - (taken[r]?.size ?? 0);
    const order = (row.kids.at(-1)?.order ?? 0) + 0.5;
    for (let i = 0; i < missing; i++) {
      row.kids.push({ type: 'element', order, node: structureNode('TD', []) });
    }
  });
}

function rowsOf(node: StructureNode): StructureNode[] {
  return node.kids.flatMap((kid) => {
    if (kid.type !== 'element') return [];
    return kid.node.type === 'TR' ? [kid.node] : kid.node.type === 'Caption' ? [] : rowsOf(kid.node);
  });
}

function cellsOf(row: StructureNode): StructureNode[] {
  return row.kids.flatMap((kid) => (kid.type === 'element' ? [kid.node] : []));
}
