/**
 * The marks of an element: what must be known of the page on which it begins (its id, its bookmark,
 * the named strings it sets).
 */
import type { StructureId } from '../document/page.js';
import type { ComputedStyle } from '../document/style.js';
import { attribute, element, textOf, type ElementNode, type TreeNode } from '../document/tree.js';
import type { Mark } from './box.js';
import { generatedText } from './generate-content.js';
import type { LayoutScene } from './scene.js';

export function marksOf(
  node: ElementNode,
  style: ComputedStyle,
  scene: LayoutScene,
  structure: StructureId | undefined,
): readonly Mark[] {
  const marks: Mark[] = [];
  const id = attribute(node, 'id');
  if (id !== undefined) marks.push({ type: 'anchor', id, structure });
  const content = scene.contentScene(node, style);
  if (style.bookmarkLevel !== 'none' && node.origin !== 'template') {
    const title =
      typeof style.bookmarkLabel === 'string'
        ? writtenText(node)
        : generatedText(style.bookmarkLabel, content);
    marks.push({ type: 'bookmark', title, level: style.bookmarkLevel, structure });
  }
  for (const { name, value } of style.stringSet) {
    marks.push({ type: 'string', name, value: generatedText(value, content) });
  }
  return marks;
}

/** A heading's text without the numbers of note references in it. */
function writtenText(node: ElementNode): string {
  const written = (child: TreeNode): TreeNode[] => {
    if (child.origin === 'generated') return [];
    return child.type === 'text'
      ? [child]
      : [element(child.tagName, child.properties, child.children.flatMap(written))];
  };
  return node.children.flatMap(written).map(textOf).join('').replace(/\s+/gu, ' ').trim();
}
