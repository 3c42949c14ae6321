/**
 * The content of one block container in one fragmentainer, laid out as often as it takes: again with
 * room kept for the box's end edge, again up to a better place to break, or as a flow of its own when the
 * box ends here whatever it holds (css-break-3, 2 and 5.1).
 */
import type { Edges } from '../../document/style.js';
import type { BlockBox } from '../boxes/box.js';
import { avoids } from './break-values.js';
import { blockSpace, filledAgain } from './block-space.js';
import { BlockFlow, type FlowFrame } from './block-flow.js';
import { endedAt, type Ended } from './flow-end.js';
import type { FlowEngine } from './engine.js';
import { fillBest } from './fill.js';
import type { FloatContext } from './float-context.js';
import type { BoxPaint, Placed } from './fragment.js';
import type { BoxHeights } from './heights.js';
import { layOutColumns } from './lay-out-columns.js';
import { isClosed } from './leading-margin.js';
import {
  appeal,
  BreakSearch,
  isMulticol,
  type BlockSpace,
  type BreakToken,
  type Fragmentainer,
  type OutOfFlow,
  type ParallelFlow,
} from './space.js';
import { noMargin, type Strut } from './strut.js';

/** What laying out the content of a box came to. */
export interface Content {
  readonly children: readonly Placed[];
  readonly outOfFlow: readonly OutOfFlow[];
  readonly beside: readonly ParallelFlow[];
  /** Bottom of the content, from the border box's top, pt; the margin that waits below it. */
  readonly y: number;
  readonly strut: Strut;
  readonly open: boolean;
  readonly filled: boolean;
  /** It ends with an empty box below floats: the margins of that stay inside (8.3.1). */
  readonly clearedLast: boolean;
  readonly firstBaseline: number | undefined;
  readonly lastBaseline: number | undefined;
  readonly paint: BoxPaint | undefined;
}

export interface Attempt {
  readonly content: Content;
  readonly ended: Ended | undefined;
}

/** A box whose content is laid out. */
export interface ContentTask {
  readonly box: BlockBox;
  readonly space: BlockSpace;
  readonly token: BreakToken | undefined;
  /** A block formatting context of its own. */
  readonly root: boolean;
  readonly border: Edges<number>;
  readonly padding: Edges<number>;
  readonly heights: BoxHeights;
  readonly floats: FloatContext;
  /** Height of the fragments before, pt. */
  readonly consumed: number;
  /** The box ends in this fragmentainer: its content is a flow beside the one around. */
  readonly isWhole: boolean;
}

/** Lays out content; 'refused' when nothing of it stands and it may begin in the next fragmentainer. */
export function layOutContent(engine: FlowEngine, task: ContentTask): Attempt | 'refused' {
  if (!task.isWhole) return attemptWithin(engine, task);
  const mayLeave = !task.token && task.space.fragmentainer?.search.placed === true;
  const apart = attemptApart(engine, task);
  if (apart === 'refused') return mayLeave ? apart : nothingYet(task);
  // Rather than breaking badly the content takes its box along.
  const poor = apart.ended?.stop.type === 'full' && apart.ended.appeal < appeal.perfect;
  return poor && mayLeave ? 'refused' : apart;
}

/** Content that looks for breaks of its own. */
function attemptApart(engine: FlowEngine, task: ContentTask): Attempt | 'refused' {
  const { space, floats } = task;
  const { fragmentainer } = space;
  if (!fragmentainer) return attemptIn(engine, task, space);
  const mark = floats.mark();
  const { result, shortage } = fillBest(fragmentainer.search.placed, (search) => {
    floats.reset(mark);
    const attempt = attemptIn(engine, task, searching(space, fragmentainer, search));
    if (attempt === 'refused') return { attempt, refused: true };
    return attempt.ended?.stop.type === 'full' ? { attempt, fullWith: attempt.ended.appeal } : { attempt };
  });
  fragmentainer.search.missing(shortage);
  if (result.attempt === 'refused') floats.reset(mark);
  return result.attempt;
}

