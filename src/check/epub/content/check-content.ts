/**
 * Every content document of a book held to XHTML and SVG as EPUB 3.3 (6 and 7) has them. In: a book that was
 * opened; out: each fault with its place. Books of EPUB 2 have a grammar of their own and are left alone.
 */
import type { Diagnostic } from '../../../diagnostic.js';
import { readXml, type XmlElement } from '../../../document/read-xml.js';
import type { Epub, ManifestItem } from '../open-epub.js';
import { checkContentDocument, type ContentMode } from './check-content-document.js';

const modes: ReadonlyMap<string, ContentMode> = new Map([
  ['application/xhtml+xml', 'xhtml'],
  ['image/svg+xml', 'svg'],
  ['application/x-dtbncx+xml', 'ncx'],
]);

/** Checks the documents of a book in the order of its manifest. One that is no XML was reported when it was opened. */
export function checkContent(book: Epub): readonly Diagnostic[] {
  if (!(book.package?.attributes.get('version') ?? '').startsWith('3')) return [];
  const parsed = new Map(
    [...book.spine, ...(book.navigation ? [book.navigation] : [])].map((one) => [one.path, one.root]),
  );
  const entries = new Map(book.entries.map((entry) => [entry.name, entry]));
  const done = new Set<string>();
  return book.manifest.flatMap((item) => {
    const mode = modeOf(item);
    if (!mode || done.has(item.path)) return [];
    done.add(item.path);
    const root = parsed.get(item.path) ?? parse(entries.get(item.path)?.read());
    return root ? checkContentDocument(root, mode, `${book.name}/${item.path}`) : [];
  });
}

function modeOf({ mediaType, properties }: ManifestItem): ContentMode | undefined {
  const mode = modes.get(mediaType.trim());
  return mode === 'xhtml' && properties.includes('nav') ? 'nav' : mode;
}

function parse(bytes: Uint8Array | undefined): XmlElement | undefined {
  const xml = bytes && readXml(new TextDecoder('utf-8').decode(bytes));
  return xml?.ok ? xml.root : undefined;
}
