/**
 * The rows of a table, one below the other in one fragmentainer (css-tables-3, 6; css-break-3): whole as
 * long as they fit, the last one in part if that is better than leaving it; a repeated head above and a
 * repeated foot below. One object fills one fragment; what it found stands in its fields afterwards.
 */
import type { Mark } from '../boxes/box.js';
import { breakToken } from '../flow/break-token.js';
import { forcedBreak } from '../flow/break-values.js';
import type { FlowEngine } from '../flow/engine.js';
import { appeal, type Appeal, type BreakToken, type Stop } from '../flow/space.js';
import type { RowStrip } from './collapsed-lines.js';
import { valuesBeforeRow } from './forced-breaks.js';
import type { GridCell } from './form-grid.js';
import { OpenSpans, type CellPlace } from './open-spans.js';
import { partRow, type RowPart } from './part-row.js';
import { copyOfGroup, repeatedGroup, type RepeatedGroup } from './repeat-groups.js';
import { RowBreaks } from './row-breaks.js';
import type { RowsEnd, RowsTask } from './rows-task.js';
import { stretchedPart, wholeCell, type CellState } from './set-cell.js';

const epsilon = 1e-6;

interface RowPlace {
  readonly top: number;
  readonly height: number;
  /** Height there is from the row's top, pt. */
  readonly room: number;
  readonly inside: BreakToken | undefined;
}

export class RowFill {
  readonly strips: RowStrip[] = [];
  readonly cells: CellPlace[] = [];
  readonly copies: (readonly CellPlace[])[] = [];
  /** Marks of groups and rows; `before` is the cell they stand before. */
  readonly marks: { readonly marks: readonly Mark[]; readonly top: number; readonly before: number }[] = [];
  /** Bottom of the last row, from the grid's top, pt. */
  y = 0;
  readonly #spans: OpenSpans;
  readonly #head: RepeatedGroup | undefined;
  readonly #foot: RepeatedGroup | undefined;
  readonly #breaks: RowBreaks;
  readonly #last: number;
  /** The last row of the flow that stands in this fragment. */
  #previous: number | undefined;

  constructor(
    readonly engine: FlowEngine,
    readonly task: RowsTask,
  ) {
    const { table, space } = task;
    this.#spans = new OpenSpans(engine, table, space.page);
    this.#last = table.rows.rows.tracks.findLastIndex(({ absent }) => !absent);
    this.#head = repeatedGroup(table, 'head', space.fragmentainer);
    this.#foot = repeatedGroup(table, 'foot', space.fragmentainer);
    this.#breaks = new RowBreaks(table, task, { head: this.#head, foot: this.#foot });
  }

  /** A foot was set again below the rows. */
  get hasFoot(): boolean {
    return this.copies.some((places) => places.some(({ cell }) => cell.cell.row === this.#foot?.group.first));
  }

  run(): RowsEnd | 'refused' | undefined {
    const { token, table } = this.task;
    const from = token?.index ?? 0;
    this.#start(from, token);
    const count = table.model.grid.rows.length;
    for (let index = from; index < count; index += 1) {
      const ended = this.#row(index, index === from ? token : undefined);
      if (ended) return ended;
    }
    return undefined;
  }

  /** The top edge, the head again, the cells that go on. */
  #start(from: number, token: BreakToken | undefined): void {
    const { edges, table } = this.task;
    const head = this.#head && from >= this.#head.group.end && this.#isBody(from) ? this.#head : undefined;
    this.y = edges.above(token === undefined);
    if (!token) return;
    if (head) {
      this.#copy(head, this.y);
      this.y += head.height;
    }
    const top = this.y + this.#gap();
    table.across.get(from)?.forEach((cell, i) => this.#spans.resume(cell, token.cells?.[i], top));
  }

  #isBody(row: number): boolean {
    const { grid } = this.task.table.model;
    return grid.groups[grid.rows[row]?.group ?? -1]?.kind === 'body';
  }

  #copy(repeated: RepeatedGroup, top: number): void {
    const { cells, strips } = copyOfGroup(this.engine, this.task.table, repeated, top);
    this.copies.push(cells);
    this.strips.push(...strips);
  }

