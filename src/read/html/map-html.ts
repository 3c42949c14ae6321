/**
 * Nodes of parse5 → nodes of our tree: what the allow-list keeps, with line, language and links; what is
 * left out is told. The order of words never changes. Where elements may stand in each other is seen to
 * afterwards (`settle.ts`).
 */
import { diagnostic, type Diagnostic, type DiagnosticCode, type Span } from '../../diagnostic.js';
import {
  element,
  noProperties,
  text,
  type ElementNode,
  type Properties,
  type TreeNode,
} from '../../document/tree.js';
import { imageProperties } from '../figure.js';
import type { Picture } from '../markdown-context.js';
import { attributeOf, followedAddress, isHidden, keptProperties, pictureSize } from './attributes.js';
import {
  emptyElements,
  embeddingElements,
  isPhrasing,
  keptElements,
  leftOutElements,
  renamedElements,
  unwrappedElements,
} from './elements.js';
import { captionOfFigure, captionOfTable, labelOf } from './caption-words.js';
import { embedLink, embedTitle, embeddedAddress } from './embeds.js';
import { mapFormula } from './mathml.js';
import { htmlText, isElement, isText, type HtmlElement, type HtmlNode } from './parse.js';
import { outsideRuby, settleRuby } from './ruby.js';
import { placePattern } from './tags.js';

/** What the mapping must know of the text. */
export interface HtmlContext {
  readonly file: string;
  /** BCP 47: of the words that we add. */
  readonly language: string;
  readonly diagnostics: Diagnostic[];
  /** The line, from 1, of a UTF-16 offset in the markup. */
  lineAt(offset: number): number;
  /** The picture of an `img`. */
  pictureOf(node: HtmlElement): Picture | undefined;
  /** What already was a node of ours: an element by its place's number, with new children where it was open. */
  placed?(node: HtmlElement, children: () => readonly TreeNode[]): TreeNode | undefined;
  /** The text node of a place. */
  placedText?(number: number): TreeNode | undefined;
  /** The words of an attribute in the language of the text around. */
  wordsOf?(typed: string, span: Span): readonly TreeNode[];
}

/** Where in the tree nodes are mapped. */
interface Place {
  /** In a line of text: an element of nobody's is a span. */
  readonly phrasing: boolean;
  /** Blanks and line ends count. */
  readonly pre: boolean;
  /** The words of the caption of the figure around. */
  readonly caption: string;
  /** Straight in a ruby. */
  readonly ruby?: boolean;
}

/** Maps the children of an article. */
export function mapHtml(nodes: readonly HtmlNode[], context: HtmlContext): readonly TreeNode[] {
  return new Mapper(context).nodes(nodes, { phrasing: false, pre: false, caption: '' });
}

class Mapper {
  constructor(private readonly context: HtmlContext) {}

  nodes(nodes: readonly HtmlNode[], place: Place): TreeNode[] {
    return nodes.flatMap((node) => {
      if (isText(node)) return this.#text(node.value, this.#offset(node), place.pre);
      return isElement(node) ? this.#element(node, place) : [];
    });
  }

