/**
 * The sinks of a table's parts: table, row group, row, column group. What cannot stand in one goes,
 * with everything after it up to the next part that can, into an anonymous box one level down
 * (CSS 2.2, 17.2.1, stage 2); white space between parts is none (stage 1).
 */
import type { ComputedStyle } from '../../document/style.js';
import {
  artifact,
  type BlockBox,
  type Box,
  type InlineContent,
  type Mark,
  type TableCell,
  type TableColumn,
  type TableRow,
  type TableRowGroup,
} from './box.js';
import type { BlockContentSink, ContentSink, SinkMaker, TablePart } from './content-sink.js';
import { isBlank } from './inline-style.js';
import { blockBox } from './make-box.js';

/** A sink that wraps what is not its own in an inner sink. */
abstract class WrappingSink<Inner extends ContentSink> implements ContentSink {
  #inner: Inner | undefined;
  /** White space that is none unless stray content follows it (17.2.1, 1.3). */
  #blanks: InlineContent[] = [];
  /** Open inline elements in the inner sink: then nothing can leave it. */
  #depth = 0;
  protected marks: Mark[] = [];

  constructor(
    readonly style: ComputedStyle,
    protected readonly maker: SinkMaker,
  ) {}

  /** Takes a part that may stand here; false for others. */
  protected abstract take(part: TablePart): boolean;
  protected abstract begin(): Inner;
  protected abstract end(inner: Inner): void;

  addInline(item: InlineContent): void {
    if (this.#inner || !isBlank(item)) this.#stray().addInline(item);
    else this.#blanks.push(item);
  }

  addBlock(box: Box): void {
    this.#stray().addBlock(box);
  }

  addOutOfFlow(box: Box): void {
    this.#stray().addOutOfFlow(box);
  }

  addMark(mark: Mark): void {
    if (this.#inner) this.#inner.addMark(mark);
    else this.marks.push(mark);
  }

  addPart(part: TablePart): void {
    if (this.#depth > 0 || !this.take(part)) this.#stray().addPart(part);
  }

  openInline(style: ComputedStyle, tag: () => number): void {
    this.#depth += 1;
    this.#stray().openInline(style, tag);
  }

  closeInline(): void {
    this.#depth -= 1;
    this.#stray().closeInline();
  }

  protected endStray(): void {
    const inner = this.#inner;
    this.#inner = undefined;
    this.#blanks = [];
    if (inner) this.end(inner);
  }

  protected takeMarks(own: readonly Mark[]): readonly Mark[] {
    if (this.marks.length === 0) return own;
    const marks = [...this.marks, ...own];
    this.marks = [];
    return marks;
  }

  #stray(): Inner {
    if (this.#inner) return this.#inner;
    const inner = this.begin();
    for (const blank of this.#blanks) inner.addInline(blank);
    this.#blanks = [];
    this.#inner = inner;
    return inner;
  }
}

/** A row: cells, and anonymous cells around the rest. */
export class RowSink extends WrappingSink<BlockContentSink> {
  readonly #cells: TableCell[] = [];

  protected take(part: TablePart): boolean {
    if (part.type !== 'cell') return false;
    this.endStray();
    const { box } = part.cell;
    this.#cells.push({ ...part.cell, box: { ...box, marks: this.takeMarks(box.marks) } });
    return true;
  }

  protected begin(): BlockContentSink {
    return this.maker.flow(this.maker.anonymous(this.style, 'table-cell'));
  }

  protected end(inner: BlockContentSink): void {
    inner.flush();
    if (inner.isEmpty) {
      this.marks.push(...inner.takeMarks());
      return;
    }
    const marks = this.takeMarks([]);
    const box = blockBox({ style: inner.style, marks, children: inner.finish(), tag: artifact });
    this.#cells.push({ box, colSpan: 1, rowSpan: 1 });
  }

  /** The cells, and marks that found none. */
  finish(): { readonly cells: readonly TableCell[]; readonly marks: readonly Mark[] } {
    this.endStray();
    return { cells: this.#cells, marks: this.takeMarks([]) };
  }
}

/** What table and row group share: stray content makes an anonymous row. */
abstract class RowWrappingSink extends WrappingSink<RowSink> {
  protected begin(): RowSink {
    return new RowSink(this.maker.anonymous(this.style, 'table-row'), this.maker);
  }

  protected end(inner: RowSink): void {
    const { cells, marks } = inner.finish();
    if (cells.length) this.addRow({ style: inner.style, marks, cells });
    else this.marks.push(...marks);
  }

  protected abstract addRow(row: TableRow): void;
}

/** A row group: rows, and anonymous rows around the rest. */
export class RowGroupSink extends RowWrappingSink {
  readonly #rows: TableRow[] = [];

  protected take(part: TablePart): boolean {
    if (part.type !== 'row') return false;
    this.endStray();
    this.addRow(part.row);
    return true;
  }

  protected addRow(row: TableRow): void {
    this.#rows.push({ ...row, marks: this.takeMarks(row.marks) });
  }

  /** The rows, and marks that found none. */
  finish(): { readonly rows: readonly TableRow[]; readonly marks: readonly Mark[] } {
    this.endStray();
    return { rows: this.#rows, marks: this.takeMarks([]) };
  }
}

/** A table: captions, columns, row groups; rows outside a group share an anonymous one with their neighbours. */
export class TableSink extends RowWrappingSink {
  readonly #captions: BlockBox[] = [];
  readonly #columns: TableColumn[] = [];
  readonly #groups: TableRowGroup[] = [];
  #rows: TableRow[] = [];

  protected take(part: TablePart): boolean {
    if (part.type === 'cell') return false;
    this.endStray();
    switch (part.type) {
      case 'caption':
        this.#captions.push({ ...part.box, marks: this.takeMarks(part.box.marks) });
        break;
      case 'columns':
        this.#columns.push(...part.columns);
        break;
      case 'row':
        this.addRow(part.row);
        break;
      case 'group':
        this.#endRows();
        this.#groups.push(this.#placed(part.group));
    }
    return true;
  }

  protected addRow(row: TableRow): void {
    this.#rows.push({ ...row, marks: this.takeMarks(row.marks) });
  }

  /** The parts, and marks that found none. */
  finish(): {
    readonly captions: readonly BlockBox[];
    readonly columns: readonly TableColumn[];
    readonly groups: readonly TableRowGroup[];
    readonly marks: readonly Mark[];
  } {
    this.endStray();
    this.#endRows();
    return {
      captions: this.#captions,
      columns: this.#columns,
      groups: this.#groups,
      marks: this.takeMarks([]),
    };
  }

  #endRows(): void {
    if (this.#rows.length === 0) return;
    const style = this.maker.anonymous(this.style, 'table-row-group');
    this.#groups.push({ kind: 'body', style, marks: [], rows: this.#rows });
    this.#rows = [];
  }

  /** Only the first head and the first foot are such (17.2). */
  #placed(group: TableRowGroup): TableRowGroup {
    const taken = this.#groups.some(({ kind }) => kind === group.kind);
    return {
      ...group,
      kind: taken ? 'body' : group.kind,
      marks: this.takeMarks(group.marks),
    };
  }
}

/** A column group: columns alone; everything else in it makes no box (17.2.1, stage 1). */
export class ColumnGroupSink implements ContentSink {
  readonly columns: TableColumn[] = [];

  addPart(part: TablePart): void {
    if (part.type === 'columns') this.columns.push(...part.columns);
  }

  addInline(): void {}
  addBlock(): void {}
  addOutOfFlow(): void {}
  addMark(): void {}
  openInline(): void {}
  closeInline(): void {}
}
