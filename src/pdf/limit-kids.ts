/**
 * Structure elements with more kids than an array may have entries (ISO 19005-1, 6.1.12): their kids are
 * gathered in elements that say nothing of their own, until each is short enough. In place.
 */
import type { StructureType } from '../document/page.js';
import { structureNode, type StructureKid, type StructureNode, type WrittenType } from './structure-node.js';

/** What groups the kids of a type without changing their meaning; a phrase's kids go in Spans. */
const groups: Partial<Record<WrittenType, StructureType>> = {
  Document: 'Sect',
  Art: 'Sect',
  Sect: 'Sect',
  Div: 'Div',
  BlockQuote: 'Div',
  LBody: 'Div',
  TD: 'Div',
  TOC: 'TOC',
  L: 'L',
};

/** Makes every element below (and with) this one have at most so many kids. */
export function limitKids(node: StructureNode, most: number): void {
  if (most === Infinity) return;
  // Rows and cells can stand nowhere else.
  const fixed = node.type === 'Table' || node.type === 'TR';
  while (!fixed && node.kids.length > most) node.kids = gather(node.kids, groups[node.type] ?? 'Span', most);
  for (const kid of node.kids) if (kid.type === 'element') limitKids(kid.node, most);
}

function gather(kids: readonly StructureKid[], type: StructureType, most: number): StructureKid[] {
  const result: StructureKid[] = [];
  for (let i = 0; i < kids.length; i += most) {
    const part = kids.slice(i, i + most);
    result.push({ type: 'element', order: part[0]?.order ?? 0, node: structureNode(type, part) });
  }
  return result;
}
