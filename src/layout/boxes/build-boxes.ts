/**
 * Styled tree → box tree (CSS 2.2, 9.2): one walk in document order that also runs the counters,
 * evaluates generated content, collects marks (ids, bookmarks, named strings, running elements) and
 * opens the structure elements. The sinks put the anonymous boxes in. Widths and lines come later.
 */
import type { ComputedStyle } from '../../document/style.js';
import { attribute, type ElementNode, type TextNode } from '../../document/tree.js';
import type { LayoutScene } from '../scene.js';
import { openStructure, textTag, type TagContext } from '../tag-element.js';
import { artifact, type BlockBox, type Box, type InlineContent } from './box.js';
import { marksOf } from './collect-marks.js';
import type { ContentSink, SinkMaker } from './content-sink.js';
import { FlowContent, generatesBox } from './flow-content.js';
import { sinkMaker } from './flow-sink.js';
import { addCall, footnoteId, noteMarker, withNoteMarker } from './footnotes.js';
import { generatedItems } from './generated-items.js';
import { addBox, BoxPlacer, type Generator } from './place-box.js';

/** Builds boxes of one tree. A second builder without structure makes the boxes of running elements. */
export class BoxBuilder {
  /** Footnotes by element id, filled as their elements are met. */
  readonly notes = new Map<string, BlockBox>();
  readonly #flow: FlowContent;
  readonly #maker: SinkMaker;
  readonly #placer: BoxPlacer;

  constructor(readonly scene: LayoutScene) {
    this.#flow = new FlowContent(scene);
    this.#maker = sinkMaker(scene.styles);
    this.#placer = new BoxPlacer(this.#flow, this.#maker);
  }

  /** The boxes of the whole tree: one block for the root element. */
  buildRoot(context: TagContext): BlockBox {
    const { index } = this.scene;
    const node = index.root.children.find((child): child is ElementNode => child.type === 'element');
    if (!node) throw new Error('the tree has no root element');
    const style = this.#styleOf(node);
    const sink = this.#maker.flow(style);
    this.#element(node, sink, context);
    const children = sink.finish();
    const [box] = children;
    if (box?.type === 'block' && children.length === 1) return box;
    return { type: 'block', style, marks: [], children, tag: artifact };
  }

  /** The boxes of one element, as the content of a margin box. */
  alone(node: ElementNode, context: TagContext): readonly Box[] {
    const sink = this.#maker.flow(this.#styleOf(node));
    this.#element(node, sink, context);
    return sink.finish();
  }

  /** Inline content for the `content` value of a margin box; `tag` is the number of the tag of its text. */
  generated(style: ComputedStyle, tag: number): readonly InlineContent[] {
    return generatedItems(style, tag, this.#flow);
  }

  #styleOf(node: ElementNode): ComputedStyle {
    return this.scene.styles.of(this.scene.index.of(node));
  }

  #text(node: TextNode, sink: ContentSink, context: TagContext): void {
    if (node.value === '') return;
    const { index, styles, structure } = this.scene;
    const number = index.of(node);
    const parent = index.parent(node);
    const origin = node.origin ?? 'content';
    sink.addInline({
      type: 'text',
      text: node.value,
      style: styles.of(parent ? index.of(parent) : number),
      origin,
      ...(node.key === undefined ? {} : { source: { node: node.key, offset: 0 } }),
      ...(node.span ? { span: node.span } : {}),
      tag: structure.tag(textTag(origin, context, number)),
      ...(context.note === undefined ? {} : { note: context.note }),
    });
  }

  #element(node: ElementNode, sink: ContentSink, outer: TagContext): void {
    const style = this.#styleOf(node);
    if (style.display === 'none') return;
    if (typeof style.position === 'object' && !this.scene.inMarginBox) {
      sink.addMark({ type: 'running', name: style.position.running, node: this.scene.index.of(node) });
      return;
    }
    const { counters } = this.#flow;
    counters.enter(style, node);
    const context = openStructure(node, style, this.scene, outer);
    const source = this.#generator(node, style, context);
    if (node.tagName === 'br' || node.tagName === 'wbr') lineBreak(source, sink);
    else if (style.float === 'footnote') this.#footnote(source, context, sink);
    else if (!this.#replaced(source, sink)) this.#placer.place(source, sink);
    counters.leave();
  }

  #generator(element: ElementNode, style: ComputedStyle, context: TagContext): Generator {
    return {
      element,
      isPseudo: false,
      style,
      marks: marksOf(element, style, this.#flow, context.structure),
      tag: context.own ?? artifact,
      label: context.label ?? artifact,
      fill: (sink) => {
        this.#pseudo(element, 'before', sink);
        for (const child of element.children) {
          if (child.type === 'text') this.#text(child, sink, context);
          else this.#element(child, sink, context);
        }
        this.#pseudo(element, 'after', sink);
      },
    };
  }

  #pseudo(element: ElementNode, pseudo: 'before' | 'after', sink: ContentSink): void {
    const { styles, index, structure } = this.scene;
    const style = styles.pseudo(index.of(element), pseudo);
    if (!style || !generatesBox(style)) return;
    this.#flow.counters.enter(style);
    const items = generatedItems(style, structure.tag({ tag: artifact }), this.#flow, element);
    const source: Generator = {
      element,
      isPseudo: true,
      style,
      marks: [],
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
    const [part, ...more] = typeof style.content === 'string' ? [] : style.content;
    const isImage = element.tagName === 'img';
    const url = part?.type === 'image' && more.length === 0 ? part.url : undefined;
    const image = this.scene.imageOf(url ?? (isImage ? (attribute(element, 'src') ?? '') : ''));
    if (!image) return isImage;
    const box: Box = { type: 'image', style, marks, image, tag };
    // What is no box of its own for text is in the line for a picture (css-display-3, 2.5 and 2.6).
    const inLine = /^(?:inline|table-)/u.test(style.display);
    if (inLine) sink.addInline({ type: 'box', box });
    else if (style.display !== 'contents') addBox(box, sink);
    return true;
  }

  #footnote(source: Generator, context: TagContext, sink: ContentSink): void {
    const { element, style } = source;
    const note = { element, style, context, id: footnoteId(element, this.notes.size + 1) };
    addCall(note, this.#flow, sink);
    const marker = noteMarker(note, this.#flow);
    this.notes.set(note.id, withNoteMarker(this.#placer.block(source), marker));
  }
}

function lineBreak({ element, style, marks }: Generator, sink: ContentSink): void {
  for (const mark of marks) sink.addMark(mark);
  if (element.tagName === 'br') sink.addInline({ type: 'break', style });
  else sink.addInline({ type: 'opportunity', preferred: attribute(element, 'class') === 'sense' });
}
