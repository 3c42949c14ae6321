/**
 * Styled tree → box tree (CSS 2.2, 9.2): one walk in document order that also runs the counters,
 * evaluates generated content, collects marks (ids, bookmarks, named strings, running elements) and
 * opens the structure elements. The sinks put the anonymous boxes in. Widths and lines come later.
 */
import { changedStyle } from '../../document/changed-style.js';
import type { ComputedStyle } from '../../document/style.js';
import type { InlineText } from '../../document/inline.js';
import type { NodeIndex } from '../../document/tree-index.js';
import { attribute, type ElementNode, type TextNode } from '../../document/tree.js';
import type { LayoutScene } from '../scene.js';
import { openStructure, textTag, type TagContext } from '../tag-element.js';
import { artifact, artifactAt, type BlockBox, type Box, type InlineContent } from './box.js';
import { marksOf } from './collect-marks.js';
import type { ContentSink, SinkMaker } from './content-sink.js';
import { FlowContent, generatesBox } from './flow-content.js';
import { sinkMaker } from './flow-sink.js';
import { addCall, footnoteId, noteMarker, withNoteMarker } from './footnotes.js';
import { generatedItems } from './generated-items.js';
import { reversedStart } from './reversed-lists.js';
import { blockBox, imageBox, noMarks } from './make-box.js';
import { addBox, BoxPlacer, type Generator } from './place-box.js';

/** Builds boxes of one tree. A second builder without structure makes the boxes of running elements. */
export class BoxBuilder {
  /** Footnotes by element id, filled as their elements are met. */
  readonly notes = new Map<string, BlockBox>();
  readonly #flow: FlowContent;
  readonly #maker: SinkMaker;
  readonly #placer: BoxPlacer;

  /** Page floats and notes that the element being built stands in. */
  #leaving = 0;
  /** Footnotes met so far. */
  #met = 0;

  constructor(readonly scene: LayoutScene) {
    this.#flow = new FlowContent(scene);
    this.#maker = sinkMaker(scene.styles);
    this.#placer = new BoxPlacer(this.#flow, this.#maker);
  }

  /** The boxes of the whole tree: one block for the root element. */
  buildRoot(context: TagContext): BlockBox {
    const { index } = this.scene;
    const number = index.child(0, () => true);
    const node = index.nodes[number];
    if (node?.type !== 'element') throw new Error('the tree has no root element');
    const style = this.scene.styles.of(number);
    const sink = this.#maker.flow(style);
    this.#element(node, number, sink, context);
    const children = sink.finish();
    const [box] = children;
    if (box?.type === 'block' && children.length === 1) return box;
    return blockBox({ style, children, tag: artifact });
  }

  /** The boxes of one element, as the content of a margin box. */
  alone(node: ElementNode, context: TagContext): readonly Box[] {
    const number = this.scene.index.of(node);
    const sink = this.#maker.flow(this.scene.styles.of(number));
    this.#element(node, number, sink, context);
    return sink.finish();
  }

  /** Inline content for the `content` value of a margin box; `tag` is the number of the tag of its text. */
  generated(style: ComputedStyle, tag: number): readonly InlineContent[] {
    return generatedItems(style, tag, this.#flow);
  }

  #element(node: ElementNode, number: NodeIndex, sink: ContentSink, outer: TagContext): void {
    const style = this.#within(this.scene.styles.of(number));
    if (style.display === 'none') return;
    if (typeof style.position === 'object' && !this.scene.inMarginBox) {
      sink.addMark({ type: 'running', name: style.position.running, node: number });
      return;
    }
    const { counters } = this.#flow;
    counters.enter(style, reversedStart(node, number, this.scene));
    const context = openStructure(node, number, this.scene, outer);
    const source = this.#generator(node, number, style, context);
    const leaves = isPageFloat(style) || style.float === 'footnote';
    if (leaves) this.#leaving += 1;
    if (node.tagName === 'br' || node.tagName === 'wbr') this.#lineBreak(source, sink);
    else if (style.float === 'footnote') this.#footnote(source, context, sink);
    else if (!this.#replaced(source, sink)) this.#placer.place(source, sink);
    if (leaves) this.#leaving -= 1;
    counters.leave();
  }

  /** A page float inside another one, or inside a note, stands in its place there. */
  #within(style: ComputedStyle): ComputedStyle {
    return this.#leaving > 0 && isPageFloat(style) ? changedStyle(style, { float: 'none' }) : style;
  }

