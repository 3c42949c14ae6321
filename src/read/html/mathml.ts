/**
 * Formulas: presentation MathML (MathML Core) is kept as it was typed, for the ebook. What is none, or has not
 * the parts that its elements ask for, keeps its words only.
 */
import type { Span } from '../../diagnostic.js';
import {
  element,
  textOf,
  type ElementNode,
  type Properties,
  type PropertyValue,
  type TreeNode,
} from '../../document/tree.js';
import { attributeOf } from './attributes.js';
import { isElement, type HtmlElement, type HtmlNode } from './parse.js';

/** Elements that hold the words and signs. */
const tokens: ReadonlySet<string> = new Set('mi mn mo ms mtext'.split(' '));
/** How many parts an element has; as many as there are where it says nothing. */
const parts: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
  mspace: 0,
};
const groups: ReadonlySet<string> = new Set(
  'math mrow msqrt mstyle mpadded mphantom merror mtable mtr mtd'.split(' '),
);
/** What a table of formulas and its rows hold. */
const rows: Readonly<Record<string, string>> = { mtable: 'mtr', mtr: 'mtd' };

const length = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:em|ex|px|pt|%)?$/;
const flag = /^(?:true|false)$/;
/** Attributes and the values that they may have. */
const attributes: Readonly<Record<string, RegExp>> = {
  display: /^(?:block|inline)$/,
  alttext: /\S/,
  mathvariant:
    /^(?:normal|bold|italic|bold-italic|double-struck|script|bold-script|fraktur|bold-fraktur|sans-serif|monospace)$/,
  displaystyle: flag,
  stretchy: flag,
  fence: flag,
  separator: flag,
  accent: flag,
  accentunder: flag,
  linethickness: length,
  lspace: length,
  rspace: length,
  width: length,
  height: length,
  depth: length,
};

/** How what stands in a formula is mapped. */
interface FormulaContext {
  /** Text, and elements that are no MathML of ours. */
  nodes(node: HtmlNode): readonly TreeNode[];
  span(node: HtmlElement): Span;
}

/** A formula as it may stand in the tree: itself, or its words in a line. */
export function mapFormula(node: HtmlElement, context: FormulaContext): ElementNode {
  const formula = mapElement(node, context);
  if (isSound(formula)) return withoutBlanks(formula);
  return element('span', { className: ['math'] }, wordsIn(formula), { span: context.span(node) });
}

function mapElement(node: HtmlElement, context: FormulaContext): ElementNode {
  const children = node.childNodes.flatMap((child) => mapChild(child, context));
  return element(node.tagName, mathProperties(node), children, { span: context.span(node) });
}

function mapChild(child: HtmlNode, context: FormulaContext): readonly TreeNode[] {
  if (!isElement(child)) return context.nodes(child);
  // Of what is said in several languages of mathematics the presentation is kept.
  if (child.tagName === 'semantics') return child.childNodes.flatMap((inner) => mapChild(inner, context));
  return isMathElement(child.tagName) ? [mapElement(child, context)] : context.nodes(child);
}

/** Whether an element is MathML that may be kept. */
function isMathElement(tagName: string): boolean {
  return tokens.has(tagName) || groups.has(tagName) || Object.hasOwn(parts, tagName);
}

/** The properties of an element of a formula. */
function mathProperties(node: HtmlElement): Properties {
  const properties: Record<string, PropertyValue> = {};
  const id = node.tagName === 'math' ? attributeOf(node, 'id')?.trim() : undefined;
  if (id) properties['id'] = id;
  for (const { name, value } of node.attrs) {
    if (Object.hasOwn(attributes, name) && attributes[name]?.test(value.trim()))
      properties[name] = value.trim();
  }
  return properties;
}

function isSound({ tagName, children }: ElementNode): boolean {
  if (tokens.has(tagName)) return children.every((child) => child.type === 'text');
  const inner = children.filter((child) => child.type === 'element');
  const loose = children.some((child) => child.type === 'text' && child.value.trim() !== '');
  const count = Object.hasOwn(parts, tagName) ? parts[tagName] : inner.length;
  const wanted = rows[tagName];
  return (
    isMathElement(tagName) &&
    !loose &&
    inner.length === count &&
    inner.every((child) => child.tagName !== 'math' && (wanted === undefined || child.tagName === wanted)) &&
    inner.every(isSound) &&
    (tagName !== 'math' || textOf({ type: 'root', children }).trim() !== '')
  );
}

/** Blanks between elements mean nothing in MathML; on a page they would part what belongs together. */
function withoutBlanks(node: ElementNode): ElementNode {
  if (tokens.has(node.tagName)) return node;
  const children = node.children.flatMap((child) => (child.type === 'element' ? [withoutBlanks(child)] : []));
  return { ...node, children };
}

function wordsIn(node: ElementNode): readonly TreeNode[] {
  return node.children.flatMap((child) => (child.type === 'text' ? [child] : wordsIn(child)));
}
