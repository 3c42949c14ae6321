/**
 * What stands in the grid of a table: heads and feet set again, the marks of groups and rows, and the
 * cells in the order of the grid, each moved as `position: relative` of its row and its own asks for.
 */
import type { FlowEngine } from '../flow/engine.js';
import { boxFragment, noEdges, type Placed } from '../flow/fragment.js';
import { relativeShift } from '../flow/inline-parts.js';
import { placePositioned } from '../flow/positioned.js';
import { leaving } from '../flow/out-of-flow.js';
import type { OutOfFlow } from '../flow/space.js';
import type { RowFill } from './fill-rows.js';
import type { CellPlace } from './open-spans.js';
import { rowBlock, rowShift } from './positioned-rows.js';
import type { PreparedTable } from './prepare-table.js';

/** Fragments at their places from the corner of the grid, and boxes that wait for their containing block. */
export interface GridContent {
  readonly placed: readonly Placed[];
  readonly outOfFlow: readonly OutOfFlow[];
}

/** `left` is where the columns begin, pt from the left edge of the grid. */
export function gridContent(
  engine: FlowEngine,
  table: PreparedTable,
  fill: RowFill,
  left: number,
): GridContent {
  const outOfFlow: OutOfFlow[] = [];
  const ordered: { readonly order: number; readonly placed: readonly Placed[] }[] = [];
  for (const place of fill.cells) {
    const set = placedCell(engine, table, { place, fill, left });
    outOfFlow.push(...set.outOfFlow);
    ordered.push({ order: place.cell.cell.index, placed: set.placed });
  }
  for (const { marks, top, before } of fill.marks) {
    const placed = marks.map((mark): Placed => {
      return { x: left, y: top, fragment: { type: 'mark', mark, width: 0, height: 0 } };
    });
    ordered.push({ order: before - 0.5, placed });
  }
  ordered.sort((a, b) => a.order - b.order);
  const copies = fill.copies.map((places) => {
    const cells = places.map((place) => placedCell(engine, table, { place, fill, left }).placed);
    return repeatedCopy(table, cells.flat());
  });
  return { placed: [...copies, ...ordered.flatMap(({ placed }) => placed)], outOfFlow };
}

function placedCell(
  engine: FlowEngine,
  table: PreparedTable,
  at: { readonly place: CellPlace; readonly fill: RowFill; readonly left: number },
): GridContent {
  const { cell, top, set } = at.place;
  const outer = rowShift(table, cell.cell.row);
  const own = relativeShift(cell.box.style, table.base, undefined);
  const x = at.left + cell.x + own.x + outer.x;
  const y = top + own.y + outer.y;
  const placed: Placed = { x, y, fragment: set.fragment };
  if (set.outOfFlow.length === 0) return { placed: [placed], outOfFlow: [] };
  const waiting = leaving(set.outOfFlow, { x, y }, cell.box.style.opacity);
  const block = rowBlock(table, at.fill.strips, cell.cell.row, at.left);
  if (!block) return { placed: [placed], outOfFlow: waiting };
  return { placed: [placed, ...waiting.map((one) => placePositioned(engine, one, block))], outOfFlow: [] };
}

/** A head or foot that is set again. */
function repeatedCopy(table: PreparedTable, children: readonly Placed[]): Placed {
  const fragment = boxFragment({
    style: table.model.style,
    width: table.columns.width,
    height: children.reduce((most, { y, fragment: { height } }) => Math.max(most, y + height), 0),
    border: noEdges,
    padding: noEdges,
    children,
    start: true,
    end: true,
    paint: { hideBox: true, repeated: true },
  });
  return { x: 0, y: 0, fragment };
}
