/**
 * Finished pages: what `layout` decides and the painters (pdf, svg) obey. All lengths in pt, origin at
 * the top left corner of the trim box, y downwards. Immutable.
 */
import type { Span } from '../diagnostic.js';
import type { GlyphRun } from './glyph-run.js';
import type { ImageAsset, PageBreak } from './publication.js';
import type { Color, PageMarks } from './style.js';
import type { NodeIndex } from './tree-index.js';

/** Number of a structure element in `PagedDocument.structure`. */
export type StructureId = number;

/**
 * What an item is for a reader who cannot see: part of a structure element at a place in the reading
 * order, or decoration. `order` sorts the kids of an element: items and child elements alike.
 */
export type Tag =
  | { readonly type: 'structure'; readonly element: StructureId; readonly order: number }
  | { readonly type: 'artifact'; readonly kind: 'layout' | 'background'; readonly place?: TreePlace }
  /** `part`: of the head or the foot of the page. */
  | { readonly type: 'artifact'; readonly kind: 'pagination'; readonly part?: 'head' | 'foot' };

/** Where text that is no content (of the template, of a style sheet) stands in the tree, for whoever reads it out. */
export interface TreePlace {
  /** The element that holds it. */
  readonly inside: NodeIndex;
  /** Comparable with `Tag.order`. */
  readonly order: number;
}

export interface TextItem {
  readonly type: 'text';
  readonly tag: Tag;
  /** Left end of the line's first run and its baseline. */
  readonly x: number;
  readonly y: number;
  /** `GlyphRun.x` and `rise` are relative to `x`, `y`. All runs share the tag. */
  readonly runs: readonly GlyphRun[];
}

/** A filled or stroked path: rectangles (borders, backgrounds), rules. */
export interface PathItem {
  readonly type: 'path';
  readonly tag: Tag;
  readonly path: readonly PathSegment[];
  readonly fill?: Color;
  /** What is inside of the path; nonzero winding unless given. */
  readonly fillRule?: 'evenodd';
  readonly stroke?: {
    readonly color: Color;
    readonly width: number;
    readonly dash?: readonly number[];
    /** Ends of lines and dashes; cut square unless given. A dash of no length is then a dot. */
    readonly cap?: 'round';
  };
}

export type PathSegment =
  | {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly type: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly type: 'curve';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly type: 'close' };

/** A rectangle on the page. */
interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture; its own area is what is seen. */
export interface ImageItem extends Area {
  readonly type: 'image';
  readonly tag: Tag;
  readonly image: ImageAsset;
  /** Where the whole picture lies (`object-fit`); clipped to the area seen when larger. */
  readonly content: Area;
}

/** One picture again and again, on a grid without end, of which one area is seen (css-backgrounds-3, 2.4). */
export interface TilesItem extends Area {
  readonly type: 'tiles';
  readonly tag: Tag;
  readonly image: ImageAsset;
  /** One of the tiles. */
  readonly tile: Area;
  /** From the edge of a tile to that of the next, pt; not less than the tile. */
  readonly step: { readonly x: number; readonly y: number };
}

/** A link area; the painter ties it to its structure element (Link). */
export interface LinkItem extends Area {
  readonly type: 'link';
  readonly tag: Tag;
  readonly target:
    { readonly type: 'url'; readonly url: string } | { readonly type: 'destination'; readonly id: string };
  /** What the link says, for the annotation's Contents. */
  readonly description: string;
}

export interface GroupItem {
  readonly type: 'group';
  readonly items: readonly PageItem[];
  readonly clip?: readonly PathSegment[];
  /** Of the group as a whole, 0 to 1: what lies on top of each other inside does not shine through. */
  readonly opacity?: number;
  /** a b c d e f, applied to points as in SVG `matrix()`. */
  readonly transform?: readonly [number, number, number, number, number, number];
}

export type PageItem = TextItem | PathItem | ImageItem | TilesItem | LinkItem | GroupItem;

/** A page without what stands on it. */
export interface PageFrame {
  /** Trim size, pt. */
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  readonly marks: PageMarks;
  /** Where a sheet of pages is folded upright: pt from the left of its trim. */
  readonly folds?: readonly number[];
}

