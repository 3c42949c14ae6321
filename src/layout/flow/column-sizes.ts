/** Columns of a multi-column container: how many, how wide, how far apart (css-multicol-1, 3.4 and 4.1). pt. */
import type { ComputedStyle } from '../../document/style.js';
import type { BlockBox } from '../boxes/box.js';
import { resolve } from '../used-values.js';

/** Used `column-gap`, pt: `normal` is 1 em. */
export function columnGap(style: ComputedStyle, base: number): number {
  return style.columnGap === 'normal' ? style.fontSize : resolve(style.columnGap, base);
}

export interface ColumnSizes {
  readonly count: number;
  readonly width: number;
  readonly gap: number;
}

/** Columns are a pixel wide at least, pt (css-multicol-1, 3.2). */
const leastWidth = 0.75;

/** Columns of a box with a content width (css-multicol-1, 3.4). */
export function columnSizes(box: BlockBox, full: number): ColumnSizes {
  const { columnCount, columnWidth } = box.style;
  const gap = columnGap(box.style, full);
  const fitting =
    columnWidth === 'auto'
      ? Infinity
      : Math.max(1, Math.floor((full + gap) / (Math.max(columnWidth, leastWidth) + gap) + 1e-9));
  const count = Math.max(1, Math.min(columnCount === 'auto' ? Infinity : columnCount, fitting));
  return { count, gap, width: Math.max(0, (full - gap * (count - 1)) / count) };
}
