/**
 * The margins at a box's start, collapsed with those of its first children (CSS 2.2, 8.3.1), found
 * before the box is laid out: its place in the formatting context is then known from the beginning,
 * and floats inside it stand right at once. Floats met on the way move with the margins that come after
 * them, until something would have to go past one of them: that keeps its margin to itself (9.5.2).
 */
import type { ComputedStyle } from '../../document/style.js';
import { isOutOfFlow, type BlockBox, type Box, type InlineContent } from '../boxes/box.js';
import {
  borderEdges,
  minimumHeight,
  paddingEdges,
  resolveAuto,
  usedBox,
  wantedHeight,
} from '../used-values.js';
import type { FlowEngine } from './engine.js';
import type { FloatContext } from './float-context.js';
import { hasLines, isSideFloat } from './inline-parts.js';
import { marginsOf } from './side-floats.js';
import { isFormattingRoot } from './space.js';
import { collapse, extentOf, margin, noMargin, type Strut } from './strut.js';

/** What comes before a box. */
export interface Above {
  /** Margins that its own collapse with. */
  readonly strut: Strut;
  /** Where those margins begin, in the formatting context, pt. */
  readonly from: number;
  /** Floats before, which `clear` may be about. */
  readonly floats: FloatContext | undefined;
}

const nothingAbove: Above = { strut: noMargin, from: 0, floats: undefined };

/** The margins at the start of a box, with those above that they collapse with; `base` is the content width of the containing block, pt. */
export function leadingMargin(
  engine: FlowEngine,
  box: Box,
  base: number,
  above: Above = nothingAbove,
): Strut {
  const scan = new MarginScan(engine, above);
  scan.add(box, base);
  return scan.strut;
}

/** Whether a box begins with text, as nearly all do: no margin but its own stands at its start. */
export function beginsWithText(box: Box): boolean {
  if (box.type !== 'block') return false;
  const first = box.children[0];
  return first?.type === 'lines' && hasLines(first) && !first.items.some(leavesText);
}

class MarginScan {
  strut: Strut;
  /** Floats that move with the margins: they begin where these will end. */
  readonly #adjoining: { readonly box: Box; readonly base: number }[] = [];

  constructor(
    private readonly engine: FlowEngine,
    private readonly above: Above,
  ) {
    this.strut = above.strut;
  }

  /** Adds the margins of a box; false when it ended the collapsing. */
  add(box: Box, base: number): boolean {
    if (box.type === 'lines') {
      for (const item of box.items) if (item.type === 'out-of-flow') this.#meet(item.box, base);
      return !hasLines(box);
    }
    const { style } = box;
    this.#join(resolveAuto(style.marginTop, base));
    if (box.type !== 'block' || isClosed(box, base)) return false;
    if (!this.#addChildren(box, base)) return false;
    if (!isHollow(box, base)) return false;
    this.#join(resolveAuto(style.marginBottom, base));
    return true;
  }

  #join(size: number | undefined): void {
    if (size) this.strut = collapse(this.strut, margin(size));
  }

  #addChildren(box: BlockBox, around: number): boolean {
    if (beginsWithText(box)) return false;
    const { style, children } = box;
    const base = usedBox(style, around).contentWidth;
    for (const child of children) {
      if (child.type !== 'lines' && isOutOfFlow(child)) this.#meet(child, base);
      else if (!this.#addChild(child, base)) return false;
    }
    return true;
  }

  #meet(box: Box, base: number): void {
    if (box.type !== 'lines' && isSideFloat(box.style)) this.#adjoining.push({ box, base });
  }

  #addChild(child: Box, base: number): boolean {
    if (child.type === 'lines') return this.add(child, base);
    if (this.#goesPastFloats(child, base)) return false;
    const { clear } = child.style;
    if (clear === 'none') return this.add(child, base);
    const before = this.strut;
    const through = this.add(child, base);
    // Margins that alone take it past the floats leave no clearance.
    if (this.#clearance(clear) <= extentOf(this.strut) + 1e-6) return through;
    this.strut = before;
    return false;
  }

  /** How far below the beginning of the margins earlier floats reach that `clear` is about, pt; −Infinity without any. */
  #clearance(clear: ComputedStyle['clear']): number {
    const { floats, from } = this.above;
    return floats ? floats.clearance(clear) - from : -Infinity;
  }

  /** Whether a child must stand below floats that its own margin would move along. */
  #goesPastFloats(child: Exclude<Box, { type: 'lines' }>, base: number): boolean {
    if (this.#adjoining.length === 0) return false;
    const { clear } = child.style;
    if (clear !== 'none' && this.#adjoining.some(({ box }) => clear === 'both' || box.style.float === clear))
      return true;
    if (!standsApart(child)) return false;
    const margins = marginsOf(child, base);
    const left = Math.max(margins.left, this.#widthOf('left'));
    const right = Math.max(margins.right, this.#widthOf('right'));
    return base - left - right < this.engine.leastBeside(child, base) - 1e-4;
  }

  #widthOf(side: 'left' | 'right'): number {
    let width = 0;
    for (const { box, base } of this.#adjoining) {
      if (box.style.float !== side) continue;
      const { left, right } = marginsOf(box, base);
      width += left + this.engine.usedToFit(box, base).borderWidth + right;
    }
    return width;
  }
}

function leavesText({ type }: InlineContent): boolean {
  return type === 'out-of-flow';
}

/** Boxes that may not overlap floats (9.5). */
export function standsApart(box: Exclude<Box, { type: 'lines' }>): boolean {
  return box.type !== 'block' || isFormattingRoot(box.style);
}

/** Whether the start of a box keeps its children's margins inside. */
export function isClosed(box: Box, base: number): boolean {
  const { style } = box;
  if (box.type !== 'block' || isFormattingRoot(style)) return true;
  return borderEdges(style).top + paddingEdges(style, base).top > 0;
}

/** Whether a box without content would have no height. */
function isHollow(box: Box, base: number): boolean {
  if (box.type === 'block' && box.marker) return false;
  const { style } = box;
  const border = borderEdges(style);
  const padding = paddingEdges(style, base);
  const edges = border.top + border.bottom + padding.top + padding.bottom;
  return edges === 0 && (wantedHeight(style, 0) ?? 0) === 0 && minimumHeight(style, 0) === 0;
}
