/**
 * Which head and foot are set again at the start and end of each further fragment of a table (CSS 2.2,
 * 17.2; css-tables-3, 6.1: those that take at most a quarter of the fragmentainer), and their copies.
 */
import type { FlowEngine } from '../flow/engine.js';
import type { GridGroup } from './form-grid.js';
import type { CellPlace } from './open-spans.js';
import { spanOf } from './place-tracks.js';
import type { PreparedTable } from './prepare-table.js';
import { wholeCell } from './set-cell.js';

/** The largest share of a fragmentainer that a repeated head, or foot, may take. */
const largestShare = 1 / 4;

/** A group that is set again. */
export interface RepeatedGroup {
  readonly group: GridGroup;
  /** pt */
  readonly height: number;
}

/** The head or foot, if it is to be repeated in fragmentainers of this height. */
export function repeatedGroup(
  table: PreparedTable,
  kind: 'head' | 'foot',
  size: number,
): RepeatedGroup | undefined {
  const { groups } = table.model.grid;
  const group = groups.find((one) => one.kind === kind);
  if (!group || !groups.some((one) => one.kind === 'body' && one.end > one.first)) return undefined;
  const height = spanOf(table.rows.rows, group.first, group.end - group.first).size;
  return height > 0 && height <= size * largestShare + 1e-6 ? { group, height } : undefined;
}

/** The cells of a repeated group that begins at `top`, pt from the top of the table's grid. */
export function copyOfGroup(
  engine: FlowEngine,
  table: PreparedTable,
  { group }: RepeatedGroup,
  top: number,
): readonly CellPlace[] {
  const { tracks } = table.rows.rows;
  const shift = top - spanOf(table.rows.rows, group.first, group.end - group.first).start;
  const places: CellPlace[] = [];
  for (let row = group.first; row < group.end; row += 1) {
    if (tracks[row]?.absent) continue;
    for (const { index, rows } of table.model.grid.rows[row]?.cells ?? []) {
      const cell = table.cells[index];
      if (!cell) continue;
      const { start, size } = spanOf(table.rows.rows, row, rows);
      const baseline = table.rows.needs[row]?.baseline ?? 0;
      places.push({
        cell,
        top: start + shift,
        set: wholeCell(engine, table, cell, { height: size, baseline }),
      });
    }
  }
  return places;
}
