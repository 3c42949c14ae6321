/**
 * What passes from the layout thread, where pages are painted, to whoever writes the file: plain data
 * that can be cloned into another thread. Types only. The writer gets a job, then pictures, content and
 * pages in the order in which they are painted, then what is known at the end; it gives back a finished file.
 */
import type { Diagnostic } from '../diagnostic.js';
import type { Bookmark, Destination, LinkItem, StructureElement, StructureId } from '../document/page.js';
import type { ImageAsset } from '../document/publication.js';
import type { PdfEdition } from './colour.js';
import type { FontSliceData } from './font-data.js';
import type { SpotInk } from '../document/style.js';
import type { StateParameters } from './graphics-states.js';
import type { Box, Matrix } from './matrix.js';
import type { DocumentDescription } from './metadata.js';
import type { Profiles } from './output-intent.js';
import type { PageMedia } from './printer-marks.js';

/** What the writer must know before the first page. */
export interface WriterJob {
  readonly edition: PdfEdition;
  readonly profiles: Profiles;
}

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

export type WriterEvent =
  | { readonly type: 'image'; readonly name: string; readonly asset: ImageAsset }
  | { readonly type: 'pattern'; readonly name: string; readonly pattern: PaintedPattern }
  /** Content that a page to come will name by its number. */
  | { readonly type: 'content'; readonly number: number; readonly content: PaintedContent }
  | { readonly type: 'page'; readonly page: PaintedPage };

/** The structure elements that the marked content of a stream belongs to, by MCID. */
export interface StreamMarks {
  readonly elements: Int32Array;
  /** Place among the element's kids. */
  readonly orders: Float64Array;
}

/** A content stream and what belongs to whom in it. */
export interface PaintedStream {
  readonly content: Uint8Array;
  /** undefined where the file is not tagged. */
  readonly marks: StreamMarks | undefined;
}

/** A group that is painted as a whole: a transparency group XObject (ISO 32000-1, 11.6.6). */
export interface PaintedForm extends PaintedStream {
  /** Resource name. */
  readonly name: string;
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
export interface PaintedContent extends PaintedStream {
  /** Something is painted that shines through; pictures tell for themselves. */
  readonly transparent: boolean;
  /** Resource names of the pictures. */
  readonly images: readonly string[];
  readonly links: readonly PaintedLink[];
  readonly forms: readonly PaintedForm[];
}

export interface PaintedPage extends PaintedContent {
  readonly media: PageMedia;
  /** As printed. */
  readonly label: string;
  /** The number of content that was painted before, and the stream that lies below it. */
  readonly taken: { readonly content: number; readonly below: Uint8Array } | undefined;
}

/** What few elements have. */
export type StructureDetails = Pick<
  StructureElement,
  'language' | 'alt' | 'actualText' | 'title' | 'scope' | 'colSpan' | 'rowSpan' | 'listNumbering' | 'bbox'
>;

/** The structure elements as flat arrays by number: ten thousand objects would take their time to clone. */
export interface PackedStructure {
  readonly typeNames: readonly StructureElement['type'][];
  /** Place in `typeNames`. */
  readonly types: Uint8Array;
  /** −1: none. */
  readonly parents: Int32Array;
  readonly orders: Float64Array;
  readonly details: ReadonlyMap<StructureId, StructureDetails>;
}

/** What is known when all pages are painted. */
export interface DocumentEnd {
  readonly about: DocumentDescription;
  readonly structure: PackedStructure;
  readonly outline: readonly Bookmark[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly fonts: readonly FontSliceData[];
  readonly states: readonly (readonly [name: string, state: StateParameters])[];
  /** Spot colours, in print. */
  readonly inks: readonly SpotInk[];
}

/** The file, or what was wrong with its pictures. */
export interface WrittenFile {
  readonly bytes: Uint8Array | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
