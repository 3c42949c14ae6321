/**
 * Where the content of a box goes while its element's children are visited. There is one kind of sink
 * for block containers (`flow-sink.ts`) and one for each part of a table (`table-sinks.ts`); each puts
 * anonymous boxes around what cannot stand in it directly (CSS 2.2, 9.2.1 and 17.2.1).
 */
import type { ComputedStyle, StyledTree } from '../../document/style.js';
import type {
  BlockBox,
  Box,
  InlineContent,
  Mark,
  TableCell,
  TableColumn,
  TableRow,
  TableRowGroup,
} from './box.js';

/** A part of a table, wherever it was met. */
export type TablePart =
  | { readonly type: 'cell'; readonly cell: TableCell }
  | { readonly type: 'row'; readonly row: TableRow }
  | { readonly type: 'group'; readonly group: TableRowGroup }
  | { readonly type: 'caption'; readonly box: BlockBox }
  | { readonly type: 'columns'; readonly columns: readonly TableColumn[] };

export interface ContentSink {
  /** Text, breaks, leaders and atomic boxes. */
  addInline(item: InlineContent): void;
  /** A block-level box in the flow. */
  addBlock(box: Box): void;
  /** A float or an absolutely positioned box. */
  addOutOfFlow(box: Box): void;
  addMark(mark: Mark): void;
  addPart(part: TablePart): void;
  /** An inline element begins; `tag` gives its number if it must be told to the line. */
  openInline(style: ComputedStyle, tag: () => number): void;
  closeInline(): void;
}

/** The content of a block container being gathered. */
export interface BlockContentSink extends ContentSink {
  readonly style: ComputedStyle;
  /** Ends the run of inline content. */
  flush(): void;
  /** No box so far. */
  readonly isEmpty: boolean;
  /** Marks that no box has taken. */
  takeMarks(): readonly Mark[];
  /** All boxes. */
  finish(): readonly Box[];
}

/** Makes what anonymous boxes need. */
export interface SinkMaker extends Pick<StyledTree, 'anonymous'> {
  /** A sink for a block container of this style. */
  flow(style: ComputedStyle): BlockContentSink;
}
