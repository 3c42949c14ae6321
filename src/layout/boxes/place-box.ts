/**
 * From what generates a box (an element or a pseudo-element) to the box, by `display`, put where it
 * belongs in the sink of its container: in the flow, out of it, in the line, or among the parts of a
 * table (CSS 2.2, 9.2, 9.7 and 17.2).
 */
import type { Tag } from '../../document/page.js';
import type { ComputedStyle, Display } from '../../document/style.js';
import type { NodeIndex } from '../../document/tree-index.js';
import { attribute, type ElementNode } from '../../document/tree.js';
import {
  artifact,
  isOutOfFlow,
  isPaintedApart,
  type BlockBox,
  type Box,
  type InlineContent,
  type LinesBox,
  type Mark,
  type TableBox,
  type TableColumn,
  type TableRowGroup,
} from './box.js';
import type { ContentSink, SinkMaker } from './content-sink.js';
import { applyFirstLetter, applyFirstLine } from './first-line.js';
import type { FlowContent } from './flow-content.js';
import { listMarker } from './list-markers.js';
import { blockBox, tableBox } from './make-box.js';
import { ColumnGroupSink, RowGroupSink, RowSink, TableSink } from './table-sinks.js';

/** An element or pseudo-element that is about to make a box. */
export interface Generator {
  /** The element, or the one that the pseudo-element belongs to. */
  readonly element: ElementNode;
  /** Number of that element. */
  readonly number: NodeIndex;
  readonly isPseudo: boolean;
  readonly style: ComputedStyle;
  readonly marks: readonly Mark[];
  /** Tag of its box. */
  readonly tag: Tag;
  /** Tag of its list marker. */
  readonly label: Tag;
  /** Puts its content into its box. */
  fill(sink: ContentSink): void;
}

const groupKinds: Readonly<Partial<Record<Display, TableRowGroup['kind']>>> = {
  'table-header-group': 'head',
  'table-row-group': 'body',
  'table-footer-group': 'foot',
};

export class BoxPlacer {
  readonly #markerItems = new WeakSet<InlineContent>();
  #apart = 0;

  constructor(
    private readonly flow: FlowContent,
    private readonly maker: SinkMaker,
  ) {}

  /** Puts the box of `source` into its container. The cascade has made floats and their like blocks (9.7). */
  place(source: Generator, sink: ContentSink): void {
    switch (source.style.display) {
      case 'none':
        return;
      case 'contents':
        for (const mark of source.marks) sink.addMark(mark);
        return source.fill(sink);
      case 'inline':
        return this.#inline(source, sink);
      case 'inline-block':
        return sink.addInline({ type: 'box', box: this.block(source) });
      case 'inline-table':
        return sink.addInline({ type: 'box', box: this.#table(source) });
      case 'table':
        return addBox(this.#table(source), sink);
      case 'block':
      case 'list-item':
      case 'flow-root':
        return addBox(this.block(source), sink);
      default:
        return this.#tablePart(source, sink);
    }
  }

  /** The next place in painting order, for a box that is about to be made; the scene learns what it holds. */
  order(style: ComputedStyle): number | undefined {
    if (style.floatAnchor === 'flow-start') this.flow.scene.hasBoundFloats = true;
    if (!isPaintedApart(style)) return undefined;
    if (style.position === 'absolute') this.flow.scene.hasPositioned = true;
    this.#apart += 1;
    return this.#apart;
  }

  /** A block container with everything in it. */
  block(source: Generator): BlockBox {
    const { style, marks, tag } = source;
    const order = this.order(style);
    const marker = style.display === 'list-item' ? this.#marker(source) : undefined;
    const sink = this.maker.flow(style);
    if (marker && style.listStylePosition === 'inside') this.#addInside(marker, sink);
    source.fill(sink);
    const children = sink.finish();
    return blockBox({
      style,
      marks,
      order,
      children: source.isPseudo ? children : this.#withFirstLine(children, source.number, style),
      marker: style.listStylePosition === 'outside' ? marker : undefined,
      tag,
    });
  }

  /** The boxes of an element's block container with its `::first-letter` and `::first-line`. */
  #withFirstLine(boxes: readonly Box[], number: NodeIndex, style: ComputedStyle): readonly Box[] {
    const { styles, structure, typesetter } = this.flow.scene;
    const letter = styles.pseudo(number, 'first-letter');
    const line = styles.pseudo(number, 'first-line');
    const lettered = letter
      ? applyFirstLetter(boxes, {
          style: letter,
          block: style,
          tag: () => structure.tag({ tag: artifact }),
          typesetter,
          isMarker: (item) => this.#markerItems.has(item),
        })
      : boxes;
    return line ? applyFirstLine(lettered, line, style) : lettered;
  }

  #inline(source: Generator, sink: ContentSink): void {
    const { structure } = this.flow.scene;
    for (const mark of source.marks) sink.addMark(mark);
    sink.openInline(source.style, () => structure.tag({ tag: source.tag }));
    source.fill(sink);
    sink.closeInline();
  }

  #table(source: Generator): TableBox {
    const sink = new TableSink(source.style, this.maker);
    const order = this.order(source.style);
    source.fill(sink);
    const { marks, ...parts } = sink.finish();
    return tableBox({
      style: source.style,
      marks: [...source.marks, ...marks],
      order,
      ...parts,
      tag: source.tag,
    });
  }

