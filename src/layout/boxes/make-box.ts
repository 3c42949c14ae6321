/** Boxes in the one shape that all of a kind have, whatever is left out: layout reads them by the thousand. */
import type { BlockBox, ImageBox, LinesBox, Mark, TableBox } from './box.js';

/** Of nearly all boxes. */
export const noMarks: readonly Mark[] = [];

type BlockParts = Pick<BlockBox, 'style' | 'children' | 'tag'> & Partial<BlockBox>;
type LinesParts = Pick<LinesBox, 'style' | 'items'> & Partial<LinesBox>;
type ImageParts = Pick<ImageBox, 'style' | 'image' | 'tag'> & Partial<ImageBox>;
type TableParts = Pick<TableBox, 'style' | 'captions' | 'columns' | 'groups' | 'tag'> & Partial<TableBox>;

export function blockBox(parts: BlockParts): BlockBox {
  return {
    type: 'block',
    style: parts.style,
    marks: parts.marks ?? noMarks,
    broken: parts.broken,
    order: parts.order,
    children: parts.children,
    marker: parts.marker,
    tag: parts.tag,
    monolithic: parts.monolithic === true,
  };
}

export function linesBox(parts: LinesParts): LinesBox {
  return {
    type: 'lines',
    style: parts.style,
    marks: parts.marks ?? noMarks,
    broken: parts.broken,
    order: parts.order,
    firstLine: parts.firstLine,
    items: parts.items,
  };
}

export function imageBox(parts: ImageParts): ImageBox {
  return {
    type: 'image',
    style: parts.style,
    marks: parts.marks ?? noMarks,
    broken: parts.broken,
    order: parts.order,
    image: parts.image,
    tag: parts.tag,
  };
}

export function tableBox(parts: TableParts): TableBox {
  return {
    type: 'table',
    style: parts.style,
    marks: parts.marks ?? noMarks,
    broken: parts.broken,
    order: parts.order,
    captions: parts.captions,
    columns: parts.columns,
    groups: parts.groups,
    tag: parts.tag,
  };
}
