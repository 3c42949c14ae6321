/**
 * A table in one fragmentainer (CSS 2.2, 17.4): the wrapper, in which captions above, the grid and
 * captions below follow each other like blocks. A break inside of a caption, or between captions and
 * rows, is taken only where there is no other. Out comes the wrapper's fragment.
 */
import { isPositioned, type BlockBox, type TableBox } from '../boxes/box.js';
import { blockSpace } from '../flow/block-space.js';
import { breakToken } from '../flow/break-token.js';
import { avoids } from '../flow/break-values.js';
import type { FlowEngine } from '../flow/engine.js';
import { boxFragment, noEdges, withChildren, type BoxFragment, type Placed } from '../flow/fragment.js';
import { leaving } from '../flow/out-of-flow.js';
import { placePositioned } from '../flow/positioned.js';
import {
  appeal,
  type Appeal,
  type BlockSpace,
  type BreakToken,
  type LayoutResult,
  type Outcome,
  type OutOfFlow,
  type Stop,
} from '../flow/space.js';
import { margin } from '../flow/strut.js';
import { resolve } from '../used-values.js';
import { layOutGrid } from './lay-out-grid.js';
import { prepareTable, type PreparedTable } from './prepare-table.js';
import { sizedTable } from './size-table.js';
import { tablePadding } from './table-model.js';

/** Lays out a table, or what of it fits from `token` on. */
export function layOutTable(
  engine: FlowEngine,
  box: TableBox,
  space: BlockSpace,
  token: BreakToken | undefined,
): Outcome {
  return new TableLayout(engine, box, space, token).run();
}

/** Where and why the table ended before its end: `index` is a caption or the grid. */
interface TableEnd {
  readonly index: number;
  readonly child: BreakToken | undefined;
  readonly stop: Stop;
  readonly appeal: Appeal;
}

class TableLayout {
  readonly #children: Placed[] = [];
  readonly #outOfFlow: OutOfFlow[] = [];
  readonly #width: number;
  readonly #avoid: boolean;
  /** Something stands above the table: it may begin in the next fragmentainer. */
  readonly #canLeave: boolean;
  #y = 0;
  #firstBaseline: number | undefined;

  constructor(
    readonly engine: FlowEngine,
    readonly box: TableBox,
    readonly space: BlockSpace,
    readonly token: BreakToken | undefined,
  ) {
    const { fragmentainer } = space;
    this.#width = space.used.borderWidth;
    this.#avoid =
      space.avoid || (fragmentainer !== undefined && avoids(box.style.breakInside, fragmentainer.kind));
    this.#canLeave = fragmentainer?.search.placed === true;
  }

  run(): Outcome {
    const { space } = this;
    const search = space.fragmentainer?.search;
    const mark = search?.mark();
    const ended = this.#parts();
    if (ended === 'refused') {
      if (mark) search?.reset(mark);
      return { refused: true, appeal: space.avoid ? appeal.breakAvoid : appeal.perfect };
    }
    const { fragment, outOfFlow } = this.#positioned(this.#wrapper(ended !== undefined));
    return {
      refused: false,
      fragment,
      endMargin: margin(ended ? 0 : space.used.margin.bottom),
      selfCollapsing: false,
      outOfFlow,
      token: ended && this.#tokenOf(ended),
      stop: ended?.stop,
      appeal: ended?.appeal ?? (space.avoid ? appeal.breakAvoid : appeal.perfect),
    };
  }

