/**
 * Where the first letter of a text ends (css-pseudo-4, 2.3.1): the first typographic letter unit, a
 * letter, number or symbol with its combining marks, with the punctuation before and after it.
 */

/** Punctuation (and blanks between) before the letter. */
const before = /^(?:\p{P}(?:\p{Zs}*(?=\p{P}))?)*/u;
/** Punctuation after it; opening brackets and dashes belong to what follows. */
const after = /^(?:(?!\p{Ps}|\p{Pd})\p{P})*/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The offset after the first letter of `text`, which must not begin with white space; undefined when
 * it has no letter.
 */
export function firstLetterEnd(text: string): number | undefined {
  const start = before.exec(text)?.[0].length ?? 0;
  // A letter stands after the punctuation without a blank between (quotes of French may have one).
  const blanks = /^[\u00a0\u202f]*/u.exec(text.slice(start))?.[0].length ?? 0;
  const from = start > 0 ? start + blanks : start;
  const letter = graphemes
    .segment(text.slice(from, from + 64))
    [Symbol.iterator]()
    .next().value?.segment;
  if (letter === undefined || !/^[\p{L}\p{N}\p{S}\p{M}]/u.test(letter)) return undefined;
  const end = from + letter.length;
  return end + (after.exec(text.slice(end))?.[0].length ?? 0);
}
