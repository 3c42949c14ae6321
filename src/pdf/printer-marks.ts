/**
 * Page boxes and printer's marks (ISO 32000-1, 14.11.2; ISO 15930-7). In print the media is the
 * trim with its bleed and, where marks are wanted, a margin that holds them; in the archive it is the
 * trim alone. Marks stand outside the bleed, 0.25 pt, in all four inks, so that every plate shows them.
 */
import type { PageFrame } from '../document/page.js';
import type { Canvas } from './canvas.js';
import type { PdfEdition } from './colour.js';
import type { Box } from './matrix.js';

const millimetre = 72 / 25.4;
/** Gap between the bleed and the marks, length of a mark, and white beyond it. */
const gap = millimetre;
const length = 5 * millimetre;
const beyond = millimetre;
/** Marks keep this far from the trim even without bleed, so that a careless cut does not show them. */
const leastOffset = 3 * millimetre;
const lineWidth = 0.25;
const crossRadius = 1.4 * millimetre;
/** Bézier approximation of a quarter circle. */
const kappa = 0.5523;

/** Boxes in PDF coordinates: left, bottom, right, top. */
export interface PageMedia {
  readonly media: Box;
  readonly bleed: Box;
  readonly trim: Box;
  readonly marks: boolean;
}

/** The boxes of a page in an edition. */
export function mediaOf(page: PageFrame, edition: PdfEdition): PageMedia {
  const marks = edition === 'print' && (page.marks.crop || page.marks.cross);
  const bleed = edition === 'print' ? page.bleed : 0;
  const edge = marks ? Math.max(bleed, leastOffset) + gap + length + beyond : bleed;
  const { width, height } = page;
  return {
    media: [0, 0, width + 2 * edge, height + 2 * edge],
    bleed: [edge - bleed, edge - bleed, edge + width + bleed, edge + height + bleed],
    trim: [edge, edge, edge + width, edge + height],
    marks,
  };
}

/** Paints the marks that the page asks for. */
export function paintMarks(canvas: Canvas, page: PageFrame, { trim }: PageMedia): void {
  const start = Math.max(page.bleed, leastOffset) + gap;
  const out = canvas.graphics();
  canvas.stroke('1 1 1 1 K', lineWidth);
  const line = (x1: number, y1: number, x2: number, y2: number): void => {
    out.number(x1).number(y1).text('m ').number(x2).number(y2).text('l S\n');
  };
  const [left, bottom, right, top] = trim;
  if (page.marks.crop) {
    for (const y of [bottom, top]) {
      line(left - start, y, left - start - length, y);
      line(right + start, y, right + start + length, y);
    }
    for (const x of [left, right]) {
      line(x, bottom - start, x, bottom - start - length);
      line(x, top + start, x, top + start + length);
    }
  }
  if (!page.marks.cross) return;
  const middle = start + length / 2;
  for (const [x, y] of [
    [(left + right) / 2, bottom - middle],
    [(left + right) / 2, top + middle],
    [left - middle, (bottom + top) / 2],
    [right + middle, (bottom + top) / 2],
  ] as const) {
    line(x - length / 2, y, x + length / 2, y);
    line(x, y - length / 2, x, y + length / 2);
    circle(canvas, x, y);
  }
}

function circle(canvas: Canvas, x: number, y: number): void {
  const out = canvas.graphics();
  const r = crossRadius;
  const k = r * kappa;
  out
    .number(x + r)
    .number(y)
    .text('m\n');
  for (const [a, b, c, d, e, f] of [
    [r, k, k, r, 0, r],
    [-k, r, -r, k, -r, 0],
    [-r, -k, -k, -r, 0, -r],
    [k, -r, r, -k, r, 0],
  ] as const) {
    out
      .number(x + a)
      .number(y + b)
      .number(x + c)
      .number(y + d);
    out
      .number(x + e)
      .number(y + f)
      .text('c\n');
  }
  out.text('s\n');
}
