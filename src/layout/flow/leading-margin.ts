/**
 * The margin at a box's start, collapsed with those of its first children (CSS 2.2, 8.3.1), found
 * before the box is laid out: its place in the formatting context is then known from the beginning,
 * and floats inside it stand right at once.
 */
import type { Box } from '../boxes/box.js';
import { isOutOfFlow } from '../boxes/box.js';
import { borderEdges, minimumHeight, paddingEdges, resolveAuto, wantedHeight } from '../used-values.js';
import { hasLines } from './inline-parts.js';
import { isFormattingRoot } from './space.js';
import { collapse, margin, type Strut } from './strut.js';

export interface LeadingMargin {
  readonly strut: Strut;
  /** Nothing ends the collapsing: the box takes no place, its end margin is in the strut too. */
  readonly through: boolean;
}

/**
 * `base` is the content width of the containing block, pt, for percentages; `floating` says that there
 * are floats which a child could clear.
 */
export function leadingMargin(box: Box, base: number, floating: boolean): LeadingMargin {
  if (box.type === 'lines') return { strut: margin(0), through: !hasLines(box) };
  const { style } = box;
  let strut = margin(resolveAuto(style.marginTop, base) ?? 0);
  if (box.type !== 'block' || isClosed(box, base)) return { strut, through: false };
  let floats = floating;
  for (const child of box.children) {
    if (isOutOfFlow(child)) {
      floats ||= child.style.float === 'left' || child.style.float === 'right';
      continue;
    }
    // What is cleared keeps its margin to itself when a float is there to clear; it ends the collapsing.
    if (child.type !== 'lines' && floats && child.style.clear !== 'none') return { strut, through: false };
    const inner = leadingMargin(child, base, floats);
    strut = collapse(strut, inner.strut);
    if (!inner.through) return { strut, through: false };
  }
  if (!isHollow(box, base)) return { strut, through: false };
  return { strut: collapse(strut, margin(resolveAuto(style.marginBottom, base) ?? 0)), through: true };
}

/** Whether the start of a box keeps its children's margins inside. */
export function isClosed(box: Box, base: number): boolean {
  const { style } = box;
  if (box.type !== 'block' || isFormattingRoot(style)) return true;
  return borderEdges(style).top + paddingEdges(style, base).top > 0;
}

/** Whether a box without content would have no height. */
function isHollow(box: Box, base: number): boolean {
  if (box.type === 'block' && box.marker) return false;
  const { style } = box;
  const border = borderEdges(style);
  const padding = paddingEdges(style, base);
  const edges = border.top + border.bottom + padding.top + padding.bottom;
  return edges === 0 && (wantedHeight(style, 0) ?? 0) === 0 && minimumHeight(style, 0) === 0;
}
