/**
 * Boxes that may not overlap floats: tables, pictures, new formatting contexts (CSS 2.2, 9.5). Such a box
 * stands at the highest place where its border box fits beside the floats over its whole height, which
 * is known when it is laid out; its margins may lie under the floats.
 */
import type { Box } from '../boxes/box.js';
import type { UsedBox } from '../used-values.js';
import type { FlowFrame } from './block-flow.js';
import type { FlowEngine } from './engine.js';
import { marginsOf } from './side-floats.js';
import type { Outcome } from './space.js';

type Place = { readonly x: number; readonly y: number };
type Layouter = (used: UsedBox, at: Place) => Outcome;

/** A box laid out, its border-box corner from the container's. */
export interface BesideFloats extends Place {
  readonly outcome: Outcome;
}

/**
 * A box is laid out this often at most; then it stands where it is, whatever it overlaps. Inside so many
 * others that are tried it is laid out but once, so that deep nesting does not multiply the tries.
 */
const mostTries = 4;
const mostDepth = 3;

/** `top` is where its margins put it, from the container's border-box top, pt. */
export function layOutBesideFloats(
  engine: FlowEngine,
  frame: FlowFrame,
  at: { readonly box: Exclude<Box, { type: 'lines' }>; readonly top: number },
  layOut: Layouter,
): BesideFloats {
  const { box } = at;
  const { floats } = frame;
  const margins = marginsOf(box, frame.width);
  const left = frame.contextX + frame.left;
  const least = engine.leastBeside(box, frame.width);
  // Of a box with a width only the border box counts, even where it sticks out of its container.
  const end = frame.width - (box.type === 'block' && box.style.width === 'auto' ? margins.right : 0);
  const within = {
    left: left + margins.left,
    right: left + Math.max(end, frame.width - margins.right, margins.left + least),
  };
  const search = frame.space.fragmentainer?.search;
  const mark = search?.mark();
  const limit = engine.besideDepth < mostDepth ? mostTries : 1;
  let size = { width: least, height: 0 };
  let top = frame.contextY + at.top;
  for (let tries = 1; ;) {
    const band = floats.find(top, size, within);
    const room = band.right - band.left;
    const used = engine.usedBoxOf(box, frame.width, room + margins.left + margins.right);
    if (used.borderWidth > Math.max(room, size.width) + 1e-4) {
      size = { ...size, width: used.borderWidth };
      continue;
    }
    const x = band.left + autoMargin(box, room - used.borderWidth);
    const place = { x: x - frame.contextX, y: band.top - frame.contextY };
    // Below floats it may leave this fragmentainer to them.
    if (search && place.y > at.top + 1e-6) search.placed = true;
    engine.besideDepth += 1;
    const outcome = layOut(used, place);
    engine.besideDepth -= 1;
    if (outcome.refused || tries >= limit) return { ...place, outcome };
    const { height } = outcome.fragment;
    const free = floats.band(band.top, band.top + height, within);
    if (free.left <= x + 1e-4 && free.right >= Math.min(x + used.borderWidth, within.right) - 1e-4)
      return { ...place, outcome };
    size = { ...size, height };
    top = band.top;
    tries += 1;
    if (mark) search?.reset(mark);
  }
}

/** Auto margins share what the band leaves (10.3.3). */
function autoMargin(box: Box, free: number): number {
  const { marginLeft, marginRight } = box.style;
  if (marginLeft !== 'auto' || free <= 0) return 0;
  return marginRight === 'auto' ? free / 2 : free;
}
