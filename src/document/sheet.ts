/**
 * Imposition: pages placed on the sheets that a printing house folds. Decided by `layout/impose-booklet.ts`,
 * obeyed by `pdf/`. Types, defaults and the names that a user gives. All lengths in pt unless a name says millimetres.
 */
import type { PageFrame, PageItem } from './page.js';

/** The ways of imposing pages, by the names that a user gives; `none` takes back what a manifest says. */
export const impositions = ['booklet', 'none'] as const;

export type Imposition = (typeof impositions)[number];

/** What a sheet of paper adds to the creep of those inside it, mm: offset paper of 80 g/m² is as thick. */
export const defaultCreep = 0.1;

/** Thicker than any paper that is folded, mm. */
export const mostCreep = 1;

/** A page on one side of a sheet. */
export interface PlacedPage {
  /** Index in `PagedDocument.pages`. */
  readonly page: number;
  /** Left edge of the page's trim, from that of the sheet's. The upper edges are the same. */
  readonly x: number;
  /** What is seen of the page, bleed included: left and right edge, from the left edge of the sheet's trim. */
  readonly from: number;
  readonly to: number;
}

/**
 * One side of a sheet. As a frame it is a page as wide as what is left of those on it when the folded booklet
 * is cut: the inner sheets are cut narrower.
 */
export interface SheetSide extends PageFrame {
  /** Paper at the left and at the right that only the outermost sheet has inside of its trim. */
  readonly narrower: number;
  /** Which sheet it is a side of: from 1, the outermost. */
  readonly sheet: number;
  readonly face: 'front' | 'back';
  /** Words among the printer's marks, from the upper left corner of its own trim. */
  readonly slug?: readonly PageItem[];
  /** The labels of its pages from left to right. */
  readonly label: string;
  /** From left to right; a blank page is not among them. */
  readonly pages: readonly PlacedPage[];
}

/** The sheets of a booklet, from the outermost, each front then back. */
export interface Booklet {
  readonly sides: readonly SheetSide[];
}

/** True for the name of a way of imposing. */
export function isImposition(name: string): name is Imposition {
  return impositions.some((imposition) => imposition === name);
}
