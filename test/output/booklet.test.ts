/**
 * A booklet of 16 pages, printed to pictures as sheets, cut at the fold and laid in the order of the folded
 * booklet: each half is what the page is that is printed alone, but for a few pixels' grey.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { imposeBooklet } from '../../src/layout/impose-booklet.js';
import { openPdfWriter } from '../../src/pdf/open-pdf-writer.js';
import { host, line, page, paged, print, tagOf } from '../support/pdf-pages.js';
import { qpdfCheck, checkBytes, runTool, withFile } from '../support/tools.js';
import { describeWith } from '../support/with-tools.js';
import { targetOf } from '../support/write-pdf.js';

/** Pages of 3 × 4 inches at 50 pixels an inch: 150 × 200 pixels. */
const [width, height, resolution] = [216, 288, 50];
const pixels = { width: 150, height: 200 };

/** Each page of a PDF as a PNG. */
function printed(bytes: Uint8Array): readonly Buffer[] {
  return withFile('x.pdf', bytes, (file) => {
    const run = runTool('pdftoppm', ['-r', String(resolution), '-png', file, join(dirname(file), 'p')]);
    expect(run.code).toBe(0);
    const names = readdirSync(dirname(file)).filter((name) => name.endsWith('.png'));
    return names.toSorted().map((name) => readFileSync(join(dirname(file), name)));
  });
}

/** The pixels of a part of a picture. */
function cut(png: Buffer, left: number): Promise<Buffer> {
  const area = { left, top: 0, ...pixels };
  return sharp(png).extract(area).raw().toBuffer();
}

/** How many samples of two pictures are clearly different. */
function different(one: Buffer, other: Buffer): number {
  return one.reduce((count, value, i) => count + (Math.abs(value - (other[i] ?? 0)) > 40 ? 1 : 0), 0);
}
/** Two pages of this test differ by hundreds of samples, three to a pixel. */
const leastDifferent = 30;

describeWith(['pdftoppm', 'qpdf'], 'a booklet of 16 pages', () => {
  it('shows the pages in order once its sheets are folded', async () => {
    const pages = Array.from({ length: 16 }, (_, i) =>
      page([line(`Trang ${i + 1}`, [20 + i, 40 + 8 * i], tagOf(1), { size: 20 })], {
        number: i + 1,
        label: String(i + 1),
        width,
        height,
      }),
    );
    const writer = openPdfWriter(targetOf(print), host);
    const alone = (await writer.finish(paged(pages), print)).value ?? new Uint8Array();
    const booklet = imposeBooklet(pages, 0).value ?? { sides: [] };
    const sheets = (await writer.impose(booklet)).value ?? new Uint8Array();
    expect(checkBytes('x.booklet.pdf', sheets, qpdfCheck).said).toEqual([]);

    const sides = printed(sheets);
    expect(sides).toHaveLength(8);
    const front: Buffer[] = [];
    const back: Buffer[] = [];
    for (const [index, side] of sides.entries()) {
      const halves = [await cut(side, 0), await cut(side, pixels.width)];
      const [first, second] = index % 2 === 0 ? halves.toReversed() : halves;
      if (first) front.push(first);
      if (second) back.unshift(second);
    }
    const expected = await Promise.all(printed(alone).map((png) => cut(png, 0)));
    const order = [...front, ...back].map((half) => {
      const alike = expected.map((whole) => different(whole, half) < leastDifferent);
      return alike.flatMap((yes, index) => (yes ? [index + 1] : []));
    });
    expect(order).toEqual(pages.map(({ number }) => [number]));
  });
});
