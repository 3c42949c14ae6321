/**
 * Subheads of a saved page that are nothing but paragraphs in bold → headings. Many sites have no others; a
 * page with headings of its own is left as it is, and so is a document that somebody wrote.
 */
import { textOf, type ElementNode, type TreeNode } from '../../document/tree.js';
import { isBlank } from './settle-lines.js';

/** Words of the longest subhead. */
const longestHead = 16;
const heading = /^h[2-6]$/;
const bold: ReadonlySet<string> = new Set(['b', 'strong']);

/** The blocks with their subheads, and how many there are. */
export function dressHeads(nodes: readonly TreeNode[]): {
  readonly blocks: readonly TreeNode[];
  readonly heads: readonly ElementNode[];
} {
  const heads: ElementNode[] = [];
  if (nodes.some(hasHeading)) return { blocks: nodes, heads };
  return { blocks: dressed(nodes, heads), heads };
}

function hasHeading(node: TreeNode): boolean {
  return node.type === 'element' && (heading.test(node.tagName) || node.children.some(hasHeading));
}

function dressed(nodes: readonly TreeNode[], heads: ElementNode[]): readonly TreeNode[] {
  return nodes.map((node, at) => {
    if (node.type === 'text') return node;
    if (node.tagName === 'div' || node.tagName === 'section')
      return { ...node, children: dressed(node.children, heads) };
    const [above, below] = [nodes[at - 1], nodes.slice(at + 1).find((next) => !isBlank(next))];
    const inner = boldWords(node);
    // Words at the head or the foot of a text are a lead, or who wrote it.
    if (!inner || !above || !below || !isParagraph(below) || boldWords(below)) return node;
    const head = { ...node, tagName: 'h2', children: inner.children };
    heads.push(head);
    return head;
  });
}

/** The one element in bold that a short paragraph consists of; undefined for any other. */
function boldWords(node: TreeNode): ElementNode | undefined {
  if (!isParagraph(node) || Object.keys(node.properties).length > 0) return undefined;
  const [only, ...others] = node.children.filter((child) => !isBlank(child));
  if (only?.type !== 'element' || others.length > 0 || !bold.has(only.tagName)) return undefined;
  const words = textOf(only).trim();
  const short = words !== '' && words.split(/\s+/u).length <= longestHead;
  return short && !/[.!?…:,;]["”’)]?$/u.test(words) ? only : undefined;
}

function isParagraph(node: TreeNode): node is ElementNode {
  return node.type === 'element' && node.tagName === 'p';
}
