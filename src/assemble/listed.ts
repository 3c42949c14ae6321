/**
 * What lists and cross references say of a figure or table: its caption's words, the photographer's
 * credit left out.
 */
import { hasClass, textOf, type ElementNode, type TreeNode } from '../document/tree.js';

/** A place of a list in the text, still to be filled. */
export function isListPlace(node: ElementNode): boolean {
  return node.tagName === 'nav' && ['contents', 'figures', 'tables'].some((name) => hasClass(node, name));
}

/** The words of the caption of a figure or table; undefined for what has none and is not listed. */
export function listedCaption(node: ElementNode): string | undefined {
  if (node.tagName !== 'figure' && node.tagName !== 'table') return undefined;
  const caption = node.children.find(isCaption);
  if (caption?.type !== 'element') return undefined;
  const words = caption.children
    .filter((child) => child.type === 'text' || !hasClass(child, 'credit'))
    .map(textOf)
    .join('');
  return words.replace(/\s+/g, ' ').trim() || undefined;
}

function isCaption(node: TreeNode): boolean {
  return node.type === 'element' && (node.tagName === 'figcaption' || node.tagName === 'caption');
}
