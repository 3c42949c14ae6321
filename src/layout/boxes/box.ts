/**
 * The box tree: what CSS generates from a styled tree before anything has a width (CSS 2.2, 9.2 and
 * 17.2). Boxes are plain data; `build-boxes.ts` makes them, the layout core gives them places. Floats
 * and positioned boxes stand where they were met: that is their static position, and whose containing
 * block they have is the layout's to find. Text carries tags, numbers into `StructureBuilder.tags`.
 */
import type { InlineBreak, InlineLeader, InlineOpportunity, InlineText } from '../../document/inline.js';
import type { LinkItem, StructureId, Tag } from '../../document/page.js';
import type { ImageAsset } from '../../document/publication.js';
import type { ComputedStyle } from '../../document/style.js';
import type { NodeIndex } from '../../document/tree-index.js';

/** Things that happen at a place of the flow and have no size. */
export type Mark =
  | { readonly type: 'anchor'; readonly id: string; readonly structure: StructureId | undefined }
  | {
      readonly type: 'bookmark';
      readonly title: string;
      readonly level: number;
      readonly structure: StructureId | undefined;
    }
  | { readonly type: 'string'; readonly name: string; readonly value: string }
  /** From here on a counter of the flow has these values, outermost first: for `counter()` in margin boxes. */
  | { readonly type: 'counter'; readonly name: string; readonly values: readonly number[] }
  /** The page gets this number (css-page-3, 6). */
  | { readonly type: 'page-number'; readonly value: number }
  | { readonly type: 'running'; readonly name: string; readonly node: NodeIndex };

interface BoxBase {
  readonly style: ComputedStyle;
  /** What must be known of the page on which the box begins. Of inline elements: `InlineMark`. */
  readonly marks: readonly Mark[];
  /**
   * Positioned inline elements that this block-level box broke, outermost first: their relative
   * offsets move it too, and they are containing blocks in it (9.2.1.1).
   */
  readonly broken: readonly InlineOpen[] | undefined;
  /** Place in the order of the tree, of boxes that are painted apart: positioned or translucent (CSS 2.2, E.2). */
  readonly order: number | undefined;
}

/**
 * A block container. Its children are all block-level (`LinesBox` being an anonymous block), floats
 * and positioned boxes among them (`style.float`, `style.position`); a container of inline content
 * has one `LinesBox`, in which they are `OutOfFlow` items.
 */
export interface BlockBox extends BoxBase {
  readonly type: 'block';
  readonly children: readonly Box[];
  /** A list item's marker, outside. With no children the item still is a line high. */
  readonly marker: LinesBox | undefined;
  readonly tag: Tag;
  /** It is never broken (css-break-3, 4.1): a drop cap. */
  readonly monolithic: boolean;
}

/** One inline formatting context: a paragraph's text, or an anonymous block around inline content. */
export interface LinesBox extends BoxBase {
  readonly type: 'lines';
  /** Of the block container. */
  readonly style: ComputedStyle;
  /** Of the container's `::first-line`: strut of the first line. Texts and inline boxes have their own. */
  readonly firstLine: ComputedStyle | undefined;
  readonly items: readonly InlineContent[];
}

/** A picture. */
export interface ImageBox extends BoxBase {
  readonly type: 'image';
  readonly image: ImageAsset;
  readonly tag: Tag;
}

/** A table with its captions; the style is the table element's, for wrapper and grid (17.4). */
export interface TableBox extends BoxBase {
  readonly type: 'table';
  /** In document order; `style.captionSide` says where. */
  readonly captions: readonly BlockBox[];
  readonly columns: readonly TableColumn[];
  /** In document order. At most one is the head and one the foot: others of their kind are bodies (17.2). */
  readonly groups: readonly TableRowGroup[];
  readonly tag: Tag;
}

/** A `col`, or a `colgroup` without any (its style then stands in both places). */
export interface TableColumn {
  readonly style: ComputedStyle;
  /** Columns of the grid it stands for, from 1. */
  readonly span: number;
  /** The same object for the columns of one group. */
  readonly group?: TableColumnGroup;
}

export interface TableColumnGroup {
  readonly style: ComputedStyle;
}

export interface TableRowGroup {
  readonly kind: 'head' | 'body' | 'foot';
  readonly style: ComputedStyle;
  readonly marks: readonly Mark[];
  readonly tag?: Tag;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly style: ComputedStyle;
  readonly marks: readonly Mark[];
  readonly tag?: Tag;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly box: BlockBox;
  /** 1 to 1000 */
  readonly colSpan: number;
  /** 0 (to the end of the group) to 65534 */
  readonly rowSpan: number;
}

