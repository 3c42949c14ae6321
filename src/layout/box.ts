/**
 * The box tree: what CSS generates from a styled tree before anything has a width. Boxes are plain
 * data; `build-boxes.ts` makes them, `collect-flow.ts` gives them widths and lines. Text of boxes
 * carries tags (numbers into `TagTable`) that say which structure element it belongs to.
 */
import type { InlineBreak, InlineLeader, InlineOpportunity, InlineText } from '../document/inline.js';
import type { ImageAsset } from '../document/publication.js';
import type { LinkItem, StructureId, Tag } from '../document/page.js';
import type { ComputedStyle } from '../document/style.js';
import type { NodeIndex } from '../document/tree-index.js';

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
  | { readonly type: 'running'; readonly name: string; readonly node: NodeIndex };

interface BoxBase {
  readonly style: ComputedStyle;
  /** What must be known of the page on which the box begins. */
  readonly marks: readonly Mark[];
}

/** A block container of blocks, or a list item, or a figure: everything that stacks. */
export interface BlockBox extends BoxBase {
  readonly type: 'block';
  readonly children: readonly Box[];
  /** Boxes whose containing block this is. */
  readonly absolutes: readonly Box[];
  /** A list item's marker, outside. */
  readonly marker?: LinesBox;
  readonly tag: Tag;
}

/** One inline formatting context: a paragraph's text, or an anonymous block around inline content. */
export interface LinesBox extends BoxBase {
  readonly type: 'lines';
  readonly items: readonly InlineContent[];
}

export interface ImageBox extends BoxBase {
  readonly type: 'image';
  readonly image: ImageAsset;
  readonly tag: Tag;
}

export interface TableBox extends BoxBase {
  readonly type: 'table';
  readonly captions: readonly BlockBox[];
  readonly head: readonly TableRow[];
  readonly body: readonly TableRow[];
  readonly foot: readonly TableRow[];
  /** Widths wanted by `col` elements, by column. */
  readonly columns: readonly ComputedStyle[];
  readonly tag: Tag;
}

export interface TableRow {
  readonly style: ComputedStyle;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly box: BlockBox;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** A box with `position: absolute` and no positioned ancestor: placed against the page area. */
export interface PageBox extends BoxBase {
  readonly type: 'page-box';
  readonly box: Box;
}

export type Box = BlockBox | LinesBox | ImageBox | TableBox | PageBox;

/** An atomic inline box: inline block or inline picture. */
export interface InlineBoxContent {
  readonly type: 'box';
  readonly box: Box;
}

/** Horizontal padding, border and margin at the edge of an inline box; percentages are of the line's block. */
export interface InlineEdge {
  readonly type: 'edge';
  readonly style: ComputedStyle;
  readonly side: 'start' | 'end';
}

export type InlineContent =
  InlineText | InlineBreak | InlineOpportunity | InlineLeader | InlineBoxContent | InlineEdge;

/** What a text's tag number means. */
export interface TextTag {
  readonly tag: Tag;
  readonly link?: { readonly target: LinkItem['target']; readonly description: string; readonly tag: Tag };
}

export const artifact: Tag = { type: 'artifact', kind: 'layout' };
export const paginationArtifact: Tag = { type: 'artifact', kind: 'pagination' };

/** The children of boxes a caller may have to look through. */
export function isPositioned(style: ComputedStyle): boolean {
  return style.position === 'relative' || style.position === 'absolute';
}
