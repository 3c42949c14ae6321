/**
 * Numbers the nodes of one tree in document order (preorder) and answers who is whose parent and
 * sibling. Made once per dressed tree; cascade, layout and tags all speak of nodes by this number.
 */
import type { ElementNode, ParentNode, RootNode, TreeNode } from './tree.js';

/** Number of a node in one tree: its place in document order, the root being 0. */
export type NodeIndex = number;

export class TreeIndex {
  readonly nodes: readonly (TreeNode | RootNode)[];
  /** Made when somebody asks: whoever walks the tree counts along. */
  #numbers: ReadonlyMap<TreeNode | RootNode, NodeIndex> | undefined;
  readonly #parents: Int32Array;
  readonly #ends: Int32Array;

  constructor(readonly root: RootNode) {
    const nodes: (TreeNode | RootNode)[] = [];
    const parents: number[] = [];
    const ends: number[] = [];
    const visit = (node: TreeNode | RootNode, parent: number): void => {
      const number = nodes.length;
      nodes.push(node);
      parents.push(parent);
      ends.push(number + 1);
      if (node.type === 'text') return;
      const { children } = node;
      for (let at = 0; at < children.length; at++) {
        const child = children[at];
        if (child) visit(child, number);
      }
      ends[number] = nodes.length;
    };
    visit(root, -1);
    this.nodes = nodes;
    this.#parents = Int32Array.from(parents);
    this.#ends = Int32Array.from(ends);
  }

  /** The number of a node of this tree; -1 for a stranger. */
  of(node: TreeNode | RootNode): NodeIndex {
    this.#numbers ??= new Map(this.nodes.map((each, number) => [each, number]));
    return this.#numbers.get(node) ?? -1;
  }

  /** The number of the first element child of a node that passes a test; -1 for none. */
  child(parent: NodeIndex, test: (element: ElementNode) => boolean): NodeIndex {
    for (let at = parent + 1; at < this.end(parent); at = this.end(at)) {
      const node = this.nodes[at];
      if (node?.type === 'element' && test(node)) return at;
    }
    return -1;
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