export type Box = BlockBox | LinesBox | ImageBox | TableBox;

/** An atomic inline box: inline block, inline picture, inline table. */
export interface InlineBoxContent {
  readonly type: 'box';
  readonly box: Box;
}

/** A float or an absolutely positioned box, at its place in the text. */
export interface OutOfFlow {
  readonly type: 'out-of-flow';
  readonly box: Box;
  /** A `::first-letter` that floats or has `initial-letter`. */
  readonly firstLetter?: true;
  /** It has `initial-letter`: where it stands beside the lines. */
  readonly initial?: InitialPlace;
}

/** Where a drop cap stands (CSS Inline 3, 3), pt. */
export interface InitialPlace {
  /** How far its marks move the first line down. */
  readonly push: number;
  /** Lines that it sinks by: they stay together. */
  readonly sink: number;
  /** From the top of the block to its lower end. */
  readonly height: number;
}

/** The drop cap of a paragraph whose first lines are still to be set. */
export function initialOf({ items }: LinesBox): InitialPlace | undefined {
  for (const item of items) if (item.type === 'out-of-flow' && item.initial) return item.initial;
  return undefined;
}

/**
 * An inline box begins. Only boxes that matter to the line have items; they nest, and each open has
 * its close in the same `LinesBox`. A box broken around blocks has one pair per piece, with one tag.
 */
export interface InlineOpen {
  readonly type: 'open';
  readonly style: ComputedStyle;
  /** Its style on the first line, when `::first-line` gives it another. */
  readonly firstLine?: ComputedStyle;
  /** One number per inline element (`StructureBuilder.tags` has its `Tag`, for background and border). */
  readonly tag: number;
  /** The box began before this piece: no margin, border or padding here (9.2.1.1). */
  readonly continued: boolean;
  /** A `::first-letter` in the line. */
  readonly firstLetter?: true;
}

/** An inline box ends; `continued`: it goes on in a later piece, so it has no edge here. */
export interface InlineClose {
  readonly type: 'close';
  readonly style: ComputedStyle;
  readonly tag: number;
  readonly continued: boolean;
}

/** A mark of an inline element, at its place in the text. */
export interface InlineMark {
  readonly type: 'mark';
  readonly mark: Mark;
}

/** `<br>` with the `clear` of its style. */
export interface ForcedBreak extends InlineBreak {
  readonly style?: ComputedStyle;
}

/** Text of the flow. */
export interface FlowText extends InlineText {
  /** It stands for the number of a page, put in when lines are broken. */
  readonly pageOf?: PageReference;
}

/** `target-counter(#id, page, style)` */
export interface PageReference {
  readonly id: string;
  /** Name of a counter style. */
  readonly style: string;
}

export type InlineContent =
  | FlowText
  | ForcedBreak
  | InlineOpportunity
  | InlineLeader
  | InlineBoxContent
  | InlineOpen
  | InlineClose
  | InlineMark
  | OutOfFlow;

/** What a text's tag number means. */
export interface TextTag {
  readonly tag: Tag;
  readonly link?: { readonly target: LinkItem['target']; readonly description: string; readonly tag: Tag };
  /** Takes its place and is not painted (CSS 2.2, 11.2). */
  readonly hidden?: boolean;
}

export const artifact: Tag = { type: 'artifact', kind: 'layout' };
/** The same of text with a place in the tree. */
export function artifactAt(inside: NodeIndex, order: number): Tag {
  return { type: 'artifact', kind: 'layout', place: { inside, order } };
}
export const paginationArtifact: Tag = { type: 'artifact', kind: 'pagination' };
export const headArtifact: Tag = { type: 'artifact', kind: 'pagination', part: 'head' };
export const footArtifact: Tag = { type: 'artifact', kind: 'pagination', part: 'foot' };

/** Whether a box is out of the flow: a float of any kind, or absolutely positioned (9.3). Lines never are. */
export function isOutOfFlow(box: Box): boolean {
  return box.type !== 'lines' && leavesFlow(box.style);
}

/**
 * Whether an element of this style makes a box out of the flow. A running element makes none in the
 * flow, and is itself in the flow of its margin box.
 */
export function leavesFlow(style: ComputedStyle): boolean {
  return style.float !== 'none' || style.position === 'absolute';
}

/** Whether a box of this style is painted after the flow around it, as a whole (CSS 2.2, E.2, 8). */
export function isPaintedApart(style: ComputedStyle): boolean {
  return isPositioned(style) || style.opacity < 1;
}

/** Whether a box of this style is a containing block of positioned boxes, and moves (9.3.1). */
export function isPositioned(style: ComputedStyle): boolean {
  return style.position === 'relative' || style.position === 'absolute';
}
