/**
 * A multi-column container (css-multicol-1): rows of columns between spanning elements, one below the
 * other, until the content or the page ends.
 */
import type { BlockBox, Box } from '../boxes/box.js';
import type { Ended, FlowFrame } from './block-flow.js';
import { columnSizes } from './column-sizes.js';
import type { FlowEngine } from './engine.js';
import type { Columns } from './fill-column.js';
import { fillColumns, type Row } from './fill-columns.js';
import { FloatContext } from './float-context.js';
import type { FloatPiece, BoxPaint, Placed } from './fragment.js';
import type { Content } from './block-content.js';
import { leadingMargin } from './leading-margin.js';
import { appeal, type BreakToken, type OutOfFlow, type ParallelFlow } from './space.js';
import { extentOf, noMargin, type Strut } from './strut.js';

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
  return new ColumnLayout({ engine, box, frame, sizes }, token).run();
}

class ColumnLayout {
  readonly #children: Placed[] = [];
  readonly #outOfFlow: OutOfFlow[] = [];
  readonly #rules: NonNullable<BoxPaint['rules']>[number][] = [];
  #firstBaseline: number | undefined;
  #lastBaseline: number | undefined;
  #filled = false;
  /** Bottom of what stands so far, from the border box's top, pt; the margin that waits below it. */
  #y: number;
  #margin: Strut = noMargin;
  /** Where the columns go on, and the column floats that wait. */
  #token: BreakToken | undefined;
  #floats: readonly FloatPiece[];

  constructor(
    readonly columns: Columns,
    token: BreakToken | undefined,
  ) {
    this.#y = columns.frame.top;
    this.#token = token;
    this.#floats = token?.columnFloats ?? [];
  }

  run(): LaidColumns | 'refused' {
    const spanner = this.#token?.spanner;
    if (spanner) {
      const ended = this.#span(spanner.box, spanner.token);
      if (ended) return ended;
    }
    for (;;) {
      const token = this.#token;
      this.#y += extentOf(this.#margin);
      this.#margin = noMargin;
      const row = fillColumns(this.columns, { token, y: this.#y, floats: this.#floats });
      if (row === 'refused') return this.#filled && token ? this.#end(restOf(token)) : 'refused';
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

  /** A spanning element, then the columns go on; the outcome when the container ends in or before it. */
  #span(box: Box, from: BreakToken | undefined): LaidColumns | 'refused' | undefined {
    const token = this.#token;
    if (!token) throw new Error('a spanning element stands between columns');
    const spanned = this.#spanner(box, from);
    if (spanned === 'refused') {
      if (!this.#filled) return spanned;
      return this.#end({ ...restOf(token), spanner: { box, ...(from ? { token: from } : {}) } });
    }
    if (spanned.token) return this.#end({ ...restOf(token), spanner: { box, token: spanned.token } });
    const { spanner: _, ...after } = token;
    this.#token = { ...after, forced: true };
    return undefined;
  }

  #end(ended: Ended | undefined): LaidColumns {
    const beside: readonly ParallelFlow[] = (ended && this.#token?.beside) ?? [];
    return {
      ended: ended && this.#floats.length ? { ...ended, columnFloats: this.#floats } : ended,
      content: {
        children: this.#children,
        outOfFlow: this.#outOfFlow,
        beside,
        y: this.#y,
        strut: noMargin,
        open: false,
        filled: this.#filled,
        firstBaseline: this.#firstBaseline,
        lastBaseline: this.#lastBaseline,
        ...(this.#rules.length ? { paint: { rules: this.#rules } } : {}),
      },
    };
  }

  /** An element across all columns, a block of this container's own width. */
  #spanner(box: Box, token: BreakToken | undefined): { readonly token?: BreakToken } | 'refused' {
    if (box.type === 'lines') throw new Error('lines do not span columns');
    const { engine, frame } = this.columns;
    const leading = leadingMargin(engine, box, frame.width).strut;
    const lead = token ? 0 : extentOf(leading);
    const used = engine.usedBoxOf(box, frame.width, undefined);
    const top = this.#y + lead;
    const { fragmentainer } = frame.space;
    const result = engine.layOut(
      box,
      {
        used,
        width: frame.width,
        ...(frame.height === undefined ? {} : { height: frame.height }),
        x: 0,
        y: 0,
        floats: new FloatContext(),
        ...(fragmentainer ? { fragmentainer } : {}),
        room: frame.room - top,
        avoid: frame.avoid,
        spanners: false,
        page: frame.page,
        lead,
      },
      token,
    );
    if (result.refused) return 'refused';
    const x = frame.left + used.x;
    this.#children.push({ x, y: top, fragment: result.fragment });
    for (const one of result.outOfFlow) this.#outOfFlow.push({ box: one.box, x: one.x + x, y: one.y + top });
    this.#filled = true;
    if (result.fragment.height > 0) engine.notePlaced(box, frame.space);
    this.#y = top + result.fragment.height;
    this.#margin = result.endMargin;
    return result.token ? { token: result.token } : {};
  }

  #place(row: Row): void {
    const { engine, frame, box, sizes } = this.columns;
    const y = this.#y;
    row.columns.forEach((column, i) => {
      const x = frame.left + i * (sizes.width + sizes.gap);
      this.#children.push({ x, y, fragment: { ...column.fragment, height: row.height } });
      for (const one of column.outOfFlow) this.#outOfFlow.push({ box: one.box, x: one.x + x, y: one.y + y });
      if (column.firstBaseline !== undefined) this.#firstBaseline ??= y + column.firstBaseline;
      if (column.lastBaseline !== undefined) this.#lastBaseline = y + column.lastBaseline;
      if (i > 0 && box.style.columnRule.width > 0)
        this.#rules.push({ x: x - sizes.gap / 2, y, height: row.height, side: box.style.columnRule });
    });
    this.#y += row.height;
    if (row.height > 0) {
      this.#filled = true;
      engine.notePlaced(box, frame.space);
    }
  }
}

/** The container ends where the columns are to go on. */
function restOf(token: BreakToken): Ended {
  return {
    index: token.index,
    ...(token.child ? { child: token.child } : {}),
    stop: { type: 'full' },
    appeal: appeal.perfect,
  };
}
