/** What counts as a word when texts are compared: text in, words out, in order. */

/** Characters that break or shape words without being seen: soft hyphen, zero-width space, word joiner. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * The words of a text: composed (NFC), apart by white space of any kind. A no-break space counts as a
 * space; punctuation stays with its word.
 */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').replace(invisible, '').split(/\s+/u).filter(Boolean);
}

/** Stands behind half a word that a line ended with a hyphen of its own; a noncharacter, in no text. */
export const partedMark = '\ufdd1';
