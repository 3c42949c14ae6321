/**
 * Where a list that counts down begins (css-lists-3, 4.4.3; HTML, 4.4.5): at `start`, or where its
 * last item comes out as 1.
 */
import type { ComputedStyle, CounterChange, StyledTree } from '../../document/style.js';
import type { NodeIndex } from '../../document/tree-index.js';
import { attribute, type ElementNode } from '../../document/tree.js';
import { speaksOf } from './counters.js';

interface Countdown {
  sum: number;
  lastStep: number;
}

/** The number before that of the first item; undefined for an element that is no reversed list. */
export function reversedStart(
  node: ElementNode,
  number: NodeIndex,
  scene: { readonly styles: StyledTree; readonly index: { end(node: NodeIndex): NodeIndex } },
): number | undefined {
  if (node.tagName !== 'ol' || attribute(node, 'reversed') === undefined) return undefined;
  if (!speaksOf(scene.styles.of(number).counterReset, 'list-item')) return undefined;
  const start = Number.parseInt(attribute(node, 'start') ?? '', 10);
  if (!Number.isNaN(start)) return start + 1;
  const count: Countdown = { sum: 0, lastStep: 0 };
  countItems(node, number, count, scene);
  return count.sum + count.lastStep;
}

/** Sums the steps of the items up to one that sets the counter; true when there is one. */
function countItems(
  node: ElementNode,
  number: NodeIndex,
  count: Countdown,
  scene: Parameters<typeof reversedStart>[2],
): boolean {
  let at = number + 1;
  for (const child of node.children) {
    const end = scene.index.end(at);
    if (child.type === 'element') {
      const style = scene.styles.of(at);
      // A list inside has a counter of its own.
      const counts = style.display !== 'none' && !speaksOf(style.counterReset, 'list-item');
      if (counts && (countItem(style, count) || countItems(child, at, count, scene))) return true;
    }
    at = end;
  }
  return false;
}

function countItem(style: ComputedStyle, count: Countdown): boolean {
  const step = -(valueOf(style.counterIncrement) ?? (style.display === 'list-item' ? -1 : 0));
  if (step !== 0) count.lastStep = step;
  const set = valueOf(style.counterSet);
  count.sum += set ?? step;
  return set !== undefined;
}

function valueOf(changes: readonly CounterChange[]): number | undefined {
  return changes.findLast(({ name }) => name === 'list-item')?.value;
}
