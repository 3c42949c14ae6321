/** What `fill-rows.ts` is given and what it answers: the rows of a table in one fragmentainer. Types only. */
import type { Appeal, BlockSpace, BreakToken, Stop } from '../flow/space.js';
import type { FragmentEdges } from './fragment-edges.js';
import type { PreparedTable } from './prepare-table.js';
import type { CellState } from './set-cell.js';

/** What the rows need to know of their surroundings. */
export interface RowsTask {
  readonly table: PreparedTable;
  readonly edges: FragmentEdges;
  readonly space: BlockSpace;
  /** From the top of the table's grid to the end of the fragmentainer, pt. */
  readonly room: number;
  /** The table, or a box around it, wants not to be broken. */
  readonly avoid: boolean;
  /** Something stands in the fragmentainer before the table: the table can begin in the next. */
  readonly canLeave: boolean;
  readonly token: BreakToken | undefined;
}

/** Where and why the rows ended before the last. */
export interface RowsEnd {
  readonly index: number;
  readonly child: BreakToken | undefined;
  readonly cells: readonly CellState[] | undefined;
  readonly stop: Stop;
  readonly appeal: Appeal;
}
