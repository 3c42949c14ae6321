/**
 * One block container in one fragmentainer: its edges, its children by `BlockFlow` or in columns, its
 * height (CSS 2.2, 10.6), the boxes positioned against it, and what is left for the next fragmentainer.
 */
import type { Edges } from '../../document/style.js';
import { isPositioned, type BlockBox } from '../boxes/box.js';
import { avoids } from './break-values.js';
import { BlockFlow, type Ended, type FlowFrame } from './block-flow.js';
import type { FlowEngine } from './engine.js';
import { FloatContext } from './float-context.js';
import type { BoxFragment, BoxPaint, Placed } from './fragment.js';
import { boxHeights, type BoxHeights } from './heights.js';
import { layOutColumns } from './lay-out-columns.js';
import { isClosed } from './leading-margin.js';
import { placeMarker } from './place-marker.js';
import { placePositioned } from './positioned.js';
import {
  appeal,
  isFormattingRoot,
  isMulticol,
  type BlockSpace,
  type BreakToken,
  type FloatRest,
  type OutOfFlow,
  type Outcome,
} from './space.js';
import { collapse, extentOf, margin, noMargin, type Strut } from './strut.js';
import { resolveAuto } from '../used-values.js';

/** What laying out the content of a box came to. */
export interface Content {
  readonly children: readonly Placed[];
  readonly outOfFlow: readonly OutOfFlow[];
  readonly floatRests: readonly FloatRest[];
  /** Bottom of the content, from the border box's top, pt; the margin that waits below it. */
  readonly y: number;
  readonly strut: Strut;
  readonly open: boolean;
  readonly filled: boolean;
  readonly firstBaseline: number | undefined;
  readonly lastBaseline: number | undefined;
  readonly paint?: BoxPaint;
}

interface Attempt {
  readonly content: Content;
  readonly ended: Ended | undefined;
}

export function layOutBlock(
  engine: FlowEngine,
  box: BlockBox,
  space: BlockSpace,
  token: BreakToken | undefined,
): Outcome {
  return new BlockLayout(engine, box, space, token).run();
}

class BlockLayout {
  readonly #root: boolean;
  readonly #border: Edges<number>;
  readonly #padding: Edges<number>;
  readonly #heights: BoxHeights;
  readonly #floats: FloatContext;
  readonly #consumed: number;

  constructor(
    readonly engine: FlowEngine,
    readonly box: BlockBox,
    readonly space: BlockSpace,
    readonly token: BreakToken | undefined,
  ) {
    const { style } = box;
    this.#root = isFormattingRoot(style) || space.isPiece === true || space.isRoot === true;
    const resumed = token !== undefined && style.boxDecorationBreak === 'slice';
    const { border, padding } = space.used;
    this.#border = resumed ? { ...border, top: 0 } : border;
    this.#padding = resumed ? { ...padding, top: 0 } : padding;
    this.#heights = boxHeights(style, space);
    this.#floats = this.#root ? new FloatContext() : space.floats;
    this.#consumed = token?.consumed ?? 0;
  }

  run(): Outcome {
    const { space } = this;
    const search = space.fragmentainer?.search;
    const mark = search?.mark();
    const floats = this.#floats.mark();
    let attempt = this.#attempt(space.room);
    const bottom = this.#border.bottom + this.#padding.bottom;
    if (search && mark && attempt !== 'refused' && !attempt.ended && this.#heights.definite === undefined) {
      const missing = attempt.content.y + bottom - space.room;
      if (missing > 1e-6 && bottom > 0) {
        search.missing(missing);
        if (!attempt.content.filled) return search.placed ? this.#refuse() : this.#finish(attempt);
        search.reset(mark);
        this.#floats.reset(floats);
        attempt = this.#attempt(space.room - bottom);
      }
    }
    if (attempt === 'refused') {
      this.#floats.reset(floats);
      return this.#refuse();
    }
    return this.#finish(attempt);
  }

