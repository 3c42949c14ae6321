/** The structure tree between building and writing: mutable nodes that the content model puts in shape. */
import type { StructureElement, StructureId, StructureType } from '../document/page.js';

/** What few elements have. */
export type StructureDetails = Pick<
  StructureElement,
  'language' | 'alt' | 'actualText' | 'title' | 'scope' | 'colSpan' | 'rowSpan' | 'listNumbering' | 'bbox'
>;

/** Something of an element's own on a page, with its place among the element's kids. */
export type ContentRecord =
  | {
      readonly type: 'content';
      readonly order: number;
      readonly page: number;
      readonly mcid: number;
      /** Object number of the form XObject that has it; undefined: the page itself. */
      readonly form: number | undefined;
    }
  | {
      readonly type: 'annotation';
      readonly order: number;
      readonly page: number;
      /** Object number of the annotation. */
      readonly object: number;
    };

/** An element of the tree that is written. */
export interface StructureNode {
  type: StructureType;
  /** Number that layout gave it; undefined where the content model asked for the element. */
  readonly id: StructureId | undefined;
  readonly details: StructureDetails;
  kids: StructureKid[];
  colSpan: number;
  rowSpan: number;
}

export type StructureKid =
  ContentRecord | { readonly type: 'element'; readonly order: number; readonly node: StructureNode };

/** Of an element of which nothing more is known. */
const noDetails: StructureDetails = Object.freeze({});

/** A node; its spans are those of its details. */
export function structureNode(
  type: StructureType,
  kids: StructureKid[],
  id?: StructureId,
  details: StructureDetails = noDetails,
): StructureNode {
  return { type, id, details, kids, colSpan: details.colSpan ?? 1, rowSpan: details.rowSpan ?? 1 };
}
