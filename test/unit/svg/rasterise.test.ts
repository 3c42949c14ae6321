import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pageToSvg } from '../../../src/svg/page-to-svg.js';
import { svgToJpeg } from '../../../src/svg/rasterise.js';
import { pageOf, squareRun, squareWord, tag } from './page-fixture.js';

// A 200 × 100 pt page with one 50 pt square: 50…100 pt from the left, baseline at 90 pt, so 50…100 pt from the top.
const svg = pageToSvg(
  pageOf([{ type: 'text', tag, x: 50, y: 90, runs: [squareRun([squareWord('a')], { size: 50 })] }]),
);

describe('svgToJpeg', () => {
  it('has the size asked for and the ink where the page has it', async () => {
    const { data, info } = await sharp(await svgToJpeg(svg, 400, 200))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([400, 200]);
    const at = (x: number, y: number): number => data[(y * 400 + x) * info.channels] ?? -1;
    expect(at(110, 110)).toBeLessThan(10);
    expect(at(190, 190)).toBeLessThan(10);
    expect(at(90, 110)).toBeGreaterThan(245);
    expect(at(110, 90)).toBeGreaterThan(245);
    expect(at(210, 150)).toBeGreaterThan(245);
  });

  it('has tiles where the page has them', async () => {
    // Black squares of 10 pt, 20 pt from edge to edge, from 15, 25 on, seen in 15…60 × 25…45: two and a half of them.
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000000' } })
      .png()
      .toBuffer();
    const image = { id: 'a', path: 'a.png', format: 'png', width: 8, height: 8, bytes } as const;
    const tiled = pageToSvg(
      pageOf([
        {
          type: 'tiles',
          tag,
          image: { ...image, colour: 'rgb', alpha: false },
          x: 15,
          y: 25,
          width: 45,
          height: 20,
          tile: { x: 15, y: 25, width: 10, height: 10 },
          step: { x: 20, y: 20 },
        },
      ]),
    );
    const { data, info } = await sharp(await svgToJpeg(tiled, 400, 200))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const dark = (x: number, y: number): boolean => (data[(y * 2 * 400 + x * 2) * info.channels] ?? 0) < 128;
    expect([10, 20, 30, 40, 50, 57, 62].map((x) => dark(x, 30))).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
    expect([20, 30, 40, 50].map((y) => dark(20, y))).toEqual([false, true, false, false]);
  });

  it('draws in two halves what one drawing would show, without a seam', async () => {
    // Squares of 8 pt, each a little lower: some of them stand across the seam, at whatever row it is.
    const runs = Array.from({ length: 24 }, (_, i) => ({
      type: 'text' as const,
      tag,
      x: 8 * i,
      y: 12 + 3.7 * i,
      runs: [squareRun([squareWord('a')], { size: 8 })],
    }));
    const stairs = pageToSvg(pageOf(runs));
    const [width, height] = [600, 300];
    const sized = stairs.replace(/ width="[^"]*" height="[^"]*"/, ` width="${width}" height="${height}"`);
    const pixels = (picture: Uint8Array) =>
      sharp(picture).flatten({ background: '#ffffff' }).greyscale().raw().toBuffer();
    const whole = await pixels(Buffer.from(sized));
    const drawn = await pixels(await svgToJpeg(stairs, width, height));
    expect(drawn.length).toBe(whole.length);
    expect(whole.filter((value) => value < 10).length).toBeGreaterThan(2000);
    // What is left is what JPEG makes of hard edges.
    const far = drawn.reduce((most, value, at) => Math.max(most, Math.abs(value - (whole[at] ?? 0))), 0);
    expect(far).toBeLessThan(40);
  });

  it('draws at once what is too tall for two halves', async () => {
    const { width, height } = await sharp(await svgToJpeg(svg, 1600, 5300)).metadata();
    expect([width, height]).toEqual([1600, 5300]);
  });

  it('gives the same bytes twice', async () => {
    const [first, second] = await Promise.all([svgToJpeg(svg, 160, 80), svgToJpeg(svg, 160, 80)]);
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