  #refuse(): Outcome {
    return { refused: true, appeal: this.space.avoid ? appeal.breakAvoid : appeal.perfect };
  }

  #attempt(room: number): Attempt | 'refused' {
    const frame = this.#frame(room);
    if (isMulticol(this.box.style)) return layOutColumns(this.engine, this.box, frame, this.token);
    const flow = new BlockFlow(this.engine, frame);
    const ended = flow.run(this.box.children, this.token);
    return ended === 'refused' ? ended : { content: flow, ended };
  }

  #frame(room: number): FlowFrame {
    const { box, space, token } = this;
    const { style } = box;
    const { fragmentainer } = space;
    return {
      floats: this.#floats,
      contextX: this.#root ? 0 : space.x,
      contextY: this.#root ? 0 : space.y,
      left: this.#border.left + this.#padding.left,
      top: this.#border.top + this.#padding.top,
      width: space.used.contentWidth,
      height: this.#heights.content,
      room,
      avoid: space.avoid || (fragmentainer !== undefined && avoids(style.breakInside, fragmentainer.kind)),
      spanners: !this.#root && space.spanners,
      page: style.page === 'auto' ? space.page : style.page,
      space,
      open: token ? !token.forced : !this.#root && !isClosed(box, space.width),
      lead: token ? 0 : space.lead,
    };
  }

  #finish(attempt: Attempt): Outcome {
    const { box, space, token } = this;
    const { content, ended } = attempt;
    const marker = token
      ? undefined
      : placeMarker(this.engine, box, {
          firstBaseline: content.firstBaseline,
          left: this.#border.left + this.#padding.left,
        });
    const closing = this.#closing(content, ended !== undefined);
    const natural = closing.bottom + (marker && !content.filled ? marker.lineHeight : 0);
    const floatRests = ended || !this.#root ? content.floatRests : [];
    const total = this.#heights.used(this.#consumed + natural, this.#border, this.#padding);
    const left = Math.max(0, total - this.#consumed);
    const cut = this.#cut(ended, left, natural);
    if (cut === 'refused') return this.#refuse();
    const waits = this.#root && !ended && content.floatRests.length > 0;
    const breaks = ended !== undefined || cut.breaks || waits;
    const fragment = this.#fragment({ content, height: cut.height, end: !breaks, marker: marker?.placed });
    const placed = this.#positioned(fragment, content.outOfFlow);
    const selfCollapsing =
      !token && !breaks && !this.#root && content.open && !content.filled && !marker && cut.height === 0;
    return {
      fragment: placed.fragment,
      endMargin: selfCollapsing ? noMargin : closing.margin,
      selfCollapsing,
      outOfFlow: placed.outOfFlow,
      floatRests: breaks ? [] : floatRests,
      ...(breaks
        ? { token: this.#token(ended, cut.height, content.floatRests), stop: ended?.stop ?? { type: 'full' } }
        : {}),
      appeal:
        ended?.appeal ??
        (space.avoid || (breaks && this.#avoidsInside()) ? appeal.breakAvoid : appeal.perfect),
    };
  }

  #avoidsInside(): boolean {
    const { fragmentainer } = this.space;
    return fragmentainer !== undefined && avoids(this.box.style.breakInside, fragmentainer.kind);
  }

  /** Bottom of the border box by its content, and the margin that leaves it (CSS 2.2, 8.3.1 and 10.6.3). */
  #closing(content: Content, ended: boolean): { readonly bottom: number; readonly margin: Strut } {
    const { style } = this.box;
    const own = margin(resolveAuto(style.marginBottom, this.space.width) ?? 0);
    if (ended) return { bottom: content.y, margin: noMargin };
    const edge = this.#border.bottom + this.#padding.bottom;
    const closed = this.#root || edge > 0 || this.#heights.definite !== undefined;
    const through = content.open && !content.filled;
    const inside = closed || (this.#heights.least > 0 && !through);
    let y = inside ? content.y + extentOf(content.strut) : content.y;
    if (this.#root) y = Math.max(y, this.#floats.clearance('both'));
    return { bottom: y + edge, margin: inside ? own : collapse(content.strut, own) };
  }

  /** Height of this fragment, and whether the box itself goes on. */
  #cut(
    ended: Ended | undefined,
    left: number,
    natural: number,
  ): { readonly height: number; readonly breaks: boolean } | 'refused' {
    const { fragmentainer, room } = this.space;
    if (!fragmentainer) return { height: left, breaks: false };
    if (ended?.stop.type === 'spanner') return { height: natural, breaks: true };
    const limited = this.#heights.definite === undefined ? room : Math.min(room, left);
    if (ended) return { height: Math.max(0, Number.isFinite(limited) ? limited : natural), breaks: true };
    if (left <= room + 1e-6) return { height: left, breaks: false };
    fragmentainer.search.missing(left - room);
    if (room <= 1e-6) return fragmentainer.search.placed ? 'refused' : { height: left, breaks: false };
    const tall = this.#heights.definite !== undefined || this.#heights.least > 0;
    // Content that could not be broken sticks out; only height that was asked for is cut.
    return tall && !this.engine.isMonolithic(this.box)
      ? { height: room, breaks: true }
      : { height: left, breaks: false };
  }

  #token(ended: Ended | undefined, height: number, floats: readonly FloatRest[]): BreakToken {
    return {
      index: ended?.index ?? this.box.children.length,
      ...(ended?.child ? { child: ended.child } : {}),
      ...(ended?.spanner ? { spanner: ended.spanner } : {}),
      ...(ended?.columnFloats ? { columnFloats: ended.columnFloats } : {}),
      consumed: this.#consumed + height,
      forced: ended?.stop.type === 'forced',
      ...(floats.length ? { floats } : {}),
    };
  }

  #fragment(parts: {
    readonly content: Content;
    readonly height: number;
    readonly end: boolean;
    readonly marker: Placed | undefined;
  }): BoxFragment {
    const { content, height, end, marker } = parts;
    const { style } = this.box;
    const open = !end && style.boxDecorationBreak === 'slice';
    return {
      type: 'box',
      box: this.box,
      style,
      width: this.space.used.borderWidth,
      height,
      border: open ? { ...this.#border, bottom: 0 } : this.#border,
      padding: open ? { ...this.#padding, bottom: 0 } : this.#padding,
      children: marker ? [marker, ...content.children] : content.children,
      start: this.token === undefined,
      end,
      ...(content.firstBaseline === undefined ? {} : { firstBaseline: content.firstBaseline }),
      ...(content.lastBaseline === undefined ? {} : { lastBaseline: content.lastBaseline }),
      ...(content.paint ? { paint: content.paint } : {}),
    };
  }

  #positioned(
    fragment: BoxFragment,
    waiting: readonly OutOfFlow[],
  ): { readonly fragment: BoxFragment; readonly outOfFlow: readonly OutOfFlow[] } {
    if (waiting.length === 0 || !(isPositioned(this.box.style) || this.space.isRoot))
      return { fragment, outOfFlow: waiting };
    const { border } = fragment;
    const block = {
      x: border.left,
      y: border.top,
      width: fragment.width - border.left - border.right,
      height: fragment.height - border.top - border.bottom,
    };
    const placed = waiting.map((one) => placePositioned(this.engine, one, block));
    return { fragment: { ...fragment, children: [...fragment.children, ...placed] }, outOfFlow: [] };
  }
}
