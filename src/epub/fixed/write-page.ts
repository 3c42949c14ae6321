/**
 * One page as the body of a content document: what is drawn as pictures behind the text, and the text in
 * reading order in the elements of the tree, as far as they have something on this page. Every part stands
 * where layout put it; the elements around take no room.
 */
import { meaningOf } from '../../document/elements.js';
import type { Page, PageItem } from '../../document/page.js';
import type { TreeIndex } from '../../document/tree-index.js';
import { attributes, type ElementNode, type NodeKey, type Origin } from '../../document/tree.js';
import { escapeAttribute } from '../../document/xml.js';
import type { ShownPicture } from '../gather-pictures.js';
import { pageParts, type PagePart, type TextPart } from './page-parts.js';
import type { Leaf, LeafPlacer } from './place-leaves.js';
import type { SplitWords } from './split-words.js';
import { layersOf, withoutIdleClips } from './stack-parts.js';
import { pageAnchorId, type Places } from './places.js';
import type { TextLooks } from './text-looks.js';
import { pictureMarkup, textMarkup, writtenText } from './write-parts.js';

/** What the pages share. */
export interface PageContext {
  readonly index: TreeIndex;
  readonly looks: TextLooks;
  /** The text nodes of the content by their keys. */
  readonly texts: ReadonlyMap<NodeKey, string>;
  /** Pictures that are read out. */
  readonly shown: ReadonlyMap<ElementNode, ShownPicture>;
  /** Draws items as SVG, for the layer of this number. */
  readonly draw: (page: Page, items: readonly PageItem[], layer: number) => string;
  readonly places: Places;
  readonly words: SplitWords;
}

/** A page and what its document is called. */
export interface PageTask {
  readonly page: Page;
  readonly href: string;
}

/** A page in two steps: where everything stands, so that links can be written when all pages are known. */
export interface PlannedPage extends PageTask {
  readonly leaves: readonly Leaf[];
  readonly furniture: readonly { readonly part: TextPart; readonly layer: number }[];
  /** What is drawn, by layer. */
  readonly drawn: readonly (readonly PageItem[])[];
}

/** Puts the parts of a page in order, and notes the ids that stand on it. */
export function planPage(
  { page, href }: PageTask,
  { placer, places }: { readonly placer: LeafPlacer; readonly places: Places },
): PlannedPage {
  const parts = pageParts(page.items).map((part) => (part.type === 'drawn' ? part : withoutIdleClips(part)));
  const layers = layersOf(parts);
  const { leaves, furniture } = placer.place(parts, layers);
  for (const { path } of leaves) {
    for (const { properties } of path) {
      const { id } = properties;
      if (typeof id === 'string') places.note(id, href);
    }
  }
  return { page, href, leaves, furniture, drawn: drawnLayers(parts, layers) };
}

function drawnLayers(
  parts: readonly PagePart[],
  layers: readonly number[],
): readonly (readonly PageItem[])[] {
  const drawn: PageItem[][] = [];
  parts.forEach((part, i) => {
    if (part.type === 'drawn') (drawn[layers[i] ?? 0] ??= []).push(part.item);
  });
  return Array.from(drawn, (items) => items ?? []);
}

/** Writes what stands in `body`. */
export function writePage(planned: PlannedPage, context: PageContext): string {
  const { page, drawn } = planned;
  const pictures = drawn.map((items, layer) => (items.length > 0 ? context.draw(page, items, layer) : ''));
  const writer = new TreeWriter(planned, context);
  return [...pictures, pageAnchor(page), writer.write(), furniture(planned, context)]
    .filter((text) => text !== '')
    .join('\n');
}

function pageAnchor({ label }: Page): string {
  return (
    `<span epub:type="pagebreak" role="doc-pagebreak" id="${pageAnchorId}"` +
    ` aria-label="${escapeAttribute(label)}"></span>`
  );
}

/** Running heads and page numbers: seen, and neither read out nor copied. */
function furniture({ furniture: parts }: PlannedPage, { looks }: PageContext): string {
  if (parts.length === 0) return '';
  const lines = parts.map(({ part, layer }) => {
    const written = { text: part.text, textCase: 'none' } as const;
    return `<div>${textMarkup(part, written, looks, { layer })}</div>\n`;
  });
  return `<div class="furniture" aria-hidden="true" data-origin="template">\n${lines.join('')}</div>`;
}

/** Elements that would do something of their own to what stands in them; they are written as `div`. */
const plainBlocks = new Set(['details', 'summary', 'fieldset', 'legend', 'center', 'dir']);

/** Their parts stand in the line on a page, where a reader would put them above it and hide the parentheses. */
const plainSpans = new Set(['ruby', 'rt', 'rp']);

const phrasing = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

const blocks = new Set(
  (
    'article aside section nav header footer main div h1 h2 h3 h4 h5 h6 hgroup p blockquote pre figure figcaption ' +
    'address ul ol li dl dt dd table caption thead tbody tfoot tr th td'
  ).split(' '),
);

/** Attributes that mean something without the other pages and without the reflowable style sheet. */
const keptAttributes = new Set(
  'lang title scope colspan rowspan datetime cite start reversed value type dir role'.split(' '),
);

/** Those of ARIA that name other elements, which may stand on other pages. */
const referring = /^aria-(?:labelledby|describedby|details|owns|controls|flowto|activedescendant)$/;

class TreeWriter {
  readonly #open: { readonly element: ElementNode; readonly end: string; readonly origin: Origin }[] = [];
  #written = '';

  constructor(
    private readonly page: PlannedPage,
    private readonly context: PageContext,
  ) {}

