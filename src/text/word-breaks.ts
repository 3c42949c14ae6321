/**
 * Where a word may be broken by its style (CSS Text 3 §5): the rules of `glue.ts` for words between
 * spaces, UAX 14 for scripts without them, `word-break` and `line-break` on top. Comes in: a word, or two
 * words that touch. Goes out: places and costs.
 */
import type { ComputedStyle } from '../document/style.js';
import { breaksInside, isUsual, type InnerBreak } from './glue.js';
import type { Hyphenator } from './hyphenate.js';
import { lineClassOf, mayBreakBetween, type LineClass } from './line-classes.js';

/** What of a style decides about breaks inside words. */
export interface BreakStyle extends Pick<ComputedStyle, 'wordBreak' | 'lineBreak' | 'language'> {
  /** Finds places for hyphens, where the style asks for them and the language has patterns. */
  readonly hyphenator?: Hyphenator | undefined;
}

/** Letters that never meet in a break, the usual case. */
const plain = /^[\p{Script=Latin}\d]$/u;
/** Characters whose breaks are those of UAX 14: wide ones, and spaces of fixed width. */
const byClass =
  /[\u1680\u2000-\u2006\u2008-\u200a\u2026\u205f\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const wide = /[\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Typographic letter units (CSS Text 3 §5.2). */
const letterUnit = /^[\p{L}\p{N}\p{M}\p{S}]/u;
/** After a hyphen: as dear as in `glue.ts`. */
const hyphenCost = 50;

const none: readonly InnerBreak[] = [];

/** The places where a word may be broken, in order; `isUsual` is known of it or not. */
export function breaksIn(text: string, style: BreakStyle, usual?: boolean): readonly InnerBreak[] {
  if (style.lineBreak === 'anywhere') return everywhere(text);
  if (!style.hyphenator && style.wordBreak !== 'break-all' && (usual ?? isUsual(text))) return none;
  const classes =
    style.wordBreak === 'break-all' || (byClass.test(text) && (wide.test(text) || !/\u2026/u.test(text)));
  const breaks = classes ? breaksByClass(text, style) : (hyphenated(text, style) ?? breaksInside(text));
  return style.wordBreak === 'keep-all' ? breaks.filter(({ at }) => !betweenLetters(text, at)) : breaks;
}

/** The place between a word and the next one that touches it, if a line may be broken there. */
export function breakBetween(before: string, after: string, style: BreakStyle): InnerBreak | undefined {
  const loose =
    style.lineBreak === 'anywhere' || style.wordBreak === 'break-all' || style.hyphenator !== undefined;
  if (!loose && plain.test(before.slice(-1)) && plain.test(after.charAt(0))) return undefined;
  // A soft hyphen that the second word begins with belongs to the place before it.
  const soft = after.startsWith('\u00ad') ? 1 : 0;
  const breaks = breaksIn(before + after, style);
  return breaks.find(({ at }) => at === before.length || at === before.length + soft);
}

/** The places of hyphens in a part of a word, whose text goes on before and after it. */
export function hyphensWithin(
  text: string,
  [before, after]: readonly [string, string],
  style: BreakStyle,
): readonly InnerBreak[] {
  const places = hyphenated(before + text + after, style) ?? [];
  return places
    .map((one) => ({ ...one, at: one.at - before.length }))
    .filter(({ at }) => at > 0 && at < text.length);
}

/** The places of hyphens that a word does not show; undefined when there are none, or it has breaks of its own. */
function hyphenated(text: string, { hyphenator }: BreakStyle): readonly InnerBreak[] | undefined {
  const places = hyphenator?.breaks(text) ?? [];
  return places.length === 0 ? undefined : places.map((at) => ({ at, cost: hyphenCost, hyphen: true }));
}

/** `line-break: anywhere`: around every typographic character unit. */
function everywhere(text: string): readonly InnerBreak[] {
  const units = Array.from(new Intl.Segmenter('vi').segment(text), (one) => one.index);
  return units.slice(1).map((at) => ({ at, cost: 0, hyphen: text.charAt(at - 1) === '\u00ad' }));
}

/** Breaks by UAX 14, the classes changed as the style wants. */
function breaksByClass(text: string, style: BreakStyle): readonly InnerBreak[] {
  const breaks: InnerBreak[] = [];
  let before: LineClass | undefined;
  let indicators = 0;
  for (const { segment, index } of new Intl.Segmenter('vi').segment(text)) {
    const first = String.fromCodePoint(segment.codePointAt(0) ?? 0);
    const own = resolved(first, style);
    const pair = before === 'RI' && own === 'RI' && indicators % 2 === 0;
    if (before && index > 0 && (pair || mayBreakBetween(before, own))) {
      const hyphen = before === 'SH';
      const cost = hyphen || before === 'HY' || before === 'B2' ? hyphenCost : 0;
      breaks.push({ at: index, cost, hyphen });
    }
    indicators = own === 'RI' ? indicators + 1 : 0;
    // LB9: what combines with its base has the class of the base; a mark alone is a letter (LB10).
    if (own !== 'CM' || before === undefined) before = own === 'CM' ? 'AL' : own;
  }
  return breaks;
}

/** The class of a character under `word-break` and `line-break` (CSS Text 3 §5.2 and §5.3). */
function resolved(character: string, { wordBreak, lineBreak, language }: BreakStyle): LineClass {
  const own = lineClassOf(character);
  if (wordBreak === 'break-all' && (own === 'AL' || own === 'NU' || own === 'SA')) return 'ID';
  const lenient = lineBreak === 'normal' || lineBreak === 'loose';
  if (own === 'CJ') return lenient ? 'ID' : 'NS';
  const eastern = /^(?:ja|zh)\b/iu.test(language);
  if (lenient && eastern && /[〜゠]/u.test(character)) return 'ID';
  if (lineBreak !== 'loose') return own;
  if (/[々〻ゝゞヽヾ\u2025\u2026]/u.test(character)) return 'ID';
  if (eastern && /[・：；･\u203c\u2047-\u2049！？％￠℃℉°‰′″＄￡￥№]/u.test(character)) return 'ID';
  return own;
}

function betweenLetters(text: string, at: number): boolean {
  const before = Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
  return letterUnit.test(before) && letterUnit.test(text.slice(at, at + 2));
}
