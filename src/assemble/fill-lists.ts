/**
 * Lists that the author asked for in the text (`[[toc]]`, `[[figures]]`, `[[tables]]`, read as an empty
 * `nav`) → filled with links to headings, captioned figures and captioned tables, in the order of the
 * text. The page numbers are the style sheet's: `target-counter(attr(href), page)`. A list with nothing
 * to show is left out with a warning.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import { element, hasClass, noProperties, text, type ElementNode, type TreeNode } from '../document/tree.js';
import type { Named } from './give-ids.js';
import { levelOf } from './headings.js';
import { isListPlace, listedCaption } from './listed.js';
import { mapElements, visitElements } from './map-tree.js';
import { plainText } from './sections.js';

/** Deepest heading in the contents. */
const contentsDepth = 3;

interface Entry {
  readonly words: string;
  readonly level: number;
  readonly target: string;
}

/** The sections with their lists filled. */
export function fillLists(sections: readonly Named[]): Staged<readonly Named[]> {
  const diagnostics: Diagnostic[] = [];
  const lists = {
    contents: contentsEntries(sections),
    figures: captionEntries(sections, 'figure'),
    tables: captionEntries(sections, 'table'),
  };
  const fill = (node: ElementNode): ElementNode => {
    const entries = hasClass(node, 'contents')
      ? lists.contents
      : hasClass(node, 'figures')
        ? lists.figures
        : lists.tables;
    const children = entries.length === 0 ? [] : [listOf(entries, node)];
    if (entries.length === 0) diagnostics.push(diagnostic('ASSEMBLE-LIST', {}, { span: node.span }));
    return { ...node, children };
  };
  const value = sections.map((section) => ({
    ...section,
    body: withoutEmpty(mapElements(section.body, (node) => (isListPlace(node) ? fill(node) : node))),
  }));
  return { value, diagnostics };
}

/** The headings; of a single article not its own title, which stands above the list. */
function contentsEntries(sections: readonly Named[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const { body } of sections) {
    visitElements(body, (node) => {
      const level = levelOf(node);
      if (level === undefined || level > contentsDepth || (level === 1 && sections.length === 1)) return;
      entries.push({ words: plainText(node), level, target: String(node.properties['id']) });
    });
  }
  return entries;
}

function captionEntries(sections: readonly Named[], tagName: 'figure' | 'table'): readonly Entry[] {
  const entries: Entry[] = [];
  for (const { body } of sections) {
    visitElements(body, (node) => {
      const words = node.tagName === tagName ? listedCaption(node) : undefined;
      if (words !== undefined) entries.push({ words, level: 1, target: String(node.properties['id']) });
    });
  }
  return entries;
}

/** Entries as nested lists by their levels. */
function listOf(entries: readonly Entry[], place: ElementNode): ElementNode {
  const span = place.span ? { span: place.span } : {};
  let at = 0;
  const list = (level: number): ElementNode => {
    const items: TreeNode[] = [];
    for (let entry = entries[at]; entry && entry.level >= level; entry = entries[at]) {
      at += 1;
      const words = text(entry.words, { ...span, origin: 'generated' });
      const link = element('a', { href: `#${entry.target}` }, [words], span);
      const next = entries[at];
      const below = next && next.level > entry.level ? [list(next.level)] : [];
      items.push(element('li', noProperties, [link, ...below], span));
    }
    return element('ol', noProperties, items, span);
  };
  return list(Math.min(...entries.map(({ level }) => level)));
}

function withoutEmpty(node: ElementNode): ElementNode {
  const isEmpty = (child: TreeNode): boolean =>
    child.type === 'element' && isListPlace(child) && child.children.length === 0;
  return mapElements(node, (parent) =>
    parent.children.some(isEmpty)
      ? { ...parent, children: parent.children.filter((child) => !isEmpty(child)) }
      : parent,
  );
}
