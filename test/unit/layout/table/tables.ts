/**
 * Tables for tests, written as declarations: `table('', body(row(cell(10, 30), cell(20, 20))))` has two
 * cells whose contents need 10 and 20 pt and like 30 and 20 pt.
 */
import type {
  BlockBox,
  TableBox,
  TableCell,
  TableColumn,
  TableRow,
  TableRowGroup,
} from '../../../../src/layout/boxes/box.js';
import { blockBox, tableBox } from '../../../../src/layout/boxes/make-box.js';
import type { MeasureCell } from '../../../../src/layout/table/column-needs.js';
import type { CellExtent } from '../../../../src/layout/table/row-needs.js';
import type { ComputedStyle } from '../../../../src/document/style.js';
import { ofP } from '../../../support/style-of.js';

const styles = new Map<string, ComputedStyle>();

/** Computed style of these declarations, everything else initial. */
export function style(css = ''): ComputedStyle {
  const known = styles.get(css) ?? ofP(`margin: 0; ${css}`);
  styles.set(css, known);
  return known;
}

interface Content {
  readonly min: number;
  readonly max: number;
}
const contents = new WeakMap<BlockBox, Content>();

const tag = { type: 'artifact', kind: 'layout' } as const;

/** A cell whose content needs `min` and likes `max` pt. */
export function cell(min = 0, max = min, css = '', spans: { cols?: number; rows?: number } = {}): TableCell {
  const box = blockBox({ style: style(css), children: [], tag });
  contents.set(box, { min, max });
  return { box, colSpan: spans.cols ?? 1, rowSpan: spans.rows ?? 1 };
}

/** An empty cell with declarations. */
export const td = (css = '', spans: { cols?: number; rows?: number } = {}): TableCell =>
  cell(0, 0, css, spans);

export const row = (...cells: readonly TableCell[]): TableRow => ({ style: style(), marks: [], cells });

export const styledRow = (css: string, ...cells: readonly TableCell[]): TableRow => ({
  style: style(css),
  marks: [],
  cells,
});

export function group(kind: TableRowGroup['kind'], css: string, ...rows: readonly TableRow[]): TableRowGroup {
  return { kind, style: style(css), marks: [], rows };
}

export const body = (...rows: readonly TableRow[]): TableRowGroup => group('body', '', ...rows);

export const col = (css: string, span = 1): TableColumn => ({ style: style(css), span });

export function table(css: string, ...parts: readonly (TableRowGroup | TableColumn)[]): TableBox {
  return tableBox({
    style: style(css),
    captions: [],
    columns: parts.filter((part) => 'span' in part),
    groups: parts.filter((part) => 'kind' in part),
    tag,
  });
}

/** What was written in `cell`, with padding and the borders as used. */
export const measure: MeasureCell = ({ cell: { box } }, borders) => {
  const { min, max } = contents.get(box) ?? { min: 0, max: 0 };
  const points = (length: unknown): number => (typeof length === 'number' ? length : 0);
  const edges = borders.left + borders.right + points(box.style.paddingLeft) + points(box.style.paddingRight);
  return { min: min + edges, max: max + edges };
};

/** A cell laid out `height` high, its first baseline `baseline` from its top. */
export function extent(height: number, baseline?: number, more: Partial<CellExtent> = {}): CellExtent {
  return { height, baseline, edgeTop: 0, edgeBottom: 0, empty: false, ...more };
}
