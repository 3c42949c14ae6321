/**
 * Backgrounds, borders and pictures as page items. Borders are filled rectangles (mitres matter only
 * where colours differ); dashed and dotted ones are stroked lines.
 */
import type { ImageItem, PageItem, PathItem } from '../document/page.js';
import type { BorderSide, ComputedStyle } from '../document/style.js';
import type { ImageBox } from './box.js';
import type { PageRectangle } from './page-master.js';
import { resolve, type UsedBox } from './used-values.js';
import type { Point } from './emit-page.js';

const background = { type: 'artifact', kind: 'background' } as const;
const decoration = { type: 'artifact', kind: 'layout' } as const;

/** A border box (or a piece of one) to be painted. */
export interface BoxPiece extends PageRectangle {
  readonly first: boolean;
  readonly last: boolean;
}

export function boxItems(style: ComputedStyle, piece: BoxPiece): readonly PageItem[] {
  const { x, y, width, height } = piece;
  if (height <= 0 || width <= 0) return [];
  const items: PageItem[] = [];
  if (style.backgroundColor !== 'transparent') {
    items.push({
      type: 'path',
      tag: background,
      path: [{ type: 'rect', x, y, width, height }],
      fill: style.backgroundColor,
    });
  }
  const { borderTop: top, borderBottom: bottom, borderLeft: left, borderRight: right } = style;
  if (piece.first) items.push(...side(top, { x, y, width, height: top.width }));
  if (piece.last)
    items.push(...side(bottom, { x, y: y + height - bottom.width, width, height: bottom.width }));
  items.push(...side(left, { x, y, width: left.width, height }));
  items.push(...side(right, { x: x + width - right.width, y, width: right.width, height }));
  return items;
}

function side(border: BorderSide, at: PageRectangle): readonly PathItem[] {
  if (border.width <= 0 || border.style === 'none') return [];
  const horizontal = at.width >= at.height;
  if (border.style === 'solid')
    return [{ type: 'path', tag: decoration, path: [{ type: 'rect', ...at }], fill: border.color }];
  if (border.style === 'double') {
    const third = border.width / 3;
    const far = horizontal
      ? { ...at, y: at.y + 2 * third, height: third }
      : { ...at, x: at.x + 2 * third, width: third };
    const near = horizontal ? { ...at, height: third } : { ...at, width: third };
    return [near, far].map((rect) => ({
      type: 'path',
      tag: decoration,
      path: [{ type: 'rect', ...rect }],
      fill: border.color,
    }));
  }
  const middle = border.width / 2;
  const dash =
    border.style === 'dotted' ? [border.width, border.width] : [3 * border.width, 2 * border.width];
  return [
    {
      type: 'path',
      tag: decoration,
      path: horizontal
        ? [
            { type: 'move', x: at.x, y: at.y + middle },
            { type: 'line', x: at.x + at.width, y: at.y + middle },
          ]
        : [
            { type: 'move', x: at.x + middle, y: at.y },
            { type: 'line', x: at.x + middle, y: at.y + at.height },
          ],
      stroke: { color: border.color, width: border.width, dash },
    },
  ];
}

/** The content box of a picture whose border box begins at a point and is `size` tall. */
export function contentRectangle(used: UsedBox, at: Point, size: number): PageRectangle {
  const { border, padding } = used;
  return {
    x: at.x + border.left + padding.left,
    y: at.y + border.top + padding.top,
    width: used.contentWidth,
    height: size - border.top - border.bottom - padding.top - padding.bottom,
  };
}

/** A picture in its content box by `object-fit` and `object-position` (css-images-3, 5.5). */
export function imageItem(box: ImageBox, frame: PageRectangle): ImageItem {
  const { image, style } = box;
  const size = fitted(style.objectFit, image.width / image.height, frame);
  const [px, py] = style.objectPosition;
  return {
    type: 'image',
    tag: box.tag,
    image,
    ...frame,
    content: {
      x: frame.x + resolve(px, frame.width - size.width),
      y: frame.y + resolve(py, frame.height - size.height),
      ...size,
    },
  };
}

function fitted(
  fit: ComputedStyle['objectFit'],
  ratio: number,
  frame: PageRectangle,
): { readonly width: number; readonly height: number } {
  const wide = { width: frame.width, height: frame.width / ratio };
  const tall = { width: frame.height * ratio, height: frame.height };
  switch (fit) {
    case 'fill':
      return { width: frame.width, height: frame.height };
    case 'cover':
      return wide.height >= frame.height ? wide : tall;
    // As large as the picture is, or smaller, comes with the page engine: until then as much as fits.
    case 'none':
    case 'scale-down':
    case 'contain':
      return wide.height <= frame.height ? wide : tall;
  }
}
