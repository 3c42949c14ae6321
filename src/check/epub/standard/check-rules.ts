/**
 * The rules of EPUB 3.3 that epubcheck-ts does not hold, or not everywhere: a book or one of its documents
 * in; out, each fault with its place.
 */
import type { Diagnostic } from '../../../diagnostic.js';
import type { XmlElement } from '../../../document/read-xml.js';
import type { DocumentKind } from '../check-document.js';
import type { Epub } from '../open-epub.js';
import { readDocument } from '../read-document.js';
import { checkAddresses } from './rules/check-addresses.js';
import { checkPackageAlone, checkVersion } from './rules/check-package.js';
import { checkPackagePrefixes, checkTypePrefixes } from './rules/check-prefixes.js';

const documentTypes = ['application/xhtml+xml', 'image/svg+xml', 'application/smil+xml'];

/** The faults of a book of EPUB 3. */
export function checkRules(book: Epub): readonly Diagnostic[] {
  if (!book.package) return [];
  const unknown = checkVersion(book.package, `${book.name}/${book.packagePath}`);
  if (!isEpub3(book.package)) return unknown;
  const inPackage = checkPackagePrefixes(book.package, `${book.name}/${book.packagePath}`);
  return [
    ...unknown,
    ...inPackage,
    ...documentsOf(book).flatMap(({ path, root }) => checkDocumentRules(root, `${book.name}/${path}`)),
  ];
}

/** The faults of one document by itself. */
export function checkRulesAlone(root: XmlElement, file: string, kind: DocumentKind): readonly Diagnostic[] {
  if (kind !== 'package') return checkDocumentRules(root, file);
  const unknown = checkVersion(root, file);
  if (!isEpub3(root)) return unknown;
  return [...unknown, ...checkPackagePrefixes(root, file), ...checkPackageAlone(root, file)];
}

function checkDocumentRules(root: XmlElement, file: string): readonly Diagnostic[] {
  return [...checkTypePrefixes(root, file), ...checkAddresses(root, file)];
}

function isEpub3(root: XmlElement): boolean {
  return (root.attributes.get('version') ?? '').startsWith('3');
}

/** The documents of the manifest that can be read; those of the spine are read already. */
export function documentsOf(book: Epub): readonly { readonly path: string; readonly root: XmlElement }[] {
  const read = new Map(
    [...book.spine, ...(book.navigation ? [book.navigation] : [])].map((one) => [one.path, one.root]),
  );
  const entries = new Map(book.entries.map((entry) => [entry.name.normalize(), entry]));
  const paths = new Set(
    book.manifest.filter((item) => documentTypes.includes(item.mediaType)).map(({ path }) => path),
  );
  return [...paths].flatMap((path) => {
    const known = read.get(path);
    if (known) return [{ path, root: known }];
    const bytes = entries.get(path.normalize())?.read();
    const xml = bytes && readDocument(bytes);
    return xml?.ok ? [{ path, root: xml.root }] : [];
  });
}
