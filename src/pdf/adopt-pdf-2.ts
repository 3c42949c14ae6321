/**
 * Structure types and relations of PDF 2.0 (ISO 32000-2, 14.8.4; ISO 14289-2, 8.2.5): notes are FENotes, what
 * a caption belongs to is a section of its own, labels say of what kind they are, and what speaks of another
 * element says so by Ref: notes and their calls both ways, entries of contents. In place, after the content
 * model; PDF 1.7 has none of it.
 */
import type { StructureId } from '../document/page.js';
import type { StructureKid, StructureNode, WrittenType } from './structure-node.js';

/** Types that the standard structure namespace of PDF 2.0 has; the others are in that of PDF 1.7 alone. */
const pdf2Types: ReadonlySet<WrittenType> = new Set<WrittenType>([
  ...([
    'Document',
    'Part',
    'Sect',
    'Aside',
    'Div',
    'NonStruct',
    'P',
    'H1',
    'H2',
    'H3',
    'H4',
    'H5',
    'H6',
  ] as const),
  ...(['L', 'LI', 'Lbl', 'LBody', 'Table', 'THead', 'TBody', 'TFoot', 'TR', 'TH', 'TD'] as const),
  ...(['Caption', 'Span', 'Link', 'Figure', 'Formula', 'FENote', 'Form'] as const),
]);

/** The standard structure namespace of PDF 2.0 (14.8.6.2). */
export const pdf2Namespace = 'http://iso.org/pdf2/ssn';

/** True for a type of that namespace; without one an element is in that of PDF 1.7. */
export function isPdf2Type(type: WrittenType): boolean {
  return pdf2Types.has(type);
}

/** Types in which an Aside cannot stand (ISO/TS 32005, table 5). */
const noAside: ReadonlySet<WrittenType> = new Set<WrittenType>([
  'Aside',
  'BlockQuote',
  'TD',
  'TH',
  'Caption',
  'Link',
]);

/** Changes the tree below (and with) this node. `nodeOf` is the node that an element of layout is in. */
export function adoptPdf2(
  root: StructureNode,
  nodeOf: (element: StructureId) => StructureNode | undefined,
): void {
  rename(root, []);
  relate(root, [], nodeOf);
}

/** `above` are the nodes around, the nearest last. */
function rename(node: StructureNode, above: readonly StructureNode[]): void {
  if (node.type === 'Note') node.type = 'FENote';
  // An article in an article (ISO/TS 32005, table 5).
  if (node.type === 'Art' && above.some(({ type }) => type === 'Art')) node.type = 'Sect';
  // What stands beside the text is part of something else there.
  const around = above.findLast(({ type }) => type !== 'Div')?.type ?? 'Document';
  if (node.type === 'Aside' && noAside.has(around)) node.type = 'Sect';
  // A Div is transparent: its caption would be that of what is around it.
  if (node.type === 'Div' && node.kids.some(isCaption)) node.type = 'Sect';
  limitCaptions(node);
  const inside = [...above, node];
  for (const kid of node.kids) if (kid.type === 'element') rename(kid.node, inside);
}

function isCaption(kid: StructureKid): boolean {
  return kid.type === 'element' && kid.node.type === 'Caption';
}

/** One caption, first or last (ISO 14289-2, 8.2.5.27); others are text of their own. */
function limitCaptions(node: StructureNode): void {
  const captions = node.kids.filter(isCaption);
  if (captions.length === 0) return;
  const ends = [node.kids.at(0), node.kids.at(-1)];
  const kept = captions.find((caption) => ends.includes(caption));
  for (const caption of captions) {
    if (caption === kept || caption.type !== 'element') continue;
    const holdsElements = caption.node.kids.some(({ type }) => type === 'element');
    caption.node.type = holdsElements ? 'Div' : 'P';
  }
}

/** Says by Ref what links lead to: those to notes, and those of contents. */
function relate(
  node: StructureNode,
  above: readonly StructureNode[],
  nodeOf: (element: StructureId) => StructureNode | undefined,
): void {
  const inside = [...above, node];
  for (const kid of node.kids) {
    if (kid.type === 'element') relate(kid.node, inside, nodeOf);
    if (kid.type !== 'annotation' || kid.leadsTo === undefined) continue;
    const target = nodeOf(kid.leadsTo);
    if (!target) continue;
    const call = inside.findLast(({ type }) => type === 'Reference') ?? node;
    const entry = inside.findLast(({ type }) => type === 'TOCI');
    if (target.type === 'FENote') {
      refer(call, target);
      refer(target, call);
    } else if (entry) {
      refer(entry, target);
    }
  }
}

function refer(from: StructureNode, to: StructureNode): void {
  if (!from.references.includes(to)) from.references.push(to);
}
