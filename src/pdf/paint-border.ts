/** The streams round the content of a page with printer's marks: marks before it, and a clip at its bleed. */
import type { PageFrame } from '../document/page.js';
import type { Canvas } from './canvas.js';
import { writeSegments } from './paint-path.js';
import type { PageBorder } from './painted.js';
import { paintMarks, type PageMedia } from './printer-marks.js';

/** `Q`: the graphics state saved before. */
const restoration = new TextEncoder().encode('Q\n');

/** Paints the border of a page; undefined where there are no marks. The canvas is empty before and after. */
export function paintBorder(canvas: Canvas, frame: PageFrame, media: PageMedia): PageBorder | undefined {
  if (!media.marks) return undefined;
  canvas.save();
  paintMarks(canvas, frame, media);
  canvas.restore();
  // Nothing of the page may reach into the marks.
  const { width, height, bleed } = frame;
  const inside = { x: -bleed, y: -bleed, width: width + 2 * bleed, height: height + 2 * bleed };
  const out = canvas.graphics().text('q\n');
  writeSegments(out, [{ type: 'rect', ...inside }], [media.trim[0], media.trim[3]]);
  out.text('W n\n');
  return { before: canvas.take(), after: restoration };
}
