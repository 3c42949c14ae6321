/**
 * The content tree: hast (the HTML syntax tree of the unified ecosystem), read-only, with two things
 * of our own on a node: where it comes from (`span`, `origin`) and its `key`. Property names are
 * hast's (`className`, `colSpan`); `attributes()` gives the HTML attribute names.
 */
import { find, html } from 'property-information';
import type { Span } from '../diagnostic.js';

/** Who wrote a node: the article, the template's furniture, or a style sheet's `content`. */
export type Origin = 'content' | 'template' | 'generated';

/** Identity of a content node across editions: given by `assemble` in document order, from 1. */
export type NodeKey = number;

export type PropertyValue = string | number | boolean | readonly (string | number)[] | null | undefined;
export type Properties = Readonly<Record<string, PropertyValue>>;

interface NodeBase {
  /** Absent means 'content'. Furniture put in by `dress` is 'template'. */
  readonly origin?: Origin;
  readonly key?: NodeKey;
  readonly span?: Span;
}

export interface TextNode extends NodeBase {
  readonly type: 'text';
  readonly value: string;
}

export interface ElementNode extends NodeBase {
  readonly type: 'element';
  readonly tagName: string;
  readonly properties: Properties;
  readonly children: readonly TreeNode[];
}

export interface RootNode extends NodeBase {
  readonly type: 'root';
  readonly children: readonly TreeNode[];
}

export type TreeNode = TextNode | ElementNode;
export type ParentNode = ElementNode | RootNode;

/** One shared object for elements without properties (keeps shapes few). */
export const noProperties: Properties = Object.freeze({});

/** An element with its children; `more` adds span, key or origin. */
export function element(
  tagName: string,
  properties: Properties,
  children: readonly TreeNode[],
  more: NodeBase = {},
): ElementNode {
  // The usual cases by themselves: spreading costs more than the rest of a reader's work on a node.
  const { span } = more;
  if (span && more.origin === undefined && more.key === undefined) {
    return { type: 'element', tagName, properties, children, span };
  }
  return { type: 'element', tagName, properties, children, ...more };
}

export function text(value: string, more: NodeBase = {}): TextNode {
  const { span } = more;
  if (span && more.origin === undefined && more.key === undefined) return { type: 'text', value, span };
  return { type: 'text', value, ...more };
}

/** The classes of an element. */
export function classes(node: ElementNode): readonly string[] {
  const value = node.properties['className'];
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : [];
}

export function hasClass(node: ElementNode, name: string): boolean {
  return node.properties['className'] !== undefined && classes(node).includes(name);
}

/** HTML attribute name (`class`, `colspan`, `aria-label`) and value of each property, in order; false and null left out. */
export function attributes(node: ElementNode): readonly (readonly [name: string, value: string])[] {
  if (node.properties === noProperties) return noAttributes;
  const result: [string, string][] = [];
  for (const name of Object.keys(node.properties)) {
    const shown = attributeText(node.properties[name], name);
    if (shown !== undefined) result.push([attributeName(name), shown]);
  }
  return result;
}

const noAttributes: readonly (readonly [name: string, value: string])[] = [];

const attributeNames = new Map<string, string>();

/** The HTML attribute of hast's name (`className` → `class`). */
function attributeName(property: string): string {
  const known = attributeNames.get(property);
  if (known !== undefined) return known;
  const { attribute: name } = find(html, property);
  attributeNames.set(property, name);
  return name;
}

/** A property's value as HTML writes its attribute; undefined when there is none. `name` is either name. */
export function attributeText(value: PropertyValue, name: string): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined || value === false) return undefined;
  if (typeof value === 'number') return String(value);
  const info = find(html, name);
  if (value === true) return info.overloadedBoolean || info.boolean ? '' : 'true';
  return value.join(info.commaSeparated ? ', ' : ' ');
}

const propertyNames = new Map<string, string>();

/** hast's name of an HTML attribute (`class` → `className`). */
export function propertyName(attribute: string): string {
  const known = propertyNames.get(attribute);
  if (known !== undefined) return known;
  const { property } = find(html, attribute);
  propertyNames.set(attribute, property);
  return property;
}

/** The value of an HTML attribute, by its attribute name. */
export function attribute({ properties }: ElementNode, name: string): string | undefined {
  if (properties === noProperties) return undefined;
  return attributeText(properties[propertyName(name)] ?? properties[name], name);
}

/** All text of a subtree, in order, as typed. */
export function textOf(node: TreeNode | RootNode): string {
  if (node.type === 'text') return node.value;
  return node.children.map(textOf).join('');
}

/** All elements of a subtree, itself first, in document order: for who looks at them more than once. */
export function elementsIn(node: ElementNode): readonly ElementNode[] {
  const found: ElementNode[] = [];
  const add = (at: ElementNode): void => {
    found.push(at);
    for (let i = 0; i < at.children.length; i++) {
      const child = at.children[i];
      if (child?.type === 'element') add(child);
    }
  };
  add(node);
  return found;
}

/**
 * Calls `visit` for every node of the subtree in document order; `false` skips the children. The list
 * of ancestors is one and the same for all calls: it holds during the call only.
 */
export function walk(
  node: TreeNode | RootNode,
  visit: (node: TreeNode | RootNode, ancestors: readonly ParentNode[]) => boolean | void,
): void {
  const ancestors: ParentNode[] = [];
  const step = (at: TreeNode | RootNode): void => {
    if (visit(at, ancestors) === false || at.type === 'text') return;
    ancestors.push(at);
    for (let i = 0; i < at.children.length; i++) {
      const child = at.children[i];
      if (child) step(child);
    }
    ancestors.pop();
  };
  step(node);
}
