/**
 * Styled tree → box tree (CSS 2.2, 9.2): one walk in document order that also runs the counters,
 * evaluates generated content, collects marks (ids, bookmarks, named strings, running elements) and
 * opens the structure elements. Widths and lines come later, in `collect-flow.ts`.
 */
import type { ComputedStyle, PseudoElement } from '../document/style.js';
import { attribute, type ElementNode, type TextNode, type TreeNode } from '../document/tree.js';
import {
  artifact,
  isPositioned,
  type BlockBox,
  type Box,
  type InlineContent,
  type LinesBox,
  type TextTag,
} from './box.js';
import { buildTable } from './build-table.js';
import { marksOf } from './collect-marks.js';
import { ContentSink } from './content-sink.js';
import { hasInlineEdge, markerBlanks, numbersItself } from './element-facts.js';
import { markerText } from './counters.js';
import { generateContent, type ContentScene } from './generate-content.js';
import type { LayoutScene } from './scene.js';
import { openStructure, textTag, type TagContext } from './tag-element.js';

const blockDisplays = new Set<ComputedStyle['display']>([
  'block',
  'list-item',
  'flow-root',
  'table',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
  'table-row',
  'table-cell',
  'table-caption',
]);

/** Builds boxes of one tree. A second builder without structure makes the boxes of running elements. */
export class BoxBuilder {
  /** Footnotes by element id, filled as their elements are met. */
  readonly notes = new Map<string, BlockBox>();
  /** Text put in front of the next inline content (an inside marker, a note's number). */
  #prefix: InlineContent[] = [];
  #noteNumber = 0;
  /** Absolutely positioned boxes met in each open positioned block. */
  readonly #containing: Box[][] = [];

  constructor(readonly scene: LayoutScene) {}

  /** The boxes of the whole tree: one block for the root element. */
  buildRoot(context: TagContext): BlockBox {
    const root = this.scene.index.root;
    const first = root.children.find((child): child is ElementNode => child.type === 'element');
    if (!first) throw new Error('the tree has no root element');
    const children = this.alone(first, context);
    const [box] = children;
    if (box?.type === 'block' && children.length === 1) return box;
    const style = this.scene.styles.of(this.scene.index.of(first));
    return { type: 'block', style, marks: [], children, absolutes: [], tag: artifact };
  }

  /** The boxes of one element, as the content of a margin box. */
  alone(node: ElementNode, context: TagContext): readonly Box[] {
    const sink = new ContentSink(this.scene.styles.of(this.scene.index.of(node)));
    this.visit(node, sink, context);
    return sink.finish();
  }

  /** Adds what a node generates to its container's sink. */
  visit(node: TreeNode, sink: ContentSink, context: TagContext): void {
    if (node.type === 'text') this.#text(node, sink, context);
    else this.#element(node, sink, context);
  }

