/**
 * One column of a multi-column container (css-multicol-1): the flow from a break token to where the column
 * is full, asks for a break or meets a spanning element, with column floats at its head and foot.
 */
import type { BlockBox } from '../boxes/box.js';
import { blockSpace } from './block-space.js';
import { BlockFlow, type FlowFrame } from './block-flow.js';
import { endedAt, type Ended } from './flow-end.js';
import { breakToken } from './break-token.js';
import type { ColumnSizes } from './column-sizes.js';
import type { FlowEngine } from './engine.js';
import { fillBest, fillWithFloats, heightOf, walkFragments, type FloatedFill } from './fill.js';
import { FloatContext } from './float-context.js';
import type { FloatPiece, Placed } from './fragment.js';
import {
  appeal,
  holdOnlyPositioned,
  holdsFloats,
  type Appeal,
  type BreakSearch,
  type BreakToken,
  type Fragmentainer,
  type OutOfFlow,
} from './space.js';
import { extentOf } from './strut.js';

/** A multi-column container being laid out. */
export interface Columns {
  readonly engine: FlowEngine;
  readonly box: BlockBox;
  readonly frame: FlowFrame;
  readonly sizes: ColumnSizes;
  /** Where the container's own height ends, from its border box's top, pt; Infinity without one. */
  readonly bottom: number;
}

/** Where the flow goes on, and the floats that wait for a column. */
export interface ColumnTask {
  readonly token: BreakToken | undefined;
  readonly floats: readonly FloatPiece[];
  /** Height of the column, pt. */
  readonly height: number;
  /** The flow could begin on a later page when nothing of it fits. */
  readonly mayRefuse: boolean;
  /** A page further on has higher columns. */
  readonly roomGrows: boolean;
}

export interface Column {
  readonly children: readonly Placed[];
  readonly outOfFlow: readonly OutOfFlow[];
  /** Down to the last thing in it. */
  readonly height: number;
  readonly firstBaseline: number | undefined;
  readonly lastBaseline: number | undefined;
}

export interface FilledColumn {
  readonly column: Column;
  readonly ended: Ended | undefined;
  readonly token: BreakToken | undefined;
  readonly floatsLeft: readonly FloatPiece[];
  /** Least height that was missing for something more to fit, pt. */
  readonly shortage: number;
  /** A note was held back: the flow goes on on the next page. */
  readonly held: boolean;
}

export function fillColumn(columns: Columns, task: ColumnTask): FilledColumn | 'refused' {
  const { engine, sizes } = columns;
  let shortage = Infinity;
  let held = false;
  const filled = fillWithFloats({
    waiting: task.floats,
    capacity: task.height,
    roomGrows: task.roomGrows,
    fill: (start, end) => {
      // Where floats stand the column is not empty without the flow, which need not break where it should not.
      const floats = start + end > 0 && task.token !== undefined;
      const mayRefuse = task.mayRefuse || floats;
      const best = fillBest(mayRefuse, (search) =>
        flowColumn(columns, task.token, { top: start, bottom: task.height - end, size: task.height, search }),
      );
      shortage = Math.min(shortage, best.shortage);
      ({ held } = best);
      const { flow, ended, refused, fullWith = appeal.perfect } = best.result;
      return { flow, ended, refused: refused || (floats && fullWith < appeal.perfect) };
    },
    reached: (result) => {
      const found: { piece: FloatPiece; depth: number }[] = [];
      if (result.refused || !engine.hasAnchors) return found;
      walkFragments(result.flow.children, (fragment, y) => {
        if (fragment.type !== 'anchor' || fragment.box.style.floatReference !== 'column') return;
        found.push({ piece: engine.floatPiece(fragment.box, sizes.width), depth: y / task.height });
      });
      return found;
    },
  });
  const { flow, refused } = filled.result;
  if (refused) {
    const { start, end, left } = filled;
    return task.token ? onlyFloats(task, { start, end, left, shortage, held }) : 'refused';
  }
  const waits = flow.beside.length > 0 || filled.left.length > 0;
  const ended = filled.result.ended ?? (waits ? endOfContent(columns.box, flow, filled.left) : undefined);
  const content = flow.y + (filled.result.ended ? 0 : extentOf(flow.strut));
  const below = heightOf(filled.end);
  const height = Math.max(content, flow.frame.floats.lowest) + below;
  const bottom = Number.isFinite(task.height) ? task.height : height;
  const floats = [...stacked(filled.start, 0), ...stacked(filled.end, bottom - below)];
  return {
    column: columnOf(flow, floats, height),
    ended,
    token: ended ? tokenOf(ended, flow) : undefined,
    floatsLeft: filled.left,
    shortage,
    held,
  };
}

