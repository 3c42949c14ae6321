/** Words wider than their lines, told one by one while lines were broken → one message for each table that holds several. */
import { diagnostic, type Diagnostic, type Span } from '../diagnostic.js';
import type { TreeIndex } from '../document/tree-index.js';
import { walk, type ElementNode } from '../document/tree.js';

/** The messages in their order; that of a table stands where its first word was told. */
export function gatherWideWords(said: readonly Diagnostic[], index: TreeIndex): readonly Diagnostic[] {
  if (said.filter(isWide).length < 2) return said;
  const tables = tablesBySpan(index);
  const tableOf = (one: Diagnostic): ElementNode | undefined =>
    isWide(one) && one.span ? tables.get(one.span) : undefined;
  const counts = new Map<ElementNode, number>();
  for (const one of said) {
    const table = tableOf(one);
    if (table) counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  const told = new Set<ElementNode>();
  return said.flatMap((one) => {
    const table = tableOf(one);
    const count = table ? (counts.get(table) ?? 0) : 0;
    if (!table || count < 2) return [one];
    if (told.has(table)) return [];
    told.add(table);
    return [diagnostic('LAYOUT-WIDE-TABLE', { ...one.values, count }, { span: one.span })];
  });
}

const isWide = ({ code }: Diagnostic): boolean => code === 'LAYOUT-WIDE-WORD';

/** The outermost table about each text, by the text's span, which its message has too. */
function tablesBySpan({ nodes }: TreeIndex): ReadonlyMap<Span, ElementNode> {
  const found = new Map<Span, ElementNode>();
  for (const table of nodes) {
    if (table.type !== 'element' || table.tagName !== 'table') continue;
    walk(table, ({ type, span }) => {
      if (type === 'text' && span && !found.has(span)) found.set(span, table);
    });
  }
  return found;
}
