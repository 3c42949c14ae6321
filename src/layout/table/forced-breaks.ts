/** Break values in tables (css-break-3, 3.1 and 3.2): between rows, and breaks asked for inside cells. */
import type { ComputedStyle } from '../../document/style.js';
import type { Box } from '../boxes/box.js';
import { isOutOfFlow } from '../boxes/box.js';
import { valuesAfter, valuesBefore } from '../flow/break-values.js';
import type { Grid } from './form-grid.js';

type BreakValue = ComputedStyle['breakBefore'];

/** All values that speak of the place before a row that is not the first; those of cells propagate. */
export function valuesBeforeRow(grid: Grid, index: number): readonly BreakValue[] {
  const row = grid.rows[index];
  const previous = grid.rows[index - 1];
  if (!row || !previous) return [];
  const values = [
    previous.row.style.breakAfter,
    ...previous.row.cells.flatMap(({ box }) => valuesAfter(box)),
    row.row.style.breakBefore,
    ...row.row.cells.flatMap(({ box }) => valuesBefore(box)),
  ];
  if (row.group === previous.group) return values;
  const after = grid.groups[previous.group]?.group.style.breakAfter ?? 'auto';
  const before = grid.groups[row.group]?.group.style.breakBefore ?? 'auto';
  return [...values, after, before];
}

/** Whether a break is asked for between children of a box, or in them. */
export function forcesBreak(box: Box): boolean {
  if (box.type !== 'block') return false;
  return box.children.some((child, i) => {
    if (child.type === 'lines' || isOutOfFlow(child)) return false;
    const { breakBefore, breakAfter } = child.style;
    const before = i > 0 && isForced(breakBefore);
    const after = i < box.children.length - 1 && isForced(breakAfter);
    return before || after || forcesBreak(child);
  });
}

function isForced(value: BreakValue): boolean {
  return value === 'page' || value === 'left' || value === 'right' || value === 'column';
}
