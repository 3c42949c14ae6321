/**
 * Links without words of their own (`[](#id)`) → the words of what they lead to: a heading's, the
 * caption of a figure or table, else the title of the section. They are generated, so no text of the
 * author's; a style sheet adds the page (`a.page`).
 */
import { element, text, type ElementNode } from '../document/tree.js';
import { decodedFragment, type Named } from './give-ids.js';
import { levelOf } from './headings.js';
import { listedCaption } from './listed.js';
import { mapElements, someElement, visitElements } from './map-tree.js';
import { plainText } from './sections.js';

/** The sections with the words of their cross references. */
export function nameCrossReferences(sections: readonly Named[]): readonly Named[] {
  if (!sections.some(({ body }) => someElement(body, isBare))) return sections;
  const words = targetWords(sections);
  const name = (node: ElementNode): ElementNode => {
    if (!isBare(node)) return node;
    const shown = words.get(decodedFragment(String(node.properties['href'])));
    if (shown === undefined) return node;
    const span = node.span ? { span: node.span } : {};
    return element(node.tagName, node.properties, [text(shown, { ...span, origin: 'generated' })], span);
  };
  return sections.map((section) => ({ ...section, body: mapElements(section.body, name) }));
}

function isBare({ tagName, properties, children }: ElementNode): boolean {
  return tagName === 'a' && children.length === 0 && String(properties['href'] ?? '').startsWith('#');
}

/** What is said of every element with an id. */
function targetWords(sections: readonly Named[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { body, title } of sections) {
    visitElements(body, (node) => {
      const id = node.properties['id'];
      if (typeof id !== 'string') return;
      const own = levelOf(node) === undefined ? listedCaption(node) : plainText(node);
      words.set(id, own ?? title);
    });
  }
  return words;
}
