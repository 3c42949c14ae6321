/**
 * A cover that was given → the JPEG that the ebook carries: as stores take it, and told of where they do not.
 * Stores and readers ask for 640 pixels on the short side at least, 7,200 on the long one at most, less than
 * 3 MB, and take 1600 × 2560 as the usual one.
 */
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import { brokenPicture } from './fit-pictures.js';
import type { PictureSource } from './gather-pictures.js';

/** Pixels of the short side that Google Play asks for. */
const leastSide = 640;
/** Pixels within which a cover is written: those of the one that is drawn. */
const within = { width: 1600, height: 2560 };
/** Bytes of the largest cover file: Kobo advises less than 3 MB. */
const mostBytes = 3_000_000;
/** Heights to widths of books, from the squat to the slim: what lies outside gets bars beside or above it. */
const ratios = { least: 1.25, most: 1.8 };
/** JPEG qualities, the better first: the second serves a cover that is too large in the first. */
const qualities = [90, 75] as const;

/** The cover as JPEG, in sRGB or grey, and what stores will not like about it; undefined where its data are damaged. */
export async function fitCover(
  picture: PictureSource,
  span: Span | undefined,
): Promise<Staged<Uint8Array | undefined>> {
  const { path, width = 0, height = 0 } = picture;
  const at = { span: span ?? { file: path }, edition: 'ebook' } as const;
  const diagnostics: Diagnostic[] = [];
  const size = { path, width: Math.round(width), height: Math.round(height) };
  if (picture.format !== 'svg' && Math.min(width, height) < leastSide)
    diagnostics.push(diagnostic('EPUB-COVER-SMALL', { ...size, least: leastSide }, at));
  if (height < ratios.least * width || height > ratios.most * width)
    diagnostics.push(diagnostic('EPUB-COVER-RATIO', size, at));
  const value = fits(picture)
    ? picture.bytes
    : // Read here: a file that is gone or changed is no damaged picture.
      await writeJpeg(picture, picture.bytes).catch(() => undefined);
  if (!value) diagnostics.push(brokenPicture(path, span));
  return { value, diagnostics };
}

function fits({ format, bytes, width = 0, height = 0, colour }: PictureSource): boolean {
  const small = width <= within.width && height <= within.height && bytes.length < mostBytes;
  return format === 'jpeg' && colour !== 'cmyk' && small;
}

/** On white, no larger than it was; a drawing (SVG) as large as a cover is. */
async function writeJpeg(
  { format, width = 0, height = 0, colour }: PictureSource,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const drawn = format === 'svg';
  // At 72 dpi a CSS pixel of a drawing is one pixel.
  const scale = Math.min(within.width / Math.max(1, width), within.height / Math.max(1, height));
  const density = drawn ? Math.min(2400, Math.max(1, 72 * scale)) : 72;
  const picture = sharp(bytes, { limitInputPixels: false, ...(drawn && { density }) })
    .resize({ ...within, fit: 'inside', withoutEnlargement: !drawn })
    .flatten({ background: '#ffffff' })
    .toColourspace(colour === 'gray' ? 'b-w' : 'srgb');
  let written = new Uint8Array();
  for (const quality of qualities) {
    written = new Uint8Array(await picture.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer());
    if (written.length < mostBytes) break;
  }
  return written;
}
