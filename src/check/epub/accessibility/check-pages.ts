/**
 * Rules on the pages of a printed edition (EPUB Accessibility 1.1, 3.4.1; DPUB-ARIA 1.1, doc-pagebreak):
 * a page list that leads forwards to markers, markers that have labels and are in the list, and a word on
 * which edition they are of.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { elementsOf, xmlText, type XmlElement } from '../../../document/read-xml.js';
import { all, place, resolvePath, type ContentDocument, type Epub } from '../open-epub.js';
import { isPageBreak } from '../spine-text.js';
import { collapsed, labelOf, said, type DocumentView } from './document-view.js';
import { packageSaid, type PackageFacts } from './package-facts.js';

/** A marker in a document of the spine. */
export interface Marker {
  readonly view: DocumentView;
  readonly element: XmlElement;
  /** `path#id`, as links to it resolve. */
  readonly target: string;
  /** As it is read out; '' for none. */
  readonly label: string;
}

/** An entry of the page list. */
interface Entry {
  readonly link: XmlElement;
  readonly label: string;
  readonly target: string;
}

/** Whether pages are marked at all. */
export function hasPageBreaks(views: readonly DocumentView[]): boolean {
  return views.some((view) => view.elements.some(isPageBreak));
}

/** Holds the markers and the list (undefined for none) of a book to the rules. */
export function checkPages(
  views: readonly DocumentView[],
  list: XmlElement | undefined,
  facts: PackageFacts,
): readonly Diagnostic[] {
  const { book, fixedLayout } = facts;
  const { navigation } = book;
  const markers = views.flatMap(markersOf);
  const entries = list && navigation ? entriesOf(navigation, list) : [];
  if (markers.length === 0 && entries.length === 0) return [];
  // Pages of a fixed layout are documents, and need no marks.
  const loose = fixedLayout ? [] : markers;
  return [
    ...checkLabels(markers),
    ...(list || !navigation ? [] : missingList(loose)),
    ...(navigation ? checkOrder(facts, navigation, entries) : []),
    ...(navigation ? checkRepeats(book, navigation, entries) : []),
    ...(list && navigation ? checkMatch(facts, navigation, entries, loose) : []),
    ...(list && !fixedLayout ? checkSource(facts) : []),
  ];
}

/** The markers of a document, hidden ones left out. */
export function markersOf(view: DocumentView): readonly Marker[] {
  return view.elements.filter(isPageBreak).map((element) => ({
    view,
    element,
    target: `${view.document.path}#${element.attributes.get('id') ?? ''}`,
    label: labelOf(view, element) || collapsed(xmlText(element)),
  }));
}

function entriesOf(navigation: ContentDocument, list: XmlElement): readonly Entry[] {
  return all(list, 'a').map((link) => {
    const href = link.attributes.get('href') ?? '';
    const target = `${resolvePath(navigation.path, href)}#${href.split('#')[1] ?? ''}`;
    return { link, label: collapsed(xmlText(link)), target };
  });
}

/** The first of those that have a fault, with their number. */
function atFirst(markers: readonly Marker[], code: Parameters<typeof said>[1]): readonly Diagnostic[] {
  const [first] = markers;
  return first ? [said(first.view, code, first.element, { count: markers.length })] : [];
}

function missingList(markers: readonly Marker[]): readonly Diagnostic[] {
  return atFirst(markers, 'CHECK-EPUB-PAGE-LIST-NONE');
}

function checkLabels(markers: readonly Marker[]): readonly Diagnostic[] {
  return atFirst(
    markers.filter(({ label }) => label === ''),
    'CHECK-EPUB-PAGE-LABEL',
  );
}

/** Whether a target lies in a document that could not be read. */
function isUnread({ unread }: Epub, target: string): boolean {
  return unread.includes(target.replace(/#.*$/, ''));
}

/** Each entry leads to an element, and none back from the one before; what a CFI leads to is not known. */
function checkOrder(
  facts: PackageFacts,
  navigation: ContentDocument,
  entries: readonly Entry[],
): Diagnostic[] {
  const places = placesOf(facts);
  let last = -1;
  return entries.flatMap(({ link, label, target }) => {
    if (target.includes('#epubcfi(') || isUnread(facts.book, target)) return [];
    const at = places.get(target) ?? -1;
    const right = at >= 0 && at >= last;
    last = Math.max(last, at);
    return right ? [] : [diagnostic('CHECK-EPUB-PAGE-LIST', { label }, place(facts.book, navigation, link))];
  });
}

/** The place of each element with an id, and of each document, in reading order. */
function placesOf({ book, spine }: PackageFacts): ReadonlyMap<string, number> {
  const documents = new Map(book.spine.map(({ path, root }) => [path, root]));
  const places = new Map<string, number>();
  for (const path of spine) {
    places.set(`${path}#`, places.size);
    const root = documents.get(path);
    for (const element of root ? elementsOf(root) : []) {
      const id = element.attributes.get('id');
      if (id !== undefined) places.set(`${path}#${id}`, places.size);
    }
  }
  return places;
}

/** Two articles that begin on a page both have its label; once another page was there it must not come again. */
function checkRepeats(book: Epub, navigation: ContentDocument, entries: readonly Entry[]): Diagnostic[] {
  const seen = new Set<string>();
  return entries.flatMap(({ link, label }, at) => {
    const again = label !== entries[at - 1]?.label && seen.has(label);
    seen.add(label);
    return again ? [diagnostic('CHECK-EPUB-PAGE-REPEATED', { label }, place(book, navigation, link))] : [];
  });
}

/** The entries and the markers are the same pages. */
function checkMatch(
  facts: PackageFacts,
  navigation: ContentDocument,
  entries: readonly Entry[],
  markers: readonly Marker[],
): readonly Diagnostic[] {
  const { book } = facts;
  const byTarget = new Map(markers.map((marker) => [marker.target, marker]));
  const places = placesOf(facts);
  const bare = markers.length === 0 ? [] : entries.filter(({ target }) => isBare(target, byTarget, places));
  const [first] = bare;
  const listed = new Set(entries.map(({ target }) => target));
  const other = entries.flatMap(({ link, label, target }) => {
    const marker = byTarget.get(target);
    if (!marker || marker.label === '' || sameLabel(label, marker.label)) return [];
    const values = { label, marker: marker.label };
    return [diagnostic('CHECK-EPUB-PAGE-OTHER', values, place(book, navigation, link))];
  });
  return [
    ...(first
      ? [
          diagnostic(
            'CHECK-EPUB-PAGE-TARGET',
            { label: first.label, count: bare.length },
            place(book, navigation, first.link),
          ),
        ]
      : []),
    ...atFirst(
      markers.filter(({ target }) => !listed.has(target)),
      'CHECK-EPUB-PAGE-UNLISTED',
    ),
    ...other,
  ];
}

/** Whether an entry leads to an element of the book that is no marker. */
function isBare(
  target: string,
  markers: ReadonlyMap<string, Marker>,
  places: ReadonlyMap<string, number>,
): boolean {
  return !target.endsWith('#') && places.has(target) && !markers.has(target);
}

/** `12` and `page 12` are the same. */
function sameLabel(entry: string, marker: string): boolean {
  const last = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[.\s]+$/, '')
      .split(/\s+/)
      .at(-1) ?? '';
  return last(entry) === last(marker);
}

function checkSource(facts: PackageFacts): readonly Diagnostic[] {
  const { properties, sourced } = facts;
  const named = properties.has('pageBreakSource') || properties.has('a11y:pageBreakSource');
  return named || sourced ? [] : [packageSaid(facts, 'CHECK-EPUB-PAGE-SOURCE')];
}
