/**
 * Footnotes at the page foot (css-gcpm-3, 2): each note is laid out once for a width, in pieces when it
 * is taller than a page allows, and a page asks how tall some of them are together under the rule of
 * `@footnote`.
 */
import type { ComputedStyle } from '../../document/style.js';
import type { BlockBox } from '../boxes/box.js';
import type { FlowEngine } from '../flow/engine.js';
import { fillBest, walkFragments } from '../flow/fill.js';
import { FloatContext } from '../flow/float-context.js';
import { noEdges, type BoxFragment, type Placed } from '../flow/fragment.js';
import { holdPositioned } from '../flow/positioned.js';
import type { BreakToken } from '../flow/space.js';
import { usedBox } from '../used-values.js';

/** A note, or what fits a page of it; the same object whenever it is asked for. */
export type NotePiece = BoxFragment;

/** Where the notes of a page go. */
export interface NoteRoom {
  /** Width of the page area, pt. */
  readonly width: number;
  /** Height that notes may take, pt. */
  readonly limit: number;
}

/** Numbers of the notes called in these fragments, in order. */
export function notesIn(placed: readonly Placed[]): readonly number[] {
  const notes: number[] = [];
  walkFragments(placed, (fragment) => {
    if (fragment.type === 'line') notes.push(...fragment.line.notes);
  });
  return notes;
}

export class NoteLayouter {
  readonly #pieces = new Map<
    string,
    { readonly box: BlockBox | undefined; readonly pieces: readonly NotePiece[] }
  >();

  constructor(
    /** The box of a note by the number lines call it with. */
    private readonly boxOf: (note: number) => BlockBox | undefined,
    private readonly engine: FlowEngine,
    private readonly style: ComputedStyle,
  ) {}

  /** The pieces of these notes, in order. */
  pieces(notes: readonly number[], room: NoteRoom): readonly NotePiece[] {
    return [...new Set(notes)].flatMap((note) => this.#piecesOf(note, room));
  }

  /** Page numbers have changed: notes that show any are laid out anew. */
  restart(): void {
    for (const [key, { box }] of this.#pieces)
      if (box && this.engine.scene.pageNumbers.isShownIn(box)) this.#pieces.delete(key);
  }

  #piecesOf(note: number, room: NoteRoom): readonly NotePiece[] {
    const key = `${note}:${room.width}:${room.limit}`;
    const box = this.boxOf(note);
    if (box) this.engine.scene.pageNumbers.use(box);
    const known = this.#pieces.get(key);
    if (known) return known.pieces;
    const used = usedBox(this.style, room.width);
    const height = Math.max(1, room.limit - this.#edges(room.width));
    const pieces = box ? piecesOf(this.engine, box, used.contentWidth, height) : [];
    this.#pieces.set(key, { box, pieces });
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

  /** The footnote area with these pieces in it, its top margin above: from the area's corner. */
  area(pieces: readonly NotePiece[], width: number): readonly Placed[] {
    if (pieces.length === 0) return [];
    const used = usedBox(this.style, width);
    const { margin, border, padding } = used;
    const children: Placed[] = [];
    let y = border.top + padding.top;
    for (const fragment of pieces) {
      children.push({ x: border.left + padding.left, y, fragment });
      y += fragment.height;
    }
    const fragment: BoxFragment = {
      type: 'box',
      style: this.style,
      width: used.borderWidth,
      height: y + padding.bottom + border.bottom,
      border,
      padding,
      children,
      start: true,
      end: true,
    };
    return [{ x: used.x, y: margin.top, fragment }];
  }
}

/** A note in pieces of at most `height` pt. */
function piecesOf(engine: FlowEngine, box: BlockBox, width: number, height: number): readonly NotePiece[] {
  const whole = engine.stack([box], width);
  if (whole.height <= height) return [whole];
  const pieces: NotePiece[] = [];
  let token: BreakToken | undefined;
  do {
    const from: BreakToken | undefined = token;
    const { result } = fillBest(false, (search) => {
      const outcome = engine.layOut(
        { ...box, style: { ...box.style, float: 'none' } },
        {
          used: usedBox(box.style, width),
          width,
          x: 0,
          y: 0,
          floats: new FloatContext(),
          fragmentainer: { kind: 'page', paged: false, size: height, search },
          room: height,
          avoid: false,
          spanners: false,
          page: 'auto',
          lead: 0,
          isPiece: true,
        },
        from,
      );
      if (outcome.refused) throw new Error('a note refused to begin in an empty place');
      return outcome.token ? { outcome, fullWith: outcome.appeal } : { outcome };
    });
    pieces.push(holdPositioned(engine, { ...result.outcome, fragment: trimmed(result.outcome.fragment) }));
    token = result.outcome.token;
  } while (token);
  return pieces;
}

/** A broken piece is as tall as what stands in it, not as the room it had. */
function trimmed(fragment: BoxFragment): BoxFragment {
  const bottom = fragment.children.reduce(
    (most, { y, fragment: inner }) => Math.max(most, y + inner.height),
    0,
  );
  return fragment.end ? fragment : { ...fragment, height: bottom, padding: noEdges };
}
