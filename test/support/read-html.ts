/** HTML as written in case files → nodes of the content tree, with the attribute names of hast. */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { find, html } from 'property-information';
import { element, text, type PropertyValue, type TreeNode } from '../../src/document/tree.js';

/** The children of `body` that a fragment of HTML makes. */
export function readHtml(source: string): readonly TreeNode[] {
  return parseFragment(source.trim()).childNodes.flatMap(ofParse5);
}

function ofParse5(node: DefaultTreeAdapterTypes.ChildNode): readonly TreeNode[] {
  if (node.nodeName === '#text' && 'value' in node) return [text(node.value)];
  if (!('tagName' in node)) return [];
  const properties = Object.fromEntries(node.attrs.map(({ name, value }) => propertyOf(name, value)));
  return [element(node.tagName, properties, node.childNodes.flatMap(ofParse5))];
}

function propertyOf(name: string, value: string): readonly [string, PropertyValue] {
  const { property } = find(html, name);
  return [property, property === 'className' ? value.split(/\s+/).filter(Boolean) : value];
}
