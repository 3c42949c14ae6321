/**
 * Preflight of the bleed: what reaches the edge of the trimmed page must go on beyond it, or a careless
 * cut leaves a strip of white paper.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import type { Paint } from '../graphics-state.js';
import type { Painted } from '../painted.js';
import type { PdfContents } from '../read-pdf.js';
import { overlaps, type PrintedPage } from './printed-page.js';
import { at } from './report.js';
import { millimetre } from '../../../document/units.js';

/** What ends this close to the trim is meant to reach it, pt. */
const tolerance = 0.3;

/** The edges of a page, as a box has them, and the arrow that shows each in a message. */
const edges = [
  { index: 0, outwards: -1, arrow: '←' },
  { index: 3, outwards: 1, arrow: '↑' },
  { index: 2, outwards: 1, arrow: '→' },
  { index: 1, outwards: -1, arrow: '↓' },
] as const;

/** One finding for a page: the edges at which something has less bleed than is needed, pt. */
export function checkBleed(
  contents: PdfContents,
  printed: PrintedPage,
  neededBleed: number,
): readonly Diagnostic[] {
  // A sheet that nobody trims has nothing to bleed into.
  if (neededBleed === 0) return [];
  const { page, trim, painted } = printed;
  const boxes = painted.filter(isSeen).flatMap((item) => item.boxes.filter((box) => overlaps(box, trim)));
  const short = edges.flatMap(({ index, outwards, arrow }) => {
    const beyond = boxes.map((box) => outwards * (box[index] - trim[index]));
    // What lies on top of something that does bleed still ends at the cut.
    const wrong = beyond.filter((pt) => pt >= -tolerance && pt < neededBleed - tolerance);
    return wrong.length === 0
      ? []
      : [
          {
            arrow,
            pt: Math.max(
              0,
              wrong.reduce((least, pt) => Math.min(least, pt), neededBleed),
            ),
          },
        ];
  });
  if (short.length === 0) return [];
  const bleed = Math.round((Math.min(...short.map(({ pt }) => pt)) / millimetre) * 10) / 10;
  const needed = Math.round((neededBleed / millimetre) * 10) / 10;
  const values = { page: page.number, edges: short.map(({ arrow }) => arrow).join(' '), bleed, needed };
  return [diagnostic('CHECK-BLEED', values, at(contents))];
}

/** White on the paper is nothing to cut. */
export function isSeen(item: Painted): boolean {
  if (item.type === 'picture') return true;
  return [item.fill, item.stroke].some((paint) => paint !== undefined && !isWhite(paint));
}

function isWhite({ space, values }: Paint): boolean {
  if (space === 'gray' || space === 'rgb') return values.every((value) => value > 0.99);
  return space === 'cmyk' && values.every((value) => value < 0.01);
}
