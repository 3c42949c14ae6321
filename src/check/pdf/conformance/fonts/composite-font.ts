/**
 * Composite fonts (ISO 32000-1, 9.7): from code by the CMap to CID, from CID to glyph of the program.
 */
import { PdfStream, textString, PdfDict, PdfName, PdfString, Keyword, type PdfObject } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import { FontBytes } from './font-bytes.js';
import type { FontProgram } from './font-program.js';
import { isIdentity, predefinedCollection, type Collection } from './predefined-cmaps.js';

/** CID → glyph; undefined where there is none. */
export type GlyphOfCid = (cid: number) => number | undefined;

/** The way from CIDs to glyphs that a CIDFont and its program have (9.7.4.2). */
export function glyphsOfCids(file: PdfFile, font: PdfDict, program: FontProgram): GlyphOfCid {
  if (program.cids) {
    const glyphs = new Map(program.cids.map((cid, glyph) => [cid, glyph] as const).toReversed());
    return (cid) => glyphs.get(cid);
  }
  const within = (glyph: number): number | undefined => (glyph < program.glyphs ? glyph : undefined);
  const map = file.nameOf(font.raw('Subtype')) === 'CIDFontType2' && file.stream(font.raw('CIDToGIDMap'));
  if (!map) return within;
  const table = new FontBytes(file.decode(map) ?? new Uint8Array());
  return (cid) => within(table.u16(2 * cid));
}