  #element(node: HtmlElement, place: Place): readonly TreeNode[] {
    const { tagName } = node;
    const before = this.context.placed?.(node, () => this.#children(node, { ...place, ruby: false }));
    if (before) return [before];
    if (emptyElements.has(tagName)) return [];
    if (leftOutElements.has(tagName)) return this.#leaveOut(node, tagName);
    if (isHidden(node)) return this.#leaveOut(node, 'hidden');
    if (embeddingElements.has(tagName)) return this.#embed(node);
    if (unwrappedElements.has(tagName)) return this.nodes(node.childNodes, place);
    switch (tagName) {
      case 'img':
        return [this.#picture(node, place.caption)];
      case 'input':
        return this.#input(node);
      case 'ruby':
        return settleRuby(this.#made(node, tagName, { ...place, phrasing: true }));
      case 'rt':
      case 'rp': {
        const made = this.#made(node, tagName, { ...place, phrasing: true });
        return place.ruby ? [made] : outsideRuby(made);
      }
      case 'a':
        return [this.#link(node, place)];
      case 'math':
        return [this.#formula(node, place)];
      case 'figure':
        return [this.#made(node, 'figure', { ...place, caption: captionOfFigure(node) })];
      case 'table':
        return [this.#made(node, 'table', { ...place, caption: captionOfTable(node) ?? place.caption })];
      case 'details':
        return [this.#made(node, 'details', place, { open: true })];
      default:
        return [this.#plain(node, place)];
    }
  }

  #plain(node: HtmlElement, place: Place): TreeNode {
    const { tagName } = node;
    const renamed = Object.hasOwn(renamedElements, tagName) ? renamedElements[tagName] : undefined;
    if (renamed) return this.#made(node, renamed.tagName, place, noProperties, renamed.class);
    if (keptElements.has(tagName)) return this.#made(node, tagName, place);
    return this.#unknown(node, place);
  }

  /** An element of somebody's own: a block or a part of a line, with what its attributes say in words. */
  #unknown(node: HtmlElement, place: Place): TreeNode {
    const tagName = place.phrasing ? 'span' : 'div';
    // Namespaces and the like are no class.
    const own = /^[a-z][a-z\d-]*$/.test(node.tagName) ? node.tagName : undefined;
    const made = this.#made(node, tagName, place, noProperties, own);
    if (place.phrasing) return made;
    const span = this.#span(node);
    const said = (className: string, label: string): readonly TreeNode[] => {
      const words = attributeOf(node, className)?.trim() ?? '';
      if (words === '' && label === '') return [];
      const nodes = words === '' ? [] : (this.context.wordsOf?.(words, span) ?? [text(words, { span })]);
      const colon = words === '' ? '' : ': ';
      const start = label === '' ? [] : [text(`${label}${colon}`, { span, origin: 'generated' })];
      return [element('p', { className: [className] }, [...start, ...nodes], { span })];
    };
    const children = [...said('file-name', ''), ...made.children, ...said('caption', labelOf(node))];
    return { ...made, children };
  }

  #made(
    node: HtmlElement,
    tagName: string,
    place: Place,
    more: Properties = noProperties,
    ...classNames: readonly (string | undefined)[]
  ): ElementNode {
    const className = classNames.filter((name) => name !== undefined);
    const properties = { ...keptProperties(node, tagName, className), ...more };
    const inside = {
      ...place,
      phrasing:
        place.phrasing ||
        (isPhrasing(tagName) && tagName !== 'a') ||
        /^(?:p|h[1-6]|pre|summary)$/.test(tagName),
      pre: place.pre || tagName === 'pre',
      ruby: tagName === 'ruby',
    };
    return element(
      tagName,
      Object.keys(properties).length > 0 ? properties : noProperties,
      this.#children(node, inside),
      { span: this.#span(node) },
    );
  }

  #children(node: HtmlElement, place: Place): readonly TreeNode[] {
    return this.nodes(node.childNodes, place);
  }

  /** A link, or the place that a link may lead to. */
  #link(node: HtmlElement, place: Place): TreeNode {
    const typed = attributeOf(node, 'href');
    const href = followedAddress(typed);
    const name = attributeOf(node, 'id') ?? attributeOf(node, 'name');
    const id = name === undefined || name.trim() === '' ? {} : { id: name.trim() };
    if (typed !== undefined && href === undefined)
      this.#say('READ-LEFT-OUT', node, { type: 'href', text: shorten(typed) });
    return href === undefined || href === ''
      ? this.#made(node, 'span', place, id)
      : this.#made(node, 'a', place, { ...id, href });
  }

  #formula(node: HtmlElement, place: Place): TreeNode {
    const nodes = (inner: HtmlNode): TreeNode[] => this.nodes([inner], { ...place, phrasing: true });
    return mapFormula(node, { nodes, span: (of) => this.#span(of) });
  }

  #picture(node: HtmlElement, caption: string): TreeNode {
    const span = this.#span(node);
    const picture = this.context.pictureOf(node);
    const typed = attributeOf(node, 'alt');
    const alt = (typed ?? '').replace(/\s+/g, ' ').trim();
    if (!picture?.image) {
      const words = alt === '' ? [] : [text(alt, { span })];
      return element('span', { className: ['without-photo'] }, words, { span });
    }
    const own = { ...keptProperties(node, 'img'), ...pictureSize(node) };
    // An empty text is the author's word that the picture is decoration (HTML standard, 4.8.4.4.6).
    if (typed !== undefined && alt === '' && picture.sidecar === undefined && caption === '')
      return element('img', { ...own, src: picture.image.id, alt: '', role: 'presentation' }, [], { span });
    const made = imageProperties(picture.image, alt || picture.sidecar, caption, span);
    this.context.diagnostics.push(...made.diagnostics);
    return element('img', { ...own, ...made.properties }, [], { span });
  }

  /** A ticked or an open box; other fields hold nothing to read. */
  #input(node: HtmlElement): readonly TreeNode[] {
    if (attributeOf(node, 'type')?.toLowerCase() !== 'checkbox') return [];
    const span = this.#span(node);
    const box = text(attributeOf(node, 'checked') === undefined ? '☐' : '☑', { span, origin: 'generated' });
    return [element('span', { className: ['task-box'] }, [box], { span })];
  }

  #embed(node: HtmlElement): readonly TreeNode[] {
    const address = embeddedAddress(node);
    const title = embedTitle(node);
    if (address === undefined && title === '') {
      const file = attributeOf(node, 'src') ?? attributeOf(node, 'data') ?? '';
      this.#say('READ-LEFT-OUT', node, { type: node.tagName, text: shorten(htmlText(node) || file) });
      return [];
    }
    this.#say('READ-HTML-EMBED', node, { tag: node.tagName, address: address ?? title });
    return [embedLink(node.tagName, address, title, this.#span(node))];
  }

  #leaveOut(node: HtmlElement, type: string): readonly TreeNode[] {
    const words = htmlText(node).replace(/\s+/g, ' ').trim();
    if (words !== '' || node.tagName === 'svg')
      this.#say('READ-LEFT-OUT', node, { type, text: shorten(words) });
    return [];
  }

  #say(code: DiagnosticCode, node: HtmlElement, values: Readonly<Record<string, string>>): void {
    this.context.diagnostics.push(diagnostic(code, values, { span: this.#span(node) }));
  }

  #text(value: string, offset: number, pre: boolean): readonly TreeNode[] {
    const nodes: TreeNode[] = [];
    let at = 0;
    for (const [place] of value.matchAll(placePattern)) {
      const start = value.indexOf(place, at);
      nodes.push(...this.#lines(value.slice(at, start), offset + at, pre));
      const node = this.context.placedText?.(Number(place.slice(1, -1)));
      if (node) nodes.push(node);
      at = start + place.length;
    }
    nodes.push(...this.#lines(value.slice(at), offset + at, pre));
    return nodes;
  }

  /** A text node for each line, blanks closed. */
  #lines(value: string, offset: number, pre: boolean): readonly TreeNode[] {
    if (value === '') return [];
    const { file } = this.context;
    if (pre || !value.includes('\n'))
      return [text(pre ? value : closed(value), { span: { file, line: this.context.lineAt(offset) } })];
    const nodes: TreeNode[] = [];
    let at = offset;
    const lines = value.split('\n');
    lines.forEach((line, index) => {
      const last = index === lines.length - 1;
      const words = closed(index === 0 ? line : line.replace(/^[ \t\r\f]+/, ''));
      const shown = last ? words : `${words.replace(/ $/, '')} `;
      if (shown !== '' && (shown !== ' ' || index === 0))
        nodes.push(text(shown, { span: { file, line: this.context.lineAt(at) } }));
      at += line.length + 1;
    });
    return nodes;
  }

  #span(node: HtmlElement): Span {
    return { file: this.context.file, line: this.context.lineAt(this.#offset(node)) };
  }

  /** Elements that the parser made up stand where their content does. */
  #offset(node: HtmlNode): number {
    for (let at: HtmlNode | undefined = node; at; at = isElement(at) ? at.childNodes[0] : undefined) {
      if (at.sourceCodeLocation) return at.sourceCodeLocation.startOffset;
    }
    return 0;
  }
}

/** The blanks of HTML; a no-break space is none (Infra standard, 4.6: ASCII whitespace). */
function closed(value: string): string {
  return value.replace(/[ \t\r\n\f]+/g, ' ');
}

/** UTF-16 units of what a message shows. */
const shownLength = 120;

function shorten(words: string): string {
  const plain = closed(words.replace(placePattern, '')).trim();
  return plain.length <= shownLength ? plain : `${plain.slice(0, shownLength)}…`;
}
