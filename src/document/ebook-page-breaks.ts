/**
 * Where the printed pages begin, as the ebook's page list has them: an article that begins in the middle of
 * a page, below another, is told its page too, so that whoever opens it can cite it.
 */
import type { PagedDocument } from './page.js';
import type { PageBreak, Section } from './publication.js';
import { walk, type NodeKey } from './tree.js';

/** The breaks of the print edition, and one at the beginning of each section that has none there. */
export function ebookPageBreaks(printed: PagedDocument, sections: readonly Section[]): readonly PageBreak[] {
  const begun = new Set(printed.breaks.flatMap(({ node, offset }) => (offset === 0 ? [node] : [])));
  const added = sections.flatMap((section): readonly PageBreak[] => {
    const page = printed.pages[printed.destinations.get(section.id)?.page ?? -1];
    const node = firstText(section);
    return !page || node === undefined || begun.has(node) ? [] : [{ label: page.label, node, offset: 0 }];
  });
  return [...printed.breaks, ...added].sort((a, b) => a.node - b.node || a.offset - b.offset);
}

/** The first text of a section that shows something. */
function firstText({ body }: Section): NodeKey | undefined {
  let found: NodeKey | undefined;
  walk(body, (node) => {
    if (found === undefined && node.type === 'text' && node.value.trim() !== '') found = node.key;
    return found === undefined;
  });
  return found;
}
