/**
 * Rules on media overlays: where a page of the printed edition is read aloud, the overlay says so, for a
 * reader may have switched page numbers off (EPUB 3.3, 9.3.4, skippability).
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { attributeOf, readXml } from '../../../document/read-xml.js';
import { all, place, resolvePath, type ContentDocument, type Epub } from '../open-epub.js';
import { epubNamespace } from '../spine-text.js';
import { markersOf } from './check-pages.js';
import { tokens, type DocumentView } from './document-view.js';

/** Holds the overlays of a book to the rule; `views` are its documents. */
export function checkOverlays(book: Epub, views: readonly DocumentView[]): readonly Diagnostic[] {
  const markers = new Set(views.flatMap(markersOf).map(({ target }) => target));
  return markers.size === 0
    ? []
    : overlaysOf(book).flatMap((overlay) => checkOverlay(book, overlay, markers));
}

function checkOverlay(
  book: Epub,
  overlay: ContentDocument,
  markers: ReadonlySet<string>,
): readonly Diagnostic[] {
  const unmarked = all(overlay.root, 'par').filter((par) => {
    const src = all(par, 'text')[0]?.attributes.get('src') ?? '';
    const marked = tokens(attributeOf(par, epubNamespace, 'type')).includes('pagebreak');
    return !marked && markers.has(`${resolvePath(overlay.path, src)}#${src.split('#')[1] ?? ''}`);
  });
  const [first] = unmarked;
  if (!first) return [];
  return [diagnostic('CHECK-EPUB-PAGE-SPOKEN', { count: unmarked.length }, place(book, overlay, first))];
}

/** The overlays that can be read; what is wrong with others is said elsewhere. */
function overlaysOf(book: Epub): readonly ContentDocument[] {
  const overlays = book.manifest.filter(({ mediaType }) => mediaType === 'application/smil+xml');
  return overlays.flatMap(({ path }) => {
    const bytes = book.entries.find(({ name }) => name === path)?.read();
    const xml = bytes && readXml(new TextDecoder('utf-8').decode(bytes));
    return xml?.ok === true ? [{ path, root: xml.root }] : [];
  });
}
