/**
 * Footnotes at the page foot (css-gcpm-3, 2): each note is laid out once for a width, and a page asks
 * how tall some of them are together, with the rule of `@footnote` above them.
 */
import type { ComputedStyle } from '../document/style.js';
import { artifact, type BlockBox } from './box.js';
import type { FlowCollector } from './collect-flow.js';
import type { Fragment } from './flow.js';
import { usedBox } from './used-values.js';

export interface NoteRoom {
  readonly width: number;
  readonly limit: number;
  readonly force: boolean;
}

const nothing: Fragment = { width: 0, height: 0, regions: [] };

export class NoteLayouter {
  readonly #heights = new Map<string, number>();

  constructor(
    /** The box of a note by the number lines call it with. */
    private readonly boxOf: (note: number) => BlockBox | undefined,
    private readonly collector: (width: number) => FlowCollector,
    private readonly area: ComputedStyle,
  ) {}

  /** Height of the area with these notes; 0 without any. */
  height(notes: readonly number[], width: number): number {
    const key = `${width}:${notes.join()}`;
    let known = this.#heights.get(key);
    if (known === undefined) this.#heights.set(key, (known = this.fragment(notes, width).height));
    return known;
  }

  /** The notes that fit in `limit`, in order, each once; with `force` at least one, however tall. */
  split(
    notes: readonly number[],
    room: NoteRoom,
  ): { readonly shown: readonly number[]; readonly waiting: readonly number[] } {
    const once = [...new Set(notes)].filter((note) => this.boxOf(note) !== undefined);
    let count = once.length;
    while (count > (room.force ? 1 : 0) && this.height(once.slice(0, count), room.width) > room.limit)
      count -= 1;
    return { shown: once.slice(0, count), waiting: once.slice(count) };
  }

  /** The whole footnote area with these notes in it. */
  fragment(notes: readonly number[], width: number): Fragment {
    const boxes = notes.map((note) => this.boxOf(note)).filter((box) => box !== undefined);
    if (boxes.length === 0) return nothing;
    const area: BlockBox = {
      type: 'block',
      style: this.area,
      marks: [],
      children: boxes,
      absolutes: [],
      tag: artifact,
    };
    const collector = this.collector(width);
    const used = usedBox(this.area, width);
    const inner = collector.fragments.block(area, used);
    const top = used.margin.top;
    return {
      ...inner,
      height: inner.height + top,
      regions: inner.regions.map((region) => ({ ...region, x: region.x + used.x, y: region.y + top })),
    };
  }
}
