/** Builds small EPUB files for tests of the checks: bodies of documents in, a book that passes out. */
import { makeZip, type ZipInput } from './make-zip.js';

const html = (body: string, attributes = 'lang="vi" xml:lang="vi"'): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" ${attributes}><head><title>T</title></head>\n<body>${body}</body></html>`;

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

/** The lists of a navigation document that passes. */
export const goodNavigation =
  '<nav epub:type="toc"><ol><li><a href="a.xhtml">Một</a></li></ol></nav><nav epub:type="landmarks"><ol><li><a href="a.xhtml" epub:type="bodymatter">Bài</a></li></ol></nav>';

/** The entries of a book: documents by name (body, or a whole document), in spine order. */
export function bookEntries(
  documents: Readonly<Record<string, string>>,
  navigation = goodNavigation,
): ZipInput[] {
  const names = Object.keys(documents);
  const items = names.map(
    (name, i) => `<item id="d${i}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const spine = names.map((_, i) => `<itemref idref="d${i}"/>`);
  const opf = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Sách</dc:title></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join('')}</manifest><spine><itemref idref="nav"/>${spine.join('')}</spine></package>`;
  return [
    { name: 'mimetype', text: 'application/epub+zip' },
    { name: 'META-INF/container.xml', text: container, deflate: true },
    { name: 'EPUB/package.opf', text: opf, deflate: true },
    { name: 'EPUB/nav.xhtml', text: html(navigation), deflate: true },
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
): Uint8Array {
  return makeZip(bookEntries(documents, navigation));
}

/** A document with other attributes on its root than the language. */
export const documentWith = (attributes: string, body: string): string => html(body, attributes);
