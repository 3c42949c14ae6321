/**
 * A cell in the area its rows leave it: whole, with its content aligned (CSS 2.2, 17.5.3), or the part of
 * it that stands in one fragmentainer. Cells of a row are parallel flows: each looks for its own break.
 */
import { blockSpace, filledAgain } from '../flow/block-space.js';
import type { FlowEngine } from '../flow/engine.js';
import { fillBest } from '../flow/fill.js';
import { boxFragment, type BoxFragment, type BoxPaint, type Placed } from '../flow/fragment.js';
import {
  appeal,
  type Appeal,
  type BlockSpace,
  type BreakToken,
  type Fragmentainer,
  type LayoutResult,
  type OutOfFlow,
  type Stop,
} from '../flow/space.js';
import { withoutBottom, withoutTop } from '../used-values.js';
import type { PreparedCell, PreparedTable } from './prepare-table.js';
import { alignmentShift, hidesEmpty, type CellExtent } from './row-needs.js';

/** How a cell goes on after a break: nothing when it has not begun, 'done' when its content has ended. */
export type CellState = BreakToken | 'done' | undefined;

/** A cell, or a part of one. */
export interface SetCell {
  readonly fragment: BoxFragment;
  readonly outOfFlow: readonly OutOfFlow[];
}

/** Area of a cell in its rows, pt: height, and the baseline of its first row. */
export interface CellArea {
  readonly height: number;
  readonly baseline: number;
}

/** A cell that stands in one fragment of the table, as high as its area. */
export function wholeCell(
  engine: FlowEngine,
  table: PreparedTable,
  cell: PreparedCell,
  area: CellArea,
): SetCell {
  const extent = extentOf(table, cell);
  const { piece } = cell;
  if (!cell.stretches) {
    const shift = alignmentShift(cell.box.style, extent, area);
    return {
      fragment: ofCell(table, cell, moved(piece.fragment, shift, area.height)),
      outOfFlow: piece.outOfFlow,
    };
  }
  const own = cell.cell.cell.box;
  const height = Math.max(area.height, extent.edgeTop + extent.edgeBottom);
  const again = engine.layOutWhole(own, cell.used, { width: table.base }, height);
  const content = { ...extent, height: bottomOf(again.fragment) + extent.edgeBottom };
  const shift = alignmentShift(own.style, content, area);
  return {
    fragment: ofCell(table, cell, moved(again.fragment, shift, area.height)),
    outOfFlow: again.outOfFlow,
  };
}

function extentOf(table: PreparedTable, cell: PreparedCell): CellExtent {
  const { fragment } = cell.piece;
  const known = table.extents[cell.cell.index];
  return known ?? { height: fragment.height, baseline: undefined, edgeTop: 0, edgeBottom: 0, empty: false };
}

/** Bottom of what stands in the flow of a cell, from its top, pt. */
function bottomOf(fragment: BoxFragment): number {
  const top = fragment.border.top + fragment.padding.top;
  return fragment.children.reduce((most, child) => {
    return isInFlow(child) ? Math.max(most, child.y + child.fragment.height) : most;
  }, top);
}

function isInFlow({ fragment }: Placed): boolean {
  return fragment.type !== 'box' || fragment.box?.style.position !== 'absolute';
}

/** The fragment at another height, its content moved down. */
function moved(fragment: BoxFragment, shift: number, height: number): BoxFragment {
  if (shift <= 0) return boxFragment({ ...fragment, height });
  const by = (baseline: number | undefined): number | undefined =>
    baseline === undefined ? undefined : baseline + shift;
  const firstBaseline = by(fragment.firstBaseline);
  const lastBaseline = by(fragment.lastBaseline);
  const children = fragment.children.map((child) =>
    isInFlow(child) ? { ...child, y: child.y + shift } : child,
  );
  return boxFragment({ ...fragment, height, children, firstBaseline, lastBaseline });
}

/** A cell as it was measured, its content moved down; as high as it is then, pt. */
export function shiftedCell(table: PreparedTable, cell: PreparedCell, shift: number): SetCell {
  const { fragment, outOfFlow } = cell.piece;
  return { fragment: ofCell(table, cell, moved(fragment, shift, fragment.height + shift)), outOfFlow };
}

/** A part with its content moved down. */
export function movedPart(part: CellPart, shift: number): CellPart {
  if (shift <= 0) return part;
  return { ...part, fragment: moved(part.fragment, shift, part.fragment.height + shift) };
}

