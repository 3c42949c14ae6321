/** Tables without THead, TBody and TFoot, which are structure types since PDF 1.5 only. */
import type { StructureNode, WrittenType } from './structure-node.js';

const groups: ReadonlySet<WrittenType> = new Set<WrittenType>(['THead', 'TBody', 'TFoot']);

/** Puts the rows of all tables below (and in) this node where their groups stood, in place. */
export function dropRowGroups(node: StructureNode): void {
  if (node.type === 'Table') {
    node.kids = node.kids.flatMap((kid) =>
      kid.type === 'element' && groups.has(kid.node.type) ? kid.node.kids : [kid],
    );
  }
  for (const kid of node.kids) if (kid.type === 'element') dropRowGroups(kid.node);
}
