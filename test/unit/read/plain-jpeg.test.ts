/** Plain JPEG files are described without sharp, and just as sharp describes them; no other file is. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readJpegFile } from '../../../src/read/photo-jpeg.js';
import { readPlainJpeg } from '../../../src/read/plain-jpeg.js';

/** A picture with edges, so that its coded data is not all alike. */
const draw = (width: number, height: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#ddd"/><circle cx="20" cy="9" r="14" fill="#a33"/></svg>`,
    ),
  );

const plain = (bytes: Uint8Array) => {
  const file = readJpegFile(bytes);
  return file && readPlainJpeg(file);
};

describe('a plain JPEG', () => {
  it.each([
    ['baseline', draw(61, 37).flatten().jpeg()],
    ['progressive', draw(61, 37).flatten().jpeg({ progressive: true })],
    ['grey', draw(61, 37).flatten().toColourspace('b-w').jpeg()],
    ['with a profile', draw(61, 37).flatten().withIccProfile('p3').jpeg()],
    ['upright by EXIF', draw(61, 37).flatten().withMetadata({ orientation: 1 }).jpeg()],
  ])('%s', async (_, picture) => {
    const bytes = new Uint8Array(await picture.toBuffer());
    const info = await sharp(bytes).metadata();
    expect(plain(bytes)).toEqual({
      width: info.width,
      height: info.height,
      colour: info.space === 'b-w' ? 'gray' : 'rgb',
      ...(info.icc && { icc: new Uint8Array(info.icc) }),
    });
  });

  it('is not one that was cut short anywhere', async () => {
    const bytes = new Uint8Array(await draw(61, 37).flatten().jpeg({ progressive: true }).toBuffer());
    for (let end = 0; end < bytes.length; end++) {
      expect(plain(bytes.subarray(0, end)), `of ${end} bytes`).toBeUndefined();
    }
  });

  it.each([
    ['CMYK', draw(40, 20).flatten().toColourspace('cmyk').withIccProfile('cmyk').jpeg()],
    ['on its side', draw(40, 20).flatten().withMetadata({ orientation: 6 }).jpeg()],
    ['PNG', draw(40, 20).png()],
  ])('is not one in %s', async (_, picture) => {
    expect(plain(new Uint8Array(await picture.toBuffer()))).toBeUndefined();
  });
});
