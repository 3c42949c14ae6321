/** What the rules ask of a package document: its properties by name, languages, layout. */
import { diagnostic, type Diagnostic, type DiagnosticCode } from '../../../diagnostic.js';
import { elementsOf, xmlText, type XmlElement } from '../../../document/read-xml.js';
import { all, place, type Epub } from '../open-epub.js';
import { collapsed, tokens } from './document-view.js';

/** A value that the package gives to a property, and the element that does. */
export interface PackageValue {
  readonly text: string;
  readonly element: XmlElement;
}

export interface PackageFacts {
  readonly book: Epub;
  readonly root: XmlElement;
  /** 2 or 3. */
  readonly version: number;
  /** Of the publication itself, by property as written: `schema:accessMode`, `dcterms:conformsTo`. */
  readonly properties: ReadonlyMap<string, readonly PackageValue[]>;
  readonly languages: readonly string[];
  /** Every page has its size (`rendition:layout`); then pages of print and documents are one. */
  readonly fixedLayout: boolean;
  /** The files of the reading order, whatever they are. */
  readonly spine: readonly string[];
  /** A `dc:source` is said to be that of the pages, as older books do; EPUB 2 cannot say so. */
  readonly sourced: boolean;
}

const dublinCore = 'http://purl.org/dc/elements/1.1/';

/** Reads the package document of a book; undefined when there is none. */
export function packageFacts(book: Epub): PackageFacts | undefined {
  const root = book.package;
  if (!root) return undefined;
  const version = (root.attributes.get('version') ?? '').startsWith('2') ? 2 : 3;
  const properties = new Map<string, PackageValue[]>();
  const add = (name: string, text: string, element: XmlElement): void => {
    const value = { text: collapsed(text), element };
    if (value.text !== '') properties.set(name, [...(properties.get(name) ?? []), value]);
  };
  const dc = new Map<string, string[]>();
  for (const element of elementsOf(root)) {
    const { attributes, name, namespace } = element;
    if (namespace === dublinCore) dc.set(name, [...(dc.get(name) ?? []), collapsed(xmlText(element))]);
    // Evaluations may refine the claim that they are of (EPUB Accessibility 1.1, 3.5.2).
    const own = !attributes.has('refines') || (attributes.get('property') ?? '').startsWith('a11y:');
    if (name === 'meta' && own) {
      const property = attributes.get('property');
      if (property !== undefined) add(property, xmlText(element), element);
      else if (version < 3) add(attributes.get('name') ?? '', attributes.get('content') ?? '', element);
    } else if (name === 'link' && own) {
      for (const rel of tokens(attributes.get('rel'))) add(rel, attributes.get('href') ?? '', element);
    }
  }
  const paths = new Map(book.manifest.map(({ id, path }) => [id, path]));
  const layout = properties.get('rendition:layout')?.[0]?.text;
  return {
    book,
    root,
    version,
    properties,
    languages: (dc.get('language') ?? []).filter(Boolean),
    fixedLayout: layout === 'pre-paginated',
    spine: all(root, 'itemref').flatMap(({ attributes }) => paths.get(attributes.get('idref') ?? '') ?? []),
    sourced: isSourced(root, version),
  };
}

/** Whether a `dc:source` is refined by `source-of` as the one of the pages (EPUB Accessibility 1.0, 4.3.4). */
function isSourced(root: XmlElement, version: number): boolean {
  const pagination = all(root, 'meta')
    .filter(
      (meta) => meta.attributes.get('property') === 'source-of' && xmlText(meta).trim() === 'pagination',
    )
    .map(({ attributes }) => attributes.get('refines'));
  return all(root, 'source').some(
    ({ namespace, attributes }) =>
      namespace === dublinCore && (version < 3 || pagination.includes(`#${attributes.get('id') ?? ''}`)),
  );
}

/** The values of a property. */
export function valuesOf({ properties }: PackageFacts, name: string): readonly string[] {
  return (properties.get(name) ?? []).map(({ text }) => text);
}

/** What is said of the package, at an element of it. */
export function packageSaid(
  { book, root }: PackageFacts,
  code: DiagnosticCode,
  values: Diagnostic['values'] = {},
  element: XmlElement = root,
): Diagnostic {
  return diagnostic(code, values, place(book, { path: book.packagePath, root }, element));
}
