/**
 * Positioned boxes in a containing block that may be broken: flows beside its own (css-break-3, 2 and
 * 5.3). Each begins where its offsets put it in the unbroken flow, in this fragmentainer or a later one,
 * and is broken like any box. Places count down from the top of the containing block's fragment, pt.
 */
import { isOutOfFlow, isPositioned, type BlockBox, type Box } from '../boxes/box.js';
import { usedBox, type UsedBox } from '../used-values.js';
import type { FlowEngine } from './engine.js';
import { fillBest } from './fill.js';
import { FloatContext } from './float-context.js';
import type { Placed } from './fragment.js';
import { positionOf } from './positioned.js';
import {
  isFormattingRoot,
  type BreakToken,
  type ContainingBlock,
  type Fragmentainer,
  type OutOfFlow,
} from './space.js';

/** A positioned box that goes on, or begins, in a later fragmentainer. */
export interface PositionedRest {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly used: UsedBox;
  readonly fixedHeight?: number;
  readonly block: { readonly width: number; readonly height: number };
  readonly token?: BreakToken;
}

/** The containing block's fragment, as far as positioned boxes care. */
export interface PositionedHome {
  readonly block: ContainingBlock;
  readonly fragmentainer: Fragmentainer;
  /** From the fragment's top to the end of the fragmentainer. */
  readonly room: number;
  /** Boxes that would begin further down are waited for. */
  readonly waits: boolean;
}

export interface PlacedFlows {
  readonly placed: readonly Placed[];
  readonly rests: readonly PositionedRest[];
}

/** Boxes that begin in this fragment's flow. */
export function beginPositioned(
  engine: FlowEngine,
  waiting: readonly OutOfFlow[],
  home: PositionedHome,
): readonly PositionedRest[] {
  const { block } = home;
  return waiting.map((one) => ({ box: one.box, block, ...positionOf(engine, one, block) }));
}

/** What of these boxes stands in the fragmentainer. */
export function placeFlows(
  engine: FlowEngine,
  flows: readonly PositionedRest[],
  home: PositionedHome,
): PlacedFlows {
  const placed: Placed[] = [];
  const rests: PositionedRest[] = [];
  for (const flow of flows) {
    const { x, y } = flow;
    const later = y >= home.room - 1e-6;
    if (later && home.waits) {
      rests.push({ ...flow, y: y - home.room });
      continue;
    }
    const outcome = layOutFlow(engine, flow, later ? undefined : home);
    if (outcome.refused) {
      rests.push({ ...flow, y: 0 });
      continue;
    }
    placed.push({ x, y, fragment: outcome.fragment });
    if (outcome.token) rests.push({ ...flow, y: 0, token: outcome.token });
  }
  return { placed, rests };
}

function layOutFlow(
  engine: FlowEngine,
  flow: PositionedRest,
  home: PositionedHome | undefined,
): ReturnType<FlowEngine['layOut']> {
  const { box, used, token, fixedHeight, y } = flow;
  if (box.type === 'lines') throw new Error('lines are not positioned');
  const space = {
    used,
    ...flow.block,
    x: 0,
    y: 0,
    avoid: false,
    spanners: false,
    page: 'auto',
    lead: 0,
    ...(fixedHeight === undefined ? {} : { fixedHeight }),
    isPiece: true,
  };
  if (!home) return engine.layOut(box, { ...space, floats: new FloatContext(), room: Infinity }, token);
  const { result } = fillBest(y > 1e-6, (search) => {
    const fragmentainer = { ...home.fragmentainer, search };
    const within = { ...space, floats: new FloatContext(), fragmentainer, room: home.room - y };
    const outcome = engine.layOut(box, within, token);
    if (outcome.refused) return { outcome, refused: true };
    return outcome.stop?.type === 'full' ? { outcome, fullWith: outcome.appeal } : { outcome };
  });
  return result.outcome;
}

/** A positioned box found in the tree, with the boxes between its containing block and it. */
interface Found {
  readonly box: Box;
  readonly path: readonly Box[];
}

const known = new WeakMap<BlockBox, readonly Found[]>();

/** The block that positions boxes, and whether elements in it span columns around it. */
export interface Positioner {
  readonly box: BlockBox;
  readonly spanners: boolean;
}

/**
 * Positioned boxes of which a containing block says where they begin in height: they may begin before
 * the place where the flow meets them. What spans the columns around the block is no content of it.
 */
function offsetBoxes({ box: container, spanners }: Positioner): readonly Found[] {
  const before = known.get(container);
  if (before) return before;
  const found: Found[] = [];
  const visit = (box: Box, path: readonly Box[], spans: boolean): void => {
    if (box.type === 'lines') {
      for (const item of box.items) if (item.type === 'out-of-flow') meet(item.box, path, spans);
    } else if (box.type === 'block') {
      for (const child of box.children) meet(child, path, spans);
    } else if (box.type === 'table') {
      for (const { box: cell } of box.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)))
        if (!isPositioned(cell.style)) visit(cell, path, false);
    }
  };
  const meet = (box: Box, path: readonly Box[], spans: boolean): void => {
    const { style } = box;
    if (box.type !== 'lines' && style.position === 'absolute') {
      if (style.top !== 'auto' || style.bottom !== 'auto') found.push({ box, path });
      return;
    }
    const apart = isOutOfFlow(box) && style.float !== 'left' && style.float !== 'right';
    if (apart || (box.type !== 'lines' && (isPositioned(style) || (spans && style.columnSpan === 'all'))))
      return;
    visit(box, [...path, box], spans && (box.type === 'lines' || !isFormattingRoot(style)));
  };
  visit(container, [], spanners);
  known.set(container, found);
  return found;
}

/** Those boxes at their static place across, from the container's border-box corner. */
export function offsetBoxesOf(container: Positioner, used: UsedBox): readonly OutOfFlow[] {
  const left = used.border.left + used.padding.left;
  return offsetBoxes(container).map(({ box, path }) => {
    let x = left;
    let width = used.contentWidth;
    for (const { type, style } of path) {
      if (type !== 'block' || style.display === 'table-cell' || style.float !== 'none') continue;
      const inner = usedBox(style, width);
      x += inner.contentX;
      width = inner.contentWidth;
    }
    return { box, x, y: 0 };
  });
}

/** Whether a box is among those. */
export function isOffsetBox(container: Positioner, box: Box): boolean {
  return offsetBoxes(container).some((one) => one.box === box);
}
