/**
 * Footnotes at the page foot (css-gcpm-3, 2): each note is laid out once for a width, in pieces when it
 * is taller than a page allows, and a page asks how tall some of them are together under the rule of
 * `@footnote`. Notes that share lines are laid out together as well.
 */
import { changedStyle } from '../../document/changed-style.js';
import type { ComputedStyle } from '../../document/style.js';
import type { BlockBox } from '../boxes/box.js';
import { blockSpace } from '../flow/block-space.js';
import type { FlowEngine } from '../flow/engine.js';
import { fillBest, walkFragments } from '../flow/fill.js';
import { boxFragment, noEdges, type BoxFragment, type Placed } from '../flow/fragment.js';
import { holdPositioned } from '../flow/positioned.js';
import type { BreakToken } from '../flow/space.js';
import { usedBox } from '../used-values.js';
import { joinNotes, linesOf } from './join-notes.js';

/** A note, or what fits a page of it; the same object whenever it is asked for. */
export interface NotePiece {
  /** Number of the note. */
  readonly note: number;
  /** It is what begins the note. */
  readonly first: boolean;
  /** As it is when it stands alone. */
  readonly fragment: BoxFragment;
  /** The note, where it may stand in lines with others. */
  readonly inline?: BlockBox;
}

/** Where the notes of a page go. */
export interface NoteRoom {
  /** Width of the page area, pt. */
  readonly width: number;
  /** Height that notes may take, pt. */
  readonly limit: number;
}

/** More notes than anyone would look for on one line of `footnote-display: compact`. */
const sharedAtMost = 40;

