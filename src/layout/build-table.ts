/**
 * The table box of a `display: table` element: its rows in head, bodies and foot, its cells as block
 * boxes, captions apart (CSS 2.2, 17.2). Stray children are wrapped by kind: cells outside a row get
 * a row of their own; anything else is a block in a cell.
 */
import type { ComputedStyle } from '../document/style.js';
import { attribute, type ElementNode, type TreeNode } from '../document/tree.js';
import { artifact, type BlockBox, type Mark, type TableBox, type TableCell, type TableRow } from './box.js';
import type { BoxBuilder } from './build-boxes.js';
import { openStructure, type TagContext } from './tag-element.js';

interface Parts {
  readonly captions: BlockBox[];
  readonly head: TableRow[];
  readonly body: TableRow[];
  readonly foot: TableRow[];
  readonly columns: ComputedStyle[];
  /** Anonymous rows about stray cells. */
  readonly stray: Set<TableRow>;
}

export function buildTable(
  builder: BoxBuilder,
  node: ElementNode,
  style: ComputedStyle,
  marks: readonly Mark[],
  context: TagContext,
): TableBox {
  const parts: Parts = { captions: [], head: [], body: [], foot: [], columns: [], stray: new Set() };
  for (const child of node.children) addPart(builder, child, parts, context);
  const { stray: _, ...rows } = parts;
  return { type: 'table', style, marks, tag: context.own ?? artifact, ...rows };
}

function addPart(builder: BoxBuilder, child: TreeNode, parts: Parts, context: TagContext): void {
  if (child.type === 'text') return;
  const style = builder.scene.styles.of(builder.scene.index.of(child));
  const inner = (): TagContext => openStructure(child, style, builder.scene, context);
  switch (style.display) {
    case 'none':
      return;
    case 'table-caption':
      parts.captions.push(builder.block(child, style, inner()));
      return;
    case 'table-column-group':
      for (const column of child.children) addPart(builder, column, parts, context);
      return;
    case 'table-column':
      for (let i = 0; i < Number(attribute(child, 'span') ?? 1); i += 1) parts.columns.push(style);
      return;
    case 'table-header-group':
      parts.head.push(...rowsOf(builder, child, inner()));
      return;
    case 'table-footer-group':
      parts.foot.push(...rowsOf(builder, child, inner()));
      return;
    case 'table-row-group':
      parts.body.push(...rowsOf(builder, child, inner()));
      return;
    case 'table-row':
      parts.body.push(rowOf(builder, child, style, inner()));
      return;
    default:
      addStrayCell(
        parts,
        cellOf(builder, child, style, inner()),
        builder.scene.styles.anonymous(style, 'table-row'),
      );
  }
}

/** Cells that stand next to each other outside a row share an anonymous one (CSS 2.2, 17.2.1). */
function addStrayCell(parts: Parts, cell: TableCell, style: ComputedStyle): void {
  const last = parts.body.at(-1);
  if (last && parts.stray.has(last)) parts.body.pop();
  const row: TableRow = { style, cells: last && parts.stray.has(last) ? [...last.cells, cell] : [cell] };
  parts.stray.add(row);
  parts.body.push(row);
}

function rowsOf(builder: BoxBuilder, group: ElementNode, context: TagContext): TableRow[] {
  const rows: TableRow[] = [];
  for (const child of group.children) {
    if (child.type === 'text') continue;
    const style = builder.scene.styles.of(builder.scene.index.of(child));
    if (style.display === 'none') continue;
    rows.push(rowOf(builder, child, style, openStructure(child, style, builder.scene, context)));
  }
  return rows;
}

function rowOf(builder: BoxBuilder, row: ElementNode, style: ComputedStyle, context: TagContext): TableRow {
  const cells: TableCell[] = [];
  for (const child of row.children) {
    if (child.type === 'text') continue;
    const own = builder.scene.styles.of(builder.scene.index.of(child));
    if (own.display === 'none') continue;
    cells.push(cellOf(builder, child, own, openStructure(child, own, builder.scene, context)));
  }
  return { style, cells };
}

function cellOf(
  builder: BoxBuilder,
  node: ElementNode,
  style: ComputedStyle,
  context: TagContext,
): TableCell {
  const span = (name: string): number =>
    Math.min(1000, Math.max(1, Math.trunc(Number(attribute(node, name) ?? 1)) || 1));
  return { box: builder.block(node, style, context), colSpan: span('colspan'), rowSpan: span('rowspan') };
}
