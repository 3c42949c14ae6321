/** Rules on the entries of font dictionaries (ISO 32000-1, 9.6 and 9.7). */
import type { PdfDict } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import type { Rule } from '../rule.js';
import type { Part } from '../standards.js';
import type { FontModel } from './font-model.js';
import { usedFonts } from './shown-codes.js';

const subtypes = ['Type1', 'MMType1', 'TrueType', 'Type3', 'Type0', 'CIDFontType0', 'CIDFontType2'];

/** Fonts that readers have, and that need no widths where they are not embedded (9.6.2.2). */
const standardFonts =
  /^(?:Helvetica(?:-(?:Bold)?(?:Oblique)?)?|Courier(?:-(?:Bold)?(?:Oblique)?)?|Times-(?:Roman|Bold|Italic|BoldItalic)|Symbol|ZapfDingbats)$/;

/** What `FontFile3` may hold. Part 1 knows no OpenType. */
const programTypes = (part: Part): readonly string[] =>
  part === 'A1' ? ['Type1C', 'CIDFontType0C'] : ['Type1C', 'CIDFontType0C', 'OpenType'];

export const dictionaryRules: readonly Rule[] = [
  {
    code: 'PDFA-FONT-ENTRY',
    clauses: { A1: '6.3.2', A2: '6.2.11.2', A3: '6.2.11.2', A4: '6.2.10.2' },
    *find(contents, { part }) {
      for (const { font } of usedFonts(contents)) {
        for (const key of wrongEntries(contents.file, font, part)) yield { font: font.name, key };
      }
    },
  },
];

function* wrongEntries(file: PdfFile, font: FontModel, part: Part): Generator<string> {
  for (const dict of [font.dict, ...(font.cidFont ? [font.cidFont] : [])]) {
    const subtype = file.nameOf(dict.raw('Subtype'));
    if (file.nameOf(dict.raw('Type')) !== 'Font') yield 'Type';
    if (!subtypes.includes(subtype ?? '')) yield 'Subtype';
    if (subtype !== 'Type3' && file.nameOf(dict.raw('BaseFont')) === undefined) yield 'BaseFont';
  }
  if (font.subtype !== 'Type0' && !isStandard(font)) yield* wrongWidths(file, font.dict);
  const { embedded } = font;
  const type = embedded?.key === 'FontFile3' ? file.nameOf(embedded.stream.dict.raw('Subtype')) : undefined;
  if (type !== undefined && !programTypes(part).includes(type)) yield 'FontFile3 Subtype';
}

function isStandard({ subtype, name, embedded }: FontModel): boolean {
  return subtype === 'Type1' && !embedded && standardFonts.test(name);
}

function* wrongWidths(file: PdfFile, dict: PdfDict): Generator<string> {
  const first = file.number(dict.raw('FirstChar'));
  const last = file.number(dict.raw('LastChar'));
  const count = file.array(dict.raw('Widths'))?.length;
  if (first === undefined) yield 'FirstChar';
  if (last === undefined) yield 'LastChar';
  if (count === undefined || (first !== undefined && last !== undefined && count !== last - first + 1)) {
    yield 'Widths';
  }
}
