/** Used heights of a box (CSS 2.2, 10.5 to 10.7): what is asked for, and the limits. pt. */
import type { ComputedStyle, LengthPercentage } from '../../document/style.js';
import { borderEdges, paddingEdges, resolve } from '../used-values.js';
import type { BlockSpace } from './space.js';

export interface BoxHeights {
  /** Height of the border box, if definite. */
  readonly definite: number | undefined;
  /** Height of the content box as a base for percentages, if definite. */
  readonly content: number | undefined;
  /** What the border box is not higher than: `height`, else `max-height`; Infinity without one. */
  readonly most: number;
  /** Least height of the border box that `min-height` asks for; 0 without one. */
  readonly least: number;
  /** What a height that is not definite is held between, pt. */
  readonly limits: { readonly least: number; readonly most: number };
}

/** Of nearly all boxes: as high as what they hold. */
const natural: BoxHeights = {
  definite: undefined,
  content: undefined,
  most: Infinity,
  least: 0,
  limits: { least: 0, most: Infinity },
};

/** The border box's height, when its content with its edges comes to `height`. */
export function usedHeight({ definite, limits }: BoxHeights, height: number): number {
  return definite ?? Math.max(limits.least, Math.min(limits.most, height));
}

export function boxHeights(
  style: ComputedStyle,
  space: Pick<BlockSpace, 'width' | 'height' | 'fixedHeight'>,
): BoxHeights {
  const { fixedHeight } = space;
  if (
    fixedHeight === undefined &&
    style.height === 'auto' &&
    style.minHeight === 'auto' &&
    style.maxHeight === 'none'
  )
    return natural;
  const border = borderEdges(style);
  const padding = paddingEdges(style, space.width);
  const edges = border.top + border.bottom + padding.top + padding.bottom;
  const outer = (value: LengthPercentage | 'auto' | 'none'): number | undefined => {
    if (value === 'auto' || value === 'none') return undefined;
    if (typeof value !== 'number' && space.height === undefined) return undefined;
    const length = Math.max(0, resolve(value, space.height ?? 0));
    return style.boxSizing === 'border-box' ? Math.max(length, edges) : length + edges;
  };
  const limits = { least: outer(style.minHeight) ?? 0, most: outer(style.maxHeight) ?? Infinity };
  const asked = fixedHeight ?? outer(style.height);
  const clamped = asked === undefined ? undefined : Math.max(limits.least, Math.min(limits.most, asked));
  const definite = fixedHeight ?? clamped;
  return {
    definite,
    content: definite === undefined ? undefined : Math.max(0, definite - edges),
    most: definite ?? Math.max(limits.least, limits.most),
    least: limits.least > edges ? limits.least : 0,
    limits,
  };
}
