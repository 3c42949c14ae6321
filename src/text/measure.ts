/**
 * Intrinsic widths (CSS Sizing 3 §5): the narrowest and the widest a piece of inline content can be.
 * Comes in: inline items. Goes out: two widths in pt, for tables and shrink-to-fit.
 */
import type { InlineItem } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import type { ItemCollector } from './collect-items.js';
import { breakFlag } from './pieces.js';

/** min: the longest piece between two breaks; max: the longest line when only forced breaks are taken. */
export function measureItems(
  collector: ItemCollector,
  items: readonly InlineItem[],
  style: ComputedStyle,
): { readonly min: number; readonly max: number } {
  // `anywhere` counts for the narrowest width, `break-word` does not (CSS Text 3 §5.5).
  collector.collect(items, style.overflowWrap === 'anywhere' ? { room: 0 } : undefined);
  const { pieces, breaks } = collector;
  let min = 0;
  let max = 0;
  let piece = 0;
  let line = 0;
  for (let b = 0; b < breaks.count; b++) {
    const end = breaks.end[b] ?? 0;
    const next = breaks.next[b] ?? 0;
    min = Math.max(min, pieces.widthOf(piece, end) + (breaks.extra[b] ?? 0));
    piece = next;
    if (!((breaks.flags[b] ?? 0) & breakFlag.forced)) continue;
    max = Math.max(max, pieces.widthOf(line, end));
    line = next;
  }
  return { min, max };
}
