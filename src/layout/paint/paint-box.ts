/** Boxes and pictures as page items; backgrounds are in `paint-background.ts`, borders in `paint-borders.ts`. */
import type { ImageItem, PageItem, PathSegment } from '../../document/page.js';
import type { ComputedStyle } from '../../document/style.js';
import type { ImageBox } from '../boxes/box.js';
import type { BoxFragment } from '../flow/fragment.js';
import type { PageRectangle } from '../page-master.js';
import { resolve } from '../used-values.js';
import { areaPath, backgroundItems, type PageSurroundings } from './paint-background.js';
import { borderItems } from './paint-borders.js';
import type { Point } from './paint-fragments.js';
import { radiiOf } from './rounded.js';

const none: readonly PageItem[] = [];

/** A fragment's background and borders; most boxes have neither. */
export function boxItems(fragment: BoxFragment, at: Point, around: PageSurroundings): readonly PageItem[] {
  if (fragment.height <= 0 || fragment.width <= 0) return none;
  const items = hasBackground(fragment.style) ? backgroundItems(fragment, at, around) : none;
  if (fragment.paint?.hideBorder || !hasBorder(fragment)) return items;
  return [...items, ...borderItems(fragment, at)];
}

function hasBackground({ backgroundColor, backgroundLayers }: ComputedStyle): boolean {
  return backgroundColor !== 'transparent' || backgroundLayers.length > 0;
}

function hasBorder({ border }: BoxFragment): boolean {
  return border.top > 0 || border.right > 0 || border.bottom > 0 || border.left > 0;
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

/** A picture, cut at the round corners of its content box (css-backgrounds-3, 4.3). */
export function pictureItems(box: ImageBox, fragment: BoxFragment, at: Point): readonly PageItem[] {
  const item = imageItem(box, contentRectangle(fragment, at));
  if (!radiiOf(fragment)) return [item];
  return [{ type: 'group', items: [item], clip: areaPath(fragment, at, 'content-box') }];
}

/** A picture in its content box by `object-fit` and `object-position` (css-images-3, 5.5). */
function imageItem(box: ImageBox, frame: PageRectangle): ImageItem {
  const { image, style } = box;
  const size = fitted(style.objectFit, image, frame);
  const [px, py] = style.objectPosition;
  return {
    type: 'image',
    tag: box.tag,
    image,
    x: frame.x,
    y: frame.y,
    width: frame.width,
    height: frame.height,
    content: {
      x: frame.x + resolve(px, frame.width - size.width),
      y: frame.y + resolve(py, frame.height - size.height),
      width: size.width,
      height: size.height,
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
