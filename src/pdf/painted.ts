/**
 * Pages as they are painted: content streams and what belongs to whom in them, waiting to be put into the
 * file. Types only. Painted before the writer knows what it will number (`file-writer.ts`).
 */
import type { LinkItem, StructureId } from '../document/page.js';
import type { MixedColours } from './mixed-inks.js';
import type { Box, Matrix } from '../document/matrix.js';
import type { PlacedSize } from './picture-resolution.js';
import type { PageMedia } from './printer-marks.js';

/** A picture again and again (ISO 32000-1, 8.7.3): a tiling pattern. Lengths in pt. */
export interface PaintedPattern {
  /** Resource name of the picture. */
  readonly image: string;
  readonly width: number;
  readonly height: number;
  /** From the edge of a tile to that of the next. */
  readonly step: readonly [number, number];
  /** From a tile's lower left corner to the coordinates that the stream which uses it begins with. */
  readonly matrix: Matrix;
}

/** The structure elements that the marked content of a stream belongs to, by MCID. */
export interface StreamMarks {
  readonly elements: readonly StructureId[];
  /** Place among the element's kids. */
  readonly orders: readonly number[];
}

/** A content stream and what belongs to whom in it. */
export interface PaintedStream<Data = Uint8Array> {
  readonly content: Data;
  /** undefined where the file is not tagged. */
  readonly marks: StreamMarks | undefined;
}

/**
 * What is painted as a whole: a group that shines through, a transparency group XObject (ISO 32000-1, 11.6.6),
 * or a page on a sheet, which is no group.
 */
export interface PaintedForm<Data = Uint8Array> extends PaintedStream<Data> {
  /** Resource name. */
  readonly name: string;
  readonly kind: 'group' | 'page';
  /** In the coordinates of the page. */
  readonly box: Box;
}

/** A link area in PDF coordinates: left, bottom, right, top. Only links of structure elements. */
export interface PaintedLink {
  readonly box: Box;
  readonly element: StructureId;
  readonly order: number;
  readonly target: LinkItem['target'];
  readonly description: string;
}

/** What was painted on a page in one go. */
export interface PaintedContent<Data = Uint8Array> extends PaintedStream<Data> {
  /** Something is painted that shines through; pictures tell for themselves. */
  readonly transparent: boolean;
  /** The element that it belongs to, or that stands on it (`faint-content.ts`). */
  readonly faint?: StructureId | undefined;
  /** The largest place of each picture, by resource name. */
  readonly images: ReadonlyMap<string, PlacedSize>;
  readonly links: readonly PaintedLink[];
  readonly forms: readonly PaintedForm<Data>[];
  /** Colours of several inks; in print. */
  readonly mixed?: MixedColours;
}

/** Streams round those of a page with printer's marks: the same for pages that are alike. */
export interface PageBorder {
  /** The marks, then a clip at the bleed, in a graphics state saved. */
  readonly before: Uint8Array;
  /** Restores the state. */
  readonly after: Uint8Array;
}

export interface PaintedPage extends PaintedContent {
  readonly media: PageMedia;
  /** As printed. */
  readonly label: string;
  /** The stream that lies below content painted before; undefined where there is none such. */
  readonly below: Uint8Array | undefined;
  /** undefined where there are no marks. */
  readonly border: PageBorder | undefined;
  /** Words among the marks, in a graphics state of their own. */
  readonly slug: Uint8Array | undefined;
}
