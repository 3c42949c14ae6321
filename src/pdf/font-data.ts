/**
 * What the file says of a font, as plain data: a slice of codes (`font-slice.ts`) and the facts of its
 * face that `fonts.ts` writes down. Made when the pages are painted.
 */
import type { FontFace } from '../document/glyph-run.js';
import { roundAdvance, type FontSlice } from './font-slice.js';

/** Facts of a face; amounts in thousandths of an em. */
export type FontData = Pick<
  FontFace,
  | 'bytes'
  | 'postscriptName'
  | 'weight'
  | 'style'
  | 'boundingBox'
  | 'italicAngle'
  | 'ascent'
  | 'descent'
  | 'capHeight'
  | 'xHeight'
>;

/** One font of the PDF; arrays by code. */
export interface FontSliceData {
  /** Resource name. */
  readonly name: string;
  readonly font: FontData;
  readonly glyphs: readonly (number | undefined)[];
  readonly texts: readonly (string | undefined)[];
  /** Advance as `W` has it. */
  readonly widths: readonly (number | undefined)[];
}

/** The fonts of a document; slices of one face share their data. */
export function fontData(slices: readonly FontSlice[]): FontSliceData[] {
  const faces = new Map<FontFace, FontData>();
  return slices.map(({ name, face, glyphs, texts }) => {
    let font = faces.get(face);
    if (!font) faces.set(face, (font = factsOf(face)));
    const widths = glyphs.map((glyph) =>
      glyph === undefined ? undefined : roundAdvance(face.advance(glyph)),
    );
    return { name, font, glyphs, texts, widths };
  });
}

function factsOf(face: FontFace): FontData {
  const { postscriptName, weight, style, boundingBox } = face;
  const { italicAngle, ascent, descent, capHeight, xHeight } = face;
  const metrics = { italicAngle, ascent, descent, capHeight, xHeight };
  return { bytes: face.bytes, postscriptName, weight, style, boundingBox, ...metrics };
}
