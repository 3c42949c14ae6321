/**
 * What shines through on a page, for whoever has to find it in the source: items as they are painted, from
 * the first that shines through; out: its structure element or, of a ground that is decoration, that of
 * what stands on it.
 */
import type { PageItem, PathSegment, StructureId } from '../document/page.js';

/** left, top, right, bottom on the page. */
type Area = readonly [number, number, number, number];

export class FaintContent {
  element: StructureId | undefined;
  private ground: Area | undefined;

  /** Takes the item that shines through first, and then each that is painted after it. */
  note(item: PageItem): void {
    if (this.element !== undefined) return;
    const element = elementOf(item);
    if (element === undefined) this.ground ??= areaOf(item);
    else if (this.ground === undefined || standsOn(item, this.ground)) this.element = element;
  }
}

/** The element that an item belongs to; of a group, the first in it. */
function elementOf(item: PageItem): StructureId | undefined {
  if (item.type !== 'group') return item.tag.type === 'structure' ? item.tag.element : undefined;
  for (const inner of item.items) {
    const element = elementOf(inner);
    if (element !== undefined) return element;
  }
  return undefined;
}

function areaOf(item: PageItem): Area | undefined {
  switch (item.type) {
    case 'path': {
      const points = item.path.flatMap(pointsOf);
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    }
    case 'image':
    case 'tiles':
    case 'link':
      return [item.x, item.y, item.x + item.width, item.y + item.height];
    case 'text':
    case 'group':
      return undefined;
  }
}

function pointsOf(segment: PathSegment): readonly (readonly [number, number])[] {
  if (segment.type === 'close') return [];
  const { x, y } = segment;
  return segment.type === 'rect'
    ? [
        [x, y],
        [x + segment.width, y + segment.height],
      ]
    : [[x, y]];
}

/** Whether the beginning of an item lies in an area. */
function standsOn(item: PageItem, [left, top, right, bottom]: Area): boolean {
  if (item.type === 'group') return item.items.some((inner) => standsOn(inner, [left, top, right, bottom]));
  if (item.type === 'path') return false;
  return item.x >= left && item.x <= right && item.y >= top && item.y <= bottom;
}
