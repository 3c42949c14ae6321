/**
 * Rules on the shapes of letters: embedded TrueType programs have outlines that can be drawn. veraPDF passes
 * a font whose tables were taken out of a web font as they were, and the page is blank.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { brokenOutlines } from '../read-outlines.js';
import type { PdfContents } from '../read-pdf.js';
import type { PdfFont } from '../read-font.js';
import { at } from './report.js';

/** One finding for each font in which text is shown. */
export function checkOutlines(contents: PdfContents): readonly Diagnostic[] {
  const { file } = contents;
  const fonts = new Map<PdfFont['descriptor'], string>();
  for (const { shows } of contents.pages) for (const { font } of shows) fonts.set(font.descriptor, font.name);
  return [...fonts].flatMap(([descriptor, font]) => {
    const stream = file.stream(descriptor?.raw('FontFile2') ?? null);
    const bytes = stream && file.decode(stream);
    const broken = bytes && brokenOutlines(bytes);
    return broken ? [diagnostic('CHECK-FONT-OUTLINES', { font, ...broken }, at(contents))] : [];
  });
}
