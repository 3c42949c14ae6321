/**
 * Pictures decoded and encoded by sharp. Most documents have JPEGs only, which need neither: sharp is loaded
 * when the first picture wants it. In: assets and samples; out: samples of a byte each, or JPEG files.
 */
import type { Sharp } from 'sharp';
import type { ImageAsset } from '../document/publication.js';
import type { PdfEdition } from './colour.js';
import { profileFault } from './picture-profile.js';
import type { Extent } from './picture-resolution.js';

/** Quality of a picture that has to be encoded anew: no loss that could be seen. */
const jpegQuality = 92;

/** Interleaved samples of a picture. */
export interface Samples extends Extent {
  readonly data: Uint8Array;
  readonly channels: number;
}

/**
 * A picture, in fewer pixels where `size` says so; with `ignoreIcc`, or with a profile that says nothing of it,
 * its numbers stay what they are.
 */
export async function openPicture(
  asset: Pick<ImageAsset, 'bytes' | 'format' | 'icc' | 'colour'>,
  size: Extent | undefined,
  ignoreIcc: boolean,
): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  const { bytes, format } = asset;
  const density = format === 'svg' && size ? await densityFor(bytes, size) : {};
  const deaf = ignoreIcc || profileFault(asset) !== undefined;
  const picture = sharp(bytes, { ignoreIcc: deaf, limitInputPixels: false, ...density });
  return size ? picture.resize(size.width, size.height, { fit: 'fill' }) : picture;
}

/** The density at which a drawing has so many pixels before it is resized: strokes are drawn, not enlarged. */
async function densityFor(bytes: Uint8Array, size: Extent): Promise<{ readonly density: number }> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(bytes, { density: 72 }).metadata();
  const factor = Math.max(size.width / width, size.height / height);
  return { density: Math.min(100_000, Math.max(1, 72 * factor)) };
}

/** Samples in a colour space, 16 bits to 8; alpha stays behind the colours. */
export async function decode(picture: Sharp, space: 'srgb' | 'b-w' | 'cmyk'): Promise<Samples> {
  const { data, info } = await inSpace(picture, space)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { data, width, height, channels };
}

/** Inks stay inks: without its own space in between, they would go by way of RGB. */
function inSpace(picture: Sharp, space: 'srgb' | 'b-w' | 'cmyk'): Sharp {
  return space === 'cmyk'
    ? picture.pipelineColourspace('cmyk').toColourspace('cmyk')
    : picture.toColourspace(space);
}

/** A JPEG encoded anew: in fewer pixels, in the numbers of its own colours, or as sRGB. */
export async function encodeJpeg(
  asset: ImageAsset,
  size: Extent | undefined,
  { edition, toRgb }: { readonly edition: PdfEdition; readonly toRgb: boolean },
): Promise<ImageAsset> {
  const picture = await openPicture(asset, size, !toRgb);
  const own = { gray: 'b-w', rgb: undefined, cmyk: 'cmyk' } as const;
  const space = toRgb ? 'srgb' : own[asset.colour];
  // Print shows colour as finely as light and dark.
  const chromaSubsampling = edition === 'print' || toRgb ? '4:4:4' : '4:2:0';
  const { data, info } = await (space ? inSpace(picture, space) : picture)
    .jpeg({ quality: jpegQuality, chromaSubsampling })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const encoded = { ...asset, bytes: new Uint8Array(data), width, height };
  if (!toRgb) return encoded;
  const { icc: _, ...rest } = encoded;
  return { ...rest, colour: 'rgb' };
}

/** Samples of greys or of four inks as a JPEG, whose numbers mean those of the device. */
export async function encodeSamples(samples: Samples, asset: ImageAsset): Promise<ImageAsset> {
  const { default: sharp } = await import('sharp');
  const { data, width, height, channels } = samples;
  const inks = channels === 4;
  const picture = inks
    ? inSpace(sharp(cmykTiff(samples), { limitInputPixels: false }), 'cmyk')
    : sharp(data, { raw: { width, height, channels: 1 } }).toColourspace('b-w');
  const bytes = await picture.jpeg({ quality: jpegQuality, chromaSubsampling: '4:4:4' }).toBuffer();
  const { icc: _, ...rest } = asset;
  return { ...rest, bytes: new Uint8Array(bytes), width, height, colour: inks ? 'cmyk' : 'gray' };
}

/**
 * A TIFF file (6.0) around samples of four inks, the only way in which sharp takes them for what they are: a
 * directory of tags, each with type (3 is two bytes, 4 four), count and value.
 */
function cmykTiff({ data, width, height }: Samples): Buffer {
  const tags: readonly (readonly [tag: number, type: 3 | 4, count: number, value: number])[] = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 4, 122],
    [259, 3, 1, 1],
    [262, 3, 1, 5],
    [273, 4, 1, 130],
    [277, 3, 1, 4],
    [278, 4, 1, height],
    [279, 4, 1, data.length],
  ];
  const head = Buffer.alloc(130);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(tags.length, 8);
  tags.forEach(([tag, type, count, value], i) => {
    const at = 10 + 12 * i;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(value, at + 8);
  });
  // Behind the directory and its end: eight bits for each ink.
  for (let i = 0; i < 4; i++) head.writeUInt16LE(8, 122 + 2 * i);
  return Buffer.concat([head, data]);
}
