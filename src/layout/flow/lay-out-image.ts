/** A block-level picture: one piece, as large as its style and its own proportions say (CSS 2.2, 10.6.2). */
import type { ImageBox } from '../boxes/box.js';
import { imageSize, resolveAuto } from '../used-values.js';
import type { FlowEngine } from './engine.js';
import { boxFragment } from './fragment.js';
import { appeal, type BlockSpace, type Outcome } from './space.js';
import { margin } from './strut.js';

const epsilon = 1e-6;

export function layOutImage(engine: FlowEngine, box: ImageBox, space: BlockSpace): Outcome {
  const { used, fragmentainer } = space;
  const { border, padding } = used;
  const size = imageSize(box.style, box.image, space.width, engine.setup.pageHeight);
  const height = size.height + border.top + border.bottom + padding.top + padding.bottom;
  if (fragmentainer && height > space.room + epsilon) {
    fragmentainer.search.missing(height - space.room);
    if (fragmentainer.search.placed)
      return { refused: true, appeal: space.avoid ? appeal.breakAvoid : appeal.perfect };
  }
  return {
    refused: false,
    fragment: boxFragment({
      box,
      style: box.style,
      width: used.borderWidth,
      height,
      border,
      padding,
      children: [],
      start: true,
      end: true,
    }),
    endMargin: margin(resolveAuto(box.style.marginBottom, space.width) ?? 0),
    selfCollapsing: false,
    outOfFlow: [],
    token: undefined,
    stop: undefined,
    appeal: appeal.perfect,
  };
}
