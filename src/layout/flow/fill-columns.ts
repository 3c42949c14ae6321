/**
 * A row of columns up to a spanning element, the end of the page or the end of the content. A row that
 * ends is balanced: its columns are as low as they can be with breaks in good places, found by adding, try
 * after try, the least height that was missing anywhere. A row that meets the end of the page goes on in
 * the next one.
 */
import { endedAt, type Ended } from './flow-end.js';
import { breakToken } from './break-token.js';
import { fillColumn, type Column, type Columns } from './fill-column.js';
import { notesIn } from './fill.js';
import type { FloatPiece } from './fragment.js';
import { appeal, holdOnlyPositioned, type Appeal, type BreakToken } from './space.js';

/** Where a row begins: pt from the container's border-box top. */
export interface RowTask {
  readonly token: BreakToken | undefined;
  readonly y: number;
  readonly floats: readonly FloatPiece[];
}

export interface Row {
  readonly columns: readonly Column[];
  /** Of its tallest column, pt. */
  readonly height: number;
  readonly ended: Ended | undefined;
  readonly token: BreakToken | undefined;
  /** Least height that was missing in any column, pt. */
  readonly shortage: number;
  /** Of the worst break between its columns, or at its end. */
  readonly appeal: Appeal;
  /** Breaks between its columns that were asked for. */
  readonly forced: number;
  readonly floatsLeft: readonly FloatPiece[];
}

/** Tries until a row is balanced; each adds the least missing height. */
const balancingTries = 200;
/** More columns than any page has: content without an end of the page overflows sideways. */
const manyColumns = 1000;
/** Columns are a pixel high at least, pt: content gets on although there is no height for it. */
const leastHeight = 0.75;
/** Heights that differ by less are the same, pt. */
const tolerance = 0.01;

interface Filling {
  readonly height: number;
  readonly most: number;
  readonly mayRefuse: boolean;
  /** What does not fit into a later column could stand on a later page, that has more room. */
  readonly mayWait: boolean;
  /** Columns further on are higher, for a flow that goes on at this token. */
  readonly roomGrows: (token: BreakToken | undefined) => boolean;
  /** The height is looked for: positioned boxes have no say in it. */
  readonly tries: boolean;
}

const never = (): boolean => false;

export function fillColumns(columns: Columns, task: RowTask): Row | 'refused' {
  const { frame, box, sizes } = columns;
  const { fragmentainer } = frame.space;
  const own = columns.bottom - task.y;
  const outer = fragmentainer ? frame.room - task.y : Infinity;
  const limit = Math.max(leastHeight, Math.min(own, outer));
  const placed = fragmentainer?.search.placed === true;
  if (outer <= 1e-6 && placed) return 'refused';
  const overflows = !fragmentainer || own < outer - 1e-6;
  const most = overflows ? manyColumns : sizes.count;
  const mayWait = !overflows && outer < (fragmentainer?.size ?? 0) - tolerance;
  // The floats and notes of this page leave the next one free; what stands above the columns leaves
  // one free only as long as there is content that goes on.
  const crowded = fragmentainer?.search.mayRefuse === true;
  const roomGrows = (token: BreakToken | undefined): boolean =>
    crowded || (placed && (token?.index ?? 0) < box.children.length);
  const at = { height: limit, most, mayRefuse: placed, mayWait, roomGrows, tries: false };
  if (box.style.columnFill !== 'auto' || !Number.isFinite(limit)) return balanced(columns, task, at);
  const row = fillRow(columns, task, at);
  // What stands above a spanning element is balanced always (css-multicol-1, 6.1).
  if (row !== 'refused' && row.ended?.stop.type === 'spanner') return balanced(columns, task, at);
  if (row === 'refused' || !row.token) return row;
  return { ...row, height: limit };
}

