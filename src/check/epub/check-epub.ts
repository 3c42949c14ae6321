/**
 * The checks of one EPUB that EPUBCheck leaves to people: bytes in; out, what the book is and what is
 * wrong with it for a reader who cannot see, or who follows the printed pages.
 */
import { diagnostic, type Diagnostic, type Staged } from '../../diagnostic.js';
import type { CheckOptions } from '../options.js';
import { proveWords, type Fidelity } from '../prove-words.js';
import { wordsOf } from '../words.js';
import { all, openEpub, place, type ContentDocument, type Epub } from './open-epub.js';
import { checkNavigation } from './check-navigation.js';
import { readZip } from './read-zip.js';
import { spineText } from './spine-text.js';
import type { XmlElement } from '../../document/read-xml.js';

/** What an EPUB is. */
export interface EpubReport {
  readonly type: 'epub';
  readonly title: string;
  /** Content documents in the spine. */
  readonly documents: number;
  /** Words of the source: furniture left out. */
  readonly words: number;
  /** How it keeps to its source, where one was given. */
  readonly fidelity?: Fidelity;
}

/** Whether a zip archive is meant as an EPUB; one whose directory is damaged may be. */
export function isEpub(bytes: Uint8Array): boolean {
  const entries = readZip(bytes);
  return !entries || entries.some(({ name }) => name === 'mimetype' || name === 'META-INF/container.xml');
}

/** Checks a book by all rules; `name` is the file as the user named it. */
export function checkEpub(bytes: Uint8Array, name: string, options: CheckOptions = {}): Staged<EpubReport> {
  const opened = openEpub(bytes, name);
  const book = opened.value;
  if (!book)
    return { value: { type: 'epub', title: '', documents: 0, words: 0 }, diagnostics: opened.diagnostics };
  const words = wordsOf(spineText(book));
  const proof = options.source && proveWords(options.source, { words, ordered: true, styled: false }, name);
  const diagnostics = [
    ...opened.diagnostics,
    ...checkMimetype(book),
    ...checkManifest(book),
    ...book.spine.flatMap((document) => checkDocument(book, document)),
    ...checkNavigation(book),
    ...(proof?.diagnostics ?? []),
  ];
  const value: EpubReport = {
    type: 'epub',
    title: book.title,
    documents: book.spine.length,
    words: words.length,
    ...(proof && { fidelity: proof.value }),
  };
  return { value, diagnostics };
}

/** EPUB 3.3, OCF 4.2.2: the first bytes tell what the file is. */
function checkMimetype(book: Epub): readonly Diagnostic[] {
  const entry = book.entries.find(({ offset }) => offset === 0);
  const bytes = entry?.name === 'mimetype' && entry.stored && !entry.extra ? entry.read() : undefined;
  const right = bytes && new TextDecoder('utf-8').decode(bytes) === 'application/epub+zip';
  return right ? [] : [diagnostic('CHECK-EPUB-MIMETYPE', {}, { span: { file: book.name } })];
}

function checkManifest(book: Epub): readonly Diagnostic[] {
  const names = new Set(book.entries.map((entry) => entry.name));
  return book.manifest
    .filter((item) => !/^[a-z]+:\/\//.test(item.path) && !names.has(item.path))
    .map(({ path }) => diagnostic('CHECK-EPUB-MISSING', { path }, { span: { file: book.name } }));
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
