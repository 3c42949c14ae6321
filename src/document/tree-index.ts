/**
 * Numbers the nodes of one tree in document order (preorder) and answers who is whose parent and
 * sibling. Made once per dressed tree; cascade, layout and tags all speak of nodes by this number.
 */
import type { ElementNode, ParentNode, RootNode, TreeNode } from './tree.js';

/** Number of a node in one tree: its place in document order, the root being 0. */
export type NodeIndex = number;

export class TreeIndex {
  readonly nodes: readonly (TreeNode | RootNode)[];
  readonly #numbers = new Map<TreeNode | RootNode, NodeIndex>();
  readonly #parents: Int32Array;
  readonly #ends: Int32Array;

  constructor(readonly root: RootNode) {
    const nodes: (TreeNode | RootNode)[] = [];
    const parents: number[] = [];
    const ends: number[] = [];
    const visit = (node: TreeNode | RootNode, parent: number): void => {
      const index = nodes.length;
      nodes.push(node);
      parents.push(parent);
      ends.push(0);
      this.#numbers.set(node, index);
      if (node.type !== 'text') for (const child of node.children) visit(child, index);
      ends[index] = nodes.length;
    };
    visit(root, -1);
    this.nodes = nodes;
    this.#parents = Int32Array.from(parents);
    this.#ends = Int32Array.from(ends);
  }

  /** The number of a node of this tree; -1 for a stranger. */
  of(node: TreeNode | RootNode): NodeIndex {
    return this.#numbers.get(node) ?? -1;
  }

  /** One past the number of the last node inside `node`. */
  end(node: NodeIndex): NodeIndex {
    return this.#ends[node] ?? 0;
  }

  parent(node: TreeNode | RootNode): ParentNode | undefined {
    const found = this.nodes[this.#parents[this.of(node)] ?? -1];
    return found && found.type !== 'text' ? found : undefined;
  }

  /** The parent if it is an element (CSS does not see the root). */
  parentElement(node: TreeNode): ElementNode | undefined {
    const found = this.parent(node);
    return found?.type === 'element' ? found : undefined;
  }

  siblings(node: TreeNode): readonly TreeNode[] {
    return this.parent(node)?.children ?? [node];
  }
}
