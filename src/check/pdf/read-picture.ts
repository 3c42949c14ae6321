/**
 * Pictures (ISO 32000-1, 8.9): an image dictionary where it is painted in; out, its pixels, their kind,
 * and how many of them an inch of the page gets. Keys of inline pictures are shortened (table 93).
 */
import { colorSpaceOf, isDeviceRgb, type GraphicsState } from './graphics-state.js';
import type { PdfDict, PdfObject, PdfStream } from './objects.js';
import type { PdfFile } from './open-pdf.js';
import type { PaintedPicture } from './painted.js';
import { boxAround, clipped } from './read-paths.js';

const shortKeys: Readonly<Record<string, string>> = {
  Width: 'W',
  Height: 'H',
  BitsPerComponent: 'BPC',
  ColorSpace: 'CS',
  ImageMask: 'IM',
};

/** A picture painted into the unit square of the state; undefined when nothing of it is seen. */
export function readPicture(
  file: PdfFile,
  { dict, stream }: { readonly dict: PdfDict; readonly stream: PdfStream | undefined },
  state: GraphicsState,
  resources: PdfDict,
): PaintedPicture | undefined {
  const value = (key: string): PdfObject => {
    const whole = dict.raw(key);
    return whole === null ? dict.raw(shortKeys[key] ?? key) : whole;
  };
  const width = file.number(value('Width')) ?? 0;
  const height = file.number(value('Height')) ?? 0;
  const box = clipped(boxAround([0, 0, 1, 0, 1, 1, 0, 1], state), state.clip);
  if (!box || width <= 0 || height <= 0) return undefined;
  const [a, b, c, d] = state.ctm;
  const stencil = file.resolve(value('ImageMask')) === true;
  const space = value('ColorSpace');
  return {
    type: 'picture',
    boxes: [box],
    width,
    height,
    bits: stencil ? 1 : (file.number(value('BitsPerComponent')) ?? 8),
    stencil,
    space: stencil ? state.fill.space : colorSpaceOf(file, space, resources),
    deviceRgb: stencil ? state.fill.deviceRgb === true : isDeviceRgb(file, space, resources),
    ppi: 72 * Math.min(width / Math.hypot(a, b), height / Math.hypot(c, d)),
    stream,
  };
}