  write(): string {
    const { leaves } = this.page;
    for (const [i, leaf] of leaves.entries()) {
      const common = this.#commonWith(leaf.path);
      this.#close(common);
      for (const element of leaf.path.slice(common)) this.#start(element);
      if (leaf.part) this.#written += this.#leaf(leaf, leaves[i + 1]);
    }
    this.#close(0);
    return this.#written.trimEnd();
  }

  #commonWith(path: readonly ElementNode[]): number {
    let common = 0;
    while (common < this.#open.length && this.#open[common]?.element === path[common]) common++;
    return common;
  }

  #close(depth: number): void {
    while (this.#open.length > depth) this.#written += this.#open.pop()?.end ?? '';
  }

  get #origin(): Origin {
    return this.#open.at(-1)?.origin ?? bodyOrigin;
  }

  #start(element: ElementNode): void {
    const inherited = this.#origin;
    const origin = element.origin ?? (element.key === undefined ? inherited : 'content');
    const name = this.#nameOf(element);
    if (name === undefined) {
      this.#open.push({ element, end: '', origin: inherited });
      return;
    }
    const written = this.#attributesOf(element, name);
    if (origin !== inherited) written.set('data-origin', origin);
    const list = [...written].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('');
    this.#written += `<${name}${list}>`;
    const end = `</${name}>${phrasing.has(name) ? '' : '\n'}`;
    this.#open.push({ element, end, origin });
  }

  #nameOf(element: ElementNode): string | undefined {
    const { tagName } = element;
    if (plainBlocks.has(tagName)) return 'div';
    if (plainSpans.has(tagName)) return 'span';
    // A note that a reader may pop up is hidden on the page by some, and it has its place here.
    if (tagName === 'aside' && meaningOf(element)?.epubType === 'footnote') return 'div';
    if (tagName === 'a' && this.#open.some(({ element: around }) => around.tagName === 'a')) return undefined;
    return phrasing.has(tagName) || blocks.has(tagName) ? tagName : undefined;
  }

  #attributesOf(element: ElementNode, name: string): Map<string, string> {
    const written = new Map<string, string>();
    for (const [key, value] of attributes(element)) {
      if (key === 'id') {
        if (this.context.places.fileOf(value) === this.page.href && !this.#ids.has(value)) {
          this.#ids.add(value);
          written.set('id', value);
        }
      } else if (key === 'href') {
        const href = name === 'a' ? this.#href(value) : undefined;
        if (href !== undefined) written.set('href', href);
      } else if (key === 'lang' || key === 'xml:lang') {
        written.set('xml:lang', value);
        written.set('lang', value);
      } else if (keptAttributes.has(key) || (key.startsWith('aria-') && !referring.test(key))) {
        written.set(key, value);
      }
    }
    const role = meaningOf(element)?.role;
    const leads = name !== 'a' || written.has('href');
    // The call of a note is a plain link: the note stands on a page, and popped up it would be as small as there.
    const plain = role === 'doc-noteref';
    if (role !== undefined && leads && !plain && !written.has('role')) written.set('role', role);
    return written;
  }

  readonly #ids = new Set<string>();

  #href(href: string): string | undefined {
    if (href.startsWith('#')) return this.context.places.link(href.slice(1), this.page.href);
    if (!/^(https?|mailto|tel):/i.test(href)) return undefined;
    return URL.canParse(href) ? new URL(href).href : undefined;
  }

  #leaf({ part, node, layer }: Leaf, next: Leaf | undefined): string {
    const inherited = this.#origin;
    if (part?.type === 'picture') {
      const element = this.context.index.nodes[node];
      const shown = element?.type === 'element' ? this.context.shown.get(element) : undefined;
      if (!shown) return '';
      const origin = element?.origin ?? (element?.key === undefined ? inherited : 'content');
      return pictureMarkup(part, shown, { layer, origin: origin === inherited ? undefined : origin });
    }
    if (part?.type !== 'text') return '';
    const { source, origin } = part.run;
    const typed = source && this.context.texts.get(source.node);
    const written = writtenText(part, typed);
    const own = origin === inherited ? undefined : origin;
    const listed = this.#withLineFeeds(part, written.text, node);
    const text = standsApart(part, next?.part) ? `${listed} ` : listed;
    const { looks, words } = this.context;
    const placing = { layer, origin: own, rest: words.rest.get(part), again: words.again.has(part) };
    return textMarkup(part, { ...written, text }, looks, placing);
  }

  /** In a listing lines end with line feeds, where a blank stands for them on the page. */
  #withLineFeeds({ run }: TextPart, text: string, node: number): string {
    if (!run.source || !this.#open.some(({ element }) => element.tagName === 'pre')) return text;
    const { nodes } = this.context.index;
    const at = nodes[node];
    let following = at?.type === 'text' ? at.value.slice(run.source.end) : '';
    for (let next = node + 1; following.trim() === '' && next < nodes.length; next++) {
      const other = nodes[next];
      if (other?.type === 'text') following += other.value;
    }
    const feeds = /^[ \t]*(?:\n[ \t]*)*/.exec(following)?.[0].replace(/[^\n]/g, '') ?? '';
    return feeds === '' ? text : text.replace(/ $/, '') + feeds;
  }
}

/** Who wrote what stands in `body`, where no element says otherwise. */
export const bodyOrigin: Origin = 'template';

/** Whether a style sheet made one of two texts, and they stand apart on the page with no blank between them. */
function standsApart({ run, text, x, y }: TextPart, next: Leaf['part']): boolean {
  if (next?.type !== 'text' || next.run.origin === run.origin) return false;
  if (/\s$/u.test(text) || /^\s/u.test(next.text)) return false;
  return Math.abs(next.y - y) > run.size / 2 || next.x - (x + run.width) > run.size / 10;
}
