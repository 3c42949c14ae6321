/**
 * A small strict reader of XML 1.0 with namespaces: text in, a tree or the place of the first error out.
 * For package documents, XHTML of an EPUB, XMP and SVG. Entities are the five of XML, numbers, and those that the
 * document declares itself.
 */
import { readDoctype } from './read-doctype.js';
import { firstForbidden } from './xml-characters.js';
import { faultAt, placeOf, type XmlFault } from './xml-fault.js';
import { areBound, declared } from './xml-prefixes.js';

export interface XmlElement {
  readonly type: 'element';
  /** Local name and the namespace it is in ('' for none). */
  readonly name: string;
  readonly namespace: string;
  /** As written; '' for none. */
  readonly prefix: string;
  /** By name as written: `epub:type`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Prefixes in force here. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly line: number;
  readonly column: number;
}

export interface XmlText {
  readonly type: 'text';
  readonly value: string;
}

export type XmlNode = XmlElement | XmlText;

export type XmlResult =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly fault: XmlFault };

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const name = /[A-Za-z_:\u00c0-\ufffd][\w:.\-\u00b7\u00c0-\ufffd]*/y;
/** Elements nested deeper than this are no publication. */
const maxDepth = 500;
/** Text between two tags that entities make longer than this (characters) is none either. */
const maxExpanded = 1_000_000;

/** Internal: the place where reading stopped. */
class XmlError {
  constructor(
    readonly at: number,
    readonly limit?: 'depth' | 'size',
  ) {}
}

/** Reads one document. */
export function readXml(source: string): XmlResult {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const found = new XmlReader(text).document();
  if (!(found instanceof XmlError)) return { ok: true, root: found };
  const fault = found.limit === undefined ? faultAt(text, found.at) : { kind: found.limit };
  return { ok: false, ...placeOf(text, found.at), fault };
}

class XmlReader {
  #at = 0;
  /** Start of the line that `#line` counts, for the places of elements. */
  #lineStart = 0;
  #line = 1;
  /** Entities that the document declares. */
  #entities: ReadonlyMap<string, string> = new Map();
  /** The bound that the document type goes over. */
  #limit: 'size' | undefined;

  constructor(readonly text: string) {}

