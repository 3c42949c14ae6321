/**
 * What a flow has set so far. The state at the best place to break is kept: when room runs out further
 * down, where a break is worse, the flow ends there, and is not laid out again (css-break-3, 4.4).
 */
import type { FlowFrame } from './block-flow.js';
import { endedAt, type Ended } from './flow-end.js';
import type { FloatMark } from './float-context.js';
import type { Placed } from './fragment.js';
import type { BreakPlace, OutOfFlow, ParallelFlow } from './space.js';
import { noMargin, type Strut } from './strut.js';

/** A flow as it was before one of its boxes. */
interface StateBefore {
  readonly index: number;
  readonly place: BreakPlace;
  readonly children: number;
  readonly outOfFlow: number;
  readonly beside: number;
  readonly floats: FloatMark;
  readonly y: number;
  readonly strut: Strut;
  readonly open: boolean;
  readonly filled: boolean;
  readonly clearedLast: boolean;
  readonly firstBaseline: number | undefined;
  readonly lastBaseline: number | undefined;
}

export class FlowState {
  readonly children: Placed[] = [];
  readonly outOfFlow: OutOfFlow[] = [];
  /** Parallel flows that go on in the next fragmentainer. */
  readonly beside: ParallelFlow[] = [];
  /** Bottom of the content so far, from the border box's top; the margin that waits below it. */
  y: number;
  strut: Strut = noMargin;
  /** Nothing with a height yet: first margins belong to the box around. */
  open: boolean;
  /** Something other than collapsed margins was set. */
  filled = false;
  /** The last child was empty and moved below floats. */
  clearedLast = false;
  firstBaseline: number | undefined;
  lastBaseline: number | undefined;
  /** As the content of any block: a flow paints nothing beyond its style. */
  readonly paint = undefined;
  #best: StateBefore | undefined;

  constructor(readonly frame: FlowFrame) {
    this.y = frame.top;
    this.open = frame.open;
    if (frame.open && frame.margins) this.strut = frame.margins.strut;
  }

  /** The best place to break so far is before the box at `index`. */
  protected keep(index: number, place: BreakPlace): void {
    this.#best = {
      index,
      place,
      children: this.children.length,
      outOfFlow: this.outOfFlow.length,
      beside: this.beside.length,
      floats: this.frame.floats.mark(),
      y: this.y,
      strut: this.strut,
      open: this.open,
      filled: this.filled,
      clearedLast: this.clearedLast,
      firstBaseline: this.firstBaseline,
      lastBaseline: this.lastBaseline,
    };
  }

  /** The end of the flow: where it was come upon, or before, at the best place in the fragmentainer. */
  protected bestEnd(ended: Ended): Ended {
    const best = this.#best;
    const { isMain, space, floats } = this.frame;
    if (!best || !isMain || ended.stop.type !== 'full') return ended;
    if (space.fragmentainer?.search.prefers(best.place, ended.appeal) !== true) return ended;
    this.children.length = best.children;
    this.outOfFlow.length = best.outOfFlow;
    this.beside.length = best.beside;
    floats.reset(best.floats);
    this.y = best.y;
    this.strut = best.strut;
    this.open = best.open;
    this.filled = best.filled;
    this.clearedLast = best.clearedLast;
    this.firstBaseline = best.firstBaseline;
    this.lastBaseline = best.lastBaseline;
    return endedAt({ index: best.index, appeal: best.place.appeal });
  }
}
