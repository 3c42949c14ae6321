/**
 * A row of columns up to a spanning element, the end of the page or the end of the content. A row that
 * ends is balanced: its columns are as low as they can be, found by adding, try after try, the least
 * height that was missing anywhere. A row that meets the end of the page goes on in the next one.
 */
import type { Ended } from './block-flow.js';
import { fillColumn, type Column, type Columns } from './fill-column.js';
import type { FloatPiece } from './fragment.js';
import type { BreakToken } from './space.js';

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
  readonly floatsLeft: readonly FloatPiece[];
}

/** Tries until a row is balanced; each adds the least missing height. */
const balancingTries = 200;
/** More columns than any page has: content without an end of the page overflows sideways. */
const manyColumns = 1000;

interface Filling {
  readonly height: number;
  readonly most: number;
  readonly mayRefuse: boolean;
  /** Columns further on are higher, for a flow that goes on at this token. */
  readonly roomGrows: (token: BreakToken | undefined) => boolean;
  /** The height is looked for: positioned boxes have no say in it. */
  readonly tries?: true;
}

const never = (): boolean => false;

export function fillColumns(columns: Columns, task: RowTask): Row | 'refused' {
  const { frame, box, sizes } = columns;
  const { fragmentainer } = frame.space;
  const own = frame.height === undefined ? Infinity : frame.top + frame.height - task.y;
  const outer = fragmentainer ? frame.room - task.y : Infinity;
  const limit = Math.max(0, Math.min(own, outer));
  const placed = fragmentainer?.search.placed === true;
  if (outer <= 1e-6 && placed) return 'refused';
  const overflows = !fragmentainer || own < outer - 1e-6;
  const most = overflows ? manyColumns : sizes.count;
  // The floats and notes of this page leave the next one free; what stands above the columns leaves
  // one free only as long as there is content that goes on.
  const crowded = fragmentainer?.search.mayRefuse === true;
  const roomGrows = (token: BreakToken | undefined): boolean =>
    crowded || (placed && (token?.index ?? 0) < box.children.length);
  const at = { limit, most, mayRefuse: placed, roomGrows };
  if (box.style.columnFill !== 'auto' || !Number.isFinite(limit)) return balanced(columns, task, at);
  const row = fillRow(columns, task, { ...at, height: limit });
  if (row === 'refused' || !row.token || row.ended?.stop.type === 'spanner') return row;
  return { ...row, height: limit };
}

function balanced(
  columns: Columns,
  task: RowTask,
  at: Omit<Filling, 'height'> & { readonly limit: number },
): Row | 'refused' {
  const { count } = columns.sizes;
  const { limit, most } = at;
  // On a page that the columns fill there is nothing to balance, and what follows need not be looked at.
  const finite = Number.isFinite(limit);
  const first = { ...at, height: limit, most: finite ? most : manyColumns };
  const whole = fillRow(columns, task, { ...first, tries: true });
  if (whole === 'refused' || (finite && isFull(whole))) return whole;
  const total = whole.columns.reduce((sum, column) => sum + column.height, 0);
  let height = Math.max(total / count, 0);
  for (let tries = 0; height < limit && tries < balancingTries; tries += 1) {
    const how = { height, most, mayRefuse: false, roomGrows: never };
    const row = fillRow(columns, task, { ...how, tries: true });
    if (row === 'refused') return row;
    const enough = !isFull(row) && row.columns.length <= count;
    if (enough || !Number.isFinite(row.shortage)) return complete(row, () => fillRow(columns, task, how));
    height += Math.max(row.shortage, 0.01);
  }
  return complete(whole, () => fillRow(columns, task, first));
}

function isFull({ ended }: Row): boolean {
  return ended?.stop.type === 'full' && ended.parallel !== 'positioned';
}

/** A row that was tried, with the columns that only positioned boxes need. */
function complete(row: Row, fill: () => Row | 'refused'): Row | 'refused' {
  return row.ended?.parallel === 'positioned' ? fill() : row;
}

/** Columns of one height, one after the other; `most` are more than there is room for where they may overflow. */
function fillRow(columns: Columns, task: RowTask, how: Filling): Row | 'refused' {
  const set: Column[] = [];
  let { token, floats } = task;
  let ended: Ended | undefined;
  let shortage = Infinity;
  for (let i = 0; i < how.most; i += 1) {
    const { height, roomGrows } = how;
    const mayRefuse = how.mayRefuse && i === 0;
    const filled = fillColumn(columns, { token, floats, height, mayRefuse, roomGrows: roomGrows(token) });
    if (filled === 'refused') return filled;
    set.push(filled.column);
    ({ ended, token } = filled);
    floats = filled.floatsLeft;
    shortage = Math.min(shortage, filled.shortage);
    if (!ended || !goesOn(ended) || (how.tries && ended.parallel === 'positioned')) break;
  }
  return {
    columns: set,
    height: set.reduce((most, column) => Math.max(most, column.height), 0),
    ended,
    token: ended ? token : undefined,
    shortage,
    floatsLeft: floats,
  };
}

/** Whether the content goes on in the next column. */
function goesOn(ended: Ended): boolean {
  return ended.stop.type === 'full' || (ended.stop.type === 'forced' && ended.stop.value === 'column');
}