  document(): XmlElement | XmlError {
    const bad = firstForbidden(this.text);
    if (bad >= 0) return new XmlError(bad);
    if (!this.#prolog()) return new XmlError(this.#at, this.#limit);
    const root = this.#element(new Map([['xml', xmlNamespace]]), 0);
    if (root instanceof XmlError) return root;
    return this.#prolog() && this.#at === this.text.length ? root : new XmlError(this.#at);
  }

  /** White space, comments, instructions and the document type. */
  #prolog(): boolean {
    for (;;) {
      this.#space();
      if (this.#starts('<?') || this.#starts('<!--')) {
        if (!this.#aside()) return false;
      } else if (this.#starts('<!DOCTYPE')) {
        const doctype = readDoctype(this.text, this.#at);
        if (doctype === 'size') this.#limit = 'size';
        if (!doctype || doctype === 'size') return false;
        this.#at = doctype.end;
        this.#entities = doctype.entities;
      } else return true;
    }
  }

  /** A comment or an instruction. `--` may not stand in a comment (2.5). */
  #aside(): boolean {
    const comment = this.#starts('<!--');
    const end = comment ? this.text.indexOf('--', this.#at + 4) : this.text.indexOf('?>', this.#at);
    if (end < 0 || (comment && this.text[end + 2] !== '>')) return false;
    this.#at = end + (comment ? 3 : 2);
    return true;
  }

  #element(outer: ReadonlyMap<string, string>, depth: number): XmlElement | XmlError {
    const start = this.#at;
    const place = this.#place(start);
    if (this.text[start] !== '<') return new XmlError(start);
    if (depth > maxDepth) return new XmlError(start, 'depth');
    this.#at += 1;
    const tag = this.#name();
    const attributes = tag === undefined ? undefined : this.#attributes();
    if (tag === undefined || !attributes) return new XmlError(this.#at);
    const prefixes = declared(attributes, outer);
    if (!areBound(attributes, prefixes)) return new XmlError(start);
    const [prefix = '', local] = tag.includes(':') ? tag.split(':', 2) : ['', tag];
    const namespace = prefixes.get(prefix) ?? (prefix === '' ? '' : undefined);
    if (namespace === undefined) return new XmlError(start);
    const children: XmlNode[] = [];
    const made: XmlElement = {
      type: 'element',
      name: local ?? '',
      namespace,
      prefix,
      attributes,
      prefixes,
      children,
      ...place,
    };
    if (this.#take('/>')) return made;
    if (!this.#take('>')) return new XmlError(this.#at);
    const failed = this.#content(children, prefixes, depth);
    if (failed) return failed;
    const end = this.#at;
    if (!this.#take('</') || this.#name() !== tag) return new XmlError(end);
    this.#space();
    return this.#take('>') ? made : new XmlError(this.#at);
  }

  /** Children up to the end tag. */
  #content(children: XmlNode[], prefixes: ReadonlyMap<string, string>, depth: number): XmlError | undefined {
    while (!this.#starts('</')) {
      if (this.#at >= this.text.length) return new XmlError(this.#at);
      if (this.#starts('<!--') || this.#starts('<?')) {
        if (!this.#aside()) return new XmlError(this.#at);
      } else if (this.#starts('<![CDATA[')) {
        const end = this.text.indexOf(']]>', this.#at);
        if (end < 0) return new XmlError(this.#at);
        children.push({ type: 'text', value: this.text.slice(this.#at + 9, end) });
        this.#at = end + 3;
      } else if (this.text[this.#at] === '<') {
        const child = this.#element(prefixes, depth + 1);
        if (child instanceof XmlError) return child;
        children.push(child);
      } else {
        const found = this.text.indexOf('<', this.#at);
        const end = found < 0 ? this.text.length : found;
        const failed = this.#textOrEntities(children, prefixes, { end, depth });
        if (failed) return failed;
        this.#at = end;
      }
    }
    return undefined;
  }

  /** Text up to a place; an entity may bring elements into it. */
  #textOrEntities(
    children: XmlNode[],
    prefixes: ReadonlyMap<string, string>,
    { end, depth }: { end: number; depth: number },
  ): XmlError | undefined {
    const raw = this.text.slice(this.#at, end);
    const whole = raw.replace(/&([\w:.-]+);/g, (reference, word: string) => {
      const text = this.#entities.get(word);
      return text !== undefined && /[<&]/.test(text) ? text : reference;
    });
    if (whole !== raw) {
      if (depth > maxDepth) return new XmlError(this.#at, 'depth');
      if (whole.length > maxExpanded) return new XmlError(this.#at, 'size');
      const inner = new XmlReader(`${whole}</`);
      inner.#entities = this.#entities;
      return inner.#content(children, prefixes, depth + 1) && new XmlError(this.#at);
    }
    const value = this.#references(this.#at, end);
    if (value instanceof XmlError) return value;
    children.push({ type: 'text', value });
    return undefined;
  }

  /** Attributes up to the end of the start tag; undefined on an error (the position says where). */
  #attributes(): Map<string, string> | undefined {
    const found = new Map<string, string>();
    for (;;) {
      const before = this.#at;
      this.#space();
      if (this.#starts('>') || this.#starts('/>')) return found;
      const key = this.#at > before ? this.#name() : undefined;
      if (key === undefined || found.has(key)) return undefined;
      this.#space();
      if (!this.#take('=')) return undefined;
      this.#space();
      const quote = this.text[this.#at];
      const end = quote === '"' || quote === "'" ? this.text.indexOf(quote, this.#at + 1) : -1;
      if (end < 0 || this.text.slice(this.#at, end).includes('<')) return undefined;
      const value = this.#references(this.#at + 1, end);
      if (value instanceof XmlError) {
        this.#at = value.at;
        return undefined;
      }
      found.set(key, value.replace(/[\t\n]/g, ' '));
      this.#at = end + 1;
    }
  }

  /** Text between two places, its references replaced. */
  #references(start: number, end: number): string | XmlError {
    const raw = this.text.slice(start, end);
    if (!raw.includes('&')) return raw;
    let bad = -1;
    const value = raw.replace(
      /&(?:#(\d+);|#x([0-9A-Fa-f]+);|([\w:.-]+);)?/g,
      (whole, dec, hex, word, at: number) => {
        const point =
          typeof dec === 'string' ? Number(dec) : typeof hex === 'string' ? Number.parseInt(hex, 16) : -1;
        if (point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
        const text = typeof word === 'string' ? (entities.get(word) ?? this.#entities.get(word)) : undefined;
        if (text === undefined && bad < 0) bad = start + at;
        return text ?? String(whole);
      },
    );
    return bad < 0 ? value : new XmlError(bad);
  }

  #name(): string | undefined {
    name.lastIndex = this.#at;
    const found = name.exec(this.text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #space(): void {
    while (' \t\n'.includes(this.text[this.#at] ?? '-')) this.#at += 1;
  }

  #starts(text: string): boolean {
    return this.text.startsWith(text, this.#at);
  }

  #take(text: string): boolean {
    if (!this.#starts(text)) return false;
    this.#at += text.length;
    return true;
  }

  /** Line and column from 1; called with rising places only. */
  #place(at: number): { line: number; column: number } {
    for (let next = this.text.indexOf('\n', this.#lineStart); next >= 0 && next < at;) {
      this.#line += 1;
      this.#lineStart = next + 1;
      next = this.text.indexOf('\n', this.#lineStart);
    }
    return { line: this.#line, column: at - this.#lineStart + 1 };
  }
}

/** An attribute by namespace and local name, whatever its prefix. */
export function attributeOf(element: XmlElement, namespace: string, local: string): string | undefined {
  for (const [key, value] of element.attributes) {
    const colon = key.indexOf(':');
    if (
      colon > 0 &&
      key.slice(colon + 1) === local &&
      element.prefixes.get(key.slice(0, colon)) === namespace
    ) {
      return value;
    }
  }
  return undefined;
}

/** All elements of a subtree in document order, the root of it first. */
export function* elementsOf(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) if (child.type === 'element') yield* elementsOf(child);
}

/** All text of a subtree. */
export function xmlText(node: XmlNode): string {
  return node.type === 'text' ? node.value : node.children.map(xmlText).join('');
}