/** The fragment under the cell's own box, and what of it is not shown (17.6.1.1, 17.6.2). */
function ofCell(table: PreparedTable, cell: PreparedCell, fragment: BoxFragment): BoxFragment {
  const { box } = cell.cell.cell;
  const hides = hidesEmpty(box.style, extentOf(table, cell));
  const paint: BoxPaint | undefined = hides
    ? { ...fragment.paint, hideBox: true }
    : table.model.collapsed
      ? { ...fragment.paint, hideBorder: true }
      : fragment.paint;
  return boxFragment({ ...fragment, box, style: box.style, paint });
}

/** Surroundings of a cell that is broken. */
export interface PartSpace {
  readonly fragmentainer: Fragmentainer | undefined;
  readonly page: string;
  /** Height for this part, pt. */
  readonly room: number;
  /** Content that does not fit may wait; otherwise some of it is set come what may. */
  readonly mayRefuse: boolean;
}

export interface CellPart extends SetCell {
  /** How the cell goes on. */
  readonly state: CellState;
  readonly stop: Stop | undefined;
  readonly appeal: Appeal;
  /** Least height that was missing for more to fit, pt. */
  readonly shortage: number;
}

/** What fits of a cell into some height. */
export function cellPart(
  engine: FlowEngine,
  table: PreparedTable,
  task: { readonly cell: PreparedCell; readonly state: CellState },
  space: PartSpace,
): CellPart | 'refused' {
  const { cell, state } = task;
  if (state === 'done') return { ...emptyPart(table, cell), ...ended };
  const { result, shortage } = fillBest(space.mayRefuse, (search) => {
    const { page, room } = space;
    const fragmentainer = space.fragmentainer && filledAgain(space.fragmentainer, search);
    const outcome = engine.layOut(cell.box, spaceOf(table, cell, { page, room, fragmentainer }), state);
    if (outcome.refused) return { outcome, refused: true };
    return outcome.stop?.type === 'full' ? { outcome, fullWith: outcome.appeal } : { outcome };
  });
  const { outcome } = result;
  if (outcome.refused) return 'refused';
  return {
    fragment: ofCell(table, cell, outcome.fragment),
    outOfFlow: outcome.outOfFlow,
    state: outcome.token ?? 'done',
    stop: outcome.stop,
    appeal: outcome.token ? outcome.appeal : appeal.perfect,
    shortage,
  };
}

const ended = { state: 'done', stop: undefined, appeal: appeal.perfect, shortage: Infinity } as const;

/** All that is left of a cell, without a break. */
export function cellRest(
  engine: FlowEngine,
  table: PreparedTable,
  task: { readonly cell: PreparedCell; readonly token: BreakToken },
  page: string,
): SetCell {
  const { cell, token } = task;
  const whole = { room: Infinity, page, fragmentainer: undefined };
  const outcome = engine.layOut(cell.box, spaceOf(table, cell, whole), token);
  if (outcome.refused) throw new Error('a cell refused to go on where room is endless');
  const result: LayoutResult = outcome;
  return { fragment: ofCell(table, cell, result.fragment), outOfFlow: result.outOfFlow };
}

function spaceOf(
  table: PreparedTable,
  cell: PreparedCell,
  { room, page, fragmentainer }: Pick<BlockSpace, 'room' | 'page' | 'fragmentainer'>,
): BlockSpace {
  return blockSpace({ used: cell.used, width: table.base, fragmentainer, room, page, isPiece: true });
}

/** The box of a cell where its content does not stand. */
export function emptyPart(table: PreparedTable, cell: PreparedCell): SetCell {
  const { border, padding } = cell.used;
  const fragment = boxFragment({
    style: cell.box.style,
    width: cell.used.borderWidth,
    height: 0,
    border: withoutTop(withoutBottom(border)),
    padding: withoutTop(withoutBottom(padding)),
    children: [],
    start: false,
    end: false,
  });
  return {
    fragment: boxFragment({ ...ofCell(table, cell, fragment), box: undefined }),
    outOfFlow: [],
  };
}

/** A part as high as the part of the row it stands in; it ends there, or is cut. */
export function stretchedPart(part: SetCell, cell: PreparedCell, height: number, end: boolean): SetCell {
  const { border, padding } = cell.used;
  const { fragment } = part;
  const open = !end && fragment.style.boxDecorationBreak === 'slice';
  const bottom = open ? 0 : border.bottom;
  const inner = open ? 0 : padding.bottom;
  return {
    outOfFlow: part.outOfFlow,
    fragment: boxFragment({
      ...fragment,
      height,
      end,
      border: { ...fragment.border, bottom },
      padding: { ...fragment.padding, bottom: inner },
    }),
  };
}
