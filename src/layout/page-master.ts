/**
 * What the `@page` rules make of one page (css-page-3): trim size, the content area inside margins,
 * border and padding, whether it is a left, right, first or blank page.
 */
import type { PageStyle, StyledTree } from '../document/style.js';
import { borderEdges, paddingEdges, resolveAuto } from './used-values.js';

/** A rectangle on a page, pt from the trim box's top left corner. */
export interface PageRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PageMaster {
  readonly number: number;
  readonly name: string;
  readonly blank: boolean;
  readonly style: PageStyle;
  /** Where the flow goes. */
  readonly area: PageRectangle;
  /** Margins of the page box: the places of the margin boxes. */
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

/** The trim of a page. */
export function pageBox({ style: { width, height } }: PageMaster): PageRectangle {
  return { x: 0, y: 0, width, height };
}

/** The master of page `number` (from 1). Page 1 is a right page, as in a book that opens from the right. */
export function pageMaster(styles: StyledTree, number: number, name: string, blank = false): PageMaster {
  const style = styles.page({
    name: name === 'auto' ? '' : name,
    first: number === 1,
    left: number % 2 === 0,
    blank,
    number,
  });
  const { width, height } = style;
  const box = style.style;
  const margins = {
    top: resolveAuto(box.marginTop, height) ?? 0,
    right: resolveAuto(box.marginRight, width) ?? 0,
    bottom: resolveAuto(box.marginBottom, height) ?? 0,
    left: resolveAuto(box.marginLeft, width) ?? 0,
  };
  const border = borderEdges(box);
  const padding = paddingEdges(box, width);
  const left = margins.left + border.left + padding.left;
  const top = margins.top + border.top + padding.top;
  const area = {
    x: left,
    y: top,
    width: Math.max(1, width - left - margins.right - border.right - padding.right),
    height: Math.max(1, height - top - margins.bottom - border.bottom - padding.bottom),
  };
  return { number, name, blank, style, area, margins };
}
