/**
 * HTML → the nodes of parse5, the parser of the HTML standard, with their places in the text. Elements
 * nested deeper than any article needs lose their tags, not their words, so that every later stage may
 * go down the tree.
 */
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { leftOutElements } from './elements.js';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;

/** Elements in each other. */
const deepest = 200;

const options = { sourceCodeLocationInfo: true, scriptingEnabled: false } as const;

/** The children of `body` that a fragment makes. */
export function parseHtmlFragment(source: string): readonly HtmlNode[] {
  const { childNodes } = parseFragment(source, options);
  flatten(childNodes);
  return childNodes;
}

/** The document that a file makes. */
export function parseHtmlDocument(source: string): HtmlElement | undefined {
  const { childNodes } = parse(source, options);
  flatten(childNodes);
  return childNodes.find((node): node is HtmlElement => isElement(node) && node.tagName === 'html');
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

/** Takes the tags off that stand too deep. */
function flatten(nodes: HtmlNode[]): void {
  const open = nodes.map((node) => ({ node, depth: 1 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (!isElement(node)) continue;
    if (depth >= deepest && node.childNodes.some(isElement)) node.childNodes = textsBelow(node);
    for (const child of node.childNodes) open.push({ node: child, depth: depth + 1 });
  }
}

/** The texts of a subtree in order, without going down by calls. */
function textsBelow(top: HtmlElement): HtmlText[] {
  const texts: HtmlText[] = [];
  const open: HtmlNode[] = top.childNodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node)) texts.push(node);
    else if (isElement(node) && !leftOutElements.has(node.tagName))
      for (const child of node.childNodes.toReversed()) open.push(child);
  }
  return texts;
}
