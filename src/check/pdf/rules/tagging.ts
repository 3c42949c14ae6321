/**
 * Rules on tags: what is painted, the structure tree and the parent tree must tell the same story
 * (ISO 32000-1, 14.7; ISO 14289-1, 7.1–7.3). veraPDF passes a 2a file whose text is untagged, and a
 * reference to an annotation on the wrong page.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { isArray } from '../open-pdf.js';
import { PdfRef } from '../objects.js';
import type { PdfContents } from '../read-pdf.js';
import type { PageContent } from '../read-content.js';
import {
  structureNodes,
  type ContentKid,
  type Kid,
  type ObjectKid,
  type StructureNode,
} from '../structure.js';
import { at, excerpt } from './report.js';

/** What the rules share while they go through the tree. */
interface Tags {
  readonly contents: PdfContents;
  readonly pages: ReadonlyMap<number, PageContent>;
  /** Content that an element has named so far. */
  readonly claimed: Set<string>;
}

/** Rules for tagged files. */
export function checkTagging(contents: PdfContents): readonly Diagnostic[] {
  const { structure } = contents;
  if (!structure) return [];
  const nodes = [...structureNodes(structure.kids)];
  const pages = new Map(contents.pages.map((page) => [page.page.number, page]));
  const found: Diagnostic[] = [];
  const claimed = new Set<string>();
  const tags: Tags = { contents, pages, claimed };
  for (const node of nodes) {
    for (const kid of node.kids) {
      if (kid.type === 'content') found.push(...checkContentKid(tags, node, kid));
      if (kid.type === 'object') found.push(...checkObjectKid(tags, node, kid));
    }
    found.push(...checkOrder(contents, node));
    found.push(...checkAlt(contents, node));
  }
  for (const page of contents.pages) found.push(...checkTagged(contents, page, claimed));
  return found;
}

const keyOf = (page: number, scope: number, mcid: number): string => `${page} ${scope} ${mcid}`;

/** Each string shown is an artifact or stands in content that the structure tree names. */
function checkTagged(
  contents: PdfContents,
  page: PageContent,
  claimed: ReadonlySet<string>,
): readonly Diagnostic[] {
  const number = page.page.number;
  const untagged = page.shows.filter(
    ({ mark }) =>
      !mark.artifact && (mark.mcid === undefined || !claimed.has(keyOf(number, mark.scope, mark.mcid))),
  );
  const first = untagged[0];
  if (!first) return [];
  const values = { page: number, text: excerpt(first.text), count: untagged.length };
  return [diagnostic('CHECK-UNTAGGED', values, at(contents))];
}

function checkContentKid(
  { contents, pages, claimed }: Tags,
  node: StructureNode,
  kid: ContentKid,
): readonly Diagnostic[] {
  const { page, scope, mcid } = kid;
  const values = { page, mcid, type: node.role };
  const content = pages.get(page);
  if (!content?.mcids.get(scope)?.has(mcid)) return [diagnostic('CHECK-MCID', values, at(contents))];
  const key = keyOf(page, scope, mcid);
  if (claimed.has(key)) return [diagnostic('CHECK-MCID-TWICE', values, at(contents))];
  claimed.add(key);
  const owner = scope === 0 ? content.page.dict : contents.file.dict(new PdfRef(scope, 0));
  const parents = parentsOf(contents, contents.file.number(owner?.raw('StructParents') ?? null));
  const parent = isArray(parents) ? parents[mcid] : undefined;
  const right = parent instanceof PdfRef && parent.number === node.object;
  return right ? [] : [diagnostic('CHECK-PARENT-TREE', values, at(contents))];
}

/** What the parent tree holds for a key. */
function parentsOf(
  contents: PdfContents,
  key: number | undefined,
): ReturnType<PdfContents['file']['resolve']> {
  const entry = key === undefined ? undefined : contents.structure?.parentTree.get(key);
  // An element stands there as a reference, an array of them may be one too.
  const value = contents.file.resolve(entry ?? null);
  return isArray(value) ? value : (entry ?? null);
}

/** `Pg` of an object reference names the page whose annotations hold the object. */
function checkObjectKid(
  { contents, pages }: Tags,
  node: StructureNode,
  kid: ObjectKid,
): readonly Diagnostic[] {
  const { file } = contents;
  const values = { page: kid.page, type: node.role };
  const dict = file.dict(new PdfRef(kid.object, 0));
  // A picture may be referred to as well; only annotations belong to one page.
  if (file.nameOf(dict?.raw('Type') ?? null) === 'XObject') return [];
  const annotations = file.array(pages.get(kid.page)?.page.dict.raw('Annots') ?? null) ?? [];
  const there = annotations.some((item) => item instanceof PdfRef && item.number === kid.object);
  if (!dict || !there) return [diagnostic('CHECK-OBJR', values, at(contents))];
  const parent = parentsOf(contents, file.number(dict.raw('StructParent')));
  if (parent instanceof PdfRef && parent.number === node.object) return [];
  const about = { ...values, mcid: `${kid.object} 0 R` };
  return [diagnostic('CHECK-PARENT-TREE', about, at(contents))];
}

/** The kids of an element come in page order: a paragraph over two pages is read in the order of its lines. */
function checkOrder(contents: PdfContents, node: StructureNode): readonly Diagnostic[] {
  let last = 0;
  for (const kid of node.kids) {
    const page = firstPage(kid);
    if (page === 0) continue;
    // Notes and floats are child elements that may stand on another page than their place in the text.
    if (kid.type !== 'element' && page < last) {
      return [diagnostic('CHECK-KID-ORDER', { page, type: node.role }, at(contents))];
    }
    if (kid.type !== 'element') last = page;
  }
  return [];
}

function firstPage(kid: Kid): number {
  return kid.type === 'element' ? (kid.kids.map(firstPage).find((page) => page > 0) ?? 0) : kid.page;
}

function checkAlt(contents: PdfContents, node: StructureNode): readonly Diagnostic[] {
  if (node.role !== 'Figure' && node.role !== 'Formula') return [];
  if ((node.alt ?? node.actualText ?? '').trim() !== '') return [];
  return [diagnostic('CHECK-ALT', { page: firstPage(node), type: node.role }, at(contents))];
}
