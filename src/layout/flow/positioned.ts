/** Absolutely positioned boxes against their containing block (CSS 2.2, 10.3.7, 10.3.8, 10.6.4). pt. */
import type { ComputedStyle } from '../../document/style.js';
import { resolveAuto, usedBox, type UsedBox } from '../used-values.js';
import type { FlowEngine } from './engine.js';
import type { Placed } from './fragment.js';
import { marginsOf } from './side-floats.js';
import type { ContainingBlock, OutOfFlow } from './space.js';
import type { Box } from '../boxes/box.js';

export function placePositioned(engine: FlowEngine, waiting: OutOfFlow, block: ContainingBlock): Placed {
  const { box } = waiting;
  const { style } = box;
  const left = resolveAuto(style.left, block.width);
  const right = resolveAuto(style.right, block.width);
  const top = resolveAuto(style.top, block.height);
  const bottom = resolveAuto(style.bottom, block.height);
  const used = horizontal(engine, box, { width: block.width, left, right, from: waiting.x - block.x });
  const margins = marginsOf(box, block.width);
  const stretches =
    top !== undefined && bottom !== undefined && style.height === 'auto' && box.type === 'block';
  const fixed = stretches
    ? Math.max(0, block.height - top - bottom - margins.top - margins.bottom)
    : undefined;
  const { fragment } = engine.layOutWhole(box, used, block, fixed);
  const free = block.width - (left ?? 0) - (right ?? 0) - fragment.width;
  const sides = centred(
    [style.marginLeft, style.marginRight],
    [margins.left, margins.right],
    left !== undefined && right !== undefined ? free : undefined,
  );
  const ends = centred(
    [style.marginTop, style.marginBottom],
    [margins.top, margins.bottom],
    top !== undefined && bottom !== undefined ? block.height - top - bottom - fragment.height : undefined,
  );
  const x =
    left !== undefined
      ? left + sides[0]
      : right !== undefined
        ? block.width - right - sides[1] - fragment.width
        : waiting.x - block.x + sides[0];
  const y =
    top !== undefined
      ? top + ends[0]
      : bottom !== undefined
        ? block.height - bottom - ends[1] - fragment.height
        : waiting.y - block.y + ends[0];
  return { x: block.x + x, y: block.y + y, fragment };
}

/** Used margins of one axis: auto ones share what is free when both ends are given. */
function centred(
  values: readonly [ComputedStyle['marginTop'], ComputedStyle['marginTop']],
  given: readonly [number, number],
  free: number | undefined,
): readonly [number, number] {
  if (free === undefined) return given;
  const [start, end] = values;
  const rest = free - given[0] - given[1];
  if (start === 'auto' && end === 'auto') return rest >= 0 ? [rest / 2, rest / 2] : [0, rest];
  if (start === 'auto') return [rest, given[1]];
  return given;
}

function horizontal(
  engine: FlowEngine,
  box: Box,
  at: {
    readonly width: number;
    readonly left: number | undefined;
    readonly right: number | undefined;
    readonly from: number;
  },
): UsedBox {
  if (box.type !== 'block') return engine.usedToFit(box, at.width);
  const { style } = box;
  const plain = usedBox(style, at.width, 0);
  const edges = plain.borderWidth - plain.contentWidth;
  const margins = marginsOf(box, at.width);
  const room =
    at.width -
    (at.left ?? (at.right === undefined ? at.from : 0)) -
    (at.right ?? 0) -
    edges -
    margins.left -
    margins.right;
  const both = at.left !== undefined && at.right !== undefined;
  const fit = both ? room : engine.shrinkToFit(box, room, at.width);
  return usedBox(style, at.width, Math.max(0, fit));
}
