/**
 * Cells that span rows, while these are set one after the other: open until their last row stands, cut
 * where the fragment of the table ends, open again at the top of the next.
 */
import type { FlowEngine } from '../flow/engine.js';
import type { Fragmentainer } from '../flow/space.js';
import type { GridCell } from './form-grid.js';
import type { PreparedCell, PreparedTable } from './prepare-table.js';
import {
  cellPart,
  cellRest,
  emptyPart,
  shiftedCell,
  stretchedPart,
  wholeCell,
  type CellState,
  type SetCell,
} from './set-cell.js';

/** A cell at its place; pt from the top of the table's grid. */
export interface CellPlace {
  readonly cell: PreparedCell;
  readonly top: number;
  readonly set: SetCell;
}

interface OpenSpan {
  readonly cell: PreparedCell;
  readonly top: number;
  readonly state: CellState;
  /** What is left of a cell that was cut, without another break. */
  readonly rest: SetCell | undefined;
  /** It goes on from an earlier fragment. */
  readonly resumed: boolean;
}

/** Where spans are cut. */
export interface CutSpans {
  readonly places: readonly CellPlace[];
  /** How the cells go on, by their place in the grid. */
  readonly states: ReadonlyMap<number, CellState>;
  readonly shortage: number;
}

export class OpenSpans {
  readonly #open = new Map<number, OpenSpan>();

  constructor(
    private readonly engine: FlowEngine,
    private readonly table: PreparedTable,
    private readonly page: string,
  ) {}

  /** A cell begins at the top of its first row. */
  open(cell: GridCell, top: number): void {
    const prepared = this.table.cells[cell.index];
    if (prepared)
      this.#open.set(cell.index, { cell: prepared, top, state: undefined, rest: undefined, resumed: false });
  }

  /** A cell goes on at the top of a fragment. */
  resume(cell: GridCell, state: CellState, top: number): void {
    const prepared = this.table.cells[cell.index];
    if (!prepared) return;
    const broken = state !== undefined && state !== 'done';
    const rest = broken
      ? cellRest(this.engine, this.table, { cell: prepared, token: state }, this.page)
      : state === undefined
        ? { fragment: prepared.piece.fragment, outOfFlow: [] }
        : emptyPart(this.table, prepared);
    this.#open.set(cell.index, { cell: prepared, top, state, rest, resumed: true });
  }

  /** How far down a row must reach for the resumed cells that end in it, pt. */
  need(row: number): number {
    let most = -Infinity;
    for (const { cell, top, rest } of this.#open.values())
      if (rest && endOf(cell.cell) === row) most = Math.max(most, top + rest.fragment.height);
    return most;
  }

  /** The cells whose last row this was. */
  close(row: number, bottom: number): readonly CellPlace[] {
    const places: CellPlace[] = [];
    for (const [index, span] of this.#open) {
      if (endOf(span.cell.cell) !== row) continue;
      this.#open.delete(index);
      places.push({ cell: span.cell, top: span.top, set: this.#closed(span, bottom - span.top) });
    }
    return places;
  }

  #closed(span: OpenSpan, height: number): SetCell {
    const { cell, rest, state } = span;
    if (rest && state !== undefined) return stretchedPart(rest, cell, height, true);
    const baseline = this.table.rows.needs[cell.cell.row]?.baseline ?? 0;
    return wholeCell(this.engine, this.table, cell, { height, baseline: span.resumed ? 0 : baseline });
  }

  /** Ends all that is open at the end of a fragment. */
  cut(bottom: number, fragmentainer: Fragmentainer): CutSpans {
    const places: CellPlace[] = [];
    const states = new Map<number, CellState>();
    let shortage = Infinity;
    for (const [index, span] of this.#open) {
      const part = this.#part(span, bottom - span.top, fragmentainer);
      states.set(index, part.state);
      shortage = Math.min(shortage, part.shortage);
      const set = stretchedPart(part.set, span.cell, Math.max(0, bottom - span.top), false);
      places.push({ cell: span.cell, top: span.top, set });
    }
    this.#open.clear();
    return { places, states, shortage };
  }

  #part(
    { cell, state, resumed }: OpenSpan,
    room: number,
    fragmentainer: Fragmentainer,
  ): { readonly set: SetCell; readonly state: CellState; readonly shortage: number } {
    if (state === undefined && cell.piece.fragment.height <= room + 1e-6)
      return { set: shiftedCell(this.table, cell, 0), state: 'done', shortage: Infinity };
    // What could not begin in the fragment before begins in this one, or it never would.
    const space = { fragmentainer, page: this.page, room, mayRefuse: !resumed };
    const part = cellPart(this.engine, this.table, { cell, state }, space);
    if (part === 'refused') return { set: emptyPart(this.table, cell), state, shortage: Infinity };
    return { set: part, state: part.state, shortage: part.shortage };
  }
}

/** The last row of a cell. */
function endOf(cell: GridCell): number {
  return cell.row + cell.rows - 1;
}
