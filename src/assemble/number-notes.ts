/**
 * Numbers of notes: each article counts its own from 1 when it is read, and articles share pages, so they are
 * counted through the publication here, in the order of their calls. A number that an author typed stays.
 */
import { attribute, hasClass, text, type ElementNode } from '../document/tree.js';
import type { Named } from './give-ids.js';
import { mapElements, visitElements } from './map-tree.js';

/** The sections with the calls of their notes numbered through. */
export function numberNotes(sections: readonly Named[]): readonly Named[] {
  const numbers = new Map<string, number>();
  const count = (id: string): void => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  };
  for (const { body } of sections) {
    visitElements(body, (node) => {
      if (node.tagName === 'a' && hasClass(node, 'noteref')) count(targetOf(node));
      // A note that nothing calls has its call at its own place on pages.
      const id = node.tagName === 'aside' && hasClass(node, 'footnote') ? attribute(node, 'id') : undefined;
      if (id !== undefined) count(id);
    });
  }
  if (numbers.size === 0) return sections;
  const numbered = (node: ElementNode): ElementNode =>
    node.tagName === 'a' ? withNumber(node, numbers.get(targetOf(node))) : node;
  return sections.map((section) => ({ ...section, body: mapElements(section.body, numbered) }));
}

/** A call whose number is ours with this one. */
function withNumber(node: ElementNode, number: number | undefined): ElementNode {
  const [only, ...more] = node.children;
  const ours = only?.type === 'text' && only.origin === 'generated' && more.length === 0;
  if (number === undefined || !ours || !hasClass(node, 'noteref') || only.value === `${number}`) return node;
  return { ...node, children: [text(`${number}`, { origin: 'generated' })] };
}

function targetOf(node: ElementNode): string {
  return attribute(node, 'href')?.replace(/^#/, '') ?? '';
}
