/**
 * What becomes of a picture in print: one in colour that has none is printed with black ink alone, and where
 * the printer converts, colours become its inks, under its limit. In: assets and samples; out: the same, or
 * in grey or four inks.
 */
import type { ImageAsset } from '../document/publication.js';
import { limitInk, measureInk } from './limit-ink.js';
import { looksNeutral } from './neutral-jpeg.js';
import { decode, encodeSamples, openPicture, type Samples } from './picture-codec.js';
import type { Extent } from './picture-resolution.js';
import type { Profiles } from './output-intent.js';
import type { PdfTarget } from './pdf-target.js';
import { meaningOf, Separation } from './separate.js';

/** How a printer takes pictures. */
export interface Press {
  /** Where it converts. */
  readonly separation: Separation | undefined;
  /** All inks on one spot, percent. */
  readonly inkLimit: number;
  /** The profile of pictures that have none. */
  readonly srgb: Uint8Array;
}

/** How what a file is made for takes pictures; an archive takes them as they are. */
export function pressOf(target: PdfTarget, { intent, srgb }: Profiles): Press | undefined {
  if (target.edition === 'archive') return undefined;
  const { photos, ink } = target.printer;
  const separation = photos.colours === 'convert' ? Separation.by(intent, photos.rendering) : undefined;
  return { separation, inkLimit: ink.limit, srgb };
}

/** A picture and what its profile says, where there is one that can be used and is not that of the printer. */
export interface ProfiledPicture {
  readonly asset: ImageAsset;
  readonly profile: Uint8Array | undefined;
}

/** Red, green and blue this close together, of 255, are a grey. */
const greySpread = 4;

/** Percent under the limit: compression moves the inks of a pixel about. */
const headroom = 3;

/** A JPEG as the press takes it; undefined where that is as it came. */
export async function printedJpeg(
  { asset, profile }: ProfiledPicture,
  size: Extent | undefined,
  press: Press,
): Promise<ImageAsset | undefined> {
  const { separation } = press;
  if (asset.colour === 'rgb' && looksNeutral(asset.bytes)) {
    const samples = await decode(await openPicture(asset, size, true), 'srgb');
    const grey = greysOf(samples);
    if (grey) return encodeSamples(grey, asset);
  }
  if (!separation || asset.colour === 'gray') return undefined;
  if (asset.colour === 'cmyk' && !profile) {
    const samples = await decode(await openPicture(asset, size, true), 'cmyk');
    const changed = limitInk(samples.data, press.inkLimit - headroom);
    return changed > 0 || size ? encodeSamples(samples, asset) : undefined;
  }
  // What only a table explains becomes sRGB on the way.
  const meaning = asset.colour === 'rgb' ? meaningOf(profile ?? press.srgb) : undefined;
  const samples = await decode(await openPicture(asset, size, meaning !== undefined), 'srgb');
  const source = meaning ? (profile ?? press.srgb) : press.srgb;
  return encodeSamples(separated(samples, source, separation, press.inkLimit - headroom), asset);
}

/** Less of a photo than this share is a speck that dries with what is around it. */
const leastShare = 0.001;

/** Percent over the limit that compression alone may make of a pixel at it. */
const compression = 1;

/** What to tell of a JPEG in the inks of the press that has too much of them; the press leaves it as it is. */
export async function inkOver(
  asset: ImageAsset,
  { inkLimit }: Press,
): Promise<Readonly<Record<'ink' | 'share' | 'limit', number>> | undefined> {
  const { data } = await decode(await openPicture(asset, undefined, true), 'cmyk');
  const { most, share } = measureInk(data, inkLimit + compression);
  if (share < leastShare) return undefined;
  return { ink: most, share: Math.max(1, Math.round(share * 100)), limit: inkLimit };
}

/** Samples of red, green and blue as the press takes them; of drawings the greys stay with black ink. */
export function printedSamples(samples: Samples, { asset, profile }: ProfiledPicture, press: Press): Samples {
  if (samples.channels !== 3) return samples;
  const grey = greysOf(samples);
  if (grey ?? !press.separation) return grey ?? samples;
  const { separation, inkLimit, srgb } = press;
  if (!separation) return samples;
  const inks = separated(samples, profile && meaningOf(profile) ? profile : srgb, separation, inkLimit);
  if (asset.format === 'svg') blackInk(samples.data, inks.data);
  return inks;
}

function separated(samples: Samples, profile: Uint8Array, separation: Separation, limit: number): Samples {
  const meaning = meaningOf(profile);
  if (!meaning) throw new Error('a profile that only a table explains');
  const data = separation.pixels(samples.data, meaning);
  limitInk(data, limit);
  return { ...samples, data, channels: 4 };
}

/** The greys of samples in colour; undefined where some pixel is none. */
function greysOf(samples: Samples): Samples | undefined {
  const { data } = samples;
  const greys = new Uint8Array(data.length / 3);
  for (let from = 0, to = 0; to < greys.length; from += 3, to++) {
    const [r, g, b] = [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
    if (Math.max(r, g, b) - Math.min(r, g, b) > greySpread) return undefined;
    greys[to] = Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b);
  }
  return { ...samples, data: greys, channels: 1 };
}

/** Pixels that are grey in `rgb` get black ink alone in `inks`. */
function blackInk(rgb: Uint8Array, inks: Uint8Array): void {
  for (let from = 0, to = 0; to < inks.length; from += 3, to += 4) {
    const [r, g, b] = [rgb[from] ?? 0, rgb[from + 1] ?? 0, rgb[from + 2] ?? 0];
    if (Math.max(r, g, b) - Math.min(r, g, b) > greySpread) continue;
    inks.fill(0, to, to + 3);
    inks[to + 3] = 255 - g;
  }
}
