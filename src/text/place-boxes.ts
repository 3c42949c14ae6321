/**
 * Parts of inline boxes and anchors on one line. Comes in: edges and anchors from left to right with their
 * places. Goes out: one part for every box that stands on the line, outer before inner.
 */
import type { Line, PlacedInlineBox } from '../document/glyph-run.js';
import type { InlineEdge } from '../document/inline.js';
import type { LineAligner } from './align-line.js';
import type { InlineBoxes } from './inline-boxes.js';
import type { StyleFinder } from './text-style.js';

/** A part that is still growing. */
interface OpenPart {
  readonly box: number;
  readonly x: number;
  readonly start: boolean;
  width: number;
  end: boolean;
}

/** Places the boxes of one line. */
export class BoxPlacer {
  readonly #parts = new Map<number, OpenPart>();
  readonly #anchors: { readonly tag: number; readonly x: number }[] = [];

  constructor(
    private readonly boxes: InlineBoxes,
    private readonly aligner: LineAligner,
    private readonly styleOf: StyleFinder,
  ) {}

  /** A box begins with its margin edge at `x`. */
  open(box: number, x: number): void {
    this.#parts.set(box, { box, x, start: true, width: 0, end: false });
  }

  /** A box ends with its margin edge at `x`. */
  close(box: number, x: number): void {
    const part = this.#parts.get(box) ?? { box, x: 0, start: false, width: 0, end: true };
    part.width = x - part.x;
    part.end = true;
    this.#parts.set(box, part);
  }

  anchor(tag: number, x: number): void {
    this.#anchors.push({ tag, x });
  }

  /** The parts and anchors of the line, which is `width` pt long. */
  finish(width: number, first: boolean): Pick<Line, 'boxes' | 'anchors'> {
    const { boxes } = this;
    const placed: PlacedInlineBox[] = [];
    for (let box = 1; boxes.edged && box < boxes.count; box++) {
      const edge = boxes.edges[box];
      if (!edge || !this.aligner.isPresent(box)) continue;
      const part = this.#parts.get(box) ?? { box, x: 0, start: false, width, end: false };
      placed.push(this.#placed(part, edge, part.end ? part.width : width - part.x, first));
    }
    return { boxes: placed, anchors: this.#anchors };
  }

  #placed(
    { box, x, start, end }: OpenPart,
    edge: InlineEdge,
    width: number,
    first: boolean,
  ): PlacedInlineBox {
    const { ascent, descent } = this.styleOf(this.boxes.styleOn(box, first)).content;
    return { tag: edge.tag, x, width, rise: this.aligner.riseOf(box), ascent, descent, start, end };
  }
}
