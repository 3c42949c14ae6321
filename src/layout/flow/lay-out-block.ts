/**
 * One block container in one fragmentainer: its edges, its children by `BlockFlow` or in columns, its
 * height (CSS 2.2, 10.6), the boxes positioned against it, and what is left for the next fragmentainer.
 */
import type { Edges } from '../../document/style.js';
import type { BlockBox } from '../boxes/box.js';
import { breakToken } from './break-token.js';
import { avoids } from './break-values.js';
import { layOutContent, type Attempt, type Content, type ContentTask } from './block-content.js';
import { endedAt, type Ended } from './flow-end.js';
import type { FlowEngine } from './engine.js';
import { FloatContext } from './float-context.js';
import type { BoxFragment, Placed } from './fragment.js';
import { boxHeights, usedHeight, type BoxHeights } from './heights.js';
import { placeMarker } from './place-marker.js';
import { mayHoldPositioned, withPositioned } from './block-positioned.js';
import type { PositionedRest } from './positioned-flows.js';
import {
  appeal,
  holdsFloats,
  isFormattingRoot,
  type BlockSpace,
  type BreakToken,
  type Outcome,
  type Stop,
} from './space.js';
import { collapse, extentOf, noMargin, type Strut } from './strut.js';
import { marginOf, withoutBottom, withoutTop } from '../used-values.js';

const full: Stop = { type: 'full' };

export function layOutBlock(
  engine: FlowEngine,
  box: BlockBox,
  space: BlockSpace,
  token: BreakToken | undefined,
): Outcome {
  return new BlockLayout(engine, box, space, token).run();
}

/** The layout of one fragment is the task of its content too: one object for each of the many boxes. */
class BlockLayout implements ContentTask {
  readonly root: boolean;
  readonly border: Edges<number>;
  readonly padding: Edges<number>;
  readonly heights: BoxHeights;
  readonly floats: FloatContext;
  readonly consumed: number;
  readonly isWhole: boolean;
  /** Something stood in the fragmentainer before the box began. */
  readonly #mayLeave: boolean;

  constructor(
    readonly engine: FlowEngine,
    readonly box: BlockBox,
    readonly space: BlockSpace,
    readonly token: BreakToken | undefined,
  ) {
    const { style } = box;
    this.root = space.isPiece || space.initialBlock !== undefined || isFormattingRoot(style);
    const resumed = token !== undefined && (style.boxDecorationBreak === 'slice' || token.ended);
    const { border, padding } = space.used;
    this.border = resumed ? withoutTop(border) : border;
    this.padding = resumed ? withoutTop(padding) : padding;
    this.heights = boxHeights(style, space);
    this.floats = this.root ? new FloatContext() : space.floats;
    this.consumed = token ? token.consumed : 0;
    this.isWhole = this.#endsHere();
    this.#mayLeave = space.fragmentainer?.search.placed === true;
  }

  run(): Outcome {
    if (this.#edgeLeaves()) return this.#refuse();
    const attempt = layOutContent(this.engine, this);
    return attempt === 'refused' ? this.#refuse() : this.#finish(attempt);
  }

  /** The start edge finds no room, and can find some further on: it is not broken (css-break-3, 4.1). */
  #edgeLeaves(): boolean {
    const { fragmentainer, room } = this.space;
    const edge = this.border.top + this.padding.top;
    if (this.token || !fragmentainer?.search.placed || edge <= room + 1e-6) return false;
    fragmentainer.search.missing(edge - room);
    return true;
  }

