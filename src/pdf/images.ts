/**
 * Writes pictures as image XObjects (ISO 32000-1, 8.9.5): each asset once, with its colour profile. JPEGs go
 * in unchanged; PNGs are decoded and packed, transparency as a soft mask only where there is some. What has
 * many more pixels than its largest place shows is resampled. By edition: what is CMYK without a profile
 * becomes sRGB for the archive, whose intent is sRGB; RGB in print is marked as sRGB, so that the printing
 * house's conversion knows what it converts.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { ImageAsset } from '../document/publication.js';
import type { PdfEdition } from './colour.js';
import { readJpeg } from './jpeg.js';
import type { ProfileStreams } from './output-intent.js';
import { deflate } from './deflate.js';
import { decode, encodeJpeg, openPicture } from './picture-codec.js';
import { isTooNew, usableProfile } from './picture-profile.js';
import { inkOver, printedJpeg, printedSamples, type Press } from './print-picture.js';
import { meaningOf } from './separate.js';
import type { PdfFile } from './pdf-file.js';
import { drawnPixels, fewerPixels, type Extent, type PlacedSize } from './picture-resolution.js';
import type { PdfDictionary, PdfReference, PdfValue } from './pdfkit-internals.js';

/** A picture in the file. */
export interface WrittenImage {
  readonly object: PdfReference;
  readonly transparent: boolean;
}

/** A picture as it stands in a file but for what the file numbers: its profile and its mask. */
export type StoredPicture =
  | { readonly type: 'jpeg'; readonly asset: ImageAsset }
  | (Extent & {
      readonly type: 'samples';
      readonly channels: number;
      readonly profile: Uint8Array | undefined;
      /** Predicted and deflated, as is the mask. */
      readonly data: Uint8Array;
      /** undefined where nothing shows through. */
      readonly mask: Uint8Array | undefined;
    });

/** What pictures need of the document. */
export interface ImageContext {
  readonly file: PdfFile;
  /** Pictures that were made ready before, for another file of the same pages too. */
  readonly stored: Map<ImageAsset, StoredPicture>;
  readonly edition: PdfEdition;
  /** The latest version of ICC profiles that pictures may bring. */
  readonly iccVersion: number;
  readonly profiles: ProfileStreams;
  /** sRGB, written. */
  readonly srgb: PdfReference;
  /** Profile of the output intent: a picture with the very same one is in device colours. */
  readonly intent: Uint8Array;
  /** Pixels an inch that the file carries. */
  readonly wanted: number;
  /** How the printer takes pictures; in print. */
  readonly press: Press | undefined;
}

/** The largest place of a picture. */
export interface PicturePlace {
  readonly size: PlacedSize;
  /** Label of the page. */
  readonly page: string;
  /** Whether JPEGs with many more pixels than that are resampled. */
  readonly resample: boolean;
}

/** Writes a picture, large enough for its largest place; one that cannot be read is an error for the edition. */
export async function writeImage(
  asset: ImageAsset,
  { size, page, resample }: PicturePlace,
  context: ImageContext,
): Promise<Staged<WrittenImage | undefined>> {
  try {
    const { wanted } = context;
    const stays = asset.format === 'jpeg' && !resample;
    const pixels =
      asset.format === 'svg'
        ? drawnPixels(size, wanted)
        : stays
          ? undefined
          : fewerPixels(asset, size, wanted);
    const known = context.stored.get(asset);
    const stored = known ?? (await storePicture(asset, pixels, context));
    context.stored.set(asset, stored);
    const diagnostics = known ? [] : await tellInk(stored, page, context);
    return { value: addPicture(stored, context), diagnostics };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const at = { edition: context.edition };
    return { value: undefined, diagnostics: [diagnostic('PDF-IMAGE', { path: asset.path, reason }, at)] };
  }
}

/** Makes a picture ready for files of this kind. */
async function storePicture(
  asset: ImageAsset,
  size: Extent | undefined,
  context: ImageContext,
): Promise<StoredPicture> {
  const header = asset.format === 'jpeg' ? readJpeg(asset.bytes) : undefined;
  if (!header?.decodable) return storeSamples(asset, size, context);
  const { components } = header;
  const usable = usableProfile(asset, components, context);
  if (context.press) {
    const profile = usable && !isIntent(usable, context) ? usable : undefined;
    const printed = await printedJpeg({ asset, profile }, size, context.press);
    if (printed) return { type: 'jpeg', asset: printed };
  }
  const foreign = components === 4 && context.edition === 'archive' && !usable;
  const toRgb = foreign || isTooNew(asset, components, context.iccVersion);
  const encoded = toRgb || size ? await encodeJpeg(asset, size, { ...context, toRgb }) : asset;
  return { type: 'jpeg', asset: encoded };
}

/** A photo that goes in as inks of the press and has too much of them; where the press converts, it has not. */
async function tellInk(
  picture: StoredPicture,
  page: string,
  context: ImageContext,
): Promise<readonly Diagnostic[]> {
  const { press, edition } = context;
  if (!press || press.separation || picture.type !== 'jpeg' || picture.asset.colour !== 'cmyk') return [];
  const profile = usableProfile(picture.asset, 4, context);
  if (profile && !isIntent(profile, context)) return [];
  const over = await inkOver(picture.asset, press);
  if (!over) return [];
  return [diagnostic('PDF-INK-PICTURE', { path: picture.asset.path, page, ...over }, { edition })];
}

