/** Where a block-level child begins in its container: margins, clearance, the room beside floats (CSS 2.2, 8.3.1 and 9.5). pt. */
import type { Box, LinesBox } from '../boxes/box.js';
import type { FlowEngine } from './engine.js';
import type { FlowFrame } from './block-flow.js';
import { leadingMargin, type LeadingMargin } from './leading-margin.js';
import { isFormattingRoot } from './space.js';
import { collapse, extentOf, type Strut } from './strut.js';

/** A flow down to where the child comes. */
interface FlowSoFar {
  readonly frame: FlowFrame;
  readonly y: number;
  readonly strut: Strut;
  readonly open: boolean;
}

export interface ChildStart {
  /** Top of the border box, from the container's border-box top. */
  readonly top: number;
  readonly leading?: LeadingMargin;
  /** What the margins came to that put it there. */
  readonly lead: number;
  readonly cleared: boolean;
}

/** Where the border box begins, and the margins that put it there. */
export function childStart(flow: FlowSoFar, box: Box, resumed: boolean): ChildStart {
  const { frame } = flow;
  if (resumed) return { top: flow.y, lead: 0, cleared: false };
  const floating = !frame.floats.isEmpty;
  const clears = floating && box.style.clear !== 'none';
  if (flow.open && !clears) return { top: flow.y, lead: frame.lead, cleared: false };
  const leading = leadingMargin(box, frame.width, floating);
  const margins = extentOf(collapse(flow.strut, leading.strut));
  const top = flow.y + margins;
  const below = clears ? frame.floats.clearance(box.style.clear) - frame.contextY : -Infinity;
  if (below > top + 1e-6) return { top: below, leading, lead: below - flow.y, cleared: true };
  return { top, leading, lead: margins, cleared: false };
}

/** Room beside floats for a box that may not overlap them (9.5); nothing where there are none. */
export function bandBesideFloats(
  engine: FlowEngine,
  frame: FlowFrame,
  box: Exclude<Box, LinesBox>,
  top: number,
): { readonly x: number; readonly y: number; readonly width: number } | undefined {
  const apart = box.type !== 'block' || isFormattingRoot(box.style);
  if (!apart || !frame.floats.reachesBelow(frame.contextY + top)) return undefined;
  const left = frame.contextX + frame.left;
  const within = { left, right: left + frame.width };
  const size = engine.sizeBesideFloats(box, frame.width);
  const found = frame.floats.find(frame.contextY + top, size, within);
  return { x: found.left - left, y: found.top - frame.contextY, width: found.right - found.left };
}
