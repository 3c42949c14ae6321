/** Rules on the encodings of simple TrueType fonts (ISO 32000-1, 9.6.6.4). */
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import type { Part } from '../standards.js';
import type { FontModel } from './font-model.js';
import { usedFonts } from './shown-codes.js';
import { listedText } from './glyph-names.js';

const clauses = {
  A1: '6.3.7',
  A2: '6.2.11.6',
  A3: '6.2.11.6',
  A4: '6.2.10.6',
  UA1: '7.21.6',
  UA2: '8.4.5.7',
} as const;

export const trueTypeRules: readonly Rule[] = [
  {
    code: 'PDFA-TRUETYPE-ENCODING',
    clauses,
    *find(contents, { part }) {
      for (const font of trueTypes(contents)) {
        if (!font.symbolic && !isPlain(font, part)) yield { font: font.name };
      }
    },
  },
  {
    code: 'PDFA-TRUETYPE-SYMBOLIC',
    clauses,
    *find(contents) {
      for (const font of trueTypes(contents)) {
        if (font.symbolic && font.encoding.base !== undefined) yield { font: font.name };
      }
    },
  },
  {
    code: 'PDFA-TRUETYPE-CMAP',
    clauses,
    *find(contents, { part }) {
      for (const font of trueTypes(contents)) {
        const program = font.embedded?.key === 'FontFile2' ? font.embedded.program : undefined;
        const cmaps = program?.cmaps.map(({ platform, encoding }) => `${platform},${encoding}`);
        if (cmaps && !isMapped(cmaps, font.symbolic, part)) yield { font: font.name, cmaps: cmaps.join(' ') };
      }
    },
  },
];

function* trueTypes(contents: PdfContents): Generator<FontModel> {
  for (const { font } of usedFonts(contents)) if (font.subtype === 'TrueType') yield font;
}

/**
 * Windows or Mac encoding; changed in part 1 never, in the others by names of the Adobe Glyph List, with a
 * program that Unicode leads into.
 */
function isPlain({ encoding, embedded }: FontModel, part: Part): boolean {
  if (encoding.base !== 'WinAnsiEncoding' && encoding.base !== 'MacRomanEncoding') return false;
  if (!encoding.differences) return true;
  if (part === 'A1') return false;
  if (
    ![...encoding.differences.values()].every((name) => name === '.notdef' || listedText(name) !== undefined)
  )
    return false;
  const program = embedded?.program;
  return !program || program.cmaps.some((cmap) => cmap.platform === 3 && cmap.encoding === 1);
}

/** Whether `cmap` has what leads codes to glyphs without doubt. */
function isMapped(cmaps: readonly string[], symbolic: boolean, part: Part): boolean {
  const symbols = cmaps.includes('3,0');
  if (part === 'A1') return !symbolic || cmaps.length === 1;
  if (part === 'A4' || part === 'UA2') {
    return cmaps.includes('1,0') || (symbolic ? symbols : cmaps.includes('3,1'));
  }
  if (symbolic) return symbols || cmaps.length === 1;
  return cmaps.length > (symbols ? 1 : 0);
}
