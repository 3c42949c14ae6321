/**
 * Structure elements and what was painted for them → the structure tree as it is written: kids in
 * reading order, empty elements left out, every element where its type may stand. In: the elements of
 * layout and the records of `record-content.ts`; out: the Document node (ISO 32000-1, 14.7 and 14.8).
 */
import type { StructureElement, StructureType } from '../document/page.js';
import { applyContentModel } from './content-model.js';
import type { ContentRecord } from './record-content.js';
import { structureNode, type StructureKid, type StructureNode } from './structure-node.js';

/** Cells may be empty (a table keeps its shape); any other element without content is left out. */
const mayBeEmpty: ReadonlySet<StructureType> = new Set<StructureType>(['TD', 'TH']);

/** The tree under one Document element. */
export function buildStructure(
  elements: readonly StructureElement[],
  records: readonly (readonly ContentRecord[])[],
): StructureNode {
  const nodes = elements.map((element, i) => structureNode(element.type, element, [...(records[i] ?? [])]));
  const roots: StructureKid[] = [];
  // Parents stand before their children, so backwards every node is complete when it is met.
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    const element = elements[i];
    if (!node || !element || (node.kids.length === 0 && !mayBeEmpty.has(node.type))) continue;
    node.kids.sort(byReadingOrder);
    const siblings = element.parent === undefined ? roots : nodes[element.parent]?.kids;
    siblings?.push({ type: 'element', order: element.order, node });
  }
  roots.sort(byReadingOrder);
  const only = roots.length === 1 ? roots[0] : undefined;
  const root =
    only?.type === 'element' && only.node.type === 'Document'
      ? only.node
      : structureNode('Document', undefined, roots);
  applyContentModel(root);
  return root;
}

/** By place among the kids; where that is equal by page and by painting, elements as layout made them. */
function byReadingOrder(a: StructureKid, b: StructureKid): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.type === 'element' || b.type === 'element') {
    return a.type === b.type ? number(a) - number(b) : a.type === 'element' ? 1 : -1;
  }
  if (a.page !== b.page) return a.page - b.page;
  if (a.type === 'content' && b.type === 'content') return a.mcid - b.mcid;
  return a.type === b.type ? 0 : a.type === 'content' ? -1 : 1;
}

function number(kid: StructureKid): number {
  return kid.type === 'element' ? (kid.node.source?.id ?? 0) : 0;
}
