/**
 * A table in one fragmentainer (CSS 2.2, 17.4): the wrapper with captions above and below the grid, in
 * which the backgrounds, the cells and the collapsed borders stand. Out comes the wrapper's fragment;
 * the grid is a child of it without a box of its own.
 */
import type { TableBox, BlockBox } from '../boxes/box.js';
import { isPositioned } from '../box.js';
import { avoids } from '../flow/break-values.js';
import type { FlowEngine } from '../flow/engine.js';
import { noEdges, type BorderStretch, type BoxFragment, type Placed } from '../flow/fragment.js';
import { relativeShift } from '../flow/inline-parts.js';
import { placePositioned } from '../flow/positioned.js';
import { appeal, type BlockSpace, type BreakToken, type Outcome, type OutOfFlow } from '../flow/space.js';
import { margin } from '../flow/strut.js';
import { resolve } from '../used-values.js';
import { collapsedLines } from './collapsed-lines.js';
import { RowFill, type RowsEnd } from './fill-rows.js';
import { FragmentEdges } from './fragment-edges.js';
import type { CellPlace } from './open-spans.js';
import { prepareTable, type PreparedTable } from './prepare-table.js';
import { sizedTable } from './size-table.js';
import { tableLayers } from './table-layers.js';
import { tablePadding } from './table-model.js';

/** Lays out a table, or what of it fits from `token` on. */
export function layOutTable(
  engine: FlowEngine,
  box: TableBox,
  space: BlockSpace,
  token: BreakToken | undefined,
): Outcome {
  return new TableLayout(engine, box, space, token).run();
}

class TableLayout {
  readonly #children: Placed[] = [];
  readonly #outOfFlow: OutOfFlow[] = [];
  readonly #width: number;
  readonly #avoid: boolean;
  /** Something stands above the table: it may begin in the next fragmentainer. */
  readonly #canLeave: boolean;
  #y = 0;
  #firstBaseline: number | undefined;

  constructor(
    readonly engine: FlowEngine,
    readonly box: TableBox,
    readonly space: BlockSpace,
    readonly token: BreakToken | undefined,
  ) {
    const { fragmentainer } = space;
    this.#width = space.used.borderWidth;
    this.#avoid =
      space.avoid || (fragmentainer !== undefined && avoids(box.style.breakInside, fragmentainer.kind));
    this.#canLeave = fragmentainer?.search.placed === true;
  }

  run(): Outcome {
    const { token, space } = this;
    if (!token) this.#captions('top');
    const prepared = this.#prepare();
    const rows = prepared.model.grid.rows.length;
    let ended: RowsEnd | undefined;
    if (!token || token.index < rows) {
      const filled = this.#rows(prepared);
      if (filled === 'refused') return this.#refusal();
      ended = filled;
    }
    if (!ended) {
      const above = this.#y;
      const before = this.#children.length;
      this.#captions('bottom');
      const over = this.#y - space.room;
      const moves = this.#children.length > before && above > 0 && over > 1e-6;
      if (moves && space.fragmentainer) {
        space.fragmentainer.search.missing(over);
        this.#children.length = before;
        this.#y = above;
        ended = { index: rows, stop: { type: 'full' }, appeal: appeal.breakAvoid };
      } else if (rows === 0 && over > 1e-6 && this.#canLeave) return this.#refusal();
    }
    const placed = this.#positioned(this.#wrapper(ended !== undefined));
    return {
      ...placed,
      endMargin: ended ? margin(0) : margin(space.used.margin.bottom),
      selfCollapsing: false,
      ...(ended ? { token: this.#tokenOf(ended), stop: ended.stop } : {}),
      appeal: ended?.appeal ?? (space.avoid ? appeal.breakAvoid : appeal.perfect),
    };
  }

  #refusal(): Outcome {
    return { refused: true, appeal: this.space.avoid ? appeal.breakAvoid : appeal.perfect };
  }

  #tokenOf(ended: RowsEnd): BreakToken {
    const { index, child, cells, stop } = ended;
    return {
      index,
      ...(child ? { child } : {}),
      ...(cells ? { cells } : {}),
      consumed: (this.token?.consumed ?? 0) + this.#y,
      forced: stop.type === 'forced',
    };
  }

  /** Captions of one side, as wide as the table, their margins around them. */
  #captions(side: 'top' | 'bottom'): void {
    for (const caption of this.box.captions) {
      if (caption.style.captionSide !== side) continue;
      this.#caption(caption);
    }
  }

