/**
 * Simple fonts (ISO 32000-1, 9.6): a font dictionary and its program in; out, for each code, the name by
 * the encoding, the glyph and the two widths.
 */
import { PdfDict, PdfName } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import { encodingOf, isBaseEncoding, type Encoding } from './encodings.js';
import type { FontProgram } from './font-program.js';
import { nameText } from './glyph-names.js';

/** The entry `Encoding` of a simple font as written. */
export interface EncodingEntry {
  /** Name of the encoding, or of the one that a dictionary builds on; undefined without. */
  readonly base: string | undefined;
  /** Names that differ, by code; undefined without such an array. */
  readonly differences: ReadonlyMap<number, string> | undefined;
}

export function readEncodingEntry(file: PdfFile, font: PdfDict): EncodingEntry {
  const value = file.resolve(font.raw('Encoding'));
  if (value instanceof PdfName) return { base: value.value, differences: undefined };
  if (!(value instanceof PdfDict)) return { base: undefined, differences: undefined };
  const list = file.array(value.raw('Differences'));
  const differences = new Map<number, string>();
  let code = 0;
  for (const item of list ?? []) {
    const found = file.resolve(item);
    if (typeof found === 'number') code = found;
    else if (found instanceof PdfName) differences.set(code++, found.value);
  }
  return { base: file.nameOf(value.raw('BaseEncoding')), differences: list && differences };
}

/** A simple font as the glyphs need it. */
export interface SimpleFont {
  readonly entry: EncodingEntry;
  /** `TrueType`, `Type1`, `MMType1`, `Type3`. */
  readonly subtype: string | undefined;
  readonly symbolic: boolean;
  readonly program: FontProgram | undefined;
}

/** The name that the encoding gives a code; undefined where it gives none. */
export function glyphName(font: SimpleFont, code: number): string | undefined {
  const { entry, program } = font;
  const different = entry.differences?.get(code);
  if (different !== undefined) return different;
  if (isBaseEncoding(entry.base)) return encodingOf(entry.base)[code];
  if (font.subtype === 'Type3') return undefined;
  if (font.subtype === 'TrueType') return font.symbolic ? undefined : encodingOf('StandardEncoding')[code];
  return program ? program.encodedName(code) : encodingOf('StandardEncoding')[code];
}

/** The glyph of a code; 0 where the program has none for it. */
export function simpleGlyph(font: SimpleFont, program: FontProgram, code: number): number {
  const name = glyphName(font, code);
  const cmapped = program.cmaps.length > 0 || program.kind === 'truetype';
  if (font.subtype === 'TrueType' && cmapped) {
    if (font.symbolic) return symbolicGlyph(program, code);
    return name === undefined ? 0 : namedGlyph(program, name);
  }
  if (name !== undefined) return program.named(name) ?? 0;
  return program.encoded(code) ?? 0;
}

/** Names lead to glyphs by way of Unicode, of Mac codes, or of the program's own names (9.6.6.4). */
function namedGlyph(program: FontProgram, name: string): number {
  const unicode = subtable(program, 3, 1);
  const text = nameText(name);
  const found = (text !== undefined && unicode?.glyph(text.codePointAt(0) ?? 0)) || 0;
  if (found !== 0) return found;
  const code = macCode(encodingOf('MacRomanEncoding'), name);
  return (code >= 0 && subtable(program, 1, 0)?.glyph(code)) || (program.named(name) ?? 0);
}

function macCode(encoding: Encoding, name: string): number {
  return encoding.indexOf(name);
}

/** Codes of a symbolic font stand in a page of their own, or are Mac codes; nothing else is laid down (9.6.6.4). */
function symbolicGlyph(program: FontProgram, code: number): number {
  const symbols = subtable(program, 3, 0);
  for (const page of symbols ? [0xf000, 0, 0xf100, 0xf200] : []) {
    const glyph = symbols?.glyph(page + code) ?? 0;
    if (glyph !== 0) return glyph;
  }
  return subtable(program, 1, 0)?.glyph(code) ?? 0;
}

function subtable(
  program: FontProgram,
  platform: number,
  encoding: number,
): FontProgram['cmaps'][number] | undefined {
  return program.cmaps.find((cmap) => cmap.platform === platform && cmap.encoding === encoding);
}

/** `Widths` of a simple font by code, `MissingWidth` for others. */
export function dictionaryWidths(
  file: PdfFile,
  font: PdfDict,
  descriptor: PdfDict | undefined,
): (code: number) => number {
  const widths = file.array(font.raw('Widths'));
  const first = file.number(font.raw('FirstChar'));
  const missing = file.number(descriptor?.raw('MissingWidth') ?? null) ?? 0;
  return (code) => file.number(widths?.[code - (first ?? 0)] ?? null) ?? missing;
}
