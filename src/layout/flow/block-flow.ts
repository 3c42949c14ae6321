/**
 * The children of a block container, one below the other (CSS 2.2, 9.4.1): margins collapse, floats go
 * to the sides, and in a fragmentainer the flow ends where room ends or a break is asked for. One object
 * lays out the content of one box fragment; what it found stands in its fields afterwards.
 */
import { isOutOfFlow, type Box, type LinesBox } from '../boxes/box.js';
import { appealBetween, appealWith, forcedBetween } from './break-between.js';
import { valuesBetween } from './break-values.js';
import { childStart } from './child-place.js';
import type { FlowEngine } from './engine.js';
import { endedAt, type Ended } from './flow-end.js';
import { placeFloat, type FloatHome } from './side-floats.js';
import { FlowState } from './flow-state.js';
import { anchorAt, markAt, type BoxFragment } from './fragment.js';
import { hasLines, isSideFloat, relativeShift } from './inline-parts.js';
import { layOutChild } from './lay-out-child.js';
import { layOutLines } from './lay-out-lines.js';
import { brokenShift, inlineAround, leaving, metIn } from './out-of-flow.js';
import {
  appeal,
  type BlockSpace,
  type BreakToken,
  type LayoutResult,
  type OpenMargins,
  type ParallelFlow,
} from './space.js';
import { collapse, extentOf, noMargin } from './strut.js';

/** The content box of a container and what its children may know. */
export interface FlowFrame extends FloatHome {
  /** Of the content box, from the border box's corner, pt. */
  readonly left: number;
  readonly top: number;
  /** Height of the content box, if definite. */
  readonly height: number | undefined;
  /** From the border box's top to where content must end, pt. */
  readonly room: number;
  readonly avoid: boolean;
  /** As of `BlockSpace`. */
  readonly isMain: boolean;
  readonly spanners: boolean;
  readonly page: string;
  readonly space: BlockSpace;
  /** Margins of the first children were set by whoever placed the box, and came to this, pt. */
  readonly open: boolean;
  readonly lead: number;
  readonly margins: OpenMargins | undefined;
}

export class BlockFlow extends FlowState {
  #previous: Box | undefined;
  #floated = false;

  constructor(
    readonly engine: FlowEngine,
    frame: FlowFrame,
  ) {
    super(frame);
  }

  /** Sets children until the end or a break; 'refused' when nothing fits. */
  run(boxes: readonly Box[], token: BreakToken | undefined): Ended | 'refused' | undefined {
    for (const flow of token?.beside ?? []) this.#goOn(flow);
    const from = token?.index ?? 0;
    for (let index = from; index < boxes.length; index += 1) {
      const box = boxes[index];
      if (!box) continue;
      const ended = this.#child(box, index, index === from ? token : undefined);
      if (ended) return ended === 'refused' ? ended : this.bestEnd(ended);
    }
    return undefined;
  }

