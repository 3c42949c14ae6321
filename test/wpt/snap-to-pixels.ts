/**
 * Pictures and clips of a page on whole pixels, as browsers set them: the edges of paths are snapped by
 * the rasteriser (`shape-rendering`), those of pictures and clips it would blend with what lies beside.
 */
import type { Page, PageItem, PathSegment, TilesItem } from '../../src/document/page.js';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The page with every edge of every picture and rectangular clip on a pixel's edge; `pixel` in pt. */
export function snapToPixels(page: Page, pixel: number): Page {
  const edge = (value: number): number => Math.round(value / pixel) * pixel;
  const snap = ({ x, y, width, height }: Rectangle): Rectangle => {
    const left = edge(x);
    const top = edge(y);
    return { x: left, y: top, width: edge(x + width) - left, height: edge(y + height) - top };
  };
  const segment = (one: PathSegment): PathSegment => (one.type === 'rect' ? { ...one, ...snap(one) } : one);
  /** Tiles a whole number of pixels large and apart, where they nearly are: the rest is the pattern's own. */
  const snappedTiles = (item: TilesItem): TilesItem => {
    const { tile } = item;
    const step = { x: edge(item.step.x) || item.step.x, y: edge(item.step.y) || item.step.y };
    const size = { width: edge(tile.width) || tile.width, height: edge(tile.height) || tile.height };
    return { ...item, ...snap(item), tile: { x: edge(tile.x), y: edge(tile.y), ...size }, step };
  };
  const snapped = (item: PageItem): PageItem => {
    if (item.type === 'image') return { ...item, ...snap(item), content: snap(item.content) };
    if (item.type === 'tiles') return snappedTiles(item);
    if (item.type !== 'group' || item.transform) return item;
    const items = item.items.map(snapped);
    return item.clip ? { ...item, items, clip: item.clip.map(segment) } : { ...item, items };
  };
  return { ...page, items: page.items.map(snapped) };
}
