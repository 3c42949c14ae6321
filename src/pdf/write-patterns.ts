/**
 * Writes tiling patterns (ISO 32000-1, 8.7.3): a cell with one picture. In: what is repeated, and where
 * each picture lies in the file; out: references by resource name.
 */
import { ContentBuffer } from './content-buffer.js';
import { stored } from './deflate.js';
import type { PdfFile } from './pdf-file.js';
import { coefficients, reference } from './syntax.js';
import type { PaintedPattern } from './painted.js';

export function writePatterns(
  file: PdfFile,
  patterns: ReadonlyMap<string, PaintedPattern>,
  objectOf: (image: string) => { toString(): string } | undefined,
): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  const out = new ContentBuffer();
  for (const [name, { image, width, height, step, matrix }] of patterns) {
    const object = objectOf(image);
    if (!object) continue;
    const entries = [
      // A coloured pattern, its tiles spaced alike (table 75).
      '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1',
      `/BBox [0 0 ${coefficients([width, height])}]`,
      `/XStep ${coefficients([step[0]])} /YStep ${coefficients([step[1]])}`,
      `/Matrix [${coefficients(matrix)}]`,
      `/Resources <</XObject <</${image} ${object.toString()}>>>>`,
    ];
    out.coefficient(width).text('0 0 ').coefficient(height).text(`0 0 cm /${image} Do\n`);
    written.set(name, reference(file.addContent(stored(out.take()), `${entries.join(' ')} `)));
  }
  return written;
}
