/**
 * `float: left` and `right` (CSS 2.2, 9.5): laid out as wide as they need, put as high and as far to the
 * side as the rules allow. One that finds no room in its fragmentainer waits for the next; only one
 * taller than a whole fragmentainer is broken.
 */
import type { Box } from '../boxes/box.js';
import { resolveAuto } from '../used-values.js';
import type { FlowEngine } from './engine.js';
import type { FloatContext } from './float-context.js';
import type { BoxFragment, Placed } from './fragment.js';
import { BreakSearch, type BlockSpace, type BreakToken, type FloatRest, type OutOfFlow } from './space.js';

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
  readonly fragment?: Placed;
  readonly rest?: FloatRest;
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
  const margins = marginsOf(box, home.width);
  const whole = engine.layOutFloat(box, home, undefined, token);
  const outer = {
    width: margins.left + whole.fragment.width + margins.right,
    height: Math.max(0, margins.top + whole.fragment.height + margins.bottom),
  };
  const left = home.contextX + home.left;
  const side = style.float === 'right' ? 'right' : 'left';
  const above = Math.max(home.contextY + task.top, home.floats.clearance(style.clear));
  const at = home.floats.place(side, above, outer, { left, right: left + home.width });
  const y = at.y - home.contextY;
  const { fragmentainer } = home.space;
  const overflows = fragmentainer !== undefined && y + outer.height > home.room + 1e-6;
  if (overflows) fragmentainer.search.missing(y + outer.height - home.room);
  const tooTall = overflows && outer.height > fragmentainer.size;
  if (overflows && !tooTall && (fragmentainer.search.placed || home.room < fragmentainer.size - 1e-6))
    return { rest: { box, token }, outOfFlow: [] };
  const broken = tooTall ? breakFloat(engine, home, task, home.room - y - margins.top) : undefined;
  const result = broken ?? whole;
  const corner = { x: at.x - home.contextX + margins.left, y: y + margins.top };
  home.floats.add(side, at.x, at.y, broken ? { ...outer, height: home.room - y } : outer);
  return {
    fragment: { ...corner, fragment: result.fragment },
    ...(broken?.token ? { rest: { box, token: broken.token } } : {}),
    outOfFlow: result.outOfFlow.map((one) => ({ box: one.box, x: one.x + corner.x, y: one.y + corner.y })),
  };
}

interface LaidFloat {
  readonly fragment: BoxFragment;
  readonly outOfFlow: readonly OutOfFlow[];
  readonly token?: BreakToken;
}

function breakFloat(
  engine: FlowEngine,
  home: FloatHome,
  task: FloatTask,
  room: number,
): LaidFloat | undefined {
  const outer = home.space.fragmentainer;
  if (!outer || room <= 0) return undefined;
  const fragmentainer = { ...outer, search: new BreakSearch() };
  return engine.layOutFloat(task.box, home, { fragmentainer, room }, task.token);
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
