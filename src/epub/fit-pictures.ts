/**
 * Pictures as reading systems take them: no larger than a page of theirs shows, in RGB or grey of 8 bits. In:
 * the pictures of the package; out: the same files, written anew only where they have to be, two at a time,
 * so that no more are decoded at once. A picture never becomes larger. One whose data are damaged withholds the
 * edition.
 */
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import type { PictureFile, PictureSource } from './gather-pictures.js';
import type { PackageFile } from './package-model.js';

/** Pixels of the long side that a reader can see, zoomed in on a tablet. */
export const longSide = 1600;

/** JPEG quality of a picture written anew. */
const quality = 88;

/** Bytes of the largest picture that Kobo advises. */
const mostBytes = 5_000_000;
/** Pixels of the long side of a PNG that has more in its usual size: with four bytes each it cannot reach them. */
const heavySide = 1100;

/** Pictures that are decoded at once: a second one takes up the cores that the first leaves idle. */
const atOnce = 2;

/** The files with the bytes that the ebook carries; undefined where one cannot be made of them. */
export async function fitPictures(
  files: readonly PictureFile[],
): Promise<Staged<readonly PackageFile[] | undefined>> {
  const fitted: PackageFile[] = [...files];
  const broken = new Map<number, Diagnostic>();
  const larger = [...files.entries()].filter(([, { picture }]) => !fits(picture));
  const work = larger.values();
  const worker = async (): Promise<void> => {
    for (const [at, { href, mediaType, picture }] of work) {
      // Read here: a file that is gone or changed is no damaged picture.
      const bytes = await writeAnew(picture, picture.bytes);
      if (bytes) fitted[at] = { href, mediaType, bytes };
      else broken.set(at, brokenPicture(picture.path));
    }
  };
  // What fits stays as it is, not copied: its bytes may be lent.
  await Promise.all(Array.from({ length: atOnce }, worker));
  const diagnostics = [...broken].sort(([a], [b]) => a - b).map(([, one]) => one);
  return { value: diagnostics.length > 0 ? undefined : fitted, diagnostics };
}

/** A header that can be read, and behind it data that cannot. */
export function brokenPicture(path: string, span: Span = { file: path }): Diagnostic {
  return diagnostic('IMG-BROKEN', { path }, { span, edition: 'ebook' });
}

function fits(picture: PictureSource): boolean {
  const { format, width = 0, height = 0, colour } = picture;
  if (format === 'svg') return true;
  // The bit depth of a PNG (W3C PNG, 11.2.1).
  const deep = format === 'png' && picture.bytes[24] === 16;
  if ((picture.lent?.length ?? picture.bytes.length) > mostBytes) return false;
  return Math.max(width, height) <= longSide && colour !== 'cmyk' && !deep;
}

/**
 * In fewer pixels; the numbers stay in the colours of the picture's profile, but for CMYK, which becomes sRGB.
 * undefined where the data are damaged.
 */
async function writeAnew(
  { format, colour }: PictureSource,
  bytes: Uint8Array,
): Promise<Uint8Array | undefined> {
  const { default: sharp } = await import('sharp');
  const cmyk = colour === 'cmyk';
  const picture = sharp(bytes, { ignoreIcc: !cmyk, limitInputPixels: false });
  picture.resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true });
  if (!cmyk) picture.keepIccProfile();
  picture.toColourspace(colour === 'gray' ? 'b-w' : 'srgb');
  try {
    if (format !== 'png') return new Uint8Array(await picture.jpeg({ quality }).toBuffer());
    const png = await picture.png().toBuffer();
    if (png.length <= mostBytes) return new Uint8Array(png);
    picture.resize({ width: heavySide, height: heavySide, fit: 'inside', withoutEnlargement: true });
    return new Uint8Array(await picture.png().toBuffer());
  } catch {
    return undefined;
  }
}