/** A column in which nothing fits beside the floats that stand there: the flow goes on in the next. */
function onlyFloats(
  task: ColumnTask,
  set: Pick<FloatedFill<unknown>, 'start' | 'end' | 'left'> & Pick<FilledColumn, 'shortage' | 'held'>,
): FilledColumn | 'refused' {
  const { start, end, left, shortage, held } = set;
  const { token, height: bottom } = task;
  const height = heightOf([...start, ...end]);
  if (token === undefined || height === 0) return 'refused';
  const floats = [...stacked(start, 0), ...stacked(end, bottom - heightOf(end))];
  return {
    column: columnOf(undefined, floats, end.length > 0 ? bottom : height),
    ended: endedAt({ index: token.index, child: token.child, appeal: appeal.perfect }),
    token,
    floatsLeft: left,
    shortage,
    held,
  };
}

/** The flow has ended, but floats still wait for room, or parallel flows go on. */
function endOfContent(box: BlockBox, { beside }: BlockFlow, left: readonly FloatPiece[]): Ended {
  const goesOn = left.length > 0 || holdsFloats(beside);
  const parallel = holdOnlyPositioned(beside) ? 'positioned' : 'any';
  return endedAt({
    index: box.children.length,
    parallel: goesOn ? undefined : parallel,
    appeal: appeal.perfect,
  });
}

function tokenOf(ended: Ended, flow: BlockFlow): BreakToken {
  return breakToken({
    index: ended.index,
    child: ended.child,
    consumed: 0,
    forced: ended.stop.type === 'forced',
    beside: flow.beside.length > 0 ? flow.beside : undefined,
  });
}

function flowColumn(
  { engine, box, frame, sizes }: Columns,
  token: BreakToken | undefined,
  at: {
    readonly top: number;
    readonly bottom: number;
    /** Of the column without its floats, pt. */
    readonly size: number;
    readonly search: BreakSearch;
  },
): {
  readonly flow: BlockFlow;
  readonly ended: Ended | undefined;
  readonly refused: boolean;
  readonly fullWith: Appeal | undefined;
} {
  const around = frame.space.fragmentainer;
  const fragmentainer: Fragmentainer = {
    kind: 'column',
    paged: around?.paged ?? false,
    size: at.size,
    search: at.search,
    heldNotes: around?.heldNotes,
  };
  const flow = new BlockFlow(engine, {
    floats: new FloatContext(),
    contextX: 0,
    contextY: 0,
    left: 0,
    top: at.top,
    width: sizes.width,
    height: frame.height,
    room: at.bottom,
    avoid: frame.avoid,
    isMain: Number.isFinite(at.bottom),
    spanners: true,
    page: frame.page,
    space: blockSpace({ ...frame.space, fragmentainer }),
    open: token !== undefined && !token.forced,
    lead: 0,
    // The margins above the container are no margins of its columns.
    margins: undefined,
  });
  const ended = flow.run(box.children, token);
  if (ended === 'refused') return { flow, ended: undefined, refused: true, fullWith: undefined };
  return {
    flow,
    ended,
    refused: false,
    fullWith: ended?.stop.type === 'full' ? ended.appeal : undefined,
  };
}

function stacked(pieces: readonly FloatPiece[], top: number): readonly Placed[] {
  let y = top;
  return pieces.map(({ fragment }) => {
    const placed = { x: 0, y, fragment };
    y += fragment.height;
    return placed;
  });
}

function columnOf(flow: BlockFlow | undefined, floats: readonly Placed[], height: number): Column {
  const children = flow?.children ?? [];
  return {
    children: floats.length > 0 ? [...floats, ...children] : children,
    outOfFlow: flow?.outOfFlow ?? [],
    height,
    firstBaseline: flow?.firstBaseline,
    lastBaseline: flow?.lastBaseline,
  };
}
