/**
 * Footnotes (css-gcpm-3, 2): an element with `float: footnote` leaves the flow as a box of its own;
 * its call stays at its place unless a reference elsewhere names it, its marker begins its first line.
 */
import type { ComputedStyle } from '../../document/style.js';
import type { NodeIndex } from '../../document/tree-index.js';
import { attribute, type ElementNode } from '../../document/tree.js';
import { textTag, type TagContext } from '../tag-element.js';
import { artifact, artifactAt, type BlockBox, type InlineContent } from './box.js';
import type { ContentSink } from './content-sink.js';
import { prependToFirstLine } from './first-line.js';
import type { FlowContent } from './flow-content.js';
import { generatedItems } from './generated-items.js';
import { mattersToLine } from './inline-style.js';

/** A footnote element whose counters have been counted. */
export interface Footnote {
  readonly element: ElementNode;
  readonly number: NodeIndex;
  readonly style: ComputedStyle;
  readonly context: TagContext;
  readonly id: string;
}

/** The element with its `id`, or one of ours for the `count`th note without one. */
export function footnoteId(element: ElementNode, count: number): string {
  return attribute(element, 'id') ?? `anpham-note-${count}`;
}

/** Puts the call at the note's place; a note that a reference in the text names has its call there. */
export function addCall(note: Footnote, flow: FlowContent, sink: ContentSink): void {
  const { scene } = flow;
  if (scene.isReferenced(note.id)) return;
  const { number } = note;
  const parent = scene.index.parent(note.element);
  const inside = parent ? scene.index.of(parent) : number;
  const around = parent ? scene.styles.of(inside) : note.style;
  const style = scene.styles.pseudo(number, 'footnote-call') ?? around;
  const tag = scene.structure.tag(textTag('generated', note.context, { inside, order: number - 0.5 }), style);
  const call = scene.noteNumber(note.id);
  sink.openInline(style, () => scene.structure.tag({ tag: artifact }));
  for (const item of numberItems(note, flow, { style, tag, suffix: '' })) {
    sink.addInline(item.type === 'text' ? { ...item, note: call } : item);
  }
  sink.closeInline();
}

/** The number in front of the note's first line; to be asked before the note's content is visited. */
export function noteMarker(note: Footnote, flow: FlowContent): readonly InlineContent[] {
  const { styles, structure } = flow.scene;
  const style = styles.pseudo(note.number, 'footnote-marker') ?? styles.anonymous(note.style, 'inline');
  const tag = structure.tag({ tag: note.context.label ?? artifactAt(note.number, note.number) }, style);
  const items = numberItems(note, flow, { style, tag, suffix: '. ' });
  if (items.length === 0 || !mattersToLine(style, note.style)) return items;
  const edge = structure.tag({ tag: artifact });
  return [
    { type: 'open', style, tag: edge, continued: false },
    ...items,
    { type: 'close', style, tag: edge, continued: false },
  ];
}

/** The note's box with its marker in its first line, which may be that of a paragraph inside. */
export function withNoteMarker(box: BlockBox, marker: readonly InlineContent[]): BlockBox {
  return marker.length ? { ...box, children: prependToFirstLine(box.children, marker, box.style) } : box;
}

/** What `content` says, or the note's number with `suffix`. */
function numberItems(
  note: Footnote,
  flow: FlowContent,
  look: { readonly style: ComputedStyle; readonly tag: number; readonly suffix: string },
): readonly InlineContent[] {
  const { style, tag, suffix } = look;
  if (style.content !== 'normal') return generatedItems(style, tag, flow, note.element);
  const text = `${flow.counters.value('footnote')}${suffix}`;
  return [{ type: 'text', text, style, origin: 'generated', tag }];
}
