/**
 * The parts of lists, tables and figures: what may stand in them and in which order (HTML standard, 4.4.5
 * to 4.4.12 and 4.9).
 */
import {
  classes,
  element,
  hasClass,
  noProperties,
  type ElementNode,
  type Properties,
  type TreeNode,
} from '../../document/tree.js';
import { isBlank, isBlock, paragraphs, paragraphsIfMixed, trimmed } from './settle-lines.js';

function is(node: TreeNode, ...tagNames: readonly string[]): node is ElementNode {
  return node.type === 'element' && tagNames.includes(node.tagName);
}

function spanOf(nodes: readonly TreeNode[]): { span?: NonNullable<TreeNode['span']> } {
  const span = nodes.find((node) => node.span)?.span;
  return span ? { span } : {};
}

/** Nothing but items in a list; other content goes on the item before it. */
export function settleItems(children: readonly TreeNode[]): readonly TreeNode[] {
  return gathered(children, 'li', (node) => is(node, 'li'));
}

/** Every node that is no part goes into the part before it, or into one of its own. */
function gathered(
  children: readonly TreeNode[],
  tagName: string,
  isPart: (node: TreeNode) => boolean,
): readonly TreeNode[] {
  const parts: TreeNode[] = [];
  for (const child of children) {
    if (isBlank(child)) continue;
    const last = parts.at(-1);
    if (isPart(child)) parts.push(child);
    else if (last && is(last, tagName))
      parts[parts.length - 1] = { ...last, children: paragraphs([...last.children, child]) };
    else parts.push(element(tagName, noProperties, [child], spanOf([child])));
  }
  return parts;
}

/** Terms and what they mean, in turn; a list that is otherwise is a block of paragraphs. */
export function settleDefinitions(node: ElementNode, children: readonly TreeNode[]): ElementNode {
  const flat = children.flatMap((child) => (is(child, 'div') ? child.children : [child]));
  const parts = gathered(flat, 'dd', (part) => is(part, 'dt', 'dd'));
  const order = parts.map((part) => (is(part, 'dt') ? 't' : 'd')).join('');
  if (/^(?:t+d+)+$/.test(order)) return { ...node, children: parts };
  const plain = parts.map((part) => {
    if (is(part, 'dt')) return renamed(part, 'p', 'dt');
    return is(part, 'dd') ? renamed(part, 'div', 'dd') : part;
  });
  return { ...node, tagName: 'div', children: plain };
}

/** A list in an item may stand below its text; other blocks make that a paragraph. */
export function settleItem(children: readonly TreeNode[]): readonly TreeNode[] {
  const listsOnly = children.every((child) => !isBlock(child) || is(child, 'ul', 'ol'));
  return listsOnly ? trimmed(children) : paragraphsIfMixed(children);
}

/** One caption, first or last; others are paragraphs. A figure in a figure is its picture. */
export function settleFigure(node: ElementNode): readonly TreeNode[] {
  const captioned = node.children.some((child) => is(child, 'figcaption'));
  const parts = node.children.flatMap((child): readonly TreeNode[] => {
    if (isBlank(child)) return [];
    if (!is(child, 'figure')) return [child];
    const words = child.children.some((part) => is(part, 'figcaption'));
    if (!words) return child.children;
    return hasClass(child, 'without-photo') ? (captioned ? [] : child.children) : [child];
  });
  if (parts.length === 0) return [];
  const caption = parts.find((part) => is(part, 'figcaption'));
  const content = parts
    .filter((part) => part !== caption)
    .map((part) => (is(part, 'figcaption') ? renamed(part, 'p', 'caption') : part));
  const properties = content.length > 0 ? node.properties : withClass(node, 'without-photo');
  const children = !caption ? content : parts[0] === caption ? [caption, ...content] : [...content, caption];
  return [{ ...node, properties, children }];
}

function withClass(node: ElementNode, name: string): Properties {
  return { ...node.properties, className: [...new Set([name, ...classes(node)])] };
}

/** The node as another element, with a class that says what it was. */
export function renamed(node: ElementNode, tagName: string, className: string): ElementNode {
  return { ...node, tagName, properties: withClass(node, className) };
}

/** Caption, columns, head, bodies, foot, in this order; cells with the direction of their heading. */
export function settleTable(node: ElementNode): readonly TreeNode[] {
  const parts = node.children.filter((child) => !isBlank(child));
  const of = (...tagNames: readonly string[]): readonly ElementNode[] =>
    parts.filter((part): part is ElementNode => is(part, ...tagNames));
  const [caption, ...moreCaptions] = of('caption');
  const [head] = of('thead');
  const foot = of('tfoot').at(-1);
  const bodies = of('thead', 'tbody', 'tfoot').filter((part) => part !== head && part !== foot);
  const rest = parts.filter((part) => !is(part, 'caption', 'colgroup', 'thead', 'tbody', 'tfoot'));
  const hasRows = head !== undefined || foot !== undefined || bodies.length > 0;
  const outside = hasRows ? moreCaptions : of('caption');
  const beside = [...outside.map((part) => renamed(part, 'p', 'caption')), ...rest];
  if (!hasRows) return beside;
  const children = [
    ...(caption ? [caption] : []),
    ...of('colgroup'),
    ...(head ? [withScope(head, 'col')] : []),
    ...bodies.map((part) => ({ ...bodyOf(part), tagName: 'tbody' })),
    ...(foot ? [bodyOf(foot)] : []),
  ];
  return [...beside, { ...node, children }];
}

function bodyOf(part: ElementNode): ElementNode {
  return { ...part, children: part.children.filter((child) => !isBlank(child)).map(rowOf) };
}

/** A heading beside cells is that of its row, one among headings that of its column. */
function rowOf(row: TreeNode): TreeNode {
  if (!is(row, 'tr')) return row;
  return withCells(row, row.children.some((cell) => is(cell, 'td')) ? 'row' : 'col');
}

function withScope(part: ElementNode, scope: string): ElementNode {
  const rows = part.children.filter((child) => !isBlank(child));
  return { ...part, children: rows.map((row) => (is(row, 'tr') ? withCells(row, scope) : row)) };
}

function withCells(row: ElementNode, scope: string): ElementNode {
  const cells = row.children.filter((child) => !isBlank(child));
  return {
    ...row,
    children: cells.map((cell) =>
      is(cell, 'th') ? { ...cell, properties: { scope, ...cell.properties } } : cell,
    ),
  };
}
