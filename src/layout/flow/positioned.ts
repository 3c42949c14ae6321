/** Absolutely positioned boxes against their containing block (CSS 2.2, 10.3.7, 10.3.8, 10.6.4). pt. */
import type { ComputedStyle } from '../../document/style.js';
import { resolveAuto, usedBox, type UsedBox } from '../used-values.js';
import type { FlowEngine } from './engine.js';
import { withChildren, withOpacity, type BoxFragment, type Placed } from './fragment.js';
import { marginsOf } from './side-floats.js';
import type { ContainingBlock, OutOfFlow } from './space.js';
import type { Box } from '../boxes/box.js';

/** Where a positioned box stands, from the corner of the containing block's fragment, and how it is laid out. */
export interface Position {
  readonly x: number;
  readonly y: number;
  readonly used: UsedBox;
  /** Height that the box must have to reach from `top` to `bottom`. */
  readonly fixedHeight: number | undefined;
}

export function placePositioned(engine: FlowEngine, waiting: OutOfFlow, block: ContainingBlock): Placed {
  const { position, whole } = new Positioning(engine, waiting, block);
  return { x: position.x, y: position.y, fragment: withOpacity(whole, waiting.opacity) };
}

/** The place of a positioned box; it is laid out only if its place depends on its height. */
export function positionOf(engine: FlowEngine, waiting: OutOfFlow, block: ContainingBlock): Position {
  return new Positioning(engine, waiting, block).position;
}

class Positioning {
  readonly #used: UsedBox;
  readonly #fixedHeight: number | undefined;
  #whole: BoxFragment | undefined;

  constructor(
    readonly engine: FlowEngine,
    readonly waiting: OutOfFlow,
    readonly block: ContainingBlock,
  ) {
    const { box } = waiting;
    const { style } = box;
    const margins = marginsOf(box, block.width);
    const [left, right] = [resolveAuto(style.left, block.width), resolveAuto(style.right, block.width)];
    const [top, bottom] = this.#ends;
    this.#used = horizontal(engine, box, { width: block.width, left, right, from: waiting.x - block.x });
    const stretches =
      top !== undefined && bottom !== undefined && style.height === 'auto' && box.type === 'block';
    this.#fixedHeight = stretches
      ? Math.max(0, block.height - top - bottom - margins.top - margins.bottom)
      : undefined;
  }

  get #ends(): readonly [number | undefined, number | undefined] {
    const { style } = this.waiting.box;
    const { height } = this.block;
    return [resolveAuto(style.top, height), resolveAuto(style.bottom, height)];
  }

  /** The border box in one piece. */
  get whole(): BoxFragment {
    this.#whole ??= this.engine.layOutWhole(
      this.waiting.box,
      this.#used,
      this.block,
      this.#fixedHeight,
    ).fragment;
    return this.#whole;
  }

  get position(): Position {
    const x = this.block.x + this.#x;
    return { x, y: this.block.y + this.#y, used: this.#used, fixedHeight: this.#fixedHeight };
  }

  get #x(): number {
    const { block, waiting } = this;
    const { style } = waiting.box;
    const { left: marginLeft, right: marginRight } = marginsOf(waiting.box, block.width);
    const [left, right] = [resolveAuto(style.left, block.width), resolveAuto(style.right, block.width)];
    const width = this.#used.borderWidth;
    const free = left !== undefined && right !== undefined ? block.width - left - right - width : undefined;
    const sides = centred([style.marginLeft, style.marginRight], [marginLeft, marginRight], free);
    if (left !== undefined) return left + sides[0];
    return right !== undefined ? block.width - right - sides[1] - width : waiting.x - block.x + sides[0];
  }

  get #y(): number {
    const { block, waiting } = this;
    const { style } = waiting.box;
    const margins = marginsOf(waiting.box, block.width);
    const [top, bottom] = this.#ends;
    const free =
      top !== undefined && bottom !== undefined
        ? block.height - top - bottom - (this.#fixedHeight ?? this.whole.height)
        : undefined;
    const ends = centred([style.marginTop, style.marginBottom], [margins.top, margins.bottom], free);
    if (top !== undefined) return top + ends[0];
    return bottom !== undefined
      ? block.height - bottom - ends[1] - this.whole.height
      : waiting.y - block.y + ends[0];
  }
}

/** Used margins of one axis: auto ones share what is free when both ends are given. */
function centred(
  values: readonly [ComputedStyle['marginTop'], ComputedStyle['marginTop']],
  given: readonly [number, number],
  free: number | undefined,
): readonly [number, number] {
  if (free === undefined) return given;
  const [start, end] = values;
  const rest = free - given[0] - given[1];
  if (start === 'auto' && end === 'auto') return rest >= 0 ? [rest / 2, rest / 2] : [0, rest];
  if (start === 'auto') return [rest, given[1]];
  return given;
}

function horizontal(
  engine: FlowEngine,
  box: Box,
  at: {
    readonly width: number;
    readonly left: number | undefined;
    readonly right: number | undefined;
    readonly from: number;
  },
): UsedBox {
  if (box.type !== 'block') return engine.usedToFit(box, at.width);
  const { style } = box;
  const plain = usedBox(style, at.width, 0);
  const edges = plain.borderWidth - plain.contentWidth;
  const margins = marginsOf(box, at.width);
  const room =
    at.width -
    (at.left ?? (at.right === undefined ? at.from : 0)) -
    (at.right ?? 0) -
    edges -
    margins.left -
    margins.right;
  const both = at.left !== undefined && at.right !== undefined;
  const fit = both ? room : engine.shrinkToFit(box, room, at.width);
  return usedBox(style, at.width, Math.max(0, fit));
}

/** A piece that goes elsewhere takes along what no box in it positions. */
export function holdPositioned(
  engine: FlowEngine,
  { fragment, outOfFlow }: { readonly fragment: BoxFragment; readonly outOfFlow: readonly OutOfFlow[] },
): BoxFragment {
  if (outOfFlow.length === 0) return fragment;
  const { width, height } = fragment;
  const placed = outOfFlow.map((one) => placePositioned(engine, one, { x: 0, y: 0, width, height }));
  return withChildren(fragment, placed);
}
