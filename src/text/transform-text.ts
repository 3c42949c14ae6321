/**
 * `text-transform` (CSS Text 3 §2.1). Comes in: an inline item and the style it is set in. Goes out: its
 * text as it is to be set, with a map back where letters change in number (ß → SS), so that every
 * offset still counts in the source.
 */
import type { InlineText } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import { changeCase } from './change-case.js';
import { fullSizeKana, fullWidth } from './change-width.js';

/** Text as it is set. */
export interface SetText {
  readonly text: string;
  /** Index in the source of each UTF-16 unit of `text`, and of its end; absent when they are the same. */
  readonly map?: Int32Array;
}

/** Transforms an item's text; `inWord` says that letters stand right before it. */
export function transformText(item: InlineText, style: ComputedStyle, inWord = false): SetText {
  const { textTransform, textTransformFullWidth, textTransformFullSizeKana } = style;
  if (textTransform === 'none' && !textTransformFullWidth && !textTransformFullSizeKana)
    return { text: item.text };
  const parts = changeCase(item.text, style, inWord);
  const cased = parts.map((part) => part.text).join('');
  const wide = textTransformFullWidth ? fullWidth(cased) : cased;
  const text = textTransformFullSizeKana ? fullSizeKana(wide) : wide;
  if (parts.length === 1 && text.length === item.text.length) return { text };
  const map = new Int32Array(text.length + 1);
  let at = 0;
  for (const part of parts)
    for (let i = 0; i < part.text.length; i++) map[at++] = part.start + Math.min(i, part.length - 1);
  map[at] = item.text.length;
  return { text, map };
}

/** Index in set text of an index in the source. */
export function indexIn({ text, map }: SetText, source: number): number {
  if (!map) return Math.min(source, text.length);
  const found = map.findIndex((at) => at >= source);
  return found < 0 ? text.length : found;
}
