/**
 * A multi-column container (css-multicol-1): rows of columns between spanning elements, one below the
 * other, until the content or the page ends.
 */
import { isOutOfFlow, type BlockBox, type Box } from '../boxes/box.js';
import { borderEdges, paddingEdges } from '../used-values.js';
import { blockSpace } from './block-space.js';
import type { FlowFrame } from './block-flow.js';
import { breakToken } from './break-token.js';
import { endedAt, type Ended } from './flow-end.js';
import { avoids, forcedBreak, valuesAfter, valuesBefore } from './break-values.js';
import { columnSizes } from './column-sizes.js';
import type { FlowEngine } from './engine.js';
import type { Column, Columns } from './fill-column.js';
import { fillColumns, type Row } from './fill-columns.js';
import {
  boxFragment,
  noEdges,
  withOpacity,
  type BoxFragment,
  type BoxPaint,
  type FloatPiece,
  type Placed,
} from './fragment.js';
import { boxHeights, usedHeight } from './heights.js';
import type { Content } from './block-content.js';
import { leadingMargin } from './leading-margin.js';
import { leaving } from './out-of-flow.js';
import {
  appeal,
  type Appeal,
  type BreakToken,
  type OutOfFlow,
  type ParallelFlow,
  type Stop,
} from './space.js';
import { collapse, extentOf, noMargin, type Strut } from './strut.js';

type Rule = NonNullable<BoxPaint['rules']>[number];

interface LaidColumns {
  readonly content: Content;
  readonly ended: Ended | undefined;
}

export function layOutColumns(
  engine: FlowEngine,
  box: BlockBox,
  frame: FlowFrame,
  token: BreakToken | undefined,
): LaidColumns | 'refused' {
  const sizes = columnSizes(box, frame.width);
  const bottom = contentBottom(box, frame, token, Infinity);
  return new ColumnLayout({ engine, box, frame, sizes, bottom }, token).run();
}

/** Where the content box of this fragment ends when the content ends at `y`, both from its border box's top. */
function contentBottom(box: BlockBox, frame: FlowFrame, token: BreakToken | undefined, y: number): number {
  const border = borderEdges(box.style);
  const padding = paddingEdges(box.style, frame.space.width);
  const consumed = token?.consumed ?? 0;
  const below = border.bottom + padding.bottom;
  const heights = boxHeights(box.style, frame.space);
  return usedHeight(heights, consumed + y + below) - consumed - below;
}

class ColumnLayout {
  readonly #children: Placed[] = [];
  readonly #outOfFlow: OutOfFlow[] = [];
  readonly #rules: Rule[] = [];
  #firstBaseline: number | undefined;
  #lastBaseline: number | undefined;
  #filled = false;
  /** Bottom of what stands so far, from the border box's top, pt; the margin that waits below it. */
  #y: number;
  #margin: Strut = noMargin;
  /** How good a break at the place reached is. */
  #before: Appeal = appeal.perfect;
  /** Where the columns go on, and the column floats that wait. */
  #token: BreakToken | undefined;
  #floats: readonly FloatPiece[];

  constructor(
    readonly columns: Columns,
    /** Where the container goes on in this fragment. */
    readonly first: BreakToken | undefined,
  ) {
    this.#y = columns.frame.top;
    this.#token = first;
    this.#floats = first?.columnFloats ?? [];
  }