  /** A parallel flow at the top: a float, or what sticks out of a box that has ended. */
  #goOn(flow: ParallelFlow): void {
    const { box, token } = flow;
    if (box.type === 'lines') return;
    if (isSideFloat(box.style)) {
      this.#float(box, token);
      return;
    }
    const start = { top: this.y, lead: 0, margins: undefined, cleared: false };
    const laid = layOutChild(this.engine, this.frame, { box, start, token, isMain: false });
    const result = laid.outcome;
    if (!result.refused) this.#put(box, result, laid);
    if (result.refused) this.beside.push(flow);
    else if (result.token) this.beside.push({ box, token: result.token });
  }

  /** Where a box without margins would begin; an open start has its margins above it already. */
  get #below(): number {
    return this.open ? this.y : this.y + extentOf(this.strut);
  }

  /** Something of this container stands in the fragmentainer or goes on in the next, floats included. */
  get #begun(): boolean {
    return this.#previous !== undefined || this.beside.length > 0 || this.#floated;
  }

  #child(box: Box, index: number, token: BreakToken | undefined): Ended | 'refused' | undefined {
    if (box.type === 'lines') return this.#lines(box, index, token);
    if (isOutOfFlow(box) && !token?.child) {
      this.#aside(box);
      return undefined;
    }
    return this.#block(box, index, token);
  }

  /** Floats and positioned boxes. */
  #aside(box: Box): void {
    const { style } = box;
    const y = this.#below;
    if (isSideFloat(style)) this.#float(box, undefined);
    else if (style.position === 'absolute') {
      const at = brokenShift(box.broken, this.frame.width);
      const x = this.frame.left + (at?.x ?? 0);
      this.outOfFlow.push({
        box,
        x,
        y: y + (at?.y ?? 0),
        inline: inlineAround(box),
        opacity: undefined,
      });
    } else if (style.float !== 'footnote' && style.floatAnchor !== 'flow-start') {
      this.engine.hasAnchors = true;
      this.children.push(anchorAt(box, this.frame.left, y));
    }
  }

  #float(box: Box, token: BreakToken | undefined): void {
    const placed = placeFloat(this.engine, this.frame, { box, token, top: this.#below });
    if (placed.fragment) this.children.push(placed.fragment);
    if (placed.rest) this.beside.push(placed.rest);
    this.#floated = true;
    this.outOfFlow.push(...metIn(placed.outOfFlow, inlineAround(box)));
  }

  /** The break before a child, where one is asked for or is the one to take. */
  #breakBefore(box: Box, index: number): Ended | undefined {
    const { frame } = this;
    const previous = this.#previous;
    if (!previous) return undefined;
    const { fragmentainer } = frame.space;
    if (!fragmentainer) return undefined;
    const { search } = fragmentainer;
    const values = valuesBetween(previous, box);
    const stop = forcedBetween(previous, box, frame, { values, fragmentainer });
    if (stop) return endedAt({ index, stop, appeal: appeal.perfect });
    const before = appealWith(values, fragmentainer, frame);
    const best = search.best;
    if (search.candidate(before)) return endedAt({ index, appeal: before });
    if (frame.isMain && search.best && search.best !== best) this.keep(index, search.best);
    return undefined;
  }

  #block(
    box: Exclude<Box, LinesBox>,
    index: number,
    token: BreakToken | undefined,
  ): Ended | 'refused' | undefined {
    const { frame, engine } = this;
    const inside = token?.child;
    // Breaks beside a spanning element are not the columns', but those of what is around them.
    if (frame.spanners && box.style.columnSpan === 'all')
      return endedAt({ index: index + 1, stop: { type: 'spanner', box }, appeal: appeal.perfect });
    if (!inside) {
      const ended = this.#breakBefore(box, index);
      if (ended) return ended;
    }
    const start = childStart(this, box, inside !== undefined);
    // What clears a float that goes on in the next fragmentainer begins there too.
    if (start.top === Infinity) return this.#leave(box, { index, inside, gap: true });
    if (start.cleared && !inside && !this.#previous) {
      const taken = frame.space.fragmentainer?.search.candidate(
        frame.avoid ? appeal.breakAvoid : appeal.perfect,
      );
      if (taken) return this.#leave(box, { index, inside, gap: true });
    }
    const laid = layOutChild(engine, frame, { box, start, token: inside, isMain: frame.isMain });
    const result = laid.outcome;
    const gap = start.cleared || laid.y > start.top + 1e-6;
    if (result.refused) return this.#leave(box, { index, inside, gap });
    this.#put(box, result, laid);
    this.#advance(box, result, laid.y, start.cleared);
    this.#previous = box;
    if (!result.token) return undefined;
    if (result.token.ended) {
      this.beside.push({ box, token: result.token });
      return undefined;
    }
    return endedAt({ index, child: result.token, stop: result.stop, appeal: result.appeal });
  }

  /** Nothing (more) of a child stands here. Below floats that it clears or avoids is a place to break (css-break-3, 4.1, class C). */
  #leave(
    box: Box,
    { index, inside, gap }: { index: number; inside: BreakToken | undefined; gap: boolean },
  ): Ended | 'refused' {
    if (!this.#begun && !gap) return 'refused';
    const below = this.frame.avoid ? appeal.breakAvoid : appeal.perfect;
    const value = gap && !this.#previous ? below : appealBetween(this.#previous, box, this.frame);
    return endedAt({ index, child: inside, appeal: value });
  }

  #put(box: Box, result: LayoutResult, at: { readonly x: number; readonly y: number }): void {
    const { frame, engine } = this;
    let { x, y } = at;
    if (box.style.position === 'relative' || box.broken) {
      const shift = relativeShift(box.style, frame.width, frame.height);
      const around = brokenShift(box.broken, frame.width);
      x = x + shift.x + (around?.x ?? 0);
      y = y + shift.y + (around?.y ?? 0);
    }
    this.children.push({ x, y, fragment: result.fragment });
    if (result.outOfFlow.length > 0)
      this.outOfFlow.push(
        ...metIn(leaving(result.outOfFlow, { x, y }, box.style.opacity), inlineAround(box)),
      );
    this.#baselines(result.fragment, at.y);
    if (result.fragment.height > 0) engine.notePlaced(box, frame.space);
  }

  #baselines(fragment: BoxFragment, y: number): void {
    if (fragment.firstBaseline !== undefined) this.firstBaseline ??= y + fragment.firstBaseline;
    if (fragment.lastBaseline !== undefined) this.lastBaseline = y + fragment.lastBaseline;
  }

  /** The cursor after a child. */
  #advance(box: Box, result: LayoutResult, y: number, cleared: boolean): void {
    const before = this.y;
    const lead = this.open ? this.frame.lead : 0;
    this.clearedLast = result.selfCollapsing && (cleared || this.clearedLast);
    if (result.selfCollapsing) {
      // Its margins collapse with what follows, which still begins below the floats.
      if (cleared) this.y = y - extentOf(result.endMargin);
      if (cleared) this.open = false;
      this.strut = cleared ? result.endMargin : collapse(this.strut, result.endMargin);
      return;
    }
    this.filled = true;
    this.open = false;
    this.y = y + result.fragment.height;
    this.strut = result.endMargin;
    const step = box.style.blockStepSize;
    if (step > 0 && !result.stop) {
      const size = this.y + extentOf(this.strut) - before + lead;
      this.y = before - lead + Math.ceil(size / step - 1e-6) * step;
      this.strut = noMargin;
    }
  }

  #lines(box: LinesBox, index: number, token: BreakToken | undefined): Ended | 'refused' | undefined {
    const { frame } = this;
    const inside = token?.child;
    if (!inside) {
      if (hasLines(box)) this.#settle();
      for (const mark of box.marks) this.children.push(markAt(mark, frame.left, this.#below));
      const ended = this.#breakBefore(box, index);
      if (ended) return ended;
    }
    const indent = !this.#previous && index === 0;
    const task = { box, token: inside, y: this.#below, indent, into: this };
    const outcome = layOutLines(this.engine, frame, task);
    if (outcome.refused) return this.#leave(box, { index, inside, gap: false });
    if (outcome.height > 0 || outcome.lines > 0) {
      this.filled = true;
      this.open = false;
      this.y += outcome.height;
      this.firstBaseline ??= outcome.firstBaseline;
      this.lastBaseline = outcome.lastBaseline ?? this.lastBaseline;
      this.#previous = box;
    }
    if (!outcome.next) return undefined;
    return endedAt({ index, child: outcome.next, appeal: outcome.appeal });
  }

  /** Lines end the collapsing of margins above them. */
  #settle(): void {
    this.y = this.#below;
    this.strut = noMargin;
    this.clearedLast = false;
  }
}
