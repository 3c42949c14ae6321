/**
 * Structure elements and what was painted for them → the structure tree as it is written: kids in
 * reading order, empty elements left out, every element where its type may stand. In: the elements of
 * layout by number, and the content of each; out: the Document node (ISO 32000-1, 14.7 and 14.8).
 */
import type { StructureElement, StructureId } from '../document/page.js';
import { adoptPdf2 } from './adopt-pdf-2.js';
import { applyContentModel } from './content-model.js';
import type { Standard } from './conformance.js';
import { limitKids } from './limit-kids.js';
import { dropRowGroups } from './row-groups.js';
import {
  structureNode,
  type ContentRecord,
  type StructureKid,
  type StructureNode,
  type WrittenType,
} from './structure-node.js';

/** Cells may be empty (a table keeps its shape); any other element without content is left out. */
const mayBeEmpty: ReadonlySet<WrittenType> = new Set<WrittenType>(['TD', 'TH']);

/** The tree under one Document element; `records` by element, whose lists become those of the nodes. The standard says what it may have; `last` stands behind all. */
export function buildStructure(
  elements: readonly StructureElement[],
  records: readonly (ContentRecord[] | undefined)[],
  { rowGroups, arrayLimit, namespaces }: Pick<Standard, 'rowGroups' | 'arrayLimit' | 'namespaces'>,
  last: readonly StructureKid[] = [],
): StructureNode {
  const nodes = elements.map((element, id) => {
    const type = element.type === 'Aside' && !namespaces ? 'Sect' : element.type;
    return structureNode(type, records[id] ?? [], id, element);
  });
  const roots: StructureKid[] = [];
  // Parents stand before their children, so backwards every node is complete when it is met.
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (!node || (node.kids.length === 0 && !mayBeEmpty.has(node.type))) continue;
    if (node.kids.length > 1) node.kids.sort(byReadingOrder);
    const { parent, order = 0 } = elements[i] ?? {};
    const siblings = (parent === undefined ? undefined : nodes[parent]?.kids) ?? roots;
    siblings.push({ type: 'element', order, node });
  }
  roots.sort(byReadingOrder);
  const only = roots.length === 1 ? roots[0] : undefined;
  const root =
    only?.type === 'element' && only.node.type === 'Document' ? only.node : structureNode('Document', roots);
  applyContentModel(root);
  if (!rowGroups) dropRowGroups(root);
  if (namespaces) adoptPdf2(root, (element) => nodes[standing(element, nodes, elements)]);
  root.kids.push(...last);
  limitKids(root, arrayLimit);
  return root;
}

/** The element itself, or the nearest around it that is not left out. */
function standing(
  element: StructureId,
  nodes: readonly StructureNode[],
  elements: readonly StructureElement[],
): StructureId {
  for (let id: StructureId | undefined = element; id !== undefined; id = elements[id]?.parent) {
    const node = nodes[id];
    if (node && (node.kids.length > 0 || mayBeEmpty.has(node.type))) return id;
  }
  return element;
}

/** By place among the kids; where that is equal by page and by painting, elements as layout made them. */
function byReadingOrder(a: StructureKid, b: StructureKid): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.type === 'element' || b.type === 'element') {
    return a.type === b.type ? number(a) - number(b) : a.type === 'element' ? 1 : -1;
  }
  if (a.page !== b.page) return a.page - b.page;
  // Sorting is stable, and records come as they were painted.
  return a.type === b.type ? 0 : a.type === 'content' ? -1 : 1;
}

function number(kid: StructureKid): number {
  return kid.type === 'element' ? (kid.node.id ?? 0) : 0;
}
