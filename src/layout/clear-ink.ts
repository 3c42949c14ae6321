/**
 * Headline leading that never clashes: where the ink of two lines would come closer than 0.03 em, the
 * whole paragraph's leading is raised in steps of 0.02 em until it is clear (capitals with two marks,
 * Ế Ỗ Ẵ, under g or ợ). Text sizes are left alone: their leading is loose enough for any pair.
 */
import type { Line } from '../document/glyph-run.js';

/** From this size on, pt, leading is tight enough to be tested. */
const displaySize = 13;
/** Least distance of ink, and the step of the cure, in em. */
const clearance = 0.03;
const step = 0.02;

/** The lines, the second and later ones set lower where ink would touch. */
export function clearInk(lines: readonly Line[], fontSize: number): readonly Line[] {
  if (fontSize < displaySize) return lines;
  let missing = 0;
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    if (!above) return;
    const distance = above.descent + line.ascent;
    missing = Math.max(missing, above.inkDescent + line.inkAscent + clearance * fontSize - distance);
  });
  if (missing <= 0) return lines;
  const raise = Math.ceil(missing / (step * fontSize) - 1e-9) * step * fontSize;
  return lines.map((line, i) => (i === 0 ? line : { ...line, ascent: line.ascent + raise }));
}
