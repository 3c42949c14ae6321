/**
 * What the readers make and the editions share: `Article` (one source file read), `Publication` (the
 * whole, assembled) and what they hold. Types only; plain, read-only, JSON-dumpable but for bytes.
 */
import type { Span } from '../diagnostic.js';
import type { ArchiveFields } from './archive-record.js';
import type { ConformanceClaim, Isbns, Person, Series } from './bibliography.js';
import type { EbookOptions } from './ebook-options.js';
import type { LentBytes } from './lent-bytes.js';
import type { Reason } from './reasons.js';
import type { Imposition } from './sheet.js';
import type { ElementNode, NodeKey, RootNode } from './tree.js';

/** A calendar date as the source gives it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type IsoDate = string;

/** What is known of an article or a publication. A field is absent when the source does not say. */
export interface Metadata {
  /** An author's break mark `|` in a title is kept out of here; it stands in the tree as `<wbr>`. */
  readonly title?: string;
  readonly subtitle?: string;
  readonly kicker?: string;
  readonly section?: string;
  /** The agency in front of the lead, without dash or brackets: `LSO`. */
  readonly dateline?: string;
  /** Names of those who answer for it first: authors, or of a whole without any its editors. */
  readonly authors: readonly string[];
  /** Everyone of whom more is known than that they wrote it; authors among them are in `authors` too. */
  readonly people?: readonly Person[];
  /** Where the text was taken from: `Theo VOV`. */
  readonly sources: readonly string[];
  /** The publication date of the article. */
  readonly date?: IsoDate;
  /** The day a site's page was saved (a site's clock in a pasted text). Not the article's date. */
  readonly accessDate?: IsoDate;
  /** BCP 47; `vi` unless the source says otherwise. */
  readonly language: string;
  readonly publisher?: string;
  readonly description?: string;
  readonly rights?: string;
  /** Name or address of the licence under which others may use it. */
  readonly licence?: string;
  readonly identifier?: string;
  readonly isbn?: Isbns;
  /** Of the periodical or the series: `1859-0128`. */
  readonly issn?: string;
  readonly series?: Series;
  /** Which edition it is, in words: `Tái bản lần thứ hai`. */
  readonly bookEdition?: string;
  /** When the work was published first. */
  readonly originalDate?: IsoDate;
  readonly subjects?: readonly string[];
  /** Who judged how accessible the ebook is, and what came of it. */
  readonly accessibility?: ConformanceClaim;
  /** What the source says for the archive. */
  readonly archive?: ArchiveFields;
  /** How the source wants the ebook. */
  readonly ebook?: EbookOptions;
  /** Everything else front matter gave, by key, for templates (issue number, imprint fields). */
  readonly extra: Readonly<Record<string, unknown>>;
}

export type BlockType =
  | 'date'
  | 'title'
  | 'kicker'
  | 'section'
  | 'lead'
  | 'p'
  | 'caption'
  | 'subhead'
  | 'byline'
  | 'source'
  | 'list'
  | 'listhead'
  | 'verse'
  | 'question'
  | 'answer'
  | 'letter'
  | 'letterdate'
  | 'signature'
  | 'box'
  | 'related'
  | 'imagefile'
  | 'junk'
  | 'mixed';

/** What a block of a Word file may be besides. */
export type WordBlockType = 'subtitle' | 'quote' | 'pull-quote' | 'code' | 'picture' | 'table';

/** What a recogniser decided for one block of a pasted text, or a style, a look or words for one of a Word file. */
export interface Guess {
  readonly type: BlockType | WordBlockType;
  readonly text: string;
  /** First line of the block, from 1; in a Word file its paragraph. */
  readonly line: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** The strongest first. */
  readonly reasons: readonly Reason[];
  /** Name of the style that says it. */
  readonly style?: string | undefined;
}

export type ImageFormat = 'jpeg' | 'png' | 'svg';

/**
 * What a photograph's file says of it (IPTC Photo Metadata), one clean line each. Only a credit that no author
 * typed is put into the text: of the rest an author decides what a reader is told.
 */
export interface PhotoDescription {
  readonly caption?: string;
  /** The line to be printed with it, else the photographer's name. */
  readonly credit?: string;
  /** Alternative text, which the photographer or the agency wrote. */
  readonly alt?: string;
  /** What the alternative text is too short for. */
  readonly extended?: string;
  readonly rights?: string;
  /** When it was taken, `YYYY-MM-DD`. */
  readonly date?: string;
}

/** A picture, read and upright (EXIF rotation applied), its bytes free of camera data and places. */
export interface ImageAsset {
  /** Name by which the tree's `img src` speaks of it; unique in the publication. */
  readonly id: string;
  /** The file it came from. */
  readonly path: string;
  readonly format: ImageFormat;
  readonly bytes: Uint8Array;
  /** Where `bytes` are read from the file each time that they are asked for: the way to them that keeps none. */
  readonly lent?: LentBytes;
  /** Pixels; of a drawing (SVG) the CSS pixels that it asks for. */
  readonly width: number;
  readonly height: number;
  readonly colour: 'gray' | 'rgb' | 'cmyk';
  readonly alpha: boolean;
  /** Embedded ICC profile. */
  readonly icc?: Uint8Array;
  /** What its file said before it was cleaned. */
  readonly photo?: PhotoDescription;
}

