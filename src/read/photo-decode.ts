/**
 * Pictures that need a decoder (sharp): bytes → a picture that the editions can show. A JPEG or PNG that is
 * whole and upright keeps its coded picture; one that lies on its side is turned and written anew, its
 * numbers in the colours of its own profile.
 */
import sharp, { type Metadata, type Sharp } from 'sharp';
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { ImageFormat } from '../document/publication.js';
import type { OpenedPicture, PictureFile } from './images.js';
import type { PhotoData } from './photo-description.js';
import { photoDataOf, readJpegFile, stripJpeg } from './photo-jpeg.js';
import { stripPng } from './photo-png.js';

/** A picture and what its file says of it. */
type Decoded = OpenedPicture & { readonly said: PhotoData | undefined };

/** JPEG quality when a picture is written anew: no loss that print shows. */
const quality = 95;

/** Reads one picture; undefined, with an error, when it cannot be read. */
export async function decodeImage(file: PictureFile): Promise<Staged<Decoded | undefined>> {
  const { path, bytes, span } = file;
  try {
    const info = await open(bytes).metadata();
    const format = info.format === 'jpeg' || info.format === 'png' ? info.format : undefined;
    if (!format) {
      const values = { path, format: info.format.toUpperCase() };
      return { value: undefined, diagnostics: [diagnostic('IMG-FORMAT', values, { span })] };
    }
    const upright = (info.orientation ?? 1) === 1 ? stripped(bytes, format) : undefined;
    // Only decoding every row shows that a file was cut short.
    if (upright) await open(upright).stats();
    const shown = upright ?? (await writeAnew(bytes, info, format));
    const said = saidBy(bytes, info);
    return { value: { ...(await describe(shown, format)), said }, diagnostics: [] };
  } catch (error) {
    return { value: undefined, diagnostics: [unreadable(file, error)] };
  }
}

/** Numbers as they stand: what the profile makes of them is for whoever shows the picture. */
function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: 'error', ignoreIcc: true });
}

/** The file without what is no part of its picture; undefined where it cannot be cut out. */
function stripped(bytes: Uint8Array, format: ImageFormat): Uint8Array | undefined {
  if (format === 'png') return stripPng(bytes);
  const jpeg = readJpegFile(bytes);
  return jpeg && stripJpeg(jpeg);
}

/** Turns a picture as EXIF asks (TIFF tag 274); its profile goes along, nothing else. */
async function writeAnew(bytes: Uint8Array, info: Metadata, format: ImageFormat): Promise<Uint8Array> {
  const picture = open(bytes).autoOrient().keepIccProfile();
  if (info.space === 'cmyk') picture.pipelineColourspace('cmyk').toColourspace('cmyk');
  const written = format === 'png' ? picture.png() : picture.jpeg({ quality, chromaSubsampling: '4:4:4' });
  return new Uint8Array(await written.toBuffer());
}

async function describe(bytes: Uint8Array, format: ImageFormat): Promise<OpenedPicture> {
  const { width, height, space, channels, hasAlpha, icc } = await open(bytes).metadata();
  const colour = space === 'cmyk' ? 'cmyk' : channels <= 2 ? 'gray' : 'rgb';
  const profile = icc ? { icc: new Uint8Array(icc) } : {};
  return { format, bytes, width, height, colour, alpha: hasAlpha, ...profile };
}

/** What stands in a file beside its picture. */
function saidBy(bytes: Uint8Array, info: Metadata): PhotoData | undefined {
  const jpeg = readJpegFile(bytes);
  if (jpeg) return photoDataOf(jpeg);
  const { exif, xmp, iptc } = info;
  if (!exif && !xmp && !iptc) return undefined;
  // libvips gives EXIF as a segment of JPEG has it.
  const tiff = exif?.subarray(exif.subarray(0, 4).toString('latin1') === 'Exif' ? 6 : 0);
  return { ...(tiff && { exif: tiff }), ...(xmp && { xmp }), ...(iptc && { iptc }) };
}

/** What is wrong with a file that no decoder takes. */
function unreadable({ path, bytes, span }: PictureFile, error: unknown): Diagnostic {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 16));
  const heic = /^.{4}ftyp(?:hei|mif)/s.test(start);
  const bmp = start.startsWith('BM');
  if (heic || bmp) return diagnostic('IMG-FORMAT', { path, format: heic ? 'HEIC' : 'BMP' }, { span });
  const message = error instanceof Error ? error.message : String(error);
  const reason = (message.split('\n')[0] ?? '').replace(/\s+/g, ' ').trim();
  return diagnostic('IMG-BROKEN', { path, reason }, { span });
}
