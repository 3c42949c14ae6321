/** Paths in content streams (ISO 32000-1, 8.5.2): segments of a page, y downwards, as operators. */
import type { PathSegment } from '../document/page.js';
import type { ContentBuffer } from './content-buffer.js';

/** Writes the segments; a point of the page lies at x + `left`, `top` − y. */
export function writeSegments(
  out: ContentBuffer,
  path: readonly PathSegment[],
  [left, top]: readonly [left: number, top: number],
): void {
  const point = (x: number, y: number): ContentBuffer => out.number(left + x).number(top - y);
  for (const segment of path) {
    switch (segment.type) {
      case 'rect':
        point(segment.x, segment.y + segment.height);
        out.number(segment.width).number(segment.height).text('re\n');
        break;
      case 'move':
        point(segment.x, segment.y).text('m\n');
        break;
      case 'line':
        point(segment.x, segment.y).text('l\n');
        break;
      case 'curve':
        point(segment.x1, segment.y1);
        point(segment.x2, segment.y2);
        point(segment.x, segment.y).text('c\n');
        break;
      case 'close':
        out.text('h\n');
        break;
    }
  }
}

/** The lesser side of rectangles, pt; other shapes are as large as they may be. */
export function thickness(path: readonly PathSegment[]): number {
  return Math.min(
    ...path.map((part) => (part.type === 'rect' ? Math.min(part.width, part.height) : Infinity)),
  );
}
