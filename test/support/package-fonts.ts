/** The `@font-face` rules of `fonts/fonts.css`, for tests, with paths of the package. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FontFaceRule } from '../../src/document/style.js';
import { OpenFace, openFont } from '../../src/text/open-font.js';

export const fontFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'fonts');
const sheet = readFileSync(join(fontFolder, 'fonts.css'), 'utf8');
const rule =
  /@font-face \{\s*font-family: '([^']+)';\s*font-weight: (\d+);\s*font-style: (normal|italic);\s*src: url\('([^']+)'\);\s*\}/gu;

/** Number of rules in the sheet, counted apart from `packageRules`. */
export const declaredRules = [...sheet.matchAll(/@font-face/gu)].length;

/** `src` counts from the fonts folder. */
export const packageRules: readonly FontFaceRule[] = [...sheet.matchAll(rule)].map(
  ([, family = '', weight = '', style, src = '']) => ({
    family,
    weight: Number(weight),
    style: style === 'italic' ? 'italic' : 'normal',
    src,
  }),
);

/** The cuts that text is set in; the last resort for emoji has no letters. */
export const textRules: readonly FontFaceRule[] = packageRules.filter(
  ({ family }) => family !== 'Noto Emoji',
);

export function openPackageFont(one: FontFaceRule): OpenFace {
  const font = openFont(readFileSync(join(fontFolder, one.src)), one, 0);
  if (!(font instanceof OpenFace)) throw new Error(`${one.src}: ${font}`);
  return font;
}

/** The 67 Vietnamese letters with a mark, lower case: with their capitals 134. */
export const vietnameseLower: readonly string[] = Array.from(
  'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ',
);
