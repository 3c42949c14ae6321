/**
 * Forms of Markdown that are recognised by their first characters once the block is known: tasks
 * (`- [ ] …`, GitHub's task lists), captions of tables (`: …` below the table, as pandoc has it) and the
 * places of lists (`[[toc]]`, `[[figures]]`, `[[tables]]`), which `assemble` fills.
 */
import {
  classes,
  element,
  hasClass,
  noProperties,
  text,
  type ElementNode,
  type TreeNode,
} from '../document/tree.js';

const taskMark = /^\[([ xX])\][ \u00a0\t]+(?=\S|$)/u;
/** `[TOC]` and `[[_TOC_]]` are what other programs call it. */
const listPlace = /^(?:\[TOC\]|\[\[_TOC_\]\]|\[\[(toc|figures|tables)\]\])$/iu;

/** An open and a ticked box: characters, so that every reading system says which it is. */
const boxes = { open: '☐', done: '☑' };

/** A list item; one that begins with `[ ]` or `[x]` becomes a task with its box in front. */
export function taskItem(item: ElementNode): ElementNode {
  const [first, ...rest] = item.children;
  const paragraph = first?.type === 'element' && first.tagName === 'p' ? first : undefined;
  const words = paragraph ? paragraph.children[0] : first;
  const mark = words?.type === 'text' ? taskMark.exec(words.value) : null;
  if (!mark || words?.type !== 'text') return item;
  const done = mark[1] !== ' ';
  const span = words.span ? { span: words.span } : {};
  const box = element(
    'span',
    { className: ['task-box'] },
    [text(done ? boxes.done : boxes.open, { ...span, origin: 'generated' })],
    span,
  );
  const typed = words.value.slice(mark[0].length);
  const blank = text(' ', { ...span, origin: 'generated' });
  const line = [box, blank, ...(typed === '' ? [] : [{ ...words, value: typed }])];
  const className = [...classes(item), 'task', ...(done ? ['done'] : [])];
  const children = paragraph
    ? [{ ...paragraph, children: [...line, ...paragraph.children.slice(1)] }, ...rest]
    : [...line, ...rest];
  return { ...item, properties: { ...item.properties, className }, children };
}

/** A paragraph of nothing but `[[toc]]` or its like: the empty list; undefined when it is none. */
export function listPlaceNode(paragraph: ElementNode): ElementNode | undefined {
  const [only, ...others] = paragraph.children;
  if (only?.type !== 'text' || others.length > 0) return undefined;
  const match = listPlace.exec(only.value.trim());
  if (!match) return undefined;
  const kind = match[1]?.toLowerCase() ?? 'toc';
  const className = [kind === 'toc' ? 'contents' : kind, ...classes(paragraph)];
  return { ...paragraph, tagName: 'nav', properties: { ...paragraph.properties, className }, children: [] };
}

/** Blocks with every paragraph `: …` right below a table, or below its notes, made that table's caption. */
export function joinCaptions(blocks: readonly TreeNode[]): readonly TreeNode[] {
  if (!blocks.some((node) => node.type === 'element' && node.tagName === 'table')) return blocks;
  const joined: TreeNode[] = [];
  for (const block of blocks) {
    const at = joined.findLastIndex((node) => !isNote(node));
    const above = joined[at];
    const table = above?.type === 'element' && above.tagName === 'table' ? above : undefined;
    const words =
      table && block.type === 'element' && block.tagName === 'p' ? captionWords(block) : undefined;
    if (!table || !words || block.type !== 'element') joined.push(block);
    else {
      const caption = element('caption', noProperties, words, block.span ? { span: block.span } : {});
      const properties = { ...table.properties, ...block.properties };
      joined[at] = { ...table, properties, children: [caption, ...table.children] };
    }
  }
  return joined;
}

function isNote(node: TreeNode): boolean {
  return node.type === 'element' && node.tagName === 'aside' && hasClass(node, 'footnote');
}

/** What stands behind the colon; undefined when the paragraph does not begin with one. */
function captionWords(paragraph: ElementNode): readonly TreeNode[] | undefined {
  const [first, ...rest] = paragraph.children;
  if (first?.type !== 'text' || !/^:\s+\S/u.test(first.value)) return undefined;
  return [{ ...first, value: first.value.replace(/^:\s+/u, '') }, ...rest];
}
