/**
 * Positioned boxes in a containing block that may be broken: flows beside its own (css-break-3, 2 and
 * 5.3). Each begins where its offsets put it in the unbroken flow, in this fragmentainer or a later one,
 * and is broken like any box. Places count down from the top of the containing block's fragment, pt.
 */
import type { Box } from '../boxes/box.js';
import type { UsedBox } from '../used-values.js';
import type { FlowEngine } from './engine.js';
import { blockSpace, filledAgain } from './block-space.js';
import { fillBest } from './fill.js';
import { withOpacity, type Placed } from './fragment.js';
import { positionOf } from './positioned.js';
import type { BreakToken, ContainingBlock, Fragmentainer, OutOfFlow } from './space.js';

/** A positioned box that goes on, or begins, in a later fragmentainer. */
export interface PositionedRest {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly used: UsedBox;
  readonly fixedHeight: number | undefined;
  readonly block: { readonly width: number; readonly height: number };
  /** Of the boxes between it and its containing block together. */
  readonly opacity: number | undefined;
  readonly token: BreakToken | undefined;
}

/** The fragment that holds positioned boxes, as far as they care. */
export interface PositionedHome {
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

/** A box that begins in this fragment's flow, held by its containing block. */
export function beginPositioned(
  engine: FlowEngine,
  waiting: OutOfFlow,
  block: ContainingBlock,
): PositionedRest {
  const { box, opacity } = waiting;
  return { box, block, ...positionOf(engine, waiting, block), opacity, token: undefined };
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
    placed.push({ x, y, fragment: withOpacity(outcome.fragment, flow.opacity) });
    if (outcome.token) rests.push({ ...flow, y: 0, token: outcome.token });
  }
  return { placed, rests };
}

/** What is left of these boxes, where nothing is broken. */
export function placeWhole(engine: FlowEngine, flows: readonly PositionedRest[]): readonly Placed[] {
  return flows.flatMap((flow): readonly Placed[] => {
    const outcome = layOutFlow(engine, flow, undefined);
    const { x, y, opacity } = flow;
    return outcome.refused ? [] : [{ x, y, fragment: withOpacity(outcome.fragment, opacity) }];
  });
}

function layOutFlow(
  engine: FlowEngine,
  flow: PositionedRest,
  home: PositionedHome | undefined,
): ReturnType<FlowEngine['layOut']> {
  const { box, used, token, fixedHeight, y } = flow;
  if (box.type === 'lines') throw new Error('lines are not positioned');
  const { width, height } = flow.block;
  const space = { used, width, height, fixedHeight, isPiece: true };
  if (!home) return engine.layOut(box, blockSpace({ ...space, room: Infinity }), token);
  const { result } = fillBest(y > 1e-6, (search) => {
    const fragmentainer = filledAgain(home.fragmentainer, search);
    const within = blockSpace({ ...space, fragmentainer, room: home.room - y });
    const outcome = engine.layOut(box, within, token);
    if (outcome.refused) return { outcome, refused: true };
    return outcome.stop?.type === 'full' ? { outcome, fullWith: outcome.appeal } : { outcome };
  });
  return result.outcome;
}
