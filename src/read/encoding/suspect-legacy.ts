/**
 * A quick look at a Unicode text: may there be lines in it that are Vietnamese in an encoding of before
 * Unicode, read by someone as Western European? Every text is looked at, so it is one search for a few
 * characters; what it finds is judged by `convert-lines.ts`.
 */

/** Letters and signs that such lines have and Unicode Vietnamese has not: `hßa`, `ñöôøng`, `Ä‘Æ°á»£c`. */
const suspicious =
  /[\u00a1-\u00a6\u00a8-\u00aa\u00ac-\u00af\u00b4-\u00b6\u00b8\u00b9\u00bc-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]/;

/** Letters that Vietnamese has, but never behind these vowels: `vuoâng`. Looking back takes five times as long. */
const misplaced = /(?<=[AEOaeo])[\u00c2\u00d9\u00d5\u00e2\u00f9\u00f5]/;

/** Whether a text has anything that lines in an old encoding have. */
export function suspectsLegacy(text: string): boolean {
  return suspicious.test(text);
}

/** The same of one line of a text that is suspected, looked at more closely. */
export function suspectsLine(line: string): boolean {
  return suspicious.test(line) || misplaced.test(line);
}
