/**
 * Tables (CSS 2.2, 17): column widths fixed or automatic, cells laid out as fragments, each row a child
 * of the flow that does not break, the head set again where a row opens a column. Rows that a spanning
 * cell ties together stay together.
 */
import type { BlockBox, TableBox } from './box.js';
import type { FlowCollector, Place } from './collect-flow.js';
import { collapseBorders } from './collapse-borders.js';
import type { Fragment, Region } from './flow.js';
import { intrinsicWidths } from './intrinsic-widths.js';
import { stretched } from './lay-out-fragment.js';
import { columnWidths, gridOf, type Grid, type GridCell } from './table-grid.js';
import { usedBox } from './used-values.js';

interface LaidRow {
  readonly fragment: Fragment;
  /** A cell reaches from this row into the next. */
  readonly tied: boolean;
}

export function collectTable(collector: FlowCollector, table: TableBox, place: Place): void {
  const rows = [...table.head, ...table.body, ...table.foot];
  const grid = gridOf(table.style.borderCollapse === 'collapse' ? collapseBorders(table, rows) : rows);
  const spacing = table.style.borderCollapse === 'collapse' ? 0 : table.style.borderSpacing;
  const outer = usedBox(table.style, place.width);
  const widths = columnWidths(table, grid, {
    available: outer.contentWidth - spacing * (grid.columns + 1),
    scene: collector.scene,
  });
  const width = widths.reduce((sum, w) => sum + w, 0) + spacing * (grid.columns + 1);
  const used = usedBox(table.style, place.width, width);
  const box: BlockBox = {
    type: 'block',
    style: table.style,
    marks: [],
    children: [],
    absolutes: [],
    tag: table.tag,
  };
  const { draft } = collector;
  draft.margin(used.margin.top);
  collector.marks(table.marks);
  const inner = { x: place.x + used.contentX, width };
  caption(collector, table, 'top', inner);
  const open =
    table.style.borderCollapse === 'collapse' ? undefined : collector.openChild(box, used, place.x + used.x);
  if (open) draft.delay(open);
  draft.settle();
  pushRows(collector, layOutRows(collector, grid, widths, spacing), {
    head: table.head.length,
    x: inner.x,
    spacing,
  });
  if (open) draft.close(open, used.border.bottom + used.padding.bottom);
  caption(collector, table, 'bottom', inner);
  draft.margin(used.margin.bottom);
}

function caption(collector: FlowCollector, table: TableBox, side: 'top' | 'bottom', place: Place): void {
  for (const box of table.captions) {
    if (box.style.captionSide !== side) continue;
    if (side === 'bottom') collector.draft.glue();
    // A caption is never narrower than its longest word (CSS 2.2, 17.5.2.2).
    const { min } = intrinsicWidths(box, collector.scene);
    collector.box(box, { ...place, width: Math.max(place.width, min) }, false);
    if (side === 'top') collector.draft.glue();
  }
}

function pushRows(
  collector: FlowCollector,
  rows: readonly LaidRow[],
  at: { readonly head: number; readonly x: number; readonly spacing: number },
): void {
  const head = rows.slice(0, at.head).map((row) => row.fragment);
  const repeat = head.length > 0 ? stackRows(head) : undefined;
  rows.forEach(({ fragment, tied }, i) => {
    const inHead = i < at.head;
    collector.pushFragment(fragment, {
      x: at.x,
      glued: tied || inHead,
      ...(repeat && !inHead ? { repeat } : {}),
    });
  });
}

function stackRows(rows: readonly Fragment[]): Fragment {
  let y = 0;
  const regions: Region[] = [];
  for (const row of rows) {
    for (const region of row.regions) regions.push({ ...region, y: region.y + y });
    y += row.height;
  }
  return { width: rows[0]?.width ?? 0, height: y, regions };
}

/** Every cell laid out at its width; rows as tall as their tallest cell, spanning cells included. */
function layOutRows(
  collector: FlowCollector,
  grid: Grid,
  widths: readonly number[],
  spacing: number,
): LaidRow[] {
  const fragments = grid.cells.map((cell) => {
    const width = span(widths, cell.column, cell.columns, spacing);
    const box = asWideAsColumn(cell.box);
    return collector.fragments.block(box, usedBox(box.style, width));
  });
  const heights = rowHeights(grid, fragments, spacing);
  return heights.map((height, row): LaidRow => {
    const regions: Region[] = [];
    grid.cells.forEach((cell, i) => {
      const fragment = fragments[i];
      if (!fragment || cell.row !== row) return;
      const x = spacing + span(widths, 0, cell.column, spacing) + (cell.column > 0 ? spacing : 0);
      regions.push(...cellRegions(cell, fragment, { x, height: span(heights, row, cell.rows, spacing) }));
    });
    const tied = grid.cells.some((cell) => cell.row <= row && cell.row + cell.rows > row + 1);
    const last = row === heights.length - 1 ? spacing : 0;
    return {
      fragment: {
        width: span(widths, 0, widths.length, spacing),
        height: height + spacing + last,
        regions: regions.map((r) => ({ ...r, y: r.y + spacing })),
      },
      tied,
    };
  });
}

function cellRegions(
  cell: GridCell,
  fragment: Fragment,
  at: { readonly x: number; readonly height: number },
): Region[] {
  const slack = Math.max(0, at.height - fragment.height);
  const align = cell.box.style.verticalAlign;
  const shift = align === 'middle' ? slack / 2 : align === 'bottom' ? slack : 0;
  return stretched(fragment, fragment.height + slack, shift).regions.map((region) => ({
    ...region,
    x: region.x + at.x,
  }));
}

function rowHeights(grid: Grid, fragments: readonly Fragment[], spacing: number): number[] {
  const heights = Array.from({ length: grid.rows }, () => 0);
  const byRows = grid.cells
    .map((cell, i) => ({ cell, height: fragments[i]?.height ?? 0 }))
    .sort((a, b) => a.cell.rows - b.cell.rows);
  for (const { cell, height } of byRows) {
    const last = cell.row + cell.rows - 1;
    const missing = height - span(heights, cell.row, cell.rows, spacing);
    if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
  }
  return heights;
}

/** Sum of `count` tracks from `start`, with the spacing between them. */
function span(tracks: readonly number[], start: number, count: number, spacing: number): number {
  const sum = tracks.slice(start, start + count).reduce((total, track) => total + track, 0);
  return sum + spacing * Math.max(0, count - 1);
}

/** A cell's own width has spoken for the column already; margins do not apply to cells. */
function asWideAsColumn(box: BlockBox): BlockBox {
  const style = {
    ...box.style,
    width: 'auto' as const,
    minWidth: 'auto' as const,
    maxWidth: 'none' as const,
    marginLeft: 0,
    marginRight: 0,
    height: 'auto' as const,
  };
  return { ...box, style };
}
