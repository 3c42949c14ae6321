/** What can be looked up in the finished sections: the outline (h1 to h3), the notes, where every id is. */
import type { OutlineEntry, Section } from '../document/publication.js';
import { hasClass, type ElementNode } from '../document/tree.js';
import { levelOf } from './headings.js';
import { idsIn } from './ids-in.js';
import { visitElements } from './map-tree.js';
import { plainText } from './sections.js';

/** Deepest heading in the outline. */
const outlineDepth = 3;

interface OpenEntry extends OutlineEntry {
  readonly children: OpenEntry[];
}

/** The outline; a section without headings stands in it by its title. */
export function outlineOf(sections: readonly Section[]): readonly OutlineEntry[] {
  const top: OpenEntry[] = [];
  const open: OpenEntry[] = [];
  const add = (title: string, level: number, target: string, number?: string): void => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const entry = { title, ...(number === undefined ? {} : { number }), level, target, children: [] };
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  };
  for (const section of sections) {
    // What stands in a part is one level lower in the outline.
    const inPart = hasClass(section.body, 'in-part') ? 1 : 0;
    let titled = false;
    visitElements(section.body, (node) => {
      const level = levelOf(node);
      const title = level !== undefined && level <= outlineDepth ? plainText(node) : '';
      if (title === '') return;
      titled = true;
      const number = node.properties['dataNumber'];
      add(
        title,
        (level ?? 1) + inPart,
        String(node.properties['id']),
        typeof number === 'string' ? number : undefined,
      );
    });
    if (!titled) add(section.title, 1 + inPart, section.id, section.number);
  }
  return top;
}

/** Ids of the footnotes, in order. */
export function notesOf(sections: readonly Section[]): readonly string[] {
  const isNote = (node: ElementNode): boolean => node.tagName === 'aside' && hasClass(node, 'footnote');
  return sections.flatMap((section) =>
    elementsIn(section.body, isNote).map((node) => String(node.properties['id'])),
  );
}

/** Every id and the section that holds it. */
export function targetsOf(sections: readonly Section[]): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const section of sections) for (const id of idsIn(section.body)) targets.set(id, section.id);
  return targets;
}

function elementsIn(body: ElementNode, wanted: (node: ElementNode) => boolean): readonly ElementNode[] {
  const found: ElementNode[] = [];
  visitElements(body, (node) => {
    if (wanted(node)) found.push(node);
  });
  return found;
}
