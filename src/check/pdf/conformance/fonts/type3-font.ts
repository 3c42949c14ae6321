/** Type 3 fonts (ISO 32000-1, 9.6.5): glyphs are procedures, whose first operator states the width. */
import { Keyword, type PdfDict } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import { ObjectParser } from '../../parse-objects.js';
import { dictionaryWidths, readEncodingEntry } from './simple-font.js';
import type { UsedGlyph } from './used-glyph.js';

/** Works out codes. */
export function type3Glyphs(file: PdfFile, font: PdfDict): (code: number) => UsedGlyph {
  const names = readEncodingEntry(file, font).differences;
  const procedures = file.dict(font.raw('CharProcs'));
  const widths = dictionaryWidths(file, font, undefined);
  return (code) => {
    const name = names?.get(code);
    const procedure = file.stream(procedures?.raw(name ?? '') ?? null);
    const bytes = procedure && file.decode(procedure);
    return {
      present: procedure !== undefined,
      notdef: name === '.notdef',
      // A glyph that is not there moves nothing.
      programWidth: procedure ? bytes && statedWidth(bytes) : 0,
      width: widths(code),
    };
  };
}

/** The first operand of `d0` or `d1`. */
function statedWidth(bytes: Uint8Array): number | undefined {
  const parser = new ObjectParser(bytes, 0, false);
  const operands: unknown[] = [];
  for (let item = parser.read(); item !== undefined; item = parser.read()) {
    if (item instanceof Keyword) {
      const [width] = operands;
      return /^d[01]$/.test(item.value) && typeof width === 'number' ? width : undefined;
    }
    operands.push(item);
  }
  return undefined;
}
