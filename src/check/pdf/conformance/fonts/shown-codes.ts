/** How rules on glyphs look through what is shown: font by font, and of each font the first code that breaks a rule. */
import type { Diagnostic } from '../../../../diagnostic.js';
import type { PdfContents } from '../../read-pdf.js';
import { contentFacts } from '../content-facts.js';
import { invalidCode, shown, type CodeUse, type FontUse } from './font-use.js';
import type { UsedGlyph } from './used-glyph.js';

/** All fonts that strings are shown in. */
export function usedFonts(contents: PdfContents): Iterable<FontUse> {
  return contentFacts(contents).fonts.uses.values();
}

/** True where a rule is broken by a code. */
export type CodeTest = (use: CodeUse, glyph: UsedGlyph) => boolean;

/** A finding for each font with such codes: font, first code, its page, count, and what `more` says of it. */
export function* brokenCodes(
  contents: PdfContents,
  testOf: (use: FontUse) => CodeTest,
  more: (glyph: UsedGlyph) => Diagnostic['values'] = () => ({}),
): Generator<Diagnostic['values']> {
  for (const use of usedFonts(contents)) {
    const { font, codes } = use;
    const test = testOf(use);
    const found = [...codes.values()].filter((one) => test(one, font.glyph(one.code)));
    const [first] = found;
    if (!first) continue;
    const code = first.code < 0 ? invalidCode(first.code) : first.code;
    yield { font: font.name, code, page: first.page, count: found.length, ...more(font.glyph(first.code)) };
  }
}

/** True where a code is shown in a mode that paints or clips. */
export const isRendered = ({ how }: CodeUse): boolean => (how & shown.rendered) !== 0;
