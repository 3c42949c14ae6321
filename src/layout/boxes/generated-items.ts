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
  if (typeof style.content === 'string') return [];
  return generateContent(style.content, flow.inside(element, style)).flatMap(
    (piece): readonly InlineContent[] => {
      switch (piece.type) {
        case 'leader':
          return [{ type: 'leader', pattern: piece.pattern, style, tag }];
        case 'text':
          return [{ type: 'text', text: piece.value, style, origin: 'generated', tag }];
        case 'page':
          return [{ type: 'text', text: '0', pageOf: piece.reference, style, origin: 'generated', tag }];
        case 'image':
          return pictureItem(piece.url, style, flow);
        case 'element':
          return [];
      }
    },
  );
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
