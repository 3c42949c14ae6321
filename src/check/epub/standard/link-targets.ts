/**
 * Links that epubcheck-ts finds to lead to no id: those into a document that could not be read are left out,
 * since its ids are not known, and those of an NCX get the id that the library does not name.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { elementsOf, type XmlElement } from '../../../document/read-xml.js';
import { isAddress, resolvePath, type Epub } from '../open-epub.js';
import { readDocument } from '../read-document.js';

/** A reference on a line of a file. */
interface Target {
  readonly path: string;
  readonly fragment: string;
}

/** `root`: of a document by its path in the book; undefined for one that cannot be read. */
export function withTargets(
  found: readonly Diagnostic[],
  book: Epub,
  root: (path: string) => XmlElement | undefined,
): readonly Diagnostic[] {
  const targets = new Map<string, readonly (Target & { readonly line: number })[]>();
  const ids = new Ids();
  return found.flatMap((one) => {
    if (one.code !== 'EPUB-RSC-012' && one.code !== 'EPUB-RSC-012-PLACE') return [one];
    const path = one.span?.file.slice(book.name.length + 1) ?? '';
    if (!targets.has(path)) targets.set(path, targetsOf(path, root(path) ?? parsed(book, path)));
    const { fragment } = one.values;
    const here = (targets.get(path) ?? []).filter(
      (target) => target.line === one.span?.line && (fragment === undefined || fragment === target.fragment),
    );
    const readable = here.filter((target) => root(target.path));
    const named = readable.filter((target) => !ids.of(root(target.path)).has(target.fragment));
    // The library does not read the ids of a document in UTF-16.
    if (here.length > 0 && named.length === 0) return [];
    if (one.code === 'EPUB-RSC-012') return [one];
    const fragments = [...new Set(named.map((target) => target.fragment))];
    return fragments.length === 0
      ? [one]
      : fragments.map((name) => ({
          ...diagnostic('EPUB-RSC-012', { fragment: name }, one),
          severity: one.severity,
        }));
  });
}

function targetsOf(
  path: string,
  root: XmlElement | undefined,
): readonly (Target & { readonly line: number })[] {
  const elements = root ? [...elementsOf(root)] : [];
  return elements.flatMap(({ attributes, line }) =>
    ['href', 'src', 'xlink:href'].flatMap((name) => {
      const address = attributes.get(name) ?? '';
      const hash = address.indexOf('#');
      if (hash < 0 || isAddress(address)) return [];
      return [{ path: resolvePath(path, address), fragment: address.slice(hash + 1), line }];
    }),
  );
}

function parsed({ entries }: Epub, path: string): XmlElement | undefined {
  const bytes = entries.find(({ name }) => name === path)?.read();
  const xml = bytes && readDocument(bytes);
  return xml?.ok ? xml.root : undefined;
}

/** The ids of each document, looked up once. */
class Ids {
  readonly #known = new Map<XmlElement | undefined, ReadonlySet<string>>();

  of(root: XmlElement | undefined): ReadonlySet<string> {
    const known = this.#known.get(root);
    if (known) return known;
    const elements = root ? [...elementsOf(root)] : [];
    const ids = new Set(elements.flatMap(({ attributes }) => attributes.get('id') ?? []));
    this.#known.set(root, ids);
    return ids;
  }
}
