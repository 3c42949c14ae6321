/**
 * Text into XML 1.0, for every stage that writes it (EPUB, SVG, XMP): escaping, and the characters
 * that XML cannot hold at all (XML 1.0, production [2] Char), which no escape can save.
 */

// Control characters but tab, line feed and carriage return; lone surrogates; the two non-characters.
const unwritable =
  // eslint-disable-next-line no-control-regex -- these are the characters to be found
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Leaves out what XML 1.0 cannot hold, and the C1 controls and DEL, which it only discourages. */
export function stripUnwritable(text: string): string {
  return text.replace(unwritable, '');
}

/** What may have to be changed in text: most of it has nothing of the kind, and one look is enough. */
// oxlint-disable-next-line no-control-regex -- these are the characters to be found
const special = /[&<>\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

/** Text content: `&`, `<`, `>` escaped, unwritable characters left out. */
export function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return stripUnwritable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** An attribute value for double quotes. White space is kept from attribute-value normalisation (XML 1.0, 3.3.3). */
export function escapeAttribute(text: string): string {
  const escaped = escapeText(text);
  if (!/["\t\n\r]/.test(escaped)) return escaped;
  return escaped
    .replace(/"/g, '&quot;')
    .replace(/\t/g, '&#9;')
    .replace(/\n/g, '&#10;')
    .replace(/\r/g, '&#13;');
}