  /** Spacing above the next row: none where a fragment goes on without a head (css-tables-3, 6). */
  #gap(): number {
    const { token, table } = this.task;
    return token && this.strips.length === 0 ? 0 : table.model.spacing.block;
  }

  #row(index: number, token: BreakToken | undefined): RowsEnd | 'refused' | undefined {
    const { table, space } = this.task;
    const track = table.rows.rows.tracks[index];
    if (!track || track.absent) {
      this.#absent(index);
      return undefined;
    }
    const inside = token?.child;
    const before = this.#before(index);
    if (before) return before;
    const top = this.y + this.#gap();
    const height = Math.max(track.size, this.#spans.need(index) - top);
    const room = space.fragmentainer ? this.#limit(index, true) - top : Infinity;
    const cut = height > room + epsilon || table.forced.has(index);
    if (inside || (space.fragmentainer && cut)) return this.#tight(index, { top, height, room, inside });
    this.#whole(index, top, height);
    return undefined;
  }

  /** A break asked for, or chosen, before a row with another above it. */
  #before(index: number): RowsEnd | undefined {
    const { space, table } = this.task;
    const { fragmentainer } = space;
    if (!fragmentainer || this.#previous === undefined) return undefined;
    const value = forcedBreak(valuesBeforeRow(table.model.grid, index), fragmentainer);
    if (value) return this.#end(index, { type: 'forced', value, page: space.page }, appeal.perfect);
    if (!this.#breaks.isPlace(index)) return undefined;
    const before = this.#breaks.appealBefore(index, fragmentainer);
    return fragmentainer.search.candidate(before) ? this.#end(index, { type: 'full' }, before) : undefined;
  }

  /** How far down a row may reach, from the grid's top, pt; `ends`: it comes to its end there. */
  #limit(index: number, ends: boolean): number {
    const { room, edges, table } = this.task;
    const spacing = table.model.spacing.block;
    const foot = this.#foot;
    const last = ends && index >= (foot && this.#isBody(index) ? foot.group.first - 1 : this.#last);
    // Spacing below the last row is cut off where room ends.
    const below = edges.below(last);
    if (!foot || index >= foot.group.first) return room - below;
    return room - foot.height - spacing - below;
  }

  /** A row that takes no room (17.5.5, 17.6.1.1). */
  #absent(index: number): void {
    const { grid } = this.task.table.model;
    this.#mark(index, this.y);
    for (const cell of grid.rows[index]?.cells ?? [])
      if (cell.rows > 1) this.#spans.open(cell, this.y + this.#gap());
    this.cells.push(...this.#spans.close(index, this.y));
  }

  #whole(index: number, top: number, height: number): void {
    const { table } = this.task;
    const baseline = table.rows.needs[index]?.baseline ?? 0;
    this.#mark(index, top);
    for (const cell of table.model.grid.rows[index]?.cells ?? []) {
      const prepared = table.cells[cell.index];
      if (cell.rows > 1) this.#spans.open(cell, top);
      else if (prepared)
        this.cells.push({
          cell: prepared,
          top,
          set: wholeCell(this.engine, table, prepared, { height, baseline }),
        });
    }
    this.#placed({ row: index, top, bottom: top + height, opens: true, closes: true });
    this.cells.push(...this.#spans.close(index, top + height));
  }

  #mark(index: number, top: number): void {
    const { grid } = this.task.table.model;
    const row = grid.rows[index];
    const group = grid.groups[row?.group ?? -1];
    const before = row?.cells[0]?.index ?? 0;
    const marks = [...(group?.first === index ? group.group.marks : []), ...(row?.row.marks ?? [])];
    if (marks.length) this.marks.push({ marks, top, before });
  }

  #placed(strip: RowStrip): void {
    const { space } = this.task;
    this.strips.push(strip);
    this.y = strip.bottom;
    this.#previous = strip.row;
    if (space.fragmentainer && this.#breaks.isPlace(strip.row + 1)) space.fragmentainer.search.placed = true;
  }

  /** A row that does not fit, or is already broken. */
  #tight(index: number, at: RowPlace): RowsEnd | 'refused' | undefined {
    const { space, canLeave } = this.task;
    const { fragmentainer } = space;
    if (at.height > at.room) fragmentainer?.search.missing(at.height - at.room);
    const above = fragmentainer !== undefined && this.#previous !== undefined;
    const part = this.#part(index, at, above || canLeave);
    if (part) return this.#setPart(index, at, part);
    if (above && this.#breaks.isPlace(index))
      return this.#end(index, { type: 'full' }, this.#breaks.appealBefore(index, fragmentainer));
    return above && !canLeave ? this.#end(index, { type: 'full' }, appeal.lastResort) : 'refused';
  }

  /** The part of a row that should stand here; nothing when the break belongs before it. */
  #part(index: number, at: RowPlace, mayLeave: boolean): RowPart | undefined {
    const { table, space } = this.task;
    const { fragmentainer } = space;
    const { inside } = at;
    const asked = inside !== undefined || table.forced.has(index);
    if (mayLeave && !asked && !this.#breaks.mayBreak(index, at.height)) return undefined;
    const part = this.#partAt(index, at, mayLeave);
    if (part === 'refused') return undefined;
    fragmentainer?.search.missing(part.shortage);
    const poor = !part.done && part.stop.type === 'full' && part.appeal < appeal.perfect;
    return mayLeave && !inside && poor && this.#breaks.fitsWhole(at.height) ? undefined : part;
  }

  /** Room for the table's end is kept only if the row ends here. */
  #partAt(index: number, at: RowPlace, mayRefuse: boolean): RowPart | 'refused' {
    const { table, space } = this.task;
    const { inside } = at;
    const of = (height: number): RowPart | 'refused' =>
      partRow(this.engine, table, {
        row: index,
        room: height,
        fragmentainer: space.fragmentainer,
        page: space.page,
        mayRefuse,
        inside: inside && { states: inside.cells ?? [], consumed: inside.consumed },
        spans: this.#spans.need(index) - at.top,
      });
    const part = of(at.room);
    const all = this.#limit(index, false) - at.top;
    if ((part !== 'refused' && part.done) || all <= at.room + epsilon) return part;
    const longer = of(all);
    return longer !== 'refused' && longer.done ? part : longer;
  }

  #setPart(index: number, at: RowPlace, part: RowPart): RowsEnd | undefined {
    const { inside, top } = at;
    if (part.done && !inside) {
      this.#whole(index, top, at.height);
      return undefined;
    }
    if (!inside) this.#mark(index, top);
    for (const { cell, part: own } of part.cells)
      this.cells.push({ cell, top, set: stretchedPart(own, cell, part.height, part.done) });
    this.task.table.model.grid.rows[index]?.cells.forEach((cell, i) => {
      if (cell.rows === 1) return;
      if (inside) this.#spans.resume(cell, inside.cells?.[i], top);
      else this.#spans.open(cell, top);
    });
    const bottom = top + part.height;
    this.#placed({ row: index, top, bottom, opens: !inside, closes: part.done });
    if (!part.done)
      return this.#end(index, part.stop, this.#breaks.appealInside(index, at.height, part.appeal), {
        ...at,
        part,
      });
    this.cells.push(...this.#spans.close(index, bottom));
    return undefined;
  }

  /** The fragment ends before a row, or in it. */
  #end(index: number, stop: Stop, value: Appeal, broken?: RowPlace & { readonly part: RowPart }): RowsEnd {
    const { space, table } = this.task;
    const { fragmentainer } = space;
    const cut = fragmentainer && this.#spans.cut(this.y, fragmentainer);
    if (cut) {
      this.cells.push(...cut.places);
      fragmentainer.search.missing(cut.shortage);
    }
    const states = new Map<number, CellState>(cut?.states);
    for (const { cell, part } of broken?.part.cells ?? []) states.set(cell.cell.index, part.state);
    const statesOf = (cells: readonly GridCell[]): readonly CellState[] =>
      cells.map((cell) => states.get(cell.index));
    if (this.#foot && this.#isBody(index)) {
      this.#copy(this.#foot, this.y + table.model.spacing.block);
      this.y += table.model.spacing.block + this.#foot.height;
    }
    const child =
      broken &&
      breakToken({
        index: 0,
        consumed: (broken.inside?.consumed ?? 0) + broken.part.height,
        forced: stop.type === 'forced',
        cells: statesOf(table.model.grid.rows[index]?.cells ?? []),
      });
    const cells = statesOf(table.across.get(index) ?? []);
    return { index, child, cells: cells.length > 0 ? cells : undefined, stop, appeal: value };
  }
}
