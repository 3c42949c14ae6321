/**
 * One column of a multi-column container (css-multicol-1): the flow from a break token to where the column
 * is full, asks for a break or meets a spanning element, with column floats at its head and foot.
 */
import type { BlockBox } from '../boxes/box.js';
import { BlockFlow, type Ended, type FlowFrame } from './block-flow.js';
import type { ColumnSizes } from './column-sizes.js';
import type { FlowEngine } from './engine.js';
import { fillBest, fillWithFloats, heightOf, walkFragments, type FloatedFill } from './fill.js';
import { FloatContext } from './float-context.js';
import { noEdges, type BoxFragment, type FloatPiece, type Placed } from './fragment.js';
import {
  appeal,
  holdOnlyPositioned,
  holdsFloats,
  type Appeal,
  type BreakSearch,
  type BreakToken,
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
  readonly fragment: BoxFragment;
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
      const { refused, fullWith = appeal.perfect } = best.result;
      return { ...best.result, refused: refused || (floats && fullWith < appeal.perfect) };
    },
    reached: (result) => {
      const found: { piece: FloatPiece; depth: number }[] = [];
      if (result.refused) return found;
      walkFragments(result.flow.children, (fragment, y) => {
        if (fragment.type !== 'anchor' || fragment.box.style.floatReference !== 'column') return;
        found.push({ piece: engine.floatPiece(fragment.box, sizes.width), depth: y / task.height });
      });
      return found;
    },
  });
  const { flow, refused } = filled.result;
  if (refused) return task.token ? onlyFloats(columns, task, { ...filled, shortage, held }) : 'refused';
  const waits = flow.beside.length > 0 || filled.left.length > 0;
  const ended = filled.result.ended ?? (waits ? endOfContent(columns.box, flow, filled.left) : undefined);
  const content = flow.y + (filled.result.ended ? 0 : extentOf(flow.strut));
  const height = Math.max(content, flow.frame.floats.lowest) + heightOf(filled.end);
  const bottom = Number.isFinite(task.height) ? task.height : height;
  const floats = [...stacked(filled.start, 0), ...stacked(filled.end, bottom - heightOf(filled.end))];
  return {
    column: columnOf(columns, flow, { floats, height }),
    ended,
    token: ended ? tokenOf(ended, flow) : undefined,
    floatsLeft: filled.left,
    shortage,
    held,
  };
}

/** A column in which nothing fits beside the floats that stand there: the flow goes on in the next. */
function onlyFloats(
  columns: Columns,
  task: ColumnTask,
  set: Pick<FloatedFill<unknown>, 'start' | 'end' | 'left'> & Pick<FilledColumn, 'shortage' | 'held'>,
): FilledColumn | 'refused' {
  const { start, end, left, shortage, held } = set;
  const { token, height: bottom } = task;
  const height = heightOf([...start, ...end]);
  if (token === undefined || height === 0) return 'refused';
  const floats = [...stacked(start, 0), ...stacked(end, bottom - heightOf(end))];
  return {
    column: columnOf(columns, undefined, { floats, height: end.length > 0 ? bottom : height }),
    ended: {
      index: token.index,
      ...(token.child ? { child: token.child } : {}),
      stop: { type: 'full' },
      appeal: appeal.perfect,
    },
    token,
    floatsLeft: left,
    shortage,
    held,
  };
}

/** The flow has ended, but floats still wait for room, or parallel flows go on. */
function endOfContent(box: BlockBox, { beside }: BlockFlow, left: readonly FloatPiece[]): Ended {
  const ended = { index: box.children.length, stop: { type: 'full' }, appeal: appeal.perfect } as const;
  if (left.length > 0 || holdsFloats(beside)) return ended;
  return { ...ended, parallel: holdOnlyPositioned(beside) ? 'positioned' : 'any' };
}

function tokenOf(ended: Ended, flow: BlockFlow): BreakToken {
  return {
    index: ended.index,
    ...(ended.child ? { child: ended.child } : {}),
    consumed: 0,
    forced: ended.stop.type === 'forced',
    ...(flow.beside.length ? { beside: flow.beside } : {}),
  };
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
  readonly fullWith?: Appeal;
} {
  const { heldNotes } = frame.space.fragmentainer ?? {};
  const fragmentainer = {
    kind: 'column',
    paged: frame.space.fragmentainer?.paged ?? false,
    size: at.size,
    search: at.search,
    ...(heldNotes ? { heldNotes } : {}),
  } as const;
  // The margins above the container are no margins of its columns.
  const { margins: _, ...own } = frame;
  const flow = new BlockFlow(engine, {
    ...own,
    floats: new FloatContext(),
    contextX: 0,
    contextY: 0,
    left: 0,
    top: at.top,
    width: sizes.width,
    room: at.bottom,
    spanners: true,
    space: { ...frame.space, fragmentainer },
    open: token !== undefined && !token.forced,
    lead: 0,
  });
  const ended = flow.run(box.children, token);
  if (ended === 'refused') return { flow, ended: undefined, refused: true };
  const full = ended?.stop.type === 'full' ? { fullWith: ended.appeal } : {};
  return { flow, ended, refused: false, ...full };
}

function stacked(pieces: readonly FloatPiece[], top: number): readonly Placed[] {
  let y = top;
  return pieces.map(({ fragment }) => {
    const placed = { x: 0, y, fragment };
    y += fragment.height;
    return placed;
  });
}

function columnOf(
  { engine, box, sizes }: Columns,
  flow: BlockFlow | undefined,
  parts: { readonly floats: readonly Placed[]; readonly height: number },
): Column {
  const { floats, height } = parts;
  const children = flow?.children ?? [];
  return {
    fragment: {
      type: 'box',
      style: engine.styles.bare(box.style),
      width: sizes.width,
      height,
      border: noEdges,
      padding: noEdges,
      children: floats.length ? [...floats, ...children] : children,
      start: true,
      end: true,
    },
    outOfFlow: flow?.outOfFlow ?? [],
    height,
    firstBaseline: flow?.firstBaseline,
    lastBaseline: flow?.lastBaseline,
  };
}
