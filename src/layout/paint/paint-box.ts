/** Backgrounds and pictures as page items; borders are in `paint-borders.ts`. */
import type { ImageItem, PageItem, PathSegment } from '../../document/page.js';
import type { BoxArea, ComputedStyle } from '../../document/style.js';
import type { ImageBox } from '../boxes/box.js';
import type { BoxFragment } from '../flow/fragment.js';
import type { PageRectangle } from '../page-master.js';
import { resolve } from '../used-values.js';
import { borderItems } from './paint-borders.js';
import type { Point } from './paint-fragments.js';
import { innerRadii, radiiOf, roundedPath } from './rounded.js';

const background = { type: 'artifact', kind: 'background' } as const;

/** A fragment's background and borders. */
export function boxItems(fragment: BoxFragment, at: Point): readonly PageItem[] {
  const { style, width, height } = fragment;
  if (height <= 0 || width <= 0) return [];
  const items: PageItem[] = [];
  if (style.backgroundColor !== 'transparent' && style.backgroundColor.alpha > 0) {
    items.push({
      type: 'path',
      tag: background,
      path: areaPath(fragment, at, style.backgroundClip),
      fill: style.backgroundColor,
    });
  }
  if (!fragment.paint?.hideBorder) items.push(...borderItems(fragment, at));
  return items;
}

/** The edge of an area of a box, corners rounded. */
function areaPath(fragment: BoxFragment, at: Point, area: BoxArea): readonly PathSegment[] {
  const { border, padding, width, height } = fragment;
  const inset =
    area === 'border-box'
      ? { top: 0, right: 0, bottom: 0, left: 0 }
      : area === 'padding-box'
        ? border
        : {
            top: border.top + padding.top,
            right: border.right + padding.right,
            bottom: border.bottom + padding.bottom,
            left: border.left + padding.left,
          };
  const rectangle = {
    x: at.x + inset.left,
    y: at.y + inset.top,
    width: Math.max(0, width - inset.left - inset.right),
    height: Math.max(0, height - inset.top - inset.bottom),
  };
  const radii = radiiOf(fragment);
  return radii ? roundedPath(rectangle, innerRadii(radii, inset)) : [{ type: 'rect', ...rectangle }];
}

/** Where content that must not show is cut. */
export function paddingClip(fragment: BoxFragment, at: Point): readonly PathSegment[] {
  return areaPath(fragment, at, 'padding-box');
}

/** The content box of a fragment. */
export function contentRectangle(fragment: BoxFragment, at: Point): PageRectangle {
  const { border, padding, width, height } = fragment;
  return {
    x: at.x + border.left + padding.left,
    y: at.y + border.top + padding.top,
    width: width - border.left - border.right - padding.left - padding.right,
    height: height - border.top - border.bottom - padding.top - padding.bottom,
  };
}

/** A picture in its content box by `object-fit` and `object-position` (css-images-3, 5.5). */
export function imageItem(box: ImageBox, frame: PageRectangle): ImageItem {
  const { image, style } = box;
  const size = fitted(style.objectFit, image, frame);
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

interface Size {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels are 1/96 in. */
const ptPerPixel = 0.75;

function fitted(fit: ComputedStyle['objectFit'], image: Size, frame: Size): Size {
  const ratio = image.width / image.height;
  const wide = { width: frame.width, height: frame.width / ratio };
  const tall = { width: frame.height * ratio, height: frame.height };
  const own = { width: image.width * ptPerPixel, height: image.height * ptPerPixel };
  switch (fit) {
    case 'fill':
      return { width: frame.width, height: frame.height };
    case 'cover':
      return wide.height >= frame.height ? wide : tall;
    case 'contain':
      return wide.height <= frame.height ? wide : tall;
    case 'none':
      return own;
    case 'scale-down': {
      const contained = wide.height <= frame.height ? wide : tall;
      return contained.width < own.width ? contained : own;
    }
  }
}
