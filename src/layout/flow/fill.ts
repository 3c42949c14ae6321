/**
 * Fills one fragmentainer. The break that was come upon may be worse than an earlier one; then it is
 * filled again up to that one (css-break-3, 4.4). Floats to the ends of a page or column take room from
 * the flow when they are met, so the flow is filled again; each is tried once and otherwise waits.
 */
import { changedStyle } from '../../document/changed-style.js';
import type { Box } from '../boxes/box.js';
import type { FloatPiece, Fragment, Placed } from './fragment.js';
import { BreakSearch, type Appeal } from './space.js';

export interface Filled {
  /** Nothing fitted and the content may begin elsewhere. */
  readonly refused?: boolean | undefined;
  /** Quality of the break by lack of room at its end, if it ended so. */
  readonly fullWith?: Appeal | undefined;
}

/** `fill` lays out with the search it is given. `mayRefuse`: the content could begin in a later fragmentainer. */
export function fillBest<T extends Filled>(
  mayRefuse: boolean,
  fill: (search: BreakSearch) => T,
): { readonly result: T; readonly shortage: number; readonly held: boolean } {
  const search = new BreakSearch(undefined, mayRefuse);
  const result = fill(search);
  const { best, shortage, escape, held } = search;
  const worse = result.fullWith !== undefined && best !== undefined && best.appeal > result.fullWith;
  const target = escape ?? (worse ? best.index : undefined);
  if (target === undefined) return { result, shortage, held };
  return { result: fill(new BreakSearch(target, mayRefuse)), shortage, held };
}

export interface FloatedFill<T> {
  readonly result: T;
  readonly start: readonly FloatPiece[];
  readonly end: readonly FloatPiece[];
  /** Those that go to the next fragmentainer. */
  readonly left: readonly FloatPiece[];
}

export interface FloatRoom<T> {
  /** Floats that wait from before, in order. */
  readonly waiting: readonly FloatPiece[];
  /** Height that floats may take together, pt. */
  readonly capacity: number;
  /** There will be more room further on: a float that waits need not be set where it does not fit. */
  readonly roomGrows?: boolean;
  /** Whether the flow has ended, so that no float waits longer than it must; absent where that is not known. */
  readonly ended?: boolean;
  /** Fills between floats of these heights, pt. */
  fill(start: number, end: number): T;
  /** Floats whose places the flow reached, in order, with how far down they stand (0 to 1). */
  reached(result: T): readonly { readonly piece: FloatPiece; readonly depth: number }[];
}

export function fillWithFloats<T>(room: FloatRoom<T>): FloatedFill<T> {
  const { taken, left } = takeWaiting(room);
  const start: FloatPiece[] = [];
  const end: FloatPiece[] = [];
  for (const piece of taken) (piece.box.style.float === 'block-end' ? end : start).push(piece);
  const here = (piece: FloatPiece): boolean => start.includes(piece) || end.includes(piece);
  /** Those met here, in their order. */
  const set: FloatPiece[] = [];
  const deferred = new Set<FloatPiece>();
  for (;;) {
    const result = room.fill(heightOf(start), heightOf(end));
    const reached = room.reached(result);
    if (reached.length === 0 && set.length === 0) return { result, start, end, left };
    const found = reached.find(({ piece }) => !here(piece) && !deferred.has(piece));
    // The last to come is the first to go: it may be what pushed the others' places off the page.
    const lost = found ? undefined : set.findLast((piece) => !reached.some((one) => one.piece === piece));
    if (found) {
      const fits = heightOf([...start, ...end, found.piece]) < room.capacity;
      if (fits && !overtakes(found.piece, { left, deferred, room })) {
        (isAtEnd(found) ? end : start).push(found.piece);
        set.push(found.piece);
      } else deferred.add(found.piece);
    } else if (lost) {
      for (const list of [start, end, set]) if (list.includes(lost)) list.splice(list.indexOf(lost), 1);
      deferred.add(lost);
    } else {
      const waiting = reached.flatMap(({ piece }) => (deferred.has(piece) ? [nearer(piece, room)] : []));
      return { result, start, end, left: [...left, ...waiting] };
    }
  }
}

