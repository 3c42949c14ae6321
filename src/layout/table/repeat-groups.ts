/**
 * Which head and foot are set again at the start and end of each further fragment of a table (CSS 2.2,
 * 17.2; css-tables-3, 6.1: those that take at most a quarter of the fragmentainer), and their copies.
 */
import { avoids } from '../flow/break-values.js';
import type { FlowEngine } from '../flow/engine.js';
import type { Fragmentainer } from '../flow/space.js';
import type { RowStrip } from './collapsed-lines.js';
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

/**
 * The head or foot, if it is to be repeated: on pages always, in columns when it wants not to be broken
 * (css-tables-3, 6.1, asks for that in both; but who prints a table over pages expects its head).
 */
export function repeatedGroup(
  table: PreparedTable,
  kind: 'head' | 'foot',
  fragmentainer: Fragmentainer | undefined,
): RepeatedGroup | undefined {
  const { groups } = table.model.grid;
  const group = groups.find((one) => one.kind === kind);
  if (!group || !fragmentainer || !groups.some((one) => one.kind === 'body' && one.end > one.first))
    return undefined;
  if (fragmentainer.kind === 'column' && !avoids(group.group.style.breakInside, 'column')) return undefined;
  const height = spanOf(table.rows.rows, group.first, group.end - group.first).size;
  return height > 0 && height <= fragmentainer.size * largestShare + 1e-6 ? { group, height } : undefined;
}

/** The cells and rows of a repeated group that begins at `top`, pt from the top of the table's grid. */
export function copyOfGroup(
  engine: FlowEngine,
  table: PreparedTable,
  { group }: RepeatedGroup,
  top: number,
): { readonly cells: readonly CellPlace[]; readonly strips: readonly RowStrip[] } {
  const { tracks } = table.rows.rows;
  const shift = top - spanOf(table.rows.rows, group.first, group.end - group.first).start;
  const cells: CellPlace[] = [];
  const strips: RowStrip[] = [];
  for (let row = group.first; row < group.end; row += 1) {
    const track = tracks[row];
    if (!track || track.absent) continue;
    const start = track.start + shift;
    strips.push({ row, top: start, bottom: start + track.size, opens: true, closes: true });
    for (const { index, rows } of table.model.grid.rows[row]?.cells ?? []) {
      const cell = table.cells[index];
      if (!cell) continue;
      const { size } = spanOf(table.rows.rows, row, rows);
      const baseline = table.rows.needs[row]?.baseline ?? 0;
      cells.push({ cell, top: start, set: wholeCell(engine, table, cell, { height: size, baseline }) });
    }
  }
  return { cells, strips };
}
