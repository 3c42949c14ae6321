/**
 * The boxes of which fragments are slices (css-break-3, 5.4.1): a picture of a background is placed in
 * the box as if it were not broken. Looked up only where a broken box has a picture.
 */
import type { Box } from '../boxes/box.js';
import { walkFragments } from '../flow/fill.js';
import type { BoxFragment, InlineBoxPart, LineFragment, Placed } from '../flow/fragment.js';
import type { PageRectangle } from '../page-master.js';

/** What of a box stands in the fragments at hand, pt from its start. */
interface Extent {
  from: number;
  to: number;
  ended: boolean;
}

/** The parts of an inline box, one behind the other. */
interface InlineExtent {
  readonly before: Map<LineFragment, number>;
  total: number;
}

const edgesOf = ({ border, padding }: BoxFragment): number =>
  border.top + border.bottom + padding.top + padding.bottom;

export class Slices {
  #blocks: Map<Box, Extent> | undefined;
  #inlines: Map<InlineBoxPart, InlineExtent> | undefined;

  constructor(private readonly placed: readonly Placed[]) {}

  /** Height of the unbroken box, pt; nothing where it goes on elsewhere and only its content says how high it is. */
  heightOf(fragment: BoxFragment): number | undefined {
    const { box, style, before = 0, start, end } = fragment;
    if (start && end) return fragment.height;
    const extent = box && this.#gather().get(box);
    if (extent?.from === 0 && extent.ended) return extent.to;
    if (typeof style.height !== 'number') return undefined;
    const asked = style.height + (style.boxSizing === 'border-box' ? 0 : edgesOf(fragment));
    return Math.max(asked, before + fragment.height);
  }

  /** The part of an inline box on a line in the row of all its parts: what stands before it, and the whole. */
  inlineOf(
    part: InlineBoxPart,
    line: LineFragment,
  ): { readonly before: number; readonly total: number } | undefined {
    this.#gather();
    const extent = this.#inlines?.get(part);
    const before = extent?.before.get(line);
    return extent && before !== undefined ? { before, total: extent.total } : undefined;
  }

  #gather(): Map<Box, Extent> {
    if (this.#blocks) return this.#blocks;
    const blocks = (this.#blocks = new Map<Box, Extent>());
    const inlines = (this.#inlines = new Map<InlineBoxPart, InlineExtent>());
    walkFragments(this.placed, (fragment) => {
      if (fragment.type === 'line') gatherInline(fragment, inlines);
      if (fragment.type !== 'box' || !fragment.box || (fragment.start && fragment.end)) return;
      const { box, before = 0, height, end } = fragment;
      const extent = blocks.get(box) ?? { from: Infinity, to: 0, ended: false };
      extent.from = Math.min(extent.from, before);
      extent.to = Math.max(extent.to, before + height);
      extent.ended ||= end;
      blocks.set(box, extent);
    });
    return blocks;
  }
}

function gatherInline(line: LineFragment, inlines: Map<InlineBoxPart, InlineExtent>): void {
  for (const { tag, width, start, end } of line.line.boxes) {
    const part = line.inside.boxes.get(tag);
    if (!part || part.style.backgroundLayers.length === 0) continue;
    const extent = inlines.get(part) ?? { before: new Map<LineFragment, number>(), total: 0 };
    extent.before.set(line, extent.total);
    extent.total += width - (start ? part.margin.left : 0) - (end ? part.margin.right : 0);
    inlines.set(part, extent);
  }
}

/** Slices of what is painted alone. */
export const noSlices = new Slices([]);

/** A rectangle given from a corner, at its place on the page. */
export function movedTo(at: { readonly x: number; readonly y: number }, area: PageRectangle): PageRectangle {
  return { ...area, x: at.x + area.x, y: at.y + area.y };
}
