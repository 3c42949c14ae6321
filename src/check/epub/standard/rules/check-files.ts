/**
 * What neither EPUBCheck nor the standard calls an error and a publisher wants to know: numbers of books with
 * a wrong check digit, pictures cut short, entries that lead out of the book, kinds of fonts that there are
 * not. A book in; out, a warning for each.
 */
import { diagnostic, type Diagnostic, type DiagnosticCode } from '../../../../diagnostic.js';
import { readIsbn } from '../../../../document/book-numbers.js';
import { xmlText, type XmlElement } from '../../../../document/read-xml.js';
import { readJpegFrame } from '../../../pdf/read-jpeg-frame.js';
import { all, isAddress, place, type Epub } from '../../open-epub.js';

/** Holds the files of a book and what its package says of them to these rules. */
export function checkFiles(book: Epub): readonly Diagnostic[] {
  return [...checkNumbers(book), ...checkFontTypes(book), ...checkNames(book), ...checkPictures(book)];
}

/** ISBNs that are said to be such: `urn:isbn:`, ISBN in front, or by their scheme (EPUB 2). */
function checkNumbers(book: Epub): readonly Diagnostic[] {
  const metadata = book.package ? all(book.package, 'metadata') : [];
  const elements = metadata.flatMap((one) => [...all(one, 'identifier'), ...all(one, 'source')]);
  return elements.flatMap((element) => {
    const isbn = xmlText(element).trim();
    if (!/^(?:urn:isbn:|isbn[\s:]*\d)/i.test(isbn) && !hasScheme(element)) return [];
    const read = readIsbn(isbn);
    if (read.type === 'digit') return [said(book, element, 'CHECK-EPUB-ISBN', { isbn, digit: read.digit })];
    return read.type === 'none' ? [said(book, element, 'CHECK-EPUB-ISBN-DIGITS', { isbn })] : [];
  });
}

function hasScheme({ attributes }: XmlElement): boolean {
  return /^isbn$/i.test(attributes.get('opf:scheme') ?? '');
}

/** The kinds of fonts that are registered (RFC 8081). */
const fontTypes = new Set(['collection', 'otf', 'sfnt', 'ttf', 'woff', 'woff2'].map((one) => `font/${one}`));

function checkFontTypes(book: Epub): readonly Diagnostic[] {
  const items = book.package ? all(book.package, 'manifest').flatMap((one) => all(one, 'item')) : [];
  return items.flatMap((item) => {
    const type = (item.attributes.get('media-type') ?? '').trim().toLowerCase();
    if (!type.startsWith('font/') || fontTypes.has(type)) return [];
    const path = item.attributes.get('href') ?? '';
    return [said(book, item, 'CHECK-EPUB-FONT-TYPE', { path, type })];
  });
}

function said(
  book: Epub,
  element: XmlElement,
  code: DiagnosticCode,
  values: Diagnostic['values'],
): Diagnostic {
  return diagnostic(code, values, place(book, { path: book.packagePath, root: element }, element));
}

/** A program that unpacks such an entry writes where it should not. */
function checkNames(book: Epub): readonly Diagnostic[] {
  return book.entries
    .filter(({ name }) => /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name))
    .map(({ name }) => diagnostic('CHECK-EPUB-ENTRY-OUTSIDE', { name }, { span: { file: book.name } }));
}

function checkPictures(book: Epub): readonly Diagnostic[] {
  const entries = new Map(book.entries.map((entry) => [entry.name.normalize(), entry]));
  const pictures = book.manifest.filter(({ path, mediaType }) => {
    return /^image\/(?:jpe?g|png)$/.test(mediaType) && !isAddress(path);
  });
  return pictures.flatMap(({ path }) => {
    const bytes = entries.get(path.normalize())?.read();
    if (!bytes || !isCut(bytes)) return [];
    return [diagnostic('CHECK-EPUB-PICTURE-CUT', { path }, { span: { file: `${book.name}/${path}` } })];
  });
}

/** A JPEG without its end (T.81, B.1.1.2), a PNG without IEND; what is neither is no matter of this rule. */
function isCut(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = data.toString('latin1', 0, 8);
  if (head.startsWith('\xff\xd8')) return readJpegFrame(bytes)?.cut ?? true;
  return head === '\x89PNG\r\n\x1a\n' && data.lastIndexOf('IEND', undefined, 'latin1') < 0;
}
