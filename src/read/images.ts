/**
 * Pictures: a path → an `ImageAsset`, upright, or one error that says what is wrong with the file. The
 * bytes stay the camera's own unless EXIF says that the picture lies on its side: then it is turned
 * and written anew, without its camera data (GPS among them), its ICC profile kept.
 */
import type { Metadata as SharpMetadata } from 'sharp';
import { diagnostic, type Span, type Staged } from '../diagnostic.js';
import type { ImageAsset, ImageFormat } from '../document/publication.js';
import type { Host } from '../host.js';
import { pathName } from '../document/path-name.js';
import { slug } from '../document/slug.js';
import { readPlainJpeg } from './plain-jpeg.js';

/** Endings that a photo may have; those that cannot be read are told so by name. */
export const pictureEnding = /\.(?:jpe?g|png|gif|webp|tiff?|avif|hei[cf]|bmp|svg)$/i;

/** JPEG quality when a turned picture is written anew: no loss that print shows. */
const turnedQuality = 95;

/** Reads one picture. `span` is the place in the text that asked for it; `taken` holds the ids given so far. */
export async function readImage(
  path: string,
  host: Host,
  span: Span,
  taken: Set<string>,
): Promise<Staged<ImageAsset | undefined>> {
  const file = host.read(path);
  if (!file.ok) return { value: undefined, diagnostics: [diagnostic('IMG-MISSING', { path }, { span })] };
  return openImage({ path, bytes: file.bytes, span }, taken);
}

/** Opens the bytes of one picture; `taken` holds the ids given so far. */
export async function openImage(
  { path, bytes, span }: { readonly path: string; readonly bytes: Uint8Array; readonly span: Span },
  taken: Set<string>,
): Promise<Staged<ImageAsset | undefined>> {
  const plain = readPlainJpeg(bytes);
  if (plain) {
    const id = freeId(path, 'jpeg', taken);
    return { value: { id, path, format: 'jpeg', bytes, alpha: false, ...plain }, diagnostics: [] };
  }
  try {
    const { default: sharp } = await import('sharp');
    const info = await sharp(bytes, { failOn: 'error' }).metadata();
    const format = formatOf(info);
    if (!format) {
      const values = { path, format: info.format.toUpperCase() };
      return { value: undefined, diagnostics: [diagnostic('IMG-FORMAT', values, { span })] };
    }
    const upright = (info.orientation ?? 1) === 1 ? bytes : await turn(bytes, info, format);
    // Only decoding every row shows that a file was cut short.
    await sharp(upright, { failOn: 'error' }).stats();
    const asset = describeImage(path, upright, await sharp(upright).metadata(), format);
    return { value: { ...asset, id: freeId(path, format, taken) }, diagnostics: [] };
  } catch (error) {
    return { value: undefined, diagnostics: [unreadable(path, bytes, error, span)] };
  }
}

function formatOf(info: SharpMetadata): ImageFormat | undefined {
  return info.format === 'jpeg' || info.format === 'png' ? info.format : undefined;
}

/** Turns a picture as EXIF asks (TIFF tag 274) and leaves its metadata behind. */
async function turn(bytes: Uint8Array, info: SharpMetadata, format: ImageFormat): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const turned = sharp(bytes, { failOn: 'error' }).autoOrient().keepIccProfile();
  if (info.space === 'cmyk') turned.toColourspace('cmyk');
  if (format === 'png') return turned.png().toBuffer();
  return turned.jpeg({ quality: turnedQuality, chromaSubsampling: '4:4:4' }).toBuffer();
}

function describeImage(
  path: string,
  bytes: Uint8Array,
  info: SharpMetadata,
  format: ImageFormat,
): Omit<ImageAsset, 'id'> {
  const { width, height } = info;
  const colour = info.space === 'cmyk' ? 'cmyk' : info.channels <= 2 ? 'gray' : 'rgb';
  const icc = info.icc ? { icc: new Uint8Array(info.icc) } : {};
  return { path, format, bytes, width, height, colour, alpha: info.hasAlpha, ...icc };
}

/** An ASCII file name for the picture that no other of the article has. */
function freeId(path: string, format: ImageFormat, taken: Set<string>): string {
  const name = slug(pathName(path)) || 'anh';
  const ending = format === 'jpeg' ? 'jpg' : 'png';
  let id = `${name}.${ending}`;
  for (let n = 2; taken.has(id); n++) id = `${name}-${n}.${ending}`;
  taken.add(id);
  return id;
}

/** Which kind of bad file it is: another format by its first bytes, or a damaged picture. */
function unreadable(
  path: string,
  bytes: Uint8Array,
  error: unknown,
  span: Span,
): ReturnType<typeof diagnostic> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 16));
  const heic = /^.{4}ftyp(?:hei|mif)/s.test(start);
  const bmp = start.startsWith('BM');
  if (heic || bmp) return diagnostic('IMG-FORMAT', { path, format: heic ? 'HEIC' : 'BMP' }, { span });
  const message = error instanceof Error ? error.message : String(error);
  const reason = (message.split('\n')[0] ?? '').replace(/\s+/g, ' ').trim();
  return diagnostic('IMG-BROKEN', { path, reason }, { span });
}
