/**
 * Footnotes at the page foot (css-gcpm-3, 2): each note is laid out once for a width, in pieces when it
 * is taller than a page allows, and a page asks how tall some of them are together under the rule of
 * `@footnote`.
 */
import type { ComputedStyle } from '../document/style.js';
import { artifact, type BlockBox } from './box.js';
import type { FlowCollector } from './collect-flow.js';
import type { Fragment, Region } from './flow.js';
import { splitFragment } from './split-fragment.js';
import { usedBox } from './used-values.js';

/** A note, or what fits a page of it; the same object whenever it is asked for. */
export type NotePiece = Fragment;

/** Where the notes of a page go. */
export interface NoteRoom {
  /** Width of the page area, pt. */
  readonly width: number;
  /** Height that notes may take, pt. */
  readonly limit: number;
}

/** Numbers of the notes called in these regions, in order, fragments and boxes in lines looked through. */
export function notesIn(regions: readonly Region[]): readonly number[] {
  return regions.flatMap((region) =>
    region.placed.flatMap(({ child }): readonly number[] => {
      if (child.type === 'fragment') return child.repeated ? [] : notesIn(child.fragment.regions);
      if (child.type !== 'line') return [];
      const inBoxes = [...child.atoms.values()].flatMap(({ fragment }) => notesIn(fragment.regions));
      return [...child.line.notes, ...inBoxes];
    }),
  );
}

export class NoteLayouter {
  /** Notes that a page has asked for. */
  readonly #asked = new Set<number>();
  readonly #pieces = new Map<string, readonly NotePiece[]>();

  constructor(
    /** The box of a note by the number lines call it with. */
    private readonly boxOf: (note: number) => BlockBox | undefined,
    private readonly collector: (width: number) => FlowCollector,
    private readonly style: ComputedStyle,
  ) {}

  /** The pieces of these notes, in order. */
  pieces(notes: readonly number[], room: NoteRoom): readonly NotePiece[] {
    for (const note of notes) this.#asked.add(note);
    return [...new Set(notes)].flatMap((note) => this.#piecesOf(note, room));
  }

  /** Those of these notes that no page has asked for: their calls are nowhere to be seen. */
  unasked(all: readonly number[]): readonly number[] {
    return all.filter((note) => !this.#asked.has(note));
  }

  #piecesOf(note: number, room: NoteRoom): readonly NotePiece[] {
    const key = `${note}:${room.width}:${room.limit}`;
    const known = this.#pieces.get(key);
    if (known) return known;
    const box = this.boxOf(note);
    const used = usedBox(this.style, room.width);
    const height = Math.max(1, room.limit - this.#edges(room.width));
    const whole = box && this.collector(used.contentWidth).fragments.withMargins(box, used.contentWidth);
    const pieces = whole ? splitFragment(whole, height) : [];
    this.#pieces.set(key, pieces);
    return pieces;
  }

  /** The first of these pieces that fit; with `force` at least one. */
  fitting(pieces: readonly NotePiece[], room: NoteRoom, force: boolean): readonly NotePiece[] {
    let count = pieces.length;
    while (count > (force ? 1 : 0) && this.height(pieces.slice(0, count), room.width) > room.limit)
      count -= 1;
    return pieces.slice(0, count);
  }

  /** Height of the area with these pieces; 0 without any. */
  height(pieces: readonly NotePiece[], width: number): number {
    if (pieces.length === 0) return 0;
    return this.#edges(width) + pieces.reduce((sum, piece) => sum + piece.height, 0);
  }

  #edges(width: number): number {
    const { margin, border, padding } = usedBox(this.style, width);
    return margin.top + border.top + padding.top + padding.bottom + border.bottom;
  }

  /** The whole footnote area with these pieces in it. */
  area(pieces: readonly NotePiece[], width: number): Fragment {
    if (pieces.length === 0) return { width: 0, height: 0, regions: [] };
    const used = usedBox(this.style, width);
    const { margin, border, padding } = used;
    const box: BlockBox = {
      type: 'block',
      style: this.style,
      marks: [],
      children: [],
      absolutes: [],
      tag: artifact,
    };
    const height = this.height(pieces, width);
    const inner: Region[] = [];
    let y = margin.top + border.top + padding.top;
    for (const piece of pieces) {
      for (const region of piece.regions)
        inner.push({ ...region, x: region.x + used.contentX, y: region.y + y });
      y += piece.height;
    }
    const frame = this.collector(width).fragments.frame(box, used, height - margin.top);
    const outer = frame.map((region) => ({ ...region, x: region.x + used.x, y: region.y + margin.top }));
    const [first, ...rest] = outer;
    return { width, height, regions: first ? [first, ...inner, ...rest] : inner };
  }
}
