/**
 * Fills columns from a segment of the flow: one forward loop a column, guided by the needs and glue on
 * the children; columns of a segment that ends are balanced. Says where it stopped.
 */
import type { FlowChild, Placed, Region, Segment } from './flow.js';

/** Rounding noise of sums of pt. */
const epsilon = 1e-6;

export interface FillRoom {
  /** Height of the columns, pt. */
  readonly limit: number;
  /** The segment begins at the top of a page after an unforced break: its first margin is dropped. */
  readonly atPageTop: boolean;
  /** Nothing stands above on the page: the first child is placed even where it does not fit. */
  readonly force: boolean;
  /** Height of a column of an empty page: what glue holds together is never split while it fits this. */
  readonly full: number;
}

export interface FilledSegment {
  readonly regions: readonly Region[];
  /** Down to the bottom of the tallest column. */
  readonly height: number;
  /** Space after the last child, to be kept if something follows on the page. */
  readonly trailing: number;
  /** Index of the first child that found no place. */
  readonly end: number;
}

interface FilledColumn {
  readonly placed: readonly Placed[];
  readonly height: number;
  readonly trailing: number;
  readonly end: number;
}

export function fillSegment(segment: Segment, from: number, room: FillRoom): FilledSegment {
  const filled = fillColumns(segment, from, room);
  const last = filled.at(-1);
  if (!last || segment.columns === 1 || last.end < segment.children.length || !segment.balance) {
    return assemble(segment, filled);
  }
  return assemble(segment, balance(segment, from, room));
}

/** Columns one after the other, each as full as the room allows. */
function fillColumns(segment: Segment, from: number, room: FillRoom): FilledColumn[] {
  const columns: FilledColumn[] = [];
  let start = from;
  for (let i = 0; i < segment.columns; i += 1) {
    const column = fillColumn(segment, start, room, i > 0 || from > 0 || room.atPageTop);
    columns.push(column);
    start = column.end;
  }
  return columns;
}

/**
 * Lowest columns that still take everything. Filling greedily at a given height uses the fewest columns
 * of all legal break sets, so a bisection over the height finds the lowest tallest column; the heights
 * are then those really used.
 */
function balance(segment: Segment, from: number, room: FillRoom): FilledColumn[] {
  const total = segment.children.slice(from).reduce((sum, child) => sum + child.size, 0);
  let low = 0;
  let high = Math.min(room.limit, total);
  let best = fillColumns(segment, from, { ...room, limit: high });
  if ((best.at(-1)?.end ?? 0) < segment.children.length) return fillColumns(segment, from, room);
  for (let step = 0; step < 40 && high - low > 0.01; step += 1) {
    const middle = (low + high) / 2;
    const columns = fillColumns(segment, from, { ...room, limit: middle });
    const fits =
      columns.at(-1)?.end === segment.children.length &&
      columns.every((column) => column.height <= middle + epsilon);
    if (fits) {
      best = columns;
      high = Math.min(middle, Math.max(...columns.map((column) => column.height)));
    } else {
      low = middle;
    }
  }
  return best;
}

/** One column. `dropSpace`: a margin at its very top vanishes (css-break-3, 5.2). */
export function fillColumn(segment: Segment, from: number, room: FillRoom, dropSpace: boolean): FilledColumn {
  const { children, needs } = segment;
  const placed: Placed[] = [];
  let y = 0;
  let space = 0;
  let empty = true;
  /** The child before is glued to this one, and what they belong to fits a whole column. */
  let held = false;
  let i = from;
  for (; i < children.length; i += 1) {
    const child = children[i];
    if (!child) break;
    if (child.type === 'space') {
      if (!empty || !dropSpace) space += child.size;
      continue;
    }
    if (child.type === 'column-break') {
      i += 1;
      space = 0;
      break;
    }
    const forced = held || (empty && room.force);
    if (!forced && mustBreak(y + space, child.size, needs[i] ?? child.size, room)) break;
    y += space;
    space = 0;
    const repeat = empty ? repeatedHead(child) : undefined;
    if (repeat) {
      placed.push({ child: repeat, x: repeat.x, y });
      y += repeat.size;
    }
    placed.push({ child, x: childX(child), y });
    y += child.size;
    if (child.size > 0 && child.type !== 'open') empty = false;
    held = child.glued && (needs[i] ?? 0) <= room.full + epsilon;
  }
  return { placed, height: y, trailing: space, end: i };
}

/** Whether a child goes to the next column. Glue gives way where what it holds is taller than a whole column. */
function mustBreak(y: number, size: number, need: number, room: FillRoom): boolean {
  if (y + need <= room.limit + epsilon) return false;
  return need <= room.full + epsilon || y + size > room.limit + epsilon;
}

/** A table's head in front of a row that opens a column. */
function repeatedHead(row: FlowChild): Extract<FlowChild, { type: 'fragment' }> | undefined {
  if (row.type !== 'fragment' || !row.repeat) return undefined;
  return {
    type: 'fragment',
    size: row.repeat.height,
    glued: true,
    x: row.x,
    fragment: row.repeat,
    repeated: true,
  };
}

function childX(child: FlowChild): number {
  return 'x' in child ? child.x : 0;
}

function assemble(segment: Segment, columns: readonly FilledColumn[]): FilledSegment {
  const height = Math.max(0, ...columns.map((column) => column.height));
  const end = columns.at(-1)?.end ?? 0;
  const regions = columns.map((column, i): Region => {
    const x = segment.x + i * (segment.columnWidth + segment.gap);
    const rule =
      segment.rule && i > 0 && column.placed.length > 0
        ? { side: segment.rule, before: segment.gap / 2, height }
        : undefined;
    return {
      x,
      y: 0,
      width: segment.columnWidth,
      height: column.height,
      inColumns: segment.columns > 1,
      placed: column.placed,
      ...(rule ? { rule } : {}),
    };
  });
  return { regions, height, trailing: segment.columns === 1 ? (columns[0]?.trailing ?? 0) : 0, end };
}
