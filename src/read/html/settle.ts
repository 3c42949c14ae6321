/**
 * Where elements may stand in each other (the content models of the HTML standard, which EPUB asks for):
 * paragraphs and headings hold lines only, lists hold items, no link holds a link. Elements are moved and
 * renamed for it, words never. Text that stands by itself between blocks becomes a paragraph, a picture
 * that stands by itself a figure.
 */
import { element, hasClass, type ElementNode, type TreeNode } from '../../document/tree.js';
import { isPhrasing } from './elements.js';
import {
  figuresOf,
  isBlank,
  isBlock,
  lines,
  paragraphs,
  paragraphsIfMixed,
  runs,
  trimmed,
} from './settle-lines.js';
import {
  renamed,
  settleDefinitions,
  settleFigure,
  settleItem,
  settleItems,
  settleTable,
} from './settle-parts.js';

/** Blocks whose text stands in paragraphs. */
const paragraphed: ReadonlySet<string> = new Set(
  'section article aside blockquote div details header footer'.split(' '),
);
/** Blocks whose text may stand alone, but not beside blocks. */
const mixed: ReadonlySet<string> = new Set('td th dd figcaption address'.split(' '));
const linesOnly: ReadonlySet<string> = new Set('h1 h2 h3 h4 h5 h6 pre summary dt caption'.split(' '));

/** Tells nodes that are right as they are. */
export type IsSettled = (node: TreeNode) => boolean;

/** The blocks of an article. */
export function settleBlocks(
  nodes: readonly TreeNode[],
  isSettled: IsSettled = () => false,
): readonly TreeNode[] {
  const settler = new Settler(isSettled);
  return paragraphs(strays(settler.all(nodes, false)));
}

class Settler {
  constructor(private readonly isSettled: IsSettled) {}

  all(nodes: readonly TreeNode[], inLink: boolean): readonly TreeNode[] {
    return nodes.flatMap((node) => (node.type === 'text' ? [node] : this.#one(node, inLink)));
  }

  #one(given: ElementNode, inLink: boolean): readonly TreeNode[] {
    if (!inLink && this.isSettled(given)) return [given];
    const node = inLink && given.tagName === 'a' ? withoutLink(given) : given;
    const children = this.all(node.children, inLink || node.tagName === 'a');
    const { tagName } = node;
    if (isPhrasing(tagName)) return spread(node, children);
    if (tagName === 'p') return splitParagraph(node, children);
    if (linesOnly.has(tagName))
      return [{ ...node, children: tagName === 'pre' ? lines(children) : trimmed(lines(children)) }];
    switch (tagName) {
      case 'li':
        return [{ ...node, children: settleItem(strays(children)) }];
      case 'ul':
      case 'ol':
        return [{ ...node, children: settleItems(children) }];
      case 'dl':
        return [settleDefinitions(node, children)];
      case 'table':
        return settleTable({ ...node, children });
      case 'figure':
        return settleFigure({ ...node, children: paragraphsIfMixed(children) });
      case 'details':
        return [settleDetails(node, children)];
    }
    if (paragraphed.has(tagName)) return [{ ...node, children: paragraphs(strays(children)) }];
    if (mixed.has(tagName)) return [{ ...node, children: paragraphsIfMixed(strays(children)) }];
    return [{ ...node, children }];
  }
}

/** A link in a link leads nowhere. */
function withoutLink({ properties: { href: _dropped, ...properties }, ...node }: ElementNode): ElementNode {
  return { ...node, tagName: 'span', properties };
}

/** An element of a line that holds blocks: a span is a block then, any other goes into each of them. */
function spread(node: ElementNode, children: readonly TreeNode[]): readonly TreeNode[] {
  if (!children.some(isBlock)) return [{ ...node, children }];
  if (node.tagName === 'span') return [{ ...node, tagName: 'div', children: paragraphs(strays(children)) }];
  const { id, ...shared } = node.properties;
  let properties = node.properties;
  const wrap = (nodes: readonly TreeNode[]): readonly TreeNode[] =>
    runs(nodes).flatMap((run): readonly TreeNode[] => {
      const [first] = run;
      if (first && isBlock(first)) return [{ ...first, children: wrap(first.children) }];
      if (run.every(isBlank)) return run;
      const made = { ...node, properties, children: run };
      if (id !== undefined) properties = shared;
      return [made];
    });
  return wrap(children);
}

/** Blocks close a paragraph, and another goes on below. */
function splitParagraph(node: ElementNode, children: readonly TreeNode[]): readonly TreeNode[] {
  // An id stands once: on the first of the paragraphs.
  const { id: _id, ...shared } = node.properties;
  let { properties } = node;
  return runs(children).flatMap((run): readonly TreeNode[] => {
    const [first] = run;
    if (first && isBlock(first)) return [first];
    const figures = figuresOf(run);
    if (figures) return figures;
    const words = trimmed(run);
    if (words.length === 0) return [];
    const paragraph = { ...node, properties, children: words };
    properties = shared;
    return [paragraph];
  });
}

/** Items outside a list get one, captions outside a figure are paragraphs. */
function strays(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const result: TreeNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type !== 'element') result.push(node);
    else if (node.tagName === 'li') {
      if (last?.type === 'element' && last.tagName === 'ul' && hasClass(last, 'stray'))
        result[result.length - 1] = { ...last, children: [...last.children, node] };
      else result.push(element('ul', { className: ['stray'] }, [node], node.span ? { span: node.span } : {}));
    } else if (/^(?:figcaption|summary|dt|caption)$/.test(node.tagName))
      result.push(renamed(node, 'p', node.tagName));
    else if (node.tagName === 'dd') result.push(renamed(node, 'div', 'dd'));
    else result.push(node);
  }
  return result;
}

/** The summary first; without one it is nothing but a block. */
function settleDetails(node: ElementNode, children: readonly TreeNode[]): ElementNode {
  const summary = children.find((child) => child.type === 'element' && child.tagName === 'summary');
  const rest = paragraphs(strays(children.filter((child) => child !== summary)));
  if (summary) return { ...node, children: [summary, ...rest] };
  const { open: _dropped, ...properties } = node.properties;
  return { ...node, tagName: 'div', properties, children: rest };
}
