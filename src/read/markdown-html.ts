/**
 * HTML in Markdown: the blocks of a file in which stretches of HTML stand as typed → blocks without. All of
 * them are written as one text of HTML, in which what Markdown made already only has a number, and the
 * parser of the HTML standard pairs the tags; so a table or a box may open in one block and close in
 * another. Nodes without HTML in them come out as the same objects.
 */
import { diagnostic, type Diagnostic, type Span } from '../diagnostic.js';
import { text, textOf, type ElementNode, type TreeNode } from '../document/tree.js';
import { attributeOf } from './html/attributes.js';
import { mapHtml, type HtmlContext } from './html/map-html.js';
import {
  isElement,
  nestingDiagnostics,
  parseHtmlFragment,
  type HtmlElement,
  type HtmlNode,
} from './html/parse.js';
import { settleBlocks } from './html/settle.js';
import { markupPieces, placeMarks, tagAt, voidElements, type HtmlNames } from './html/tags.js';
import type { MarkdownContext } from './markdown-context.js';
import { inlineNodes } from './markdown-inline.js';
import { parseLine } from './markdown-parse.js';
import type { PictureReader } from './markdown-pictures.js';
import { htmlOf } from './markdown-raw.js';

/** What the blocks belong to. */
export interface MarkdownFile {
  readonly context: MarkdownContext;
  readonly pictures: PictureReader;
  readonly names: HtmlNames;
}

/** The blocks with their HTML read; its pictures are read through the file's. */
export async function joinHtml(
  blocks: readonly TreeNode[],
  { context, pictures, names }: MarkdownFile,
): Promise<readonly TreeNode[]> {
  const markup = new Markup(names);
  for (const block of blocks) markup.add(block);
  const { content: nodes, leftOut } = parseHtmlFragment(markup.text);
  await pictures.readAll(
    picturesIn(nodes).map((node) => ({
      source: attributeOf(node, 'src') ?? '',
      line: markup.lineAt(node.sourceCodeLocation?.startOffset ?? 0),
    })),
  );
  const mapped = mapHtml(nodes, htmlContext(markup, context));
  const lineAt = (offset: number): number => markup.lineAt(offset);
  context.diagnostics.push(...nestingDiagnostics(leftOut, context.file, lineAt), ...markup.lost(context));
  return settleBlocks(mapped, (node) => markup.isWhole(node));
}

function htmlContext(markup: Markup, context: MarkdownContext): HtmlContext {
  return {
    file: context.file,
    language: context.language,
    diagnostics: context.diagnostics,
    lineAt: (offset) => markup.lineAt(offset),
    pictureOf: (node) => context.pictures.get(attributeOf(node, 'src') ?? ''),
    placed: (node, children) => markup.placed(node, children),
    placedText: (number) => markup.placedText(number),
    wordsOf: (typed, span) => wordsOf(typed, span, context),
  };
}

/** The words of an attribute may hold Markdown. */
function wordsOf(typed: string, span: Span, context: MarkdownContext): readonly TreeNode[] {
  const line = span.line ?? 1;
  context.enter([line - 1, line]);
  const tokens = parseLine(typed);
  return tokens ? inlineNodes(tokens, context) : [text(typed, { span: context.locate(typed) })];
}

function picturesIn(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return nodes.filter(isElement).flatMap((node) => {
    if (node.tagName !== 'img') return picturesIn(node.childNodes);
    return attributeOf(node, placeMarks.open) === undefined && attributeOf(node, 'src') ? [node] : [];
  });
}

/** The blocks as one text of HTML. */
class Markup {
  text = '';
  /** Nodes by their numbers in the text. */
  readonly #places: TreeNode[] = [];
  /** Elements that stand in the text by their number only. */
  readonly #whole = new Set<TreeNode>();
  readonly #met = new Set<TreeNode>();
  /** Stretches that were typed: where they begin in the text, and on which line. */
  readonly #typed: { readonly at: number; readonly line: number }[] = [];
  readonly #broken = new Map<TreeNode, boolean>();

