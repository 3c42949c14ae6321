/** Builds small EPUB files for tests of the checks: bodies of documents in, a book that passes out. */
import { makeZip, type ZipInput } from './make-zip.js';

const html = (body: string, attributes = 'lang="vi" xml:lang="vi"', title = 'Bài'): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" ${attributes}><head><title>${title}</title></head>\n<body>${body}</body></html>`;

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

/** The lists of a navigation document that passes. */
export const goodNavigation =
  '<nav epub:type="toc" role="doc-toc"><ol><li><a href="a.xhtml">Một</a></li></ol></nav><nav epub:type="landmarks"><ol><li><a href="a.xhtml" epub:type="bodymatter">Bài</a></li></ol></nav>';

/** What a package has to say of itself, and what it says of a book of words. */
export const goodMetadata =
  '<dc:identifier id="id">urn:uuid:0b7a2a5e-38a1-5a52-9a0c-2f6c1de0a111</dc:identifier><dc:title>Sách</dc:title><dc:language>vi</dc:language><meta property="dcterms:modified">2020-01-13T08:30:10Z</meta><meta property="schema:accessMode">textual</meta><meta property="schema:accessModeSufficient">textual</meta><meta property="schema:accessibilityFeature">tableOfContents</meta><meta property="schema:accessibilityHazard">none</meta><meta property="schema:accessibilitySummary">Chỉ có chữ.</meta>';

/** The entries of a book: documents by name (body, or a whole document), in spine order. */
export function bookEntries(
  documents: Readonly<Record<string, string>>,
  navigation = goodNavigation,
  metadata = goodMetadata,
): ZipInput[] {
  const names = Object.keys(documents);
  const items = names.map(
    (name, i) => `<item id="d${i}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const spine = names.map((_, i) => `<itemref idref="d${i}"/>`);
  const opf = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="vi"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join('')}</manifest><spine><itemref idref="nav"/>${spine.join('')}</spine></package>`;
  return [
    { name: 'mimetype', text: 'application/epub+zip' },
    { name: 'META-INF/container.xml', text: container, deflate: true },
    { name: 'EPUB/package.opf', text: opf, deflate: true },
    { name: 'EPUB/nav.xhtml', text: html(navigation, undefined, 'Mục lục'), deflate: true },
    ...names.map((name) => {
      const text = documents[name] ?? '';
      return { name: `EPUB/${name}`, text: text.startsWith('<?xml') ? text : html(text), deflate: true };
    }),
  ];
}

/** A whole book. */
export function bookZip(
  documents: Readonly<Record<string, string>>,
  navigation = goodNavigation,
  metadata = goodMetadata,
): Uint8Array {
  return makeZip(bookEntries(documents, navigation, metadata));
}

/** A document with other attributes on its root than the language, or with a title of its own. */
export const documentWith = (attributes: string | undefined, body: string, title?: string): string =>
  html(body, attributes, title);
