/**
 * The marker of a list item (css-lists-3, 3): the content of its `::marker`, or its picture, or its
 * number in the counter style.
 */
import type { ComputedStyle } from '../../document/style.js';
import type { ElementNode } from '../../document/tree.js';
import type { InlineContent, LinesBox } from './box.js';
import { markerText } from './counter-styles.js';
import type { FlowContent } from './flow-content.js';
import { generatedItems, pictureItem } from './generated-items.js';
import { linesBox } from './make-box.js';

/** What a marker is made from. */
export interface MarkerSource {
  readonly element: ElementNode;
  /** Of the list item. */
  readonly style: ComputedStyle;
  /** Of its `::marker`, when a rule speaks of it. */
  readonly own: ComputedStyle | undefined;
  /** Number of the tag of its text. */
  readonly tag: number;
}

/** The marker, to be set inside or outside; undefined when the item has none. */
export function listMarker(source: MarkerSource, flow: FlowContent): LinesBox | undefined {
  const { own, element, tag } = source;
  const style = own ?? flow.scene.styles.anonymous(source.style, 'inline');
  if (style.display === 'none') return undefined;
  const items =
    style.content === 'normal'
      ? usualItems(source, style, flow)
      : generatedItems(style, tag, flow, element).map(withHardBlanks);
  return items.length > 0 ? linesBox({ style, items }) : undefined;
}

function usualItems(source: MarkerSource, style: ComputedStyle, flow: FlowContent): readonly InlineContent[] {
  const { listStyleImage, listStyleType } = source.style;
  const text = (value: string): InlineContent =>
    withHardBlanks({ type: 'text', text: value, style, origin: 'generated', tag: source.tag });
  const picture = listStyleImage === 'none' ? [] : pictureItem(listStyleImage, style, flow);
  if (picture.length) return [...picture, text(' ')];
  const shown = markerText(flow.counters.value('list-item'), listStyleType);
  return shown === '' ? [] : [text(shown)];
}

/** Blanks of a marker are its distance from the text: they neither collapse nor hang (css-lists-3, appendix A). */
function withHardBlanks(item: InlineContent): InlineContent {
  return item.type === 'text' ? { ...item, text: item.text.replaceAll(' ', '\u00a0') } : item;
}
