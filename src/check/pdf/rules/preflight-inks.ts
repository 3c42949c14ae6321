/** Preflight of colours: RGB that no profile explains, and more ink than the paper takes. */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import type { Paint } from '../graphics-state.js';
import type { PdfStream } from '../objects.js';
import type { PdfFile } from '../open-pdf.js';
import type { Painted } from '../painted.js';
import type { PdfContents } from '../read-pdf.js';
import type { PrintedPage } from './printed-page.js';
import { at } from './report.js';

/** Device RGB is explained by a default colour space or by an output intent of RGB (ISO 32000-1, 14.11.5). */
export function checkRgb(contents: PdfContents, printed: PrintedPage): readonly Diagnostic[] {
  if (hasRgbIntent(contents)) return [];
  const { painted, shows, page } = printed;
  const values = {
    page: page.number,
    texts: shows.filter(({ fill }) => fill.deviceRgb).length,
    shapes: painted.filter((item) => item.type === 'path' && paintsOf(item).some((paint) => paint.deviceRgb))
      .length,
    pictures: painted.filter((item) => item.type === 'picture' && item.deviceRgb).length,
  };
  if (values.texts + values.shapes + values.pictures === 0) return [];
  return [diagnostic('CHECK-RGB', values, at(contents))];
}

function hasRgbIntent(contents: PdfContents): boolean {
  return hasIntentOf(contents, 3);
}

/** Whether an output intent has a profile of so many components. */
export function hasIntentOf({ file }: PdfContents, components: number): boolean {
  return (file.array(file.catalog.raw('OutputIntents')) ?? []).some((item) => {
    const profile = file.stream(file.dict(item)?.raw('DestOutputProfile') ?? null);
    return profile !== undefined && file.number(profile.dict.raw('N')) === components;
  });
}

/** The colours of a path; none of a picture, whose colours are its own. */
function paintsOf(item: Painted): readonly Paint[] {
  return item.type === 'path' ? [item.fill, item.stroke].filter((paint) => paint !== undefined) : [];
}

/** Colours, then the pixels of CMYK pictures, as far as their filter can be undone. */
export function checkInk(
  contents: PdfContents,
  { page, painted, shows }: PrintedPage,
  limit: number,
): readonly Diagnostic[] {
  const paints = [...shows.map(({ fill }) => fill), ...painted.flatMap(paintsOf)];
  const heavy = paints.filter((paint) => inkOf(paint) > limit + tolerance);
  const most = heavy.toSorted((a, b) => inkOf(b) - inkOf(a))[0];
  const color = most?.values.map(percent).join(' ') ?? '';
  const values = { page: page.number, limit, ink: most ? Math.round(inkOf(most)) : 0, color };
  return [
    ...(most ? [diagnostic('CHECK-INK', { ...values, count: heavy.length }, at(contents))] : []),
    ...checkPictures(contents, { page, painted, shows }, limit),
  ];
}

const percent = (share: number): number => Math.round(share * 100);
/** Rounding of components, percent. */
const tolerance = 0.5;

/** All inks of a colour, percent; 0 for what is not CMYK. */
function inkOf({ space, values }: Paint): number {
  return space === 'cmyk' ? 100 * values.slice(0, 4).reduce((sum, value) => sum + value, 0) : 0;
}

/** Less of a picture than this share is a speck that dries with what is around it. */
export const leastShare = 0.001;

function checkPictures(
  contents: PdfContents,
  { page, painted }: Omit<PrintedPage, 'trim'>,
  limit: number,
): readonly Diagnostic[] {
  const streams = new Set(
    painted.flatMap((item) =>
      item.type === 'picture' && item.space === 'cmyk' && item.bits === 8 && item.stream ? [item.stream] : [],
    ),
  );
  return [...streams].flatMap((stream) => {
    const { most, share } = pictureInk(contents.file, stream, limit);
    if (share < leastShare) return [];
    const values = { page: page.number, limit, ink: most, share: Math.max(1, Math.round(share * 100)) };
    return [diagnostic('CHECK-INK-PICTURE', values, at(contents))];
  });
}

/** Ink of the pixels of a picture. */
export interface PixelInk {
  /** The most of one pixel, percent. */
  readonly most: number;
  /** Which part of the pixels has more than the limit. */
  readonly share: number;
}

function pictureInk(file: PdfFile, stream: PdfStream, limit: number): PixelInk {
  const pixels = file.decode(stream);
  if (!pixels) return { most: 0, share: 0 };
  // `Decode` may turn the samples round (8.9.5.2): 1 0 for each of the four.
  const [low = 0, high = 1] = file.numbers(stream.dict.raw('Decode')) ?? [];
  return pixelInk(pixels, low > high, limit);
}

/** The ink of pixels of four bytes; `inverted` when 0 is full ink. */
export function pixelInk(pixels: Uint8Array, inverted: boolean, limit: number): PixelInk {
  if (pixels.length < 4) return { most: 0, share: 0 };
  const most = (limit + tolerance) * 2.55;
  let [heaviest, over] = [0, 0];
  for (let i = 0; i + 3 < pixels.length; i += 4) {
    const sum = (pixels[i] ?? 0) + (pixels[i + 1] ?? 0) + (pixels[i + 2] ?? 0) + (pixels[i + 3] ?? 0);
    const ink = inverted ? 4 * 255 - sum : sum;
    if (ink > heaviest) heaviest = ink;
    if (ink > most) over += 1;
  }
  return { most: Math.round(heaviest / 2.55), share: over / Math.floor(pixels.length / 4) };
}
