/**
 * Headline leading that never clashes, where the sheet asks for it (`-anpham-ink-clearance`): lines whose
 * ink would come closer than so many em are set apart, the whole paragraph's leading raised in steps of
 * 0.02 em until it is clear (capitals with two marks, Ế Ỗ Ẵ, under g or ợ). Text sizes are left alone:
 * their leading is loose enough for any pair. Without the property a line is as high as CSS says.
 */
import type { Line } from '../document/glyph-run.js';
import type { ComputedStyle } from '../document/style.js';

/** From this size on, pt, leading is tight enough to be tested. */
const displaySize = 13;
/** Step of the cure, em. */
const step = 0.02;

/** The lines, the second and later ones set lower where ink would touch. */
export function clearInk(
  lines: readonly Line[],
  { fontSize, inkClearance }: Pick<ComputedStyle, 'fontSize' | 'inkClearance'>,
): readonly Line[] {
  if (inkClearance === 'none' || fontSize < displaySize) return lines;
  let missing = 0;
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    if (!above) return;
    const distance = above.descent + line.ascent;
    missing = Math.max(missing, above.inkDescent + line.inkAscent + inkClearance * fontSize - distance);
  });
  if (missing <= 0) return lines;
  const raise = Math.ceil(missing / (step * fontSize) - 1e-9) * step * fontSize;
  return lines.map((line, i) => (i === 0 ? line : { ...line, ascent: line.ascent + raise }));
}