  #generator(element: ElementNode, number: NodeIndex, style: ComputedStyle, context: TagContext): Generator {
    return {
      element,
      number,
      isPseudo: false,
      style,
      marks: marksOf(element, style, this.#flow, context.structure),
      tag: context.own ?? artifact,
      label: context.label ?? (context.running ? artifact : artifactAt(number, number)),
      fill: (sink) => {
        this.#pseudo(element, number, 'before', { sink, running: context.running });
        // Numbers follow document order: to count along is faster than to ask the index for each node.
        let at = number + 1;
        for (const child of element.children) {
          if (child.type === 'element') this.#element(child, at, sink, context);
          else if (child.value !== '') {
            const origin = child.origin ?? 'content';
            const tag = this.scene.structure.tag(
              textTag(origin, context, { inside: number, order: at }),
              style,
            );
            sink.addInline(textItem(child, { style, origin, tag, note: context.note }));
          }
          at = this.scene.index.end(at);
        }
        this.#pseudo(element, number, 'after', { sink, running: context.running });
      },
    };
  }

  #pseudo(
    element: ElementNode,
    number: NodeIndex,
    pseudo: 'before' | 'after',
    { sink, running }: { readonly sink: ContentSink; readonly running: TagContext['running'] },
  ): void {
    const { styles, structure, index } = this.scene;
    const style = styles.pseudo(number, pseudo);
    if (!style || !generatesBox(style)) return;
    this.#flow.counters.enter(style);
    // Before all children of the element, or behind them.
    const order = pseudo === 'before' ? number + 0.1 : index.end(number) - 0.6;
    const tag = running ? artifact : artifactAt(number, order);
    const items = generatedItems(style, structure.tag({ tag }, style), this.#flow, element);
    const source: Generator = {
      element,
      number,
      isPseudo: true,
      style,
      marks: noMarks,
      tag: artifact,
      label: artifact,
      fill: (inner) => {
        for (const item of items) inner.addInline(item);
      },
    };
    this.#placer.place(source, sink);
    this.#flow.counters.leave();
  }

  /** A picture, or an element whose `content` is one; false for others. One that is missing is nothing. */
  #replaced(source: Generator, sink: ContentSink): boolean {
    const { element, style, marks, tag } = source;
    const isImage = element.tagName === 'img';
    if (!isImage && typeof style.content === 'string') return false;
    const [part, ...more] = typeof style.content === 'string' ? [] : style.content;
    const url = part?.type === 'image' && more.length === 0 ? part.url : undefined;
    const image = this.scene.imageOf(url ?? (isImage ? (attribute(element, 'src') ?? '') : ''));
    if (!image) return isImage;
    const box = imageBox({ style, marks, image, tag, order: this.#placer.order(style) });
    // What is no box of its own for text is in the line for a picture (css-display-3, 2.5 and 2.6).
    const inLine = /^(?:inline|table-)/u.test(style.display);
    if (inLine) sink.addInline({ type: 'box', box });
    else if (style.display !== 'contents') addBox(box, sink);
    return true;
  }

  #footnote(source: Generator, context: TagContext, sink: ContentSink): void {
    const { element, number, style } = source;
    this.#met += 1;
    const note = { element, number, style, context, id: footnoteId(element, this.#met) };
    // What the reader is sent by is what stands in front of the note.
    const referred = this.scene.numberReferred(note.id);
    if (referred !== undefined) this.#flow.counters.set('footnote', referred);
    addCall(note, this.#flow, sink);
    const marker = noteMarker(note, this.#flow);
    this.notes.set(note.id, withNoteMarker(this.#placer.block(source), marker));
  }

  #lineBreak({ element, style, marks }: Generator, sink: ContentSink): void {
    // Neither has content that could stand for it (css-display-3, appendix B).
    if (style.display === 'contents') return;
    for (const mark of marks) sink.addMark(mark);
    if (element.tagName === 'wbr') {
      sink.addInline({ type: 'opportunity', preferred: attribute(element, 'class') === 'sense' });
      return;
    }
    sink.addInline({ type: 'break', style });
    if (style.clear !== 'none') sink.addBlock(this.#clearing(style));
  }

  /** What follows a `<br>` that clears floats stands below them: an empty block goes there. */
  #clearing(style: ComputedStyle): BlockBox {
    const { clear } = style;
    const block = { ...this.scene.styles.anonymous(style, 'block'), clear };
    return blockBox({ style: block, children: [], tag: artifact });
  }
}

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

/** A text as the line takes it: one of many thousands, so no field is copied twice. */
function textItem(
  node: TextNode,
  place: Pick<InlineText, 'style' | 'origin' | 'tag'> & { readonly note: number | undefined },
): InlineText {
  const { style, origin, tag, note } = place;
  const item: Writable<InlineText> = { type: 'text', text: node.value, style, origin, tag };
  if (node.key !== undefined) item.source = { node: node.key, offset: 0 };
  if (node.span) item.span = node.span;
  if (note !== undefined) item.note = note;
  return item;
}

/** Floats to an end of a page or column (css-page-floats-3). */
function isPageFloat({ float }: ComputedStyle): boolean {
  return float === 'block-start' || float === 'block-end' || float === 'snap-block';
}
