/**
 * Keys: every element and text node of the publication gets its number in document order, from 1. By
 * them all editions speak of the same node: page breaks found in print are put into the ebook.
 */
import type { Section } from '../document/publication.js';
import type { ElementNode, TextNode, TreeNode } from '../document/tree.js';
import type { Named } from './give-ids.js';

/** The finished sections. */
export function giveKeys(drafts: readonly Named[]): readonly Section[] {
  let last = 0;
  const keyed = (node: ElementNode): ElementNode => {
    const key = ++last;
    const children: TreeNode[] = [];
    for (let i = 0; i < node.children.length; i++) {
      const child = node.children[i];
      if (child) children.push(child.type === 'text' ? keyedText(child, ++last) : keyed(child));
    }
    return keyedElement(node, children, key);
  };
  return drafts.map(({ id, title, body, language, metadata, number, settings }) => ({
    id,
    title,
    body: keyed(body),
    language,
    metadata,
    ...(number === undefined ? {} : { number }),
    ...(settings === undefined ? {} : { settings }),
  }));
}

// Written out where a node has a place and no origin, as nearly all have: one shape, and no spreading.

function keyedElement(node: ElementNode, children: readonly TreeNode[], key: number): ElementNode {
  const { tagName, properties, span, origin } = node;
  if (!span || origin !== undefined) return { ...node, key, children };
  return { type: 'element', tagName, properties, children, span, key };
}

function keyedText(node: TextNode, key: number): TextNode {
  const { value, span, origin } = node;
  if (!span || origin !== undefined) return { ...node, key };
  return { type: 'text', value, span, key };
}
