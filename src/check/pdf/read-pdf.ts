/**
 * Everything the rules look at, read once: an opened file in; out its pages with their text, its
 * structure tree and its XMP claims.
 */
import { attributeOf, elementsOf, xmlText, type XmlElement } from '../../document/read-xml.js';
import type { PdfFile } from './open-pdf.js';
import { pagesOf } from './pages.js';
import { readContent, type FontCache, type PageContent } from './read-content.js';
import { readPacket } from './read-packet.js';
import { readStructure, type Structure } from './structure.js';

/** What the XMP metadata says the file conforms to; a field is absent without a claim. */
export interface Claims {
  /** `2A`, `4`, `4F`. */
  readonly pdfA?: string;
  /** `1`, `2`. */
  readonly pdfUA?: string;
  /** `PDF/X-4`. */
  readonly pdfX?: string;
}

export interface PdfContents {
  readonly file: PdfFile;
  readonly pages: readonly PageContent[];
  readonly structure: Structure | undefined;
  /** Undefined when there is metadata that cannot be read. */
  readonly claims: Claims | undefined;
}

/** Reads all pages, the structure tree and the metadata. */
export function readPdf(file: PdfFile): PdfContents {
  const pages = pagesOf(file);
  const fonts: FontCache = new Map();
  return {
    file,
    pages: pages.map((page) => readContent(file, page, fonts)),
    structure: readStructure(file, pages),
    claims: readClaims(file),
  };
}

const namespaces = {
  pdfA: 'http://www.aiim.org/pdfa/ns/id/',
  pdfUA: 'http://www.aiim.org/pdfua/ns/id/',
  pdfX: 'http://www.npes.org/pdfx/ns/id/',
};

/** What the metadata claims; undefined when it cannot be read. */
export function readClaims(file: PdfFile): Claims | undefined {
  const stream = file.stream(file.catalog.raw('Metadata'));
  if (!stream) return {};
  const bytes = file.decode(stream);
  const root = bytes && readPacket(bytes).root;
  if (!root) return undefined;
  const part = property(root, namespaces.pdfA, 'part');
  const level = property(root, namespaces.pdfA, 'conformance') ?? '';
  const pdfUA = property(root, namespaces.pdfUA, 'part');
  const pdfX = property(root, namespaces.pdfX, 'GTS_PDFXVersion');
  return {
    ...(part === undefined ? {} : { pdfA: part + level }),
    ...(pdfUA === undefined ? {} : { pdfUA }),
    ...(pdfX === undefined ? {} : { pdfX }),
  };
}

/** An XMP property, written as an element or as an attribute of its description. */
function property(root: XmlElement, namespace: string, local: string): string | undefined {
  for (const element of elementsOf(root)) {
    if (element.namespace === namespace && element.name === local) return xmlText(element).trim();
    const value = attributeOf(element, namespace, local);
    if (value !== undefined) return value.trim();
  }
  return undefined;
}
