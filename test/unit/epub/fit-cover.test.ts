/** A cover that was given, as stores take it. */
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { fitCover } from '../../../src/epub/fit-cover.js';
import type { PictureSource } from '../../../src/epub/gather-pictures.js';

const span = { file: 'so/publication.yaml', line: 3 };

async function fitted(picture: Sharp, colour: 'gray' | 'rgb' | 'cmyk' = 'rgb') {
  const bytes = new Uint8Array(await picture.toBuffer());
  const { width, height, format } = await sharp(bytes).metadata();
  const kind = format === 'png' ? 'png' : 'jpeg';
  const source: PictureSource = { id: 'a', path: 'bia', format: kind, bytes, width, height, colour };
  const { value, diagnostics } = await fitCover(source, span);
  if (!value) throw new Error('no cover');
  const said = diagnostics.map(({ code, edition, span: at }) => `${code} ${edition} ${at?.line}`);
  return { same: value === bytes, said, bytes: value, info: await sharp(value).metadata() };
}

const plain = (width: number, height: number, channels: 3 | 4 = 3): Sharp =>
  sharp({ create: { width, height, channels, background: { r: 160, g: 40, b: 40, alpha: 0 } } });

describe('fitCover', () => {
  it('keeps a JPEG that is as stores take it', async () => {
    expect(await fitted(plain(1000, 1500).jpeg())).toMatchObject({ same: true, said: [] });
  });

  it('makes a larger one as large as a drawn cover, and inks sRGB', async () => {
    const { info, said } = await fitted(plain(1700, 2720).jpeg());
    expect([info.format, info.width, info.height, said]).toEqual(['jpeg', 1600, 2560, []]);
    const inks = await fitted(plain(640, 960).toColourspace('cmyk').jpeg(), 'cmyk');
    expect([inks.info.width, inks.info.height, inks.info.space]).toEqual([640, 960, 'srgb']);
  });

  it('puts what shines through on white', async () => {
    const { info, bytes } = await fitted(plain(800, 1200, 4).png());
    expect(info).toMatchObject({ format: 'jpeg', width: 800, height: 1200, hasAlpha: false });
    expect((await sharp(bytes).stats()).channels.map(({ mean }) => Math.round(mean))).toEqual([
      255, 255, 255,
    ]);
  });

  it('tells of a small one and of one that has not the shape of a book, at its place', async () => {
    expect((await fitted(plain(400, 640).jpeg())).said).toEqual(['EPUB-COVER-SMALL ebook 3']);
    expect((await fitted(plain(1600, 900).jpeg())).said).toEqual(['EPUB-COVER-RATIO ebook 3']);
    expect((await fitted(plain(700, 1400).jpeg())).said).toEqual(['EPUB-COVER-RATIO ebook 3']);
  });

  it('draws a drawing as large as a cover', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="160"><rect width="50" height="160"/></svg>';
    const source = { id: 'a', path: 'a.svg', format: 'svg', width: 100, height: 160 } as const;
    const { value, diagnostics } = await fitCover({ ...source, bytes: new TextEncoder().encode(svg) }, span);
    expect(diagnostics).toEqual([]);
    const { data, info } = await sharp(value ?? new Uint8Array())
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([1600, 2560]);
    const at = (x: number): number | undefined => data[(1000 * info.width + x) * info.channels];
    expect([at(790), at(810)]).toEqual([0, 255]);
  });

  it('is told of at its place when its data end too early', async () => {
    const bytes = new Uint8Array(await plain(2000, 3200).jpeg().toBuffer());
    bytes.set([0xff, 0xd9], bytes.length - 40);
    const source = { id: 'a', path: 'bia.jpg', format: 'jpeg', bytes, width: 2000, height: 3200 } as const;
    const { value, diagnostics } = await fitCover(source, span);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, span: at }) => [code, at?.line])).toEqual([['IMG-BROKEN', 3]]);
  });
});
