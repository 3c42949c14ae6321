/**
 * The marks of an element: what must be known of the page on which it begins (its id, its bookmark,
 * the named strings it sets, the counters it changes).
 */
import type { StructureId } from '../../document/page.js';
import type { ComputedStyle } from '../../document/style.js';
import { attribute, element, textOf, type ElementNode, type TreeNode } from '../../document/tree.js';
import type { Mark } from './box.js';
import type { FlowContent } from './flow-content.js';
import { generatedText } from './generate-content.js';
import { noMarks } from './make-box.js';

/** Counters that margin boxes do not take from the flow: layout counts pages, list items and notes are local. */
const localCounters: ReadonlySet<string> = new Set(['page', 'pages', 'list-item', 'footnote']);

/** The marks of `node`, whose counters have been counted. */
export function marksOf(
  node: ElementNode,
  style: ComputedStyle,
  flow: FlowContent,
  structure: StructureId | undefined,
): readonly Mark[] {
  const id = attribute(node, 'id');
  const counts = style.counterReset.length + style.counterIncrement.length + style.counterSet.length > 0;
  const named = style.bookmarkLevel !== 'none' || style.stringSet.length > 0;
  if (id === undefined && !counts && !named) return noMarks;
  const marks: Mark[] = [];
  if (id !== undefined) marks.push({ type: 'anchor', id, structure });
  if (style.bookmarkLevel !== 'none' && node.origin !== 'template') {
    const title =
      typeof style.bookmarkLabel === 'string'
        ? writtenText(node)
        : generatedText(style.bookmarkLabel, flow.of(node, style));
    marks.push({ type: 'bookmark', title, level: style.bookmarkLevel, structure });
  }
  for (const { name, value } of style.stringSet) {
    marks.push({ type: 'string', name, value: generatedText(value, flow.of(node, style)) });
  }
  if (!counts) return marks;
  marks.push(...counterMarks(style, flow));
  const page = [...style.counterReset, ...style.counterSet].findLast(({ name }) => name === 'page');
  if (page) marks.push({ type: 'page-number', value: page.value });
  return marks;
}

function counterMarks(style: ComputedStyle, { counters }: FlowContent): readonly Mark[] {
  const changes = [...style.counterReset, ...style.counterIncrement, ...style.counterSet];
  return [...new Set(changes.map(({ name }) => name))]
    .filter((name) => !localCounters.has(name))
    .map((name) => ({ type: 'counter', name, values: counters.values(name) }));
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
