/**
 * The content tree as XHTML (EPUB 3.3, 6.1): well-formed, every attribute kept, with what only an
 * EPUB has: `epub:type` and roles from the table of elements, page markers, ways back from notes,
 * links between files. `data-origin` marks where text not written by the author begins (and where the
 * author's begins again), so that the text can be proved against the source.
 */
import { meaningOf } from '../document/elements.js';
import {
  attributes,
  classes,
  hasClass,
  type ElementNode,
  type Origin,
  type TextNode,
  type TreeNode,
  walk,
} from '../document/tree.js';
import { escapeAttribute, escapeText } from '../document/xml.js';
import { fitTable, type FittedTable } from './fit-tables.js';
import type { Pictures } from './gather-pictures.js';
import { fillPhrase, type Phrases } from './phrases.js';
import type { NoteCall, References } from './place-documents.js';
import type { PageMarker, PageMarkers } from './place-page-breaks.js';

/** What a document must know of the rest of the book. */
export interface SerialiseContext {
  /** File name of this document. */
  readonly href: string;
  readonly references: References;
  readonly pages: PageMarkers;
  readonly pictures: Pictures;
  readonly phrases: Phrases;
  /** The table that is written, if it is marked for narrow screens. */
  readonly fitted?: FittedTable;
}

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/**
 * Nothing that runs or loads something has a place in a book of text (EPUB 3.3, 5.6.2.1 would have to declare
 * it); parentheses of readings are for pages, as reading systems know ruby (6.1.4.3).
 */
const refusedElements = new Set(
  'script style iframe object embed link base meta form template rp'.split(' '),
);

const foreignNamespaces: Readonly<Record<string, string>> = {
  math: 'http://www.w3.org/1998/Math/MathML',
  svg: 'http://www.w3.org/2000/svg',
};

type Attributes = Map<string, string>;

/** Writes an element with everything in it. */
export function serialiseXhtml(node: ElementNode, context: SerialiseContext): string {
  return serialiseNode(node, 'content', context);
}

/** Writes the children of an element only (`body` is written by the template of the chapter). */
export function serialiseChildren(node: ElementNode, context: SerialiseContext): string {
  const origin = originOf(node, 'content');
  return serialiseAll(node.children, origin, context);
}

function serialiseAll(nodes: readonly TreeNode[], inherited: Origin, context: SerialiseContext): string {
  let written = '';
  for (const node of nodes) written += serialiseNode(node, inherited, context);
  return written;
}

function serialiseNode(node: TreeNode, inherited: Origin, context: SerialiseContext): string {
  if (node.type === 'text') return serialiseText(node, inherited, context);
  const markers = context.pages.before.get(node)?.map(pageMarker).join('') ?? '';
  return markers + (serialiseTable(node, inherited, context) ?? serialiseElement(node, inherited, context));
}

/** A table that a narrow screen has no room for, in a box of which the style sheet can ask how wide it is. */
function serialiseTable(node: ElementNode, inherited: Origin, context: SerialiseContext): string | undefined {
  const fitted = node.tagName === 'table' ? fitTable(node) : undefined;
  return fitted && `<div class="table">${serialiseElement(node, inherited, { ...context, fitted })}</div>`;
}

function serialiseElement(node: ElementNode, inherited: Origin, context: SerialiseContext): string {
  if (refusedElements.has(node.tagName)) return '';
  if (node.tagName === 'img' && !context.pictures.shown.has(node)) return '';
  const origin = originOf(node, inherited);
  const written: Attributes = attributesOf(node, context);
  if (origin !== inherited) written.set('data-origin', origin);
  if (isEmptyHead(node)) written.delete('scope');
  const name = isEmptyHead(node) ? 'td' : node.tagName;
  const start = `<${name}${writeAttributes(written)}`;
  if (voidElements.has(name)) return `${start}/>`;
  return `${start}>${childrenOf(node, origin, context)}</${name}>`;
}

/** The empty corner of a table, which heads nothing: a screen reader would have no name to say for it. */
function isEmptyHead(node: ElementNode): boolean {
  if (node.tagName !== 'th') return false;
  let empty = true;
  walk(node, (inside) => {
    if (inside.type === 'text') empty &&= inside.value.trim() === '';
    else if (inside.type === 'element') empty &&= inside.tagName !== 'img';
    return empty;
  });
  return empty;
}

function childrenOf(node: ElementNode, origin: Origin, context: SerialiseContext): string {
  const label = context.references.labels.get(node);
  if (label !== undefined) return originSpan('generated', escapeText(label));
  const calls = context.references.waysBack.get(node);
  const children = serialiseAll(node.children, origin, context);
  return calls
    ? calls.map((call, index) => `${wayBack(call, index, context)} `).join('') + children
    : children;
}

