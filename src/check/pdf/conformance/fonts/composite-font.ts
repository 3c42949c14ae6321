/** Composite fonts (ISO 32000-1, 9.7): from code by the CMap to CID, from CID to the glyph of the program. */
import type { PdfDict } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import type { CMap } from '../../read-cmap.js';
import { cidWidths } from '../../read-font.js';
import { FontBytes } from './font-bytes.js';
import type { FontProgram } from './font-program.js';
import { unknownGlyph, type UsedGlyph } from './used-glyph.js';

/** The way from CIDs to glyphs that a CIDFont and its program have (9.7.4.2); undefined where there is none. */
function glyphsOfCids(
  file: PdfFile,
  font: PdfDict,
  program: FontProgram,
): (cid: number) => number | undefined {
  if (program.cids) {
    const glyphs = new Map(program.cids.map((cid, glyph) => [cid, glyph] as const).toReversed());
    return (cid) => glyphs.get(cid);
  }
  const within = (glyph: number): number | undefined => (glyph < program.glyphs ? glyph : undefined);
  const map = cidToGlyphMap(file, font);
  return map ? (cid) => within(map.u16(2 * cid)) : within;
}

/** The table of a `CIDToGIDMap` that is a stream. */
export function cidToGlyphMap(file: PdfFile, font: PdfDict): FontBytes | undefined {
  if (file.nameOf(font.raw('Subtype')) !== 'CIDFontType2') return undefined;
  const map = file.stream(font.raw('CIDToGIDMap'));
  return map && new FontBytes(file.decode(map) ?? new Uint8Array());
}

/** What a composite font is made of, as its glyphs need it. */
export interface CompositeFont {
  readonly file: PdfFile;
  /** The CIDFont. */
  readonly cidFont: PdfDict;
  readonly cmap: CMap;
  /** False where the CMap is one that only readers have. */
  readonly known: boolean;
  readonly program: FontProgram | undefined;
}

/** Works out codes. */
export function compositeGlyphs({
  file,
  cidFont,
  cmap,
  known,
  program,
}: CompositeFont): (code: number) => UsedGlyph {
  const widths = cidWidths(file, cidFont);
  const glyphs = program && glyphsOfCids(file, cidFont, program);
  return (code) => {
    // A byte that is no code means the glyph that stands in for others (9.7.6.3).
    const cid = code < 0 ? 0 : cmap.cid(code);
    if (cid === 0 && code > 0 && !known) return unknownGlyph;
    const width = 1000 * widths(cid);
    if (!program || !glyphs) return { present: undefined, notdef: cid === 0, programWidth: undefined, width };
    const glyph = glyphs(cid);
    return {
      present: code === 0 || (code > 0 && glyph !== undefined && glyph !== 0),
      notdef: (glyph ?? 0) === 0,
      programWidth: program.width(glyph ?? 0),
      width,
    };
  };
}
