/**
 * Borders as page items (css-backgrounds-3, 4.3). Solid borders of one colour are rectangles that do not
 * overlap; where colours meet, corners are mitred. Dashed and dotted borders are stroked lines.
 */
import type { PageItem, PathItem, PathSegment } from '../../document/page.js';
import type { BorderSide, Color } from '../../document/style.js';
import { noEdges, type BoxFragment, type BorderStretch } from '../flow/fragment.js';
import type { PageRectangle } from '../page-master.js';
import type { Point } from './paint-fragments.js';
import { innerRadii, radiiOf, roundedPath } from './rounded.js';

const none: readonly PathItem[] = [];
const decoration = { type: 'artifact', kind: 'layout' } as const;

type Side = 'top' | 'right' | 'bottom' | 'left';
const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

const sideOf = {
  top: 'borderTop',
  right: 'borderRight',
  bottom: 'borderBottom',
  left: 'borderLeft',
} as const;

export function borderItems(fragment: BoxFragment, at: Point): readonly PageItem[] {
  const { style, border } = fragment;
  const drawn = sides.filter((side) => border[side] > 0 && isDrawn(style[sideOf[side]]));
  if (drawn.length === 0) return [];
  const radii = radiiOf(fragment);
  const [first] = drawn;
  const common = first && style[sideOf[first]];
  if (radii && common && drawn.length === 4) return roundedBorder(fragment, at, common);
  const meet = drawn.some((side) => !sameColor(style[sideOf[side]].color, common?.color));
  return drawn.flatMap((side) =>
    sideItems(fragment, at, { side, mitred: meet || isShaded(style[sideOf[side]]) }),
  );
}

function isDrawn(side: BorderSide): boolean {
  return side.style !== 'none' && side.style !== 'hidden' && side.color.alpha > 0;
}

function isShaded({ style }: BorderSide): boolean {
  return style === 'inset' || style === 'outset' || style === 'groove' || style === 'ridge';
}

