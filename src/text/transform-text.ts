/**
 * `text-transform` (CSS Text 3 §2). Comes in: an inline item. Goes out: its text as it is to be set, of
 * the same length, so that every offset still counts in the source.
 */
import type { InlineText } from '../document/inline.js';

/** `text-transform`, kept to mappings that leave offsets alone (ß stays). */
export function transformText(item: InlineText): string {
  const { textTransform, language } = item.style;
  if (textTransform === 'none') return item.text;
  const locale = /^[a-z]{2,3}\b/iu.test(language) ? language : 'vi';
  const map = (text: string): string =>
    textTransform === 'lowercase' ? text.toLocaleLowerCase(locale) : text.toLocaleUpperCase(locale);
  const keep = (text: string): string => {
    const mapped = map(text);
    if (mapped.length === text.length) return mapped;
    return Array.from(text, (one) => (map(one).length === one.length ? map(one) : one)).join('');
  };
  if (textTransform === 'capitalize') return item.text.replace(/(?<![\p{L}\p{M}\p{N}’'])\p{L}/gu, keep);
  return keep(item.text);
}
