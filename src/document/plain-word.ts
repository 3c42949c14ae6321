/**
 * Words as they are compared: a key or a role that somebody types is the one we know whatever its capitals, its
 * blanks, its Unicode form, and whichever of the two placements of the tone it has. Vietnamese writes the mark of
 * oa, oe and uy on either letter, `họa` and `hoạ`, `khỏe` and `khoẻ`, `thúy` and `thuý`; both are right.
 */

/** Grave, acute, hook, tilde and dot below, as they stand in NFD. */
const tones = '\u0300\u0301\u0309\u0303\u0323';
const onFirst = new RegExp(
  `(o)([${tones}])([ae])(?![\\p{L}\\p{M}])|(u)([${tones}])(y)(?![\\p{L}\\p{M}])`,
  'giu',
);
const onSecond = new RegExp(`(o[ae]|(?<!q)uy)([${tones}])(?![\\p{L}\\p{M}])`, 'giu');

/** The form in which words are compared. */
export function plainWord(word: string): string {
  return tonesOnSecond(word.replace(/\s+/gu, ' ').trim().toLowerCase());
}

/** Both spellings of a word, its own first; one where they do not differ. */
export function spellings(word: string): readonly string[] {
  return [...new Set([word, tonesOnFirst(word), tonesOnSecond(word)])];
}

function tonesOnSecond(word: string): string {
  return word
    .normalize('NFD')
    .replace(onFirst, (_, o = '', first = '', a = '', u = '', second = '', y = '') =>
      [o, a, first, u, y, second].join(''),
    )
    .normalize('NFC');
}

function tonesOnFirst(word: string): string {
  return word
    .normalize('NFD')
    .replace(
      onSecond,
      (_, letters: string, tone: string) => `${letters.slice(0, 1)}${tone}${letters.slice(1)}`,
    )
    .normalize('NFC');
}
