/** Rules of stores on the file as a whole: names, size, NCX. */
import type { ManifestItem } from '../open-epub.js';
import type { Finding, StoreRule } from './stores.js';
import type { StoreView } from './store-view.js';

export const fileRules: readonly StoreRule[] = [
  { stores: ['kobo'], check: checkNames },
  { stores: ['google'], check: checkSize },
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

function checkNcx({ book, facts }: StoreView): Finding | undefined {
  const isNcx = ({ mediaType }: ManifestItem): boolean => mediaType === 'application/x-dtbncx+xml';
  if (book.manifest.some(isNcx) || facts.fixedLayout) return undefined;
  return { code: 'STORE-NCX', span: { file: `${book.name}/${book.packagePath}` } };
}
