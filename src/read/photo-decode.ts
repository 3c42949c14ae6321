/**
 * Pictures that need a decoder (sharp): bytes → a picture that the editions can show. A JPEG or PNG that is
 * whole and upright keeps its coded picture. One that lies on its side is turned and written anew, and so
 * are the formats that books and PDFs do not know: as PNG what shines through or has few colours, as JPEG
 * the rest. The numbers stay in the colours of the picture's own profile, which goes along.
 */
import sharp, { type Metadata, type Sharp } from 'sharp';
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { ImageFormat } from '../document/publication.js';
import type { OpenedPicture, PictureFile } from './images.js';
import type { PhotoData } from './photo-description.js';
import { acceptedFormats, foreignFormat, isHeic, mostPixels } from './photo-format.js';
import { photoDataOf, readJpegFile, stripJpeg } from './photo-jpeg.js';
import { stripPng } from './photo-png.js';

/** A picture and what its file says of it. */
type Decoded = OpenedPicture & { readonly said: PhotoData | undefined };

/** JPEG quality when a picture is written anew: no loss that print shows. */
const quality = 95;

/** What the decoder calls the formats that are taken. */
const taken = new Set(['jpeg', 'png', 'webp', 'heif', 'tiff', 'gif']);

/** Reads one picture; undefined, with an error, when it cannot be read. */
export async function decodeImage(file: PictureFile): Promise<Staged<Decoded | undefined>> {
  const { path, bytes, span } = file;
  const refuse = (said: Diagnostic): Staged<undefined> => ({ value: undefined, diagnostics: [said] });
  if (isHeic(bytes)) return refuse(diagnostic('IMG-HEIC', { path }, { span }));
  const unknown = foreignFormat(bytes);
  if (unknown !== undefined) return refuse(foreignPicture(file, unknown));
  try {
    // The header alone, however many pixels it speaks of.
    const info = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!taken.has(info.format)) return refuse(foreignPicture(file, info.format.toUpperCase()));
    if (info.width * info.height > mostPixels) return refuse(tooLarge(file, info));
    const { bytes: shown, format } = (await asItIs(bytes, info)) ?? (await writtenAnew(bytes, info));
    const value = { ...(await describe(shown, format)), said: saidBy(bytes, info) };
    const frames = info.pages ?? 1;
    const diagnostics = frames > 1 ? [diagnostic('IMG-FRAMES', { path, frames }, { span })] : [];
    return { value, diagnostics };
  } catch (error) {
    // What the decoder says is for programmers.
    const unknown = error instanceof Error && /unsupported image format/i.test(error.message);
    if (unknown && !beginsAsTaken(bytes))
      return refuse(diagnostic('IMG-NONE', { path, accepted: acceptedFormats }, { span }));
    return refuse(diagnostic('IMG-BROKEN', { path }, { span }));
  }
}

/** Whether a file begins as JPEG, PNG, GIF, TIFF or WebP does, however it goes on. */
function beginsAsTaken(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  return /^(?:\xff\xd8|\x89PNG|GIF8|II\*|RIFF)/.test(head) || (head.startsWith('MM') && bytes[2] === 0);
}

function foreignPicture({ path, span }: PictureFile, format: string): Diagnostic {
  return diagnostic('IMG-FORMAT', { path, format, accepted: acceptedFormats }, { span });
}

function tooLarge(
  { path, span }: PictureFile,
  { width, height }: { readonly width: number; readonly height: number },
): Diagnostic {
  return diagnostic('IMG-LARGE', { path, width, height, most: mostPixels / 1e6 }, { span });
}

/** Numbers as they stand: what the profile makes of them is for whoever shows the picture. */
function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: 'error', ignoreIcc: true, limitInputPixels: mostPixels });
}

interface Written {
  readonly bytes: Uint8Array;
  readonly format: ImageFormat;
}

/** An upright JPEG or PNG without what is no part of its picture; undefined where it has to be written anew. */
async function asItIs(bytes: Uint8Array, info: Metadata): Promise<Written | undefined> {
  const { format, orientation = 1 } = info;
  if (orientation !== 1 || (format !== 'jpeg' && format !== 'png')) return undefined;
  const jpeg = format === 'jpeg' ? readJpegFile(bytes) : undefined;
  const stripped = format === 'png' ? stripPng(bytes) : jpeg && stripJpeg(jpeg);
  if (!stripped) return undefined;
  // Only decoding every row shows that a file was cut short.
  await open(stripped).resize(8, 8, { fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer();
  return { bytes: stripped, format };
}

/** Turns a picture as EXIF asks (TIFF tag 274); its profile goes along, nothing else. */
async function writtenAnew(bytes: Uint8Array, info: Metadata): Promise<Written> {
  const picture = open(bytes).autoOrient().keepIccProfile();
  if (info.space === 'cmyk') picture.pipelineColourspace('cmyk').toColourspace('cmyk');
  else if (info.channels <= 2) picture.toColourspace('b-w');
  const format = await formatFor(bytes, info);
  if (format === 'jpeg') picture.removeAlpha().jpeg({ quality, chromaSubsampling: '4:4:4' });
  else picture.png();
  return { bytes: new Uint8Array(await picture.toBuffer()), format };
}

/** The format that loses nothing of a picture which a reader would see. */
async function formatFor(bytes: Uint8Array, info: Metadata): Promise<ImageFormat> {
  const { format, space, hasAlpha } = info;
  if (format === 'jpeg' || format === 'png') return format;
  // PNG has no CMYK.
  if (space === 'cmyk') return 'jpeg';
  if (hasAlpha && !(await open(bytes).stats()).isOpaque) return 'png';
  return (await hasFewColours(bytes)) ? 'png' : 'jpeg';
}

/** Colours up to which a picture is drawn rather than photographed: those of a palette. */
const paletteSize = 256;
/** Side of the sample that colours are counted in, pixels. */
const sampleSide = 1024;

/** Counts the colours of some of the pixels, none of them mixed. */
async function hasFewColours(bytes: Uint8Array): Promise<boolean> {
  const sample = { width: sampleSide, height: sampleSide, fit: 'inside', kernel: 'nearest' } as const;
  const { data, info } = await open(bytes)
    .resize({ ...sample, withoutEnlargement: true })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const colours = new Set<number>();
  for (let at = 0; at < data.length && colours.size <= paletteSize; at += info.channels) {
    let colour = 0;
    for (let i = 0; i < info.channels; i++) colour = colour * 256 + (data[at + i] ?? 0);
    colours.add(colour);
  }
  return colours.size <= paletteSize;
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
