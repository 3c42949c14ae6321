/**
 * Lines and blocks beside each other: runs of text become paragraphs, pictures by themselves figures, and
 * blocks give up their tags where only lines may stand.
 */
import {
  element,
  hasClass,
  noProperties,
  text,
  type ElementNode,
  type TreeNode,
} from '../../document/tree.js';
import { isPhrasing } from './elements.js';

export function isBlock(node: TreeNode): node is ElementNode {
  return node.type === 'element' && !isPhrasing(node.tagName);
}

export function isBlank(node: TreeNode): boolean {
  return node.type === 'text' && /^[ \t\r\n\f]*$/.test(node.value);
}

/** Stretches of nodes that are blocks, and of nodes that are not. */
export function runs(nodes: readonly TreeNode[]): readonly (readonly TreeNode[])[] {
  const found: TreeNode[][] = [];
  let line: TreeNode[] | undefined;
  for (const node of nodes) {
    if (isBlock(node)) {
      found.push([node]);
      line = undefined;
    } else if (line) line.push(node);
    else found.push((line = [node]));
  }
  return found;
}

/** Text between blocks in paragraphs of its own; places without words stay places. */
export function paragraphs(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return runs(nodes).flatMap((run): readonly TreeNode[] => {
    const [first] = run;
    if (first && isBlock(first)) return [first];
    return splitAtBreaks(run).flatMap((part): readonly TreeNode[] => {
      const words = trimmed(part);
      if (words.length === 0) return [];
      const figures = figuresOf(words);
      if (figures) return figures;
      if (words.every((node) => isBlank(node) || isAnchor(node))) return words.filter(isAnchor).map(asBlock);
      const [opening] = words;
      return [element('p', noProperties, words, opening?.span ? { span: opening.span } : {})];
    });
  });
}

/** The same where there are blocks; text alone stays alone. */
export function paragraphsIfMixed(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.some(isBlock) ? paragraphs(nodes) : trimmed(nodes);
}

/** Two line breaks in a row part paragraphs on pages that know none. */
function splitAtBreaks(nodes: readonly TreeNode[]): readonly (readonly TreeNode[])[] {
  const parts: TreeNode[][] = [[]];
  let breaks: TreeNode[] = [];
  for (const node of nodes) {
    if (isBreak(node) || (breaks.length > 0 && isBlank(node))) breaks.push(node);
    else {
      if (breaks.filter(isBreak).length > 1) parts.push([node]);
      else parts.at(-1)?.push(...breaks, node);
      breaks = [];
    }
  }
  return parts;
}

function isBreak(node: TreeNode): boolean {
  return node.type === 'element' && node.tagName === 'br';
}

function isAnchor(node: TreeNode): node is ElementNode {
  return (
    node.type === 'element' &&
    node.tagName === 'span' &&
    node.properties['id'] !== undefined &&
    node.children.every(isBlank)
  );
}

function asBlock(node: ElementNode): ElementNode {
  return { ...node, tagName: 'div', children: [] };
}

/** Nodes without the blanks and line breaks at their ends. */
export function trimmed(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const stays = (node: TreeNode): boolean => !isBlank(node) && !isBreak(node);
  const first = nodes.findIndex(stays);
  if (first < 0) return [];
  const last = nodes.findLastIndex(stays);
  return nodes.slice(first, last + 1).map((node, at) => {
    if (node.type !== 'text') return node;
    const started = at === 0 ? node.value.replace(/^[ \t\r\n\f]+/, '') : node.value;
    const value = at === last - first ? started.replace(/[ \t\r\n\f]+$/, '') : started;
    return value === node.value ? node : { ...node, value };
  });
}

/** The figures of a run of nothing but pictures, links around them taken off; undefined where there is more. */
export function figuresOf(nodes: readonly TreeNode[]): readonly TreeNode[] | undefined {
  const pictures: ElementNode[] = [];
  for (const node of nodes) {
    if (isBlank(node) || isBreak(node)) continue;
    const picture = pictureIn(node);
    if (!picture) return undefined;
    pictures.push(picture);
  }
  if (pictures.every(isDecoration)) return undefined;
  return pictures.map((picture) => {
    const span = picture.span ? { span: picture.span } : {};
    if (picture.tagName === 'img') return element('figure', noProperties, [picture], span);
    const caption =
      picture.children.length > 0 ? [element('figcaption', noProperties, picture.children, span)] : [];
    return element('figure', { className: ['without-photo'] }, caption, span);
  });
}

function isDecoration({ properties }: ElementNode): boolean {
  return properties['role'] === 'presentation';
}

function pictureIn(node: TreeNode): ElementNode | undefined {
  if (node.type !== 'element') return undefined;
  if (node.tagName === 'img' || (node.tagName === 'span' && hasClass(node, 'without-photo'))) return node;
  const inside = node.children.filter((child) => !isBlank(child));
  const [only] = inside;
  return inside.length === 1 && only && /^(?:a|span)$/.test(node.tagName) ? pictureIn(only) : undefined;
}

/** Only lines: blocks give up their tags, a blank parts their words. */
export function lines(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const result: TreeNode[] = [];
  for (const node of nodes) {
    if (!isBlock(node)) result.push(node);
    else {
      const inside = lines(node.children.filter((child) => !isBlank(child)));
      if (inside.length === 0) continue;
      const span = node.span ? { span: node.span } : {};
      if (result.length > 0) result.push(text(' ', { ...span, origin: 'generated' }));
      result.push(...inside, text(' ', { ...span, origin: 'generated' }));
    }
  }
  return result;
}
