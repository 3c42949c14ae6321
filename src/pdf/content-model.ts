/**
 * Which structure types may stand in which (ISO 32000-1, 14.8.4; the rules that PDF/UA-1 7.2 tests, and
 * ISO/TS 32005, table 5, which PDF/UA-2 goes by), as a table, and the tree made to obey it: what stands
 * astray gets the elements that belong around it. An HTML tree does not promise as much, and a reader of
 * lists or tables relies on it.
 */
import type { StructureType } from '../document/page.js';
import { structureNode, type StructureKid, type StructureNode, type WrittenType } from './structure-node.js';
import { completeTable } from './complete-table.js';

interface Model {
  /** Types that may be kids; content of its own is none of them. */
  readonly kids: readonly WrittenType[];
  /** What is put round anything else, outermost first. */
  readonly wrap: readonly StructureType[];
}

const rows: Model = { kids: ['TR'], wrap: ['TR', 'TD'] };
const models: Partial<Record<WrittenType, Model>> = {
  L: { kids: ['L', 'LI', 'Caption'], wrap: ['LI', 'LBody'] },
  LI: { kids: ['Lbl', 'LBody'], wrap: ['LBody'] },
  TOC: { kids: ['TOC', 'TOCI', 'Caption'], wrap: ['TOCI'] },
  TOCI: { kids: ['Lbl', 'Reference', 'P', 'TOC'], wrap: ['Reference'] },
  Table: { kids: ['Caption', 'THead', 'TBody', 'TFoot', 'TR'], wrap: ['TR', 'TD'] },
  THead: rows,
  TBody: rows,
  TFoot: rows,
  TR: { kids: ['TH', 'TD'], wrap: ['TD'] },
};

