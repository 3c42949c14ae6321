/** Pictures in the format that suits them. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { element } from '../../../src/document/tree.js';
import type { Pictures, PictureSource } from '../../../src/epub/gather-pictures.js';
import { repackPictures } from '../../../src/epub/repack-pictures.js';

/** Light that changes softly, with a grain, as photographs have it. */
function photograph(width: number, height: number, channels: 3 | 4 = 3): Promise<Buffer> {
  const data = Buffer.alloc(width * height * channels, 200);
  let seed = 1;
  for (let at = 0; at < width * height; at++) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    const [x, y] = [(at % width) / 90, Math.floor(at / width) / 70];
    for (let i = 0; i < 3; i++)
      data[at * channels + i] = 128 + 90 * Math.sin(x + i) * Math.cos(y - i) + ((seed >> (10 + i)) % 7);
  }
  return sharp(data, { raw: { width, height, channels } }).png().toBuffer();
}

/** Stripes of one pixel: what JPEG does not pack better. */
function pattern(width: number, height: number): Promise<Buffer> {
  let seed = 7;
  const data = Buffer.from(
    Array.from({ length: width * height }, () => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return (seed >> 16) % 2 === 0 ? 0 : 255;
    }),
  );
  return sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer();
}

async function repacked(picture: PictureSource) {
  const href = `images/a.${picture.format}`;
  const node = element('img', {}, []);
  const file = { href, mediaType: `image/${picture.format}`, bytes: picture.bytes, picture };
  const taken = { ...file, href: 'images/a.jpg', picture: { ...picture, format: 'jpeg' as const } };
  const given: Pictures = {
    shown: new Map([[node, { href, alt: 'Ảnh' }]]),
    narrow: new Set(),
    named: new Map([['url("a")', href]]),
    files: [file, taken],
    authored: true,
    undescribed: false,
    wordless: false,
  };
  const { files, shown, named } = await repackPictures(given);
  const [first, second] = files;
  expect(second).toBe(taken);
  expect([shown.get(node), named.get('url("a")')]).toEqual([{ href: first?.href, alt: 'Ảnh' }, first?.href]);
  return {
    same: first === file,
    href: first?.href,
    type: first?.mediaType,
    info: await sharp(first?.bytes).metadata(),
  };
}

const source = (
  format: 'png' | 'svg',
  bytes: Uint8Array,
  width: number,
  height: number,
  alpha: boolean,
): PictureSource => ({
  id: 'a',
  path: 'a',
  format,
  bytes: new Uint8Array(bytes),
  width,
  height,
  alpha,
});

describe('repackPictures', () => {
  it('makes a JPEG of a photograph that was saved as PNG, under a name of its own', async () => {
    const { href, type, info } = await repacked(source('png', await photograph(1800, 600), 1800, 600, false));
    expect([href, type, info.format, info.width, info.height]).toEqual([
      'images/a-2.jpg',
      'image/jpeg',
      'jpeg',
      1600,
      533,
    ]);
  });

  it('leaves PNG what JPEG packs no better, what shines through and what is small', async () => {
    expect((await repacked(source('png', await pattern(1600, 1300), 1600, 1300, false))).same).toBe(true);
    expect((await repacked(source('png', await photograph(900, 600, 4), 900, 600, true))).same).toBe(true);
    expect((await repacked(source('png', await photograph(200, 100), 200, 100, false))).same).toBe(true);
  });

  it('makes a PNG of a drawing that carries photographs in itself, but for one with letters', async () => {
    const photo = (
      await sharp(await pattern(900, 900))
        .png()
        .toBuffer()
    ).toString('base64');
    const svg = (width: number, more: string): PictureSource =>
      source(
        'svg',
        new TextEncoder().encode(
          `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${width / 2}">` +
            `<image width="1" height="1" xlink:href="data:image/png;base64,${photo.repeat(4)}"/>${more}<rect width="9" height="9"/></svg>`,
        ),
        width,
        width / 2,
        true,
      );
    const drawn = await repacked(svg(800, ''));
    expect([drawn.href, drawn.type]).toEqual(['images/a.png', 'image/png']);
    expect([drawn.info.width, drawn.info.height]).toEqual([1600, 800]);
    expect((await repacked(svg(800, '<text x="9">a</text>'))).same).toBe(true);
    expect((await repacked(svg(400, ''))).same).toBe(true);
    const lines = `<path d="${'M0 0L9 9'.repeat(20_000)}"/>`;
    expect((await repacked(svg(800, lines))).same).toBe(true);
  });
});