/** `at` fills the row down to the lowest place where it may end. */
function balanced(columns: Columns, task: RowTask, at: Filling): Row | 'refused' {
  const limit = at.height;
  // On a page that the columns fill there is nothing to balance, and what follows need not be looked at.
  const finite = Number.isFinite(limit);
  const first = { ...at, most: finite ? at.most : manyColumns };
  const whole = fillRow(columns, task, { ...first, tries: true });
  if (whole === 'refused' || (finite && (endOf(whole) === 'full' || goesOnBelow(whole)))) return whole;
  const lowest = lowestRow(columns, task, { at, whole });
  return complete(
    columns,
    task,
    lowest && lowest.row.appeal >= whole.appeal ? lowest : { row: whole, how: first },
  );
}

/** A row with how it was filled. */
interface Tried {
  readonly row: Row;
  readonly how: Filling;
}

/** The lowest row with good breaks that holds what the whole one does, in no more columns than there are. */
function lowestRow(
  columns: Columns,
  task: RowTask,
  { at, whole }: { readonly at: Filling; readonly whole: Row },
): Tried | undefined {
  const overflowing = at.most > columns.sizes.count ? whole.forced + 1 : 0;
  const count = Math.max(columns.sizes.count, overflowing);
  const fill = (height: number): Tried => {
    const how = { ...at, height, mayRefuse: false, mayWait: false, roomGrows: never };
    const row = fillRow(columns, task, { ...how, most: Math.min(at.most, count + 1), tries: true });
    if (row === 'refused') throw new Error('columns refused to begin although they may not');
    return { row, how };
  };
  const enough = ({ row }: Tried): boolean => row.columns.length <= count && sameEnd(row, whole);
  const total = whole.columns.reduce((sum, column) => sum + column.height, 0);
  let best: Tried | undefined;
  let height = Math.max(total / count, 0);
  for (let tries = 0; height < at.height && tries < balancingTries; tries += 1) {
    const tried = fill(height);
    const { row } = tried;
    if (enough(tried) && row.height > height + tolerance) {
      // Something in one piece is higher: all columns may as well be.
      ({ height } = row);
      continue;
    }
    if (enough(tried) && (!best || row.appeal > best.row.appeal)) best = tried;
    if (best?.row.appeal === appeal.perfect) return tries === 0 ? lowered(best, fill, enough) : best;
    if (!Number.isFinite(row.shortage)) return best;
    height += Math.max(row.shortage, tolerance);
  }
  return best;
}

/**
 * The first guess counts margins that vanish at breaks: lower columns may do. Content that is as high as its
 * column, whatever that is, is lowered by steps that double as long as they do and halve from there.
 */
function lowered(tried: Tried, fill: (height: number) => Tried, enough: (tried: Tried) => boolean): Tried {
  let best = tried;
  let step = tolerance;
  let grows = true;
  while (best.row.columns.length > 1) {
    const height = best.row.height - step;
    const lower = fill(height);
    const { row } = lower;
    const better = enough(lower) && row.appeal === appeal.perfect && row.height < best.row.height;
    if (better) best = lower;
    else if (step === tolerance) break;
    grows &&= better;
    if (!grows) step = Math.max(step / 2, tolerance);
    else step = row.height > height - tolerance ? step * 2 : tolerance;
  }
  return best;
}

/** Why a row ended; positioned boxes that go on have no say in it. */
function endOf({ ended }: Row): 'end' | 'full' | 'forced' | 'spanner' {
  return !ended || ended.parallel === 'positioned' ? 'end' : ended.stop.type;
}

/** Whether flows that should end above a spanning element found no room there. */
function goesOnBelow({ ended, token }: Row): boolean {
  return ended?.stop.type === 'spanner' && !holdOnlyPositioned(token?.beside ?? []);
}

/** Whether two rows end at the same place. */
function sameEnd(a: Row, b: Row): boolean {
  const end = endOf(a);
  if (end !== endOf(b) || goesOnBelow(a) !== goesOnBelow(b) || a.floatsLeft.length !== b.floatsLeft.length)
    return false;
  return end === 'end' || samePlace(a.token, b.token);
}

