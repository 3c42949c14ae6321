/**
 * Intrinsic widths (CSS Sizing 3 §5): the narrowest and the widest a piece of inline content can be.
 * Comes in: inline items. Goes out: two widths in pt, for tables and shrink-to-fit.
 */
import type { InlineItem } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import type { ItemCollector } from './collect-items.js';
import { breakFlag, type Breaks } from './breaks.js';
import type { Pieces } from './pieces.js';
import { setTabs } from './set-tabs.js';
import type { StyleFinder } from './text-style.js';

/** min: the longest piece between two breaks; max: the longest line when only forced breaks are taken. */
export function measureItems(
  collector: ItemCollector,
  items: readonly InlineItem[],
  style: ComputedStyle,
  styleOf: StyleFinder,
): { readonly min: number; readonly max: number } {
  // `anywhere` counts for the narrowest width, `break-word` does not (CSS Text 3 §5.5).
  const anywhere = style.overflowWrap === 'anywhere' || style.wordBreak === 'break-word';
  collector.collect(items, { style, need: anywhere ? { room: 0 } : undefined });
  const { pieces, breaks } = collector;
  // A percentage counts as nothing (CSS Text 3 §8.1).
  const indent = typeof style.textIndent === 'number' ? style.textIndent : 0;
  let min = 0;
  let max = 0;
  let piece = 0;
  let line = 0;
  for (let b = 0; b < breaks.count; b++) {
    const first = style.textIndentHanging ? piece > 0 : piece === 0;
    if (pieces.tabs && piece === line) setTabs({ pieces, items, styleOf }, line, 0);
    const narrow = pieces.widthOf(piece, breaks.end[b] ?? 0) + (breaks.extra[b] ?? 0);
    min = Math.max(min, narrow + (first ? indent : 0));
    piece = breaks.next[b] ?? 0;
    if (!((breaks.flags[b] ?? 0) & breakFlag.forced)) continue;
    const indented = line === 0 || style.textIndentEachLine;
    max = Math.max(
      max,
      widest(pieces, breaks, line, b) + (indented !== style.textIndentHanging ? indent : 0),
    );
    line = piece;
  }
  return { min, max };
}

/** Preserved spaces at the end of a line count for its widest form (CSS Text 3 §4.1.3). */
function widest(pieces: Pieces, breaks: Breaks, from: number, at: number): number {
  const kept = ((breaks.flags[at] ?? 0) & breakFlag.hangs) !== 0;
  return kept
    ? pieces.widthOf(from, breaks.next[at] ?? 0)
    : pieces.widthOf(from, breaks.end[at] ?? 0) + (breaks.extra[at] ?? 0);
}
