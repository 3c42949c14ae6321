/** The characters of XML 1.0. */

/** Place of the first character that is no Char (2.2): a control character, U+FFFE or U+FFFF; -1 if none. */
export function firstForbidden(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const c = text.charCodeAt(at);
    if (c >= 0xfffe || (c < 32 && c !== 9 && c !== 10 && c !== 13)) return at;
  }
  return -1;
}
