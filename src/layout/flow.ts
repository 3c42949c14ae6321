/**
 * The flow: what a block formatting context comes to when widths are known, as a flat list of
 * children in order. Break rules are data on the child (`glued`), so that filling a column is one
 * forward loop without look-ahead (after Typst's `FlowChild`). `x` counts from the column's left.
 */
import type { Line } from '../document/glyph-run.js';
import type { BorderSide, ComputedStyle } from '../document/style.js';
import type { BlockBox, ImageBox, Mark } from './box.js';
import type { UsedBox } from './used-values.js';

interface ChildBase {
  /** Extent in the block direction, pt. */
  readonly size: number;
  /** No break between this child and the next. */
  readonly glued: boolean;
}

export interface LineChild extends ChildBase {
  readonly type: 'line';
  readonly line: Line;
  /** Left edge of the measure. */
  readonly x: number;
  /** Boxes of `line.atoms`, by their tag. */
  readonly atoms: ReadonlyMap<number, InlineFragment>;
}

/** A collapsed margin. Dropped at the top of a column after an unforced break (css-break-3, 5.2). */
export interface SpaceChild extends ChildBase {
  readonly type: 'space';
}

/** Something that does not break: a picture with its caption, a table row. */
export interface FragmentChild extends ChildBase {
  readonly type: 'fragment';
  readonly fragment: Fragment;
  readonly x: number;
  /** A table's head: set again when the row opens a column. */
  readonly repeat?: Fragment;
  /** This is such a head set again: an artifact, without notes, links and marks. */
  readonly repeated?: boolean;
}

export interface ImageChild extends ChildBase {
  readonly type: 'image';
  readonly box: ImageBox;
  readonly used: UsedBox;
  readonly x: number;
}

/** A box with border, padding, background or positioned children begins; `size` is its top edge. */
export interface OpenChild extends ChildBase {
  readonly type: 'open';
  readonly box: BlockBox;
  readonly style: ComputedStyle;
  /** Left border edge. */
  readonly x: number;
  readonly used: UsedBox;
  /** Boxes positioned against this one, laid out: offsets from its padding box. */
  readonly absolutes: readonly PositionedFragment[];
  /** Opened inside columns: drawn once a column; else once a page, across the columns in it. */
  readonly inColumns: boolean;
}

export interface CloseChild extends ChildBase {
  readonly type: 'close';
  readonly open: OpenChild;
}

export interface MarkChild extends ChildBase {
  readonly type: 'mark';
  readonly mark: Mark;
}

/** A page float at the place of its anchor. */
export interface FloatChild extends ChildBase {
  readonly type: 'float';
  readonly side: 'start' | 'end';
  readonly fragment: Fragment;
}

/** A box positioned against the page area, on the page where it stands in the flow. */
export interface PageBoxChild extends ChildBase {
  readonly type: 'page-box';
  readonly positioned: PositionedFragment;
}

/** A forced column break. */
export interface ColumnBreakChild extends ChildBase {
  readonly type: 'column-break';
}

export type FlowChild =
  | LineChild
  | SpaceChild
  | FragmentChild
  | ImageChild
  | OpenChild
  | CloseChild
  | MarkChild
  | FloatChild
  | PageBoxChild
  | ColumnBreakChild;

/** A child at its place in a region. */
export interface Placed {
  readonly child: FlowChild;
  readonly x: number;
  readonly y: number;
}

/** A filled column (or the whole width between two sets of columns). */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Down to the last thing in it. */
  readonly height: number;
  readonly inColumns: boolean;
  /** The start or end of the fragment's own box, not content of it. */
  readonly edge?: 'start' | 'end';
  /** `x`, `y` from the region's corner. */
  readonly placed: readonly Placed[];
  /** A rule in the gap to its left, if it has one; drawn as tall as the tallest column beside it. */
  readonly rule?: {
    readonly side: BorderSide;
    /** Distance of the rule's middle before the region. */ readonly before: number;
    readonly height: number;
  };
}

/** Content laid out once and for all, to be set as one piece. */
export interface Fragment {
  readonly width: number;
  readonly height: number;
  readonly regions: readonly Region[];
  /** Drawn through the box's edge when it must not show (`overflow: hidden`). */
  readonly clip?: boolean;
  readonly opacity?: number;
  /** Baseline of the last line from the top; undefined without lines. */
  readonly lastBaseline?: number;
}

/** An atomic box on a line: its border box begins `left` of the atom's start and `rise` above the baseline. */
export interface InlineFragment {
  readonly fragment: Fragment;
  readonly left: number;
  readonly rise: number;
}

export interface PositionedFragment {
  readonly fragment: Fragment;
  readonly x: number;
  /** From the top of the containing block's padding box; `fromBottom` counts upwards from its bottom. */
  readonly y: number;
  readonly fromBottom: boolean;
}

/** A stretch of the flow with one set of columns: everything between two spanning elements. */
export interface Segment {
  readonly columns: number;
  readonly columnWidth: number;
  readonly gap: number;
  readonly rule: BorderSide | undefined;
  readonly balance: boolean;
  /** Left edge of the first column. */
  readonly x: number;
  readonly children: readonly FlowChild[];
  /** Extent from each child to the next place where a break is allowed, itself included. */
  readonly needs: Float64Array;
}

/** The flow between two forced page breaks, with what its pages are called. */
export interface FlowRun {
  readonly pageName: string;
  readonly start: 'auto' | 'page' | 'left' | 'right';
  /** Page floats that belong on the first page whatever comes (`-anpham-float-anchor: flow-start`). */
  readonly startFloats: readonly FloatChild[];
  /** Notes that stand on its first page without a call. */
  readonly startNotes?: readonly number[];
  readonly segments: readonly Segment[];
}

/** `needs` of a list of children: one backward pass. */
export function needsOf(children: readonly FlowChild[]): Float64Array {
  const needs = new Float64Array(children.length);
  for (let i = children.length - 1, next = 0; i >= 0; i -= 1) {
    const child = children[i];
    if (!child) continue;
    next = child.size + (child.glued ? next : 0);
    needs[i] = next;
  }
  return needs;
}
