/**
 * What the rules of stores look at: documents, style sheets, pictures with their sizes, the cover, the
 * contents. Read once for all rules. Types, and the reading of them.
 */
import { elementsOf, xmlText, type XmlElement } from '../../../document/read-xml.js';
import { viewDocument, type DocumentView } from '../accessibility/document-view.js';
import type { PackageFacts } from '../accessibility/package-facts.js';
import type { Epub, ManifestItem } from '../open-epub.js';
import { withoutComments } from './read-css.js';
import { readPicture, type PictureFacts } from './read-picture.js';

export interface StorePicture extends PictureFacts {
  readonly item: ManifestItem;
  /** As packed in the book, unpacked. */
  readonly bytes: number;
}

export interface StyleSheet {
  /** Path in the archive: of the sheet, or of the document that holds it. */
  readonly path: string;
  readonly css: string;
}

export interface StoreView {
  readonly book: Epub;
  readonly facts: PackageFacts;
  /** Of the whole file. */
  readonly fileBytes: number;
  readonly documents: readonly DocumentView[];
  readonly sheets: readonly StyleSheet[];
  /** Raster pictures of the manifest that could be read. */
  readonly pictures: readonly StorePicture[];
  /** The item with the property `cover-image`. */
  readonly cover: ManifestItem | undefined;
}

/** Reads a book for the rules. */
export function storeView(facts: PackageFacts, fileBytes: number): StoreView {
  const { book } = facts;
  const read = new Map(book.entries.map((entry) => [entry.name, entry]));
  const bytesOf = (path: string): Uint8Array | undefined => read.get(path)?.read();
  const documents = book.spine.map((document) => viewDocument(book, document));
  const linked = book.manifest
    .filter(({ mediaType }) => mediaType === 'text/css')
    .map(({ path }) => ({ path, css: new TextDecoder('utf-8').decode(bytesOf(path)) }));
  const written = documents.flatMap(({ document }) =>
    stylesIn(document.root).map((style) => ({ path: document.path, css: xmlText(style) })),
  );
  const pictures = book.manifest
    .filter(({ mediaType }) => /^image\/(?!svg)/.test(mediaType))
    .flatMap((item): readonly StorePicture[] => {
      const bytes = bytesOf(item.path);
      return bytes ? [{ item, bytes: bytes.length, ...readPicture(bytes) }] : [];
    });
  return {
    book,
    facts,
    fileBytes,
    documents,
    sheets: [...linked, ...written].map(({ path, css }) => ({ path, css: withoutComments(css) })),
    pictures,
    cover: book.manifest.find(({ properties }) => properties.includes('cover-image')),
  };
}

function stylesIn(root: XmlElement): readonly XmlElement[] {
  return [...elementsOf(root)].filter(({ name }) => name === 'style');
}
