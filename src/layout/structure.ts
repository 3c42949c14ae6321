/**
 * Builds the structure elements (tags) of a paged document while boxes are built: in reading order,
 * which is the order of the tree, whatever floats do to the place of a box on the page. Furniture of
 * the template and running heads get no elements: they are artifacts.
 */
import type { StructureElement, StructureId, StructureType, Tag } from '../document/page.js';
import type { ComputedStyle } from '../document/style.js';
import type { NodeIndex, TreeIndex } from '../document/tree-index.js';
import type { TextTag } from './boxes/box.js';

export type StructureDetails = Partial<
  Pick<
    StructureElement,
    | 'language'
    | 'alt'
    | 'elementId'
    | 'scope'
    | 'colSpan'
    | 'rowSpan'
    | 'listNumbering'
    | 'origin'
    | 'block'
    | 'noteType'
  >
>;

export class StructureBuilder {
  readonly elements: StructureElement[] = [];
  readonly tags: TextTag[] = [];

  constructor(private readonly index: TreeIndex) {}

  /** Opens an element under `parent`; `order` is its place among its siblings (a node number, or between two). */
  add(
    type: StructureType,
    parent: StructureId | undefined,
    node: { readonly index: NodeIndex; readonly order: number },
    details?: StructureDetails,
  ): StructureId {
    const id = this.elements.length;
    this.elements.push({
      id,
      type,
      parent,
      order: node.order,
      node: node.index,
      span: this.index.nodes[node.index]?.span ?? this.elements[parent ?? -1]?.span,
      origin: details?.origin ?? 'content',
      language: details?.language,
      alt: details?.alt,
      elementId: details?.elementId,
      scope: details?.scope,
      colSpan: details?.colSpan,
      rowSpan: details?.rowSpan,
      listNumbering: details?.listNumbering,
      block: details?.block,
      noteType: details?.noteType,
    });
    return id;
  }

  /** A number for text with this tag (and link), of this style. */
  tag(tag: TextTag, style?: ComputedStyle): number {
    this.tags.push(style && style.visibility !== 'visible' ? { ...tag, hidden: true } : tag);
    return this.tags.length - 1;
  }
}

/** The tag of something at `order` in an element. */
export function structureTag(element: StructureId, order: number): Tag {
  return { type: 'structure', element, order };
}