/** Content that is broken with its box: above the end edge where that is repeated, or where it does not fit. */
function attemptWithin(engine: FlowEngine, task: ContentTask): Attempt | 'refused' {
  const { space, floats, heights, border, padding, box } = task;
  const bottom = border.bottom + padding.bottom;
  if (box.style.boxDecorationBreak === 'clone') return attemptIn(engine, task, shortened(space, bottom));
  const floatMark = floats.mark();
  const search = space.fragmentainer?.search;
  // Without an end edge, as most boxes are, content that fits is all there is to it.
  if (!search || bottom <= 0 || heights.definite !== undefined) {
    const attempt = attemptIn(engine, task, space);
    if (attempt === 'refused') floats.reset(floatMark);
    return attempt;
  }
  const { placed } = search;
  const mark = search.mark();
  const attempt = attemptIn(engine, task, space);
  if (attempt === 'refused') floats.reset(floatMark);
  if (attempt === 'refused' || attempt.ended) return attempt;
  const missing = attempt.content.y + bottom - space.room;
  const goesOn = heights.least - task.consumed > space.room;
  if (missing <= 1e-6 || goesOn) return attempt;
  search.missing(missing);
  if (!attempt.content.filled) return placed ? 'refused' : attempt;
  search.reset(mark);
  floats.reset(floatMark);
  return attemptAboveEnd(engine, task, bottom);
}

/** The end edge finds no room: the content is broken at its last good place (css-break-3, 4.1), or keeps room for it. */
function attemptAboveEnd(engine: FlowEngine, task: ContentTask, bottom: number): Attempt | 'refused' {
  const { space, floats } = task;
  const { fragmentainer } = space;
  if (!fragmentainer) return attemptIn(engine, task, space);
  const mark = floats.mark();
  const { placed } = fragmentainer.search;
  const tryWith = (search: BreakSearch): Attempt | 'refused' => {
    floats.reset(mark);
    return attemptIn(engine, task, searching(space, fragmentainer, search));
  };
  const look = new BreakSearch(undefined, placed);
  tryWith(look);
  const found =
    look.best?.appeal === appeal.perfect ? tryWith(new BreakSearch(look.best.index, placed)) : undefined;
  if (found && found !== 'refused' && found.ended) {
    fragmentainer.search.placed = true;
    return found;
  }
  floats.reset(mark);
  const kept = attemptIn(engine, task, shortened(space, bottom));
  if (kept === 'refused') floats.reset(mark);
  return kept;
}

function shortened(space: BlockSpace, bottom: number): BlockSpace {
  return blockSpace({ ...space, room: space.room - bottom });
}

function searching(space: BlockSpace, fragmentainer: Fragmentainer, search: BreakSearch): BlockSpace {
  return blockSpace({ ...space, fragmentainer: filledAgain(fragmentainer, search) });
}

/** All of the content waits: beside it nothing of it fits. */
function nothingYet({ token, border, padding }: ContentTask): Attempt {
  const content: Content = {
    children: [],
    outOfFlow: [],
    beside: token?.beside ?? [],
    y: border.top + padding.top,
    strut: noMargin,
    open: false,
    filled: false,
    clearedLast: false,
    firstBaseline: undefined,
    lastBaseline: undefined,
    paint: undefined,
  };
  const ended = endedAt({ index: token?.index ?? 0, child: token?.child, appeal: appeal.perfect });
  return { content, ended };
}

function attemptIn(engine: FlowEngine, task: ContentTask, space: BlockSpace): Attempt | 'refused' {
  const { box, token } = task;
  const frame = frameOf(task, space);
  if (isMulticol(box.style)) return layOutColumns(engine, box, frame, token);
  const flow = new BlockFlow(engine, frame);
  const ended = flow.run(box.children, token);
  return ended === 'refused' ? ended : { content: flow, ended };
}

function frameOf(task: ContentTask, space: BlockSpace): FlowFrame {
  const { box, token, root, border, padding } = task;
  const { style } = box;
  const { fragmentainer, room } = space;
  return {
    floats: task.floats,
    contextX: root ? 0 : space.x,
    contextY: root ? 0 : space.y,
    left: border.left + padding.left,
    top: border.top + padding.top,
    width: space.used.contentWidth,
    height: task.heights.content,
    room,
    avoid: space.avoid || (fragmentainer !== undefined && avoids(style.breakInside, fragmentainer.kind)),
    isMain: space.isMain && !task.isWhole && task.heights.most === Infinity,
    // What sticks out of a box that has ended is beside the columns' flow: it has nothing to interrupt.
    spanners: !root && space.spanners && !token?.ended,
    page: style.page === 'auto' ? space.page : style.page,
    space,
    open: token ? !token.forced : !root && !isClosed(box, space.width),
    lead: token ? 0 : space.lead,
    margins: token ? undefined : space.margins,
  };
}
