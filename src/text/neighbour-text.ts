/**
 * What stands beside a text in its paragraph, the edges of inline boxes aside. Comes in: items and a place.
 * Goes out: the text before or after it; whether a line feed between letters needs no space.
 */
import type { InlineItem } from '../document/inline.js';
import type { TextSource } from './collecting.js';
import { endOfWord, joinsLines } from './white-space.js';

/** UTF-16; what is looked at on either side: a character and what is ignored beside it. */
const nearby = 8;

/** The text right before an item; empty when something else stands there. */
export function textBefore(items: readonly InlineItem[], index: number): string {
  for (let i = index - 1; i >= 0; i--) {
    const item = items[i];
    if (item?.type === 'text' && item.text !== '') return item.text;
    if (!item || !isPassed(item)) break;
  }
  return '';
}

/** The text right after an item, from its first character that is no blank. */
export function textAfter(items: readonly InlineItem[], index: number): string {
  for (let i = index + 1; i < items.length; i++) {
    const item = items[i];
    const text = item?.type === 'text' ? item.text.trimStart() : '';
    if (text !== '') return text;
    if (!item || !isPassed(item)) break;
  }
  return '';
}

/** Items; a word is not looked at further than this on either side. */
const mostItems = 16;

/** What stands of the same word before and after an item, the edges of inline boxes aside. */
export function wordAround(items: readonly InlineItem[], index: number): readonly [string, string] {
  let before = '';
  for (let i = index - 1; i >= Math.max(0, index - mostItems); i--) {
    const item = items[i];
    if (!item || !isPassed(item)) break;
    if (item.type !== 'text') continue;
    const part = item.text.slice(endOfBlanksBefore(item.text));
    before = part + before;
    if (part.length < item.text.length) break;
  }
  let after = '';
  for (let i = index + 1; i <= Math.min(items.length - 1, index + mostItems); i++) {
    const item = items[i];
    if (!item || !isPassed(item)) break;
    if (item.type !== 'text') continue;
    const part = item.text.slice(0, endOfWord(item.text, 0));
    after += part;
    if (part.length < item.text.length) break;
  }
  return [before, after];
}

/** Where the last word of a text begins. */
function endOfBlanksBefore(text: string): number {
  let at = text.length;
  while (at > 0 && endOfWord(text, at - 1) > at - 1) at--;
  return at;
}

/** Whether blanks with a line feed, from one index to another in an item's text, vanish (CSS Text 3 §4.1.2). */
export function joinsText(
  items: readonly InlineItem[],
  index: number,
  { set: { text }, style }: TextSource,
  [start, end]: readonly [number, number],
): boolean {
  const before = start > 0 ? text.slice(Math.max(0, start - nearby), start) : textBefore(items, index);
  const after = end < text.length ? text.slice(end, end + nearby) : textAfter(items, index);
  return joinsLines(before.slice(-nearby), after.slice(0, nearby), style.style.language);
}

function isPassed({ type }: InlineItem): boolean {
  return type === 'text' || type === 'open' || type === 'close' || type === 'anchor';
}