  #text(node: TextNode, sink: ContentSink, context: TagContext): void {
    const { index, styles } = this.scene;
    const number = index.of(node);
    const parent = index.parent(node);
    const tag = textTag(node.origin ?? 'content', context, number);
    sink.addInline({
      type: 'text',
      text: node.value,
      style: parent ? styles.of(index.of(parent)) : sink.style,
      origin: node.origin ?? 'content',
      ...(node.key === undefined ? {} : { source: { node: node.key, offset: 0 } }),
      ...(node.span ? { span: node.span } : {}),
      tag: this.scene.structure.tag(tag),
      ...(context.note === undefined ? {} : { note: context.note }),
    });
  }

  #element(node: ElementNode, sink: ContentSink, outer: TagContext): void {
    const number = this.scene.index.of(node);
    const style = this.scene.styles.of(number);
    if (style.display === 'none') return;
    if (typeof style.position === 'object' && !this.scene.inMarginBox) {
      sink.addMark({ type: 'running', name: style.position.running, node: number });
      return;
    }
    const { counters } = this.scene;
    counters.enter(style);
    if (style.display === 'list-item' && !numbersItself(style)) {
      counters.set('list-item', counters.value('list-item') + 1);
    }
    const context = openStructure(node, style, this.scene, outer);
    if (style.float === 'footnote') this.#footnote(node, style, sink, context);
    else this.#place(node, style, sink, context);
    counters.leave();
  }

  #place(node: ElementNode, style: ComputedStyle, sink: ContentSink, context: TagContext): void {
    if (node.tagName === 'br') return sink.addInline({ type: 'break' });
    if (node.tagName === 'wbr')
      return sink.addInline({ type: 'opportunity', preferred: attribute(node, 'class') === 'sense' });
    const box = this.#boxOf(node, style, context);
    if (!box) return this.#inline(node, style, sink, context);
    if (style.position === 'absolute') this.#positioned(box, sink);
    else if (style.display === 'inline' || style.display === 'inline-block')
      sink.addInline({ type: 'box', box });
    else sink.addBlock(box);
  }

  /** The box of an element that makes one of its own; undefined for a plain inline element. */
  #boxOf(node: ElementNode, style: ComputedStyle, context: TagContext): Box | undefined {
    const marks = marksOf(node, style, this.scene, context.structure);
    if (node.tagName === 'img') {
      const image = this.scene.imageOf(attribute(node, 'src') ?? '');
      return image && { type: 'image', style, marks, image, tag: context.own ?? artifact };
    }
    if (style.display === 'table') return buildTable(this, node, style, marks, context);
    if (style.display === 'inline-block' || blockDisplays.has(style.display)) {
      return this.block(node, style, context, marks);
    }
    return undefined;
  }

  /** A block container with everything in it. */
  block(
    node: ElementNode,
    style: ComputedStyle,
    context: TagContext,
    marks = marksOf(node, style, this.scene, context.structure),
  ): BlockBox {
    const marker = style.display === 'list-item' ? this.#marker(node, style, context) : undefined;
    const prefix = this.#prefix;
    this.#prefix = [];
    const inside = marker && style.listStylePosition === 'inside' ? marker.items : [];
    const sink = new ContentSink(style, [...prefix, ...inside]);
    const absolutes: Box[] = [];
    if (isPositioned(style)) this.#containing.push(absolutes);
    this.#children(node, sink, context);
    if (isPositioned(style)) this.#containing.pop();
    return {
      type: 'block',
      style,
      marks,
      children: sink.finish(),
      absolutes,
      ...(marker && style.listStylePosition === 'outside' ? { marker } : {}),
      tag: context.own ?? artifact,
    };
  }

  #children(node: ElementNode, sink: ContentSink, context: TagContext): void {
    this.#pseudo(node, 'before', sink);
    for (const child of node.children) this.visit(child, sink, context);
    this.#pseudo(node, 'after', sink);
  }

  /** A positioned box belongs to the nearest positioned block around it, or to the page (CSS 2.2, 10.1). */
  #positioned(box: Box, sink: ContentSink): void {
    const containing = this.#containing.at(-1);
    if (containing) containing.push(box);
    else sink.addBlock({ type: 'page-box', style: box.style, marks: [], box });
  }

  #inline(node: ElementNode, style: ComputedStyle, sink: ContentSink, context: TagContext): void {
    for (const mark of marksOf(node, style, this.scene, context.structure)) sink.addMark(mark);
    const edged = hasInlineEdge(style);
    if (edged) sink.addInline({ type: 'edge', style, side: 'start' });
    this.#children(node, sink, context);
    if (edged) sink.addInline({ type: 'edge', style, side: 'end' });
  }

  #pseudo(node: ElementNode, pseudo: PseudoElement, sink: ContentSink): void {
    const { counters, styles, index, structure } = this.scene;
    const number = index.of(node);
    const style = styles.pseudo(number, pseudo);
    if (!style || style.display === 'none' || style.content === 'normal' || style.content === 'none') return;
    counters.enter(style);
    const items = this.generated(
      style,
      this.scene.contentScene(node, style),
      structure.tag({ tag: artifact }),
    );
    counters.leave();
    const isBlock =
      style.position === 'absolute' || style.display === 'inline-block' || blockDisplays.has(style.display);
    if (!isBlock) return sink.addInline(...items);
    const inner = new ContentSink(style, items);
    const box: BlockBox = {
      type: 'block',
      style,
      marks: [],
      children: inner.finish(),
      absolutes: [],
      tag: artifact,
    };
    if (style.position === 'absolute') this.#positioned(box, sink);
    else if (style.display === 'inline-block') sink.addInline({ type: 'box', box });
    else sink.addBlock(box);
  }

  /** Inline content for a `content` value. */
  generated(style: ComputedStyle, scene: ContentScene, tag: number): readonly InlineContent[] {
    if (typeof style.content === 'string') return [];
    return generateContent(style.content, scene).flatMap((piece): readonly InlineContent[] => {
      if (piece.type === 'leader') return [{ type: 'leader', pattern: piece.pattern, style, tag }];
      if (piece.type === 'element') return [];
      return [{ type: 'text', text: piece.value, style, origin: 'generated', tag }];
    });
  }

  #marker(node: ElementNode, style: ComputedStyle, context: TagContext): LinesBox | undefined {
    const own = this.scene.styles.pseudo(this.scene.index.of(node), 'marker');
    const markerStyle = own ?? this.scene.styles.anonymous(style, 'inline');
    const tag = this.scene.structure.tag({ tag: context.label ?? artifact });
    if (own && typeof own.content !== 'string') {
      return {
        type: 'lines',
        style: markerStyle,
        marks: [],
        items: this.generated(own, this.scene.contentScene(node, own), tag),
      };
    }
    const text = markerText(this.scene.counters.value('list-item'), style.listStyleType);
    if (text === '') return undefined;
    return {
      type: 'lines',
      style: markerStyle,
      marks: [],
      items: [{ type: 'text', text: markerBlanks(`${text} `), style: markerStyle, origin: 'generated', tag }],
    };
  }

  /** A footnote leaves the flow. One that no reference names gets its call here (css-gcpm-3, 2.1). */
  #footnote(node: ElementNode, style: ComputedStyle, sink: ContentSink, context: TagContext): void {
    this.#noteNumber += 1;
    const number = String(this.#noteNumber);
    const id = attribute(node, 'id') ?? `anpham-note-${number}`;
    const styles = this.scene.styles;
    const index = this.scene.index.of(node);
    if (!this.scene.isReferenced(id)) {
      const call = styles.pseudo(index, 'footnote-call') ?? sink.style;
      const tag: TextTag = textTag('generated', context, index - 0.5);
      sink.addInline({
        type: 'text',
        text: number,
        style: call,
        origin: 'generated',
        tag: this.scene.structure.tag(tag),
        note: this.scene.noteNumber(id),
      });
    }
    const marker = styles.pseudo(index, 'footnote-marker') ?? styles.anonymous(style, 'inline');
    const label = this.scene.structure.tag({ tag: context.label ?? artifact });
    this.#prefix.push({ type: 'text', text: `${number}. `, style: marker, origin: 'generated', tag: label });
    this.notes.set(id, this.#noteBlock(node, style, context));
    this.#prefix = [];
  }

  /** The number stands in front of the note's first line, which may belong to a paragraph inside. */
  #noteBlock(node: ElementNode, style: ComputedStyle, context: TagContext): BlockBox {
    const first = node.children.find((child) => child.type === 'element' || child.value.trim() !== '');
    const firstDisplay =
      first?.type === 'element' && this.scene.styles.of(this.scene.index.of(first)).display;
    if (!first || !firstDisplay || !blockDisplays.has(firstDisplay)) return this.block(node, style, context);
    const prefix = this.#prefix;
    this.#prefix = [];
    const sink = new ContentSink(style);
    for (const child of node.children) {
      if (child === first) this.#prefix = prefix;
      this.visit(child, sink, context);
    }
    return {
      type: 'block',
      style,
      marks: marksOf(node, style, this.scene, context.structure),
      children: sink.finish(),
      absolutes: [],
      tag: context.own ?? artifact,
    };
  }
}
