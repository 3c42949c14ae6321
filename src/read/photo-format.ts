/**
 * Formats of pictures: which are taken, what the others are called, and how large a picture may be. In: the
 * first bytes of a file; out: a name that the user knows.
 */

/** Endings that a photo may have; those that cannot be read are told so by name. */
export const pictureEnding = /\.(?:jpe?g|png|gif|webp|tiff?|avif|hei[cf]|bmp|svg)$/i;

/** What is said to be taken, for messages. */
export const acceptedFormats = 'JPEG, PNG, WebP, AVIF, TIFF, GIF, SVG';

/** Pixels of the largest picture that is opened: a poster of 70 × 100 cm at 300 ppi; decoded it takes 400 MB. */
export const mostPixels = 100_000_000;

/** HEIF files whose picture is coded as H.265 (ISO/IEC 23008-12, B.4.1), which may not be decoded freely. */
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'];

/** Whether a file is what telephones call HEIC: its main brand says so, or is general and AVIF is not among the others. */
export function isHeic(bytes: Uint8Array): boolean {
  if (latin1(bytes, 4, 8) !== 'ftyp') return false;
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  const [brand, others] = [latin1(bytes, 8, 12), latin1(bytes, 16, Math.min(length, 256))];
  return heicBrands.includes(brand) || (/^(?:mif|msf)1$/.test(brand) && !/avi[fs]/.test(others));
}

/** First bytes of pictures that are not taken. */
const foreign: readonly (readonly [name: string, start: string])[] = [
  ['BMP', 'BM'],
  ['PSD', '8BPS'],
  ['PDF', '%PDF-'],
  ['EPS', '%!PS'],
  ['EPS', '\xc5\xd0\xd3\xc6'],
  ['ICO', '\0\0\x01\0'],
  ['JPEG 2000', '\0\0\0\x0cjP  '],
  ['JPEG XL', '\xff\x0a'],
  ['JPEG XL', '\0\0\0\x0cJXL '],
  ['CR2', 'II*\0\x10\0\0\0CR'],
];

/** The name of a picture format that is not taken; undefined for anything else. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes, 0, 16);
  return foreign.find(([, signature]) => start.startsWith(signature))?.[0];
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
