/**
 * An article read from an expanded text → the same with every place said in the files that the text came
 * from. Columns are kept where the line is as typed.
 */
import type { Diagnostic, Span, Staged } from '../../diagnostic.js';
import type { Article } from '../../document/publication.js';
import type { TreeNode } from '../../document/tree.js';
import type { PlacedLine } from './expand-text.js';

/** Moves the places of an article and of what was said while it was read. */
export function moveSpans(read: Staged<Article>, lines: readonly PlacedLine[]): Staged<Article> {
  const { path } = read.value;
  const moved = (span: Span): Span => {
    const from = span.file === path && span.line !== undefined ? lines[span.line - 1] : undefined;
    if (!from) return span;
    const { file, line, asTyped } = from;
    return asTyped ? { ...span, file, line } : { file, line };
  };
  const movedNode = (node: TreeNode): TreeNode => {
    const span = node.span ? { span: moved(node.span) } : {};
    return node.type === 'text'
      ? { ...node, ...span }
      : { ...node, ...span, children: node.children.map(movedNode) };
  };
  const { body } = read.value;
  return {
    value: { ...read.value, body: { ...body, children: body.children.map(movedNode) } },
    diagnostics: read.diagnostics.map((said): Diagnostic =>
      said.span ? { ...said, span: moved(said.span) } : said,
    ),
  };
}
