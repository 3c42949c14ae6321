/**
 * Which structure types may stand in which (ISO 32000-1, 14.8.4; the rules that PDF/UA-1 7.2 tests),
 * as a table, and the tree made to obey it: what stands astray gets the elements that belong around it.
 * An HTML tree does not promise as much, and a reader of lists or tables relies on it.
 */
import type { StructureType } from '../document/page.js';
import { structureNode, type StructureKid, type StructureNode } from './structure-node.js';
import { completeTable } from './complete-table.js';

interface Model {
  /** Types that may be kids; content of its own is none of them. */
  readonly kids: readonly StructureType[];
  /** What is put round anything else, outermost first. */
  readonly wrap: readonly StructureType[];
}

const rows: Model = { kids: ['TR'], wrap: ['TR', 'TD'] };
const models: Partial<Record<StructureType, Model>> = {
  L: { kids: ['L', 'LI', 'Caption'], wrap: ['LI', 'LBody'] },
  LI: { kids: ['Lbl', 'LBody'], wrap: ['LBody'] },
  TOC: { kids: ['TOC', 'TOCI', 'Caption'], wrap: ['TOCI'] },
  Table: { kids: ['Caption', 'THead', 'TBody', 'TFoot', 'TR'], wrap: ['TR', 'TD'] },
  THead: rows,
  TBody: rows,
  TFoot: rows,
  TR: { kids: ['TH', 'TD'], wrap: ['TD'] },
};

/** Types that may stand in these only; anywhere else they become a Div. */
const parents: Partial<Record<StructureType, readonly StructureType[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
};

/** Makes the tree below (and with) this node obey the tables above. */
export function applyContentModel(root: StructureNode): void {
  const headings = { level: 0 };
  visit(root, undefined, headings);
}

function visit(node: StructureNode, parent: StructureType | undefined, headings: { level: number }): void {
  const allowed = parents[node.type];
  if (allowed && parent && !allowed.includes(parent)) node.type = 'Div';
  const level = headingLevel(node.type);
  if (level > 0) {
    // No level is skipped on the way down (ISO 14289-1, 7.4.2).
    headings.level = Math.min(level, headings.level + 1);
    node.type = headingTypes[headings.level - 1] ?? 'H6';
  }
  if (node.type === 'TOC') node.kids = node.kids.flatMap(contentsEntry);
  const model = models[node.type];
  if (model) node.kids = wrapStrays(node.kids, model);
  holdLinks(node);
  for (const kid of node.kids) if (kid.type === 'element') visit(kid.node, node.type, headings);
  if (node.type === 'Table') completeTable(node);
}

const headingTypes: readonly StructureType[] = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

function headingLevel(type: StructureType): number {
  return headingTypes.indexOf(type) + 1;
}

/** Neighbours that may not stand here share one wrapping. */
function wrapStrays(kids: readonly StructureKid[], model: Model): StructureKid[] {
  const result: StructureKid[] = [];
  let strays: StructureKid[] = [];
  const close = (): void => {
    const order = strays[0]?.order;
    if (order === undefined) return;
    let inner = strays;
    for (const type of [...model.wrap].reverse()) {
      inner = [{ type: 'element', order, node: structureNode(type, inner) }];
    }
    result.push(...inner);
    strays = [];
  };
  for (const kid of kids) {
    if (kid.type === 'element' && model.kids.includes(kid.node.type)) {
      close();
      result.push(kid);
    } else {
      strays.push(kid);
    }
  }
  close();
  return result;
}

/** In a table of contents a list is a TOC and its items are TOCIs; their bodies add nothing (14.8.4.2). */
function contentsEntry(kid: StructureKid): StructureKid[] {
  if (kid.type !== 'element') return [kid];
  const { node } = kid;
  if (node.type === 'L') node.type = 'TOC';
  if (node.type === 'LI') {
    node.type = 'TOCI';
    node.kids = node.kids.flatMap((part) =>
      part.type === 'element' && part.node.type === 'LBody' ? part.node.kids : [part],
    );
    for (const part of node.kids) {
      if (part.type === 'element' && part.node.type === 'L') part.node.type = 'TOC';
    }
  }
  return [kid];
}

/** Inline elements whose whole content is the link. */
const linkedWhole: ReadonlySet<StructureType> = new Set<StructureType>([
  'Reference',
  'Span',
  'Quote',
  'Code',
  'Lbl',
]);

/**
 * A link annotation stands in a Link element (ISO 14289-1, 7.18.5), whatever element it was tagged with;
 * a Link whose annotation is not written (its target is nowhere) is mere text.
 */
function holdLinks(node: StructureNode): void {
  const annotated = node.kids.some((kid) => kid.type === 'annotation');
  if (node.type === 'Link') {
    if (!annotated) node.type = 'Span';
    return;
  }
  if (!annotated) return;
  const linked = linkedWhole.has(node.type)
    ? node.kids
    : node.kids.filter(({ type }) => type === 'annotation');
  const rest = node.kids.filter((kid) => !linked.includes(kid));
  const order = linked[0]?.order ?? 0;
  node.kids = [...rest, { type: 'element', order, node: structureNode('Link', linked) }];
}
