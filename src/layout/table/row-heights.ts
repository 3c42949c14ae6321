/**
 * Heights of the rows of a table (CSS 2.2, 17.5.3; the order of growth is what browsers do): rows as their
 * own cells need, then what cells that span rows miss, then `height` of row groups, then what the
 * table's own height has left, which goes to the bodies.
 */
import type { Grid, GridCell, GridGroup } from './form-grid.js';
import { percentage, sum } from './percentage.js';
import { cellHeight, type CellExtent, type RowNeed } from './row-needs.js';
import { shareHeight } from './share-height.js';

export interface HeightContext {
  /** Vertical border spacing, pt. */
  readonly spacing: number;
  /** Height there is for the rows with all their spacing, pt; undefined when the table's height is auto. */
  readonly height: number | undefined;
}

/** Heights of the rows, pt. `extents` go with the grid's cells. */
export function rowHeights(
  grid: Grid,
  needs: readonly RowNeed[],
  extents: readonly CellExtent[],
  context: HeightContext,
): readonly number[] {
  const heights = needs.map(({ height }) => height);
  for (const cell of spanningCells(grid)) {
    const extent = extents[cell.index];
    if (!extent) continue;
    const range = { first: cell.row, end: cell.row + cell.rows };
    const rows = needs.slice(range.first, range.end);
    const height = cellHeight(cell, extent) - context.spacing * (cell.rows - 1);
    put(
      heights,
      range.first,
      shareHeight(rows, heights.slice(range.first, range.end), { height, span: true }),
    );
  }
  const base = context.height;
  for (const group of grid.groups) {
    const wanted = group.group.style.height;
    if (typeof wanted === 'number')
      growGroup(group, needs, heights, { height: wanted, spacing: context.spacing });
  }
  if (base !== undefined) growTable(grid, needs, heights, { ...context, height: base });
  return heights;
}

/** Inner cells first, then those that begin above (as browsers do, so that nested spans add up). */
function spanningCells(grid: Grid): readonly GridCell[] {
  return grid.cells.filter(({ rows }) => rows > 1).sort((a, b) => a.rows - b.rows || a.row - b.row);
}

interface Growth {
  readonly height: number;
  readonly spacing: number;
}

/** Makes the rows of a group so high that the group is, percentages being of the group's height. */
function growGroup(group: GridGroup, needs: readonly RowNeed[], heights: number[], to: Growth): void {
  const rows = needs.slice(group.first, group.end);
  const height = to.height - to.spacing * Math.max(0, rows.length - 1);
  const now = heights.slice(group.first, group.end);
  put(heights, group.first, shareHeight(rows, now, { height, span: false, base: to.height }));
}

/** Groups with a percentage grow to it; the rest goes to bodies, automatic ones first. */
function growTable(grid: Grid, needs: readonly RowNeed[], heights: number[], to: Growth): void {
  const groups = grid.groups.filter(({ first, end }) => end > first);
  const sizes = groups.map((group) => groupHeight(group, heights, to.spacing));
  const room = Math.max(0, to.height - to.spacing * (groups.length + 1));
  const grown = growToPercent(groups, sizes, room);
  const left = room - sum(grown);
  if (left > 0) {
    const takers = takersOf(groups);
    const weight = sum(grown.filter((_, i) => takers.has(i)));
    for (const i of takers) {
      const own = grown[i] ?? 0;
      grown[i] = own + (weight > 0 ? (left * own) / weight : left / takers.size);
    }
  }
  groups.forEach((group, i) => {
    const height = grown[i] ?? 0;
    if (height > (sizes[i] ?? 0)) growGroup(group, needs, heights, { height, spacing: to.spacing });
  });
}

function groupHeight({ first, end }: GridGroup, heights: readonly number[], spacing: number): number {
  return sum(heights.slice(first, end)) + spacing * (end - first - 1);
}

function growToPercent(groups: readonly GridGroup[], sizes: readonly number[], room: number): number[] {
  const missing = groups.map(({ group }, i) => {
    const wanted = ((percentage(group.style.height) ?? 0) / 100) * room;
    return Math.max(0, wanted - (sizes[i] ?? 0));
  });
  const share = Math.min(1, Math.max(0, room - sum(sizes)) / (sum(missing) || 1));
  return sizes.map((size, i) => size + share * (missing[i] ?? 0));
}

/** Bodies before heads and feet; automatic ones before those with a height, percentages last. */
function takersOf(groups: readonly GridGroup[]): ReadonlySet<number> {
  const bodies = groups.some(({ kind }) => kind === 'body');
  const of = (test: (height: unknown) => boolean): ReadonlySet<number> =>
    new Set(
      groups.flatMap(({ kind, group }, i) =>
        (kind === 'body' || !bodies) && test(group.style.height) ? [i] : [],
      ),
    );
  const automatic = of((height) => height === 'auto');
  if (automatic.size > 0) return automatic;
  const fixed = of((height) => typeof height === 'number');
  return fixed.size > 0 ? fixed : of(() => true);
}

function put(heights: number[], first: number, part: readonly number[]): void {
  part.forEach((height, i) => {
    heights[first + i] = height;
  });
}
