/**
 * Edges of one fragment of a table, pt: its border and padding where the table begins or ends, nothing or
 * (`box-decoration-break: clone`) the same at a break; of collapsed borders the half that is outside the rows.
 */
import type { Edges } from '../../document/style.js';
import type { PreparedTable } from './prepare-table.js';
import { tablePadding } from './table-model.js';

export interface GridEdges {
  readonly border: Edges<number>;
  readonly padding: Edges<number>;
}

export class FragmentEdges {
  readonly #all: GridEdges;
  readonly #clones: boolean;

  constructor(
    private readonly table: PreparedTable,
    base: number,
  ) {
    this.#all = { border: table.model.border, padding: tablePadding(table.model, base) };
    this.#clones = table.model.style.boxDecorationBreak === 'clone';
  }

  /** Of a fragment whose first and last rows are these; undefined: no row, or one that is cut. */
  of(ends: {
    readonly start: boolean;
    readonly end: boolean;
    readonly first: number | undefined;
    readonly last: number | undefined;
  }): GridEdges {
    const { border, padding } = this.#all;
    return {
      border: {
        ...border,
        top: this.#top(ends.start, ends.first),
        bottom: this.#bottom(ends.end, ends.last),
      },
      padding: {
        ...padding,
        top: ends.start || this.#clones ? padding.top : 0,
        bottom: ends.end || this.#clones ? padding.bottom : 0,
      },
    };
  }

  /** Border and padding above the first row. */
  above(start: boolean, first: number | undefined): number {
    return this.#top(start, first) + (start || this.#clones ? this.#all.padding.top : 0);
  }

  /** Border and padding below the last row. */
  below(end: boolean, last: number | undefined): number {
    return this.#bottom(end, last) + (end || this.#clones ? this.#all.padding.bottom : 0);
  }

  #top(start: boolean, first: number | undefined): number {
    if (start) return this.#all.border.top;
    if (!this.table.model.collapsed) return this.#clones ? this.#all.border.top : 0;
    return first === undefined ? 0 : this.#half(first);
  }

  #bottom(end: boolean, last: number | undefined): number {
    if (end) return this.#all.border.bottom;
    if (!this.table.model.collapsed) return this.#clones ? this.#all.border.bottom : 0;
    return last === undefined ? 0 : this.#half(last + 1);
  }

  /** Half of the widest collapsed border above a row. */
  #half(row: number): number {
    const { collapsed } = this.table.model;
    let width = 0;
    for (let c = 0; collapsed && c < collapsed.columns; c += 1)
      width = Math.max(width, collapsed.above(row, c)?.width ?? 0);
    return width / 2;
  }
}
