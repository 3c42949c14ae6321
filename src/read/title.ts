/**
 * Titles: an author's break mark `|` between two sense lines becomes `<wbr class="sense">` in the tree
 * and is kept out of the title in the metadata.
 */
import { element, text, type TextNode, type TreeNode } from '../document/tree.js';

/** A title's words without break marks. */
export function titleText(typed: string): string {
  const lines = typed.split('|').map((line) => line.trim());
  return lines.join(' ').trim();
}

/** The nodes of a title, its break marks as elements; the blank before a mark stays with the words. */
export function titleNodes(nodes: readonly TextNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => {
    const result: TreeNode[] = [];
    const parts = node.value.split('|');
    let at = 0;
    parts.forEach((part, index) => {
      if (index > 0) result.push(element('wbr', { className: ['sense'] }, [], { ...markSpan(node, at - 1) }));
      const words = index > 0 ? part.trimStart() : part;
      const blank = index < parts.length - 1 && !/\s$/.test(words) ? ' ' : '';
      if (words !== '')
        result.push(text(words + blank, { ...partSpan(node, at + part.length - words.length, words) }));
      at += part.length + 1;
    });
    return result;
  });
}

/** The nodes of a title's line: the texts straight in it with their break marks. */
export function titleLine(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => (node.type === 'text' ? titleNodes([node]) : [node]));
}

function partSpan(node: TextNode, offset: number, words: string): { span?: NonNullable<TextNode['span']> } {
  if (!node.span) return {};
  const column = node.span.column;
  if (column === undefined || !node.value.includes('|')) return { span: node.span };
  return { span: { ...node.span, column: column + offset, length: words.length } };
}

function markSpan(node: TextNode, offset: number): { span?: NonNullable<TextNode['span']> } {
  return partSpan(node, offset, '|');
}
