/** Rebuilds a tree from the root down: `change` sees every element before its children do. */
import type { ElementNode, TreeNode } from '../document/tree.js';

/** A copy with `change` applied to every element in document order; unchanged subtrees are shared. */
export function mapElements(node: ElementNode, change: (element: ElementNode) => ElementNode): ElementNode {
  const changed = change(node);
  const children = changed.children.map((child): TreeNode =>
    child.type === 'element' ? mapElements(child, change) : child,
  );
  const same = children.every((child, index) => child === changed.children[index]);
  return same ? changed : { ...changed, children };
}