/** One source, read. */
export interface Article {
  /** The file as the user named it. */
  readonly path: string;
  /** The source's lines, for carets and fidelity: decoded, NFC, otherwise untouched. */
  readonly source: string;
  readonly metadata: Metadata;
  /** `root > article` with the blocks of the design's table. */
  readonly body: RootNode;
  readonly images: readonly ImageAsset[];
  readonly guesses: readonly Guess[];
}

/** What an editor wants of a template, and where that is typed. */
export interface Setting {
  readonly value: string | number | boolean;
  readonly span: Span;
}

/** Settings by their names: options of the whole, or settings of one article. */
export type Settings = Readonly<Record<string, Setting>>;

/** An article in its place among those of a book or an issue. */
export interface Chapter {
  readonly article: Article;
  /** How many chapters it stands inside of: 0 for one of the first order. */
  readonly depth: number;
  /** `2.1`: its number among those that are numbered. */
  readonly number?: string;
  /** Title of the part that it belongs to: neighbours in the same part share it. */
  readonly part?: string;
  /** How the template is to set it. */
  readonly settings?: Settings;
}

/** What a user named to be published, read whole: one article, or those of a book or an issue in order. */
export interface Manuscript {
  /** The file or folder as the user named it. */
  readonly path: string;
  readonly kind: 'article' | 'issue' | 'book';
  readonly chapters: readonly Chapter[];
  /** What is said of the whole; one article speaks for itself. */
  readonly metadata?: Metadata;
  /** Template by name or folder, of the editions for which the manuscript names one. */
  readonly templates?: Partial<Readonly<Record<Edition, string>>>;
  /** What the print edition is printed on: a name, or the path of a file. */
  readonly printer?: { readonly value: string; readonly span: Span };
  /** Sheets that are wanted of the print edition; creep in mm a sheet. */
  readonly imposing?: { readonly impose?: Imposition; readonly creep?: number };
  /** How the ebook is wanted. */
  readonly ebook?: EbookOptions;
  /** Values for the template's options that the manuscript names as such. */
  readonly options?: Settings;
}

/** One entry of the outline (contents, bookmarks, EPUB nav). */
export interface OutlineEntry {
  readonly title: string;
  /** The number of a chapter that has one: `2.1`. */
  readonly number?: string;
  /** 1 to 6. */
  readonly level: number;
  /** Id of the heading element in the tree. */
  readonly target: string;
  readonly children: readonly OutlineEntry[];
}

/** A section: one content document of the EPUB, one page run or more of the PDF. */
export interface Section {
  /** Stable ASCII id, unique in the publication; the id of `body`. */
  readonly id: string;
  readonly title: string;
  /** The `article` or `section` element, every node with its `key`. */
  readonly body: ElementNode;
  readonly language: string;
  readonly metadata: Metadata;
  /** The number of a chapter that has one: `2.1`. */
  readonly number?: string;
  /** How the template is to set it. */
  readonly settings?: Settings;
}

/** The whole publication before any template, of the kind of its manuscript. */
export interface Publication {
  /** Base name of the files: lower-case ASCII. */
  readonly slug: string;
  readonly kind?: Manuscript['kind'];
  readonly metadata: Metadata;
  readonly sections: readonly Section[];
  readonly outline: readonly OutlineEntry[];
  /** Ids of the note elements (`aside.footnote`), in order. */
  readonly notes: readonly string[];
  /** Element ids and the section that holds each. */
  readonly targets: ReadonlyMap<string, string>;
  readonly assets: ReadonlyMap<string, ImageAsset>;
  /** Source lines by file name, for diagnostics. */
  readonly sources: ReadonlyMap<string, string>;
  /** URN of the publication, from its content (UUID version 5), or the identifier given. */
  readonly identifier: string;
  /** The date all editions carry, `YYYY-MM-DDThh:mm:ssZ`; never the clock's. */
  readonly modified: string;
  /** Values for the template's options. */
  readonly options?: Settings;
}

export type Edition = 'ebook' | 'print' | 'archive';

/** A tree with a template's furniture, ready to be styled. Content nodes are the publication's own objects. */
export interface DressedPublication {
  readonly publication: Publication;
  readonly edition: Edition;
  /** `root > html > body > …` for pages (one tree); content keeps its keys, furniture is `origin: template`. */
  readonly tree: RootNode;
  /** Cascade order, user-agent sheet left out. */
  readonly stylesheets: readonly StylesheetSource[];
  /** Pictures of the template itself, by id. */
  readonly assets: ReadonlyMap<string, ImageAsset>;
}

/** A style sheet as text, with the file that it came from (for `url()` and messages). */
export interface StylesheetSource {
  readonly path: string;
  readonly css: string;
}

/** One content document of the ebook as `dress` hands it to `epub`. */
export interface EbookDocument {
  /** ASCII file name without extension. */
  readonly name: string;
  readonly title: string;
  readonly body: ElementNode;
  readonly language: string;
  readonly role: 'cover' | 'colophon' | 'contents' | 'chapter';
}

export interface DressedEbook {
  readonly publication: Publication;
  readonly documents: readonly EbookDocument[];
  readonly stylesheets: readonly StylesheetSource[];
  readonly assets: ReadonlyMap<string, ImageAsset>;
  /** The cover page to lay out and draw: a tree of its own with its styles. */
  readonly cover?: {
    readonly tree: RootNode;
    readonly stylesheets: readonly StylesheetSource[];
    readonly alt: string;
  };
}

/** A page boundary in the content: the page `label` begins at UTF-16 `offset` in the text node `node`. */
export interface PageBreak {
  readonly label: string;
  readonly node: NodeKey;
  readonly offset: number;
}

export type { Span };
