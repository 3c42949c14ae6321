/**
 * In which layer each part of a page stands. HTML is read in one order and painted in another: what is drawn
 * goes into pictures below the text, as few of them as the overlaps allow. In: the parts in painting order;
 * out: a layer from 0 for each, such that what was painted later over something still covers it.
 */
import { transformBox, type Box } from '../../document/matrix.js';
import type { PageItem, PathSegment } from '../../document/page.js';
import type { PagePart, PicturePart, TextPart } from './page-parts.js';

/** Ink above and below the baseline, em: that of a capital with two marks, and of the longest tails. */
const [above, below] = [1.1, 0.35];

/** The layer of each part. In a layer what is drawn lies below text and pictures. */
export function layersOf(parts: readonly PagePart[]): readonly number[] {
  const boxes = parts.map(boxOf);
  const layers: number[] = [];
  parts.forEach((part, i) => {
    let layer = 0;
    for (let before = 0; before < i; before++) {
      const under = layers[before] ?? 0;
      const least = under + (mayShare(parts[before], part) ? 0 : 1);
      if (least > layer && overlap(boxes[before], boxes[i])) layer = least;
    }
    layers.push(layer);
  });
  return layers;
}

/** Whether the later one covers the other in one layer as well. */
function mayShare(under: PagePart | undefined, over: PagePart): boolean {
  if (under?.type === 'drawn') return true;
  // Hyphens and dots stand beside the letters of a line, never over them.
  return under?.type === 'text' && (over.type === 'text' || (over.type === 'drawn' && over.isText === true));
}

function overlap(a: Box | undefined, b: Box | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function boxOf(part: PagePart): Box | undefined {
  switch (part.type) {
    case 'drawn':
      return itemBox(part.item);
    case 'picture': {
      const { x, y, width, height } = part.item;
      return transformBox(part.around.matrix, [x, y, x + width, y + height]);
    }
    case 'text': {
      const { x, y, run } = part;
      const box: Box = [x, y - above * run.size, x + run.width, y + below * run.size];
      return transformBox(part.around.matrix, box);
    }
  }
}

/** The upright box round an item; undefined for one that shows nothing. */
function itemBox(item: PageItem): Box | undefined {
  switch (item.type) {
    case 'image':
    case 'tiles':
    case 'link':
      return [item.x, item.y, item.x + item.width, item.y + item.height];
    case 'path': {
      const half = (item.stroke?.width ?? 0) / 2;
      const box = join(item.path.flatMap(segmentBox));
      return box && [box[0] - half, box[1] - half, box[2] + half, box[3] + half];
    }
    case 'text':
      return join(
        item.runs.map(({ x, width, size, rise }): Box => {
          const [left, baseline] = [item.x + x, item.y - rise];
          return [left, baseline - above * size, left + width, baseline + below * size];
        }),
      );
    case 'group': {
      const inside = join(item.items.map(itemBox).filter((box) => box !== undefined));
      const clip = item.clip && join(item.clip.flatMap(segmentBox));
      const seen = inside && clip ? common(inside, clip) : inside;
      return seen && item.transform ? transformBox(item.transform, seen) : seen;
    }
  }
}

function segmentBox(segment: PathSegment): readonly Box[] {
  switch (segment.type) {
    case 'close':
      return [];
    case 'rect': {
      const { x, y, width, height } = segment;
      return [
        [Math.min(x, x + width), Math.min(y, y + height), Math.max(x, x + width), Math.max(y, y + height)],
      ];
    }
    case 'move':
    case 'line':
      return [[segment.x, segment.y, segment.x, segment.y]];
    case 'curve': {
      const xs = [segment.x, segment.x1, segment.x2];
      const ys = [segment.y, segment.y1, segment.y2];
      return [[Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]];
    }
  }
}

function join(boxes: readonly Box[]): Box | undefined {
  const [first, ...others] = boxes;
  return first && others.reduce(around, first);
}

function around(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** The part without the paths that it lies inside of. */
export function withoutIdleClips<T extends TextPart | PicturePart>(part: T): T {
  const { clips } = part.around;
  const box = boxOf(part);
  if (clips.length === 0 || !box) return part;
  const cutting = clips.filter(({ path, matrix }) => {
    const [only, ...others] = path;
    const area = only?.type === 'rect' && others.length === 0 ? join(segmentBox(only)) : undefined;
    return !area || !inside(box, transformBox(matrix, area));
  });
  return { ...part, around: { ...part.around, clips: cutting } };
}

function inside(inner: Box, outer: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

/** What two boxes have in common. */
function common(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}
