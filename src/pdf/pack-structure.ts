/** Structure elements of layout → flat arrays (`PackedStructure`), which cross to another thread at no cost. */
import type { StructureElement, StructureId, StructureType } from '../document/page.js';
import type { PackedStructure, StructureDetails } from './writer-messages.js';

/** Packs the elements; their numbers are their places. */
export function packStructure(elements: readonly StructureElement[]): PackedStructure {
  const typeNames: StructureType[] = [];
  const types = new Uint8Array(elements.length);
  const parents = new Int32Array(elements.length);
  const orders = new Float64Array(elements.length);
  const details = new Map<StructureId, StructureDetails>();
  elements.forEach((element, id) => {
    let type = typeNames.indexOf(element.type);
    if (type < 0) type = typeNames.push(element.type) - 1;
    types[id] = type;
    parents[id] = element.parent ?? -1;
    orders[id] = element.order;
    const { language, alt, actualText, title, scope, colSpan, rowSpan, listNumbering, bbox } = element;
    const known = language ?? alt ?? actualText ?? title ?? scope ?? colSpan ?? rowSpan ?? listNumbering;
    if (known === undefined && bbox === undefined) return;
    details.set(id, { language, alt, actualText, title, scope, colSpan, rowSpan, listNumbering, bbox });
  });
  return { typeNames, types, parents, orders, details };
}
