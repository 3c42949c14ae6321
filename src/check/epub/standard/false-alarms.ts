/**
 * Where epubcheck-ts finds a fault that is none. For each of our codes in the table: how it is looked up in
 * the book itself whether the fault is there, and why the library errs. A code that is not in the table is
 * believed.
 */
import type { Diagnostic, DiagnosticCode } from '../../../diagnostic.js';
import { attributeOf, elementsOf, xmlText, type XmlElement } from '../../../document/read-xml.js';
import { all, isAddress, resolvePath, type Epub } from '../open-epub.js';
import { epubNamespace } from '../spine-text.js';

/** What a finding is looked up in. */
export interface Looked {
  /** The book; undefined for a file by itself. */
  readonly book?: Epub;
  /** The root of a document by the file that a finding names; undefined where it is not read. */
  readonly root: (file: string) => XmlElement | undefined;
  /** Whether our own rules of content documents hold the file (`content/`). */
  readonly held: (file: string) => boolean;
}

type Real = (found: Diagnostic, looked: Looked) => boolean;

/** The findings that are real. */
export function withoutFalseAlarms(found: readonly Diagnostic[], looked: Looked): readonly Diagnostic[] {
  return found.filter((one) => {
    if (byContent.has(one.code) && looked.held(one.span?.file ?? '')) return false;
    if (byBase.has(one.code) && baseOutside(one, looked)) return false;
    return confirmations[one.code]?.(one, looked) ?? true;
  });
}

/**
 * The content model, attributes, ids and roles of XHTML and SVG: the library has a part of these rules, each
 * ported by itself (RelaxNG is switched off in it for these), and errs where the schema allows more, as `param` in
 * `object`. Our own rules hold all of them.
 */
const byContent = new Set<DiagnosticCode>([
  'EPUB-RSC-005-ELEMENT',
  'EPUB-RSC-005-INSIDE',
  'EPUB-RSC-005-NAMESPACE',
  'EPUB-RSC-005-ATTRIBUTE',
]);

/** What an address leads to: a `base` outside the book moves all relative ones there; the library keeps them in it. */
const byBase = new Set<DiagnosticCode>([
  'EPUB-RSC-007',
  'EPUB-RSC-008',
  'EPUB-RSC-011',
  'EPUB-RSC-012',
  'EPUB-RSC-026',
  'EPUB-RSC-026-ABSOLUTE',
  'EPUB-RSC-033',
]);

