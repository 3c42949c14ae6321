/** Pictures in content streams (ISO 32000-1, 8.8 and 8.9.5): as large as they lie, cut where they stick out. */
import type { ImageItem, TilesItem } from '../document/page.js';
import type { Canvas } from './canvas.js';
import { flipped, multiply, type Matrix } from '../document/matrix.js';
import { writeSegments } from './paint-path.js';
import type { PaintedPattern } from './painted.js';

/** A picture that sticks out by less than this is not cut: it is what arithmetic left over, pt. */
const slack = 0.001;

/** Paints the XObject with this name; a point of the page lies at x + `left`, `top` − y. */
export function paintPicture(
  canvas: Canvas,
  name: string,
  item: ImageItem,
  [left, top]: readonly [left: number, top: number],
): void {
  const { content } = item;
  canvas.save();
  const out = canvas.graphics();
  const sticksOut =
    content.x < item.x - slack ||
    content.y < item.y - slack ||
    content.x + content.width > item.x + item.width + slack ||
    content.y + content.height > item.y + item.height + slack;
  if (sticksOut) {
    writeSegments(out, [{ ...item, type: 'rect' }], [left, top]);
    out.text('W n\n');
  }
  out.number(content.width).text('0 0 ').number(content.height);
  out
    .number(left + content.x)
    .number(top - content.y - content.height)
    .text('cm\n');
  out.text(`/${name} Do\n`);
  canvas.restore();
}

/** The pattern of a grid of tiles. `inStream` are the transforms round it in its content stream, as the page has them. */
export function patternOf(
  { tile, step }: TilesItem,
  image: string,
  { inStream, left, top }: { readonly inStream: Matrix; readonly left: number; readonly top: number },
): PaintedPattern {
  const { width, height } = tile;
  const lower: Matrix = [1, 0, 0, 1, left + tile.x, top - tile.y - height];
  const matrix = multiply(flipped(inStream, left, top), lower);
  return { image, width, height, step: [step.x, step.y], matrix };
}
