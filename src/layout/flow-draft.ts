/**
 * The flow while it is collected: the one place where children are put in, margins wait to collapse,
 * and glue between neighbours is settled. `finish` hands out read-only runs. A child may have its
 * `glued` raised until then, never afterwards.
 */
import type { BorderSide, ComputedStyle } from '../document/style.js';
import {
  needsOf,
  type CloseChild,
  type FloatChild,
  type FlowChild,
  type FlowRun,
  type OpenChild,
  type Segment,
} from './flow.js';
import { CollapsingMargin } from './margins.js';
import { resolve } from './used-values.js';

/** The columns of a multi-column container. */
export interface ColumnSetup {
  readonly columns: number;
  readonly columnWidth: number;
  readonly gap: number;
  readonly fullWidth: number;
  readonly rule: BorderSide | undefined;
  readonly balance: boolean;
  /** Left edge of the first column in the page area. */
  readonly x: number;
}

/** Columns that a box with content width `full` asks for (css-multicol-1, 3.4). */
export function columnsOf(style: ComputedStyle, full: number): ColumnSetup | undefined {
  if (style.columnCount === 'auto' && style.columnWidth === 'auto') return undefined;
  const gap = style.columnGap === 'normal' ? style.fontSize : resolve(style.columnGap, full);
  const fitting =
    style.columnWidth === 'auto'
      ? Infinity
      : Math.max(1, Math.floor((full + gap) / (style.columnWidth + gap)));
  const columns = Math.max(1, Math.min(style.columnCount === 'auto' ? Infinity : style.columnCount, fitting));
  return {
    columns,
    gap,
    columnWidth: (full - gap * (columns - 1)) / columns,
    fullWidth: full,
    rule: style.columnRule.width > 0 ? style.columnRule : undefined,
    balance: style.columnFill === 'balance',
    x: 0,
  };
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

interface SegmentDraft {
  readonly setup: ColumnSetup;
  readonly children: Draft<FlowChild>[];
}

export class FlowDraft {
  readonly #runs: (Omit<FlowRun, 'segments'> & { startFloats: FloatChild[]; segments: SegmentDraft[] })[] =
    [];
  #segment: SegmentDraft;
  #last: Draft<FlowChild> | undefined;
  readonly #margin = new CollapsingMargin();
  #delayed: FlowChild[] = [];
  #glue = false;
  #avoid = 0;
  /** Children glued only because they stand in a box that avoids breaks, and where that box began. */
  #held: Draft<FlowChild>[] = [];
  #avoidFrom = 0;
  #extent = 0;
  #columns: ColumnSetup | undefined;
  pageName = 'auto';

  /** Width of the page area and height of a whole page, pt. */
  constructor(
    readonly width: number,
    private readonly pageHeight: number,
  ) {
    this.#segment = { setup: this.#single(0, width), children: [] };
    this.#runs.push({ pageName: 'auto', start: 'auto', startFloats: [], segments: [this.#segment] });
  }

  /** The columns we are in, if any. */
  get columns(): ColumnSetup | undefined {
    return this.#columns;
  }

  /** Sum of all sizes put in so far: to measure what a box holds. */
  extent(): number {
    return this.#extent;
  }

  margin(size: number): void {
    this.#margin.add(size);
  }

  /** Puts in what has no content of its own (marks, box starts) before the next content. */
  delay(child: FlowChild): void {
    this.#delayed.push(child);
  }

  /** The next break place is forbidden. */
  glue(): void {
    this.#glue = true;
  }

  /** Inside a box that does not want to be broken everything is glued, its last child excepted. */
  avoid(step: 1 | -1): void {
    if (this.#avoid === 0) this.#avoidFrom = this.#extent;
    this.#avoid += step;
    if (this.#avoid > 0) return;
    if (this.#last) this.#last.glued = false;
    // What is taller than a page has to break: then it breaks wherever it may.
    if (this.#extent - this.#avoidFrom > this.pageHeight) for (const child of this.#held) child.glued = false;
    this.#held = [];
  }

  /** Content: first the margin that has come together, then what waits, then the child. */
  push(child: FlowChild): void {
    this.settle();
    this.#put(child);
  }

  /** Ends margin collapsing here: the space and the waiting children go in. */
  settle(): void {
    const size = this.#margin.take();
    if (this.#glue) this.#glueLast();
    if (size !== 0) this.#put({ type: 'space', size, glued: this.#glue });
    for (const child of this.#delayed) this.#put({ ...child, glued: true }, child);
    this.#delayed = [];
    this.#glue = false;
  }

  /** Blank space that is no margin: it collapses with nothing, and goes at the end of a column. */
  space(size: number): void {
    this.settle();
    if (size > 0) this.#put({ type: 'space', size, glued: false });
  }

  /** Forbids the break after the last content, through the blank space behind it. */
  #glueLast(): void {
    const { children } = this.#segment;
    for (let i = children.length - 1; i >= 0; i -= 1) {
      const child = children[i];
      if (child) child.glued = true;
      if (child?.type !== 'space') return;
    }
  }

  /** Ends a box: its bottom edge stays with its last content. */
  close(open: OpenChild, size: number): void {
    if (this.#delayed.includes(open)) this.settle();
    if (this.#last) this.#last.glued = true;
    const child: CloseChild = { type: 'close', size, glued: false, open };
    this.#put(child);
  }

  float(child: FloatChild, atFlowStart: boolean): void {
    if (atFlowStart) this.#runs.at(-1)?.startFloats.push(child);
    else this.delay(child);
  }

  breakPage(start: 'page' | 'left' | 'right', pageName: string | undefined): void {
    const run = this.#runs.at(-1);
    const empty =
      run !== undefined && run.startFloats.length === 0 && run.segments.every((s) => s.children.length === 0);
    if (pageName !== undefined) this.pageName = pageName;
    if (empty && run) this.#runs.pop();
    const columns = this.#columns;
    this.#margin.take();
    this.#segment = { setup: columns ?? this.#segment.setup, children: [] };
    this.#last = undefined;
    const first = this.#runs.length === 0 && start === 'page';
    // The side an empty run asked for is not lost to a plain break inside it.
    const side = empty && start === 'page' && run.start !== 'auto' ? run.start : start;
    this.#runs.push({
      pageName: this.pageName,
      start: first ? 'auto' : side,
      startFloats: [],
      segments: [this.#segment],
    });
  }

  breakColumn(): void {
    this.settle();
    this.#put({ type: 'column-break', size: 0, glued: false });
  }

  startColumns(setup: ColumnSetup): void {
    this.settle();
    this.#columns = setup;
    this.#startSegment(setup);
  }

  endColumns(): void {
    const setup = this.#columns;
    this.#columns = undefined;
    if (setup) this.#startSegment(this.#single(0, this.width));
  }

  startSpan(): void {
    const setup = this.#columns;
    if (setup) this.#startSegment(this.#single(setup.x, setup.fullWidth));
  }

  endSpan(): void {
    this.settle();
    if (this.#columns) this.#startSegment(this.#columns);
  }

  finish(): readonly FlowRun[] {
    this.settle();
    return this.#runs.map((run) => ({
      ...run,
      segments: run.segments.filter((segment) => segment.children.length > 0).map(finishSegment),
    }));
  }

  #single(x: number, width: number): ColumnSetup {
    return { columns: 1, columnWidth: width, gap: 0, fullWidth: width, rule: undefined, balance: false, x };
  }

  /** What waits stays waiting: it belongs to the next content, in the new segment. */
  #startSegment(setup: ColumnSetup): void {
    this.#segment = { setup, children: [] };
    this.#last = undefined;
    this.#runs.at(-1)?.segments.push(this.#segment);
  }

  /** `own` is kept as the very object when others refer to it (a box start by its end). */
  #put(child: FlowChild, own?: FlowChild): void {
    const put: Draft<FlowChild> = own?.type === 'open' ? own : { ...child };
    if (this.#avoid > 0 && !put.glued) {
      put.glued = true;
      this.#held.push(put);
    }
    this.#segment.children.push(put);
    this.#last = put;
    this.#extent += child.size;
  }
}

function finishSegment({ setup, children }: SegmentDraft): Segment {
  return {
    columns: setup.columns,
    columnWidth: setup.columnWidth,
    gap: setup.gap,
    rule: setup.rule,
    balance: setup.balance,
    x: setup.x,
    children,
    needs: needsOf(children),
  };
}
