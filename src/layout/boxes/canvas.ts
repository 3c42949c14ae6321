/**
 * The background of the canvas (css-backgrounds-3, 2.11): that of the root element or, when it has none,
 * of its body. The element's own box has none then; on pages the canvas is the page area with its padding.
 */
import { changedStyle } from '../../document/changed-style.js';
import type { ComputedStyle } from '../../document/style.js';
import type { BlockBox, Box } from './box.js';

export interface CanvasRoot {
  readonly root: BlockBox;
  /** The style whose background is the canvas's. */
  readonly canvas: ComputedStyle | undefined;
}

/** The root without the background that is the canvas's; `body` is the style of the body element. */
export function takeCanvas(root: BlockBox, body: ComputedStyle | undefined): CanvasRoot {
  if (hasBackground(root.style)) return { root: bare(root), canvas: root.style };
  if (!body || !hasBackground(body)) return { root, canvas: undefined };
  const strip = (box: Box): Box => (box.type === 'block' && box.style === body ? bare(box) : box);
  return { root: { ...root, children: root.children.map(strip) }, canvas: body };
}

/** An element without a box gives the canvas nothing. */
function hasBackground({ display, backgroundColor, backgroundLayers }: ComputedStyle): boolean {
  if (display === 'none' || display === 'contents') return false;
  return backgroundColor !== 'transparent' || backgroundLayers.length > 0;
}

function bare(box: BlockBox): BlockBox {
  return { ...box, style: changedStyle(box.style, { backgroundColor: 'transparent', backgroundLayers: [] }) };
}
