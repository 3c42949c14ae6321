/**
 * Pictures in the format that suits them: a photograph saved as PNG becomes JPEG, a drawing (SVG) that carries
 * photographs in itself a PNG where that has fewer bytes. In: the pictures of the package; out: the same, those in another format under
 * a name of their own, which the documents then use. What a change would not shrink stays as it is.
 */
import { deflateRawSync } from 'node:zlib';
import type { Sharp } from 'sharp';
import {
  endingOf,
  fullWidth,
  type PictureFile,
  type Pictures,
  type PictureSource,
} from './gather-pictures.js';
import { longSide } from './fit-pictures.js';

/** Bytes of a PNG or a drawing that is worth a look: below, nothing much can be saved. */
const heavy = 300_000;
/** JPEG shrinks photographs and painted pictures so many times or more; letters and lines, which it blurs, less. */
const leastShrunk = 4;
/** Characters of a drawing beside its photographs: many lines take minutes to draw, and pack well as they are. */
const mostLines = 100_000;
/** As fine as a photograph that is made smaller, its colours as sharp as its greys. */
const jpeg = { quality: 88, chromaSubsampling: '4:4:4' } as const;

/** Looks at each picture, one after the other. */
export async function repackPictures(pictures: Pictures): Promise<Pictures> {
  const names = new Set(pictures.files.map(({ href }) => href));
  const changed = new Map<string, PictureFile>();
  for (const file of pictures.files) {
    const picture = await repack(file.picture);
    if (picture) changed.set(file.href, renamed(file, picture, names));
  }
  if (changed.size === 0) return pictures;
  const hrefOf = (href: string): string => changed.get(href)?.href ?? href;
  return {
    ...pictures,
    files: pictures.files.map((file) => changed.get(file.href) ?? file),
    shown: new Map([...pictures.shown].map(([node, one]) => [node, { ...one, href: hrefOf(one.href) }])),
    named: new Map([...pictures.named].map(([written, href]) => [written, hrefOf(href)])),
  };
}

async function repack(picture: PictureSource): Promise<PictureSource | undefined> {
  const { format, width = 0, height = 0, lent } = picture;
  if (format === 'jpeg' || (lent?.length ?? picture.bytes.length) < heavy) return undefined;
  const { default: sharp } = await import('sharp');
  if (format === 'png')
    return picture.alpha === false
      ? asJpeg(picture, sharp(picture.bytes, { ignoreIcc: true, limitInputPixels: false }))
      : undefined;
  // Letters would be drawn in the fonts of this machine; a narrow drawing keeps its size on the page.
  const text = new TextDecoder().decode(picture.bytes);
  const lines = text.replace(/data:image[^"']*/g, '');
  if (width < fullWidth || lines === text || lines.length > mostLines || /<text[\s>]/.test(text))
    return undefined;
  const density = Math.min(2400, (72 * longSide) / Math.max(width, height));
  return asPng(picture, sharp(picture.bytes, { density, limitInputPixels: false }));
}

/** In the size that the ebook shows, in the colours of its profile. */
async function asJpeg(picture: PictureSource, drawn: Sharp): Promise<PictureSource | undefined> {
  const { width = 0, height = 0, colour } = picture;
  const shown = resized(drawn)
    .keepIccProfile()
    .toColourspace(colour === 'gray' ? 'b-w' : 'srgb');
  // A damaged picture is told of where it has to be written anew.
  const made = await shown
    .jpeg(jpeg)
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined);
  if (!made) return undefined;
  const { data, info } = made;
  const share = (info.width * info.height) / Math.max(1, width * height);
  if (data.length * leastShrunk > picture.bytes.length * share) return undefined;
  return {
    ...plain(picture),
    format: 'jpeg',
    bytes: new Uint8Array(data),
    width: info.width,
    height: info.height,
  };
}

async function asPng(picture: PictureSource, drawn: Sharp): Promise<PictureSource | undefined> {
  // What the renderer does not take (it has limits of its own) stays a drawing.
  const made = await resized(drawn)
    .png()
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined);
  if (!made) return undefined;
  const { data, info } = made;
  if (data.length >= deflateRawSync(picture.bytes).length) return undefined;
  return {
    ...plain(picture),
    format: 'png',
    bytes: new Uint8Array(data),
    width: info.width,
    height: info.height,
  };
}

function resized(picture: Sharp): Sharp {
  return picture.resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true });
}

/** What stays true of a picture in another format. */
function plain({ id, path, colour }: PictureSource): Pick<PictureSource, 'id' | 'path' | 'colour'> {
  return { id, path, ...(colour && { colour }) };
}

function renamed(file: PictureFile, picture: PictureSource, names: Set<string>): PictureFile {
  const base = file.href.replace(/\.[a-z]+$/, '');
  const ending = endingOf(picture);
  let href = `${base}.${ending}`;
  for (let count = 2; names.has(href); count++) href = `${base}-${count}.${ending}`;
  names.add(href);
  return { href, mediaType: `image/${picture.format}`, bytes: picture.bytes, picture };
}
