/**
 * The grid of a table in one fragmentainer (CSS 2.2, 17.5 and 17.6): rows from `fill-rows.ts`, behind
 * them the backgrounds, above them the collapsed borders, around them border and padding of the table.
 */
import { breakToken } from '../flow/break-token.js';
import type { FlowEngine } from '../flow/engine.js';
import { boxFragment, type BorderStretch, type BoxFragment, type Placed } from '../flow/fragment.js';
import { appeal, type Appeal, type BreakToken, type OutOfFlow, type Stop } from '../flow/space.js';
import { collapsedLines, type RowStrip } from './collapsed-lines.js';
import { RowFill } from './fill-rows.js';
import { FragmentEdges, type GridEdges } from './fragment-edges.js';
import { gridContent } from './grid-content.js';
import type { PreparedTable } from './prepare-table.js';
import { isOnBaseline } from './row-needs.js';
import type { RowsTask } from './rows-task.js';
import { tableLayers } from './table-layers.js';

/** A part of the grid, and how it goes on. */
export interface LaidGrid {
  /** It has no box of its own: the table's is the wrapper's. */
  readonly fragment: BoxFragment;
  readonly outOfFlow: readonly OutOfFlow[];
  readonly ended?: { readonly child: BreakToken; readonly stop: Stop; readonly appeal: Appeal };
}

type GridTask = Omit<RowsTask, 'edges' | 'table'>;

/** Lays out the rows that fit; 'refused' when none does. */
export function layOutGrid(engine: FlowEngine, table: PreparedTable, task: GridTask): LaidGrid | 'refused' {
  const edges = new FragmentEdges(table, task.space.width);
  if (table.model.grid.rows.length === 0) return emptyGrid(table, edges, task);
  const fill = new RowFill(engine, { ...task, table, edges });
  const ended = fill.run();
  if (ended === 'refused') return ended;
  const first = fill.strips[0];
  const used = edges.of({ start: !task.token, end: !ended });
  const bottom = used.border.bottom + used.padding.bottom;
  const spacing = !ended ? Math.min(table.model.spacing.block, Math.max(0, task.room - fill.y - bottom)) : 0;
  const natural = fill.y + spacing + bottom;
  // What is broken reaches down to the end of its fragmentainer (css-break-3, 5.4.1), but not past a foot.
  const fills = ended && !fill.hasFoot && Number.isFinite(task.room);
  const left = used.border.left + used.padding.left;
  const { placed, outOfFlow } = gridContent(engine, table, fill, left);
  const fragment = gridFragment(table, task, {
    used,
    height: fills ? Math.max(natural, task.room) : natural,
    end: !ended,
    children: [...layersOf(table, fill, left), ...placed],
  });
  const baseline = first && !task.token ? first.top + baselineOf(table, first) : undefined;
  const paint = table.model.collapsed
    ? { hideBorder: true, borders: bordersOf(table, fill, left) }
    : undefined;
  const whole = boxFragment({ ...fragment, paint, firstBaseline: baseline });
  if (!ended) return { fragment: whole, outOfFlow };
  const { index, child: inside, cells, stop, appeal: value } = ended;
  const consumed = (task.token?.consumed ?? 0) + fragment.height;
  const child = breakToken({ index, child: inside, cells, consumed, forced: stop.type === 'forced' });
  return { fragment: whole, outOfFlow, ended: { child, stop, appeal: value } };
}

/** Baseline of a row from its top: without a line on it, the bottom of what its cells hold (17.5.3). */
function baselineOf(table: PreparedTable, { row, top, bottom }: RowStrip): number {
  const need = table.rows.needs[row];
  if (!need) return 0;
  const cells = table.model.grid.rows[row]?.cells ?? [];
  const lines = cells.some(
    ({ index, cell }) => isOnBaseline(cell.box.style) && table.extents[index]?.baseline !== undefined,
  );
  return need.baseline + (lines ? 0 : bottom - top - need.height);
}

function gridFragment(
  table: PreparedTable,
  task: GridTask,
  parts: {
    readonly used: GridEdges;
    readonly height: number;
    readonly end: boolean;
    readonly children: readonly Placed[];
  },
): BoxFragment {
  const { used, height, end, children } = parts;
  return boxFragment({
    style: table.model.style,
    width: task.space.used.borderWidth,
    height,
    ...used,
    children,
    start: !task.token,
    end,
    before: task.token?.consumed,
  });
}

/** A table without rows: only the height that it asks for, which can be cut anywhere. */
function emptyGrid(table: PreparedTable, edges: FragmentEdges, task: GridTask): LaidGrid | 'refused' {
  const { token, room, space } = task;
  const above = edges.above(!token);
  const left = table.rowsHeight - (token?.consumed ?? 0);
  const whole = above + left + edges.below(true);
  const over = space.fragmentainer !== undefined && whole > room + 1e-6;
  if (over) space.fragmentainer?.search.missing(whole - room);
  if (over && task.canLeave && room - above <= 1e-6) return 'refused';
  const part = Math.min(left, room - above);
  const broken = over && part > 1e-6;
  const used = edges.of({ start: !token, end: !broken });
  const height = broken ? room : whole;
  const fragment = gridFragment(table, task, { used, height, end: !broken, children: [] });
  if (!broken) return { fragment, outOfFlow: [] };
  const child = breakToken({ index: 0, consumed: (token?.consumed ?? 0) + part, forced: false });
  const value = task.avoid ? appeal.breakAvoid : appeal.perfect;
  return { fragment, outOfFlow: [], ended: { child, stop: { type: 'full' }, appeal: value } };
}

function layersOf(table: PreparedTable, fill: RowFill, left: number): readonly Placed[] {
  return tableLayers({ table, left, strips: fill.strips, cells: [...fill.copies.flat(), ...fill.cells] });
}

function bordersOf(table: PreparedTable, fill: RowFill, left: number): readonly BorderStretch[] {
  const { collapsed, style } = table.model;
  if (!collapsed || style.visibility !== 'visible') return [];
  const { tracks, total } = table.columns.columns;
  const x = [...tracks.map(({ start }) => left + start), left + total];
  return collapsedLines(collapsed, x, fill.strips).map(({ axis, at, start, end, side }) =>
    axis === 'horizontal'
      ? { x1: start, y1: at, x2: end, y2: at, side }
      : { x1: at, y1: start, x2: at, y2: end, side },
  );
}
