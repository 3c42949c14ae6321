/**
 * `position: relative` on rows and row groups (css-position-3, 3; css-tables-3, 5.3.4): what stands in
 * them moves along, and they are containing blocks of the positioned boxes in their cells.
 */
import { isPositioned } from '../boxes/box.js';
import type { ComputedStyle } from '../../document/style.js';
import { relativeShift } from '../flow/inline-parts.js';
import type { ContainingBlock } from '../flow/space.js';
import type { RowStrip } from './collapsed-lines.js';
import type { PreparedTable } from './prepare-table.js';

interface Shift {
  readonly x: number;
  readonly y: number;
}

const none: Shift = { x: 0, y: 0 };

/** How far a row group moves, pt. */
export function groupShift(table: PreparedTable, group: number): Shift {
  return shiftOf(table, table.model.grid.groups[group]?.group.style);
}

/** How far a row moves, with its group, pt. */
export function rowShift(table: PreparedTable, index: number): Shift {
  const row = table.model.grid.rows[index];
  if (!row) return none;
  const own = shiftOf(table, row.row.style);
  const outer = groupShift(table, row.group);
  return own === none ? outer : { x: own.x + outer.x, y: own.y + outer.y };
}

function shiftOf(table: PreparedTable, style: ComputedStyle | undefined): Shift {
  return style?.position === 'relative' ? relativeShift(style, table.base, undefined) : none;
}

/** The containing block that a row, or its group, is for what is in its cells; `left` is where columns begin, pt. */
export function rowBlock(
  table: PreparedTable,
  strips: readonly RowStrip[],
  index: number,
  left: number,
): ContainingBlock | undefined {
  const { grid } = table.model;
  const row = grid.rows[index];
  if (!row) return undefined;
  const inRow = isPositioned(row.row.style);
  const inGroup = isPositioned(grid.groups[row.group]?.group.style ?? row.row.style);
  if (!inRow && !inGroup) return undefined;
  const own = strips.filter((strip) =>
    inRow ? strip.row === index : grid.rows[strip.row]?.group === row.group,
  );
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last) return undefined;
  const shift = inRow ? rowShift(table, index) : groupShift(table, row.group);
  const width = table.columns.columns.total;
  return { x: left + shift.x, y: first.top + shift.y, width, height: last.bottom - first.top };
}
