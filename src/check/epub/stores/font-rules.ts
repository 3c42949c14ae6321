/** Rules of stores on fonts: formats that their readers take, and a bold that is one. */
import { familiesIn, isForAll, readCss, valueOf, type CssRule } from './read-css.js';
import type { Finding, StoreRule } from './stores.js';
import type { StoreView } from './store-view.js';

export const fontRules: readonly StoreRule[] = [
  { stores: ['kobo'], check: checkFormat },
  { stores: ['kobo'], check: checkObfuscation },
  { stores: ['apple'], check: checkBold },
];

/** Kobo takes TrueType, OpenType and WOFF; its e-ink readers show another font in the place of a WOFF2. */
function checkFormat({ book }: StoreView): Finding | undefined {
  const fonts = book.manifest.filter(
    ({ mediaType, path }) => mediaType === 'font/woff2' || /\.woff2$/i.test(path),
  );
  const [font] = fonts;
  if (!font) return undefined;
  return {
    code: 'STORE-FONT-WOFF2',
    values: { path: font.path, count: fonts.length },
    span: { file: book.name },
  };
}

/** Fonts that are made unreadable outside the book (EPUB 3.3, 4.4): some readers do not read them inside either. */
function checkObfuscation({ book }: StoreView): Finding | undefined {
  const path = 'META-INF/encryption.xml';
  const bytes = book.entries.find(({ name }) => name === path)?.read();
  const text = bytes ? new TextDecoder('utf-8').decode(bytes) : '';
  if (!/http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)/.test(text))
    return undefined;
  return { code: 'STORE-FONT-OBFUSCATED', span: { file: `${book.name}/${path}` } };
}

/** The face of the text has a bold of its own: a reader would thicken the regular. */
function checkBold({ book, sheets }: StoreView): Finding | undefined {
  const rules = sheets.map(({ path, css }) => ({ path, rules: readCss(css) }));
  const faces = rules.flatMap((sheet) =>
    sheet.rules.filter(({ selector }) => /^@font-face$/i.test(selector)),
  );
  for (const { path, rules: ofSheet } of rules) {
    for (const rule of ofSheet) {
      if (!isForAll(rule)) continue;
      const value = valueOf(rule, 'font-family') ?? valueOf(rule, 'font')?.replace(/^.*?\d\S*\s+/, '');
      const first = familiesIn(value ?? '')[0];
      const own = faces.filter((face) => familiesIn(familyOf(face))[0] === first);
      const weights = own.map(weightsOf);
      if (weights.length === 0 || weights.some(([, most]) => most >= boldFrom)) continue;
      const family = familyOf(own[0]).replace(/["']/g, '');
      return { code: 'STORE-FONT-BOLD', values: { family }, span: { file: `${book.name}/${path}` } };
    }
  }
  return undefined;
}

const boldFrom = 600;

function familyOf(face: CssRule | undefined): string {
  return (face && valueOf(face, 'font-family')) ?? '';
}

/** The weights that a face has: one, or from one to another. */
function weightsOf(face: CssRule): readonly [least: number, most: number] {
  const words = (valueOf(face, 'font-weight') ?? 'normal').split(/\s+/);
  const numbers = words.map((word) => (word === 'bold' ? 700 : word === 'normal' ? 400 : Number(word)));
  return [Math.min(...numbers), Math.max(...numbers)];
}
