/**
 * Where one picture of a background lies (css-backgrounds-3, 2.4 to 2.9): how large a tile is, on which
 * grid the tiles stand, and what of them is seen. Numbers only; pt.
 */
import type { BackgroundLayer, BackgroundRepeat, LengthPercentage } from '../../document/style.js';
import type { PageRectangle } from '../page-master.js';
import { resolve, resolveAuto } from '../used-values.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Tiles on a grid without end, and the area in which they are seen. */
export interface TileGrid {
  /** The tile that is seen first, at the top left of the area. */
  readonly tile: PageRectangle;
  /** From the edge of a tile to that of the next. */
  readonly step: { readonly x: number; readonly y: number };
  readonly area: PageRectangle;
  /** More than one tile is seen. */
  readonly repeats: boolean;
}

/** CSS pixels are 1/96 in. */
const ptPerPixel = 0.75;

/** A tile of no size has no grid: what is smaller cannot be seen, what is larger is none of this world. pt. */
const least = 0.01;
const most = 1e6;

/** What arithmetic leaves over, pt. */
const slack = 1e-6;

/** The grid of a picture of so many pixels, placed in one area and painted in another; none where nothing is seen. */
export function placeTiles(
  layer: BackgroundLayer,
  picture: Size,
  place: PageRectangle,
  seen: PageRectangle,
): TileGrid | undefined {
  const { width, height } = roundedSize(layer, sizeOf(layer.size, picture, place), place);
  if (!(Math.min(width, height) >= least && Math.max(width, height) <= most)) return undefined;
  const [repeatX, repeatY] = layer.repeat;
  const [x, y] = layer.position;
  const across = runOf({ repeat: repeatX, at: x, from: place.x, room: place.width, tile: width }, [
    seen.x,
    seen.x + seen.width,
  ]);
  const down = runOf({ repeat: repeatY, at: y, from: place.y, room: place.height, tile: height }, [
    seen.y,
    seen.y + seen.height,
  ]);
  if (!across || !down) return undefined;
  return {
    tile: { x: across.start, y: down.start, width, height },
    step: { x: across.step, y: down.step },
    area: { x: across.from, y: down.from, width: across.to - across.from, height: down.to - down.from },
    repeats: across.repeats || down.repeats,
  };
}

/** Whether size or place of a picture hangs on the height of the box that it is placed in. */
export function needsHeight({ size, position, repeat }: BackgroundLayer): boolean {
  const given = typeof size === 'string' ? size : size[1];
  const [, y] = position;
  const atTop = typeof y === 'number' || (y.percent === 0 && y.extreme === undefined);
  const bySize = typeof given !== 'number' && given !== 'auto';
  return bySize || !atTop || repeat[1] === 'round' || repeat[1] === 'space';
}

/** `background-size` (2.9). */
function sizeOf(size: BackgroundLayer['size'], picture: Size, place: PageRectangle): Size {
  const ratio = picture.width / picture.height;
  if (size === 'cover' || size === 'contain') {
    const wide = { width: place.width, height: place.width / ratio };
    const tall = { width: place.height * ratio, height: place.height };
    return wide.height >= place.height === (size === 'cover') ? wide : tall;
  }
  const width = resolveAuto(size[0], place.width);
  const height = resolveAuto(size[1], place.height);
  if (width !== undefined) return { width, height: height ?? width / ratio };
  if (height !== undefined) return { width: height * ratio, height };
  return { width: picture.width * ptPerPixel, height: picture.height * ptPerPixel };
}

/** `round`: a whole number of tiles fits; a side that is `auto` keeps the proportions (2.9). */
function roundedSize({ size, repeat }: BackgroundLayer, { width, height }: Size, place: PageRectangle): Size {
  const [roundX, roundY] = [repeat[0] === 'round', repeat[1] === 'round'];
  const fit = (room: number, tile: number): number =>
    room > 0 && tile > 0 ? room / Math.max(1, Math.round(room / tile)) : tile;
  const w = roundX ? fit(place.width, width) : width;
  const h = roundY ? fit(place.height, height) : height;
  if (typeof size === 'string' || roundX === roundY) return { width: w, height: h };
  if (roundX && size[1] === 'auto') return { width: w, height: (height * w) / width };
  if (roundY && size[0] === 'auto') return { width: (width * h) / height, height: h };
  return { width: w, height: h };
}

/** One direction of the grid: where the tiles are placed, pt. */
interface Axis {
  readonly repeat: BackgroundRepeat;
  readonly at: LengthPercentage;
  readonly from: number;
  readonly room: number;
  readonly tile: number;
}

interface Run {
  readonly start: number;
  readonly step: number;
  readonly from: number;
  readonly to: number;
  readonly repeats: boolean;
}

/** The tiles in one direction (2.4 and 2.6), as far as they are seen. */
function runOf(
  { repeat, at, from, room, tile }: Axis,
  [first, last]: readonly [number, number],
): Run | undefined {
  const start = from + resolve(at, room - tile);
  if (!Number.isFinite(start) || last - first <= slack) return undefined;
  const count = Math.floor((room + slack) / tile);
  if (repeat === 'no-repeat' || (repeat === 'space' && count < 2)) {
    const run = { from: Math.max(first, start), to: Math.min(last, start + tile) };
    return run.to - run.from > slack ? { start, step: tile, ...run, repeats: false } : undefined;
  }
  const spaced = repeat === 'space';
  const step = spaced ? Math.max(tile, tile + (room - count * tile) / (count - 1)) : tile;
  const origin = spaced ? from : start;
  const seen = origin + Math.floor((first - origin + slack) / step) * step;
  return { start: seen, step, from: first, to: last, repeats: seen + step < last - slack };
}
