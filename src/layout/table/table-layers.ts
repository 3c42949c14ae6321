/**
 * Backgrounds of columns, row groups and rows (CSS 2.2, 17.5.1): rectangles behind the cells of one
 * fragment of a table, lowest layer first. Where there is spacing they show behind cells only (17.6.1).
 */
import type { ComputedStyle } from '../../document/style.js';
import { boxFragment, noEdges, type Placed } from '../flow/fragment.js';
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

function behindRows(fragment: LayeredFragment): readonly Placed[] {
  const { table, left, strips, cells } = fragment;
  const { grid } = table.model;
  const tracks = new TrackAreas(fragment);
  const placed: Placed[] = [];
  if (strips.length === 0) return placed;
  grid.columns.forEach(({ group }, c) =>
    add(placed, group?.style, tracks.column(c), () => tracks.columnGroup(c)),
  );
  grid.columns.forEach(({ column: own }, c) => add(placed, own?.style, tracks.column(c)));
  for (const { group, area } of tracks.groups)
    add(placed, grid.groups[group]?.group.style, movedBy(groupShift(table, group), area));
  for (const strip of strips)
    add(placed, grid.rows[strip.row]?.row.style, movedBy(rowShift(table, strip.row), tracks.row(strip)));
  // A spanning cell has the background of the row in which it begins.
  for (const place of cells) {
    const { row, rows } = place.cell.cell;
    if (rows > 1) add(placed, grid.rows[row]?.row.style, areaOf(place, left), () => tracks.rowAt(row));
  }
  return placed;
}

/** Where columns, row groups and rows lie in one fragment of a table: the boxes that pictures are placed in. */
class TrackAreas {
  /** Rows of one group that follow each other. */
  readonly groups: readonly { readonly group: number; readonly area: Area }[];

  #strips: ReadonlyMap<number, RowStrip> | undefined;

  constructor(private readonly fragment: LayeredFragment) {
    const { table, strips } = fragment;
    this.groups = groupRuns(table, strips).map(({ group, top, bottom }) => ({
      group,
      area: this.row({ top, bottom }),
    }));
  }

  row({ top, bottom }: Pick<RowStrip, 'top' | 'bottom'>): Area {
    const { table, left } = this.fragment;
    const { start, size } = spanOf(table.columns.columns, 0, table.model.grid.columns.length);
    return { x: left + start, y: top, width: size, height: bottom - top };
  }

  rowAt(row: number): Area | undefined {
    this.#strips ??= new Map(this.fragment.strips.map((strip) => [strip.row, strip]));
    const strip = this.#strips.get(row);
    return strip && this.row(strip);
  }

  groupAt(group: number | undefined): Area | undefined {
    return this.groups.find((run) => run.group === group)?.area;
  }

  column(first: number, count = 1): Area {
    const { table, left, strips } = this.fragment;
    const { start, size } = spanOf(table.columns.columns, first, count);
    const top = strips[0]?.top ?? 0;
    return { x: left + start, y: top, width: size, height: (strips.at(-1)?.bottom ?? top) - top };
  }

  /** All columns of the group that a column is in. */
  columnGroup(column: number): Area {
    const { columns } = this.fragment.table.model.grid;
    const group = columns[column]?.group;
    const first = columns.findIndex((one) => one.group === group);
    const last = columns.findLastIndex((one) => one.group === group);
    return this.column(first, last - first + 1);
  }
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

function behindCells(fragment: LayeredFragment): readonly Placed[] {
  const { table, left, cells } = fragment;
  const { grid } = table.model;
  const tracks = new TrackAreas(fragment);
  const layers: Placed[][] = [[], [], [], []];
  for (const place of cells) {
    const { row, column } = place.cell.cell;
    const area = areaOf(place, left);
    const own = grid.rows[row];
    const { group: columns, column: single } = grid.columns[column] ?? {};
    add(layers[0], columns?.style, area, () => tracks.columnGroup(column));
    add(layers[1], single?.style, area, () => tracks.column(column));
    add(layers[2], own && grid.groups[own.group]?.group.style, area, () => tracks.groupAt(own?.group));
    add(layers[3], own?.row.style, area, () => tracks.rowAt(row));
  }
  return layers.flat();
}

function areaOf({ cell, top, set }: CellPlace, left: number): Area {
  return { x: left + cell.x, y: top, width: set.fragment.width, height: set.fragment.height };
}

/** A rectangle with a background; its pictures are placed in `whole` where that is another box. */
function add(
  placed: Placed[] | undefined,
  style: ComputedStyle | undefined,
  area: Area,
  whole?: () => Area | undefined,
): void {
  const { x, y, width, height } = area;
  if (!style || width <= 0 || height <= 0) return;
  const pictured = style.backgroundLayers.length > 0;
  if (style.backgroundColor === 'transparent' && !pictured) return;
  const other = pictured ? whole?.() : undefined;
  const fragment = boxFragment({
    style,
    width,
    height,
    border: noEdges,
    padding: noEdges,
    children: [],
    start: true,
    end: true,
    paint: { hideBorder: true, ...(other ? { whole: { ...other, x: other.x - x, y: other.y - y } } : {}) },
  });
  placed?.push({ x, y, fragment });
}
