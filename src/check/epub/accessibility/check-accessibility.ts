/**
 * What neither EPUBCheck nor DAISY Ace looks at: alternative texts, header cells, headings, languages, and
 * the navigation. In: a book that was opened; out: what keeps a reader out.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import type { XmlElement } from '../../../document/read-xml.js';
import { all, place, type ContentDocument, type Epub } from '../open-epub.js';
import { checkNavigation } from './check-navigation.js';

/** Holds every document of the spine, and the navigation, to the rules. */
export function checkAccessibility(book: Epub): readonly Diagnostic[] {
  return [...book.spine.flatMap((document) => checkDocument(book, document)), ...checkNavigation(book)];
}

function checkDocument(book: Epub, document: ContentDocument): readonly Diagnostic[] {
  const { root } = document;
  const language = root.attributes.get('lang') ?? root.attributes.get('xml:lang') ?? '';
  return [
    ...(language.trim() === '' ? [diagnostic('CHECK-EPUB-LANG', {}, place(book, document, root))] : []),
    ...all(root, 'img').flatMap((image) => checkAlt(book, document, image)),
    ...all(root, 'table').flatMap((table) => checkTable(book, document, table)),
    ...checkHeadings(book, document),
  ];
}

/** Alternative texts that programs put in where people wrote none; a file name is one too. */
const placeholder =
  /^(?:image|img|photo|picture|figure|untitled|ảnh|hình|hình ảnh|placeholder|alt|[^\p{L}\p{N}]*|.*\.(?:jpe?g|png|gif|svg|webp))(?: *[\d.-]+)?$/iu;

function checkAlt(book: Epub, document: ContentDocument, image: XmlElement): readonly Diagnostic[] {
  const src = image.attributes.get('src') ?? '';
  const alt = image.attributes.get('alt');
  const at = place(book, document, image);
  if (alt === undefined) return [diagnostic('CHECK-EPUB-ALT', { src }, at)];
  // An empty alt says that the picture is decoration, which has to be said once more (WAI-ARIA in HTML).
  const decoration = ['presentation', 'none'].includes(image.attributes.get('role') ?? '');
  if ((alt === '' && decoration) || !placeholder.test(alt.trim())) return [];
  return [diagnostic('CHECK-EPUB-ALT-PLACEHOLDER', { alt, src }, at)];
}

function checkTable(book: Epub, document: ContentDocument, table: XmlElement): readonly Diagnostic[] {
  const layout = ['presentation', 'none'].includes(table.attributes.get('role') ?? '');
  if (layout || all(table, 'th').length > 0) return [];
  return [diagnostic('CHECK-EPUB-TABLE', {}, place(book, document, table))];
}

/** Headings go down one level at a time; a document may begin at any level, as a section of the book. */
function checkHeadings(book: Epub, document: ContentDocument): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let from = 0;
  for (const heading of headingsOf(document.root)) {
    const to = Number(heading.name.slice(1));
    if (from > 0 && to > from + 1) {
      found.push(diagnostic('CHECK-EPUB-HEADING', { from, to }, place(book, document, heading)));
    }
    from = to;
  }
  return found;
}

function headingsOf(element: XmlElement): readonly XmlElement[] {
  if (/^h[1-6]$/.test(element.name)) return [element];
  return element.children.flatMap((child) => (child.type === 'element' ? headingsOf(child) : []));
}
