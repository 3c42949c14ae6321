/**
 * Where the pages of the printed edition begin in the content documents: by text node for breaks
 * inside running text, by element for those that fall on a heading's first character (a marker inside
 * would be read out as part of the heading).
 */
import type { PageBreak } from '../document/publication.js';
import { walk, type NodeKey, type ParentNode, type TreeNode } from '../document/tree.js';
import { stripUnwritable } from '../document/xml.js';
import { asciiName, type PageTarget } from './package-model.js';
import { unusedId, type PlacedDocument } from './place-documents.js';

/** A marker in the text. */
export interface PageMarker {
  readonly id: string;
  readonly label: string;
  /** UTF-16 offset in the text node. */
  readonly offset: number;
}

/** All markers, and the list of them for the navigation. */
export interface PageMarkers {
  readonly inText: ReadonlyMap<NodeKey, readonly PageMarker[]>;
  readonly before: ReadonlyMap<TreeNode, readonly PageMarker[]>;
  /** In reading order. */
  readonly targets: readonly PageTarget[];
  /** Labels of pages whose place is not in the ebook. */
  readonly lost: readonly string[];
}

/** Finds the place of every page break; `ids` are the ids that elements have already. */
export function placePageBreaks(
  breaks: readonly PageBreak[],
  documents: readonly PlacedDocument[],
  ids: { has(id: string): boolean },
): PageMarkers {
  const byKey = new Map<NodeKey, PageBreak[]>();
  for (const pageBreak of breaks) {
    byKey.set(pageBreak.node, [...(byKey.get(pageBreak.node) ?? []), pageBreak]);
  }
  const used = new Set<string>();
  const taken = { has: (id: string): boolean => ids.has(id) || used.has(id) };
  const inText = new Map<NodeKey, PageMarker[]>();
  const before = new Map<TreeNode, PageMarker[]>();
  const targets: PageTarget[] = [];
  for (const { document, href } of documents) {
    walk(document.body, (node, ancestors) => {
      const here = node.type === 'text' && node.key !== undefined ? byKey.get(node.key) : undefined;
      if (node.type !== 'text' || node.key === undefined || !here) return;
      byKey.delete(node.key);
      for (const { label: given, offset } of [...here].sort((a, b) => a.offset - b.offset)) {
        const label = stripUnwritable(given);
        const id = unusedId(`page-${asciiName(label)}`, taken);
        used.add(id);
        const marker = { id, label, offset: clusterStart(node.value, offset) };
        const heading = marker.offset === 0 ? headingBegunBy(node, ancestors) : undefined;
        if (heading) before.set(heading, [...(before.get(heading) ?? []), marker]);
        else inText.set(node.key, [...(inText.get(node.key) ?? []), marker]);
        targets.push({ label, href: `${href}#${id}` });
      }
    });
  }
  return { inText, before, targets, lost: [...byKey.values()].flat().map(({ label }) => label) };
}

/** The heading whose first content this text node is, when the heading stands among blocks. */
function headingBegunBy(node: TreeNode, ancestors: readonly ParentNode[]): TreeNode | undefined {
  let child = node;
  for (const parent of ancestors.toReversed()) {
    if (parent.children[0] !== child || parent.type !== 'element') return undefined;
    if (/^h[1-6]$/.test(parent.tagName)) return parent;
    child = parent;
  }
  return undefined;
}

/** Not between the halves of a surrogate pair, nor before a combining mark. */
function clusterStart(text: string, offset: number): number {
  let at = Math.min(Math.max(0, offset), text.length);
  while (at > 0 && at < text.length && /^[\p{M}\udc00-\udfff]/u.test(text.slice(at))) at--;
  return at;
}
