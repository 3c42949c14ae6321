/**
 * The rest of a paragraph from a line on, as a paragraph of its own: what a break token of broken text
 * leads to, so that the rest is broken into lines for the room where it stands (css-break-3, 4 and 5.1).
 */
import type { Line } from '../../document/glyph-run.js';
import type { Box, InlineContent, InlineOpen, LinesBox } from '../boxes/box.js';
import { linesBox, noMarks } from '../boxes/make-box.js';

/** Where the text of a broken paragraph goes on: lines of this box at this width, from the token's `index` on. */
export interface LinesRest {
  readonly box: LinesBox;
  /** pt */
  readonly width: number;
  readonly indent: boolean;
}

/** What of `box` is not above the line that begins at `from`, without these floats, which stand already. */
export function restOf(box: LinesBox, from: Line['from'], placed: ReadonlySet<Box>): LinesBox {
  const open: InlineOpen[] = [];
  const rest: InlineContent[] = [];
  box.items.forEach((item, i) => {
    if (i >= from.item) {
      if (item.type !== 'out-of-flow' || !placed.has(item.box))
        rest.push(i === from.item ? cut(item, from.offset) : withoutFirstLine(item));
    } else if (item.type === 'open') open.push(item);
    else if (item.type === 'close') open.pop();
  });
  const reopened = open.map(({ firstLine: _, firstLetter: __, ...item }) => ({ ...item, continued: true }));
  return linesBox({ ...box, marks: noMarks, firstLine: undefined, items: [...reopened, ...rest] });
}

function cut(item: InlineContent, offset: number): InlineContent {
  if (item.type !== 'text' || offset === 0) return withoutFirstLine(item);
  const { firstLine: _, source, ...text } = item;
  return {
    ...text,
    text: item.text.slice(offset),
    ...(source ? { source: { ...source, offset: source.offset + offset } } : {}),
  };
}

function withoutFirstLine(item: InlineContent): InlineContent {
  if ((item.type !== 'text' && item.type !== 'open') || !item.firstLine) return item;
  const { firstLine: _, ...rest } = item;
  return rest;
}