export class NoteLayouter {
  readonly #pieces = new Map<
    string,
    { readonly box: BlockBox | undefined; readonly pieces: readonly NotePiece[] }
  >();
  /** Notes set in lines together, by their numbers and the width. */
  readonly #joined = new Map<string, BoxFragment>();

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
    this.#joined.clear();
  }

  /** What is to be done when one finds no room on the page of its call (css-gcpm-3, 2.6). */
  policy(note: number): ComputedStyle['footnotePolicy'] {
    return this.boxOf(note)?.style.footnotePolicy ?? 'auto';
  }

  #piecesOf(note: number, room: NoteRoom): readonly NotePiece[] {
    const key = `${note}:${room.width}:${room.limit}`;
    const box = this.boxOf(note);
    if (box) this.engine.scene.pageNumbers.use(box);
    const known = this.#pieces.get(key);
    if (known) return known.pieces;
    const used = usedBox(this.style, room.width);
    const height = Math.max(1, room.limit - this.#edges(room.width));
    const fragments = box ? fragmentsOf(this.engine, box, used.contentWidth, height) : [];
    const inline = box && fragments.length === 1 && linesOf(box) ? { inline: box } : {};
    const pieces = fragments.map((fragment, at) => ({ note, first: at === 0, fragment, ...inline }));
    this.#pieces.set(key, { box, pieces });
    return pieces;
  }

  /** The first of these pieces that fit; with `force` at least one. */
  fitting(pieces: readonly NotePiece[], room: NoteRoom, force: boolean): readonly NotePiece[] {
    // More pieces are never lower: the number that fits is found by halving.
    let count = force ? Math.min(1, pieces.length) : 0;
    for (let most = pieces.length; count < most;) {
      const tried = Math.ceil((count + most) / 2);
      if (this.height(pieces.slice(0, tried), room.width) > room.limit) most = tried - 1;
      else count = tried;
    }
    return pieces.slice(0, count);
  }

  /** Height of the area with these pieces; 0 without any. */
  height(pieces: readonly NotePiece[], width: number): number {
    if (pieces.length === 0) return 0;
    return this.#edges(width) + this.#stack(pieces, width).reduce((sum, { height }) => sum + height, 0);
  }

  #edges(width: number): number {
    const { margin, border, padding } = usedBox(this.style, width);
    return margin.top + border.top + padding.top + padding.bottom + border.bottom;
  }

  /** What stands one below the other: notes, or several in lines together (css-gcpm-3, 2.6). */
  #stack(pieces: readonly NotePiece[], width: number): readonly BoxFragment[] {
    const stack: BoxFragment[] = [];
    for (let from = 0; from < pieces.length;) {
      const [set, end] = this.#set(pieces, from, width);
      stack.push(set);
      from = end;
    }
    return stack;
  }

  /** The piece at `from`, with those after it that stand in its lines, and where the next one is. */
  #set(pieces: readonly NotePiece[], from: number, width: number): readonly [BoxFragment, number] {
    const piece = pieces[from];
    if (!piece) throw new Error('there is no such note');
    const display = piece.inline?.style.footnoteDisplay;
    const alike = pieces.findIndex(
      ({ inline }, at) => at > from && inline?.style.footnoteDisplay !== display,
    );
    const run = alike < 0 ? pieces.length : alike;
    const most = !piece.inline ? from + 1 : display === 'inline' ? run : Math.min(run, from + sharedAtMost);
    if (display === 'inline' && most > from + 1)
      return [this.#joinedOf(pieces.slice(from, most), width), most];
    let set = piece.fragment;
    let end = from + 1;
    // Compact notes share one line, those that it holds.
    for (; end < most; end += 1) {
      const more = this.#joinedOf(pieces.slice(from, end + 1), width);
      if (linesIn(more) > 1) break;
      set = more;
    }
    return [set, end];
  }

  #joinedOf(pieces: readonly NotePiece[], width: number): BoxFragment {
    const key = `${pieces.map(({ note }) => note).join()}:${width}`;
    const known = this.#joined.get(key);
    if (known) return known;
    const box = joinNotes(
      pieces.flatMap(({ inline }) => inline ?? []),
      this.style,
      this.engine.scene,
    );
    const joined = this.engine.stack([box], usedBox(this.style, width).contentWidth);
    this.#joined.set(key, joined);
    return joined;
  }

  /** The footnote area with these pieces in it, its top margin above: from the area's corner. */
  area(pieces: readonly NotePiece[], width: number): readonly Placed[] {
    if (pieces.length === 0) return [];
    const used = usedBox(this.style, width);
    const { margin, border, padding } = used;
    const children: Placed[] = [];
    let y = border.top + padding.top;
    for (const fragment of this.#stack(pieces, width)) {
      children.push({ x: border.left + padding.left, y, fragment });
      y += fragment.height;
    }
    const fragment = boxFragment({
      style: this.style,
      width: used.borderWidth,
      height: y + padding.bottom + border.bottom,
      border,
      padding,
      children,
      start: true,
      end: true,
    });
    return [{ x: used.x, y: margin.top, fragment }];
  }
}

function linesIn(fragment: BoxFragment): number {
  let lines = 0;
  walkFragments([{ x: 0, y: 0, fragment }], ({ type }) => {
    if (type === 'line') lines += 1;
  });
  return lines;
}

/** A note in pieces of at most `height` pt. */
function fragmentsOf(
  engine: FlowEngine,
  box: BlockBox,
  width: number,
  height: number,
): readonly BoxFragment[] {
  const whole = engine.stack([box], width);
  if (whole.height <= height) return [whole];
  const pieces: BoxFragment[] = [];
  let token: BreakToken | undefined;
  do {
    const from: BreakToken | undefined = token;
    const { result } = fillBest(false, (search) => {
      const space = blockSpace({
        used: usedBox(box.style, width),
        width,
        fragmentainer: { kind: 'page', paged: false, size: height, search, heldNotes: undefined },
        room: height,
        isPiece: true,
      });
      const outcome = engine.layOut(
        { ...box, style: changedStyle(box.style, { float: 'none' }) },
        space,
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
  return fragment.end ? fragment : boxFragment({ ...fragment, height: bottom, padding: noEdges });
}
