/**
 * An EPUB opened for reading (EPUB 3.3): bytes in; container, package document, content documents in
 * spine order and navigation out. What is missing or damaged is reported, and the rest still read.
 */
import { diagnostic, type Diagnostic, type Span, type Staged } from '../../diagnostic.js';
import { elementsOf, xmlText, type XmlElement } from '../../document/read-xml.js';
import { readDocument, unreadable } from './read-document.js';
import { readZip, type ZipEntry } from './read-zip.js';

export interface ManifestItem {
  readonly id: string;
  /** Path in the archive; of one outside the book its address. */
  readonly path: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
}

/** A content document that could be parsed. */
export interface ContentDocument {
  readonly path: string;
  readonly root: XmlElement;
}

export interface Epub {
  /** As the user named it, for messages. */
  readonly name: string;
  readonly entries: readonly ZipEntry[];
  readonly package: XmlElement | undefined;
  /** Of the package document, in the archive. */
  readonly packagePath: string;
  readonly manifest: readonly ManifestItem[];
  /** XHTML documents in spine order, the navigation document included where it stands in the spine. */
  readonly spine: readonly ContentDocument[];
  readonly navigation: ContentDocument | undefined;
  readonly title: string;
  /** Documents of the spine that could not be read: what leads into them is not known. */
  readonly unread: readonly string[];
}

/** Opens a book; without a value when it is no readable archive. */
export function openEpub(bytes: Uint8Array, name: string): Staged<Epub | undefined> {
  const entries = readZip(bytes);
  if (!entries) {
    const broken = diagnostic('CHECK-ZIP-CUT', {}, { span: { file: name } });
    return { value: undefined, diagnostics: [broken] };
  }
  const opener = new Opener(name, new Map(entries.map((entry) => [entry.name.normalize(), entry])));
  const value = opener.open(entries);
  return { value, diagnostics: opener.diagnostics };
}

class Opener {
  readonly diagnostics: Diagnostic[] = [];
  readonly #unread: string[] = [];

  constructor(
    readonly name: string,
    readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  open(entries: readonly ZipEntry[]): Epub {
    const container = this.#document('META-INF/container.xml');
    const rootFile = container && first(container.root, 'rootfile')?.attributes.get('full-path');
    const opf = rootFile === undefined ? undefined : this.#document(rootFile);
    if (!opf) return { ...empty, name: this.name, entries };
    const manifest = manifestOf(opf);
    const byId = new Map(manifest.map((item) => [item.id, item]));
    const spine = all(opf.root, 'itemref').flatMap((reference) => {
      const item = byId.get(reference.attributes.get('idref') ?? '');
      return item?.mediaType === 'application/xhtml+xml' ? (this.#document(item.path) ?? []) : [];
    });
    const navPath = manifest.find((item) => item.properties.includes('nav'))?.path;
    const inSpine = spine.find((document) => document.path === navPath);
    const navigation = inSpine ?? (navPath === undefined ? undefined : this.#document(navPath));
    const title = first(opf.root, 'title');
    return {
      name: this.name,
      entries,
      package: opf.root,
      packagePath: opf.path,
      manifest,
      spine,
      navigation,
      title: title ? xmlText(title).trim() : '',
      unread: this.#unread,
    };
  }

  /** Parses an XML file of the archive. */
  #document(path: string): ContentDocument | undefined {
    const entry = this.entries.get(path.normalize());
    const bytes = entry?.read();
    if (!entry) this.#report('CHECK-EPUB-MISSING', { path });
    else if (!bytes) this.#report('CHECK-ZIP', { entry: path });
    if (!bytes) return undefined;
    const xml = readDocument(bytes);
    if (xml.ok) return { path, root: xml.root };
    this.#unread.push(path);
    this.diagnostics.push(unreadable(`${this.name}/${path}`, xml));
    return undefined;
  }

  #report(code: 'CHECK-EPUB-MISSING' | 'CHECK-ZIP', values: Diagnostic['values']): void {
    this.diagnostics.push(diagnostic(code, values, { span: { file: this.name } }));
  }
}

const empty = {
  package: undefined,
  packagePath: '',
  manifest: [],
  spine: [],
  navigation: undefined,
  title: '',
  unread: [],
};

function manifestOf(opf: ContentDocument): readonly ManifestItem[] {
  const manifest = first(opf.root, 'manifest');
  return (manifest ? all(manifest, 'item') : []).map(({ attributes }) => ({
    id: attributes.get('id') ?? '',
    path: resolvePath(opf.path, attributes.get('href') ?? ''),
    mediaType: attributes.get('media-type') ?? '',
    properties: (attributes.get('properties') ?? '').split(/\s+/).filter(Boolean),
  }));
}

/** A relative reference seen from a file of the archive; the fragment is dropped. */
export function resolvePath(from: string, href: string): string {
  if (isAddress(href)) return href;
  const parts = from.split('/').slice(0, -1);
  for (const part of decoded(href.replace(/[#?].*$/, '')).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return href.startsWith('#') ? from : parts.join('/');
}

/** True for a reference with a scheme: it leads out of the book, or is data. */
export function isAddress(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(href);
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** The elements with this local name, whatever their namespace prefix. */
export function all(root: XmlElement, name: string): readonly XmlElement[] {
  return [...elementsOf(root)].filter((element) => element.name === name);
}

export function first(root: XmlElement, name: string): XmlElement | undefined {
  return all(root, name)[0];
}

/** The place of an element: the file within the archive, line and column. */
export function place(book: Epub, document: ContentDocument, { line, column }: XmlElement): { span: Span } {
  return { span: { file: `${book.name}/${document.path}`, line, column } };
}
