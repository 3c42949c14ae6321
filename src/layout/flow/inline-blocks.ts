/**
 * Inline boxes as containing blocks of positioned boxes: from the start corner of an inline box's first
 * part to the end corner of its last, padding included (CSS 2.2, 10.1).
 */
import { resolve } from '../used-values.js';
import type { BoxFragment, LineFragment, Placed } from './fragment.js';
import { brokenShift } from './out-of-flow.js';
import type { ContainingBlock } from './space.js';

interface Corners {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** From the corner of the block container's fragment; nothing where no part of the inline box stands in it. */
export function inlineBlockIn(container: BoxFragment, tag: number): ContainingBlock | undefined {
  const parts = partsIn(container, tag);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  const { left, top } = first;
  return { x: left, y: top, width: Math.max(0, last.right - left), height: Math.max(0, last.bottom - top) };
}

function partsIn(container: BoxFragment, tag: number): readonly Corners[] {
  return container.children.flatMap((child): readonly Corners[] => {
    const { fragment, x, y } = child;
    if (fragment.type === 'line') return partOnLine(fragment, child, tag);
    if (fragment.type !== 'box') return [];
    // A column.
    if (!fragment.box)
      return partsIn(fragment, tag).map(({ left, top, right, bottom }) => {
        return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
      });
    return partAround(container, child, tag);
  });
}

function partOnLine(
  { line, inside, width: base }: LineFragment,
  at: Placed,
  tag: number,
): readonly Corners[] {
  const placed = line.boxes.find((box) => box.tag === tag);
  const part = inside.boxes.get(tag);
  if (!placed || !part) return [];
  const { style, margin, shift = { x: 0, y: 0 } } = part;
  const left = placed.start ? margin.left + style.borderLeft.width : 0;
  const right = placed.end ? margin.right + style.borderRight.width : 0;
  const x = at.x + line.x + placed.x + shift.x;
  const baseline = at.y + line.ascent - placed.rise + shift.y;
  return [
    {
      left: x + left,
      top: baseline - placed.ascent - resolve(style.paddingTop, base),
      right: x + placed.width - right,
      bottom: baseline + placed.descent + resolve(style.paddingBottom, base),
    },
  ];
}

/** The empty parts of an inline box above and below a block in it (9.2.1.1). */
function partAround(container: BoxFragment, { y, fragment }: Placed, tag: number): readonly Corners[] {
  const { broken } = (fragment.type === 'box' && fragment.box) || {};
  if (!broken?.some((open) => open.tag === tag)) return [];
  const { border, padding } = container;
  const edge = border.left + padding.left;
  const width = container.width - edge - border.right - padding.right;
  const own = brokenShift(broken, width, tag) ?? { x: 0, y: 0 };
  const all = brokenShift(broken, width) ?? own;
  const [left, top] = [edge + own.x, y - all.y + own.y];
  return [{ left, top, right: left, bottom: top + fragment.height }];
}