  /** In the next fragmentainer there is more room for captions and first row together. */
  get #gains(): boolean {
    const { fragmentainer, room } = this.space;
    return this.#canLeave && fragmentainer !== undefined && room < fragmentainer.size - 1e-6;
  }

  #tokenOf({ index, child, stop }: TableEnd): BreakToken {
    const consumed = (this.token?.consumed ?? 0) + this.#y;
    return breakToken({ index, child, consumed, forced: stop.type === 'forced' });
  }

  /** Captions above, the grid, captions below. */
  #parts(): TableEnd | 'refused' | undefined {
    const captions = (side: 'top' | 'bottom'): readonly BlockBox[] =>
      this.box.captions.filter(({ style }) => style.captionSide === side);
    const above = captions('top');
    const parts: readonly (BlockBox | undefined)[] = [...above, undefined, ...captions('bottom')];
    const from = this.token?.index ?? 0;
    for (let index = from; index < parts.length; index += 1) {
      const part = parts[index];
      const child = index === from ? this.token?.child : undefined;
      const ended = part ? this.#caption(part, child) : this.#grid(child);
      if (ended === 'refused') {
        const begins = !this.token && index <= above.length;
        if (index === from || (begins && this.#gains)) return ended;
        return { index, child: undefined, stop: { type: 'full' }, appeal: appeal.breakAvoid };
      }
      if (ended) return { index, ...ended };
    }
    return undefined;
  }

  #caption(box: BlockBox, token: BreakToken | undefined): Omit<TableEnd, 'index'> | 'refused' | undefined {
    const { engine, space } = this;
    const used = engine.usedBoxOf(box, this.#width, undefined);
    const y = this.#y + (token ? 0 : used.margin.top);
    const room = space.room - y;
    const whole = token ? undefined : engine.layOutWhole(box, used, { width: this.#width });
    const height = whole?.fragment.height ?? Infinity;
    // One that fits is taken whole; one that a fragmentainer could hold is broken only in need.
    if (whole && height <= room + 1e-6) {
      this.#place({ x: used.x, y, fragment: whole.fragment }, whole.outOfFlow);
      this.#y = y + height + used.margin.bottom;
      return undefined;
    }
    const avoid = this.#avoid || height <= (space.fragmentainer?.size ?? Infinity);
    const part = this.#captionPart(box, { token, used, room, avoid });
    if (part === 'refused') return part;
    this.#place({ x: used.x, y, fragment: part.fragment }, part.outOfFlow);
    this.#y = y + part.fragment.height + (part.token ? 0 : used.margin.bottom);
    if (!part.token) return undefined;
    return { child: part.token, stop: part.stop ?? { type: 'full' }, appeal: part.appeal };
  }

  #captionPart(
    box: BlockBox,
    at: Pick<BlockSpace, 'used' | 'room' | 'avoid'> & { readonly token: BreakToken | undefined },
  ): LayoutResult | 'refused' {
    const { fragmentainer, page } = this.space;
    const { token, used, room, avoid } = at;
    const width = this.#width;
    const space = blockSpace({ used, width, fragmentainer, room, avoid, page, isPiece: true });
    const outcome = this.engine.layOut(box, space, token);
    return outcome.refused ? 'refused' : outcome;
  }

  #grid(token: BreakToken | undefined): Omit<TableEnd, 'index'> | 'refused' | undefined {
    const { engine, space } = this;
    const grid = layOutGrid(engine, this.#prepare(), {
      space,
      room: space.room - this.#y,
      avoid: this.#avoid,
      canLeave: this.#canLeave || this.#children.length > 0,
      token,
    });
    if (grid === 'refused') return grid;
    const { fragment, outOfFlow, ended } = grid;
    if (fragment.firstBaseline !== undefined) this.#firstBaseline = this.#y + fragment.firstBaseline;
    this.#place({ x: 0, y: this.#y, fragment }, outOfFlow);
    this.#y += fragment.height;
    return ended;
  }

  #place(placed: Placed, outOfFlow: readonly OutOfFlow[]): void {
    const { fragmentainer } = this.space;
    if (fragmentainer && placed.fragment.height > 0) fragmentainer.search.placed = true;
    this.#children.push(placed);
    this.#outOfFlow.push(...leaving(outOfFlow, placed));
  }

  /** Rows are as high as the table's height asks, its own edges and, when it is stretched, captions taken off. */
  #prepare(): PreparedTable {
    const { box, space } = this;
    const { model } = sizedTable(this.engine.intrinsic, box);
    const padding = tablePadding(model, space.width);
    const edges = model.border.top + model.border.bottom + padding.top + padding.bottom;
    const outer = (length: typeof box.style.height): number => {
      if (length === 'auto' || (typeof length !== 'number' && space.height === undefined)) return 0;
      const value = resolve(length, space.height ?? 0);
      return box.style.boxSizing === 'border-box' ? value - edges : value;
    };
    const fixed = space.fixedHeight === undefined ? 0 : space.fixedHeight - this.#y - edges;
    const asked = Math.max(outer(box.style.height), outer(box.style.minHeight), fixed);
    const rows = asked > 0 ? asked : undefined;
    return prepareTable(this.engine, box, { width: this.#width, base: space.width, rows });
  }

  #wrapper(broken: boolean): BoxFragment {
    const { box } = this;
    return boxFragment({
      box,
      style: box.style,
      width: this.#width,
      height: Math.max(0, this.#y),
      border: noEdges,
      padding: noEdges,
      children: this.#children,
      start: this.token === undefined,
      end: !broken,
      firstBaseline: this.#firstBaseline,
      lastBaseline: this.#firstBaseline,
      paint: { hideBox: true },
    });
  }

  /** Boxes positioned against the table. */
  #positioned(fragment: BoxFragment): {
    readonly fragment: BoxFragment;
    readonly outOfFlow: readonly OutOfFlow[];
  } {
    const waiting = this.#outOfFlow;
    if (waiting.length === 0 || !isPositioned(this.box.style)) return { fragment, outOfFlow: waiting };
    const block = { x: 0, y: 0, width: fragment.width, height: fragment.height };
    const placed = waiting.map((one) => placePositioned(this.engine, one, block));
    return { fragment: withChildren(fragment, placed), outOfFlow: [] };
  }
}
