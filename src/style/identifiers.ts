/** Identifiers as CSS writes them (CSS Syntax 3 §4.3.7): css-tree leaves their escapes in place. */

/** The text that an identifier with escapes stands for. */
export function decodeIdentifier(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([0-9a-f]{1,6})[ \t\n\r\f]?|([^]))/giu, (_, digits?: string, other?: string) => {
    if (digits === undefined) return other ?? '';
    const code = Number.parseInt(digits, 16);
    const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return valid ? String.fromCodePoint(code) : '\ufffd';
  });
}
