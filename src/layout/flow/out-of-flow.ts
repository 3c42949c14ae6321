/**
 * Positioned boxes on their way from where the flow met them to their containing block: what the boxes
 * that they leave have to say about them.
 */
import type { Box, InlineOpen } from '../boxes/box.js';
import { relativeShift } from './inline-parts.js';
import type { OutOfFlow } from './space.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Boxes that another box does not position, from its container's corner: the box stands `at`. Its opacity
 * is theirs too, wherever they go (css-color-4, 12.1).
 */
export function leaving(waiting: readonly OutOfFlow[], at: Point, opacity = 1): readonly OutOfFlow[] {
  if (waiting.length === 0) return waiting;
  return waiting.map((one) => ({
    box: one.box,
    x: one.x + at.x,
    y: one.y + at.y,
    inline: one.inline,
    opacity: opacity < 1 ? (one.opacity ?? 1) * opacity : one.opacity,
  }));
}

/** Boxes met in an inline box, if it is positioned: their containing block unless they have a nearer one. */
export function metIn(waiting: readonly OutOfFlow[], inline: number | undefined): readonly OutOfFlow[] {
  if (inline === undefined || waiting.length === 0) return waiting;
  return waiting.map((one) => (one.inline === undefined ? { ...one, inline } : one));
}

/** The positioned inline box around a block that it was broken by (CSS 2.2, 9.2.1.1). */
export function inlineAround({ broken }: Box): number | undefined {
  return broken?.at(-1)?.tag;
}

/** How far the relatively positioned inline boxes around a block move it, up to one of them. */
export function brokenShift(
  broken: readonly InlineOpen[] | undefined,
  width: number,
  last?: number,
): Point | undefined {
  if (!broken) return undefined;
  let [x, y] = [0, 0];
  for (const { style, tag } of broken) {
    const shift = relativeShift(style, width, undefined);
    x += shift.x;
    y += shift.y;
    if (tag === last) break;
  }
  return { x, y };
}
