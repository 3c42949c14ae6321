/**
 * What a box is told when it is laid out, and what it answers: the constraint space, break tokens and
 * layout results of one fragmentation flow (after css-break-3 and the block fragmentation of LayoutNG).
 */
import type { ComputedStyle } from '../../document/style.js';
import type { Box } from '../boxes/box.js';
import type { BoxFragment, FloatPiece } from './fragment.js';
import type { FloatContext } from './float-context.js';
import type { LinesRest } from './lines-rest.js';
import type { PositionedRest } from './positioned-flows.js';
import type { Strut } from './strut.js';
import type { UsedBox } from '../used-values.js';

/** How good a place to break is, best last (css-break-3, 4.4 and 4.5). */
export const appeal = { lastResort: 0, breakAvoid: 1, orphansWidows: 2, perfect: 3 } as const;
export type Appeal = (typeof appeal)[keyof typeof appeal];

export type ForcedBreak = 'column' | 'page' | 'left' | 'right';

/** A place to break: the number that it is met as. */
export interface BreakPlace {
  readonly appeal: Appeal;
  readonly index: number;
}

/**
 * Looks for the best place to break one fragmentainer. Layout is deterministic, so a place is known by
 * its number: when the place where room ran out is worse than an earlier one, the flow goes back to it, if
 * it can, or the fragmentainer is laid out again with that number as its target.
 */
export class BreakSearch {
  /** Something stands in the fragmentainer: a break is progress, and boxes may refuse to begin here. */
  placed: boolean;
  /** Least height that was missing for something more to fit, pt. */
  shortage = Infinity;
  best: BreakPlace | undefined;
  /** It ended before a line whose note is held back: nothing more of the flow stands on this page. */
  held = false;
  /** A break that spares content breaks worse than itself further on. */
  escape: number | undefined;
  #count = 0;

  constructor(
    private readonly target?: number,
    readonly mayRefuse = false,
  ) {
    this.placed = mayRefuse;
  }

  /** A place to break; true when it is the one to take. */
  candidate(value: Appeal): boolean {
    if (!this.placed) return false;
    const index = this.#count;
    this.#count += 1;
    if (index === this.target) return true;
    if (!this.best || value >= this.best.appeal) this.best = { appeal: value, index };
    return false;
  }

  /** Whether the fragmentainer is to end at a place rather than further down, with this appeal. */
  prefers(place: BreakPlace, value: Appeal): boolean {
    const free = this.target === undefined && this.escape === undefined;
    return free && place === this.best && place.appeal > value;
  }

  /** What follows was broken as badly as this, in columns of its own; it may do better with more room. */
  poor(value: Appeal): void {
    if (this.best && this.best.appeal > value && this.target === undefined) this.escape ??= this.best.index;
  }

  /** Something did not fit by so much. */
  missing(height: number): void {
    if (height > 1e-6 && height < this.shortage) this.shortage = height;
  }

  mark(): Pick<BreakSearch, 'placed' | 'best'> {
    return { placed: this.placed, best: this.best };
  }

  /** Forgets what was found since `mark`: that part is laid out again. */
  reset(mark: Pick<BreakSearch, 'placed' | 'best'>): void {
    this.placed = mark.placed;
    this.best = mark.best;
  }
}

/** The column or page that content is broken over. */
export interface Fragmentainer {
  readonly kind: 'page' | 'column';
  /** Pages are around it, so that page breaks have an effect. */
  readonly paged: boolean;
  /** Its whole height, pt. */
  readonly size: number;
  readonly search: BreakSearch;
  /** Notes that may not be called on this page, and what leaves it with their calls. */
  readonly heldNotes: HeldNotes | undefined;
}

/** Notes by their numbers: the line that calls them leaves, or the paragraph (css-gcpm-3, 2.6). */
export type HeldNotes = ReadonlyMap<number, 'line' | 'block'>;

