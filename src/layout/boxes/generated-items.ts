/** The inline content that a `content` value stands for: texts, leaders and pictures. */
import type { ComputedStyle } from '../../document/style.js';
import type { ElementNode } from '../../document/tree.js';
import { artifact, type InlineContent } from './box.js';
import type { FlowContent } from './flow-content.js';
import { generateContent } from './generate-content.js';
import { imageBox } from './make-box.js';

/**
 * Items of `style.content`, which belongs to `element` or a pseudo-element of it (none: a margin box);
 * `tag` is the number of the tag of their text. Running elements are the caller's business.
 */
export function generatedItems(
  style: ComputedStyle,
  tag: number,
  flow: FlowContent,
  element?: ElementNode,
): readonly InlineContent[] {
  const items: InlineContent[] = [];
  if (typeof style.content === 'string') return items;
  for (const piece of generateContent(style.content, flow.inside(element, style)))
    switch (piece.type) {
      case 'leader':
        items.push({ type: 'leader', pattern: piece.pattern, style, tag });
        break;
      case 'text':
        items.push({ type: 'text', text: piece.value, style, origin: 'generated', tag });
        break;
      case 'page':
        items.push({ type: 'text', text: '0', pageOf: piece.reference, style, origin: 'generated', tag });
        break;
      case 'image':
        items.push(...pictureItem(piece.url, style, flow));
        break;
      case 'element':
        break;
    }
  return items;
}

/** A picture in the line, decoration only; nothing when it is missing. */
export function pictureItem(
  url: string,
  style: ComputedStyle,
  { scene }: FlowContent,
): readonly InlineContent[] {
  const image = scene.imageOf(url);
  if (!image) return [];
  const own = scene.styles.anonymous(style, 'inline');
  return [{ type: 'box', box: imageBox({ style: own, image, tag: artifact }) }];
}
