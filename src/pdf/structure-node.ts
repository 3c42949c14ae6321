/** The structure tree between building and writing: mutable nodes that the content model puts in shape. */
import type { StructureElement, StructureId, StructureType } from '../document/page.js';

/** What few elements have. */
export type StructureDetails = Pick<
  StructureElement,
  | 'language'
  | 'alt'
  | 'actualText'
  | 'title'
  | 'scope'
  | 'colSpan'
  | 'rowSpan'
  | 'listNumbering'
  | 'bbox'
  | 'block'
  | 'noteType'
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
      /** The element that it leads to, if it leads to one. */
      readonly leadsTo?: StructureId | undefined;
    };

/** An element of the tree that is written. */
export interface StructureNode {
  type: WrittenType;
  /** Number that layout gave it; undefined where the content model asked for the element. */
  readonly id: StructureId | undefined;
  readonly details: StructureDetails;
  kids: StructureKid[];
  colSpan: number;
  rowSpan: number;
  /** No part of a line, where its type says nothing of it. */
  block: boolean;
  /** Elements elsewhere that it speaks of, or that speak of it (Ref; ISO 32000-2, 14.7.2). */
  references: StructureNode[];
}

/** Types that are written: those of layout, what PDF 2.0 has in place of some, and that of a field. */
export type WrittenType = StructureType | 'FENote' | 'Form';

export type StructureKid =
  ContentRecord | { readonly type: 'element'; readonly order: number; readonly node: StructureNode };

/** Of an element of which nothing more is known. */
const noDetails: StructureDetails = Object.freeze({});

/** A node; its spans are those of its details. */
export function structureNode(
  type: WrittenType,
  kids: StructureKid[],
  id?: StructureId,
  details: StructureDetails = noDetails,
): StructureNode {
  const { colSpan = 1, rowSpan = 1, block = false } = details;
  return { type, id, details, kids, colSpan, rowSpan, block, references: [] };
}
