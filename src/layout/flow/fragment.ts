/**
 * Fragments: boxes with their sizes and places, the outcome of layout (css-break-3, 2). A box that is
 * broken over columns or pages has a fragment in each. Plain data; painting reads it and decides nothing.
 */
import type { Line } from '../../document/glyph-run.js';
import type { BorderSide, ComputedStyle, Edges } from '../../document/style.js';
import type { Box, Mark } from '../boxes/box.js';

/** A fragment in its parent: pt from the parent's border-box corner to its own. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly fragment: Fragment;
}

export interface BoxFragment {
  readonly type: 'box';
  /** The box it is (a part) of; nothing for columns and other boxes that only layout knows. */
  readonly box: Box | undefined;
  readonly style: ComputedStyle;
  /** Border box, pt. */
  readonly width: number;
  readonly height: number;
  /** Used edges; those at a break are 0 (`box-decoration-break: slice`). */
  readonly border: Edges<number>;
  readonly padding: Edges<number>;
  readonly children: readonly Placed[];
  /** What of a sliced box stands in the fragmentainers before, pt. */
  readonly before: number | undefined;
  /** It holds the block-start, block-end edge of its box. */
  readonly start: boolean;
  readonly end: boolean;
  /** Baselines of its first and last line from its top, pt. */
  readonly firstBaseline: number | undefined;
  readonly lastBaseline: number | undefined;
  /** What the painter must know beyond the style. */
  readonly paint: BoxPaint | undefined;
}

export interface BoxPaint {
  /** Column rules: pt from the fragment's corner. */
  readonly rules?: readonly {
    readonly x: number;
    readonly y: number;
    readonly height: number;
    readonly side: BorderSide;
  }[];
  /** The box that the background's pictures are placed in, where it is another: pt from the fragment's corner. */
  readonly whole?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** Neither background nor border: a table's wrapper, an empty cell that hides, cells of collapsed tables (background only). */
  readonly hideBox?: boolean;
  readonly hideBorder?: boolean;
  /** Set again (a table's head): an artifact without notes, links and marks. */
  readonly repeated?: boolean;
  /** Of the boxes around that it stands apart from: boxes positioned outside of them, elements across columns. */
  readonly opacity?: number;
  /** Collapsed borders of a table, above its cells' backgrounds: stretches from the fragment's corner. */
  readonly borders?: readonly BorderStretch[];
}

/** A stretch of a collapsed border: its middle line. */
export interface BorderStretch {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly side: BorderSide;
}

export interface LineFragment {
  readonly type: 'line';
  readonly line: Line;
  readonly width: number;
  readonly height: number;
  /** Atomic boxes of `line.atoms` by tag: `x` from the atom's margin edge, `y` from the line's top. */
  readonly inside: InlineParts;
}

/** What a paragraph's lines hold besides text, by tag. */
export interface InlineParts {
  /** Atomic boxes: left margin and distance from the atom's baseline up to the border box's top. */
  readonly atoms: ReadonlyMap<
    number,
    { readonly fragment: BoxFragment; readonly left: number; readonly rise: number }
  >;
  /** Inline boxes: their styles and what stands at their edges, pt. */
  readonly boxes: ReadonlyMap<number, InlineBoxPart>;
}

export interface InlineBoxPart {
  readonly style: ComputedStyle;
  readonly margin: { readonly left: number; readonly right: number };
  /** Shift by `position: relative`, its own and that of the boxes around it, pt. */
  readonly shift: { readonly x: number; readonly y: number } | undefined;
}

/** A float to the start or end of a page or column, laid out with its margins. */
export interface FloatPiece {
  readonly box: Box;
  readonly fragment: BoxFragment;
  /** How many pages or columns it still waits for (`float-defer`). */
  readonly defer?: number;
}

/** The place of a page or column float in the flow. */
export interface AnchorFragment {
  readonly type: 'anchor';
  readonly box: Box;
  readonly width: number;
  readonly height: number;
}

/** Something without a size that a page must know of. */
export interface MarkFragment {
  readonly type: 'mark';
  readonly mark: Mark;
  readonly width: number;
  readonly height: number;
}

export type Fragment = BoxFragment | LineFragment | AnchorFragment | MarkFragment;

/** Of nearly all boxes: no border, no padding. */
export const noEdges: Edges<number> = { top: 0, right: 0, bottom: 0, left: 0 };

type OptionalPart = 'box' | 'before' | 'firstBaseline' | 'lastBaseline' | 'paint';
type FragmentParts = Omit<BoxFragment, 'type' | OptionalPart> & Partial<Pick<BoxFragment, OptionalPart>>;

/** A fragment in the one shape that all have, whatever is left out. */
export function boxFragment(parts: FragmentParts): BoxFragment {
  return {
    type: 'box',
    box: parts.box,
    style: parts.style,
    width: parts.width,
    height: parts.height,
    border: parts.border,
    padding: parts.padding,
    children: parts.children,
    before: parts.before,
    start: parts.start,
    end: parts.end,
    firstBaseline: parts.firstBaseline,
    lastBaseline: parts.lastBaseline,
    paint: parts.paint,
  };
}

/** A fragment with the opacity of boxes that it stands apart from. */
export function withOpacity(fragment: BoxFragment, opacity: number | undefined): BoxFragment {
  if (opacity === undefined) return fragment;
  return boxFragment({ ...fragment, paint: { ...fragment.paint, opacity } });
}

/** A fragment with more in it, above what it holds. */
export function withChildren(fragment: BoxFragment, more: readonly Placed[]): BoxFragment {
  if (more.length === 0) return fragment;
  return boxFragment({ ...fragment, children: [...fragment.children, ...more] });
}

/** A mark at its place. */
export function markAt(mark: Mark, x: number, y: number): Placed {
  return { x, y, fragment: { type: 'mark', mark, width: 0, height: 0 } };
}

/** The place of a page or column float. */
export function anchorAt(box: Box, x: number, y: number): Placed {
  return { x, y, fragment: { type: 'anchor', box, width: 0, height: 0 } };
}
