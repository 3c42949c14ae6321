/**
 * Pictures as reading systems take them: no larger than a page of theirs shows, in RGB or grey of 8 bits. In:
 * the pictures of the package; out: the same files, written anew only where they have to be, one after the
 * other, so that one picture at a time is decoded. A picture never becomes larger.
 */
import type { PictureFile, PictureSource } from './gather-pictures.js';
import type { PackageFile } from './package-model.js';

/** Pixels of the long side that a reader can see, zoomed in on a tablet. */
const longSide = 1600;

/** JPEG quality of a picture written anew. */
const quality = 88;

/** The files with the bytes that the ebook carries. */
export async function fitPictures(files: readonly PictureFile[]): Promise<readonly PackageFile[]> {
  const fitted: PackageFile[] = [];
  for (const file of files) {
    const { href, mediaType, picture } = file;
    // As it is, not copied: its bytes may be lent.
    fitted.push(fits(picture) ? file : { href, mediaType, bytes: await writeAnew(picture) });
  }
  return fitted;
}

function fits(picture: PictureSource): boolean {
  const { format, width = 0, height = 0, colour } = picture;
  if (format === 'svg') return true;
  // The bit depth of a PNG (W3C PNG, 11.2.1).
  const deep = format === 'png' && picture.bytes[24] === 16;
  return Math.max(width, height) <= longSide && colour !== 'cmyk' && !deep;
}

/** In fewer pixels; the numbers stay in the colours of the picture's profile, but for CMYK, which becomes sRGB. */
async function writeAnew({ format, bytes, colour }: PictureSource): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const cmyk = colour === 'cmyk';
  const picture = sharp(bytes, { ignoreIcc: !cmyk, limitInputPixels: false });
  picture.resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true });
  if (!cmyk) picture.keepIccProfile();
  picture.toColourspace(colour === 'gray' ? 'b-w' : 'srgb');
  return new Uint8Array(await (format === 'png' ? picture.png() : picture.jpeg({ quality })).toBuffer());
}