/** What positioned boxes are placed against, from the corner of the border box that holds them, pt. */
export interface ContainingBlock {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Margins that collapse above a box and still do at its start (CSS 2.2, 8.3.1). */
export interface OpenMargins {
  /** Where they begin, from the top of the formatting context, pt. */
  readonly from: number;
  readonly strut: Strut;
  /** So many floats were there when they began; later ones stand where the margins end. */
  readonly floats: number;
}

export interface BlockSpace {
  /** Horizontal used values of the box. */
  readonly used: UsedBox;
  /** Content box of the containing block; its height if it is definite. */
  readonly width: number;
  readonly height: number | undefined;
  /** Place of the border box in its block formatting context, pt. */
  readonly x: number;
  readonly y: number;
  readonly floats: FloatContext;
  /** Without one the content is not broken. */
  readonly fragmentainer: Fragmentainer | undefined;
  /** From the border box's top down to the end of the fragmentainer, pt. */
  readonly room: number;
  /** A box around wants not to be broken. */
  readonly avoid: boolean;
  /** What ends in it for want of room ends the fragmentainer: no box between keeps to a height of its own. */
  readonly isMain: boolean;
  /** Inside a multi-column container without another formatting context between: spanners interrupt. */
  readonly spanners: boolean;
  /** Used value of `page` around. */
  readonly page: string;
  /** What the margins came to that put it at its place, those of its first children included, pt. */
  readonly lead: number;
  /** Those margins, where its place hangs on them. */
  readonly margins: OpenMargins | undefined;
  /** Height that the border box must have whatever its style says (table cells, stretched boxes). */
  readonly fixedHeight: number | undefined;
  /**
   * For the root of a page: the initial containing block, that of what no box around positions, from the
   * root's border-box corner (CSS 2.2, 10.1), pt.
   */
  readonly initialBlock: ContainingBlock | undefined;
  /** A formatting context of its own, whatever the style says (floats, atoms, positioned boxes). */
  readonly isPiece: boolean;
}

/** Where a box goes on after a break. */
export interface BreakToken {
  /** Child (line, row) to go on with. */
  readonly index: number;
  /** How that child goes on; nothing when it begins. */
  readonly child: BreakToken | undefined;
  /** Of a paragraph: what `index` counts the lines of. */
  readonly lines: LinesRest | undefined;
  /** Border-box height used up so far, pt. */
  readonly consumed: number;
  /** The break was asked for: margins after it stay. */
  readonly forced: boolean;
  /** The box itself has ended and takes no more height: only what does not belong to its flow goes on. */
  readonly ended: boolean;
  /** Parallel flows to go on with, before anything else. */
  readonly beside: readonly ParallelFlow[] | undefined;
  /** Positioned boxes of which this is the containing block. */
  readonly positioned: readonly PositionedRest[] | undefined;
  /** Column floats that wait for the next columns of this container. */
  readonly columnFloats: readonly FloatPiece[] | undefined;
  /** A spanning element that comes before the columns go on. */
  readonly spanner: { readonly box: Box; readonly token: BreakToken | undefined } | undefined;
  /** Tokens of the parallel flows of a table row, by cell. */
  readonly cells: readonly (BreakToken | 'done' | undefined)[] | undefined;
}

/** A flow beside the main one (css-break-3, 2): a float, or what sticks out of a box that has ended. */
export interface ParallelFlow {
  readonly box: Box;
  /** How it goes on; nothing for a float that has not begun. */
  readonly token: BreakToken | undefined;
}

/** Why content ended before its end. */
export type Stop =
  | { readonly type: 'full' }
  | { readonly type: 'forced'; readonly value: ForcedBreak; readonly page: string }
  | { readonly type: 'spanner'; readonly box: Box };

/** A box that waits for its containing block: static position from the fragment's border-box corner, pt. */
export interface OutOfFlow {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  /** Its containing block is this inline box (tag) of the block container around. */
  readonly inline: number | undefined;
  /** Of the boxes between it and its containing block together. */
  readonly opacity: number | undefined;
}

export interface LayoutResult {
  readonly refused: false;
  readonly fragment: BoxFragment;
  /** Margins at its end that collapse with what follows. */
  readonly endMargin: Strut;
  /** Its own margins adjoin: it takes no place (8.3.1). */
  readonly selfCollapsing: boolean;
  readonly outOfFlow: readonly OutOfFlow[];
  /** How it goes on; one that has `ended` holds parallel flows alone. */
  readonly token: BreakToken | undefined;
  /** Why its own flow did not come to its end. */
  readonly stop: Stop | undefined;
  readonly appeal: Appeal;
}

/** Nothing of the box fits: the break belongs before it. */
export interface Refusal {
  readonly refused: true;
  readonly appeal: Appeal;
}

export type Outcome = LayoutResult | Refusal;

/** New block formatting contexts (CSS 2.2, 9.4.1; css-multicol-1, 2). */
export function isFormattingRoot(style: ComputedStyle): boolean {
  return (
    style.display === 'flow-root' ||
    style.display === 'inline-block' ||
    style.display === 'table-cell' ||
    style.display === 'table-caption' ||
    style.overflow !== 'visible' ||
    style.float !== 'none' ||
    style.position === 'absolute' ||
    style.columnSpan === 'all' ||
    isMulticol(style)
  );
}

/**
 * Whether there are floats of the formatting context among flows that go on: a root without a height of
 * its own goes on with them (CSS 2.2, 10.6.7).
 */
export function holdsFloats(flows: readonly ParallelFlow[]): boolean {
  return flows.some(({ box, token }) => {
    if (box.type === 'lines') return false;
    if (box.style.float !== 'none') return token?.ended !== true;
    return box.type === 'block' && !isFormattingRoot(box.style) && holdsFloats(token?.beside ?? []);
  });
}

/** Whether nothing but positioned boxes goes on. */
export function holdOnlyPositioned(flows: readonly ParallelFlow[]): boolean {
  return flows.every(({ box, token }) => {
    if (!token?.ended || box.type !== 'block' || token.child) return false;
    return token.index >= box.children.length && holdOnlyPositioned(token.beside ?? []);
  });
}

export function isMulticol(style: ComputedStyle): boolean {
  return style.columnCount !== 'auto' || style.columnWidth !== 'auto';
}