  /** The box ends in this fragmentainer whatever it holds: what does not fit is a flow beside it. */
  #endsHere(): boolean {
    const { space, token } = this;
    if (token?.ended) return true;
    const { definite } = this.heights;
    if (!space.fragmentainer || definite === undefined) return false;
    return definite - this.consumed <= space.room + 1e-6;
  }

  #refuse(): Outcome {
    return { refused: true, appeal: this.space.avoid ? appeal.breakAvoid : appeal.perfect };
  }

  #finish(attempt: Attempt): Outcome {
    const { box, space, token } = this;
    const { content } = attempt;
    const marker = token ? undefined : this.#marker(content);
    const ended = this.#endedBy(attempt);
    const closing = this.#closing(content, ended !== undefined);
    const natural = closing.bottom + (marker && !content.filled ? marker.lineHeight : 0);
    const total = usedHeight(this.heights, this.consumed + natural);
    const left = token?.ended ? 0 : Math.max(0, total - this.consumed);
    const cut = this.#cut(ended, left, natural);
    if (cut === 'refused') return this.#refuse();
    const breaks = ended !== undefined || cut.breaks;
    const end = !breaks && !token?.ended;
    const fragment = this.#fragment(content, cut.height, end, marker?.placed);
    const stop = breaks ? (ended?.stop ?? full) : undefined;
    const goesOn = breaks || attempt.ended !== undefined || content.beside.length > 0;
    const positioned = mayHoldPositioned(this, content.outOfFlow, goesOn)
      ? withPositioned(
          this.engine,
          { box, space, token, definite: this.heights.definite, consumed: this.consumed },
          { fragment, met: content.outOfFlow, stop, goesOn },
        )
      : undefined;
    const selfCollapsing =
      !token && !breaks && !this.root && content.open && !content.filled && !marker && cut.height === 0;
    return {
      refused: false,
      fragment: positioned ? positioned.fragment : fragment,
      endMargin: selfCollapsing
        ? collapse(marginOf(box.style.marginTop, space.width), closing.margin)
        : closing.margin,
      selfCollapsing,
      outOfFlow: positioned ? positioned.outOfFlow : content.outOfFlow,
      token: this.#rest(attempt, stop, cut.height, positioned?.rests),
      stop,
      appeal:
        ended?.appeal ??
        (space.avoid || (breaks && this.#avoidsInside()) ? appeal.breakAvoid : appeal.perfect),
    };
  }

  /** Its list marker, on its first line. */
  #marker({ firstBaseline }: Content): ReturnType<typeof placeMarker> {
    if (!this.box.marker) return undefined;
    const top = this.border.top + this.padding.top;
    return placeMarker(this.engine, this.box, { firstBaseline, top });
  }

  /** Why the box itself is broken when its content was; nothing when only what sticks out of it is. */
  #endedBy({ content, ended }: Attempt): Ended | undefined {
    if (this.token?.ended) return undefined;
    if (ended?.stop.type === 'spanner') return ended;
    if (this.isWhole) return undefined;
    if (!ended || ended.parallel) {
      const encloses = this.root && this.heights.definite === undefined && holdsFloats(content.beside);
      return encloses ? this.#endOfContent : undefined;
    }
    const filled = ended.stop.type === 'full' || this.consumed + content.y >= this.heights.most;
    return filled && this.heights.most - this.consumed <= this.space.room + 1e-6 ? undefined : ended;
  }

  /** Of the height of a broken box's fragment, what its edges take that are not part of the height asked for. */
  get #repeated(): number {
    const { boxDecorationBreak, boxSizing } = this.box.style;
    if (boxDecorationBreak === 'slice' || boxSizing === 'border-box') return 0;
    const { top, bottom } = this.border;
    return top + bottom + this.padding.top + this.padding.bottom;
  }

  get #endOfContent(): Ended {
    return endedAt({ index: this.box.children.length, appeal: appeal.perfect });
  }

  /** What is left for the next fragmentainer: of the box itself, or only of flows beside it. */
  #rest(
    attempt: Attempt,
    stop: Stop | undefined,
    height: number,
    positioned: readonly PositionedRest[] | undefined,
  ): BreakToken | undefined {
    const { beside } = attempt.content;
    if (!stop && !attempt.ended && beside.length === 0 && !positioned?.length) return undefined;
    const at = attempt.ended ?? this.#endOfContent;
    return breakToken({
      index: at.index,
      child: at.child,
      spanner: at.spanner,
      columnFloats: at.columnFloats,
      consumed: this.consumed + height - this.#repeated,
      forced: at.stop.type === 'forced',
      ended: !stop,
      beside: beside.length > 0 ? beside : undefined,
      positioned: positioned?.length ? positioned : undefined,
    });
  }

  #avoidsInside(): boolean {
    const { fragmentainer } = this.space;
    return fragmentainer !== undefined && avoids(this.box.style.breakInside, fragmentainer.kind);
  }

  /** Bottom of the border box by its content, and the margin that leaves it (CSS 2.2, 8.3.1 and 10.6.3). */
  #closing(content: Content, ended: boolean): { readonly bottom: number; readonly margin: Strut } {
    const own = marginOf(this.box.style.marginBottom, this.space.width);
    if (ended) return { bottom: content.y, margin: noMargin };
    const edge = this.border.bottom + this.padding.bottom;
    const closed = this.root || edge > 0 || this.heights.definite !== undefined;
    // A least height that has an effect parts the margin of the last child from the box's own.
    const tall = this.heights.least > this.consumed + content.y + edge;
    const inside = closed || tall || content.clearedLast;
    // While the start is open, its place has all margins in it already.
    const kept = inside && !content.open;
    let y = kept ? this.#cutMargin(content.y, extentOf(content.strut), edge) : content.y;
    if (this.root) y = Math.max(y, this.floats.lowest);
    return { bottom: y + edge, margin: inside ? own : collapse(content.strut, own) };
  }

  /** The bottom of a margin inside of the end edge: what does not fit the fragmentainer is cut off (css-break-3, 5.2). */
  #cutMargin(y: number, extent: number, edge: number): number {
    const { fragmentainer, room } = this.space;
    if (!fragmentainer || extent <= 0) return y + extent;
    return Math.max(y, Math.min(y + extent, room - edge));
  }

  /** Height of this fragment, and whether the box itself goes on. */
  #cut(
    ended: Ended | undefined,
    left: number,
    natural: number,
  ): { readonly height: number; readonly breaks: boolean } | 'refused' {
    const { fragmentainer, room } = this.space;
    if (!fragmentainer) return { height: left, breaks: false };
    if (ended?.stop.type === 'spanner') return { height: Math.min(left, natural), breaks: true };
    if (ended) {
      // Down to the end of the fragmentainer, or of what sticks out of it because it cannot be broken.
      const filled = Number.isFinite(room) ? Math.max(room, natural) : natural;
      return { height: Math.max(0, Math.min(filled, this.heights.most - this.consumed)), breaks: true };
    }
    if (left <= room + 1e-6) return { height: left, breaks: false };
    fragmentainer.search.missing(left - room);
    if (room <= 1e-6) return this.#mayLeave ? 'refused' : { height: left, breaks: false };
    const grows = Math.min(left, Math.max(room, natural)) > this.#repeated + 1e-6;
    const tall = grows && (this.heights.definite !== undefined || this.heights.least > 0);
    // Content that could not be broken sticks out; only height that was asked for is cut.
    const cut = Math.max(room, natural);
    return tall && cut < left - 1e-6 && !this.engine.isMonolithic(this.box)
      ? { height: cut, breaks: true }
      : { height: left, breaks: false };
  }

  #fragment(content: Content, height: number, end: boolean, marker: Placed | undefined): BoxFragment {
    const { style } = this.box;
    const open = !end && (style.boxDecorationBreak === 'slice' || this.token?.ended);
    // As `boxFragment`, without the record of its parts: one for each of many thousand boxes.
    return {
      type: 'box',
      box: this.box,
      style,
      width: this.space.used.borderWidth,
      height,
      border: open ? withoutBottom(this.border) : this.border,
      padding: open ? withoutBottom(this.padding) : this.padding,
      children: marker ? [marker, ...content.children] : content.children,
      before: this.consumed > 0 && style.boxDecorationBreak === 'slice' ? this.consumed : undefined,
      start: this.token === undefined,
      end,
      firstBaseline: content.firstBaseline,
      lastBaseline: content.lastBaseline,
      paint: content.paint,
    };
  }
}