  #caption(caption: BlockBox): void {
    const used = this.engine.usedBoxOf(caption, this.#width, undefined);
    const { fragment, outOfFlow } = this.engine.layOutWhole(caption, used, { width: this.#width });
    const y = this.#y + used.margin.top;
    this.#children.push({ x: used.x, y, fragment });
    for (const one of outOfFlow) this.#outOfFlow.push({ box: one.box, x: one.x + used.x, y: one.y + y });
    this.#y = y + fragment.height + used.margin.bottom;
  }

  /** Height asked for the rows with their spacing: the table's own less its edges, and less the captions when it is stretched. */
  #prepare(): PreparedTable {
    const { box, space } = this;
    const { model } = sizedTable(this.engine.intrinsic, box);
    const padding = tablePadding(model, space.width);
    const edges = model.border.top + model.border.bottom + padding.top + padding.bottom;
    const outer = (length: typeof box.style.height): number => {
      if (length === 'auto' || (typeof length !== 'number' && space.height === undefined)) return 0;
      const value = resolve(length, space.height ?? 0);
      return box.style.boxSizing === 'border-box' ? value - edges : value;
    };
    const fixed = space.fixedHeight === undefined ? 0 : space.fixedHeight - this.#y - edges;
    const asked = Math.max(outer(box.style.height), outer(box.style.minHeight), fixed);
    const rows = asked > 0 ? asked : undefined;
    return prepareTable(this.engine, box, { width: this.#width, base: space.width, rows });
  }

  #rows(table: PreparedTable): RowsEnd | 'refused' | undefined {
    const { space, token, engine } = this;
    const edges = new FragmentEdges(table, space.width);
    const fill = new RowFill(engine, {
      table,
      edges,
      space,
      room: space.room - this.#y,
      avoid: this.#avoid,
      canLeave: this.#canLeave,
      token,
    });
    const ended = fill.run();
    if (ended === 'refused') return ended;
    this.#grid(table, fill, { edges, ended });
    return ended;
  }

  #grid(
    table: PreparedTable,
    fill: RowFill,
    { edges, ended }: { readonly edges: FragmentEdges; readonly ended: RowsEnd | undefined },
  ): void {
    const first = fill.strips[0];
    const last = fill.strips.at(-1);
    const used = edges.of({
      start: !this.token,
      end: !ended,
      first: first?.opens ? first.row : undefined,
      last: last?.closes ? last.row : undefined,
    });
    const bottom = used.border.bottom + used.padding.bottom;
    const spacing = !ended && fill.strips.length ? table.model.spacing.block : 0;
    const empty = fill.strips.length ? 0 : table.rowsHeight;
    const height = fill.y + spacing + empty + bottom;
    const left = used.border.left + used.padding.left;
    const cells = [...fill.copies.flat(), ...fill.cells];
    const layers = tableLayers({ table, left, strips: fill.strips, cells });
    const fragment: BoxFragment = {
      type: 'box',
      style: table.model.style,
      width: this.#width,
      height,
      ...used,
      children: [...layers, ...this.#content(table, fill, left)],
      start: !this.token,
      end: !ended,
      paint: table.model.collapsed ? { hideBorder: true, borders: bordersOf(table, fill, left) } : {},
    };
    if (first && !this.token)
      this.#firstBaseline = this.#y + first.top + (table.rows.needs[first.row]?.baseline ?? 0);
    this.#children.push({ x: 0, y: this.#y, fragment });
    this.#y += height;
  }

  /** Repeated groups, then marks and cells in the order of the grid. */
  #content(table: PreparedTable, fill: RowFill, left: number): readonly Placed[] {
    const copies = fill.copies.map((places) => repeatedCopy(table, places, left));
    const ordered = fill.cells.map((place) => ({
      order: place.cell.cell.index,
      placed: this.#cell(place, left),
    }));
    for (const { marks, top, before } of fill.marks) {
      for (const mark of marks)
        ordered.push({
          order: before - 0.5,
          placed: { x: left, y: top, fragment: { type: 'mark', mark, width: 0, height: 0 } },
        });
    }
    ordered.sort((a, b) => a.order - b.order);
    return [...copies, ...ordered.map(({ placed }) => placed)];
  }

  #cell({ cell, top, set }: CellPlace, left: number): Placed {
    const shift = relativeShift(cell.box.style, this.#width, undefined);
    const x = left + cell.x + shift.x;
    const y = top + shift.y;
    for (const one of set.outOfFlow)
      this.#outOfFlow.push({ box: one.box, x: one.x + x, y: one.y + this.#y + y });
    return { x, y, fragment: set.fragment };
  }

  #wrapper(broken: boolean): BoxFragment {
    const { box } = this;
    return {
      type: 'box',
      box,
      style: box.style,
      width: this.#width,
      height: Math.max(0, this.#y),
      border: noEdges,
      padding: noEdges,
      children: this.#children,
      start: this.token === undefined,
      end: !broken,
      ...(this.#firstBaseline === undefined
        ? {}
        : { firstBaseline: this.#firstBaseline, lastBaseline: this.#firstBaseline }),
      paint: { hideBox: true },
    };
  }

  /** Boxes positioned against the table. */
  #positioned(fragment: BoxFragment): {
    readonly fragment: BoxFragment;
    readonly outOfFlow: readonly OutOfFlow[];
  } {
    const waiting = this.#outOfFlow;
    if (waiting.length === 0 || !isPositioned(this.box.style)) return { fragment, outOfFlow: waiting };
    const block = { x: 0, y: 0, width: fragment.width, height: fragment.height };
    const placed = waiting.map((one) => placePositioned(this.engine, one, block));
    return { fragment: { ...fragment, children: [...fragment.children, ...placed] }, outOfFlow: [] };
  }
}

/** A head or foot that is set again. */
function repeatedCopy(table: PreparedTable, places: readonly CellPlace[], left: number): Placed {
  const fragment: BoxFragment = {
    type: 'box',
    style: table.model.style,
    width: table.columns.width,
    height: places.reduce((most, { top, set }) => Math.max(most, top + set.fragment.height), 0),
    border: noEdges,
    padding: noEdges,
    children: places.map(({ cell, top, set }) => ({ x: left + cell.x, y: top, fragment: set.fragment })),
    start: true,
    end: true,
    paint: { hideBox: true, repeated: true },
  };
  return { x: 0, y: 0, fragment };
}

function bordersOf(table: PreparedTable, fill: RowFill, left: number): readonly BorderStretch[] {
  const { collapsed, style } = table.model;
  if (!collapsed || style.visibility !== 'visible') return [];
  const { tracks, total } = table.columns.columns;
  const x = [...tracks.map(({ start }) => left + start), left + total];
  return collapsedLines(collapsed, x, fill.strips).map(({ axis, at, start, end, side }) =>
    axis === 'horizontal'
      ? { x1: start, y1: at, x2: end, y2: at, side }
      : { x1: at, y1: start, x2: at, y2: end, side },
  );
}
