/**
 * What keeps a reader out who cannot see the book, or who follows the printed pages: alternative texts,
 * tables, headings, languages, links, roles, sound and film, pages, and what the package says and claims
 * of all this. EPUBCheck has none of it, DAISY Ace a part. In: a book that was opened; out: warnings, and
 * an error where the book claims to conform to what it breaks (EPUB Accessibility 1.1).
 */
import type { Diagnostic } from '../../../diagnostic.js';
import { all, type Epub } from '../open-epub.js';
import type { XmlElement } from '../../../document/read-xml.js';
import { bookContents } from './book-contents.js';
import { checkBook } from './check-book.js';
import { checkClaims } from './check-claims.js';
import { checkMedia } from './check-media.js';
import { checkMetadata } from './check-metadata.js';
import { checkOverlays } from './check-overlays.js';
import { checkPages } from './check-pages.js';
import { checkPictures } from './check-pictures.js';
import { checkRoles } from './check-roles.js';
import { checkTables } from './check-tables.js';
import { checkText } from './check-text.js';
import { epubTypes, said, viewDocument, type DocumentRule, type DocumentView } from './document-view.js';
import { packageFacts } from './package-facts.js';

const rules: readonly DocumentRule[] = [checkText, checkPictures, checkTables, checkMedia];

/** Holds every document of the spine, the navigation and the package to the rules. */
export function checkAccessibility(book: Epub): readonly Diagnostic[] {
  const views = book.spine.map((document) => viewDocument(book, document));
  const { navigation } = book;
  const inSpine = views.find(({ document }) => document === navigation);
  const navigator = inSpine ?? (navigation && viewDocument(book, navigation));
  const everything = navigator && !inSpine ? [...views, navigator] : views;
  const list = (type: string): XmlElement | undefined =>
    navigation && all(navigation.root, 'nav').find((each) => epubTypes(each).includes(type));

  const found = [
    ...everything.flatMap((view) => rules.flatMap((rule) => rule(view))),
    ...checkRoles(everything),
    ...(navigator ? checkLandmarks(navigator, list('landmarks')) : []),
  ];
  const facts = packageFacts(book);
  if (!facts) return found;
  found.push(
    ...checkBook(views, facts),
    ...checkPages(views, list('page-list'), facts),
    ...checkOverlays(book, views),
    ...checkMetadata(facts),
  );
  return [...found, ...checkClaims(facts, bookContents(facts, everything, list), found)];
}

/** Landmarks lead to the parts of a book that every book has, its beginning before all (EPUB 3.3, 7.6). */
function checkLandmarks(view: DocumentView, landmarks: XmlElement | undefined): readonly Diagnostic[] {
  return landmarks ? [] : [said(view, 'CHECK-EPUB-LANDMARKS', view.document.root)];
}
