/**
 * Writes the structure tree (ISO 32000-1, 14.7): elements with their kids, attributes and identifiers,
 * the parent tree from marked content and annotations back to elements, and the catalog entries.
 * In: the Document node, pages as object numbers and boxes; out: objects in the file.
 */
import type { StructureElement } from '../document/page.js';
import type { StructureNode } from './structure-node.js';
import type { PdfFile } from './pdf-file.js';
import type { PageMedia } from './printer-marks.js';
import { numbers, Raw, reference, textString } from './syntax.js';
import { writeNameTree, writeNumberTree, type TreeEntry } from './write-trees.js';

/** A page as other objects speak of it. */
export interface PageObject {
  readonly id: number;
  readonly media: PageMedia;
}

/** Where an annotation's key stands in the parent tree. */
export type StructParents = ReadonlyMap<number, number>;

/** Writes the tree into the file; the object number of each structure element that was written. */
export function writeStructure(
  file: PdfFile,
  root: StructureNode,
  pages: readonly PageObject[],
  structParents: StructParents,
): ReadonlyMap<number, number> {
  const writer = new StructureWriter(file, pages, structParents);
  const rootId = file.reserve();
  const document = writer.write(root, rootId);
  const nums: TreeEntry<number>[] = writer.parents.map((ids, page) => ({
    key: page,
    value: `[${ids.map(reference).join(' ')}]`,
  }));
  for (const [key, element] of writer.annotationParents) nums.push({ key, value: reference(element) });
  const parentTree = writeNumberTree(file, nums);
  const ids = writer.identifiers;
  const idTree = ids.length > 0 ? `/IDTree ${reference(writeNameTree(file, ids))}` : '';
  const nextKey = pages.length + structParents.size;
  file.put(
    rootId,
    `<</Type /StructTreeRoot /K [${reference(document)}] /ParentTree ${reference(parentTree)} ` +
      `/ParentTreeNextKey ${nextKey} ${idTree}>>`,
  );
  file.catalog['StructTreeRoot'] = new Raw(reference(rootId));
  file.catalog['MarkInfo'] = new Raw('<</Marked true>>');
  return writer.written;
}

class StructureWriter {
  /** Per page, the element of each marked-content identifier. */
  readonly parents: number[][];
  readonly annotationParents = new Map<number, number>();
  readonly identifiers: TreeEntry<string>[] = [];
  readonly written = new Map<number, number>();

  constructor(
    private readonly file: PdfFile,
    private readonly pages: readonly PageObject[],
    private readonly structParents: StructParents,
  ) {
    this.parents = pages.map(() => []);
  }

  /** Writes a node and everything below it; its object number. */
  write(node: StructureNode, parent: number): number {
    const id = this.file.reserve();
    if (node.source) this.written.set(node.source.id, id);
    const first = node.kids.find((kid) => kid.type === 'content');
    const page = first?.type === 'content' ? first.page : undefined;
    const kids = node.kids.map((kid) => {
      switch (kid.type) {
        case 'element':
          return reference(this.write(kid.node, id));
        case 'content': {
          const ids = this.parents[kid.page];
          if (ids) ids[kid.mcid] = id;
          if (kid.page === page) return String(kid.mcid);
          return `<</Type /MCR /Pg ${this.page(kid.page)} /MCID ${kid.mcid}>>`;
        }
        case 'annotation': {
          const key = this.structParents.get(kid.object);
          if (key !== undefined) this.annotationParents.set(key, id);
          // The page the annotation is on, not the one that happens to be open.
          return `<</Type /OBJR /Obj ${reference(kid.object)} /Pg ${this.page(kid.page)}>>`;
        }
      }
    });
    const own = page === undefined ? '' : ` /Pg ${this.page(page)}`;
    this.file.put(
      id,
      `<</S /${node.type} /P ${reference(parent)}${own}${kidsEntry(kids)}${this.details(node, id)}>>`,
    );
    return id;
  }

  private details(node: StructureNode, id: number): string {
    const { source } = node;
    let result = '';
    if (source?.language) result += ` /Lang ${textString(source.language)}`;
    if (source?.title) result += ` /T ${textString(source.title)}`;
    if (source?.alt) result += ` /Alt ${textString(source.alt)}`;
    if (source?.actualText) result += ` /ActualText ${textString(source.actualText)}`;
    // Notes must have an identifier (ISO 14289-1, 7.9); the number keeps it unique and ASCII.
    if (node.type === 'Note' && source) {
      const key = `note-${source.id}`;
      this.identifiers.push({ key, value: reference(id) });
      result += ` /ID ${textString(key)}`;
    }
    const attributes = [...tableAttributes(node), ...listAttributes(node), ...this.layoutAttributes(source)];
    if (attributes.length === 0) return result;
    return `${result} /A ${attributes.length === 1 ? (attributes[0] ?? '') : `[${attributes.join(' ')}]`}`;
  }

  private layoutAttributes(source: StructureElement | undefined): string[] {
    const box = source?.bbox;
    const page = box && this.pages[box.page];
    if (!box || !page) return [];
    const left = page.media.trim[0] + box.x;
    const top = page.media.trim[3] - box.y;
    const corners = [left, top - box.height, left + box.width, top];
    return [`<</O /Layout /Placement /Block /BBox [${numbers(corners)}]>>`];
  }

  private page(index: number): string {
    return reference(this.pages[index]?.id ?? 0);
  }
}

function kidsEntry(kids: readonly string[]): string {
  if (kids.length === 0) return '';
  return kids.length === 1 ? ` /K ${kids[0] ?? ''}` : ` /K [${kids.join(' ')}]`;
}

function tableAttributes(node: StructureNode): string[] {
  if (node.type !== 'TH' && node.type !== 'TD') return [];
  let entries = '';
  if (node.type === 'TH') entries += ` /Scope /${node.source?.scope ?? 'Column'}`;
  if (node.colSpan > 1) entries += ` /ColSpan ${node.colSpan}`;
  if (node.rowSpan > 1) entries += ` /RowSpan ${node.rowSpan}`;
  return entries === '' ? [] : [`<</O /Table${entries}>>`];
}

function listAttributes(node: StructureNode): string[] {
  const numbering = node.type === 'L' ? node.source?.listNumbering : undefined;
  return numbering ? [`<</O /List /ListNumbering /${numbering}>>`] : [];
}
