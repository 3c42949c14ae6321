/**
 * Preserved tabs (CSS Text 3 §4.2). Comes in: pieces and where a line begins. Goes out: each tab's width up
 * to the next stop, counted from the block's start edge. The widths of a line's tabs hold until a
 * later line begins elsewhere.
 */
import type { InlineItem } from '../document/inline.js';
import { pieceKind, type Pieces } from './pieces.js';
import type { StyleFinder } from './text-style.js';

/** A stop nearer than this part of a zero's width is passed over. */
const nearest = 0.5;

/** What tabs are measured with. */
export interface TabbedPieces {
  readonly pieces: Pieces;
  readonly items: readonly InlineItem[];
  readonly styleOf: StyleFinder;
}

/** Sets the tabs from piece `from` on, which stands `x` pt from the block's start edge. */
export function setTabs({ pieces, items, styleOf }: TabbedPieces, from: number, x: number): void {
  const { width } = pieces;
  const start = width[from] ?? 0;
  let shift = 0;
  for (let i = from; i < pieces.count; i++) {
    const before = width[i] ?? 0;
    const next = (width[i + 1] ?? 0) + shift;
    width[i + 1] = next;
    const item = items[pieces.item[i] ?? 0];
    if (pieces.kind[i] !== pieceKind.tab || item?.type !== 'text') continue;
    const style = styleOf(item.style);
    const wanted = advanceToStop(x + before - start, style.tab, nearest * style.zero);
    shift += before + wanted - next;
    width[i + 1] = before + wanted;
  }
}

function advanceToStop(x: number, stop: number, least: number): number {
  if (stop <= 0) return 0;
  const advance = (Math.floor(x / stop + 1e-9) + 1) * stop - x;
  return advance < least ? advance + stop : advance;
}
