/** Pictures in the ebook: as small as a reader needs them, in colours that reading systems know. */
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { fitPictures } from '../../../src/epub/fit-pictures.js';
import type { PictureSource } from '../../../src/epub/gather-pictures.js';

const make = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#a33' } });

/** A picture as it was read, and what becomes of it. */
async function fitted(picture: Sharp, colour: 'gray' | 'rgb' | 'cmyk' = 'rgb') {
  const before = new Uint8Array(await picture.toBuffer());
  const { width, height, format } = await sharp(before).metadata();
  const kind = format === 'png' ? 'png' : 'jpeg';
  const source: PictureSource = { id: 'a', path: 'a', format: kind, bytes: before, width, height, colour };
  const file = { href: `images/a.${kind}`, mediaType: `image/${kind}`, bytes: before, picture: source };
  const [after] = (await fitPictures([file])).value ?? [];
  if (!after) throw new Error('no file');
  expect([after.href, after.mediaType]).toEqual([file.href, file.mediaType]);
  return { before, bytes: after.bytes, info: await sharp(after.bytes).metadata() };
}

describe('fitPictures', () => {
  it('leaves alone what fits', async () => {
    for (const picture of [
      make(1600, 900).jpeg({ progressive: true }),
      make(20, 1600).png(),
      make(3, 2).jpeg(),
    ]) {
      const { before, bytes } = await fitted(picture);
      expect(bytes).toBe(before);
    }
  });

  it('makes the long side 1600 pixels, in the colours of the profile', async () => {
    const { info, bytes, before } = await fitted(make(2400, 1800).withIccProfile('p3').jpeg({ quality: 98 }));
    expect([info.format, info.width, info.height, info.icc !== undefined]).toEqual([
      'jpeg',
      1600,
      1200,
      true,
    ]);
    const first = async (of: Uint8Array) =>
      (await sharp(of, { ignoreIcc: true }).raw().toBuffer()).subarray(0, 3);
    for (const [i, value] of (await first(before)).entries())
      expect(Math.abs(value - ((await first(bytes))[i] ?? 0))).toBeLessThanOrEqual(2);
    const tall = await fitted(make(900, 3200).toColourspace('b-w').png(), 'gray');
    expect([tall.info.format, tall.info.width, tall.info.height, tall.info.channels]).toEqual([
      'png',
      450,
      1600,
      1,
    ]);
  });

  it('writes CMYK as sRGB and 16 bits as 8', async () => {
    const inks = await fitted(make(40, 30).toColourspace('cmyk').withIccProfile('cmyk').jpeg(), 'cmyk');
    expect([inks.info.space, inks.info.width]).toEqual(['srgb', 40]);
    const deep = await fitted(make(40, 30).toColourspace('rgb16').png());
    expect([deep.info.depth, deep.info.width]).toEqual(['uchar', 40]);
  });

  it('makes a PNG of more than 5 MB smaller', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const grain = await sharp({
      create: { width: 1500, height: 1300, channels: 3, background: '#000', noise },
    })
      .joinChannel(Buffer.alloc(1500 * 1300, 200), { raw: { width: 1500, height: 1300, channels: 1 } })
      .png()
      .toBuffer();
    expect(grain.length).toBeGreaterThan(5_000_000);
    const { bytes, info } = await fitted(sharp(grain).png());
    expect(bytes.length).toBeLessThan(5_000_000);
    expect([info.format, info.width, info.hasAlpha]).toEqual(['png', 1100, true]);
  });

  it('tells of those that end too early, in their order, instead of failing', async () => {
    const file = async (path: string, picture: Sharp, damaged: boolean) => {
      const bytes = new Uint8Array(await picture.toBuffer());
      // The marker of the end (T.81, B.1.1.3).
      if (damaged) bytes.set([0xff, 0xd9], bytes.length - 40);
      const source = { id: path, path, format: 'jpeg', width: 2000, height: 1000, bytes } as const;
      return { href: `images/${path}`, mediaType: 'image/jpeg', bytes, picture: source };
    };
    const large = make(2000, 1000).jpeg();
    const files = [
      await file('a.jpg', large, true),
      await file('b.jpg', large, false),
      await file('c.jpg', large, true),
    ];
    const { value, diagnostics } = await fitPictures(files);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, edition, span }) => [code, edition, span?.file])).toEqual([
      ['IMG-BROKEN', 'ebook', 'a.jpg'],
      ['IMG-BROKEN', 'ebook', 'c.jpg'],
    ]);
  });

  it('gives the same bytes again', async () => {
    const twice = [await fitted(make(2000, 1000).jpeg()), await fitted(make(2000, 1000).jpeg())];
    expect(Buffer.from(twice[0]?.bytes ?? []).equals(twice[1]?.bytes ?? new Uint8Array())).toBe(true);
  });
});
