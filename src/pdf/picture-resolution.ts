/**
 * How many pixels of a picture a file carries: what the edition can show at the largest place where the
 * picture stands. In: pixels and places; out: fewer pixels, never more, or how coarse the picture will be.
 */
import type { StructureId, Tag } from '../document/page.js';
import type { Matrix } from '../document/matrix.js';
import type { PdfTarget } from './pdf-target.js';

/** Width and height: of a picture in pixels, of a place in pt. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Where a picture stands, as large as it is seen on the page, pt. */
export interface PlacedSize extends Extent {
  /** Decoration, which nobody is told of. */
  readonly artifact: boolean;
  /** Whose picture it is, where it is no decoration. */
  readonly element?: StructureId;
}

/** Pixels an inch that an archive shows: what a screen enlarges. */
const archived = 200;

/** Pixels an inch that a file carries: a press shows what its printer says. */
export function wantedResolution(target: PdfTarget): number {
  return target.edition === 'print' ? target.printer.photos.wanted : archived;
}

/** A picture is left alone until it has half as many again: the pixels won would not be worth their loss. */
const excess = 1.5;

/**
 * Bytes that resampling must spare in all of a file: under that, JPEGs stay as they came. To encode one anew
 * costs some of its quality, and the library that does it more time than a short file takes.
 */
export const leastSpared = 512 * 1024;

/** Bytes that a picture would lose with its pixels, about. */
export function sparedBytes(picture: Extent & { readonly bytes: Uint8Array }, fewer: Extent): number {
  const share = (fewer.width * fewer.height) / (picture.width * picture.height);
  return picture.bytes.length * (1 - share);
}

/** The size of an area under a transform. */
export function placedSize({ width, height }: Extent, [a, b, c, d]: Matrix, tag: Tag): PlacedSize {
  const size = { width: width * Math.hypot(a, b), height: height * Math.hypot(c, d) };
  return tag.type === 'artifact'
    ? { ...size, artifact: true }
    : { ...size, artifact: false, element: tag.element };
}

/** The larger of two places. */
export function largerPlace(one: PlacedSize | undefined, other: PlacedSize): PlacedSize {
  if (!one) return other;
  const element = one.element ?? other.element;
  return {
    width: Math.max(one.width, other.width),
    height: Math.max(one.height, other.height),
    artifact: one.artifact && other.artifact,
    ...(element !== undefined && { element }),
  };
}

/** Effective resolution: pixels an inch along the side that has fewer. */
export function effectiveResolution(picture: Extent, place: PlacedSize): number {
  return 72 * Math.min(picture.width / place.width, picture.height / place.height);
}

/** Side of the largest picture that is made of a drawing, pixels. */
const largestSide = 6000;

/** The pixels that a drawing becomes at its largest place; `wanted` an inch. */
export function drawnPixels({ width, height }: Extent, wanted: number): Extent {
  const factor = Math.min(wanted / 72, largestSide / Math.max(width, height));
  return { width: Math.max(1, Math.ceil(width * factor)), height: Math.max(1, Math.ceil(height * factor)) };
}

/** The pixels that suffice for a place, `wanted` an inch; undefined when the picture has not many more. */
export function fewerPixels(picture: Extent, place: PlacedSize, wanted: number): Extent | undefined {
  const factor = effectiveResolution(picture, place) / wanted;
  if (!(factor >= excess) || !Number.isFinite(factor)) return undefined;
  const side = (pixels: number): number => Math.max(1, Math.round(pixels / factor));
  return { width: side(picture.width), height: side(picture.height) };
}