export interface Page extends PageFrame {
  /** From 1. */
  readonly number: number;
  /** As printed: `1`, `iv`. */
  readonly label: string;
  /** Of a named page (css-page-3): the value of `page`. */
  readonly name?: string;
  /** In the order in which they are painted. */
  readonly items: readonly PageItem[];
  /** Words among the printer's marks, in print; artifacts. */
  readonly slug?: readonly PageItem[];
  /** Content that a `PageSink` took: it stands in front of `items` below `below`, and behind the others. */
  readonly taken?: { readonly content: number; readonly below: number };
}

/**
 * Takes the content of pages while later ones are still set, so that nobody need keep it: page number,
 * background and margin boxes come at the end, with the `Page` that names the content.
 */
export interface PageSink {
  /**
   * Takes the content of a page; its number. `structure` already holds the elements that it shows and
   * whatever stands before them in reading order. What no page names in the end is not shown.
   */
  take(items: readonly PageItem[], frame: PageFrame, structure: readonly StructureElement[]): number;
}

/** Structure types that we use (ISO 32000-1, 14.8.4); an Aside is a Sect before PDF 2.0. */
export type StructureType =
  | 'Document'
  | 'Part'
  | 'Art'
  | 'Sect'
  | 'Aside'
  | 'Div'
  | 'BlockQuote'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'Index'
  | 'NonStruct'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Quote'
  | 'Note'
  | 'Reference'
  | 'Code'
  | 'Link'
  | 'Figure'
  | 'Formula';

/** One structure element; the list is in reading order (parents before children), number = place in it. */
export interface StructureElement {
  readonly id: StructureId;
  readonly type: StructureType;
  readonly parent: StructureId | undefined;
  /** Place among its siblings, comparable with `Tag.order`. */
  readonly order: number;
  readonly node: NodeIndex;
  /** Where it stands in the source, as near as is known. */
  readonly span?: Span | undefined;
  /** Where its origin is the template or a style sheet, the fidelity rule leaves it out. */
  readonly origin: 'content' | 'template' | 'generated';
  readonly language?: string | undefined;
  readonly alt?: string | undefined;
  readonly actualText?: string | undefined;
  readonly title?: string | undefined;
  /** HTML id of the element, if it has one. */
  readonly elementId?: string | undefined;
  /** Tables. */
  readonly scope?: 'Row' | 'Column' | undefined;
  readonly colSpan?: number | undefined;
  readonly rowSpan?: number | undefined;
  /** It is a block, though its type stands in lines elsewhere: a note, code lines, a picture of its own. */
  readonly block?: boolean | undefined;
  /** Where a note stands. */
  readonly noteType?: 'Footnote' | 'Endnote' | undefined;
  readonly listNumbering?:
    | undefined
    | 'None'
    /** Terms and what they mean. */
    | 'Description'
    | 'Disc'
    | 'Circle'
    | 'Square'
    | 'Decimal'
    | 'UpperRoman'
    | 'LowerRoman'
    | 'UpperAlpha'
    | 'LowerAlpha';
  /** Bounding box of a figure: page index from 0 and x y width height, pt. */
  readonly bbox?:
    | {
        readonly page: number;
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
      }
    | undefined;
}

/** A bookmark. */
export interface Bookmark {
  readonly title: string;
  readonly level: number;
  /** Page index from 0 and y of the target, pt from the top. */
  readonly page: number;
  readonly y: number;
  readonly structure?: StructureId;
}

export interface Destination {
  readonly page: number;
  readonly y: number;
  readonly structure?: StructureId;
}

export interface PagedDocument {
  readonly pages: readonly Page[];
  readonly structure: readonly StructureElement[];
  readonly outline: readonly Bookmark[];
  /** By element id. */
  readonly destinations: ReadonlyMap<string, Destination>;
  /** Where each page begins in the content, in reading order. */
  readonly breaks: readonly PageBreak[];
  /** Content language of the whole, BCP 47. */
  readonly language: string;
}