/** A float stands behind those met before it (css-page-floats-3, 5.3); one that asked for a later page holds up none. */
function overtakes(
  piece: FloatPiece,
  among: {
    readonly left: readonly FloatPiece[];
    readonly deferred: ReadonlySet<FloatPiece>;
    readonly room: DeferralRoom;
  },
): boolean {
  const { left, deferred, room } = among;
  const waits = (one: FloatPiece): boolean => deferral(one, room) === 0;
  return !waits(piece) || left.some(waits) || [...deferred].some(waits);
}

type DeferralRoom = Pick<FloatRoom<unknown>, 'ended'>;

/** How many pages or columns later a float wants to stand (`float-defer`); `last` waits for the flow to end. */
function deferral({ box, defer }: FloatPiece, { ended }: DeferralRoom): number {
  if (ended) return 0;
  const { floatDefer } = box.style;
  if (floatDefer === 'last') return ended === undefined ? 0 : Infinity;
  return defer ?? (floatDefer === 'none' ? 0 : Math.max(0, floatDefer));
}

/** A float that waits for the next page or column. */
function nearer(piece: FloatPiece, room: DeferralRoom): FloatPiece {
  const defer = deferral(piece, room);
  return defer > 0 ? { ...piece, defer: defer - 1 } : piece;
}

function isAtEnd(found: { readonly piece: FloatPiece; readonly depth: number }): boolean {
  const { float } = found.piece.box.style;
  return float === 'block-end' || (float === 'snap-block' && found.depth > 0.5);
}

/** The floats that wait, as many as there is room for; at least one where there will never be more room. */
function takeWaiting(room: Pick<FloatRoom<unknown>, 'waiting' | 'capacity' | 'roomGrows' | 'ended'>): {
  readonly taken: readonly FloatPiece[];
  readonly left: readonly FloatPiece[];
} {
  let full = false;
  const taken: FloatPiece[] = [];
  const left: FloatPiece[] = [];
  for (const piece of room.waiting) {
    if (deferral(piece, room) > 0) {
      left.push(nearer(piece, room));
      continue;
    }
    const forced = taken.length === 0 && !room.roomGrows;
    const fits = forced || heightOf([...taken, piece]) <= room.capacity;
    full ||= !fits;
    (full ? left : taken).push(piece);
  }
  return { taken, left };
}

export function heightOf(pieces: readonly FloatPiece[]): number {
  return pieces.reduce((sum, { fragment }) => sum + fragment.height, 0);
}

/** Visits fragments in order, those inside atoms of lines too; `y` is from the corner of the first. */
export function walkFragments(
  placed: readonly Placed[],
  visit: (fragment: Fragment, y: number) => void,
  y = 0,
): void {
  for (const { fragment, y: offset } of placed) {
    visit(fragment, y + offset);
    if (fragment.type === 'box' && !fragment.paint?.repeated)
      walkFragments(fragment.children, visit, y + offset);
    if (fragment.type !== 'line') continue;
    for (const { tag } of fragment.line.atoms) {
      const atom = fragment.inside.atoms.get(tag);
      if (atom) walkFragments([{ x: 0, y: 0, fragment: atom.fragment }], visit, y + offset);
    }
  }
}

/** Numbers of the notes called in these fragments, in order. */
export function notesIn(placed: readonly Placed[]): readonly number[] {
  const notes: number[] = [];
  walkFragments(placed, (fragment) => {
    if (fragment.type === 'line') notes.push(...fragment.line.notes);
  });
  return notes;
}

/** A page float stands in its place as a plain block. */
export function unfloated(box: Box): Box {
  if (box.type === 'lines' || box.style.float === 'none') return box;
  return { ...box, style: changedStyle(box.style, { float: 'none' }) };
}
