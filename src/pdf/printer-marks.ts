/**
 * Page boxes and printer's marks (ISO 32000-1, 14.11.2; ISO 15930-7). In print the media is the
 * trim with its bleed and, where marks are wanted, a margin that holds them; in the archive it is the
 * trim alone. Marks stand outside the bleed, 0.25 pt, in the colour of registration: every plate shows them, those
 * of spot colours too.
 */
import type { PageFrame } from '../document/page.js';
import { markBand } from '../document/mark-band.js';
import type { Canvas } from './canvas.js';
import type { PdfEdition } from './colour.js';
import type { Box } from '../document/matrix.js';
import { registration } from './spot-inks.js';
import { spotName } from './syntax.js';
import { millimetre } from '../document/units.js';

const lineWidth = 0.25;
const registrationStroke = `${spotName(registration)} CS ${registration.tint} SCN`;
/** A mark of a fold is dashed, so that nobody cuts there. */
const foldDash = [1.5, 1];
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
  const { crop, cross, info = false } = page.marks;
  const marks = edition === 'print' && (crop || cross || info);
  const bleed = edition === 'print' ? page.bleed : 0;
  const edge = marks ? markBand(bleed).edge : bleed;
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
  const { from: start, to: end } = markBand(page.bleed);
  const length = end - start;
  const out = canvas.graphics();
  canvas.stroke(registrationStroke, lineWidth);
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
  if (page.marks.info) paintInks(canvas, trim, start + length / 2);
  const folds = (page.folds ?? []).map((x) => left + x);
  for (const x of folds) {
    canvas.stroke(registrationStroke, lineWidth, { dash: foldDash });
    line(x, bottom - start, x, bottom - start - length);
    line(x, top + start, x, top + start + length);
  }
  if (!page.marks.cross) return;
  canvas.stroke(registrationStroke, lineWidth);
  const middle = start + length / 2;
  // In the middle of each part between folds: a cross on a fold would hide its mark.
  const across = middles([left, ...folds, right]);
  for (const [x, y] of [
    ...across.map((x) => [x, bottom - middle] as const),
    ...across.map((x) => [x, top + middle] as const),
    [left - middle, (bottom + top) / 2] as const,
    [right + middle, (bottom + top) / 2] as const,
  ]) {
    line(x - length / 2, y, x + length / 2, y);
    line(x, y - length / 2, x, y + length / 2);
    circle(canvas, x, y);
  }
}

/** The inks in the order in which they print, each with the strokes of its letter in a square of one unit. */
const inks = [
  {
    ink: [1, 0, 0, 0],
    strokes: [
      [
        [1, 0.85],
        [0.7, 1],
        [0.3, 1],
        [0, 0.7],
        [0, 0.3],
        [0.3, 0],
        [0.7, 0],
        [1, 0.15],
      ],
    ],
  },
  {
    ink: [0, 1, 0, 0],
    strokes: [
      [
        [0, 0],
        [0, 1],
        [0.5, 0.4],
        [1, 1],
        [1, 0],
      ],
    ],
  },
  {
    ink: [0, 0, 1, 0],
    strokes: [
      [
        [0, 1],
        [0.5, 0.5],
        [1, 1],
      ],
      [
        [0.5, 0.5],
        [0.5, 0],
      ],
    ],
  },
  {
    ink: [0, 0, 0, 1],
    strokes: [
      [
        [0, 1],
        [0, 0],
      ],
      [
        [1, 1],
        [0, 0.4],
      ],
      [
        [0.35, 0.6],
        [1, 0],
      ],
    ],
  },
] as const;

/** Side of a patch, height of a letter with the white beside it. */
const patch = 3.5 * millimetre;
const letter = { height: 1.8 * millimetre, room: 3 * millimetre, gap: 0.4 * millimetre };

/**
 * A letter in its own ink, which only its plate shows, a full patch and one of half the ink, for each of the four;
 * below the right half of the page, as far as there is room.
 */
function paintInks(canvas: Canvas, [left, bottom, right]: Box, below: number): void {
  const out = canvas.graphics();
  const room = right - (left + right) / 2 - 2 * patch;
  const tints = [1, 0.5].slice(0, Math.floor((room / inks.length - letter.room) / patch));
  const step = letter.room + tints.length * patch;
  let x = right - patch / 2 - inks.length * step;
  if (tints.length === 0) return;
  for (const { ink, strokes } of inks) {
    canvas.stroke(`${ink.join(' ')} K`, 0.6);
    for (const [first, ...rest] of strokes) {
      const point = ([h, v]: readonly [number, number], operator: string): void => {
        out
          .number(x + letter.gap + h * letter.height)
          .number(bottom - below + (v - 0.5) * letter.height)
          .text(`${operator} `);
      };
      point(first, 'm');
      for (const next of rest) point(next, 'l');
      out.text('S\n');
    }
    tints.forEach((tint, i) => {
      canvas.fill(`${ink.map((amount) => amount * tint).join(' ')} k`);
      out.number(x + letter.room - letter.gap + i * patch).number(bottom - below - patch / 2);
      out.number(patch).number(patch).text('re f\n');
    });
    x += step;
  }
}

/** Half way between each two neighbours. */
function middles(edges: readonly number[]): readonly number[] {
  return edges.slice(1).map((edge, i) => ((edges[i] ?? edge) + edge) / 2);
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
