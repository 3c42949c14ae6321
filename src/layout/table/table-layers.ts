/**
 * Backgrounds of columns, row groups and rows (CSS 2.2, 17.5.1): rectangles behind the cells of one
 * fragment of a table, lowest layer first. Where there is spacing they show behind cells only (17.6.1).
 */
import type { ComputedStyle } from '../../document/style.js';
import { noEdges, type BoxFragment, type Placed } from '../flow/fragment.js';
import type { RowStrip } from './collapsed-lines.js';
import type { CellPlace } from './open-spans.js';
import { spanOf } from './place-tracks.js';
import { groupShift, rowShift } from './positioned-rows.js';
import type { PreparedTable } from './prepare-table.js';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Everything of one fragment that backgrounds depend on; `left` is where the columns begin, pt. */
export interface LayeredFragment {
  readonly table: PreparedTable;
  readonly left: number;
  readonly strips: readonly RowStrip[];
  readonly cells: readonly CellPlace[];
}

/** The rectangles to paint before any cell. */
export function tableLayers(fragment: LayeredFragment): readonly Placed[] {
  const { inline, block } = fragment.table.model.spacing;
  return inline > 0 || block > 0 ? behindCells(fragment) : behindRows(fragment);
}

function behindRows({ table, left, strips, cells }: LayeredFragment): readonly Placed[] {
  const { grid } = table.model;
  const first = strips[0];
  const last = strips.at(-1);
  if (!first || !last) return [];
  const placed: Placed[] = [];
  const all = { y: first.top, height: last.bottom - first.top };
  const column = (c: number): Area => {
    const { start, size } = spanOf(table.columns.columns, c, 1);
    return { ...all, x: left + start, width: size };
  };
  grid.columns.forEach(({ group }, c) => add(placed, group?.style, column(c)));
  grid.columns.forEach(({ column: own }, c) => add(placed, own?.style, column(c)));
  const row = { x: left, width: table.columns.columns.total };
  for (const { group, top, bottom } of groupRuns(table, strips))
    add(
      placed,
      grid.groups[group]?.group.style,
      movedBy(groupShift(table, group), { ...row, y: top, height: bottom - top }),
    );
  for (const strip of strips)
    add(
      placed,
      grid.rows[strip.row]?.row.style,
      movedBy(rowShift(table, strip.row), { ...row, y: strip.top, height: strip.bottom - strip.top }),
    );
  // A spanning cell has the background of the row in which it begins.
  for (const place of cells)
    if (place.cell.cell.rows > 1) add(placed, grid.rows[place.cell.cell.row]?.row.style, areaOf(place, left));
  return placed;
}

function movedBy(shift: { readonly x: number; readonly y: number }, area: Area): Area {
  return { ...area, x: area.x + shift.x, y: area.y + shift.y };
}

/** Rows of one group that follow each other. */
function groupRuns(
  table: PreparedTable,
  strips: readonly RowStrip[],
): readonly { readonly group: number; readonly top: number; readonly bottom: number }[] {
  const runs: { group: number; top: number; bottom: number }[] = [];
  for (const { row, top, bottom } of strips) {
    const group = table.model.grid.rows[row]?.group ?? 0;
    const last = runs.at(-1);
    if (last?.group === group) last.bottom = bottom;
    else runs.push({ group, top, bottom });
  }
  return runs;
}

function behindCells({ table, left, cells }: LayeredFragment): readonly Placed[] {
  const { grid } = table.model;
  const layers: Placed[][] = [[], [], [], []];
  for (const place of cells) {
    const { row, column } = place.cell.cell;
    const area = areaOf(place, left);
    const own = grid.rows[row];
    const styles = [
      grid.columns[column]?.group?.style,
      grid.columns[column]?.column?.style,
      own && grid.groups[own.group]?.group.style,
      own?.row.style,
    ];
    styles.forEach((style, i) => add(layers[i] ?? [], style, area));
  }
  return layers.flat();
}

function areaOf({ cell, top, set }: CellPlace, left: number): Area {
  return { x: left + cell.x, y: top, width: set.fragment.width, height: set.fragment.height };
}

function add(placed: Placed[], style: ComputedStyle | undefined, { x, y, width, height }: Area): void {
  if (!style || width <= 0 || height <= 0) return;
  if (style.backgroundColor === 'transparent' && style.backgroundLayers.length === 0) return;
  const fragment: BoxFragment = {
    type: 'box',
    style,
    width,
    height,
    border: noEdges,
    padding: noEdges,
    children: [],
    start: true,
    end: true,
    paint: { hideBorder: true },
  };
  placed.push({ x, y, fragment });
}
