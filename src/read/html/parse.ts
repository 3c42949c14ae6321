/**
 * HTML → the nodes of parse5, the parser of the HTML standard, with their places in the text, nested no
 * deeper than any article needs.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { diagnostic, type Diagnostic } from '../../diagnostic.js';
import { ShallowParser, type LeftOutTags } from './shallow-parser.js';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;

const options = { sourceCodeLocationInfo: true, scriptingEnabled: false } as const;

/** What a text of HTML holds, and the tags that stood too deep. */
export interface ParsedHtml<Content> {
  readonly content: Content;
  readonly leftOut: LeftOutTags;
}

/** The children of `body` that a fragment makes. */
export function parseHtmlFragment(source: string): ParsedHtml<readonly HtmlNode[]> {
  const parser = ShallowParser.ofFragment(options);
  parser.tokenizer.write(wellFormed(source), true);
  return { content: parser.getFragment().childNodes, leftOut: parser.leftOut };
}

/** The document that a file makes. */
export function parseHtmlDocument(source: string): ParsedHtml<HtmlElement | undefined> {
  const parser = new ShallowParser(options);
  parser.tokenizer.write(wellFormed(source), true);
  const html = parser.document.childNodes.find((node): node is HtmlElement => node.nodeName === 'html');
  return { content: html, leftOut: parser.leftOut };
}

/**
 * Halves of surrogate pairs that stand alone become U+FFFD, each in its place: parse5 takes two low ones
 * for a character and throws.
 */
function wellFormed(source: string): string {
  return source.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** What is said of tags that stood too deep; `lineAt` gives the line, from 1, of a UTF-16 offset. */
export function nestingDiagnostics(
  { count, at, limit }: LeftOutTags,
  file: string,
  lineAt: (offset: number) => number,
): readonly Diagnostic[] {
  if (count === 0) return [];
  const span = { file, line: lineAt(at) };
  return [diagnostic('READ-HTML-NESTING', { count, limit }, { span })];
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === '#text';
}

/** All characters in a node, in order; comments are none. */
export function htmlText(node: HtmlNode): string {
  if (isText(node)) return node.value;
  return isElement(node) ? node.childNodes.map(htmlText).join('') : '';
}
