/**
 * The collapsing border model (CSS 2.2, 17.6.2): which border wins at every edge of the grid. In comes
 * the grid of a table, out come one border per segment (an edge of one slot), half of which is what the
 * cells and the table use. Linear in slots.
 */
import type { BorderSide, BorderStyle, ComputedStyle, Edges } from '../../document/style.js';
import type { Grid, GridCell } from './form-grid.js';

/** The winning borders. A segment without one is undefined: nothing, or inside of a cell. */
export interface CollapsedBorders {
  readonly rows: number;
  readonly columns: number;
  /** Of the edge above row `row` (the number of rows: below the last), over one column. */
  above(row: number, column: number): BorderSide | undefined;
  /** Of the edge before column `column` (the number of columns: after the last), beside one row. */
  before(row: number, column: number): BorderSide | undefined;
}

/** Precedence among equal widths (17.6.2.1, rule 3). */
const styleOrder: Readonly<Record<BorderStyle, number>> = {
  hidden: 9,
  double: 8,
  solid: 7,
  dashed: 6,
  dotted: 5,
  ridge: 4,
  outset: 3,
  groove: 2,
  inset: 1,
  none: 0,
};

/** Whether a border wins against one that came first; among equals the first stays (17.6.2.1). */
export function beats(late: BorderSide | undefined, early: BorderSide | undefined): boolean {
  if (!late || isNone(late)) return false;
  if (!early || isNone(early)) return true;
  if (isHidden(early)) return false;
  if (isHidden(late)) return true;
  if (late.width !== early.width) return late.width > early.width;
  return styleOrder[late.style] > styleOrder[early.style];
}

function isNone(side: BorderSide): boolean {
  return side.style === 'none';
}

function isHidden(side: BorderSide): boolean {
  return side.style === 'hidden';
}

/** Settles every conflict of a table's borders. */
export function collapseBorders(table: ComputedStyle, grid: Grid): CollapsedBorders {
  const edges = new EdgeMap(grid.rows.length, grid.columns.length);
  for (const cell of grid.cells) edges.clearInside(cell);
  // Rule 4: cell, row, row group, column, column group, table; of two cells the left or upper one
  // wins, so the sides after and below the cells come first.
  const winning = framesOf(['right', 'bottom']);
  const losing = framesOf(['left', 'top']);
  const around = framesOf(['left', 'right', 'top', 'bottom']);
  for (const cell of grid.cells) edges.frame(cell, winning(cell.cell.box.style));
  for (const cell of grid.cells) edges.frame(cell, losing(cell.cell.box.style));
  const all = { column: 0, columns: grid.columns.length };
  grid.rows.forEach(({ row }, r) => edges.frame({ ...all, row: r, rows: 1 }, around(row.style)));
  for (const { group, first, end } of grid.groups)
    edges.frame({ ...all, row: first, rows: end - first }, around(group.style));
  const tall = { row: 0, rows: grid.rows.length };
  grid.columns.forEach(({ column }, c) => {
    if (column) edges.frame({ ...tall, column: c, columns: 1 }, around(column.style));
  });
  for (const { style, ...span } of columnGroups(grid)) edges.frame({ ...tall, ...span }, around(style));
  edges.frame({ ...tall, ...all }, around(table));
  return edges;
}

type Side = keyof Edges<BorderSide>;
type Frame = Partial<Readonly<Record<Side, BorderSide>>>;

/** The borders of a style on these sides; thousands of cells share a style. */
function framesOf(sides: readonly Side[]): (style: ComputedStyle) => Frame {
  const known = new Map<ComputedStyle, Frame>();
  return (style) => {
    const kept = known.get(style);
    if (kept) return kept;
    const frame: Partial<Record<Side, BorderSide>> = {};
    for (const side of sides) {
      const border = sideOf(style, side);
      if (!isNone(border)) frame[side] = border;
    }
    known.set(style, frame);
    return frame;
  };
}

function sideOf(style: ComputedStyle, side: Side): BorderSide {
  switch (side) {
    case 'top':
      return style.borderTop;
    case 'bottom':
      return style.borderBottom;
    case 'left':
      return style.borderLeft;
    case 'right':
      return style.borderRight;
  }
}

