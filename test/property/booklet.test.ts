/**
 * Booklets of 1 to 64 pages: sheets are laid into one another, folded and leafed through, as paper is. Every
 * page comes once, in order; margins at the cut are alike, and nothing passes the fold.
 */
import { describe, expect, it } from 'vitest';
import type { Booklet, PlacedPage, SheetSide } from '../../src/document/sheet.js';
import { imposeBooklet } from '../../src/layout/impose-booklet.js';
import { page } from '../support/pdf-pages.js';

const millimetre = 72 / 25.4;
const [width, bleed, creep] = [200, 9, 0.1];

/** A leaf of a folded sheet: the page on its right side, then, turned over, that on its left side. */
type Leaf = readonly [recto: PlacedPage | undefined, verso: PlacedPage | undefined];

/** The page on a half of a side. */
function half(side: SheetSide | undefined, which: 'left' | 'right'): PlacedPage | undefined {
  const fold = (side?.width ?? 0) / 2;
  return side?.pages.find(({ from }) => from < fold === (which === 'left'));
}

/**
 * A sheet lies with its front down, its left edge at the right hand once it is turned over its short edge, and is
 * folded to the left: the right half of the front is its first leaf, behind it the left half of the back.
 */
function fold({ sides }: Booklet): readonly Leaf[] {
  let leaves: readonly Leaf[] = [];
  // From the innermost, each next one is laid round the others.
  for (let sheet = sides.length / 2 - 1; sheet >= 0; sheet--) {
    const [front, back] = [sides[2 * sheet], sides[2 * sheet + 1]];
    leaves = [
      [half(front, 'right'), half(back, 'left')],
      ...leaves,
      [half(back, 'right'), half(front, 'left')],
    ];
  }
  return leaves;
}

describe.each(Array.from({ length: 64 }, (_, i) => i + 1))('a booklet of %i pages', (count) => {
  const pages = Array.from({ length: count }, (_, i) => page([], { number: i + 1, bleed }));
  const booklet = imposeBooklet(pages, creep).value ?? { sides: [] };

  it('reads in order once it is folded', () => {
    const total = Math.ceil(count / 4) * 4;
    expect(booklet.sides).toHaveLength(total / 2);
    const read = fold(booklet).flatMap((leaf) => leaf.map((place) => place?.page));
    const blank = Array.from({ length: total - count }, () => undefined);
    expect(read).toEqual([...pages.map((_, i) => i), ...blank]);
  });

  it('creeps alike on both sides of each sheet', () => {
    booklet.sides.forEach((side, index) => {
      const shift = Math.floor(index / 2) * creep * millimetre;
      expect(side.narrower).toBeCloseTo(shift, 9);
      const middle = side.width / 2;
      for (const { x, from, to } of side.pages) {
        // The outer edge of the page is that of the trim; the inner one lies as far beyond the fold as it creeps.
        const left = to <= middle;
        expect(left ? x : side.width - (x + width)).toBeCloseTo(0, 9);
        expect(left ? x + width - middle : middle - x).toBeCloseTo(shift, 9);
        expect([from, to].map((edge) => edge.toFixed(6))).toEqual(
          (left ? [-bleed, middle] : [middle, side.width + bleed]).map((edge) => edge.toFixed(6)),
        );
      }
    });
  });
});
