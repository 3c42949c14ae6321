/**
 * Painted pages → a side of a sheet, which is a painted page again: each page on it a form XObject
 * (ISO 32000-1, 8.10) of the very content that it has in the file of pages, cut at the fold and at its bleed.
 * In: the side as imposed, the pages of the file; out: what is written as a page.
 */
import { inflateSync } from 'node:zlib';
import type { PlacedPage, SheetSide } from '../document/sheet.js';
import { Canvas } from './canvas.js';
import { ContentBuffer } from './content-buffer.js';
import type { StoredStream } from './deflate.js';
import { GraphicsStates } from './graphics-states.js';
import type { Box } from '../document/matrix.js';
import { paintBorder } from './paint-border.js';
import type { PaintedContent, PaintedForm, PaintedPage } from './painted.js';
import type { PlacedSize } from './picture-resolution.js';
import { mediaOf, type PageMedia } from './printer-marks.js';
import { numbers } from './syntax.js';

/** A page with its content that was painted before, where there is such. */
export interface FinishedPage {
  readonly page: PaintedPage;
  readonly content: PaintedContent<StoredStream> | undefined;
}

/** Composes a side of a sheet from the pages that stand on it; `slug` is painted as that of a page is. */
export function composeSheet(
  side: SheetSide,
  pages: readonly FinishedPage[],
  slug: Uint8Array | undefined,
): PaintedPage {
  const media = sheetMedia(side);
  const contents: string[] = [];
  const forms: PaintedForm[] = [];
  const images = new Map<string, PlacedSize>();
  let transparent = false;
  for (const place of side.pages) {
    const finished = pages[place.page];
    if (!finished) throw new Error(`page ${place.page} of a sheet is not there`);
    const form = pageForm(finished, place);
    const move = movement(place, media, finished.page.media);
    contents.push(`q\n${move}/${form.name} Do\nQ\n`);
    for (const part of partsOf(finished)) {
      forms.push(...part.forms.map((inner) => ({ ...inner, content: unpacked(inner.content) })));
      for (const [name, size] of part.images) images.set(name, size);
      transparent ||= part.transparent;
    }
    forms.push(form);
  }
  return {
    content: Buffer.from(contents.join('')),
    marks: undefined,
    transparent,
    images,
    links: [],
    forms,
    media,
    label: side.label,
    below: undefined,
    border: paintBorder(new Canvas(new ContentBuffer(), new GraphicsStates()), side, media),
    slug: slug && moved(slug, side.narrower),
  };
}

/** All sheets have one media; inside it the trim of the inner ones is narrower. */
function sheetMedia(side: SheetSide): PageMedia {
  const { media, bleed, trim, marks } = mediaOf(side, 'print');
  const shifted = ([left, bottom, right, top]: Box): Box => [
    left + side.narrower,
    bottom,
    right + side.narrower,
    top,
  ];
  const [left, bottom, right, top] = media;
  return {
    media: [left, bottom, right + 2 * side.narrower, top],
    bleed: shifted(bleed),
    trim: shifted(trim),
    marks,
  };
}

/** A stream whose coordinates are those of the trim of an inner sheet. */
function moved(stream: Uint8Array, right: number): Uint8Array {
  return Buffer.concat([Buffer.from(`q\n1 0 0 1 ${numbers([right, 0])} cm\n`), stream, Buffer.from('Q\n')]);
}

/** The operator that moves the coordinates of a page to those of the sheet. */
function movement(place: PlacedPage, sheet: PageMedia, page: PageMedia): string {
  const [x, y] = [sheet.trim[0] + place.x - page.trim[0], sheet.trim[1] - page.trim[1]];
  return `1 0 0 1 ${numbers([x, y])} cm\n`;
}

/** All that stands on a page, without its marks. */
function pageForm(finished: FinishedPage, { page, x, from, to }: PlacedPage): PaintedForm {
  const { media, below = new Uint8Array() } = finished.page;
  const [left] = media.trim;
  const [, bottom, , top] = media.bleed;
  const contents = partsOf(finished).map(({ content }) => unpacked(content));
  return {
    name: `S${page}`,
    kind: 'page',
    content: Buffer.concat([below, ...contents]),
    marks: undefined,
    box: [left + from - x, bottom, left + to - x, top],
  };
}

/** Content in the order in which it is painted. */
function partsOf({ page, content }: FinishedPage): readonly PaintedContent<StoredStream | Uint8Array>[] {
  return content ? [content, page] : [page];
}

function unpacked(content: StoredStream | Uint8Array): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return content.deflated ? inflateSync(content.bytes) : content.bytes;
}