function sameColor(a: Color, b: Color | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** A border around rounded corners: the ring between two rounded rectangles. */
function roundedBorder(fragment: BoxFragment, at: Point, side: BorderSide): readonly PathItem[] {
  const { width, height, border } = fragment;
  const radii = radiiOf(fragment);
  if (!radii) return [];
  const inner = {
    x: at.x + border.left,
    y: at.y + border.top,
    width: Math.max(0, width - border.left - border.right),
    height: Math.max(0, height - border.top - border.bottom),
  };
  const path = [
    ...roundedPath({ x: at.x, y: at.y, width, height }, radii),
    ...roundedPath(inner, innerRadii(radii, border)),
  ];
  return [{ type: 'path', tag: decoration, path, fill: side.color, fillRule: 'evenodd' }];
}

interface SideTask {
  readonly side: Side;
  readonly mitred: boolean;
}

function sideItems(fragment: BoxFragment, at: Point, task: SideTask): readonly PathItem[] {
  const side = fragment.style[sideOf[task.side]];
  switch (side.style) {
    case 'none':
    case 'hidden':
      return [];
    case 'dashed':
    case 'dotted':
      return [strokedSide(fragment, at, task.side)];
    case 'double':
      return [
        band(fragment, at, { ...task, from: 0, to: 1 / 3, color: side.color }),
        band(fragment, at, { ...task, from: 2 / 3, to: 1, color: side.color }),
      ];
    case 'groove':
    case 'ridge': {
      const outer = shade(side.color, isLit(task.side) === (side.style === 'ridge'));
      const inner = shade(side.color, isLit(task.side) !== (side.style === 'ridge'));
      return [
        band(fragment, at, { ...task, from: 0, to: 0.5, color: outer }),
        band(fragment, at, { ...task, from: 0.5, to: 1, color: inner }),
      ];
    }
    case 'inset':
    case 'outset': {
      const color = shade(side.color, isLit(task.side) === (side.style === 'outset'));
      return [band(fragment, at, { ...task, from: 0, to: 1, color })];
    }
    case 'solid':
      return [band(fragment, at, { ...task, from: 0, to: 1, color: side.color })];
  }
}

/** Light falls from the top left. */
function isLit(side: Side): boolean {
  return side === 'top' || side === 'left';
}

function shade(color: Color, lit: boolean): Color {
  if (lit) return color;
  if (color.space === 'rgb') return { ...color, r: color.r / 2, g: color.g / 2, b: color.b / 2 };
  // A darker spot colour is no tint of its ink: it is printed by process inks.
  const { spot: _, ...process } = color;
  return { ...process, k: Math.min(1, color.k + 0.5) };
}

interface Band extends SideTask {
  /** Share of the border's width, from the outer edge. */
  readonly from: number;
  readonly to: number;
  readonly color: Color;
}

/** A stretch of a side between two parallels of the outer edge. */
function band(fragment: BoxFragment, at: Point, task: Band): PathItem {
  const { width, height, border } = fragment;
  const edge = (share: number): PageRectangle => ({
    x: at.x + border.left * share,
    y: at.y + border.top * share,
    width: width - (border.left + border.right) * share,
    height: height - (border.top + border.bottom) * share,
  });
  const outer = edge(task.from);
  const inner = edge(task.to);
  const path = task.mitred ? mitred(outer, inner, task.side) : [straight(outer, inner, task.side)];
  return { type: 'path', tag: decoration, path, fill: task.color };
}

/** Top and bottom take the corners. */
function straight(outer: PageRectangle, inner: PageRectangle, side: Side): PathSegment {
  const right = outer.x + outer.width;
  const innerRight = inner.x + inner.width;
  const innerBottom = inner.y + inner.height;
  switch (side) {
    case 'top':
      return { type: 'rect', x: outer.x, y: outer.y, width: outer.width, height: inner.y - outer.y };
    case 'bottom':
      return {
        type: 'rect',
        x: outer.x,
        y: innerBottom,
        width: outer.width,
        height: outer.y + outer.height - innerBottom,
      };
    case 'left':
      return { type: 'rect', x: outer.x, y: inner.y, width: inner.x - outer.x, height: inner.height };
    case 'right':
      return { type: 'rect', x: innerRight, y: inner.y, width: right - innerRight, height: inner.height };
  }
}

function mitred(outer: PageRectangle, inner: PageRectangle, side: Side): readonly PathSegment[] {
  const corners = (r: PageRectangle): Record<'a' | 'b' | 'c' | 'd', Point> => ({
    a: { x: r.x, y: r.y },
    b: { x: r.x + r.width, y: r.y },
    c: { x: r.x + r.width, y: r.y + r.height },
    d: { x: r.x, y: r.y + r.height },
  });
  const o = corners(outer);
  const i = corners(inner);
  const points = {
    top: [o.a, o.b, i.b, i.a],
    right: [o.b, o.c, i.c, i.b],
    bottom: [o.c, o.d, i.d, i.c],
    left: [o.d, o.a, i.a, i.d],
  }[side];
  return [
    ...points.map(({ x, y }, n) => ({ type: n === 0 ? ('move' as const) : ('line' as const), x, y })),
    { type: 'close' },
  ];
}

function strokedSide(fragment: BoxFragment, at: Point, side: Side): PathItem {
  const { width, height, border, style } = fragment;
  const right = at.x + width;
  const bottom = at.y + height;
  const middle = border[side] / 2;
  const ends = {
    top: [
      { x: at.x, y: at.y + middle },
      { x: right, y: at.y + middle },
    ],
    bottom: [
      { x: at.x, y: bottom - middle },
      { x: right, y: bottom - middle },
    ],
    left: [
      { x: at.x + middle, y: at.y },
      { x: at.x + middle, y: bottom },
    ],
    right: [
      { x: right - middle, y: at.y },
      { x: right - middle, y: bottom },
    ],
  }[side];
  return stroke(style[sideOf[side]], ends[0] ?? at, ends[1] ?? at);
}

function stroke(side: BorderSide, from: Point, to: Point): PathItem {
  const { width, style, color } = side;
  const dash = style === 'dotted' ? [width, width] : style === 'dashed' ? [3 * width, 2 * width] : undefined;
  return {
    type: 'path',
    tag: decoration,
    path: [
      { type: 'move', x: from.x, y: from.y },
      { type: 'line', x: to.x, y: to.y },
    ],
    stroke: { color, width, ...(dash ? { dash } : {}) },
  };
}

/** The collapsed borders of a table. */
export function stretchItems(fragment: BoxFragment, at: Point): readonly PathItem[] {
  return fragment.paint?.borders?.flatMap((stretch) => stretchItem(stretch, at)) ?? none;
}

function stretchItem({ x1, y1, x2, y2, side }: BorderStretch, at: Point): readonly PathItem[] {
  const from = { x: at.x + x1, y: at.y + y1 };
  const to = { x: at.x + x2, y: at.y + y2 };
  if (side.style === 'dashed' || side.style === 'dotted') return [stroke(side, from, to)];
  const horizontal = y1 === y2;
  const bar = (offset: number, width: number): PathItem => ({
    type: 'path',
    tag: decoration,
    path: [
      horizontal
        ? { type: 'rect', x: from.x, y: from.y + offset, width: to.x - from.x, height: width }
        : { type: 'rect', x: from.x + offset, y: from.y, width, height: to.y - from.y },
    ],
    fill: side.color,
  });
  const { width } = side;
  if (side.style === 'double') return [bar(-width / 2, width / 3), bar(width / 6, width / 3)];
  return [bar(-width / 2, width)];
}

/** Column rules, drawn like left borders; inset and outset ones as in collapsed tables (css-multicol-1, 4.3). */
export function ruleItems(fragment: BoxFragment, at: Point): readonly PathItem[] {
  const rules = fragment.paint?.rules;
  if (!rules) return none;
  return rules.flatMap(({ x, y, height, side }) => {
    const { width, style } = side;
    const shaded = style === 'inset' ? 'ridge' : style === 'outset' ? 'groove' : style;
    const rule: BoxFragment = {
      ...fragment,
      style: { ...fragment.style, borderLeft: { ...side, style: shaded } },
      width,
      height,
      border: { ...noEdges, left: width },
    };
    return sideItems(rule, { x: at.x + x - width / 2, y: at.y + y }, { side: 'left', mitred: false });
  });
}