const confirmations: Readonly<Partial<Record<DiagnosticCode, Real>>> = {
  // A `base` counts from where it stands, for EPUBCheck too; a style sheet linked before it lies in the book.
  'EPUB-RSC-006': (found, looked) => {
    const base = baseOutside(found, looked);
    return !base || (found.span?.line ?? base.line) >= base.line;
  },
  // Media fragments, fragments with a scheme (epubcfi) and text fragments are no ids (Region-Based
  // Navigation 1.0, Media Fragments 1.0); the library knows `xywh` and `t`, but not `xyn`.
  'EPUB-RSC-012': ({ values }) =>
    !/^(?:t|xywh|track|id|xyn|xyr)=|^[\w-]+\(|:~:/.test(String(values['fragment'])),
  // A path with a character reference (`&#xC1;`): the library does not resolve it. Files that lack are found by
  // `check-epub.ts` too, which does.
  'EPUB-RSC-001': ({ values }) => !reference.test(String(values['path'])),
  'EPUB-OPF-091': ({ values }) => !reference.test(String(values['url'])),
  // A path of the manifest may lead up from the package document (`../images/a.jpg`); the library keeps it as written.
  'EPUB-RSC-008': ({ values }, { book }) =>
    !book || !book.manifest.some(({ path }) => path.normalize() === values['path']),
  // An NCX may lead to what stands in the spine: a picture there has a fallback.
  'EPUB-RSC-010': ({ values, span }, { book }) => {
    const from = span?.file.slice((book?.name.length ?? 0) + 1) ?? '';
    return !book || !from.endsWith('.ncx') || !spinePaths(book).has(resolvePath(from, String(values['url'])));
  },
  // Names of XML have letters of all scripts; the library allows ASCII.
  'EPUB-RSC-005-ID': ({ values }) => !ncName.test(String(values['id'])),
  // Asked of books and documents that are indexes only, and a list without a type is the list of entries.
  'EPUB-RSC-005-INDEX': (found, looked) => {
    const element = elementAt(found, looked, (one) => typesOf(one).includes('index'));
    const group = elementAt(found, looked, (one) => typesOf(one).includes('index-group'));
    if (!element && !group) return found.span?.line === undefined;
    const wrong = (element && !hasOneList(element, true)) || (group && !hasOneList(group, false));
    return wrong === true && isIndex(looked.book, found.span?.file ?? '');
  },
  // A declaration adds no attribute: RDFa declares vocabularies so.
  'EPUB-HTM-054': ({ values, span }, { root }) => {
    const document = root(span?.file ?? '');
    return (
      !document || [...elementsOf(document)].some((one) => usesNamespace(one, String(values['namespace'])))
    );
  },
};

const reference = /&#?\w+;/;

/** XML 1.0, NameStartChar and NameChar without the colon. */
const ncName =
  /^[A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][-.0-9A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]*$/u;

function baseOutside({ span }: Diagnostic, { root }: Looked): XmlElement | undefined {
  const document = root(span?.file ?? '');
  return document && all(document, 'base').find(({ attributes }) => isAddress(attributes.get('href') ?? ''));
}

function spinePaths({ package: opf, manifest }: Epub): ReadonlySet<string> {
  const ids = new Set(opf ? all(opf, 'itemref').map(({ attributes }) => attributes.get('idref')) : []);
  return new Set(manifest.filter(({ id }) => ids.has(id)).map(({ path }) => path));
}

/** The element that a finding is about: on its line, of its kind. */
function elementAt(
  { span }: Diagnostic,
  { root }: Looked,
  fits: (element: XmlElement) => boolean,
): XmlElement | undefined {
  const document = root(span?.file ?? '');
  return document && [...elementsOf(document)].find((one) => one.line === span?.line && fits(one));
}

const typesOf = (element: XmlElement): readonly string[] =>
  (attributeOf(element, epubNamespace, 'type') ?? '').split(/\s+/).filter(Boolean);

/**
 * A document of a book that is an index, or one that is an index by itself (EPUB Indexes 1.0); the navigation
 * document only by itself.
 */
function isIndex(book: Epub | undefined, file: string): boolean {
  const opf = book?.package;
  if (!opf) return true;
  const item = book.manifest.find(({ path }) => `${book.name}/${path}` === file);
  const collections = all(opf, 'collection').filter(({ attributes }) => attributes.get('role') === 'index');
  const collected = collections
    .flatMap((one) => all(one, 'link'))
    .some(({ attributes }) => resolvePath(book.packagePath, attributes.get('href') ?? '') === item?.path);
  if (collected || item?.properties.includes('index')) return true;
  return (
    !item?.properties.includes('nav') &&
    all(opf, 'type').some((one) => /^\s*(?:index|edupub)\s*$/.test(xmlText(one)))
  );
}

/** One list of entries, by its type or because it is the list; groups in its place where there may be some. */
function hasOneList(index: XmlElement, groups: boolean): boolean {
  const inside = semanticChildren(index);
  const lists = inside.filter((one) => one.name === 'ul' || typesOf(one).includes('index-entry-list'));
  if (groups && inside.some((one) => typesOf(one).includes('index-group'))) return lists.length === 0;
  return lists.length === 1;
}

/** What lies in an element and in no other that has a type or is a list. */
function semanticChildren(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.type === 'text') return [];
    return typesOf(child).length > 0 || child.name === 'ul' ? [child] : [child, ...semanticChildren(child)];
  });
}

function usesNamespace({ attributes, prefixes }: XmlElement, namespace: string): boolean {
  return [...attributes.keys()].some((key) => {
    const prefix = /^([^:]+):/.exec(key)?.[1];
    return prefix !== undefined && prefix !== 'xmlns' && prefixes.get(prefix) === namespace;
  });
}
