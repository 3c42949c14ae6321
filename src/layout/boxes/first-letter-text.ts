/**
 * Where the first letter of a text ends (css-pseudo-4, 2.3.1): the first typographic letter unit, a
 * letter, number or symbol with its combining marks, with the punctuation before and after it.
 */

/** Punctuation before the letter, with the spaces after each (but U+3000): French quotes have one. */
const before = /^(?:\p{P}(?:(?!\u3000)\p{Zs})*)*/u;
/** Punctuation after it; opening brackets and dashes belong to what follows. */
const after = /^(?:(?!\p{Ps}|\p{Pd})\p{P})*/u;
/** Made when a first letter is asked for: it takes 10 ms. */
let graphemes: Intl.Segmenter | undefined;
/** Code units looked at for one letter: more than any cluster of a living script has. */
const longestLetter = 32;

/**
 * The offset after the first letter of `text`, which must not begin with white space; undefined when
 * it has no letter.
 */
export function firstLetterEnd(text: string): number | undefined {
  const from = before.exec(text)?.[0].length ?? 0;
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const near = graphemes.segment(text.slice(from, from + longestLetter));
  const [letter] = Array.from(near, ({ segment }) => segment);
  if (letter === undefined || !/^[\p{L}\p{N}\p{S}\p{M}]/u.test(letter)) return undefined;
  const end = from + letter.length;
  return end + (after.exec(text.slice(end))?.[0].length ?? 0);
}
