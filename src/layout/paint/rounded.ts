/** Rounded corners (css-backgrounds-3, 4): used radii and the paths of rounded rectangles. pt. */
import type { PathSegment } from '../../document/page.js';
import type { Corners, Edges } from '../../document/style.js';
import type { BoxFragment } from '../flow/fragment.js';
import type { PageRectangle } from '../page-master.js';
import type { Point } from './paint-fragments.js';
import { resolve } from '../used-values.js';

interface Radius {
  readonly x: number;
  readonly y: number;
}

export interface Radii {
  readonly topLeft: Radius;
  readonly topRight: Radius;
  readonly bottomRight: Radius;
  readonly bottomLeft: Radius;
}

/** Used radii of the border edge; nothing when all corners are square. Corners at a break are. */
export function radiiOf(fragment: BoxFragment): Radii | undefined {
  const { borderRadius: asked } = fragment.style;
  const { width, height, start, end } = fragment;
  if (isSquare(asked)) return undefined;
  const of = ([x, y]: Corners['topLeft'], whole: boolean): Radius => {
    const used = { x: resolve(x, width), y: resolve(y, height) };
    return whole && used.x > 0 && used.y > 0 ? used : { x: 0, y: 0 };
  };
  const radii = {
    topLeft: of(asked.topLeft, start),
    topRight: of(asked.topRight, start),
    bottomRight: of(asked.bottomRight, end),
    bottomLeft: of(asked.bottomLeft, end),
  };
  const { topLeft, topRight, bottomRight, bottomLeft } = radii;
  if (topLeft.x + topRight.x + bottomRight.x + bottomLeft.x === 0) return undefined;
  // Curves that would overlap are all made smaller in proportion (4.5).
  const fit = (side: number, curves: number): number => (curves > side ? side / curves : 1);
  const scale = Math.min(
    fit(width, radii.topLeft.x + radii.topRight.x),
    fit(width, radii.bottomLeft.x + radii.bottomRight.x),
    fit(height, radii.topLeft.y + radii.bottomLeft.y),
    fit(height, radii.topRight.y + radii.bottomRight.y),
  );
  const scaled = ({ x, y }: Radius): Radius => ({ x: x * scale, y: y * scale });
  return {
    topLeft: scaled(radii.topLeft),
    topRight: scaled(radii.topRight),
    bottomRight: scaled(radii.bottomRight),
    bottomLeft: scaled(radii.bottomLeft),
  };
}

/** Whether no corner asks for a radius. */
function isSquare({ topLeft, topRight, bottomRight, bottomLeft }: Corners): boolean {
  return topLeft[0] === 0 && topRight[0] === 0 && bottomRight[0] === 0 && bottomLeft[0] === 0;
}

/** Radii of an edge further in (4.2). */
export function innerRadii(radii: Radii, inset: Edges<number>): Radii {
  const less = ({ x, y }: Radius, dx: number, dy: number): Radius => ({
    x: Math.max(0, x - dx),
    y: Math.max(0, y - dy),
  });
  return {
    topLeft: less(radii.topLeft, inset.left, inset.top),
    topRight: less(radii.topRight, inset.right, inset.top),
    bottomRight: less(radii.bottomRight, inset.right, inset.bottom),
    bottomLeft: less(radii.bottomLeft, inset.left, inset.bottom),
  };
}

/** Control points of a quarter ellipse lie this share of the radius from its ends. */
const kappa = 0.5522847498;

/** A rounded rectangle, clockwise from its top left; a corner without a radius has no curve. */
export function roundedPath({ x, y, width, height }: PageRectangle, radii: Radii): readonly PathSegment[] {
  const right = x + width;
  const bottom = y + height;
  const { topLeft: a, topRight: b, bottomRight: c, bottomLeft: d } = radii;
  const path: PathSegment[] = [
    { type: 'move', x: x + a.x, y },
    { type: 'line', x: right - b.x, y },
    ...corner({ x: right - b.x, y }, { x: right, y }, { x: right, y: y + b.y }),
    { type: 'line', x: right, y: bottom - c.y },
    ...corner({ x: right, y: bottom - c.y }, { x: right, y: bottom }, { x: right - c.x, y: bottom }),
    { type: 'line', x: x + d.x, y: bottom },
    ...corner({ x: x + d.x, y: bottom }, { x, y: bottom }, { x, y: bottom - d.y }),
  ];
  if (a.x > 0 && a.y > 0) path.push({ type: 'line', x, y: y + a.y });
  path.push(...corner({ x, y: y + a.y }, { x, y }, { x: x + a.x, y }), { type: 'close' });
  return path;
}

/** A quarter of an ellipse from one point to the other, round the corner. */
function corner(from: Point, tip: Point, to: Point): readonly PathSegment[] {
  if ((from.x === tip.x && from.y === tip.y) || (to.x === tip.x && to.y === tip.y)) return [];
  return [
    {
      type: 'curve',
      x1: from.x + (tip.x - from.x) * kappa,
      y1: from.y + (tip.y - from.y) * kappa,
      x2: to.x + (tip.x - to.x) * kappa,
      y2: to.y + (tip.y - to.y) * kappa,
      x: to.x,
      y: to.y,
    },
  ];
}