/** Types that may stand in these only; anywhere else they become a Div. */
const parents: Partial<Record<WrittenType, readonly WrittenType[]>> = {
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

/** Types that hold other elements and no text of their own; in a Div it is as around it. */
const grouping: ReadonlySet<WrittenType> = new Set<WrittenType>(['Document', 'Part', 'Art', 'Sect', 'Aside']);
/** Types that stand in lines of text, unless they are blocks themselves. */
const phrases: ReadonlySet<WrittenType> = new Set<WrittenType>([
  'Span',
  'Quote',
  'Reference',
  'Link',
  'Code',
]);
const headingTypes: readonly StructureType[] = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
/** Types that hold lines of text only; links and references do where they stand in lines. */
const lines: ReadonlySet<WrittenType> = new Set<WrittenType>([...headingTypes, 'P', 'Span', 'Quote', 'Lbl']);
/** Types that cannot stand in lines; there they are a Span. */
const blocks: ReadonlySet<WrittenType> = new Set<WrittenType>([
  ...headingTypes,
  ...grouping,
  'P',
  'Div',
  'BlockQuote',
  'Caption',
  'TOC',
  'Index',
]);

/** Where a node stands. */
interface Place {
  readonly parent: WrittenType | undefined;
  /** Its parent holds other elements and no text, Divs between left out. */
  readonly grouped: boolean;
  /** In an element that holds lines of text. */
  readonly inLine: boolean;
  /** Text stands beside it. */
  readonly besideText: boolean;
  readonly headings: { level: number };
}

/** Makes the tree below (and with) this node obey the tables above. */
export function applyContentModel(root: StructureNode): void {
  visit(root, {
    parent: undefined,
    grouped: false,
    inLine: false,
    besideText: false,
    headings: { level: 0 },
  });
}

function visit(node: StructureNode, place: Place): void {
  fitPlace(node, place);
  const { type } = node;
  dropDoubleCode(node);
  if (type === 'TOC') node.kids = contentsKids(node).flatMap(contentsEntry);
  const model = models[type];
  if (model) node.kids = wrapStrays(node.kids, model.wrap, (kid) => mayStand(kid, model.kids));
  holdLinks(node);
  const grouped = grouping.has(type) || (type === 'Div' && place.grouped);
  if (grouped) node.kids = wrapStrays(node.kids, ['P'], (kid) => !isPhrase(kid));
  if (type === 'L' && node.details.listNumbering === 'Description') joinItems(node);
  const linked = type === 'Link' || type === 'Reference';
  const inLine = lines.has(type) || (linked && place.inLine);
  const besideText = node.kids.some(isPhrase);
  const inside = { parent: type, grouped, inLine, besideText, headings: place.headings };
  for (const kid of node.kids) if (kid.type === 'element') visit(kid.node, inside);
  if (type === 'Table') completeTable(node);
}

/** Gives the node a type that may stand where it stands. */
function fitPlace(node: StructureNode, { parent, inLine, besideText, headings }: Place): void {
  const allowed = parents[node.type];
  if (allowed && parent && !allowed.includes(parent)) node.type = 'Div';
  if (inLine && blocks.has(node.type)) node.type = 'Span';
  // A picture by itself is set in a line of its own.
  if (isIllustration(node.type) && !inLine && !besideText) node.block = true;
  const level = headingLevel(node.type);
  if (level === 0) return;
  // No level is skipped on the way down (ISO 14289-1, 7.4.2).
  headings.level = Math.min(level, headings.level + 1);
  node.type = headingTypes[headings.level - 1] ?? 'H6';
}

function isIllustration(type: WrittenType): boolean {
  return type === 'Figure' || type === 'Formula';
}

function mayStand(kid: StructureKid, types: readonly WrittenType[]): boolean {
  return kid.type === 'element' && types.includes(kid.node.type);
}

/** Text, or what stands among it. */
function isPhrase(kid: StructureKid): boolean {
  return kid.type !== 'element' || (phrases.has(kid.node.type) && !kid.node.block);
}

function headingLevel(type: WrittenType): number {
  return headingTypes.findIndex((heading) => heading === type) + 1;
}

/** Neighbours that may not stand here share one wrapping. */
function wrapStrays(
  kids: readonly StructureKid[],
  wrap: readonly StructureType[],
  mayStay: (kid: StructureKid) => boolean,
): StructureKid[] {
  const result: StructureKid[] = [];
  let strays: StructureKid[] = [];
  const close = (): void => {
    const order = strays[0]?.order;
    if (order === undefined) return;
    let inner = strays;
    for (const type of [...wrap].reverse()) {
      inner = [{ type: 'element', order, node: structureNode(type, inner) }];
    }
    result.push(...inner);
    strays = [];
  };
  for (const kid of kids) {
    if (mayStay(kid)) {
      close();
      result.push(kid);
    } else {
      strays.push(kid);
    }
  }
  close();
  return result;
}

/** Those of its list, where that is all it has. */
function contentsKids({ kids }: StructureNode): StructureKid[] {
  const [only] = kids;
  return kids.length === 1 && only?.type === 'element' && only.node.type === 'L' ? takeKids(only.node) : kids;
}

/** In a table of contents a list is a TOC and its items are TOCIs; their bodies add nothing (14.8.4.2). */
function contentsEntry(kid: StructureKid): StructureKid[] {
  if (kid.type !== 'element') return [kid];
  const { node } = kid;
  if (node.type === 'L') node.type = 'TOC';
  if (node.type === 'LI') {
    node.type = 'TOCI';
    node.kids = node.kids.flatMap((part) =>
      part.type === 'element' && part.node.type === 'LBody' ? takeKids(part.node) : [part],
    );
    for (const part of node.kids) {
      if (part.type === 'element' && part.node.type === 'L') part.node.type = 'TOC';
    }
  }
  return [kid];
}

/** `pre` around `code` is one piece of code. */
function dropDoubleCode(node: StructureNode): void {
  const [only] = node.kids;
  if (node.type !== 'Code' || node.kids.length !== 1 || only?.type !== 'element') return;
  if (only.node.type !== 'Code' || only.node.details.language !== undefined) return;
  node.kids = takeKids(only.node);
}

/** What the element held, which no longer stands. */
function takeKids(node: StructureNode): StructureKid[] {
  const { kids } = node;
  node.kids = [];
  return kids;
}

/** A term and what it means are one item (14.8.4.3.3), though `dl` has them side by side. */
function joinItems(list: StructureNode): void {
  const joined: StructureKid[] = [];
  for (const kid of list.kids) {
    const before = joined.at(-1);
    const term = before?.type === 'element' && before.node.kids.every((part) => mayStand(part, ['Lbl']));
    if (term && kid.type === 'element' && !kid.node.kids.some((part) => mayStand(part, ['Lbl'])))
      before.node.kids.push(...takeKids(kid.node));
    else joined.push(kid);
  }
  list.kids = joined;
}

/** Inline elements whose whole content is the link. */
const linkedWhole: ReadonlySet<WrittenType> = new Set<WrittenType>([
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
