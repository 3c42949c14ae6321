/**
 * The nodes of a paragraph with marks, links, pictures and notes in it → those of some of its words. The cuts
 * are found by counting signs that are no blanks: blanks are closed on the way to the tree.
 */
import { textOf, type ElementNode, type TreeNode } from '../../document/tree.js';
import { refersToNote } from './place-notes.js';

/** The nodes between two offsets (UTF-16) in the words of a paragraph; those without words stay with what stands before them. */
export function cutNodes(
  nodes: readonly TreeNode[],
  words: string,
  start: number,
  end: number,
): readonly TreeNode[] {
  const flat = flatOf(nodes);
  const [from, to] = [placeIn(flat, words, start), placeIn(flat, words, end)];
  let at = 0;
  const within = (given: readonly TreeNode[]): readonly TreeNode[] =>
    given.flatMap((node): readonly TreeNode[] => {
      const begin = at;
      if (node.type === 'text') {
        at += node.value.length;
        const value = node.value.slice(Math.max(0, from - begin), Math.max(0, to - begin));
        return value === '' ? [] : [{ ...node, value }];
      }
      if (isAtom(node)) {
        at += flatOf([node]).length;
        const behindStart = at > from || (from === 0 && at === 0);
        return behindStart && at <= to ? [node] : [];
      }
      const children = within(node.children);
      return children.length > 0 ? [{ ...node, children }] : [];
    });
  return within(nodes);
}

/** A node that is never cut. */
function isAtom(node: ElementNode): boolean {
  return node.children.length === 0 || refersToNote(node);
}

/** The words of nodes; a line's end is a blank, a note's mark nothing. */
function flatOf(nodes: readonly TreeNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.tagName === 'br') return ' ';
      return refersToNote(node) ? '' : node.children.length > 0 ? flatOf(node.children) : textOf(node);
    })
    .join('');
}

/** Where an offset of the words is in the text of the nodes. */
function placeIn(flat: string, words: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= words.length) return flat.length;
  const head = words.slice(0, offset);
  let signs = head.replace(/\s/gu, '').length;
  let at = 0;
  while (signs > 0 && at < flat.length) if (!isBlankAt(flat, at++)) signs--;
  if (/\s$/u.test(head)) while (isBlankAt(flat, at)) at++;
  return at;
}

function isBlankAt(flat: string, at: number): boolean {
  return /^\s$/u.test(flat.charAt(at));
}
