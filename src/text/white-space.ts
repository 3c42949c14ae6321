/**
 * White space of CSS Text 3 §4. Comes in: text. Goes out: what its blanks are and where words end;
 * whether a line feed between two characters becomes a space.
 */

/** U+0020. */
export const space = 0x20;
/** U+0009. */
export const tab = 0x09;
/** U+000A, a segment break. */
export const lineFeed = 0x0a;
/** U+00A0. */
export const noBreakSpace = 0xa0;

/** The blanks of §4.1; other Unicode spaces are characters of words. */
export function isBlank(unit: number): boolean {
  return (
    unit <= space && (unit === space || unit === lineFeed || unit === tab || unit === 0x0d || unit === 0x0c)
  );
}

/** Other space separators (§3): of fixed width, never collapsed, and no part of a word. Spaces that hold together are. */
export function isSeparator(unit: number): boolean {
  if (unit < 0x2000) return unit === 0x1680;
  return (unit <= 0x200a && unit !== 0x2007) || unit === 0x205f || unit === 0x3000;
}

/** The blanks and separators that end words, by their units: 1 for each, 0 for all others. */
const wordEnds = new Uint8Array(0x10000);
for (const unit of [0x09, 0x0a, 0x0c, 0x0d, space, noBreakSpace, 0x1680, 0x205f, 0x3000]) wordEnds[unit] = 1;
for (let unit = 0x2000; unit <= 0x200a; unit++) if (isSeparator(unit)) wordEnds[unit] = 1;

/** Whether a character is none of a word; asked for every character of a book, so that one look has to tell. */
export function endsWord(unit: number): boolean {
  return wordEnds[unit] === 1;
}

/** Past the word that begins at `from`. */
export function endOfWord(text: string, from: number): number {
  let i = from;
  while (i < text.length && !endsWord(text.charCodeAt(i))) i++;
  return i;
}

/** Past the blanks that begin at `from`; with `untilLineFeed` short of a line feed. */
export function endOfBlanks(text: string, from: number, untilLineFeed: boolean): number {
  let i = from;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (!isBlank(unit) || (untilLineFeed && unit === lineFeed)) break;
    i++;
  }
  return i;
}

/** Whether there is a segment break in a run of blanks. */
export function hasLineFeed(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === lineFeed) return true;
  return false;
}

/** Letters as wide as an em of scripts that are written without spaces (UAX 11: W, F, H; Hangul left out). */
const wide =
  /[\u2e80-\u303e\u3041-\u3130\u3190-\u31ff\u3220-\u325f\u3280-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffee\u{20000}-\u{3fffd}]/u;

/** Punctuation and symbols as wide as their surroundings (UAX 11: A). */
const ambiguous =
  /[\u00a1\u00a7\u00b0\u00b1\u00b4\u00b6-\u00b8\u00bf\u00d7\u00f7\u2010\u2013-\u2016\u2018\u2019\u201c\u201d\u2020-\u2022\u2024-\u2027\u2030\u2032\u2033\u2035\u203b]/u;
const punctuation = /[\p{P}\p{S}\u3000]/u;
const ignorable = /\p{Default_Ignorable_Code_Point}/u;
/** Writing systems without spaces: Chinese, Japanese and Yi, by language or by script. */
const spaceless =
  /^(?:(?:zh|ja|ii|yue)(?!-[A-Za-z]{4}\b)|[a-z]{2,3}-(?:Han[ist]|Jpan|Hira|Kana|Hrkt|Yiii|Bopo)\b)/iu;

/** Whether a segment break between these texts is removed instead of becoming a space (§4.1.2). */
export function joinsLines(before: string, after: string, language: string): boolean {
  if (before.endsWith('\u200b') || after.startsWith('\u200b')) return true;
  const left = Array.from(before).findLast((one) => !ignorable.test(one)) ?? '';
  const right = Array.from(after).find((one) => !ignorable.test(one)) ?? '';
  const sides: readonly (readonly [string, string])[] = [
    [left, right],
    [right, left],
  ];
  if (wide.test(left) && wide.test(right)) return true;
  // Beside punctuation the writing system decides.
  return (
    spaceless.test(language) &&
    sides.some(
      ([one, other]) =>
        punctuation.test(one) && (wide.test(one) || (ambiguous.test(one) && wide.test(other))),
    )
  );
}
