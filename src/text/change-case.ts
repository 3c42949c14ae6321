/**
 * Upper case, lower case and capitals at the beginnings of words, by the full mappings of Unicode and the
 * customs of languages. Comes in: text, language. Goes out: the text in parts of which the source is known.
 */
import type { ComputedStyle } from '../document/style.js';

/** A stretch of changed text. */
export interface CasePart {
  readonly text: string;
  /** Where it comes from in the source, UTF-16. */
  readonly start: number;
  readonly length: number;
}

const letter = /[\p{L}\p{N}]/u;
/** What a letter at the start of a word must not follow; apostrophes and middle dots are inside words (UAX 29). */
const wordStart = /(?<![\p{L}\p{M}\p{N}’'·])[\p{L}\p{N}]\p{M}*/gu;

/** Changes case by `text-transform`. */
export function changeCase(text: string, style: ComputedStyle, inWord: boolean): readonly CasePart[] {
  const { textTransform, language } = style;
  const locale = localeOf(language);
  switch (textTransform) {
    case 'none':
      return [{ text, start: 0, length: text.length }];
    case 'lowercase':
      return mapped(text, (part) => part.toLocaleLowerCase(locale));
    case 'uppercase':
      return mapped(text, (part) => upperCase(part, locale));
    case 'capitalize':
      return capitalised(text, locale, inWord);
  }
}

/** The customs of a language are those of its own script: Turkish in Cyrillic has no dotless i. */
function localeOf(language: string): string {
  const [, script] = /^[a-z]{2,3}(?:-([a-z]{4}))?\b/iu.exec(language) ?? [''];
  const known = /^[a-z]{2,3}\b/iu.test(language);
  const elsewhere = script !== undefined && /^(?:tr|az|lt)-(?!Latn)/iu.test(language);
  return known && !elsewhere ? language : 'vi';
}

/** Whole when that keeps the length, since case may hang on neighbours (final sigma); else letter by letter. */
function mapped(text: string, map: (part: string) => string): readonly CasePart[] {
  const whole = map(text);
  if (whole.length === text.length) return [{ text: whole, start: 0, length: text.length }];
  const parts: CasePart[] = [];
  let start = 0;
  for (const one of text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? []) {
    parts.push({ text: map(one), start, length: one.length });
    start += one.length;
  }
  return parts;
}

/** Greek capitals go without tonos, also by ICU-less runtimes. */
function upperCase(text: string, locale: string): string {
  return text.toLocaleUpperCase(locale);
}

function capitalised(text: string, locale: string, inWord: boolean): readonly CasePart[] {
  const parts: CasePart[] = [];
  let done = 0;
  const keep = (to: number): void => {
    if (to > done) parts.push({ text: text.slice(done, to), start: done, length: to - done });
    done = to;
  };
  for (const { 0: initial, index } of text.matchAll(wordStart)) {
    if (inWord && index === 0) continue;
    const dutch = /^nl\b/iu.test(locale) && /^ij/iu.test(text.slice(index));
    const source = dutch ? text.slice(index, index + 2) : initial;
    keep(index);
    parts.push({ text: titleCase(source, locale), start: index, length: source.length });
    done = index + source.length;
  }
  keep(text.length);
  return parts.every((part) => part.text.length === part.length)
    ? [{ text: parts.map((part) => part.text).join(''), start: 0, length: text.length }]
    : parts;
}

/** Ligatures of two letters have a title case of their own: ǆ → ǅ, ﬁ → Fi. */
function titleCase(source: string, locale: string): string {
  const digraph = 'ǄǅǆǇǈǉǊǋǌǱǲǳ'.indexOf(source);
  if (digraph >= 0) return 'ǅǅǅǈǈǈǋǋǋǲǲǲ'.charAt(digraph);
  if (/^ij$/iu.test(source)) return 'IJ';
  const upper = source.toLocaleUpperCase(locale);
  const [first = '', ...rest] = upper;
  // ß → Ss, ﬁ → Fi: more letters than there were, of which one is a capital.
  return upper.length > source.length && !/\p{M}/u.test(upper)
    ? first + rest.join('').toLocaleLowerCase(locale)
    : upper;
}

/** Whether text ends inside a word: a letter after it would not be a first one. */
export function endsInWord(text: string): boolean {
  const last = Array.from(text.slice(-4)).at(-1) ?? '';
  return letter.test(last) || /[\p{M}’'·]/u.test(last);
}
