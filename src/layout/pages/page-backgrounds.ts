/**
 * What lies below everything on a page: the background of the page box, which covers the whole sheet
 * (css-page-3, 3.2), its border, and the canvas within the border (css-backgrounds-3, 2.11.2).
 */
import type { PageItem } from '../../document/page.js';
import type { ComputedStyle } from '../../document/style.js';
import { boxFragment, type BoxFragment, type Placed } from '../flow/fragment.js';
import { pageBox, type PageMaster } from '../page-master.js';
import {
  colorItems,
  inside,
  insetOf,
  layerItems,
  pictureOrigin,
  rectangleSegment,
  type PageSurroundings,
} from '../paint/paint-background.js';
import { borderItems } from '../paint/paint-borders.js';
import type { LayoutScene } from '../scene.js';
import { noSlices } from '../paint/slices.js';
import { borderEdges, paddingEdges } from '../used-values.js';

/**
 * The page box. Its pictures are placed inside its margins, those with `fixed` in the whole of it; one
 * that is fixed and covers reaches into the bleed as the colour does.
 */
export function pageBoxItems(master: PageMaster, scene: LayoutScene): readonly PageItem[] {
  const { style, bleed } = master.style;
  const page = pageBox(master);
  const sheet = inside(page, evenly(-bleed));
  const around = { page, picture: (path: string) => scene.imageOf(path), slices: noSlices };
  const box = pageFragment(master);
  const at = cornerOf(master);
  const pictures = style.backgroundLayers.toReversed().flatMap((layer) => {
    const whole = layer.size === 'cover' ? sheet : page;
    const place = layer.fixed
      ? whole
      : inside({ ...at, width: box.width, height: box.height }, insetOf(box, layer.origin));
    return layerItems(layer, { place, seen: sheet, path: undefined }, around);
  });
  return [...colorItems(style, [rectangleSegment(sheet)]), ...pictures, ...borderItems(box, at)];
}

/** The canvas: the background of `style`, its pictures placed in the root's box; none on pages without it. */
export function canvasItems(
  style: ComputedStyle | undefined,
  root: Placed | undefined,
  { master, around }: { readonly master: PageMaster; readonly around: PageSurroundings },
): readonly PageItem[] {
  if (!style) return [];
  const box = pageFragment(master);
  const seen = inside({ ...cornerOf(master), width: box.width, height: box.height }, box.border);
  const fragment = root?.fragment;
  const pictures = style.backgroundLayers.toReversed().flatMap((layer) => {
    if (layer.fixed) return layerItems(layer, { place: around.page, seen, path: undefined }, around);
    if (!root || fragment?.type !== 'box') return [];
    const place = pictureOrigin(fragment, root, { layer, slices: around.slices });
    return layerItems(layer, { place, seen, path: undefined }, around);
  });
  return [...colorItems(style, [rectangleSegment(seen)]), ...pictures];
}

function evenly(edge: number): BoxFragment['border'] {
  return { top: edge, right: edge, bottom: edge, left: edge };
}

function cornerOf({ margins }: PageMaster): { readonly x: number; readonly y: number } {
  return { x: margins.left, y: margins.top };
}

/** The page box inside its margins. */
function pageFragment({ margins, style: page }: PageMaster): BoxFragment {
  const { style, width, height } = page;
  return boxFragment({
    style,
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
    border: borderEdges(style),
    padding: paddingEdges(style, width),
    children: [],
    start: true,
    end: true,
  });
}
