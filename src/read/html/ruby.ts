/**
 * Readings beside the text (ruby; HTML standard, 4.5.10 to 4.5.12): what was typed → what EPUB takes. Each
 * reading has its parentheses (`rp`), typed or ours, for pages, which set it behind its text in the line.
 */
import {
  element,
  noProperties,
  text,
  textOf,
  walk,
  type ElementNode,
  type TreeNode,
} from '../../document/tree.js';
import { isPhrasing } from './elements.js';
import { isBlank } from './settle-lines.js';

/** Text, and the `rt` and `rp` behind it. */
interface Part {
  readonly base: readonly TreeNode[];
  readonly readings: readonly ElementNode[];
}

/**
 * A `ruby` whose children are mapped, and what it cannot hold behind it. One that no element of that name may
 * be (no text, no reading, blocks in it) is a `span`, with its readings in the line.
 */
export function settleRuby(node: ElementNode): readonly TreeNode[] {
  const { parts, rest } = partsOf(node.children);
  const children = parts.map(childrenOf);
  if (children.length === 0 || !children.every((part) => part !== undefined)) return [inLine(node)];
  return [{ ...node, children: children.flat() }, ...rest];
}

/** An `rt` or `rp` that stands in no ruby: the reading in parentheses, or what was typed for one. */
export function outsideRuby(node: ElementNode): readonly TreeNode[] {
  if (isParenthesis(node)) return node.children;
  const more = madeFor(node);
  return [text('(', more), asSpan(node), text(')', more)];
}

function inLine(node: ElementNode): ElementNode {
  const bracketed = node.children.some(isParenthesis);
  const children = node.children.flatMap((child): readonly TreeNode[] => {
    if (isReading(child) && bracketed) return [asSpan(child)];
    return isReading(child) || isParenthesis(child) ? outsideRuby(child) : [child];
  });
  return asSpan({ ...node, children });
}

/** As a part of a line that says what it was. */
function asSpan(node: ElementNode): ElementNode {
  const { className } = node.properties;
  const named = Array.isArray(className) ? className : [];
  return {
    ...node,
    tagName: 'span',
    properties: { ...node.properties, className: [node.tagName, ...named] },
  };
}

/** Blanks between readings are none of the text; text behind the last of them needs no ruby. */
function partsOf(nodes: readonly TreeNode[]): { parts: readonly Part[]; rest: readonly TreeNode[] } {
  const parts: Part[] = [];
  let base: TreeNode[] = [];
  for (const node of nodes) {
    const last = parts.at(-1);
    if (!isReading(node) && !isParenthesis(node)) base.push(node);
    else if (last && base.every(isBlank)) {
      parts[parts.length - 1] = { ...last, readings: [...last.readings, node] };
      base = [];
    } else {
      parts.push({ base, readings: [node] });
      base = [];
    }
  }
  return { parts, rest: base };
}

/** Undefined where HTML allows no such part. */
function childrenOf({ base, readings }: Part): readonly TreeNode[] | undefined {
  if (base.every(isBlank) || ![...base, ...readings].every(isInLine) || !isBase(base)) return undefined;
  const parentheses = readings.filter((node) => isParenthesis(node) && textOf(node).trim() !== '');
  const readout = parentheses.length === 0 ? parenthesised(base, readings) : joined(readings);
  return readout && [...base, ...readout];
}

function isInLine(node: TreeNode): boolean {
  let within = true;
  walk(node, (inside) => (within &&= inside.type !== 'element' || isPhrasing(inside.tagName)));
  return within;
}

/** Text without ruby, or one ruby without another in it. */
function isBase(base: readonly TreeNode[]): boolean {
  const [only, ...more] = base.filter((node) => !isBlank(node));
  const inner = more.length === 0 && only?.type === 'element' && only.tagName === 'ruby';
  return !(inner ? only.children : base).some(holdsRuby);
}

function holdsRuby(node: TreeNode): boolean {
  return node.type === 'element' && (node.tagName === 'ruby' || node.children.some(holdsRuby));
}

/** After a letter of these a parenthesis follows without a blank. */
const ideographic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\s]$/u;

/** Readings in parentheses of ours; one that says nothing has none. */
function parenthesised(base: readonly TreeNode[], readings: readonly ElementNode[]): readonly TreeNode[] {
  const all = readings.filter(isReading);
  const said = all.filter((node) => node.children.some((child) => !isBlank(child)));
  if (said.length === 0) return all;
  const start = ideographic.test(base.map(textOf).join('')) ? '(' : ' (';
  const parenthesis = (sign: string, beside: ElementNode): ElementNode => {
    const more = madeFor(beside);
    return element('rp', noProperties, [text(sign, more)], more);
  };
  return said.flatMap((node, at) => [
    ...(at === 0 ? [parenthesis(start, node)] : []),
    node,
    parenthesis(at === said.length - 1 ? ')' : ') (', node),
  ]);
}

/**
 * The parentheses that were typed, as the text that they may hold: one before the readings, one behind each.
 * They are not the author's words: where readings stand above the text nobody sees them.
 */
function joined(readings: readonly ElementNode[]): readonly TreeNode[] | undefined {
  const result: ElementNode[] = [];
  for (const node of readings) {
    const last = result.at(-1);
    if (!isParenthesis(node)) result.push(node);
    else if (last && isParenthesis(last))
      result[result.length - 1] = { ...last, children: [...last.children, ...textsIn(node)] };
    else result.push({ ...node, origin: 'generated', children: textsIn(node) });
  }
  const order = result.map((node) => (isParenthesis(node) ? 'p' : 't')).join('');
  return /^p(?:tp)+$/.test(order) ? result : undefined;
}

function textsIn(node: TreeNode): readonly TreeNode[] {
  return node.type === 'text' ? [{ ...node, origin: 'generated' }] : node.children.flatMap(textsIn);
}

function isReading(node: TreeNode): node is ElementNode {
  return node.type === 'element' && node.tagName === 'rt';
}

function isParenthesis(node: TreeNode): node is ElementNode {
  return node.type === 'element' && node.tagName === 'rp';
}

function madeFor({ span }: ElementNode): {
  readonly origin: 'generated';
  readonly span?: NonNullable<TreeNode['span']>;
} {
  return { origin: 'generated', ...(span && { span }) };
}
