/**
 * Kerning between texts that touch (CSS Text 3 §7.3): an element that changes nothing about the font must
 * not show. Comes in: the pieces so far and a word that is to follow. Goes out: the piece before it made
 * narrower or wider.
 */
import type { InlineItem } from '../document/inline.js';
import { pieceKind, type Pieces } from './pieces.js';
import type { FontWord } from './shape-word.js';
import type { StyleFinder, TextStyle } from './text-style.js';

/** What stands before the word. */
export interface KernedText {
  readonly pieces: Pieces;
  readonly items: readonly InlineItem[];
  /** First piece of the line. */
  readonly lineStart: number;
  readonly styleOf: StyleFinder;
}

/** Kerns the last piece with a word of another item, when both are in one font. */
export function kernTouching(text: KernedText, word: FontWord, { store, style }: TextStyle): void {
  const { pieces, items, styleOf } = text;
  const last = lastWord(text);
  const before = pieces.words[last];
  const item = items[pieces.item[last] ?? 0];
  if (!before || item?.type !== 'text' || pieces.kind[last] !== pieceKind.box) return;
  const same =
    !item.firstLine &&
    styleOf(item.style).store === store &&
    item.style.fontSize === style.fontSize &&
    item.style.verticalAlign === style.verticalAlign;
  const kern = same ? store.kernBetween(before, word) : 0;
  if (kern !== 0) pieces.kern(last, (kern * style.fontSize) / 1000);
}

/** The last piece that is not an edge or a place without extent. */
function lastWord({ pieces, lineStart }: KernedText): number {
  let last = pieces.count - 1;
  while (last >= lineStart && pieces.widthOf(last, last + 1) === 0 && isPassed(pieces.kind[last])) last--;
  return last < lineStart ? -1 : last;
}

function isPassed(kind: number | undefined): boolean {
  return kind === pieceKind.open || kind === pieceKind.close || kind === pieceKind.anchor;
}
