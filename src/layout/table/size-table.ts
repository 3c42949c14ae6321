/**
 * The table's width in layout: cells and captions are measured once for each table, columns placed once
 * for each room it is given. What `tableWidth` says is what the wrapper box uses (CSS 2.2, 17.4 and 17.5.2).
 */
import type { TableBox } from '../boxes/box.js';
import type { FlowEngine } from '../flow/engine.js';
import type { IntrinsicSizes, IntrinsicWidths } from '../flow/intrinsic.js';
import { resolveAuto } from '../used-values.js';
import type { ColumnNeed } from './column-needs.js';
import {
  contribution,
  measureColumns,
  placeColumns,
  tableModel,
  tablePadding,
  type MeasuredColumns,
  type PlacedColumns,
  type TableModel,
} from './table-model.js';

/** A table whose cells have been measured. */
export interface SizedTable {
  readonly model: TableModel;
  readonly columns: MeasuredColumns;
  /** Columns in their places, by the table's width, pt. */
  readonly placed: Map<number, PlacedColumns>;
}

/** Room for a table, pt. */
export interface TableRoom {
  /** Width for its margin box. */
  readonly available: number;
  /** Width of the containing block, what percentages are of. */
  readonly base: number;
}

/** Grid, borders and needs of a table; asked once for each. */
export function sizedTable(sizes: IntrinsicSizes, box: TableBox): SizedTable {
  const known = sizes.tables.get(box);
  if (known) return known;
  const model = tableModel(box);
  const captions = box.captions.reduce((most, caption) => Math.max(most, sizes.outer(caption).min), 0);
  const columns = measureColumns(
    model,
    ({ cell }, borders) => {
      const { style } = cell.box;
      const padding = points(style.paddingLeft) + points(style.paddingRight);
      const edges = borders.left + borders.right + padding;
      const { min, max } = sizes.contentOf(cell.box);
      return { min: min + edges, max: max + edges };
    },
    captions,
  );
  const sized: SizedTable = { model, columns, placed: new Map() };
  sizes.tables.set(box, sized);
  return sized;
}

/** Percentages count as 0 while no width is known. */
function points(length: unknown): number {
  return typeof length === 'number' ? length : 0;
}

/** Min-content and max-content widths of the table's border box, pt. */
export function tableWidths(sizes: IntrinsicSizes, box: TableBox): IntrinsicWidths {
  const { model, columns } = sizedTable(sizes, box);
  return contribution(model, columns);
}

/** Used width of the wrapper, pt. */
export function tableWidth(engine: FlowEngine, box: TableBox, room: TableRoom): number {
  const sized = sizedTable(engine.intrinsic, box);
  const { model } = sized;
  const margin = (length: typeof box.style.marginLeft): number => resolveAuto(length, room.base) ?? 0;
  const available = room.available - margin(box.style.marginLeft) - margin(box.style.marginRight);
  const columns = engine.setup.breakWideWords
    ? squeezed(model, sized.columns, { ...room, available })
    : sized.columns;
  const placed = placeColumns(model, columns, { available, base: room.base });
  sized.placed.set(placed.width, placed);
  return placed.width;
}

/** The columns of a table with this border-box width, pt. */
export function columnsAt(sized: SizedTable, width: number, base: number): PlacedColumns {
  const known = sized.placed.get(width);
  if (known) return known;
  const placed = placeColumns(sized.model, sized.columns, { available: width, base, width });
  sized.placed.set(width, placed);
  return placed;
}

/**
 * Where words may be broken, columns whose longest words do not all fit share what the narrower ones
 * leave, so that nothing sticks out. A width that was asked for stays.
 */
function squeezed(model: TableModel, columns: MeasuredColumns, room: TableRoom): MeasuredColumns {
  const padding = tablePadding(model, room.base);
  const edges = model.border.left + model.border.right + padding.left + padding.right;
  const asked = resolveAuto(model.style.width, room.base) ?? 0;
  const inner = Math.max(room.available, asked, columns.captions) - edges;
  const total = columns.needs.reduce((sum, { min }) => sum + min, 0);
  const spacing = columns.inner.min - total;
  if (columns.inner.min <= inner || model.layout === 'fixed' || inner <= spacing) return columns;
  const cap = fairShare(columns.needs, inner - spacing);
  const needs = columns.needs.map((need) => ({ ...need, min: Math.min(need.min, cap) }));
  return { ...columns, needs, inner: { min: inner, max: columns.inner.max } };
}

/** The width at which columns are cut so that they come to `width` together. */
function fairShare(needs: readonly ColumnNeed[], width: number): number {
  const mins = needs.map(({ min }) => min).sort((a, b) => a - b);
  let left = width;
  for (const [i, min] of mins.entries()) {
    const share = left / (mins.length - i);
    if (min > share) return share;
    left -= min;
  }
  return Infinity;
}
