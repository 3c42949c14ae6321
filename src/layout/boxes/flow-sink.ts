/**
 * Gathers what a block container holds: runs of inline content become anonymous `LinesBox`es, blocks
 * stay blocks, and inline elements are broken around the blocks in them (CSS 2.2, 9.2.1.1). Stray
 * parts of tables that follow one another get a table (17.2.1). Marks wait for the next box.
 */
import type { ComputedStyle, StyledTree } from '../../document/style.js';
import { artifact, type Box, type InlineContent, type InlineOpen, type Mark } from './box.js';
import type { BlockContentSink, SinkMaker, TablePart } from './content-sink.js';
import { isBlank, isVisible, mattersToLine } from './inline-style.js';
import { linesBox, noMarks, tableBox } from './make-box.js';
import { TableSink } from './table-sinks.js';

interface OpenInline {
  readonly style: ComputedStyle;
  /** None for an inline element that the line need not know of. */
  readonly item?: InlineOpen;
}

/** Makes sinks with the anonymous styles of one tree. */
export function sinkMaker(styles: StyledTree): SinkMaker {
  const maker: SinkMaker = {
    anonymous: (parent, display) => styles.anonymous(parent, display),
    flow: (style) => new FlowSink(style, maker),
  };
  return maker;
}

class FlowSink implements BlockContentSink {
  readonly #boxes: Box[] = [];
  #run: InlineContent[] = [];
  #marks: Mark[] | undefined;
  readonly #open: OpenInline[] = [];
  /** The anonymous table that takes stray parts, and white space met after its last one. */
  #table: TableSink | undefined;
  #blanks: InlineContent[] | undefined;

  /** `style` is the container's: it rules the lines. */
  constructor(
    readonly style: ComputedStyle,
    private readonly maker: SinkMaker,
  ) {}

  /** Whether an inline element is open. */
  get insideInline(): boolean {
    return this.#open.length > 0;
  }

  addInline(item: InlineContent): void {
    if (this.#table) {
      // White space between parts of a table is none; after the last one it is.
      if (isBlank(item)) {
        (this.#blanks ??= []).push(item);
        return;
      }
      this.#endTable();
    }
    this.#run.push(item);
  }

  addMark(mark: Mark): void {
    if (this.#table) this.#table.addMark(mark);
    else this.#run.push({ type: 'mark', mark });
  }

  addOutOfFlow(box: Box): void {
    this.#endTable();
    this.#run.push({ type: 'out-of-flow', box });
  }

  addBlock(box: Box): void {
    this.#endTable();
    if (!this.insideInline) {
      this.flush();
      this.#boxes.push(this.#withMarks(box));
      return;
    }
    const pieces = this.#open.flatMap(({ item }) => item ?? []);
    for (const { style, tag } of [...pieces].reverse()) {
      this.#run.push({ type: 'close', style, tag, continued: true });
    }
    this.flush();
    this.#boxes.push(this.#withMarks(within(box, pieces)));
    for (const item of pieces) this.#run.push({ ...item, continued: true });
  }

  addPart(part: TablePart): void {
    this.#table ??= new TableSink(
      this.maker.anonymous(this.#innermost, this.insideInline ? 'inline-table' : 'table'),
      this.maker,
    );
    this.#blanks = undefined;
    this.#table.addPart(part);
  }

  openInline(style: ComputedStyle, tag: () => number): void {
    this.#endTable();
    if (!mattersToLine(style, this.#innermost)) {
      this.#open.push({ style });
      return;
    }
    const item: InlineOpen = { type: 'open', style, tag: tag(), continued: false };
    this.#open.push({ style, item });
    this.#run.push(item);
  }

  closeInline(): void {
    this.#endTable();
    const item = this.#open.pop()?.item;
    if (item) this.#run.push({ type: 'close', style: item.style, tag: item.tag, continued: false });
  }

  /** Ends the run of inline content. One that makes no line leaves its boxes out of the flow and its marks. */
  flush(): void {
    this.#endTable();
    const items = this.#run;
    if (items.length === 0) return;
    this.#run = [];
    if (items.some(isVisible)) {
      this.#boxes.push(linesBox({ style: this.style, marks: this.takeMarks(), items }));
      return;
    }
    const open: InlineOpen[] = [];
    for (const item of items) {
      if (item.type === 'mark') (this.#marks ??= []).push(item.mark);
      else if (item.type === 'open') open.push(item);
      else if (item.type === 'close') open.pop();
      else if (item.type === 'out-of-flow') this.#boxes.push(within(item.box, open));
    }
  }

  get isEmpty(): boolean {
    return this.#boxes.length === 0;
  }

  /** All boxes; marks that found no box stand on an empty one. */
  finish(): readonly Box[] {
    this.flush();
    if (this.#marks) {
      this.#boxes.push(linesBox({ style: this.style, marks: this.takeMarks(), items: [] }));
    }
    return this.#boxes;
  }

  /** Marks that no box has taken. */
  takeMarks(): readonly Mark[] {
    const marks = this.#marks ?? noMarks;
    this.#marks = undefined;
    return marks;
  }

  get #innermost(): ComputedStyle {
    return this.#open.at(-1)?.style ?? this.style;
  }

  #withMarks(box: Box): Box {
    return this.#marks ? { ...box, marks: [...this.takeMarks(), ...box.marks] } : box;
  }

  #endTable(): void {
    const table = this.#table;
    if (!table) return;
    const blanks = this.#blanks ?? [];
    this.#table = undefined;
    this.#blanks = undefined;
    const box = tableBox({ style: table.style, tag: artifact, ...table.finish() });
    if (this.insideInline) this.#run.push({ type: 'box', box });
    else this.addBlock(box);
    this.#run.push(...blanks);
  }
}

/** A block-level box with the positioned inline elements that it broke. */
function within(box: Box, open: readonly InlineOpen[]): Box {
  const broken = open.filter(({ style }) => style.position === 'relative');
  return broken.length ? { ...box, broken } : box;
}