function samePlace(a: BreakToken | undefined, b: BreakToken | undefined): boolean {
  if (!a || !b) return a === b;
  return a.index === b.index && samePlace(a.child, b.child);
}

/** A row that was tried, with the columns that only positioned boxes need. */
function complete(columns: Columns, task: RowTask, { row, how }: Tried): Row | 'refused' {
  return row.ended?.parallel === 'positioned' ? fillRow(columns, task, how) : row;
}

/** Columns of one height, one after the other; `most` are more than there is room for where they may overflow. */
function fillRow(columns: Columns, task: RowTask, how: Filling): Row | 'refused' {
  const set: Column[] = [];
  let { token, floats } = task;
  let ended: Ended | undefined;
  let above: SpannedFlow | undefined;
  let shortage = Infinity;
  let worst: Appeal = appeal.perfect;
  let forced = 0;
  for (let i = 0; i < how.most; i += 1) {
    const { height, roomGrows } = how;
    const mayRefuse = i === 0 ? how.mayRefuse : how.mayWait;
    const filled = fillColumn(columns, { token, floats, height, mayRefuse, roomGrows: roomGrows(token) });
    if (filled === 'refused') {
      if (i === 0) return filled;
      break;
    }
    // A column that only a note held back could lead stands on the next page with it.
    if (i > 0 && callsHeld(columns, filled.column)) break;
    set.push(filled.column);
    ({ ended, token } = filled);
    floats = filled.floatsLeft;
    shortage = Math.min(shortage, filled.shortage);
    if (ended && ended.appeal < worst) worst = ended.appeal;
    above ??= flowsAbove(columns, ended, token);
    if (above && ended === above.ended) {
      token = above.rest;
      continue;
    }
    if (!ended || !goesOn(ended) || (how.tries && ended.parallel === 'positioned')) break;
    if (ended.stop.type === 'forced') forced += 1;
    const outer = columns.frame.space.fragmentainer;
    if (filled.held && outer) outer.search.held = true;
    if (filled.held) break;
  }
  if (above) ({ ended, token } = endAbove(above, token));
  return {
    columns: set,
    height: set.reduce((most, column) => Math.max(most, column.height), 0),
    ended: ended?.stop.type === 'full' ? endedAt({ ...ended, appeal: worst }) : ended,
    token: ended ? token : undefined,
    shortage,
    appeal: worst,
    forced,
    floatsLeft: floats,
  };
}

/** Whether a column calls a note that is held back. */
function callsHeld({ frame }: Columns, { children }: Column): boolean {
  const heldNotes = frame.space.fragmentainer?.heldNotes;
  return heldNotes !== undefined && notesIn(children).some((note) => heldNotes.has(note));
}

/** The flow at a spanning element, and flows beside it that end above the element. */
interface SpannedFlow {
  readonly ended: Ended;
  readonly token: BreakToken;
  /** The flows beside alone. */
  readonly rest: BreakToken;
}

function flowsAbove(
  { box }: Columns,
  ended: Ended | undefined,
  token: BreakToken | undefined,
): SpannedFlow | undefined {
  const beside = token?.beside ?? [];
  if (!token || ended?.stop.type !== 'spanner' || holdOnlyPositioned(beside)) return undefined;
  const rest = breakToken({ index: box.children.length, consumed: 0, forced: false, beside });
  return { ended, token, rest };
}

/** The row ends at the spanning element; flows beside that found no room above it go on below. */
function endAbove(
  { ended, token }: SpannedFlow,
  rest: BreakToken | undefined,
): { readonly ended: Ended; readonly token: BreakToken } {
  return { ended, token: breakToken({ ...token, beside: rest?.beside }) };
}

/** Whether the content goes on in the next column. */
function goesOn(ended: Ended): boolean {
  return ended.stop.type === 'full' || (ended.stop.type === 'forced' && ended.stop.value === 'column');
}
