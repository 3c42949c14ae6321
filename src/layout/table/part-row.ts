/**
 * The part of a row that stands in one fragmentainer, when the row does not stand there whole: its cells
 * are parallel flows (css-break-3, 2), each broken where it likes best; the row ends when all have ended.
 */
import type { FlowEngine } from '../flow/engine.js';
import { appeal, type Appeal, type Fragmentainer, type Stop } from '../flow/space.js';
import type { PreparedCell, PreparedTable } from './prepare-table.js';
import { isOnBaseline } from './row-needs.js';
import { cellPart, emptyPart, movedPart, shiftedCell, type CellPart, type CellState } from './set-cell.js';

export interface RowTask {
  readonly row: number;
  /** Height for this part, pt. */
  readonly room: number;
  readonly fragmentainer: Fragmentainer | undefined;
  readonly page: string;
  /** Content that does not fit may wait: the row can begin in the next fragmentainer. */
  readonly mayRefuse: boolean;
  /** How the cells that begin in the row go on, and what earlier parts used of its height; nothing when it begins. */
  readonly inside: { readonly states: readonly CellState[]; readonly consumed: number } | undefined;
  /** Height that resumed spanning cells ask for, pt. */
  readonly spans: number;
}

export interface RowPart {
  readonly cells: readonly { readonly cell: PreparedCell; readonly part: CellPart }[];
  /** Of this part, pt. */
  readonly height: number;
  /** The row ends here. */
  readonly done: boolean;
  readonly stop: Stop;
  readonly appeal: Appeal;
  readonly shortage: number;
}

/** Sets what fits of a row; 'refused' when a cell could not even begin. */
export function partRow(engine: FlowEngine, table: PreparedTable, task: RowTask): RowPart | 'refused' {
  const own = table.model.grid.rows[task.row]?.cells ?? [];
  const cells: { cell: PreparedCell; part: CellPart }[] = [];
  for (const [i, { index, rows }] of own.entries()) {
    const cell = table.cells[index];
    if (!cell || rows > 1) continue;
    const part = partOfCell(engine, table, { ...task, cell, state: task.inside?.states[i] });
    if (part === 'refused') return 'refused';
    cells.push({ cell, part });
  }
  return {
    cells,
    ...rowEnd(
      table,
      task,
      cells.map(({ part }) => part),
    ),
  };
}

function rowEnd(table: PreparedTable, task: RowTask, parts: readonly CellPart[]): Omit<RowPart, 'cells'> {
  const asked = (table.rows.rows.tracks[task.row]?.size ?? 0) - (task.inside?.consumed ?? 0);
  const content = parts.reduce((most, { fragment }) => Math.max(most, fragment.height), 0);
  const over = parts.every(({ state }) => state === 'done');
  const rest = Math.max(0, asked, task.spans);
  // Content that could not be broken may stick out; only height that was asked for is cut.
  const stuck = task.room <= 1e-6 && !task.mayRefuse;
  const done = over && (rest <= task.room + 1e-6 || content > task.room + 1e-6 || stuck);
  const height = done ? Math.max(rest, content) : Math.max(task.room, stuck ? content : 0);
  const forced = parts.find(({ stop }) => stop?.type === 'forced')?.stop;
  const broken = parts.flatMap((part) => (part.state === 'done' ? [] : [part.appeal]));
  return {
    height,
    done,
    stop: forced ?? { type: 'full' },
    appeal: broken.reduce<Appeal>((least, one) => (one < least ? one : least), appeal.perfect),
    shortage: parts.reduce((least, part) => Math.min(least, part.shortage), Infinity),
  };
}

function partOfCell(
  engine: FlowEngine,
  table: PreparedTable,
  task: RowTask & { readonly cell: PreparedCell; readonly state: CellState },
): CellPart | 'refused' {
  const { cell, state } = task;
  if (state === 'done') return { ...emptyPart(table, cell), ...whole };
  const shift = state === undefined && !task.inside ? baselineShift(table, cell) : 0;
  const fits = cell.piece.fragment.height + shift <= task.room + 1e-6;
  if (state === undefined && fits && !table.forced.has(task.row))
    return { ...shiftedCell(table, cell, shift), ...whole };
  const part = cellPart(engine, table, { cell, state }, { ...task, room: task.room - shift });
  return part === 'refused' ? part : movedPart(part, shift);
}

const whole = { state: 'done', stop: undefined, appeal: appeal.perfect, shortage: Infinity } as const;

/** In a row that is broken cells stand on the common baseline or at the top: there is no middle. */
function baselineShift(table: PreparedTable, cell: PreparedCell): number {
  const baseline = table.extents[cell.cell.index]?.baseline;
  if (baseline === undefined || !isOnBaseline(cell.box.style)) return 0;
  return Math.max(0, (table.rows.needs[cell.cell.row]?.baseline ?? 0) - baseline);
}
