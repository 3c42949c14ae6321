/**
 * One file of the checkout → its tree and what it says of itself: style sheets in cascade order,
 * references, fuzziness, flags. HTML is read by parse5, XHTML by the project's own XML reader, which
 * keeps what HTML's tree construction would move about.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { find, html } from 'property-information';
import { readXml, type XmlElement } from '../../src/document/read-xml.js';
import type { StylesheetSource } from '../../src/document/publication.js';
import {
  attribute,
  element,
  text,
  textOf,
  walk,
  type ElementNode,
  type PropertyValue,
  type RootNode,
  type TreeNode,
} from '../../src/document/tree.js';
import type { Host } from '../../src/host.js';

/** A reference of a test. */
export interface Reference {
  readonly kind: 'match' | 'mismatch';
  /** Absolute path, or `about:blank`. */
  readonly path: string;
}

/** A sheet with the media it is for, as written. */
export interface WrittenSheet extends StylesheetSource {
  readonly media: string;
}

export interface TestDocument {
  readonly path: string;
  readonly tree: RootNode;
  readonly sheets: readonly WrittenSheet[];
  readonly references: readonly Reference[];
  /** `content` of each `<meta name=fuzzy>`. */
  readonly fuzzy: readonly string[];
  readonly flags: readonly string[];
  /** `content` of `<meta name=reftest-pages>`. */
  readonly pages: string | undefined;
  readonly language: string;
  /** Whether the file is for pages, by its name. */
  readonly print: boolean;
}

/** Reads a document; a string says why it could not be read. */
export function readDocument(path: string, host: Host): TestDocument | string {
  const read = host.read(path);
  if (!read.ok) return `file ${read.reason}`;
  const source = decode(read.bytes);
  const tree = /\.(?:xht|xhtml)$/.test(path) ? readXhtml(source) : readHtml(source);
  return typeof tree === 'string' ? tree : describe(path, tree, host);
}

function decode(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const named = /charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1] ?? /encoding=["']([\w-]+)/.exec(start)?.[1];
  const marked = bytes[0] === 0xfe ? 'utf-16be' : bytes[0] === 0xff ? 'utf-16le' : undefined;
  try {
    return new TextDecoder(marked ?? named ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function describe(path: string, tree: RootNode, host: Host): TestDocument {
  const sheets: WrittenSheet[] = [];
  const references: Reference[] = [];
  const metas = new Map<string, string[]>();
  walk(tree, (node) => {
    if (node.type !== 'element') return;
    if (node.tagName === 'style') {
      sheets.push({ path, css: textOf(node), media: attribute(node, 'media') ?? '' });
    } else if (node.tagName === 'link') readLink(node, { path, host, sheets, references });
    else if (node.tagName === 'meta') {
      const name = (attribute(node, 'name') ?? '').toLowerCase();
      metas.set(name, [...(metas.get(name) ?? []), attribute(node, 'content') ?? '']);
    }
  });
  const top = tree.children.find((child) => child.type === 'element');
  return {
    path,
    tree,
    sheets,
    references,
    fuzzy: metas.get('fuzzy') ?? [],
    flags: (metas.get('flags') ?? []).flatMap((flags) => flags.toLowerCase().split(/\s+/)),
    pages: metas.get('reftest-pages')?.[0],
    language: (top && (attribute(top, 'lang') ?? attribute(top, 'xml:lang'))) || 'en',
    print: isPrint(path),
  };
}

/** WPT's print tests: `…-print.html`, and whatever lies in a folder of that name. */
export function isPrint(path: string): boolean {
  return /-print(?:\.[\w-]+)*\.\w+$/.test(path) || /\/print\//.test(path);
}

interface LinkReading {
  readonly path: string;
  readonly host: Host;
  readonly sheets: WrittenSheet[];
  readonly references: Reference[];
}

function readLink(link: ElementNode, { path, host, sheets, references }: LinkReading): void {
  const rel = (attribute(link, 'rel') ?? '').toLowerCase().split(/\s+/);
  const href = attribute(link, 'href') ?? '';
  if (href === '') return;
  for (const kind of ['match', 'mismatch'] as const) {
    if (!rel.includes(kind)) continue;
    references.push({ kind, path: href.startsWith('about:') ? 'about:blank' : host.resolve(path, href) });
  }
  if (!rel.includes('stylesheet') || rel.includes('alternate')) return;
  const media = attribute(link, 'media') ?? '';
  const css = sheetText(href, path, host);
  if (css !== undefined) sheets.push({ ...css, media });
}

function sheetText(href: string, from: string, host: Host): StylesheetSource | undefined {
  const data = /^data:text\/css[^,]*,(.*)$/s.exec(href);
  if (data) return { path: from, css: decodeURIComponent(data[1] ?? '') };
  const path = host.resolve(from, href);
  const read = host.read(path);
  return read.ok ? { path, css: new TextDecoder().decode(read.bytes) } : undefined;
}

// ── HTML ──

function readHtml(source: string): RootNode {
  const children = parse(source).childNodes.flatMap(ofParse5);
  return { type: 'root', children };
}

function ofParse5(node: DefaultTreeAdapterTypes.ChildNode): readonly TreeNode[] {
  if (node.nodeName === '#text' && 'value' in node) return [text(node.value)];
  if (!('tagName' in node)) return [];
  const attributes = node.attrs.map(({ name, value }) => [name, value] as const);
  return [element(node.tagName, propertiesOf(attributes), node.childNodes.flatMap(ofParse5))];
}

// ── XHTML ──

/** The named characters that tests use; XML itself knows five. */
const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  copy: '©',
  shy: '\u00ad',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  times: '×',
  middot: '·',
  bull: '•',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwj: '\u200d',
  zwnj: '\u200c',
};

function readXhtml(source: string): RootNode | string {
  const plain = source
    .replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>/i, '')
    .replace(/<\?xml-stylesheet.*?\?>/gs, '')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
  const read = readXml(plain);
  if (!read.ok) return `not well-formed at ${read.line}:${read.column}`;
  return { type: 'root', children: [ofXml(read.root)] };
}

function ofXml(node: XmlElement): ElementNode {
  const children = node.children.map((child) => (child.type === 'text' ? text(child.value) : ofXml(child)));
  const attributes = [...node.attributes].filter(([name]) => !name.startsWith('xmlns'));
  return element(node.name, propertiesOf(attributes), children);
}

// ── both ──

function propertiesOf(attributes: readonly (readonly [string, string])[]): Record<string, PropertyValue> {
  return Object.fromEntries(
    attributes.map(([name, value]) => {
      const info = find(html, name);
      if (info.property === 'className') return ['className', value.split(/\s+/).filter(Boolean)];
      return [info.property, value];
    }),
  );
}
