/**
 * Where each part of a page stands in the tree, which is read in its order whatever the page looks like. In:
 * parts with their tags; out: leaves in reading order, each with the elements around it, and the parts that
 * no reader needs (running heads, page numbers, a table's head set once more).
 */
import type { StructureElement, Tag } from '../../document/page.js';
import type { TreeIndex } from '../../document/tree-index.js';
import type { ElementNode } from '../../document/tree.js';
import type { PagePart, PicturePart, TextPart } from './page-parts.js';

/** Something to read. */
export interface Leaf {
  /** Undefined for a cell that is empty here and keeps the shape of its row. */
  readonly part: TextPart | PicturePart | undefined;
  /** From the outermost on, without `html` and `body`. */
  readonly path: readonly ElementNode[];
  /** The node itself: the text, the `img`, the cell. */
  readonly node: number;
  readonly layer: number;
}

/** The parts of a page sorted by what they are to a reader. */
export interface PlacedParts {
  readonly leaves: readonly Leaf[];
  readonly furniture: readonly { readonly part: TextPart; readonly layer: number }[];
}

interface Sorted extends Leaf {
  readonly order: number;
}

/** Finds the places in a tree whose nodes `index` has numbered. */
export class LeafPlacer {
  readonly #paths = new Map<number, readonly ElementNode[]>();

  constructor(
    private readonly index: TreeIndex,
    private readonly structure: readonly StructureElement[],
  ) {}

  place(parts: readonly PagePart[], layers: readonly number[]): PlacedParts {
    const leaves: Sorted[] = [];
    const furniture: { part: TextPart; layer: number }[] = [];
    parts.forEach((part, i) => {
      if (part.type === 'drawn') return;
      const layer = layers[i] ?? 0;
      const tag = part.type === 'text' ? part.tag : part.item.tag;
      const place = this.#placeOf(tag);
      if (place) {
        const node = Math.floor(place.order);
        leaves.push({ part, path: this.#path(place.inside), node, layer, order: place.order });
      } else if (part.type === 'text') furniture.push({ part, layer });
    });
    const all = [...leaves, ...this.#emptyCells(leaves)];
    return { leaves: all.sort(byReadingOrder), furniture };
  }

  /** The element that holds what has this tag, and its place among the nodes. */
  #placeOf(tag: Tag): { readonly inside: number; readonly order: number } | undefined {
    if (tag.type === 'artifact') {
      const place = tag.kind === 'pagination' ? undefined : tag.place;
      return place && place.order === place.inside ? this.#beginning(place.inside, place.order) : place;
    }
    const { order } = tag;
    const { nodes } = this.index;
    // The call of a note that the text does not call by itself stands before the note.
    const before = order % 1 !== 0;
    const node = nodes[before ? Math.ceil(order) : order];
    const number = before ? Math.ceil(order) : order;
    const isLabel = node?.type === 'element' && !before && node.tagName !== 'img';
    // Numbers of lists and notes are in their element, texts and pictures in their parent.
    if (isLabel) return this.#beginning(number, order);
    const parent = node && this.index.parent(node);
    return parent ? { inside: this.index.of(parent), order } : this.#inElement(tag.element, order);
  }

  /** The number of a note or of a list item stands in its first paragraph, not above it. */
  #beginning(number: number, order: number): { readonly inside: number; readonly order: number } {
    const node = this.index.nodes[number];
    const children = node?.type === 'element' ? node.children : [];
    const first = children.find((child) => child.type === 'element' || child.value.trim() !== '');
    if (first?.type !== 'element' || first.tagName !== 'p') return { inside: number, order };
    const paragraph = this.index.of(first);
    return { inside: paragraph, order: paragraph };
  }

  #inElement(element: number, order: number) {
    const inside = this.structure[element]?.node;
    return inside === undefined ? undefined : { inside, order };
  }

  #path(number: number): readonly ElementNode[] {
    let path = this.#paths.get(number);
    if (path) return path;
    const node = this.index.nodes[number];
    const parent = node && this.index.parent(node);
    const outer = parent ? this.#path(this.index.of(parent)) : [];
    const own = node?.type === 'element' && !/^(?:html|body)$/.test(node.tagName) ? [node] : [];
    this.#paths.set(number, (path = [...outer, ...own]));
    return path;
  }

  /** A row that stands here has all its cells, those without words too. */
  #emptyCells(leaves: readonly Sorted[]): readonly Sorted[] {
    const filled = new Set<ElementNode>();
    const rows = new Set<ElementNode>();
    for (const { path } of leaves) {
      for (const element of path) {
        if (element.tagName === 'tr') rows.add(element);
        if (isCell(element)) filled.add(element);
      }
    }
    return [...rows].flatMap((row) =>
      row.children.flatMap((cell): Sorted[] => {
        if (cell.type !== 'element' || !isCell(cell) || filled.has(cell)) return [];
        const node = this.index.of(cell);
        return [{ part: undefined, path: this.#path(node), node, layer: 0, order: node }];
      }),
    );
  }
}

function isCell({ tagName }: ElementNode): boolean {
  return tagName === 'td' || tagName === 'th';
}

function byReadingOrder(a: Sorted, b: Sorted): number {
  if (a.order !== b.order) return a.order - b.order;
  // What a style sheet puts behind an element and behind the one around it: the inner first.
  if (a.path.length !== b.path.length) return b.path.length - a.path.length;
  // Lines of one text; sorting is stable, and parts come as they were painted.
  return startOf(a) - startOf(b);
}

function startOf({ part }: Sorted): number {
  return part?.type === 'text' ? (part.run.source?.start ?? 0) : 0;
}
