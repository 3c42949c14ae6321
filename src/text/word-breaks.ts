/**
 * Where a word may be broken by its style (CSS Text 3 §5): `word-break` and `line-break` on top of the
 * rules of `glue.ts`. Comes in: a word, or two words that touch. Goes out: places and costs.
 */
import type { ComputedStyle } from '../document/style.js';
import { breaksInside, forbidden } from './glue.js';

/** What of a style decides about breaks inside words. */
export type BreakStyle = Pick<ComputedStyle, 'wordBreak' | 'lineBreak' | 'language'>;

/** Letters that never meet in a break, the usual case. */
const plain = /^[\p{Script=Latin}\d]$/u;

/** What a break costs between a word and the next one that touches it; `forbidden` where there is none. */
export function costBetween(before: string, after: string, style: BreakStyle): number {
  void style;
  if (plain.test(before.slice(-1)) && plain.test(after.charAt(0))) return forbidden;
  return breaksInside(before + after).find((one) => one.at === before.length)?.cost ?? forbidden;
}
