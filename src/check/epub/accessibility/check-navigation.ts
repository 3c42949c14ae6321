/**
 * Rules on the navigation document: landmarks, and a page list that leads through the printed pages in
 * reading order to markers that exist (EPUB Accessibility 1.1, 4.1).
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { attributeOf, elementsOf, xmlText, type XmlElement } from '../../../document/read-xml.js';
import { all, place, resolvePath, type ContentDocument, type Epub } from '../open-epub.js';
import { epubNamespace } from '../spine-text.js';

/** Rules for the whole book, asked of its navigation. */
export function checkNavigation(book: Epub): readonly Diagnostic[] {
  const { navigation } = book;
  if (!navigation) return [];
  const lists = all(navigation.root, 'nav');
  const ofType = (type: string): XmlElement | undefined =>
    lists.find((list) => (attributeOf(list, epubNamespace, 'type') ?? '').split(/\s+/).includes(type));
  const pages = ofType('page-list');
  return [
    ...(ofType('landmarks')
      ? []
      : [diagnostic('CHECK-EPUB-LANDMARKS', {}, place(book, navigation, navigation.root))]),
    ...(pages ? checkPageList(book, navigation, pages) : []),
  ];
}

/** Each entry leads to an element, and each further on in the book than the one before. */
function checkPageList(book: Epub, navigation: ContentDocument, list: XmlElement): readonly Diagnostic[] {
  const places = placesOf(book);
  let last = -1;
  return all(list, 'a').flatMap((link) => {
    const href = link.attributes.get('href') ?? '';
    const path = resolvePath(navigation.path, href);
    const at = places.get(`${path}#${href.split('#')[1] ?? ''}`) ?? -1;
    const right = at > last;
    last = Math.max(last, at);
    const label = xmlText(link).trim();
    return right ? [] : [diagnostic('CHECK-EPUB-PAGE-LIST', { label }, place(book, navigation, link))];
  });
}

/** The place of each element with an id, and of each document, in reading order. */
function placesOf(book: Epub): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { path, root } of book.spine) {
    places.set(`${path}#`, places.size);
    for (const element of elementsOf(root)) {
      const id = element.attributes.get('id');
      if (id !== undefined) places.set(`${path}#${id}`, places.size);
    }
  }
  return places;
}
