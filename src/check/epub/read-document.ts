/**
 * An XML file of a book: bytes in; the tree, or the place of the first error, out. UTF-16 is read too: EPUB
 * 3.3, 3.9 allows it, though no writer should use it.
 */
import { readXml, type XmlResult } from '../../document/read-xml.js';

/** Reads one file. */
export function readDocument(bytes: Uint8Array): XmlResult {
  return readXml(decodeDocument(bytes));
}

/** The text of a file by its first bytes (XML 1.0, appendix F): UTF-16 by its byte order, else UTF-8. */
export function decodeDocument(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const little = (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0);
  const big = (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c);
  return new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8').decode(bytes);
}