/** The mark of a note, a link to its call; a letter for each further one. */
function wayBack(call: NoteCall, index: number, context: SerialiseContext): string {
  const { backToCall, backToOther } = context.phrases;
  const href = `${call.href === context.href ? '' : call.href}#${call.id}`;
  const letter = index === 0 ? '' : String.fromCharCode(0x61 + Math.min(index, 25));
  // What is heard holds what is seen (WCAG 2.2, 2.5.3).
  const shown = call.label + letter;
  const label = fillPhrase(letter ? backToOther : backToCall, { label: call.label, shown });
  return (
    `<a class="backlink" epub:type="backlink" role="doc-backlink" href="${escapeAttribute(href)}"` +
    ` aria-label="${escapeAttribute(label)}" data-origin="generated">${escapeText(shown)}</a>`
  );
}

function attributesOf(node: ElementNode, context: SerialiseContext): Attributes {
  const written: Attributes = new Map();
  const namespace = foreignNamespaces[node.tagName];
  if (namespace !== undefined) written.set('xmlns', namespace);
  for (const [name, value] of attributes(node)) {
    if (isInternal(name)) continue;
    if (name === 'href') {
      const href = linkHref(value, context);
      if (href !== undefined) written.set(name, href);
    } else if (name === 'lang' || name === 'xml:lang') {
      written.set('xml:lang', value);
      written.set('lang', value);
    } else written.set(name, value);
  }
  addMeaning(node, written);
  const label = labelOf(node, context.phrases);
  if (label !== undefined && !written.has('aria-label')) written.set('aria-label', label);
  const title = context.references.boxTitles.get(node);
  if (title !== undefined && !written.has('aria-label')) written.set('aria-labelledby', title);
  addFit(node, written, context);
  const id = context.references.ids.get(node);
  if (id !== undefined) written.set('id', id);
  const picture = context.pictures.shown.get(node);
  if (picture) {
    written.set('src', picture.href);
    written.set('alt', picture.alt);
  }
  return written;
}

/** What a style sheet must know of the room that tables and pictures take; the heads that cells carry. */
function addFit(node: ElementNode, written: Attributes, { fitted, pictures }: SerialiseContext): void {
  const label = fitted?.labels.get(node);
  if (label !== undefined) written.set('data-label', label);
  const mark = fitted?.table === node ? fitted.className : pictures.narrow.has(node) ? 'narrow' : undefined;
  if (mark !== undefined) written.set('class', [...classes(node), mark].join(' '));
}

/** Marks of the readers for later stages, and handlers of events. */
function isInternal(name: string): boolean {
  return name.startsWith('data-alt-') || name === 'data-origin' || /^on/i.test(name);
}

/** What the table of elements says, where the author has not said otherwise. A link that leads nowhere means nothing. */
function addMeaning(node: ElementNode, written: Attributes): void {
  const meaning = meaningOf(node);
  if (node.tagName === 'a' && !written.has('href')) return;
  if (meaning?.epubType && !written.has('epub:type')) written.set('epub:type', meaning.epubType);
  if (meaning?.role && !written.has('role')) written.set('role', meaning.role);
}

/** Lists in the text are landmarks of the page, which screen readers tell apart by their names. */
function labelOf(node: ElementNode, { contents, figures, tables }: Phrases): string | undefined {
  if (node.tagName !== 'nav') return undefined;
  const names = { contents, figures, tables };
  return Object.entries(names).find(([name]) => hasClass(node, name))?.[1];
}

/** A place in this book, or an address on the web; undefined for what a reader could not follow. */
function linkHref(href: string, context: SerialiseContext): string | undefined {
  if (href.startsWith('#')) {
    const id = href.slice(1);
    const file = context.references.files.get(id);
    if (file === undefined) return undefined;
    return file === context.href ? `#${id}` : `${file}#${id}`;
  }
  if (!/^(https?|mailto|tel):/i.test(href)) return undefined;
  return URL.canParse(href) ? new URL(href).href : undefined;
}

function serialiseText(node: TextNode, inherited: Origin, context: SerialiseContext): string {
  const origin = originOf(node, inherited);
  const markers = node.key === undefined ? [] : (context.pages.inText.get(node.key) ?? []);
  let written = '';
  let at = 0;
  for (const marker of markers) {
    written += escapeText(node.value.slice(at, marker.offset)) + pageMarker(marker);
    at = marker.offset;
  }
  written += escapeText(node.value.slice(at));
  return origin === inherited || node.value.trim() === '' ? written : originSpan(origin, written);
}

function originSpan(origin: Origin, written: string): string {
  return `<span data-origin="${origin}">${written}</span>`;
}

/** Content nodes have keys; a node that says nothing of itself is what its parent is. */
function originOf(node: TreeNode, inherited: Origin): Origin {
  return node.origin ?? (node.key === undefined ? inherited : 'content');
}

function pageMarker({ id, label }: PageMarker): string {
  return (
    `<span epub:type="pagebreak" role="doc-pagebreak" id="${escapeAttribute(id)}"` +
    ` aria-label="${escapeAttribute(label)}"></span>`
  );
}

function writeAttributes(written: Attributes): string {
  let text = '';
  written.forEach((value, name) => {
    text += ` ${name}="${escapeAttribute(value)}"`;
  });
  return text;
}
