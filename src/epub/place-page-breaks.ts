/**
 * Where the pages of the printed edition begin in the content documents: by text node for breaks
 * inside running text, by element for those that fall on the first character of a heading (a marker inside
 * would be read out as part of the heading), of a figure or of a table, which the page begins with.
 */
import type { PageBreak } from '../document/publication.js';
import {
  textOf,
  walk,
  type ElementNode,
  type NodeKey,
  type ParentNode,
  type TreeNode,
} from '../document/tree.js';
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
        const block =
          foreignAround(ancestors) ?? (marker.offset === 0 ? begunBy(node, ancestors) : undefined);
        if (block) before.set(block, [...(before.get(block) ?? []), marker]);
        else inText.set(node.key, [...(inText.get(node.key) ?? []), marker]);
        targets.push({ label, href: `${href}#${id}` });
      }
    });
  }
  return { inText, before, targets, lost: [...byKey.values()].flat().map(({ label }) => label) };
}

/** The heading, figure or table whose first words this text node is. */
function begunBy(node: TreeNode, ancestors: readonly ParentNode[]): TreeNode | undefined {
  let child = node;
  for (const parent of ancestors.toReversed()) {
    if (parent.type !== 'element') return undefined;
    const earlier = parent.children.slice(0, parent.children.indexOf(child));
    if (earlier.some((each) => textOf(each).trim() !== '')) return undefined;
    if (/^(?:h[1-6]|figure|table)$/.test(parent.tagName)) return parent;
    // In running text a picture is a word.
    if (earlier.length > 0) return undefined;
    child = parent;
  }
  return undefined;
}

/** The formula, drawing or parenthesis of a reading that a text stands in, which takes no element of HTML. */
function foreignAround(ancestors: readonly ParentNode[]): TreeNode | undefined {
  return ancestors.find(
    (each): each is ElementNode => each.type === 'element' && /^(?:math|svg|rp)$/.test(each.tagName),
  );
}

/** Not between the halves of a surrogate pair, nor before a combining mark. */
function clusterStart(text: string, offset: number): number {
  let at = Math.min(Math.max(0, offset), text.length);
  while (at > 0 && at < text.length && /^[\p{M}\udc00-\udfff]/u.test(text.slice(at))) at--;
  return at;
}
