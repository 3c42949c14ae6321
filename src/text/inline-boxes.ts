/**
 * The inline boxes of one paragraph as a table. Comes in: edges and the styles of texts, in order. Goes
 * out: for every piece the number of its box, for every box its parent and style. Box 0 is the root
 * inline box of the paragraph; parents have smaller numbers than what they hold.
 */
import type { InlineEdge } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';

/** Inline boxes, reused paragraph after paragraph. */
export class InlineBoxes {
  count = 0;
  /** The innermost box that is open. */
  current = 0;
  /** Whether there are edges at all. */
  edged = false;
  readonly parents: number[] = [];
  readonly styles: ComputedStyle[] = [];
  /** Style on the paragraph's first line. */
  readonly firstLines: (ComputedStyle | undefined)[] = [];
  /** The edge that opened it; none for the root and for text whose element has no edges. */
  readonly edges: (InlineEdge | undefined)[] = [];

  /** Begins a paragraph with its root inline box. */
  begin(style: ComputedStyle): void {
    this.count = 0;
    this.edged = false;
    this.current = this.#add(style, 0, undefined);
  }

  /** A box begins; returns its number. */
  open(edge: InlineEdge): number {
    this.edged = true;
    this.current = this.#add(edge.style, this.current, edge);
    return this.current;
  }

  /** The innermost box ends; returns its number. */
  close(): number {
    const closed = this.current;
    this.current = this.parents[closed] ?? 0;
    return closed;
  }

  /**
   * The box that text of a style stands in: the innermost one when it has that style, else an implied one
   * in it, for content that comes without edges.
   */
  holding(style: ComputedStyle, firstLine: ComputedStyle | undefined): number {
    const { current } = this;
    if (this.styles[current] === style) {
      this.firstLines[current] ??= firstLine;
      return current;
    }
    const last = this.count - 1;
    if (this.styles[last] === style && this.parents[last] === current && !this.edges[last]) return last;
    const implied = this.#add(style, current, undefined);
    this.firstLines[implied] = firstLine;
    return implied;
  }

  /** Style of a box on the first line or on another one. */
  styleOn(box: number, first: boolean): ComputedStyle {
    const style = (first ? this.firstLines[box] : undefined) ?? this.styles[box];
    if (!style) throw new Error(`there is no inline box ${box}`);
    return style;
  }

  #add(style: ComputedStyle, parent: number, edge: InlineEdge | undefined): number {
    const box = this.count++;
    this.styles[box] = style;
    this.firstLines[box] = undefined;
    this.parents[box] = parent;
    this.edges[box] = edge;
    return box;
  }
}
