/**
 * Text of a font of the time before Unicode → Unicode. In a word processor's file such a text is letters
 * of Western Europe, which only its font draws as Vietnamese: `Céng hßa` in .VnTime is `Cộng hòa`. The
 * font's name says which encoding it is.
 */
import { bytesBehind } from './byte-tables.js';
import { decodeLegacy } from './decode-legacy.js';

/** The encodings of such fonts. */
export type FontEncoding = 'tcvn3' | 'vni';

/** The encoding of a font by its name; undefined for any other font. */
export function fontEncoding(fontName: string): FontEncoding | undefined {
  const name = fontName.trim();
  if (/^\.Vn/i.test(name)) return 'tcvn3';
  return /^VNI[- _]/i.test(name) ? 'vni' : undefined;
}

/**
 * The Unicode text of a run that is set in a font of this name; undefined where nothing is to be done:
 * the font is no old one, or the text is in Unicode already, whatever its font. Runs of one font that
 * follow each other have to be joined first: in VNI a mark is a character of its own.
 */
export function decodeLegacyRun(text: string, fontName: string): string | undefined {
  const encoding = fontEncoding(fontName);
  if (encoding === undefined) return undefined;
  // Fonts of symbols have their characters from U+F020 on.
  const typed = text.replace(/[\uf020-\uf0ff]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 0xf000),
  );
  const bytes = bytesBehind(typed, 'windows-1252') ?? bytesBehind(typed, 'windows-1258');
  if (bytes === undefined) return undefined;
  const decoded = decodeLegacy(bytes, encoding);
  // TCVN3 has no capitals with tone marks: fonts whose names end in H draw all letters as capitals.
  const capitals = encoding === 'tcvn3' && fontName.trim().endsWith('H');
  const unicode = capitals ? decoded.toLocaleUpperCase('vi') : decoded;
  return unicode === text ? undefined : unicode;
}