  run(): LaidColumns | 'refused' {
    const spanner = this.#token?.spanner;
    if (spanner) {
      const ended = this.#span(spanner.box, spanner.token);
      if (ended) return ended;
    }
    for (;;) {
      const token = this.#token;
      const lead = extentOf(this.#margin);
      const row = fillColumns(this.columns, { token, y: this.#y + lead, floats: this.#floats });
      if (row === 'refused')
        return this.#filled && token ? this.#end(restOf(token, this.#before)) : 'refused';
      const spans = row.ended?.stop.type === 'spanner';
      // Margins of spanning elements with nothing between them collapse (css-multicol-1, 6.1).
      if (!spans || row.height > 0) this.#settle(lead);
      this.#place(row);
      this.#floats = row.floatsLeft;
      this.#token = row.token;
      const { ended } = row;
      if (!ended || !row.token) return this.#end(undefined);
      if (ended.stop.type !== 'spanner') return this.#end(ended);
      const last = this.#span(ended.stop.box, undefined);
      if (last) return last;
    }
  }

  #settle(lead: number): void {
    this.#y += lead;
    this.#margin = noMargin;
    this.#before = appeal.perfect;
  }

  /** A spanning element, then the columns go on; the outcome when the container ends in, before or after it. */
  #span(box: Box, from: BreakToken | undefined): LaidColumns | 'refused' | undefined {
    const token = this.#token;
    if (!token) throw new Error('a spanning element stands between columns');
    const { before, stop } = this.#breakBefore(box, from);
    const waits = { box, token: from };
    if (stop) return this.#end(restOf(token, before, stop, waits));
    const spanned = this.#spanner(box, from);
    if (spanned === 'refused')
      return this.#filled ? this.#end(restOf(token, before, undefined, waits)) : spanned;
    if (spanned.token)
      return this.#end(restOf(token, spanned.appeal, undefined, { box, token: spanned.token }));
    this.#token = breakToken({ ...token, spanner: undefined, forced: true });
    return this.#breakAfter(box);
  }

  /** How good a break before a spanning element is, and whether it is to be taken. */
  #breakBefore(box: Box, from: BreakToken | undefined): { readonly before: Appeal; readonly stop?: Stop } {
    const { frame } = this.columns;
    const { fragmentainer } = frame.space;
    if (!fragmentainer || !this.#filled || from) return { before: appeal.perfect };
    const forced = forcedBreak(valuesBefore(box), fragmentainer);
    if (forced) return { before: appeal.perfect, stop: { type: 'forced', value: forced, page: frame.page } };
    const avoided = frame.avoid || valuesBefore(box).some((value) => avoids(value, fragmentainer.kind));
    const before = avoided ? appeal.breakAvoid : this.#before;
    return fragmentainer.search.candidate(before) ? { before, stop: { type: 'full' } } : { before };
  }

  /** The break after a spanning element with something below it, where one is asked for or is the one to take. */
  #breakAfter(box: Box): LaidColumns | undefined {
    const { frame, box: container } = this.columns;
    const { fragmentainer } = frame.space;
    const token = this.#token;
    if (!fragmentainer || !token || !hasMore(container, token)) return undefined;
    const forced = forcedBreak(valuesAfter(box), fragmentainer);
    const stop: Stop = forced ? { type: 'forced', value: forced, page: frame.page } : { type: 'full' };
    const avoided = frame.avoid || valuesAfter(box).some((value) => avoids(value, fragmentainer.kind));
    this.#before = avoided ? appeal.breakAvoid : appeal.perfect;
    if (!forced && !fragmentainer.search.candidate(this.#before)) return undefined;
    return this.#end(restOf(token, this.#before, stop));
  }

  #end(ended: Ended | undefined): LaidColumns {
    const beside: readonly ParallelFlow[] = (ended && this.#token?.beside) ?? [];
    return {
      ended: ended && this.#floats.length > 0 ? endedAt({ ...ended, columnFloats: this.#floats }) : ended,
      content: {
        children: this.#children,
        outOfFlow: this.#outOfFlow,
        beside,
        y: this.#y,
        strut: noMargin,
        open: false,
        filled: this.#filled,
        clearedLast: false,
        firstBaseline: this.#firstBaseline,
        lastBaseline: this.#lastBaseline,
        paint: this.#rules.length > 0 ? { rules: this.#longRules(ended) } : undefined,
      },
    };
  }

  /** Rules of the last row reach down to the end of the content box. */
  #longRules(ended: Ended | undefined): readonly Rule[] {
    const { frame, box } = this.columns;
    const { fragmentainer } = frame.space;
    const end =
      ended && ended.stop.type !== 'spanner'
        ? this.columns.bottom
        : contentBottom(box, frame, this.first, this.#y);
    const bottom = fragmentainer ? Math.min(end, frame.room) : end;
    if (!Number.isFinite(bottom)) return this.#rules;
    return this.#rules.map((rule) =>
      rule.y + rule.height >= this.#y - 1e-6
        ? { ...rule, height: Math.max(rule.height, bottom - rule.y) }
        : rule,
    );
  }

  /** An element across all columns, a block of this container's own width. */
  #spanner(
    box: Box,
    token: BreakToken | undefined,
  ): { readonly token: BreakToken | undefined; readonly appeal: Appeal } | 'refused' {
    if (box.type === 'lines') throw new Error('lines do not span columns');
    const { engine, frame } = this.columns;
    // A margin at an unforced break is cut off (css-break-3, 5.2).
    const cut = token !== undefined || (this.first !== undefined && !this.first.forced && !this.#filled);
    const leading = leadingMargin(engine, box, frame.width);
    const lead = cut ? 0 : extentOf(collapse(this.#margin, leading));
    const used = engine.usedBoxOf(box, frame.width, undefined);
    const top = this.#y + lead;
    const { width, height, avoid, page } = frame;
    const { fragmentainer } = frame.space;
    const room = frame.room - top;
    const space = blockSpace({ used, width, height, fragmentainer, room, avoid, page, lead });
    const result = engine.layOut(box, space, token);
    if (result.refused) return 'refused';
    const { fragment } = result;
    const around = this.#token ? opacityBefore(this.columns.box, this.#token) : 1;
    const placed = {
      x: frame.left + used.x,
      y: top,
      fragment: withOpacity(fragment, around < 1 ? around : undefined),
    };
    this.#children.push(placed);
    this.#outOfFlow.push(...leaving(result.outOfFlow, placed, around * box.style.opacity));
    this.#baselines(top, fragment);
    this.#filled = true;
    if (fragment.height > 0) engine.notePlaced(box, frame.space);
    this.#y = top + fragment.height;
    this.#margin = result.endMargin;
    return { token: result.token, appeal: result.appeal };
  }

  #baselines(y: number, at: Pick<BoxFragment, 'firstBaseline' | 'lastBaseline'> | Column): void {
    if (at.firstBaseline !== undefined) this.#firstBaseline ??= y + at.firstBaseline;
    if (at.lastBaseline !== undefined) this.#lastBaseline = y + at.lastBaseline;
  }

  #place(row: Row): void {
    const { engine, frame, box, sizes } = this.columns;
    const y = this.#y;
    const style = engine.styles.bare(box.style);
    row.columns.forEach((column, i) => {
      const x = frame.left + i * (sizes.width + sizes.gap);
      const fragment = boxFragment({
        style,
        width: sizes.width,
        height: row.height,
        border: noEdges,
        padding: noEdges,
        children: column.children,
        start: true,
        end: true,
      });
      this.#children.push({ x, y, fragment });
      this.#outOfFlow.push(...leaving(column.outOfFlow, { x, y }));
      this.#baselines(y, column);
      if (i > 0 && box.style.columnRule.width > 0)
        this.#rules.push({ x: x - sizes.gap / 2, y, height: row.height, side: box.style.columnRule });
    });
    this.#y += row.height;
    if (row.height > 0) {
      this.#filled = true;
      const search = frame.space.fragmentainer?.search;
      if (row.appeal < appeal.perfect && row.ended?.stop.type !== 'full') search?.poor(row.appeal);
      engine.notePlaced(box, frame.space);
    }
  }
}

/** The container ends where the columns are to go on. */
function restOf(token: BreakToken, value: Appeal, stop?: Stop, spanner?: BreakToken['spanner']): Ended {
  return endedAt({ index: token.index, child: token.child, spanner, stop, appeal: value });
}

/** Opacity of the boxes around the place where columns go on: a spanning element met there is in them. */
function opacityBefore(box: BlockBox, { index, child: token }: BreakToken): number {
  const child = box.children[index];
  return token && child?.type === 'block' ? child.style.opacity * opacityBefore(child, token) : 1;
}

/** Whether anything in the flow is left of a box that goes on at this token. */
function hasMore(box: BlockBox, token: BreakToken): boolean {
  const child = box.children[token.index];
  if (token.child && child?.type === 'block' && hasMore(child, token.child)) return true;
  return box.children.slice(token.index + (token.child ? 1 : 0)).some((one) => !isOutOfFlow(one));
}
