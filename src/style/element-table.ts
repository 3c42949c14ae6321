/**
 * The elements of one tree as numbered rows (`NodeIndex`): who is whose parent and sibling, names in lower
 * case, attributes. Selectors are tested on it, so every step of a test is a look-up by number.
 */
import type { NodeIndex, TreeIndex } from '../document/tree-index.js';
import {
  attribute,
  type ElementNode,
  type PropertyValue,
  type RootNode,
  type TreeNode,
} from '../document/tree.js';

const noClasses: readonly string[] = [];

/** The classes of an element. */
export function classList(node: ElementNode): readonly string[] {
  const value = node.properties['className'];
  if (value === undefined) return noClasses;
  if (isStrings(value)) return value;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(/[ \t\n\r\f]+/).filter(Boolean) : noClasses;
}

function isStrings(value: PropertyValue): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

export class ElementTable {
  /** Number of the parent element; -1 for a root element and for what is not there. */
  readonly parent: Int32Array;
  /** Number of the element before and after it among its siblings; -1 for none. */
  readonly previous: Int32Array;
  readonly next: Int32Array;
  readonly nodes: readonly (TreeNode | RootNode)[];
  /** Place among the element siblings, from 1, and how many they are. */
  readonly #places: Int32Array;
  readonly #counts: Int32Array;

  constructor(readonly index: TreeIndex) {
    this.nodes = index.nodes;
    const count = this.nodes.length;
    this.parent = new Int32Array(count).fill(-1);
    this.previous = new Int32Array(count).fill(-1);
    this.next = new Int32Array(count).fill(-1);
    this.#places = new Int32Array(count);
    this.#counts = new Int32Array(count);
    this.#link();
  }

  /** Document order: a node's children follow it, each child after the end of the one before. */
  #link(): void {
    const { nodes, index, parent, previous, next } = this;
    for (let number = 0; number < nodes.length; number++) {
      const node = nodes[number];
      if (node === undefined || node.type === 'text') continue;
      const own = node.type === 'element' ? number : -1;
      let before = -1;
      for (let child = number + 1, end = index.end(number); child < end; child = index.end(child)) {
        parent[child] = own;
        if (nodes[child]?.type !== 'element') continue;
        previous[child] = before;
        if (before >= 0) next[before] = child;
        this.#places[child] = before < 0 ? 1 : (this.#places[before] ?? 0) + 1;
        before = child;
      }
      for (let last = before; last >= 0; last = previous[last] ?? -1)
        this.#counts[last] = this.#places[before] ?? 0;
    }
  }

  /** Place of an element among its element siblings, from 1, counted from the start or the end. */
  place(number: NodeIndex, fromEnd: boolean): number {
    const place = this.#places[number] ?? 0;
    return fromEnd ? (this.#counts[number] ?? 0) - place + 1 : place;
  }

  /** The element of this number; undefined for text and the root node. */
  element(number: NodeIndex): ElementNode | undefined {
    const node = this.nodes[number];
    return node?.type === 'element' ? node : undefined;
  }

  /** Tag name in lower case; '' for what is no element. */
  tag(number: NodeIndex): string {
    const node = this.nodes[number];
    return node?.type === 'element' ? lowerCase(node.tagName) : '';
  }

  id(number: NodeIndex): string | undefined {
    const id = this.element(number)?.properties['id'];
    return typeof id === 'string' ? id : undefined;
  }

  hasClass(number: NodeIndex, name: string): boolean {
    const node = this.element(number);
    return node !== undefined && classList(node).includes(name);
  }

  /** The value of an attribute by its HTML name. */
  attribute(number: NodeIndex, name: string): string | undefined {
    const node = this.element(number);
    return node && attribute(node, name);
  }

  /** Whether there is neither an element nor text in it. */
  isEmpty(number: NodeIndex): boolean {
    return this.element(number)?.children.every((c) => c.type === 'text' && c.value === '') ?? false;
  }
}

const lowered = new Map<string, string>();

/** Tag names are few: most are met again and again. */
function lowerCase(name: string): string {
  const known = lowered.get(name);
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  lowered.set(name, lower);
  return lower;
}
