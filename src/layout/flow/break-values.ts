/**
 * Break values and page names between boxes (css-break-3, 3; css-page-3, 5.3): those of a first or last
 * child propagate to its container, so that a place between two siblings sees all that speak of it.
 */
import type { ComputedStyle } from '../../document/style.js';
import { isOutOfFlow, type Box, type TableBox } from '../boxes/box.js';
import type { ForcedBreak, Fragmentainer } from './space.js';

export type BreakValue = ComputedStyle['breakBefore'];

/** Nothing is said but `auto`: nearly always. */
const none: readonly BreakValue[] = [];

/** The first child in the flow; floats and positioned boxes neither begin nor end their container. */
function firstOf(box: Box): Box | undefined {
  if (box.type !== 'block') return undefined;
  const { children } = box;
  for (let i = 0; i < children.length; i += 1) {
    const child = children[i];
    if (child && !isOutOfFlow(child)) return child;
  }
  return undefined;
}

function lastOf(box: Box): Box | undefined {
  if (box.type !== 'block') return undefined;
  const { children } = box;
  for (let i = children.length - 1; i >= 0; i -= 1) {
    const child = children[i];
    if (child && !isOutOfFlow(child)) return child;
  }
  return undefined;
}

/** All values but `auto` that speak of the place between two siblings. */
export function valuesBetween(previous: Box, box: Box): readonly BreakValue[] {
  const after = valuesAfter(previous);
  const before = valuesBefore(box);
  return after.length === 0 ? before : [...after, ...before];
}

/** All values but `auto` that speak of the place before a box, outermost first. */
export function valuesBefore(box: Box): readonly BreakValue[] {
  let values: BreakValue[] | undefined;
  for (let at: Box | undefined = box; at && at.type !== 'lines'; at = firstOf(at)) {
    if (at.style.breakBefore !== 'auto') (values ??= []).push(at.style.breakBefore);
    if (at.type === 'table') (values ??= []).push(...valuesOfRow(at, 'first'));
  }
  return values ?? none;
}

/** All values but `auto` that speak of the place after a box. */
export function valuesAfter(box: Box): readonly BreakValue[] {
  let values: BreakValue[] | undefined;
  for (let at: Box | undefined = box; at && at.type !== 'lines'; at = lastOf(at)) {
    if (at.style.breakAfter !== 'auto') (values ??= []).push(at.style.breakAfter);
    if (at.type === 'table') (values ??= []).push(...valuesOfRow(at, 'last'));
  }
  return values ?? none;
}

/** Those of the row at an end of a table without a caption there, of its group and its cells. */
function valuesOfRow(table: TableBox, end: 'first' | 'last'): readonly BreakValue[] {
  const first = end === 'first';
  if (table.captions.some(({ style }) => (style.captionSide === 'top') === first)) return [];
  const order = first ? (['head', 'body', 'foot'] as const) : (['foot', 'body', 'head'] as const);
  const at = first ? 0 : -1;
  const kind = order.find((one) => table.groups.some((group) => group.kind === one));
  const group = table.groups.filter((one) => one.kind === kind).at(at);
  const row = group?.rows.at(at);
  if (!group || !row) return [];
  const cells = row.cells.flatMap(({ box }) => (first ? valuesBefore(box) : valuesAfter(box)));
  const own = first ? 'breakBefore' : 'breakAfter';
  return [group.style[own], row.style[own], ...cells];
}

/** Used `page` at the start of a box, given the name around it. */
export function startPage(box: Box, around: string): string {
  let name = around;
  for (let at: Box | undefined = box; at && at.type !== 'lines'; at = firstOf(at)) {
    if (at.style.page !== 'auto') name = at.style.page;
  }
  return name;
}

/** Used `page` at the end of a box. */
export function endPage(box: Box, around: string): string {
  let name = around;
  for (let at: Box | undefined = box; at && at.type !== 'lines'; at = lastOf(at)) {
    if (at.style.page !== 'auto') name = at.style.page;
  }
  return name;
}

/** The strongest forced break among values, as far as the fragmentainer has such breaks. */
export function forcedBreak(
  values: readonly BreakValue[],
  fragmentainer: Pick<Fragmentainer, 'kind' | 'paged'>,
): ForcedBreak | undefined {
  let found: ForcedBreak | undefined;
  for (const value of values) {
    if (value === 'left' || value === 'right') {
      if (fragmentainer.paged) found = value;
    } else if (value === 'page') {
      if (fragmentainer.paged && found !== 'left' && found !== 'right') found = 'page';
    } else if (value === 'column' && fragmentainer.kind === 'column') found ??= 'column';
  }
  return found;
}

/** Whether a value wants no break in this kind of fragmentainer. */
export function avoids(
  value: BreakValue | ComputedStyle['breakInside'],
  kind: Fragmentainer['kind'],
): boolean {
  return value === 'avoid' || value === (kind === 'page' ? 'avoid-page' : 'avoid-column');
}
