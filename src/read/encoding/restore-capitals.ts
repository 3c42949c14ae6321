/**
 * TCVN3 has no capitals with tone marks: fonts of capitals drew them. In a line typed in capitals they
 * come out small (`CộNG HòA`). Words whose other letters are capitals get theirs back; a small one at
 * the beginning of a sentence may be either, so it stays and is only named.
 */

const word = /[\p{L}\p{M}]+/gu;
/** Small letters whose capitals TCVN3 lacks; Ă Â Ê Ô Ơ Ư Đ it has. */
const toned = 'àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ';
const tonedLetter = new RegExp(`[${toned}]`, 'u');
const tonedBeforeCapital = new RegExp(`[${toned}]\\p{Lu}`, 'u');
const small = /\p{Ll}/u;
const twoCapitals = /\p{Lu}{2}/u;
const sentenceStart = new RegExp(`(?:^|[.!?…]["”’)]* )[“"‘(]*([${toned}][\\p{L}\\p{M}]*)`, 'gu');

/** A line of TCVN3 with its capitals, and the words that a person should look at. */
export interface Restored {
  readonly text: string;
  /** As they are now. */
  readonly doubtful: readonly string[];
}

/** Gives the capitals back to the words of a line. */
export function restoreCapitals(line: string): Restored {
  if (!tonedLetter.test(line)) return { text: line, doubtful: [] };
  // A line in capitals has no small letter but those that cannot be anything else.
  const allCapitals = !small.test(withoutToned(line)) && twoCapitals.test(line);
  const doubtful: string[] = [];
  const text = line.replace(word, (found) => {
    if (!tonedLetter.test(found) || !(allCapitals || isOfCapitals(found))) return found;
    const restored = found.toLocaleUpperCase('vi');
    doubtful.push(restored);
    return restored;
  });
  for (const [, first = ''] of text.matchAll(sentenceStart)) doubtful.push(first);
  return { text, doubtful };
}

function withoutToned(text: string): string {
  return text.replace(new RegExp(tonedLetter.source, 'gu'), '');
}

/** No letter that could be small is, and two at least are capitals, or one behind a letter with a tone mark. */
function isOfCapitals(found: string): boolean {
  const rest = withoutToned(found);
  return !small.test(rest) && (rest.length >= 2 || tonedBeforeCapital.test(found));
}
