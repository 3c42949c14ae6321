/** Rules on embedded programs: that they are there, hold all glyphs, and are as wide as the dictionary says. */
import type { Rule } from '../rule.js';
import { brokenCodes, isRendered, usedFonts } from './shown-codes.js';
import type { UsedGlyph } from './used-glyph.js';

const embedding = {
  A1: '6.3.4',
  A2: '6.2.11.4.1',
  A3: '6.2.11.4.1',
  A4: '6.2.10.4.1',
  UA1: '7.21.4.1',
  UA2: '8.4.5.5.1',
} as const;

export const programRules: readonly Rule[] = [
  {
    code: 'PDFA-FONT-EMBED',
    clauses: embedding,
    *find(contents) {
      for (const { font, rendered, page } of usedFonts(contents)) {
        if (rendered && font.subtype !== 'Type3' && !font.embedded) yield { font: font.name, page };
      }
    },
  },
  {
    code: 'PDFA-FONT-PROGRAM',
    clauses: embedding,
    *find(contents) {
      for (const { font, rendered } of usedFonts(contents)) {
        if (rendered && font.embedded && !font.embedded.program) yield { font: font.name };
      }
    },
  },
  {
    code: 'PDFA-GLYPH-MISSING',
    clauses: { ...embedding, A1: '6.3.5' },
    find: (contents) =>
      brokenCodes(
        contents,
        () =>
          (use, { present }) =>
            isRendered(use) && present === false,
      ),
  },
  {
    code: 'PDFA-GLYPH-WIDTH',
    clauses: { A1: '6.3.6', A2: '6.2.11.5', A3: '6.2.11.5', A4: '6.2.10.5', UA1: '7.21.5', UA2: '8.4.5.6' },
    find: (contents) =>
      brokenCodes(
        contents,
        () => (use, glyph) => isRendered(use) && differs(glyph),
        ({ width = 0, programWidth = 0 }) => ({
          width: rounded(width),
          programWidth: rounded(programWidth),
        }),
      ),
  },
  {
    code: 'PDFA-NOTDEF',
    clauses: { A2: '6.2.11.8', A3: '6.2.11.8', A4: '6.2.10.9', UA1: '7.21.8', UA2: '8.4.5.9' },
    find: (contents) =>
      brokenCodes(
        contents,
        () =>
          (_, { notdef }) =>
            notdef,
      ),
  },
];

/** Widths may differ by a thousandth of an em; a little more stands for rounding in what is computed here. */
function differs({ width, programWidth }: UsedGlyph): boolean {
  return width !== undefined && programWidth !== undefined && Math.abs(width - programWidth) > 1 + 1e-6;
}

const rounded = (width: number): number => Math.round(width * 100) / 100;
