/**
 * `float: left` and `right` (CSS 2.2, 9.5): laid out as wide as they need, put as high and as far to the
 * side as the rules allow. One that finds no room in its fragmentainer is broken like any box, or
 * waits for the next where it would break badly.
 */
import type { Box } from '../boxes/box.js';
import { resolveAuto } from '../used-values.js';
import { leaving } from './out-of-flow.js';
import { filledAgain } from './block-space.js';
import { avoids } from './break-values.js';
import type { FlowEngine, Piece } from './engine.js';
import { fillBest } from './fill.js';
import type { FloatContext } from './float-context.js';
import type { Placed } from './fragment.js';
import { appeal, type BlockSpace, type BreakToken, type OutOfFlow, type ParallelFlow } from './space.js';

/** What a float needs to know of its containing block. */
export interface FloatHome {
  readonly floats: FloatContext;
  /** The container's border box in its formatting context, pt. */
  readonly contextX: number;
  readonly contextY: number;
  /** Content box, from the border box's corner. */
  readonly left: number;
  readonly width: number;
  readonly height: number | undefined;
  /** From the border box's top to the end of the fragmentainer, pt. */
  readonly room: number;
  readonly page: string;
  readonly space: BlockSpace;
}

export interface FloatPlacement {
  readonly fragment: Placed | undefined;
  readonly rest: ParallelFlow | undefined;
  readonly outOfFlow: readonly OutOfFlow[];
}

interface FloatTask {
  readonly box: Box;
  readonly token: BreakToken | undefined;
  /** Not above this, from the container's border-box top. */
  readonly top: number;
}

export function placeFloat(engine: FlowEngine, home: FloatHome, task: FloatTask): FloatPlacement {
  const { box, token } = task;
  const { style } = box;
  const side = style.float === 'right' ? 'right' : 'left';
  const waits = (): FloatPlacement => {
    home.floats.goOn(side, true);
    return { fragment: undefined, rest: { box, token }, outOfFlow: [] };
  };
  const above = Math.max(home.contextY + task.top, home.floats.clearance(style.clear));
  if (!home.floats.mayBegin(above)) return waits();
  const margins = marginsLeft(box, home.width, token);
  const whole = engine.layOutFloat(box, home, token);
  const outer = {
    width: margins.left + whole.fragment.width + margins.right,
    height: Math.max(0, margins.top + whole.fragment.height + margins.bottom),
  };
  const left = home.contextX + home.left;
  const at = home.floats.place(side, above, outer, { left, right: left + home.width });
  const corner = { x: at.x - home.contextX + margins.left, y: at.y - home.contextY + margins.top };
  const below = Math.max(0, margins.bottom);
  const result = fittingPart(engine, home, { ...task, whole, top: corner.y, below });
  if (result === 'waits') return waits();
  const goesOn = result.token && !result.token.ended;
  home.floats.add(side, at.x, at.y, {
    width: outer.width,
    height: goesOn ? home.room + home.contextY - at.y : outer.height,
    isInitial: box.type === 'block' && box.monolithic,
  });
  if (goesOn) home.floats.goOn(side, false);
  if (outer.height > 0) engine.notePlaced(box, home.space);
  return {
    fragment: { x: corner.x, y: corner.y, fragment: result.fragment },
    rest: result.token && { box, token: result.token },
    outOfFlow: leaving(result.outOfFlow, corner, box.style.opacity),
  };
}

/**
 * What of a float stands in the fragmentainer, its border box beginning at `top`, with a margin `below`.
 * It waits where a break in it would be poor: in its margin, against its style, between few lines.
 */
function fittingPart(
  engine: FlowEngine,
  home: FloatHome,
  task: FloatTask & { readonly whole: Piece; readonly below: number },
): Piece | 'waits' {
  const { box, token, top, whole, below } = task;
  const { fragmentainer } = home.space;
  const missing = top + whole.fragment.height + below - home.room;
  const { height, maxHeight, breakInside } = box.style;
  const mayOverflow = height !== 'auto' || maxHeight !== 'none';
  if (!fragmentainer || (missing <= 1e-6 && !mayOverflow)) return whole;
  fragmentainer.search.missing(missing);
  const mayWait = fragmentainer.search.placed;
  if (missing > 1e-6 && missing <= below) return mayWait ? 'waits' : whole;
  if (missing > 1e-6 && mayWait && (avoids(breakInside, fragmentainer.kind) || home.room <= top))
    return 'waits';
  const { result } = fillBest(mayWait, (search) => {
    const within = { fragmentainer: filledAgain(fragmentainer, search), room: home.room - top };
    const outcome = engine.layOutFloatPart(box, home, within, token);
    if (outcome.refused) return { outcome, refused: true };
    return outcome.stop?.type === 'full' ? { outcome, fullWith: outcome.appeal } : { outcome };
  });
  const { outcome } = result;
  const poor = outcome.refused || (outcome.stop?.type === 'full' && outcome.appeal < appeal.perfect);
  if (!poor) return outcome;
  if (mayWait) return 'waits';
  return outcome.refused ? whole : outcome;
}

/** Margins of what is left of a float. */
function marginsLeft(box: Box, base: number, token: BreakToken | undefined): ReturnType<typeof marginsOf> {
  const margins = marginsOf(box, base);
  return token ? { ...margins, top: 0, bottom: token.ended ? 0 : margins.bottom } : margins;
}

export function marginsOf(
  box: Box,
  base: number,
): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number } {
  const { style } = box;
  const of = (value: typeof style.marginTop): number => resolveAuto(value, base) ?? 0;
  return {
    left: of(style.marginLeft),
    right: of(style.marginRight),
    top: of(style.marginTop),
    bottom: of(style.marginBottom),
  };
}