  #tablePart(source: Generator, sink: ContentSink): void {
    const { style, element, tag } = source;
    switch (style.display) {
      case 'table-caption':
        return sink.addPart({ type: 'caption', box: this.block(source) });
      case 'table-cell': {
        const [colSpan, rowSpan] = source.isPseudo ? [1, 1] : cellSpans(element);
        return sink.addPart({ type: 'cell', cell: { box: this.block(source), colSpan, rowSpan } });
      }
      case 'table-row': {
        const { cells, marks } = filled(new RowSink(style, this.maker), source).finish();
        return sink.addPart({ type: 'row', row: { style, marks: [...source.marks, ...marks], tag, cells } });
      }
      case 'table-column':
        for (const mark of source.marks) sink.addMark(mark);
        return sink.addPart({ type: 'columns', columns: [{ style, span: columnSpan(source) }] });
      case 'table-column-group':
        for (const mark of source.marks) sink.addMark(mark);
        return sink.addPart({ type: 'columns', columns: groupColumns(source) });
      default: {
        const { rows, marks } = filled(new RowGroupSink(style, this.maker), source).finish();
        const kind = groupKinds[style.display] ?? 'body';
        const group: TableRowGroup = { kind, style, marks: [...source.marks, ...marks], tag, rows };
        return sink.addPart({ type: 'group', group });
      }
    }
  }

  #marker(source: Generator): LinesBox | undefined {
    const { styles, structure } = this.flow.scene;
    const { element, style } = source;
    const own = source.isPseudo ? undefined : styles.pseudo(source.number, 'marker');
    if (own) this.flow.counters.enter(own);
    const tag = structure.tag({ tag: source.label }, own ?? style);
    const marker = listMarker({ element, style, own, tag }, this.flow);
    if (own) this.flow.counters.leave();
    return marker;
  }

  /** An inside marker is an inline box in front of the item's content (css-lists-3, 3.3). */
  #addInside(marker: LinesBox, sink: ContentSink): void {
    const { structure } = this.flow.scene;
    sink.openInline(marker.style, () => structure.tag({ tag: artifact }));
    for (const item of marker.items) {
      this.#markerItems.add(item);
      sink.addInline(item);
    }
    sink.closeInline();
  }
}

/** Puts a block-level box in the flow, or out of it. */
export function addBox(box: Box, sink: ContentSink): void {
  if (isOutOfFlow(box)) sink.addOutOfFlow(box);
  else sink.addBlock(box);
}

function filled<Sink extends ContentSink>(sink: Sink, source: Generator): Sink {
  source.fill(sink);
  return sink;
}

function groupColumns(source: Generator): readonly TableColumn[] {
  const group = { style: source.style };
  const { columns } = filled(new ColumnGroupSink(), source);
  if (columns.length) return columns.map((column) => ({ ...column, group }));
  return [{ style: source.style, span: columnSpan(source), group }];
}

function columnSpan({ element, isPseudo }: Generator): number {
  return isPseudo ? 1 : whole(attribute(element, 'span'), 1, 1000);
}

/** `colspan` and `rowspan` with the limits of HTML, 4.9.11; a row span of 0 reaches to the end of the group. */
function cellSpans(element: ElementNode): readonly [number, number] {
  return [whole(attribute(element, 'colspan'), 1, 1000), whole(attribute(element, 'rowspan'), 0, 65_534)];
}

function whole(value: string | undefined, least: number, most: number): number {
  const read = Number.parseInt(value ?? '', 10);
  return Number.isNaN(read) || read < least ? 1 : Math.min(most, read);
}