/** Runs of columns of one column group. */
function columnGroups(
  grid: Grid,
): { readonly style: ComputedStyle; readonly column: number; readonly columns: number }[] {
  const groups: { style: ComputedStyle; column: number; columns: number }[] = [];
  grid.columns.forEach(({ group }, c) => {
    if (!group) return;
    const last = groups.at(-1);
    if (last && grid.columns[c - 1]?.group === group) last.columns += 1;
    else groups.push({ style: group.style, column: c, columns: 1 });
  });
  return groups;
}

interface Area {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/** A segment inside of a spanning cell: nothing is ever drawn there. */
const inside = Symbol('inside');
type Segment = BorderSide | typeof inside | undefined;

class EdgeMap implements CollapsedBorders {
  private readonly horizontal: Segment[];
  private readonly vertical: Segment[];

  constructor(
    readonly rows: number,
    readonly columns: number,
  ) {
    this.horizontal = Array.from({ length: (rows + 1) * columns }, () => undefined);
    this.vertical = Array.from({ length: rows * (columns + 1) }, () => undefined);
  }

  above(row: number, column: number): BorderSide | undefined {
    if (column < 0 || column >= this.columns) return undefined;
    return drawn(this.horizontal[row * this.columns + column]);
  }

  before(row: number, column: number): BorderSide | undefined {
    if (column < 0 || column > this.columns) return undefined;
    return drawn(this.vertical[row * (this.columns + 1) + column]);
  }

  clearInside(cell: GridCell): void {
    if (cell.rows === 1 && cell.columns === 1) return;
    for (let r = cell.row; r < cell.row + cell.rows; r += 1) {
      for (let c = cell.column; c < cell.column + cell.columns; c += 1) {
        if (c > cell.column) this.vertical[r * (this.columns + 1) + c] = inside;
        if (r > cell.row) this.horizontal[r * this.columns + c] = inside;
      }
    }
  }

  /** Borders about a part of the grid, for what is still open. */
  frame(area: Area, { left, right, top, bottom }: Frame): void {
    if (area.rows === 0 || area.columns === 0) return;
    if (top) this.across(area, area.row, top);
    if (bottom) this.across(area, area.row + area.rows, bottom);
    if (left) this.down(area, area.column, left);
    if (right) this.down(area, area.column + area.columns, right);
  }

  private across(area: Area, row: number, side: BorderSide): void {
    for (let c = area.column; c < area.column + area.columns; c += 1)
      offer(this.horizontal, row * this.columns + c, side);
  }

  private down(area: Area, column: number, side: BorderSide): void {
    for (let r = area.row; r < area.row + area.rows; r += 1)
      offer(this.vertical, r * (this.columns + 1) + column, side);
  }
}

function offer(segments: Segment[], at: number, side: BorderSide): void {
  const old = segments[at];
  if (old !== inside && beats(side, old)) segments[at] = side;
}

function drawn(segment: Segment): BorderSide | undefined {
  return segment === inside || segment === undefined || isHidden(segment) ? undefined : segment;
}

/** Borders a cell uses: half of the widest segment of each of its sides, pt (17.6.2). */
export function cellBorders(borders: CollapsedBorders, cell: Area): Edges<number> {
  const across = (row: number): number => widest(cell.columns, (i) => borders.above(row, cell.column + i));
  const down = (column: number): number => widest(cell.rows, (i) => borders.before(cell.row + i, column));
  return {
    top: across(cell.row) / 2,
    bottom: across(cell.row + cell.rows) / 2,
    left: down(cell.column) / 2,
    right: down(cell.column + cell.columns) / 2,
  };
}

/**
 * Borders the table uses, pt: half of the widest on each of its sides. CSS 2.2 (17.6.2) takes left and
 * right from the first row and lets wider ones spill; browsers and css-tables-3 (4.1.1) make room for all.
 */
export function tableBorders(borders: CollapsedBorders): Edges<number> {
  const { rows, columns } = borders;
  if (rows === 0) return { top: 0, right: 0, bottom: 0, left: 0 };
  return cellBorders(borders, { row: 0, rows, column: 0, columns });
}

function widest(count: number, segment: (i: number) => BorderSide | undefined): number {
  let width = 0;
  for (let i = 0; i < count; i += 1) width = Math.max(width, segment(i)?.width ?? 0);
  return width;
}
