/**
 * Pictures: a path → an `ImageAsset`, upright, or one error that says what is wrong with the file. What the
 * photograph says of itself is read and then cut away with all that is no part of the picture (place,
 * camera, thumbnails); the coded picture stays the camera's own wherever a page can show it as it is.
 */
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import type { ImageAsset, ImageFormat, PhotoDescription } from '../document/publication.js';
import { withLent } from '../document/lent-bytes.js';
import type { Host, HostFailure } from '../host.js';
import { pathName } from '../document/path-name.js';
import { slug } from '../document/slug.js';
import { lendPhoto } from './lent-photo.js';
import { inMegabytes, limits } from './limits.js';
import type { PhotoData } from './photo-description.js';
import { acceptedFormats, mostPixels } from './photo-format.js';
import { photoDataOf, readJpegFile, stripJpeg } from './photo-jpeg.js';
import { readPlainJpeg } from './plain-jpeg.js';

/** A picture's file. */
export interface PictureFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The place in the text that asked for it. */
  readonly span: Span;
}

/** What opening a picture gives but for its name. */
export type OpenedPicture = Omit<ImageAsset, 'id' | 'path'>;

/** Reads one picture. `span` is the place in the text that asked for it; `taken` holds the ids given so far. */
export async function readImage(
  path: string,
  host: Host,
  span: Span,
  taken: Set<string>,
): Promise<Staged<ImageAsset | undefined>> {
  const photo = lendPhoto(path, host);
  if (photo) {
    const about = { format: 'jpeg', alpha: false, ...photo.plain, ...(await described(photo.data)) } as const;
    const value = withLent({ id: freeId(path, 'jpeg', taken), path, ...about }, photo.lent);
    return { value, diagnostics: [] };
  }
  const file = host.read(path, limits.picture);
  if (!file.ok) return { value: undefined, diagnostics: [unopened(path, file.reason, span)] };
  return openImage({ path, bytes: file.bytes, span }, taken);
}

/** Why the file of a picture was not opened. */
function unopened(path: string, reason: HostFailure, span: Span): Diagnostic {
  if (reason === 'outside') return diagnostic('IMG-OUTSIDE', { path }, { span });
  if (reason === 'directory') return diagnostic('IMG-NONE', { path, accepted: acceptedFormats }, { span });
  if (reason !== 'large') return diagnostic('IMG-MISSING', { path }, { span });
  return diagnostic('IMG-FILE-LARGE', { path, limit: inMegabytes(limits.picture) }, { span });
}

/** Opens the bytes of one picture; `taken` holds the ids given so far. */
export async function openImage(
  file: PictureFile,
  taken: Set<string>,
): Promise<Staged<ImageAsset | undefined>> {
  const { value, diagnostics } =
    (await openPlain(file)) ?? (await openDrawing(file)) ?? (await openDecoded(file));
  if (!value) return { value: undefined, diagnostics };
  const { path } = file;
  return { value: { id: freeId(path, value.format, taken), path, ...value }, diagnostics };
}

/** A JPEG that needs no decoder; undefined for everything else. */
async function openPlain({ bytes }: PictureFile): Promise<Staged<OpenedPicture> | undefined> {
  const jpeg = readJpegFile(bytes);
  const plain = jpeg && readPlainJpeg(jpeg);
  if (!plain || plain.width * plain.height > mostPixels) return undefined;
  const photo = await described(photoDataOf(jpeg));
  const value = { format: 'jpeg', bytes: stripJpeg(jpeg), alpha: false, ...plain, ...photo } as const;
  return { value, diagnostics: [] };
}

/** A drawing (SVG), cleaned; undefined for everything else. */
async function openDrawing(file: PictureFile): Promise<Staged<OpenedPicture | undefined> | undefined> {
  const { path, bytes, span } = file;
  if (!mayBeMarkup(bytes)) return undefined;
  const { cleanSvg, isSvg } = await import('./clean-svg.js');
  if (!isSvg(bytes)) return undefined;
  const clean = cleanSvg(bytes);
  if ('reason' in clean)
    return {
      value: undefined,
      diagnostics: [diagnostic('IMG-SVG-BROKEN', { path, reason: clean.reason }, { span })],
    };
  const { removed, text, ...drawing } = clean;
  const diagnostics = [
    ...(removed.length > 0
      ? [diagnostic('IMG-SVG-CLEANED', { path, removed: removed.join(', ') }, { span })]
      : []),
    ...(text ? [diagnostic('IMG-SVG-TEXT', { path }, { span })] : []),
  ];
  return { value: { format: 'svg', colour: 'rgb', alpha: true, ...drawing }, diagnostics };
}

/** Whether the first byte that is no white space begins markup, or a byte order mark stands there. */
function mayBeMarkup(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20);
  return first === 0x3c || first === 0xef || first === 0xfe || (first === 0xff && bytes[1] === 0xfe);
}

/** Most documents have plain JPEGs only: the decoder is loaded when the first picture wants it. */
async function openDecoded(file: PictureFile): Promise<Staged<OpenedPicture | undefined>> {
  const { decodeImage } = await import('./photo-decode.js');
  const { value, diagnostics } = await decodeImage(file);
  if (!value) return { value, diagnostics };
  const { said, ...picture } = value;
  return { value: { ...picture, ...(await described(said)) }, diagnostics };
}

/** What a picture says of itself, as a part of its asset. */
async function described(data: PhotoData | undefined): Promise<{ readonly photo?: PhotoDescription }> {
  if (!data) return {};
  const { describePhoto } = await import('./photo-description.js');
  const photo = await describePhoto(data);
  return photo ? { photo } : {};
}

/** The caption that a photo carries in itself, if it has one and can be read. */
export async function captionInside(path: string, host: Host): Promise<string | undefined> {
  const file = host.read(path);
  if (!file.ok) return undefined;
  const { value } = await openImage({ path, bytes: file.bytes, span: { file: path } }, new Set());
  return value?.photo?.caption;
}

/** An ASCII file name for the picture that no other of the article has. */
function freeId(path: string, format: ImageFormat, taken: Set<string>): string {
  const name = slug(pathName(path)) || 'anh';
  const ending = format === 'jpeg' ? 'jpg' : format;
  let id = `${name}.${ending}`;
  for (let n = 2; taken.has(id); n++) id = `${name}-${n}.${ending}`;
  taken.add(id);
  return id;
}
