/**
 * Used values of the box model (CSS 2.2, 8 and 10): percentages resolved against the containing
 * block's width, auto margins and widths settled. All in pt.
 */
import type { ImageAsset } from '../document/publication.js';
import type { ComputedStyle, Edges, LengthPercentage, LengthPercentageAuto } from '../document/style.js';
import { usedLength } from '../document/used-length.js';
import { noEdges } from './flow/fragment.js';
import { margin, noMargin, type Strut } from './flow/strut.js';

/** CSS pixels are 1/96 in. */
const ptPerPixel = 0.75;

/** A length against its percentage base. */
export function resolve(value: LengthPercentage, base: number): number {
  return usedLength(value, base);
}

export function resolveAuto(value: LengthPercentageAuto, base: number): number | undefined {
  return value === 'auto' ? undefined : resolve(value, base);
}

/** A vertical margin that has yet to collapse with others; `auto` is 0 (CSS 2.2, 10.6.3). */
export function marginOf(value: LengthPercentageAuto, base: number): Strut {
  const size = value === 'auto' ? 0 : resolve(value, base);
  return size === 0 ? noMargin : margin(size);
}

/** A block box placed in its containing block, horizontally. */
export interface UsedBox {
  /** Margins; vertical ones are collapsed later. */
  readonly margin: Edges<number>;
  readonly border: Edges<number>;
  readonly padding: Edges<number>;
  /** Left border edge from the left of the containing block. */
  readonly x: number;
  /** Width of the border box. */
  readonly borderWidth: number;
  /** Left edge and width of the content box, from the left of the containing block. */
  readonly contentX: number;
  readonly contentWidth: number;
}

export function borderEdges(style: ComputedStyle): Edges<number> {
  const top = style.borderTop.width;
  const right = style.borderRight.width;
  const bottom = style.borderBottom.width;
  const left = style.borderLeft.width;
  if (top === 0 && right === 0 && bottom === 0 && left === 0) return noEdges;
  return { top, right, bottom, left };
}

export function paddingEdges(style: ComputedStyle, base: number): Edges<number> {
  const { paddingTop, paddingRight, paddingBottom, paddingLeft } = style;
  if (paddingTop === 0 && paddingRight === 0 && paddingBottom === 0 && paddingLeft === 0) return noEdges;
  return {
    top: resolve(paddingTop, base),
    right: resolve(paddingRight, base),
    bottom: resolve(paddingBottom, base),
    left: resolve(paddingLeft, base),
  };
}

/** Edges at a break: without the one at the start, or at the end. */
export function withoutTop(edges: Edges<number>): Edges<number> {
  const { top, right, bottom, left } = edges;
  return top === 0 ? edges : { top: 0, right, bottom, left };
}

export function withoutBottom(edges: Edges<number>): Edges<number> {
  const { top, right, bottom, left } = edges;
  return bottom === 0 ? edges : { top, right, bottom: 0, left };
}

/** What a size that the style asks for leaves the content box. */
function innerSize({ boxSizing }: ComputedStyle, size: number, edges: number): number {
  return Math.max(0, boxSizing === 'border-box' ? size - edges : size);
}

/** Content width from `width`, `min-width`, `max-width` and `box-sizing`; undefined when auto. */
function wantedWidth(style: ComputedStyle, base: number, edges: number): number | undefined {
  const width = resolveAuto(style.width, base);
  return width === undefined ? undefined : innerSize(style, width, edges);
}

export function clampWidth(width: number, style: ComputedStyle, base: number, edges: number): number {
  const max = style.maxWidth === 'none' ? Infinity : innerSize(style, resolve(style.maxWidth, base), edges);
  const min = resolveAuto(style.minWidth, base);
  return Math.max(Math.min(width, max), min === undefined ? 0 : innerSize(style, min, edges));
}

/** Used horizontal values of a block in normal flow (CSS 2.2, 10.3.3); `fit` is the width of auto (default: fill). */
export function usedBox(style: ComputedStyle, base: number, fit?: number): UsedBox {
  const border = borderEdges(style);
  const padding = paddingEdges(style, base);
  const edges = border.left + border.right + padding.left + padding.right;
  const left = resolveAuto(style.marginLeft, base);
  const right = resolveAuto(style.marginRight, base);
  const room = base - edges - (left ?? 0) - (right ?? 0);
  const auto = fit ?? Math.max(0, room);
  const contentWidth = clampWidth(wantedWidth(style, base, edges) ?? auto, style, base, edges);
  const slack = Math.max(0, room - contentWidth);
  const marginLeft = left ?? (right === undefined ? slack / 2 : slack);
  return {
    margin: {
      top: resolveAuto(style.marginTop, base) ?? 0,
      right: right ?? 0,
      bottom: resolveAuto(style.marginBottom, base) ?? 0,
      left: marginLeft,
    },
    border,
    padding,
    x: marginLeft,
    borderWidth: contentWidth + edges,
    contentX: marginLeft + border.left + padding.left,
    contentWidth,
  };
}

/** Height asked for the content box; undefined when auto. Percentages of an unknown height count as auto. */
export function wantedHeight(style: ComputedStyle, edges: number): number | undefined {
  return typeof style.height === 'number' ? innerSize(style, style.height, edges) : undefined;
}

export function minimumHeight(style: ComputedStyle, edges: number): number {
  return typeof style.minHeight === 'number' ? innerSize(style, style.minHeight, edges) : 0;
}

/** Content size of a picture (CSS 2.2, 10.3.2 and 10.4): its own proportions where one side is auto. */
export function imageSize(
  style: ComputedStyle,
  image: ImageAsset,
  base: number,
  available: number,
): { readonly width: number; readonly height: number } {
  const ratio = image.height / image.width;
  const padding = paddingEdges(style, base);
  const edges = padding.left + padding.right + style.borderLeft.width + style.borderRight.width;
  const givenWidth = wantedWidth(style, base, edges);
  const givenHeight = wantedHeight(style, 0);
  let width = givenWidth ?? (givenHeight === undefined ? image.width * ptPerPixel : givenHeight / ratio);
  width = clampWidth(width, style, base, edges);
  let height = givenHeight ?? width * ratio;
  const maxHeight = typeof style.maxHeight === 'number' ? style.maxHeight : Infinity;
  const limit = Math.min(maxHeight, available);
  if (height > limit) {
    height = limit;
    if (givenWidth === undefined) width = limit / ratio;
  }
  return { width, height };
}
