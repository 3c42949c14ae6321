/** Ids, which are given once, and attributes that name ids of the same document. */
import { attributeOf, elementsOf, type XmlElement } from '../../../document/read-xml.js';
import { isHtml, isOfHtml, wordsIn, written, type Findings } from './findings.js';
import { epubNamespace, eventsNamespace, mathNamespace } from './namespaces.js';
import type { ContentMode } from './rules.js';

/** Attributes of WAI-ARIA that name elements of any kind. */
const named = ['aria-controls', 'aria-describedby', 'aria-flowto', 'aria-labelledby', 'aria-owns'];
/** What a label may be for. */
const labelled: ReadonlySet<string> = new Set([
  'button',
  'meter',
  'output',
  'progress',
  'select',
  'textarea',
]);

/** Checks the ids of a document and what refers to them. */
export function checkReferences(root: XmlElement, mode: ContentMode, findings: Findings): void {
  new References(root, mode, findings).check();
}

class References {
  readonly #ids = new Map<string, XmlElement[]>();
  readonly #maps = new Set<string>();

  constructor(
    readonly root: XmlElement,
    readonly mode: ContentMode,
    readonly findings: Findings,
  ) {
    this.#collect(root);
  }

  #collect(element: XmlElement): void {
    const id = element.attributes.get('id');
    if (id !== undefined) {
      const key = this.mode === 'svg' || this.mode === 'ncx' ? id.trim() : id;
      const before = this.#ids.get(key);
      if (before) before.push(element);
      else this.#ids.set(key, [element]);
    }
    for (const child of element.children) if (child.type === 'element') this.#collect(child);
  }

  check(): void {
    for (const [id, [, ...again]] of this.#ids)
      for (const element of again) this.findings.add('CHECK-XHTML-ID', element, { id });
    // A drawing of its own and an NCX are held to no more than their ids.
    if (this.mode !== 'svg' && this.mode !== 'ncx') this.#visit(this.root, []);
  }

  /** `tables` are the tables that the element stands in, from the outside. */
  #visit(element: XmlElement, tables: readonly XmlElement[]): void {
    if (element.attributes.size > 0) this.#element(element, tables);
    const inside = isHtml(element, 'table') ? [...tables, element] : tables;
    for (const child of element.children) if (child.type === 'element') this.#visit(child, inside);
  }

  #element(element: XmlElement, tables: readonly XmlElement[]): void {
    const { attributes, namespace } = element;
    for (const name of named) this.#words(element, name);
    this.#descendant(element);
    if (namespace === mathNamespace) for (const name of ['xref', 'indenttarget']) this.#one(element, name);
    if (namespace === epubNamespace && element.name === 'trigger') {
      this.#one(element, 'ref');
      const observer = attributeOf(element, eventsNamespace, 'observer');
      if (observer !== undefined && !this.#ids.has(observer)) this.#missing(element, 'ev:observer', observer);
    }
    if (!isOfHtml(element)) return;
    this.#kind(element, 'form', (target) => isHtml(target, 'form'));
    if (element.name === 'input') this.#kind(element, 'list', (target) => isHtml(target, 'datalist'));
    if (element.name === 'label') this.#kind(element, 'for', isLabelled);
    if (element.name === 'output') this.#words(element, 'for');
    if (attributes.has('headers')) this.#headers(element, tables);
    if (element.name === 'map') this.#map(element);
  }

  #missing(element: XmlElement, attribute: string, id: string): void {
    this.findings.add('CHECK-XHTML-REFERENCE', element, { element: written(element), attribute, id });
  }

  /** A list of ids, each of some element. */
  #words(element: XmlElement, attribute: string): void {
    const value = element.attributes.get(attribute);
    if (value === undefined) return;
    const missing = wordsIn(value).find((id) => !this.#ids.has(id));
    if (missing !== undefined) this.#missing(element, attribute, missing);
  }

  #one(element: XmlElement, attribute: string): void {
    const id = element.attributes.get(attribute);
    if (id !== undefined && !this.#ids.has(id)) this.#missing(element, attribute, id);
  }

  /** One id, of an element of some kind. */
  #kind(element: XmlElement, attribute: string, fits: (target: XmlElement) => boolean): void {
    const id = element.attributes.get(attribute);
    if (id !== undefined && !this.#ids.get(id)?.some(fits)) this.#missing(element, attribute, id);
  }

  #descendant(element: XmlElement): void {
    const id = element.attributes.get('aria-activedescendant');
    if (id === undefined) return;
    for (const inside of elementsOf(element))
      if (inside !== element && inside.attributes.get('id') === id) return;
    this.#missing(element, 'aria-activedescendant', id);
  }

  /** A cell names header cells of its own table (HTML, 4.9.11). */
  #headers(cell: XmlElement, tables: readonly XmlElement[]): void {
    const heads = new Set(
      tables.flatMap((table) =>
        [...elementsOf(table)].filter((one) => isHtml(one, 'th')).map((one) => one.attributes.get('id')),
      ),
    );
    const missing = wordsIn(cell.attributes.get('headers') ?? '').find((id) => !heads.has(id));
    if (missing !== undefined) this.#missing(cell, 'headers', missing);
  }

  #map(map: XmlElement): void {
    const name = map.attributes.get('name');
    if (name === undefined) return;
    if (this.#maps.has(name)) this.findings.add('CHECK-XHTML-ID', map, { id: name });
    this.#maps.add(name);
  }
}

function isLabelled({ name, attributes }: XmlElement): boolean {
  return labelled.has(name) || (name === 'input' && attributes.get('type')?.toLowerCase() !== 'hidden');
}
