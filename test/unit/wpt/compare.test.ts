import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/document/page.js';
import { areAlike, comparePages, fuzziness, isBlank, type Raster } from '../../wpt/compare.js';
import { rasterise } from '../../wpt/draw-document.js';
import { fitSheet, fitToScreen } from '../../wpt/fit-sheets.js';
import { snapToPixels } from '../../wpt/snap-to-pixels.js';

/** One row of pixels, grey. */
function row(...greys: readonly number[]): Raster {
  return {
    width: greys.length,
    height: 1,
    data: Uint8Array.from(greys.flatMap((grey) => [grey, grey, grey])),
  };
}

describe('comparing rasters', () => {
  it('counts the pixels that differ and the largest difference', () => {
    expect(comparePages([row(0, 10, 255)], [row(0, 13, 250)])).toEqual({ channel: 5, pixels: 2 });
    expect(comparePages([row(7)], [row(7)])).toEqual({ channel: 0, pixels: 0 });
  });

  it('takes a missing page, or one of another size, for different throughout', () => {
    expect(comparePages([row(1, 2), row(1, 2)], [row(1, 2)])).toEqual({ channel: 255, pixels: 2 });
    expect(comparePages([row(1, 2)], [row(1, 2, 3)])).toEqual({ channel: 255, pixels: 2 });
  });

  it('reads fuzziness in all its forms', () => {
    expect(fuzziness([], '/x/a-ref.html')).toBeUndefined();
    expect(fuzziness(['maxDifference=0-60; totalPixels=0-200'], '/x/a-ref.html')).toEqual({
      channel: [0, 60],
      pixels: [0, 200],
    });
    expect(fuzziness(['2;10-20'], '/x/a-ref.html')).toEqual({ channel: [0, 2], pixels: [10, 20] });
    expect(fuzziness(['b-ref.html:1;1'], '/x/a-ref.html')).toBeUndefined();
    expect(fuzziness(['5;5', 'a-ref.html:0-1;0-1'], '/x/a-ref.html')).toEqual({
      channel: [0, 1],
      pixels: [0, 1],
    });
  });

  it('is strict unless the test allows more', () => {
    const difference = { channel: 1, pixels: 3 };
    expect(areAlike({ channel: 0, pixels: 0 }, undefined)).toBe(true);
    expect(areAlike(difference, undefined)).toBe(false);
    expect(areAlike(difference, { channel: [0, 1], pixels: [0, 3] })).toBe(true);
    expect(areAlike(difference, { channel: [0, 1], pixels: [0, 2] })).toBe(false);
  });

  it('knows an empty drawing', () => {
    expect(isBlank([row(255, 255)])).toBe(true);
    expect(isBlank([row(255, 254)])).toBe(false);
  });

  it('draws at 96 dpi with hard edges', async () => {
    // 3 × 1.5 pt is 4 × 2 px; the rectangle ends at 1.8 px, past the middle of the second pixel.
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="3pt" height="1.5pt" viewBox="0 0 3 1.5">' +
      '<path d="M0 0h1.35v1.5h-1.35Z" fill="#000"/></svg>';
    const { width, height, data } = await rasterise(svg);
    expect([width, height]).toEqual([4, 2]);
    expect([0, 1, 2, 3].map((x) => data[3 * x])).toEqual([0, 0, 255, 255]);
  });
});

describe('sheets on a screen', () => {
  it('lose their pages and page breaks', () => {
    expect(fitToScreen('@page { margin: 0 } p { break-after: page; page-break-before: always }')).toBe(
      ' p { break-after: auto; page-break-before: auto }',
    );
    expect(fitToScreen('break-before: column; break-after: left', 'declarationList')).toBe(
      'break-before: column; break-after: auto',
    );
  });

  it('change print for screen', () => {
    const sheet = { path: 'a.css', css: '@media screen { p { color: red } }', media: 'print' };
    expect(fitSheet(sheet, true).css).toBe('@media screen { @media print { p { color: red } }\n}');
    expect(fitSheet({ ...sheet, media: '' }, false).css).toBe(sheet.css);
  });
});

describe('pixels', () => {
  it('hold the edges of clips, wherever they began', () => {
    const clip = { type: 'rect', x: 0.4, y: 0.6, width: 3, height: 3 } as const;
    const page: Page = {
      number: 1,
      label: '1',
      width: 9,
      height: 9,
      bleed: 0,
      marks: { crop: false, cross: false },
      items: [{ type: 'group', items: [], clip: [clip] }],
    };
    expect(snapToPixels(page, 1).items).toEqual([
      { type: 'group', items: [], clip: [{ type: 'rect', x: 0, y: 1, width: 3, height: 3 }] },
    ]);
  });
});
