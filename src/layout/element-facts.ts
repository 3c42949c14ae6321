/** Small facts about one element that box generation asks for. */
import type { ComputedStyle } from '../document/style.js';
import { attribute, type ElementNode } from '../document/tree.js';
import type { LayoutScene } from './scene.js';

/** Whether an inline box has padding, border or margin at its ends. */
export function hasInlineEdge(style: ComputedStyle): boolean {
  return (
    [style.paddingLeft, style.paddingRight, style.marginLeft, style.marginRight].some(
      (v) => v !== 0 && v !== 'auto',
    ) ||
    style.borderLeft.width > 0 ||
    style.borderRight.width > 0
  );
}

/** HTML: `ol start`, and every list numbers its own items. */
export function startList(node: ElementNode, counters: LayoutScene['counters']): void {
  if (node.tagName === 'ol' || node.tagName === 'ul') {
    counters.reset('list-item', Number(attribute(node, 'start') ?? 1) - 1);
  } else if (node.tagName === 'li') {
    const value = Number(attribute(node, 'value') ?? Number.NaN);
    if (Number.isInteger(value)) counters.set('list-item', value - 1);
  }
}
