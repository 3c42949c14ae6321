/** The structure tree between building and writing: mutable nodes that the content model puts in shape. */
import type { StructureElement, StructureType } from '../document/page.js';
import type { ContentRecord } from './record-content.js';

/** An element of the tree that is written. `source` is absent where the content model asked for it. */
export interface StructureNode {
  type: StructureType;
  readonly source: StructureElement | undefined;
  kids: StructureKid[];
  colSpan: number;
  rowSpan: number;
}

export type StructureKid =
  ContentRecord | { readonly type: 'element'; readonly order: number; readonly node: StructureNode };

/** A node; its spans are those of its source. */
export function structureNode(
  type: StructureType,
  source: StructureElement | undefined,
  kids: StructureKid[],
): StructureNode {
  return { type, source, kids, colSpan: source?.colSpan ?? 1, rowSpan: source?.rowSpan ?? 1 };
}
