/** Lays out one block-level child of a container at its place, beside floats where it may not overlap them. */
import type { Box } from '../boxes/box.js';
import type { UsedBox } from '../used-values.js';
import { layOutBesideFloats, type BesideFloats } from './beside-floats.js';
import type { FlowFrame } from './block-flow.js';
import type { ChildStart } from './child-place.js';
import type { FlowEngine } from './engine.js';
import { standsApart } from './leading-margin.js';
import type { BlockSpace, BreakToken } from './space.js';

type BlockLevel = Exclude<Box, { type: 'lines' }>;

/** Border-box corner from the container's, pt. */
interface Corner {
  readonly x: number;
  readonly y: number;
}

export interface ChildTask {
  readonly box: BlockLevel;
  readonly start: ChildStart;
  readonly token: BreakToken | undefined;
  /** As of `BlockSpace`. */
  readonly isMain: boolean;
}

export function layOutChild(engine: FlowEngine, frame: FlowFrame, task: ChildTask): BesideFloats {
  const { box, start, token } = task;
  const y = start.top;
  if (standsApart(box) && frame.floats.reachesBelow(frame.contextY + y))
    return layOutBesideFloats(engine, frame, { box, top: y }, (fit, at) =>
      engine.layOut(box, childSpace(frame, { ...task, isMain: false }, fit, at), token),
    );
  const used = engine.usedBoxOf(box, frame.width, undefined);
  const x = used.x + frame.left;
  return { x, y, outcome: engine.layOut(box, childSpace(frame, task, used, { x, y }), token) };
}

function childSpace(
  frame: FlowFrame,
  { box, start, isMain }: ChildTask,
  used: UsedBox,
  at: Corner,
): BlockSpace {
  return {
    used,
    width: frame.width,
    height: frame.height,
    x: frame.contextX + at.x,
    y: frame.contextY + at.y,
    floats: frame.floats,
    fragmentainer: frame.space.fragmentainer,
    room: frame.room - at.y,
    avoid: frame.avoid,
    isMain,
    spanners: frame.spanners,
    page: box.style.page === 'auto' ? frame.page : box.style.page,
    lead: start.lead,
    margins: start.margins,
    fixedHeight: undefined,
    initialBlock: undefined,
    isPiece: false,
  };
}
