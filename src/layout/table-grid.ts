/**
 * The grid of a table (HTML, "forming a table") and the widths of its columns (CSS 2.2, 17.5.2):
 * fixed from the columns and the first row, or automatic between what cells need and would like.
 */
import type { BlockBox, TableBox, TableRow } from './box.js';
import { intrinsicWidths } from './intrinsic-widths.js';
import type { LayoutScene } from './scene.js';
import { resolveAuto } from './used-values.js';
import type { LengthPercentageAuto } from '../document/style.js';

export interface GridCell {
  readonly box: BlockBox;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
}

export function gridOf(rows: readonly TableRow[]): Grid {
  const cells: GridCell[] = [];
  /** Last row (exclusive) that a cell from above occupies, by column. */
  const busy: number[] = [];
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row.cells) {
      while ((busy[column] ?? 0) > r) column += 1;
      const spanned = Math.min(cell.rowSpan, rows.length - r);
      cells.push({ box: cell.box, row: r, column, rows: spanned, columns: cell.colSpan });
      for (let c = column; c < column + cell.colSpan; c += 1) busy[c] = r + spanned;
      column += cell.colSpan;
    }
  });
  return { rows: rows.length, columns: busy.length, cells };
}

/** Column widths, pt, for a table that may be `available` wide (spacing taken off). */
export function columnWidths(
  table: TableBox,
  grid: Grid,
  room: { readonly available: number; readonly scene: LayoutScene },
): readonly number[] {
  if (table.style.tableLayout === 'fixed' && table.style.width !== 'auto')
    return fixedWidths(table, grid, room.available);
  const { min, max } = wishes(table, grid, room);
  const needed = total(min);
  // Too many columns for the page: they share it, and the words in them are broken.
  if (needed > room.available) return min.map((w) => (w * room.available) / needed);
  const liked = total(max);
  const width =
    table.style.width === 'auto'
      ? Math.min(Math.max(needed, liked), Math.max(needed, room.available))
      : Math.max(needed, room.available);
  if (width >= liked) {
    // More than enough: what is left goes to the columns by what they hold.
    const extra = width - liked;
    return max.map((w) => w + (liked > 0 ? (extra * w) / liked : extra / max.length));
  }
  const slack = liked - needed;
  return min.map((w, i) => w + (slack > 0 ? ((width - needed) * ((max[i] ?? w) - w)) / slack : 0));
}

function fixedWidths(table: TableBox, grid: Grid, available: number): readonly number[] {
  const widths = Array.from({ length: grid.columns }, (_, c) => widthOf(table.columns[c]?.width, available));
  for (const cell of grid.cells) {
    if (cell.row > 0 || cell.columns > 1) continue;
    widths[cell.column] ??= widthOf(cell.box.style.width, available);
  }
  const open = widths.filter((w) => w === undefined).length;
  const rest = Math.max(0, available - total(widths.map((w) => w ?? 0)));
  return widths.map((w) => w ?? rest / open);
}

function widthOf(width: LengthPercentageAuto | undefined, available: number): number | undefined {
  return width === undefined ? undefined : resolveAuto(width, available);
}

function wishes(
  table: TableBox,
  grid: Grid,
  room: { readonly available: number; readonly scene: LayoutScene },
): { min: number[]; max: number[] } {
  const min = Array.from({ length: grid.columns }, () => 0);
  const max = Array.from({ length: grid.columns }, () => 0);
  const narrowFirst = [...grid.cells].sort((a, b) => a.columns - b.columns);
  for (const cell of narrowFirst) {
    const own = intrinsicWidths(cell.box, room.scene);
    const wanted =
      widthOf(cell.box.style.width, room.available) ??
      (cell.columns === 1 ? widthOf(table.columns[cell.column]?.width, room.available) : undefined);
    const like = wanted === undefined ? own.max : Math.max(own.min, wanted);
    widen(min, cell, own.min);
    widen(max, cell, like);
  }
  return { min, max: max.map((w, i) => Math.max(w, min[i] ?? 0)) };
}

/** Makes the columns of a cell at least this wide together, in proportion to what they have. */
function widen(tracks: number[], cell: GridCell, width: number): void {
  const have = total(tracks.slice(cell.column, cell.column + cell.columns));
  const missing = width - have;
  if (missing <= 0) return;
  for (let c = cell.column; c < cell.column + cell.columns; c += 1) {
    const track = tracks[c] ?? 0;
    tracks[c] = track + (have > 0 ? (missing * track) / have : missing / cell.columns);
  }
}

function total(tracks: readonly number[]): number {
  return tracks.reduce((sum, track) => sum + track, 0);
}
