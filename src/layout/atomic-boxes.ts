/**
 * Which blocks are laid out as one piece instead of breaking with the flow, and what `position:
 * relative` does to them.
 */
import { isPositioned, type BlockBox } from './box.js';
import type { Fragment } from './flow.js';
import { borderEdges, paddingEdges, resolveAuto, wantedHeight } from './used-values.js';

/** Boxes that are laid out as one piece. */
export function isAtomic(box: BlockBox): boolean {
  const { style } = box;
  const edges = borderEdges(style);
  const padding = paddingEdges(style, 0);
  const moved =
    style.position === 'relative' &&
    (style.top !== 'auto' || style.left !== 'auto' || style.right !== 'auto' || style.bottom !== 'auto');
  return (
    wantedHeight(style, edges.top + edges.bottom + padding.top + padding.bottom) !== undefined ||
    style.overflow === 'hidden' ||
    style.opacity < 1 ||
    moved ||
    style.columnCount !== 'auto' ||
    style.columnWidth !== 'auto' ||
    (isPositioned(style) &&
      box.absolutes.some((absolute) => absolute.style.top === 'auto' && absolute.style.bottom !== 'auto'))
  );
}

export function relativeShift(box: BlockBox, width: number): { readonly x: number; readonly y: number } {
  const { style } = box;
  if (style.position !== 'relative') return { x: 0, y: 0 };
  const vertical = (value: typeof style.top): number | undefined =>
    typeof value === 'number' ? value : undefined;
  return {
    x: resolveAuto(style.left, width) ?? -(resolveAuto(style.right, width) ?? 0),
    y: vertical(style.top) ?? -(vertical(style.bottom) ?? 0),
  };
}

export function shifted(fragment: Fragment, shift: { readonly x: number; readonly y: number }): Fragment {
  if (shift.x === 0 && shift.y === 0) return fragment;
  return {
    ...fragment,
    regions: fragment.regions.map((region) => ({ ...region, x: region.x + shift.x, y: region.y + shift.y })),
  };
}