  constructor(private readonly names: HtmlNames) {}

  add(node: TreeNode): void {
    const typed = htmlOf(node);
    if (typed !== undefined) this.#addTyped(typed, node.span?.line ?? 1);
    else if (node.type === 'text') this.text += `${placeMarks.open}${this.#number(node)}${placeMarks.close}`;
    else this.#addElement(node);
  }

  #addElement(node: ElementNode): void {
    const { tagName } = node;
    const start = `<${tagName} ${placeMarks.open}="${this.#number(node)}">`;
    this.#typed.push({ at: this.text.length, line: node.span?.line ?? 1 });
    this.text += start;
    if (voidElements.has(tagName)) this.#whole.add(node);
    else if (this.#holdsHtml(node)) for (const child of node.children) this.add(child);
    else this.#whole.add(node);
    if (!voidElements.has(tagName)) this.text += `</${tagName}>`;
  }

  #number(node: TreeNode): number {
    this.#places.push(node);
    return this.#places.length - 1;
  }

  #holdsHtml(node: TreeNode): boolean {
    if (node.type === 'text') return false;
    const before = this.#broken.get(node);
    if (before !== undefined) return before;
    const holds = node.children.some((child) => htmlOf(child) !== undefined || this.#holdsHtml(child));
    this.#broken.set(node, holds);
    return holds;
  }

  #addTyped(typed: string, line: number): void {
    const clean = typed.replaceAll(placeMarks.open, '').replaceAll(placeMarks.close, '');
    for (const piece of markupPieces(clean, this.names)) {
      this.#typed.push({ at: this.text.length, line: line + lineFeeds(clean, 0, piece.at) });
      this.text += piece.type === 'words' ? piece.text.replaceAll('<', '&lt;') : closed(piece.text);
    }
  }

  /** From 1. */
  lineAt(offset: number): number {
    let [from, to] = [0, this.#typed.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#typed[middle]?.at ?? 0) <= offset) from = middle + 1;
      else to = middle;
    }
    const typed = this.#typed[from - 1];
    return typed ? typed.line + lineFeeds(this.text, typed.at, offset) : 1;
  }

  /** The node of a place; its new children where HTML is among them. */
  placed(node: HtmlElement, children: () => readonly TreeNode[]): TreeNode | undefined {
    const number = attributeOf(node, placeMarks.open);
    const before = number === undefined ? undefined : this.#places[Number(number)];
    if (before?.type !== 'element') return undefined;
    this.#met.add(before);
    return this.#whole.has(before) ? before : { ...before, children: children() };
  }

  placedText(number: number): TreeNode | undefined {
    const node = this.#places[number];
    if (node) this.#met.add(node);
    return node;
  }

  isWhole(node: TreeNode): boolean {
    return this.#whole.has(node);
  }

  /** What the parser dropped, as it drops blocks in a list of options. */
  lost({ line }: MarkdownContext): readonly Diagnostic[] {
    return this.#places
      .filter((node) => !this.#met.has(node) && (node.type === 'text' || this.#whole.has(node)))
      .filter((node) => textOf(node).trim() !== '')
      .map((node) =>
        diagnostic('READ-LEFT-OUT', { type: 'html', text: textOf(node) }, { span: node.span ?? line }),
      );
  }
}

/** `<div/>`: who writes so closes the element, which HTML does not. */
function closed(markup: string): string {
  const tag = tagAt(markup, 0);
  if (!tag?.selfClosing || voidElements.has(tag.name)) return markup;
  return `${markup.slice(0, tag.end).replace(/\/>$/, '>')}</${tag.name}>${markup.slice(tag.end)}`;
}

function lineFeeds(of: string, from: number, to: number): number {
  let count = 0;
  for (let at = of.indexOf('\n', from); at >= 0 && at < to; at = of.indexOf('\n', at + 1)) count++;
  return count;
}
