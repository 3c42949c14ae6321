/**
 * Edges of one fragment of a table, pt: its border and padding where the table begins or ends, nothing or
 * (`box-decoration-break: clone`) the same at a break. Collapsed borders are cut along their middle there,
 * as far as room goes: the line itself is painted whole.
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

  constructor(table: PreparedTable, base: number) {
    this.#all = { border: table.model.border, padding: tablePadding(table.model, base) };
    this.#clones = !table.model.collapsed && table.model.style.boxDecorationBreak === 'clone';
  }

  /** Of a fragment that holds the start, the end of the table, or neither. */
  of(ends: { readonly start: boolean; readonly end: boolean }): GridEdges {
    const { border, padding } = this.#all;
    const top = ends.start || this.#clones;
    const bottom = ends.end || this.#clones;
    return {
      border: { ...border, top: top ? border.top : 0, bottom: bottom ? border.bottom : 0 },
      padding: { ...padding, top: top ? padding.top : 0, bottom: bottom ? padding.bottom : 0 },
    };
  }

  /** Border and padding above the first row. */
  above(start: boolean): number {
    const { border, padding } = this.of({ start, end: false });
    return border.top + padding.top;
  }

  /** Border and padding below the last row. */
  below(end: boolean): number {
    const { border, padding } = this.of({ start: false, end });
    return border.bottom + padding.bottom;
  }
}
