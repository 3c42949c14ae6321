/** A list item's outside marker, on the first line of the item (css-lists-3, 3.1). */
import type { BlockBox } from '../boxes/box.js';
import type { FlowEngine } from './engine.js';
import type { Placed } from './fragment.js';
import { inlineOf } from './inline-parts.js';

/** It ends where the item's border box begins; without a line of content it makes one of its own. */
export function placeMarker(
  engine: FlowEngine,
  box: BlockBox,
  at: { readonly firstBaseline: number | undefined; readonly top: number },
): { readonly placed: Placed; readonly lineHeight: number } | undefined {
  if (!box.marker) return undefined;
  const { marker } = box;
  const { typesetter } = engine.scene;
  const inline = inlineOf(marker.items, 1e4, engine.inlineSetting);
  const [line] = typesetter.breakLines({
    items: inline.items,
    style: marker.style,
    measure: 1e4,
    indent: 0,
  });
  if (!line) return undefined;
  const width = typesetter.intrinsicWidths(inline.items, marker.style).max;
  const height = line.ascent + line.descent;
  const baseline = at.firstBaseline;
  return {
    placed: {
      x: -width,
      y: baseline === undefined ? at.top : baseline - line.ascent,
      fragment: { type: 'line', line: { ...line, x: 0 }, width, height, inside: inline.parts },
    },
    lineHeight: height,
  };
}
