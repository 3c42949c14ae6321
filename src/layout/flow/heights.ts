/** Used heights of a box (CSS 2.2, 10.5 to 10.7): what is asked for, and the limits. pt. */
import type { ComputedStyle, Edges, LengthPercentage } from '../../document/style.js';
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
  /** The border box's height, when its content with its edges comes to `natural`. */
  used(natural: number, border: Edges<number>, padding: Edges<number>): number;
}

export function boxHeights(
  style: ComputedStyle,
  space: Pick<BlockSpace, 'width' | 'height' | 'fixedHeight'>,
): BoxHeights {
  const border = borderEdges(style);
  const padding = paddingEdges(style, space.width);
  const edges = border.top + border.bottom + padding.top + padding.bottom;
  const outer = (value: LengthPercentage | 'auto' | 'none'): number | undefined => {
    if (value === 'auto' || value === 'none') return undefined;
    if (typeof value !== 'number' && space.height === undefined) return undefined;
    const length = Math.max(0, resolve(value, space.height ?? 0));
    return style.boxSizing === 'border-box' ? Math.max(length, edges) : length + edges;
  };
  const least = outer(style.minHeight) ?? 0;
  const most = outer(style.maxHeight) ?? Infinity;
  const clamp = (height: number): number => Math.max(least, Math.min(most, height));
  const asked = space.fixedHeight ?? outer(style.height);
  const definite = asked === undefined ? undefined : (space.fixedHeight ?? clamp(asked));
  return {
    definite,
    content: definite === undefined ? undefined : Math.max(0, definite - edges),
    most: definite ?? Math.max(least, most),
    least: least > edges ? least : 0,
    used: (natural) => definite ?? clamp(natural),
  };
}
