/**
 * Paths (ISO 32000-1, 8.5): construction and painting operators in; out, every path painted with its
 * boxes, colours and width of line. Clipping paths narrow the state's clip by their boxes.
 */
import { transform, type GraphicsState } from './graphics-state.js';
import type { Box } from './pages.js';
import type { PaintedPath } from './painted.js';

/** Operators that end a path, and what they paint. */
const painting: Readonly<Record<string, { readonly fill: boolean; readonly stroke: boolean }>> = {
  S: { fill: false, stroke: true },
  s: { fill: false, stroke: true },
  f: { fill: true, stroke: false },
  F: { fill: true, stroke: false },
  'f*': { fill: true, stroke: false },
  B: { fill: true, stroke: true },
  'B*': { fill: true, stroke: true },
  b: { fill: true, stroke: true },
  'b*': { fill: true, stroke: true },
  n: { fill: false, stroke: false },
};

export class PathReader {
  #boxes: Box[] = [];
  #clips = false;

  /** Runs a path operator: a path when it paints one, true when it paints nothing, false when it is none. */
  run(name: string, numbers: readonly number[], state: GraphicsState): PaintedPath | boolean {
    switch (name) {
      case 'm':
        this.#boxes.push(boxAround(numbers.slice(0, 2), state));
        return true;
      case 'l':
      case 'c':
      case 'v':
      case 'y':
        this.#extend(boxAround(numbers, state));
        return true;
      case 're': {
        const [x = 0, y = 0, width = 0, height = 0] = numbers;
        const corners = [x, y, x + width, y, x + width, y + height, x, y + height];
        this.#boxes.push(boxAround(corners, state));
        return true;
      }
      case 'h':
        return true;
      case 'W':
      case 'W*':
        this.#clips = true;
        return true;
      default:
        return this.#end(name, state);
    }
  }

  #extend(box: Box): void {
    const last = this.#boxes.pop();
    this.#boxes.push(last ? unite(last, box) : box);
  }

  #end(name: string, state: GraphicsState): PaintedPath | boolean {
    const paints = painting[name];
    if (!paints) return false;
    const [boxes, clips] = [this.#boxes, this.#clips];
    [this.#boxes, this.#clips] = [[], false];
    const seen = boxes.flatMap((whole) => {
      const cut = clipped(whole, state.clip);
      return cut ? [{ whole, cut }] : [];
    });
    // The clip holds from the next painting on (8.5.4).
    if (clips) state.clip = clipTo(state.clip, boxes);
    if (seen.length === 0 || (!paints.fill && !paints.stroke)) return true;
    const [a, b, c, d] = state.ctm;
    return {
      type: 'path',
      boxes: seen.map(({ cut }) => cut),
      fill: paints.fill ? state.fill : undefined,
      stroke: paints.stroke ? state.stroke : undefined,
      lineWidth: state.lineWidth * Math.sqrt(Math.abs(a * d - b * c)),
      thinnest: seen.reduce((least, { whole }) => Math.min(least, thinSide(whole)), Infinity),
    };
  }
}

/** An area at least this long, pt, is seen as a line when it is thin; a shorter one is a point. */
const leastLength = 2;

/** The width of an area as a line; infinite for what is too short, or has no area to fill. */
function thinSide([x1, y1, x2, y2]: Box): number {
  const [thin, long] = [Math.min(x2 - x1, y2 - y1), Math.max(x2 - x1, y2 - y1)];
  return thin > 0 && long >= leastLength ? thin : Infinity;
}

/** The box around points given as x y x y …, in default user space. */
export function boxAround(numbers: readonly number[], { ctm }: Pick<GraphicsState, 'ctm'>): Box {
  let box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const [x, y] = transform(ctm, numbers[i] ?? 0, numbers[i + 1] ?? 0);
    box = unite(box, [x, y, x, y]);
  }
  return box;
}

function unite(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** The part of a box within the clip; undefined when there is none. */
export function clipped(box: Box, clip: Box | undefined): Box | undefined {
  const [x1, y1, x2, y2]: Box = clip
    ? [
        Math.max(box[0], clip[0]),
        Math.max(box[1], clip[1]),
        Math.min(box[2], clip[2]),
        Math.min(box[3], clip[3]),
      ]
    : box;
  return x1 <= x2 && y1 <= y2 ? [x1, y1, x2, y2] : undefined;
}

/** The clip narrowed by a clipping path; an empty one lets nothing through. */
export function clipTo(clip: Box | undefined, boxes: readonly Box[]): Box {
  const nothing: Box = [0, 0, -1, -1];
  const [first, ...others] = boxes;
  return first ? (clipped(others.reduce(unite, first), clip) ?? nothing) : nothing;
}
