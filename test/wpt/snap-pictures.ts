/**
 * Pictures of a page on whole pixels, as browsers set them: the edges of paths are snapped by the
 * rasteriser (`shape-rendering`), those of pictures it would blend with what lies beside them.
 */
import type { ImageItem, Page, PageItem } from '../../src/document/page.js';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The page with every edge of every picture on a pixel's edge; `pixel` in pt. */
export function snapPictures(page: Page, pixel: number): Page {
  const snapped = (item: PageItem): PageItem => {
    if (item.type === 'group')
      return item.transform ? item : { ...item, items: item.items.map((inner) => snapped(inner)) };
    return item.type === 'image' ? snapPicture(item, pixel) : item;
  };
  return { ...page, items: page.items.map(snapped) };
}

function snapPicture(item: ImageItem, pixel: number): ImageItem {
  return { ...item, ...snap(item, pixel), content: snap(item.content, pixel) };
}

function snap({ x, y, width, height }: Rectangle, pixel: number): Rectangle {
  const edge = (value: number): number => Math.round(value / pixel) * pixel;
  const left = edge(x);
  const top = edge(y);
  return { x: left, y: top, width: edge(x + width) - left, height: edge(y + height) - top };
}
