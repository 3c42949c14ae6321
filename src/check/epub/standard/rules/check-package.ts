/**
 * What a package document can be held to by itself (EPUB 3.3, 5.6 and 5.7) and epubcheck-ts asks only of a
 * whole book. In: the root of a package document; out: each fault.
 */
import { diagnostic, type Diagnostic } from '../../../../diagnostic.js';
import type { XmlElement } from '../../../../document/read-xml.js';
import { all, first, isAddress } from '../../open-epub.js';

/** Characters that names in a book must not have (OCF 4.1.4), beside private ones and those that are none. */
const forbidden = /["*:<>?\\|\p{Cc}\p{Co}\p{Noncharacter_Code_Point}\ufff0-\uffff]/u;

/** The faults of a package document that is checked without its book. */
export function checkPackageAlone(root: XmlElement, file: string): readonly Diagnostic[] {
  const names = all(root, 'item').flatMap((item): readonly Diagnostic[] => {
    const href = item.attributes.get('href') ?? '';
    const name = isAddress(href)
      ? ''
      : (decoded(href.replace(/[?#].*$/, ''))
          .split('/')
          .at(-1) ?? '');
    const { line, column } = item;
    return forbidden.test(name)
      ? [diagnostic('EPUB-PKG-009', { name }, { span: { file, line, column } })]
      : [];
  });
  return [...names, ...checkReadingOrder(root, file)];
}

/** The version is one of those that there are (5.4); that there is none is told by the library. */
export function checkVersion(root: XmlElement, file: string): readonly Diagnostic[] {
  const version = root.attributes.get('version')?.trim();
  if (!version || root.name !== 'package' || version === '3.0' || version === '2.0') return [];
  const { line, column } = root;
  return [diagnostic('EPUB-OPF-001-VERSION', { version }, { span: { file, line, column } })];
}

/** The spine holds a document that is read in its turn (5.7.2). */
function checkReadingOrder(root: XmlElement, file: string): readonly Diagnostic[] {
  const spine = first(root, 'spine');
  const references = spine ? all(spine, 'itemref') : [];
  const apart = references.every(({ attributes }) => attributes.get('linear')?.trim() === 'no');
  if (!spine || references.length === 0 || !apart) return [];
  return [diagnostic('EPUB-OPF-033', {}, { span: { file, line: spine.line, column: spine.column } })];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
