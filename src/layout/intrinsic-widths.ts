/**
 * Min-content and max-content widths of boxes (css-sizing-3, 5): for shrink-to-fit boxes and automatic
 * table columns. pt, of the border box.
 */
import type { Box, InlineContent } from './box.js';
import type { LayoutScene } from './scene.js';
import { borderEdges, imageSize, paddingEdges, resolveAuto } from './used-values.js';
import type { ComputedStyle } from '../document/style.js';
import { inlineItems } from './inline-items.js';

export interface IntrinsicWidths {
  readonly min: number;
  readonly max: number;
}

export function intrinsicWidths(box: Box, scene: LayoutScene): IntrinsicWidths {
  switch (box.type) {
    case 'lines':
      return inlineWidths(box.items, box.style, scene);
    case 'image': {
      const { width } = imageSize(box.style, box.image, 0, Infinity);
      return around(box.style, { min: width, max: width });
    }
    case 'table': {
      const rows = [...box.head, ...box.body, ...box.foot].map((row) =>
        sum(row.cells.map((cell) => intrinsicWidths(cell.box, scene))),
      );
      return around(box.style, widest(rows));
    }
    case 'page-box':
      return { min: 0, max: 0 };
    case 'block': {
      const fixed = typeof box.style.width === 'number' ? box.style.width : undefined;
      if (fixed !== undefined) {
        const inner = { min: fixed, max: fixed };
        return box.style.boxSizing === 'border-box' ? inner : around(box.style, inner);
      }
      return around(
        box.style,
        widest(box.children.map((child) => withMargins(child, intrinsicWidths(child, scene)))),
      );
    }
  }
}

function inlineWidths(
  content: readonly InlineContent[],
  style: ComputedStyle,
  scene: LayoutScene,
): IntrinsicWidths {
  const { items } = inlineItems(content, 0, (box) => {
    const { max } = intrinsicWidths(box, scene);
    return { width: max, height: 0, regions: [] };
  });
  return scene.typesetter.intrinsicWidths(items, style);
}

function withMargins(box: Box, widths: IntrinsicWidths): IntrinsicWidths {
  if (box.type === 'lines') return widths;
  const extra = (resolveAuto(box.style.marginLeft, 0) ?? 0) + (resolveAuto(box.style.marginRight, 0) ?? 0);
  return { min: widths.min + extra, max: widths.max + extra };
}

function around(style: ComputedStyle, inner: IntrinsicWidths): IntrinsicWidths {
  const border = borderEdges(style);
  const padding = paddingEdges(style, 0);
  const edges = border.left + border.right + padding.left + padding.right;
  return { min: inner.min + edges, max: inner.max + edges };
}

function widest(all: readonly IntrinsicWidths[]): IntrinsicWidths {
  return { min: Math.max(0, ...all.map((w) => w.min)), max: Math.max(0, ...all.map((w) => w.max)) };
}

function sum(all: readonly IntrinsicWidths[]): IntrinsicWidths {
  return { min: all.reduce((total, w) => total + w.min, 0), max: all.reduce((total, w) => total + w.max, 0) };
}
