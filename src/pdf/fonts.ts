/**
 * Writes the fonts of a document: for each slice of codes (`font-slice.ts`) a Type 0 font over a
 * CIDFontType2 with an embedded subset, own widths and ToUnicode (ISO 32000-1, 9.7). Code, CID and
 * glyph number are the same, so the encoding is a one-byte identity CMap and CIDToGIDMap is Identity.
 * A CIDSet only where the standard asks for it: an incomplete one is a fault (ISO 19005-2, 6.2.11.4.2).
 */
import { createHash } from 'node:crypto';
import type { FontData, FontSliceData } from './font-data.js';
import { roundAdvance } from './font-slice.js';
import type { PdfFile } from './pdf-file.js';
import type { PdfReference, PdfValue } from './pdfkit-internals.js';
import { subsetTrueType } from './subset-truetype.js';
import { hex, utf16 } from './syntax.js';

/** Writes one font per slice; the references by resource name. */
export function writeFonts(
  file: PdfFile,
  slices: readonly FontSliceData[],
  cidSets: boolean,
): ReadonlyMap<string, PdfReference> {
  const fonts = new Map<string, PdfReference>();
  if (slices.length === 0) return fonts;
  const encoding = file.addStream(
    { Type: 'CMap', CMapName: cmapName, CIDSystemInfo: systemInfo(), WMode: 0 },
    ascii(oneByteIdentity()),
  );
  for (const slice of slices) fonts.set(slice.name, writeFont(file, slice, { encoding, cidSets }));
  return fonts;
}

const cmapName = 'Anpham-OneByte';

function writeFont(
  file: PdfFile,
  slice: FontSliceData,
  { encoding, cidSets }: { readonly encoding: PdfReference; readonly cidSets: boolean },
): PdfReference {
  const face = slice.font;
  const last = slice.glyphs.findLastIndex((glyph) => glyph !== undefined);
  const program = subsetTrueType(face.bytes, slice.glyphs.slice(0, last + 1));
  const toUnicode = ascii(unicodeMap(slice));
  const baseFont = `${subsetTag(program, toUnicode)}+${postscriptName(face)}`;
  const descriptor = file.add({
    Type: 'FontDescriptor',
    FontName: baseFont,
    Flags: flags(face),
    FontBBox: face.boundingBox.map(Math.round),
    ItalicAngle: roundAdvance(face.italicAngle),
    Ascent: Math.round(face.ascent),
    Descent: Math.round(face.descent),
    CapHeight: Math.round(face.capHeight),
    XHeight: Math.round(face.xHeight),
    StemV: stemWidth(face.weight),
    FontFile2: file.addStream({ Length1: program.length }, program),
    ...(cidSets ? { CIDSet: file.addStream({}, cidSet(program)) } : {}),
  });
  const descendant = file.add({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: baseFont,
    CIDSystemInfo: systemInfo(),
    FontDescriptor: descriptor,
    DW: 0,
    W: widths(slice),
    CIDToGIDMap: 'Identity',
  });
  return file.add({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: encoding,
    DescendantFonts: [descendant],
    ToUnicode: file.addStream({}, toUnicode),
  });
}

function systemInfo(): { [key: string]: PdfValue } {
  // oxlint-disable-next-line unicorn/new-for-builtins -- `String` objects are text to pdfkit
  return { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 };
}

/** A bit for each CID (9.8.3.2): all glyphs of the subset, parts of composite ones too, for CID and glyph are one. */
function cidSet(program: Uint8Array): Uint8Array {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i);
  // The table `maxp` has the number of glyphs at its sixth byte.
  const maxp = tables.find((at) => view.getUint32(at) === 0x6d617870);
  const glyphs = maxp === undefined ? 0 : view.getUint16(view.getUint32(maxp + 8) + 4);
  const bits = new Uint8Array(Math.ceil(glyphs / 8)).fill(0xff);
  if (glyphs % 8 > 0) bits[bits.length - 1] = 0xff << (8 - (glyphs % 8));
  return bits;
}

/** Six letters (9.6.4) from the content, so that the same subset has the same name. */
function subsetTag(program: Uint8Array, toUnicode: Uint8Array): string {
  const digest = createHash('sha256').update(program).update(toUnicode).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

/** PostScript names are at most 63 printable characters (OpenType name id 6); PDF names 127 bytes. */
function postscriptName(face: FontData): string {
  return face.postscriptName.replace(/[^\x21-\x7e]|[[\](){}<>/%#]/g, '').slice(0, 63) || 'Unnamed';
}

/** Symbolic, because codes follow no standard encoding; italic. Bits of table 123. */
function flags(face: FontData): number {
  return 4 | (face.style === 'italic' ? 64 : 0);
}

/** Width of the stems from the weight, which the font file does not tell: regular 87, bold 166. */
function stemWidth(weight: number): number {
  return Math.round(50 + (weight / 65) ** 2);
}

/** Runs of used codes: `first [width …]` (9.7.4.3). */
function widths(slice: FontSliceData): PdfValue[] {
  const result: PdfValue[] = [];
  let run: number[] | undefined;
  slice.glyphs.forEach((glyph, code) => {
    if (glyph === undefined) {
      run = undefined;
      return;
    }
    if (!run) result.push(code, (run = []));
    run.push(slice.widths[code] ?? 0);
  });
  return result;
}

function oneByteIdentity(): string {
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo 3 dict dup begin',
    '/Registry (Adobe) def /Ordering (Identity) def /Supplement 0 def',
    'end def',
    `/CMapName /${cmapName} def`,
    '/CMapType 1 def',
    '/WMode 0 def',
    '1 begincodespacerange',
    '<00> <FF>',
    'endcodespacerange',
    '1 begincidrange',
    '<00> <FF> 0',
    'endcidrange',
    ...cmapEnd,
  ].join('\n');
}

const cmapEnd = ['endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end'];

/** ToUnicode (9.10.3): at most a hundred entries in a block. */
function unicodeMap(slice: FontSliceData): string {
  const entries = slice.texts.flatMap((text, code) =>
    text === undefined ? [] : [`<${hex(code, 2)}> <${utf16(text)}>`],
  );
  const blocks: string[] = [];
  for (let i = 0; i < entries.length; i += 100) {
    const block = entries.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<00> <FF>',
    'endcodespacerange',
    ...blocks,
    ...cmapEnd,
  ].join('\n');
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
