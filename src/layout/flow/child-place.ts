/** Where a block-level child begins in its container: margins that collapse, clearance (CSS 2.2, 8.3.1 and 9.5.2). pt. */
import type { Box } from '../boxes/box.js';
import { marginOf } from '../used-values.js';
import type { FlowEngine } from './engine.js';
import type { FlowFrame } from './block-flow.js';
import { beginsWithText, leadingMargin } from './leading-margin.js';
import type { OpenMargins } from './space.js';
import { collapse, extentOf, noMargin, type Strut } from './strut.js';

/** A flow down to where the child comes. */
interface FlowSoFar {
  readonly engine: FlowEngine;
  readonly frame: FlowFrame;
  readonly y: number;
  readonly strut: Strut;
  readonly open: boolean;
}

export interface ChildStart {
  /** Top of the border box, from the container's border-box top. */
  readonly top: number;
  /** What the margins came to that put it there. */
  readonly lead: number;
  /** The margins that still collapse at its start; nothing when its place does not hang on them. */
  readonly margins: OpenMargins | undefined;
  readonly cleared: boolean;
}

/** Where the border box begins, and the margins that put it there. */
export function childStart(
  flow: FlowSoFar,
  box: Exclude<Box, { type: 'lines' }>,
  resumed: boolean,
): ChildStart {
  const { frame, open } = flow;
  const { floats } = frame;
  if (resumed) return { top: flow.y, lead: 0, margins: undefined, cleared: false };
  const { clear } = box.style;
  const initial = !floats.isEmpty && beginsWithInitial(box) ? floats.lowestInitial : -Infinity;
  const clears = (clear !== 'none' && !floats.isEmpty) || initial > -Infinity;
  const above = marginsAbove(flow, floats.count);
  const own = marginOf(box.style.marginTop, frame.width);
  const margins = { from: above.from, strut: collapse(above.strut, own), floats: above.floats };
  if (open && !clears) return { top: flow.y, lead: frame.lead, margins, cleared: false };
  const from = above.from - frame.contextY;
  // What stands apart or begins with text has no child whose margin could come to its own: nearly all.
  const strut = beginsWithText(box)
    ? margins.strut
    : leadingMargin(flow.engine, box, frame.width, { strut: above.strut, from: above.from, floats });
  const top = from + extentOf(strut);
  const below = clears ? Math.max(floats.clearance(clear), initial) - frame.contextY : -Infinity;
  // Floats that the margin would have moved along are always cleared.
  const adjoins = open && clears && floats.clearance(clear, above.floats) > -Infinity;
  if (adjoins || below > top + 1e-6)
    return { top: below, lead: below - from, margins: undefined, cleared: true };
  return { top: open ? flow.y : top, lead: top - from, margins, cleared: false };
}

/** Whether a block has a drop cap, which stands beside no other (CSS Inline 3, 3.8). */
function beginsWithInitial(box: Box): boolean {
  const first = box.type === 'block' ? box.children[0] : undefined;
  if (first?.type !== 'lines') return false;
  const head = first.items.find(({ type }) => type === 'text' || type === 'out-of-flow' || type === 'box');
  return head?.type === 'out-of-flow' && head.initial !== undefined;
}

function marginsAbove({ frame, y, strut, open }: FlowSoFar, floats: number): OpenMargins {
  if (!open) return { from: frame.contextY + y, strut, floats };
  // After a break, or where a float was cleared, margins do not move what is inside.
  const { margins } = frame;
  if (margins) return { from: margins.from, strut, floats: margins.floats };
  return { from: frame.contextY + y, strut: noMargin, floats };
}
