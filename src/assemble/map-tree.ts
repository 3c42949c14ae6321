/**
 * Passes over a tree of any size: `mapElements` rebuilds it, sharing what stays; `visitElements` looks
 * at every element, `someElement` for one. They run several times over whole books, so none keeps a list
 * of ancestors.
 */
import type { ElementNode, TreeNode } from '../document/tree.js';

/** A copy with `change` applied to every element in document order, parents first; unchanged subtrees are shared. */
export function mapElements(node: ElementNode, change: (element: ElementNode) => ElementNode): ElementNode {
  const changed = change(node);
  let children: TreeNode[] | undefined;
  for (let index = 0; index < changed.children.length; index++) {
    const child = changed.children[index];
    if (child?.type !== 'element') continue;
    const mapped = mapElements(child, change);
    if (mapped === child) continue;
    children ??= [...changed.children];
    children[index] = mapped;
  }
  return children ? { ...changed, children } : changed;
}

/** Calls `visit` for every element of a subtree in document order. */
export function visitElements(node: ElementNode, visit: (element: ElementNode) => void): void {
  visit(node);
  for (let index = 0; index < node.children.length; index++) {
    const child = node.children[index];
    if (child?.type === 'element') visitElements(child, visit);
  }
}

/** Whether any element of a subtree passes a test: spares a pass that would change nothing. */
export function someElement(node: ElementNode, test: (element: ElementNode) => boolean): boolean {
  if (test(node)) return true;
  for (let index = 0; index < node.children.length; index++) {
    const child = node.children[index];
    if (child?.type === 'element' && someElement(child, test)) return true;
  }
  return false;
}
