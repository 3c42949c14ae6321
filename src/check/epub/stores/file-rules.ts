/** Rules of stores on the file as a whole: names, size, contents, NCX. */
import { all, type ManifestItem } from '../open-epub.js';
import { epubTypes } from '../accessibility/document-view.js';
import type { XmlElement } from '../../../document/read-xml.js';
import type { Finding, StoreRule } from './stores.js';
import type { StoreView } from './store-view.js';

export const fileRules: readonly StoreRule[] = [
  { stores: ['kobo'], check: checkNames },
  { stores: ['google'], check: checkSize },
  { stores: ['kobo', 'kindle'], check: checkDepth },
  { stores: ['kindle'], check: checkNcx },
];

/** Kobo EPUB guidelines: names of letters, figures, hyphens. */
function checkNames({ book }: StoreView): Finding | undefined {
  const names = book.entries.map(({ name }) => name).filter((name) => !/^[\x20-\x7e]*$/.test(name));
  const [name] = names;
  if (name === undefined) return undefined;
  return { code: 'STORE-FILE-NAME', values: { name, count: names.length }, span: { file: book.name } };
}

/** Google Play Books takes files up to 2 GB. */
const mostBytes = 2 * 1024 ** 3;

function checkSize({ book, fileBytes }: StoreView): Finding | undefined {
  return fileBytes < mostBytes
    ? undefined
    : { code: 'STORE-FILE-SIZE', values: { size: gigabytes(fileBytes) }, span: { file: book.name } };
}

function gigabytes(bytes: number): string {
  return (bytes / 1024 ** 3).toFixed(1);
}

/** Kindle shows two levels; e-ink readers of Kobo make one list of all. */
const shownLevels = 2;

function checkDepth({ book }: StoreView): Finding | undefined {
  const { navigation } = book;
  const toc = navigation && all(navigation.root, 'nav').find((nav) => epubTypes(nav).includes('toc'));
  const depth = toc ? depthOf(toc) : 0;
  if (!navigation || !toc || depth <= shownLevels) return undefined;
  const { line, column } = toc;
  const span = { file: `${book.name}/${navigation.path}`, line, column };
  return { code: 'STORE-CONTENTS-DEPTH', values: { depth, shown: shownLevels }, span };
}

/** How deep lists stand in each other. */
function depthOf(element: XmlElement): number {
  const inside = element.children.map((child) => (child.type === 'element' ? depthOf(child) : 0));
  return Math.max(0, ...inside) + (element.name === 'ol' ? 1 : 0);
}

function checkNcx({ book, facts }: StoreView): Finding | undefined {
  const isNcx = ({ mediaType }: ManifestItem): boolean => mediaType === 'application/x-dtbncx+xml';
  if (book.manifest.some(isNcx) || facts.fixedLayout) return undefined;
  return { code: 'STORE-NCX', span: { file: `${book.name}/${book.packagePath}` } };
}
