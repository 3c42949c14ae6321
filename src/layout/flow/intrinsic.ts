/**
 * Min-content and max-content widths of boxes (css-sizing-3, 5), for shrink-to-fit boxes and automatic
 * table columns: pt, of the border box; asked once for each box.
 */
import type { ComputedStyle } from '../../document/style.js';
import type { Box, BlockBox, LinesBox, TableBox } from '../boxes/box.js';
import type { LayoutScene } from '../scene.js';
import { borderEdges, imageSize, paddingEdges } from '../used-values.js';
import { boxFragment, noEdges } from './fragment.js';
import { inlineOf, type AtomPiece, isSideFloat } from './inline-parts.js';
import { columnGap } from './column-sizes.js';
import { tableWidths, type SizedTable } from '../table/size-table.js';

export interface IntrinsicWidths {
  readonly min: number;
  readonly max: number;
}

export class IntrinsicSizes {
  readonly #known = new Map<Box, IntrinsicWidths>();
  /** Tables whose cells have been measured. */
  readonly tables = new Map<TableBox, SizedTable>();
  readonly #contents = new Map<BlockBox, IntrinsicWidths>();

  constructor(readonly scene: LayoutScene) {}

  restart(): void {
    this.#known.clear();
    this.#contents.clear();
    this.tables.clear();
  }

  /** Of the border box, margins left out. */
  of(box: Box): IntrinsicWidths {
    const known = this.#known.get(box);
    this.scene.pageNumbers.use(box);
    if (known) return known;
    const found = this.#measure(box);
    this.#known.set(box, found);
    return found;
  }

  /** Of the margin box; percentages and auto margins count as nothing. */
  outer(box: Box): IntrinsicWidths {
    const { min, max } = this.of(box);
    if (box.type === 'lines') return { min, max };
    const margins = fixed(box.style.marginLeft) + fixed(box.style.marginRight);
    return { min: min + margins, max: max + margins };
  }

  /** Of the content of a block, whatever width its own style asks for. */
  contentOf(box: BlockBox): IntrinsicWidths {
    const known = this.#contents.get(box);
    this.scene.pageNumbers.use(box);
    if (known) return known;
    const found = this.#columns(box, this.#content(box));
    this.#contents.set(box, found);
    return found;
  }

  #measure(box: Box): IntrinsicWidths {
    switch (box.type) {
      case 'lines':
        return this.#lines(box);
      case 'image': {
        const { width } = imageSize(box.style, box.image, 0, Infinity);
        return around(box.style, { min: isPercentage(box.style.width) ? 0 : width, max: width });
      }
      case 'table':
        return tableWidths(this, box);
      case 'block':
        return this.#block(box);
    }
  }

  #block(box: BlockBox): IntrinsicWidths {
    const { style } = box;
    const asked = typeof style.width === 'number' ? contentWidth(style, style.width) : undefined;
    const inner = asked === undefined ? this.contentOf(box) : { min: asked, max: asked };
    const least = typeof style.minWidth === 'number' ? contentWidth(style, style.minWidth) : 0;
    const most = typeof style.maxWidth === 'number' ? contentWidth(style, style.maxWidth) : Infinity;
    const clamp = (width: number): number => Math.max(least, Math.min(most, width));
    return around(style, { min: clamp(inner.min), max: clamp(inner.max) });
  }

  /** A multi-column box is as wide as its columns (css-multicol-1, 3.4; css-sizing-3, 5.1). */
  #columns(box: BlockBox, one: IntrinsicWidths): IntrinsicWidths {
    const { columnCount, columnWidth } = box.style;
    if (columnCount === 'auto' && columnWidth === 'auto') return one;
    const count = columnCount === 'auto' ? 1 : columnCount;
    const gaps = (count - 1) * columnGap(box.style, 0);
    const min = columnWidth === 'auto' ? one.min : Math.min(one.min, columnWidth);
    const max = columnWidth === 'auto' ? one.max : Math.max(one.min, columnWidth);
    return { min: columnCount === 'auto' ? min : min * count + gaps, max: max * count + gaps };
  }

  /** Of the children: blocks one below the other, floats beside each other. */
  #content(box: BlockBox): IntrinsicWidths {
    let min = 0;
    let max = 0;
    let floats = 0;
    for (const child of box.children) {
      if (child.type !== 'lines' && child.style.position === 'absolute') continue;
      const widths = this.outer(child);
      min = Math.max(min, widths.min);
      if (child.type !== 'lines' && isSideFloat(child.style)) {
        if (child.style.clear !== 'none') floats = 0;
        floats += widths.max;
        max = Math.max(max, floats);
      } else {
        max = Math.max(max, widths.max + (child.type === 'lines' ? floats : 0));
        if (child.type !== 'lines') floats = 0;
      }
    }
    return { min, max };
  }

  #lines(box: LinesBox): IntrinsicWidths {
    const { typesetter, pageNumbers } = this.scene;
    const widthOf = (which: 'min' | 'max'): number => {
      const layOut = (inner: Box): AtomPiece => blank(this.of(inner)[which], inner.style);
      const inline = inlineOf(box.items, 0, { layOut, pageNumbers });
      const own = typesetter.intrinsicWidths(inline.items, box.style)[which];
      const floats = inline.anchors.flatMap((anchor) =>
        anchor.type === 'out-of-flow' && isSideFloat(anchor.box.style) ? [this.outer(anchor.box)[which]] : [],
      );
      if (which === 'min') return Math.max(own, ...floats);
      return own + floats.reduce((sum, width) => sum + width, 0);
    };
    const indent = Math.max(0, fixed(box.style.textIndent));
    const plain = box.items.every((item) => item.type !== 'box' && item.type !== 'out-of-flow');
    if (plain) {
      const { items } = inlineOf(box.items, 0, { layOut: (inner) => blank(0, inner.style), pageNumbers });
      const { min, max } = typesetter.intrinsicWidths(items, box.style);
      // The first word stands behind the indent.
      const [line] =
        indent > 0 ? typesetter.breakLines({ items, style: box.style, measure: 0, indent: 0 }) : [];
      return { min: Math.max(min, indent + (line?.width ?? 0)), max: max + indent };
    }
    return { min: widthOf('min'), max: widthOf('max') + indent };
  }
}

function blank(width: number, style: ComputedStyle): AtomPiece {
  const edges = { border: noEdges, padding: noEdges, start: true, end: true };
  return { fragment: boxFragment({ style, width, height: 0, ...edges, children: [] }), outOfFlow: [] };
}

function isPercentage(value: ComputedStyle['width']): boolean {
  return typeof value === 'object' && value.percent !== 0;
}

/** A length; percentages and auto count as 0. */
function fixed(value: ComputedStyle['marginLeft']): number {
  return typeof value === 'number' ? value : 0;
}

function contentWidth(style: ComputedStyle, width: number): number {
  if (style.boxSizing === 'content-box') return width;
  return Math.max(0, width - edgesOf(style));
}

function edgesOf(style: ComputedStyle): number {
  const border = borderEdges(style);
  const padding = paddingEdges(style, 0);
  return border.left + border.right + padding.left + padding.right;
}

function around(style: ComputedStyle, inner: IntrinsicWidths): IntrinsicWidths {
  const edges = edgesOf(style);
  return { min: inner.min + edges, max: inner.max + edges };
}
