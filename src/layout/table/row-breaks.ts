/**
 * Where a table may be broken, and how well (css-break-3, 4; css-tables-3, 6.1): before rows, and inside of
 * those that are high or do not fit a whole fragmentainer. Reads the rows' styles, decides nothing itself.
 */
import { avoids } from '../flow/break-values.js';
import { appeal, type Appeal, type BlockSpace, type Fragmentainer } from '../flow/space.js';
import { valuesBeforeRow } from './forced-breaks.js';
import { spanOf } from './place-tracks.js';
import type { PreparedTable } from './prepare-table.js';
import type { RepeatedGroup } from './repeat-groups.js';

/** Rows lower than this share of a fragmentainer are rather put off than broken: few lines are lost. */
const leastBrokenShare = 1 / 3;

export class RowBreaks {
  constructor(
    private readonly table: PreparedTable,
    private readonly around: { readonly space: BlockSpace; readonly avoid: boolean },
    private readonly repeated: {
      readonly head: RepeatedGroup | undefined;
      readonly foot: RepeatedGroup | undefined;
    },
  ) {}

  /** Whether a fragment may end before a row: not inside a head, and not right after it. */
  isPlace(index: number): boolean {
    const { grid } = this.table.model;
    const head = grid.groups.find(({ kind }) => kind === 'head');
    return !head || head.end === head.first || index > head.end || index >= grid.rows.length;
  }

  appealBefore(index: number, fragmentainer: Fragmentainer): Appeal {
    const { grid } = this.table.model;
    const group = grid.rows[index]?.group ?? 0;
    const inGroup = group === grid.rows[index - 1]?.group;
    const spans = this.table.across.get(index) ?? [];
    const values = [
      ...valuesBeforeRow(grid, index),
      ...(inGroup ? [grid.groups[group]?.group.style.breakInside ?? 'auto'] : []),
      ...spans.map(({ cell }) => cell.box.style.breakInside),
    ];
    if (this.around.avoid || values.some((value) => avoids(value, fragmentainer.kind)))
      return appeal.breakAvoid;
    // A repeated foot comes again anyway: it is not left alone.
    if (index === this.repeated.foot?.group.first) return appeal.breakAvoid;
    const low = spans.some(({ row, rows }) => {
      return spanOf(this.table.rows.rows, row, rows).size <= fragmentainer.size * leastBrokenShare;
    });
    return low ? appeal.orphansWidows : appeal.perfect;
  }

  /**
   * Appeal of a break inside a row of this height whose cells can be broken as well as `cells` says. What
   * no fragmentainer can hold is broken wherever it begins, even against its will: a gap would not help.
   */
  appealInside(index: number, height: number, cells: Appeal): Appeal {
    const avoided = this.around.avoid || (this.fitsWhole(height) && this.#avoidsInside(index));
    return avoided && cells > appeal.breakAvoid ? appeal.breakAvoid : cells;
  }

  /** Whether a row that could stand in the next fragmentainer is better broken. */
  mayBreak(index: number, height: number): boolean {
    const { fragmentainer } = this.around.space;
    if (!fragmentainer || !this.fitsWhole(height)) return true;
    return !this.#avoidsInside(index) && height > fragmentainer.size * leastBrokenShare;
  }

  /** Whether a row of this height fits a fragmentainer that holds nothing else of the flow. */
  fitsWhole(height: number): boolean {
    const { head, foot } = this.repeated;
    const size = this.around.space.fragmentainer?.size ?? Infinity;
    return height <= size - (head?.height ?? 0) - (foot?.height ?? 0) + 1e-6;
  }

  #avoidsInside(index: number): boolean {
    const { fragmentainer } = this.around.space;
    if (!fragmentainer) return false;
    const { grid } = this.table.model;
    const row = grid.rows[index];
    const values = [
      row?.row.style.breakInside ?? 'auto',
      grid.groups[row?.group ?? 0]?.group.style.breakInside ?? 'auto',
      ...(row?.cells ?? []).map(({ cell }) => cell.box.style.breakInside),
    ];
    return this.around.avoid || values.some((value) => avoids(value, fragmentainer.kind));
  }
}