/** Decodes the picture; sharp converts what has a profile that cannot be embedded to sRGB. */
async function storeSamples(
  asset: ImageAsset,
  size: Extent | undefined,
  context: ImageContext,
): Promise<StoredPicture> {
  const { press } = context;
  const profile = usableProfile(asset, asset.colour === 'gray' ? 1 : 3, context);
  // What is converted here must mean what the conversion takes it for.
  const ignoreIcc = profile !== undefined && (!press?.separation || meaningOf(profile) !== undefined);
  const picture = await openPicture(asset, size, ignoreIcc);
  const { data, channels, ...extent } = await decode(picture, asset.colour === 'gray' ? 'b-w' : 'srgb');
  const alpha = channels === 2 || channels === 4;
  const colours = alpha ? channels - 1 : channels;
  const plain = { ...extent, data: alpha ? plane(data, channels, [0, colours]) : data, channels: colours };
  const printed = press ? printedSamples(plain, { asset, profile }, press) : plain;
  const mask = alpha ? plane(data, channels, [colours, 1]) : undefined;
  // A mask that hides nothing would only cost the printing house a flattening.
  const transparent = mask?.some((value) => value !== 255) ?? false;
  const { width } = extent;
  return {
    ...extent,
    type: 'samples',
    channels: printed.channels,
    profile: printed === plain ? profile : undefined,
    data: packed(printed.data, width, printed.channels),
    mask: mask && transparent ? packed(mask, width, 1) : undefined,
  };
}

/** Puts a picture into the file. */
function addPicture(picture: StoredPicture, context: ImageContext): WrittenImage {
  const { file } = context;
  if (picture.type === 'jpeg') {
    const { asset } = picture;
    const { components = 3, adobe = false } = readJpeg(asset.bytes) ?? {};
    const data: PdfDictionary = {
      ...imageDictionary(asset.width, asset.height),
      ColorSpace: colourSpace(components, usableProfile(asset, components, context), context),
      Filter: 'DCTDecode',
    };
    if (components === 4 && adobe) data['Decode'] = [1, 0, 1, 0, 1, 0, 1, 0];
    return { object: file.addStream(data, asset.bytes), transparent: false };
  }
  const { width, height, channels, profile, data, mask } = picture;
  const dictionary: PdfDictionary = {
    ...imageDictionary(width, height),
    ColorSpace: colourSpace(channels, profile, context),
    ...predictorOf(width, channels),
  };
  if (mask) {
    const plain = { ...imageDictionary(width, height), ColorSpace: 'DeviceGray' };
    dictionary['SMask'] = file.addStream({ ...plain, ...predictorOf(width, 1) }, mask);
  }
  return { object: file.addStream(dictionary, data), transparent: mask !== undefined };
}

function imageDictionary(width: number, height: number): PdfDictionary {
  return { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
}

function colourSpace(
  components: number,
  profile: Uint8Array | undefined,
  { profiles, edition, srgb, intent }: ImageContext,
): PdfValue {
  // Grey prints with black ink alone; a profile would spread it over four.
  if (components === 1 && (edition === 'print' || !profile)) return 'DeviceGray';
  // ICCBased with the intent's own profile is not allowed (ISO 15930-7), and means the same.
  if (profile && !isIntent(profile, { intent })) return ['ICCBased', profiles.of(profile)];
  if (components === 4) return 'DeviceCMYK';
  return edition === 'print' ? ['ICCBased', srgb] : 'DeviceRGB';
}

/** Whether a profile is that of the output intent. */
function isIntent(profile: Uint8Array, { intent }: Pick<ImageContext, 'intent'>): boolean {
  return Buffer.compare(profile, intent) === 0;
}

/** Some of the channels of interleaved samples: from the first, so many. */
function plane(samples: Uint8Array, channels: number, [first, count]: readonly [number, number]): Uint8Array {
  const result = new Uint8Array((samples.length / channels) * count);
  for (let from = first, to = 0; to < result.length; from += channels) {
    for (let i = 0; i < count; i++) result[to++] = samples[from + i] ?? 0;
  }
  return result;
}

/** 8-bit samples with PNG prediction, deflated (ISO 32000-1, 7.4.4.4). */
function packed(samples: Uint8Array, width: number, components: number): Uint8Array {
  return deflate(predict(samples, width * components, components));
}

/** How samples are packed, for their dictionary. */
function predictorOf(width: number, components: number): PdfDictionary {
  const parameters = { Predictor: 15, Colors: components, BitsPerComponent: 8, Columns: width };
  return { Filter: 'FlateDecode', DecodeParms: parameters };
}

/** Each row as differences to the left (PNG filter 1) or to the row above (2), whichever is smaller. */
function predict(samples: Uint8Array, stride: number, pixel: number): Uint8Array {
  const rows = samples.length / stride;
  const result = new Uint8Array(rows * (stride + 1));
  const left = new Uint8Array(stride);
  const above = new Uint8Array(stride);
  for (let row = 0; row < rows; row++) {
    const at = row * stride;
    let leftSum = 0;
    let aboveSum = 0;
    for (let i = 0; i < stride; i++) {
      const value = samples[at + i] ?? 0;
      const l = (value - (i >= pixel ? (samples[at + i - pixel] ?? 0) : 0)) & 255;
      const a = (value - (row > 0 ? (samples[at + i - stride] ?? 0) : 0)) & 255;
      left[i] = l;
      above[i] = a;
      leftSum += l < 128 ? l : 256 - l;
      aboveSum += a < 128 ? a : 256 - a;
    }
    const to = row * (stride + 1);
    result[to] = leftSum <= aboveSum ? 1 : 2;
    result.set(leftSum <= aboveSum ? left : above, to + 1);
  }
  return result;
}
