/**
 * Backgrounds as page items (css-backgrounds-3, 2): the colour, then the pictures, the last of them
 * lowest. A picture seen once is an image, one seen more often is a grid of tiles; both are cut at the
 * area that they are painted in.
 */
import type { PageItem, PathSegment } from '../../document/page.js';
import type { ImageAsset } from '../../document/publication.js';
import type { BackgroundLayer, BoxArea, ComputedStyle, Edges } from '../../document/style.js';
import type { BoxFragment } from '../flow/fragment.js';
import type { PageRectangle } from '../page-master.js';
import { borderEdges, paddingEdges } from '../used-values.js';
import type { Point } from './paint-fragments.js';
import { needsHeight, placeTiles } from './place-tiles.js';
import { innerRadii, radiiOf, roundedPath } from './rounded.js';
import { movedTo, type Slices } from './slices.js';

const background = { type: 'artifact', kind: 'background' } as const;

/** What the painting of one page knows besides fragments. */
export interface PageSurroundings {
  /** The page box: what `background-attachment: fixed` is placed in. */
  readonly page: PageRectangle;
  /** A picture by the path in its style; nothing when it is missing. */
  readonly picture: (path: string) => ImageAsset | undefined;
  readonly slices: Slices;
}

/** The background of a box. */
export function backgroundItems(
  fragment: BoxFragment,
  at: Point,
  around: PageSurroundings,
): readonly PageItem[] {
  const { style } = fragment;
  const items = hasColor(style) ? colorItems(style, areaPath(fragment, at, style.backgroundClip)) : [];
  if (style.backgroundLayers.length === 0) return items;
  const pictures = style.backgroundLayers.toReversed().flatMap((layer) => {
    const place = layer.fixed ? around.page : pictureOrigin(fragment, at, { layer, slices: around.slices });
    const seen = areaRectangle(fragment, at, layer.clip);
    const path = radiiOf(fragment) ? areaPath(fragment, at, layer.clip) : undefined;
    return layerItems(layer, { place, seen, path }, around);
  });
  return [...items, ...pictures];
}

function hasColor({ backgroundColor }: ComputedStyle): boolean {
  return backgroundColor !== 'transparent' && backgroundColor.alpha > 0;
}

/** A colour on an area, if it has any. */
export function colorItems(style: ComputedStyle, path: readonly PathSegment[]): readonly PageItem[] {
  const { backgroundColor } = style;
  if (backgroundColor === 'transparent' || !hasColor(style)) return [];
  return [{ type: 'path', tag: background, path, fill: backgroundColor }];
}

/** The areas of one picture of a background. */
export interface LayerAreas {
  /** The background positioning area. */
  readonly place: PageRectangle;
  /** The background painting area, and its edge where that is no rectangle. */
  readonly seen: PageRectangle;
  readonly path: readonly PathSegment[] | undefined;
}

export function layerItems(
  layer: BackgroundLayer,
  { place, seen, path }: LayerAreas,
  { picture }: PageSurroundings,
): readonly PageItem[] {
  const image = picture(layer.image);
  const grid = image && placeTiles(layer, image, place, seen);
  if (!grid) return [];
  const { area, tile, step } = grid;
  const item: PageItem = grid.repeats
    ? { type: 'tiles', tag: background, image, ...area, tile, step }
    : { type: 'image', tag: background, image, ...common(area, tile), content: tile };
  return path ? [{ type: 'group', items: [item], clip: path }] : [item];
}

/** What two rectangles that meet have in common. */
function common(a: PageRectangle, b: PageRectangle): PageRectangle {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return { x, y, width: Math.max(0, width), height: Math.max(0, height) };
}

// ── areas of a box ──

/** The edge of an area of a box, corners rounded. */
export function areaPath(fragment: BoxFragment, at: Point, area: BoxArea): readonly PathSegment[] {
  const rectangle = areaRectangle(fragment, at, area);
  const radii = radiiOf(fragment);
  if (!radii) return [rectangleSegment(rectangle)];
  return roundedPath(rectangle, innerRadii(radii, insetOf(fragment, area)));
}

function areaRectangle(fragment: BoxFragment, at: Point, area: BoxArea): PageRectangle {
  const { width, height } = fragment;
  return inside({ x: at.x, y: at.y, width, height }, insetOf(fragment, area));
}

/** A rectangle as a path. */
export function rectangleSegment({ x, y, width, height }: PageRectangle): PathSegment {
  return { type: 'rect', x, y, width, height };
}

export function inside({ x, y, width, height }: PageRectangle, inset: Edges<number>): PageRectangle {
  return {
    x: x + inset.left,
    y: y + inset.top,
    width: Math.max(0, width - inset.left - inset.right),
    height: Math.max(0, height - inset.top - inset.bottom),
  };
}

type BoxEdges = Pick<BoxFragment, 'border' | 'padding'>;

const noInset: Edges<number> = { top: 0, right: 0, bottom: 0, left: 0 };

/** How far inside the border edge an area lies. */
export function insetOf({ border, padding }: BoxEdges, area: BoxArea): Edges<number> {
  if (area === 'border-box') return noInset;
  return area === 'padding-box' ? border : sides((side) => border[side] + padding[side]);
}

function sides(of: (side: keyof Edges<number>) => number): Edges<number> {
  return { top: of('top'), right: of('right'), bottom: of('bottom'), left: of('left') };
}

// ── where pictures are placed ──

/**
 * The positioning area of a picture. That of a slice is the area of the whole box; where the whole is
 * not known while a page is painted (its content goes on on the next) and would be needed, that of the
 * slice.
 */
export function pictureOrigin(
  fragment: BoxFragment,
  at: Point,
  { layer, slices }: { readonly layer: BackgroundLayer; readonly slices: Slices },
): PageRectangle {
  const { width, height, before = 0, start, end, style, paint } = fragment;
  const own = (): PageRectangle => areaRectangle(fragment, at, layer.origin);
  if (paint?.whole) return inside(movedTo(at, paint.whole), insetOf(wholeEdges(fragment), layer.origin));
  if ((start && end) || style.boxDecorationBreak === 'clone') return own();
  const total = slices.heightOf(fragment);
  if (total === undefined && needsHeight(layer)) return own();
  const whole = { x: at.x, y: at.y - before, width, height: total ?? before + height };
  return inside(whole, insetOf(wholeEdges(fragment), layer.origin));
}

/** Border and padding of the unbroken box: those that are cut off at a break, by its style. */
function wholeEdges({ start, end, style, border, padding, paint }: BoxFragment): BoxEdges {
  if ((start && end) || paint?.hideBorder) return { border, padding };
  const given = paddingEdges(style, 0);
  return { border: borderEdges(style), padding: sides((side) => Math.max(padding[side], given[side])) };
}
