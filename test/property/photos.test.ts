/**
 * Damaged pictures: whatever happens to the bytes of a photograph or a drawing, reading what stands in it and
 * cleaning it ends, and what was cleaned is clean. Seeded; in well under a second.
 */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { cleanSvg, isSvg } from '../../src/read/clean-svg.js';
import { describePhoto } from '../../src/read/photo-description.js';
import { photoDataOf, readJpegFile, stripJpeg } from '../../src/read/photo-jpeg.js';
import { stripPng } from '../../src/read/photo-png.js';
import { readPlainJpeg } from '../../src/read/plain-jpeg.js';
import { alternatives, telephone, withIptc, xmpPacket } from '../support/photo-data.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const drawing = utf8(
  '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2">' +
    '<style>a{b:url(x)}</style><g onclick="x"><a href="y"><rect fill="url(#a)"/></a></g></svg>',
);

async function samples(): Promise<readonly Uint8Array[]> {
  const picture = sharp({ create: { width: 20, height: 10, channels: 3, background: '#a33' } }).withExif(
    telephone,
  );
  const packet = xmpPacket('', alternatives('dc:description', { a: 'b' }));
  const jpeg = new Uint8Array(await picture.clone().withXmp(packet).jpeg().toBuffer());
  const png = new Uint8Array(await picture.clone().png().toBuffer());
  return [withIptc(jpeg, [[120, utf8('Chợ')]]), png, drawing];
}

/** Changes some bytes, moves some, cuts the end off. */
function damage(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  let damaged = Uint8Array.from(bytes);
  for (let count = random(6); count >= 0; count--) {
    const at = random(damaged.length);
    const kind = random(4);
    if (kind === 0) damaged[at] = random(256);
    else if (kind === 1) damaged = damaged.slice(0, at + 1);
    else if (kind === 2) damaged[at] = [0, 0xff, 0x1c, 0x3c][random(4)] ?? 0;
    else damaged.copyWithin(at, random(damaged.length));
  }
  return damaged;
}

it('damaged pictures are read to an end, and what is cleaned is clean', async () => {
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48_271) % 0x7fffffff) % below;
  const whole = await samples();
  for (let round = 0; round < 3000; round++) {
    const bytes = damage(whole[round % whole.length] ?? drawing, random);
    const jpeg = readJpegFile(bytes);
    if (jpeg) {
      readPlainJpeg(jpeg);
      await describePhoto(photoDataOf(jpeg) ?? {});
      const stripped = readJpegFile(stripJpeg(jpeg));
      expect(stripped && photoDataOf(stripped)).toBeUndefined();
    }
    const png = stripPng(bytes);
    if (png) expect(stripPng(png)).toBe(png);
    const clean = isSvg(bytes) ? cleanSvg(bytes) : { reason: '' };
    if (!('reason' in clean)) expect(cleanSvg(clean.bytes)).toMatchObject({ removed: [] });
  }
});

it.each([
  ['elements in one another', '<svg xmlns="http://www.w3.org/2000/svg">' + '<g>'.repeat(100_000)],
  ['document types', '<!DOCTYPE'.repeat(100_000) + '<svg '],
  ['a long number', `<svg xmlns="http://www.w3.org/2000/svg" width="${'9'.repeat(500_000)}x"/>`],
  ['addresses', `<svg xmlns="http://www.w3.org/2000/svg"><style>${'url('.repeat(20_000)}</style></svg>`],
  ['blanks', `<svg xmlns="http://www.w3.org/2000/svg"><style>url(${' '.repeat(100_000)}</style></svg>`],
  ['imports', `<svg xmlns="http://www.w3.org/2000/svg"><style>${'@import'.repeat(50_000)}</style></svg>`],
])(
  'a drawing of nothing but %s is cleaned in linear time',
  (_, source) => {
    const bytes = utf8(source);
    isSvg(bytes);
    cleanSvg(bytes);
  },
  2000,
);
