/**
 * Writes the structure tree (ISO 32000-1, 14.7): elements with their kids, attributes and identifiers,
 * the parent tree from marked content and annotations back to elements, and the catalog entries.
 * In: the Document node, pages as object numbers and boxes; out: objects in the file.
 */
import type { StructureId } from '../document/page.js';
import type { ContentRecord, StructureDetails, StructureNode } from './structure-node.js';
import type { PdfFile } from './pdf-file.js';
import type { PageMedia } from './printer-marks.js';
import { numbers, Raw, reference, textString } from './syntax.js';
import { writeNameTree, writeNumberTree, type TreeEntry } from './write-trees.js';

/** A page as other objects speak of it. */
export interface PageObject {
  readonly id: number;
  readonly media: PageMedia;
}

/** What the parent tree is looked up by: `StructParents` of streams, `StructParent` of annotations. */
export interface ParentKeys {
  /** By page index. */
  readonly pages: readonly number[];
  /** By object number. */
  readonly forms: ReadonlyMap<number, number>;
  readonly annotations: ReadonlyMap<number, number>;
  /** The first that is free. */
  readonly next: number;
}

/** Writes the tree into the file; the object number of each structure element that was written. */
export function writeStructure(
  file: PdfFile,
  root: StructureNode,
  pages: readonly PageObject[],
  keys: ParentKeys,
): ReadonlyMap<StructureId, number> {
  const writer = new StructureWriter(file, pages, keys);
  const rootId = file.reserve();
  const document = writer.write(root, rootId);
  const parentTree = writeNumberTree(file, writer.parentEntries());
  const ids = writer.identifiers;
  const idTree = ids.length > 0 ? `/IDTree ${reference(writeNameTree(file, ids))}` : '';
  file.put(
    rootId,
    `<</Type /StructTreeRoot /K [${reference(document)}] /ParentTree ${reference(parentTree)} ` +
      `/ParentTreeNextKey ${keys.next} ${idTree}>>`,
  );
  file.catalog['StructTreeRoot'] = new Raw(reference(rootId));
  file.catalog['MarkInfo'] = new Raw('<</Marked true>>');
  return writer.written;
}

class StructureWriter {
  readonly identifiers: TreeEntry<string>[] = [];
  readonly written = new Map<StructureId, number>();
  /** By key: the element of an annotation, or of each marked-content identifier of a stream. */
  private readonly parents = new Map<number, number | number[]>();
  private readonly pageReferences: readonly string[];

  constructor(
    private readonly file: PdfFile,
    private readonly pages: readonly PageObject[],
    private readonly keys: ParentKeys,
  ) {
    this.pageReferences = pages.map(({ id }) => reference(id));
    for (const key of [...keys.pages, ...keys.forms.values()]) this.parents.set(key, []);
  }

  parentEntries(): TreeEntry<number>[] {
    return Array.from(this.parents, ([key, of]) => ({
      key,
      value: typeof of === 'number' ? reference(of) : `[${of.map(reference).join(' ')}]`,
    }));
  }

  /** Writes a node and everything below it; its object number. */
  write(node: StructureNode, parent: number): number {
    const id = this.file.reserve();
    if (node.id !== undefined) this.written.set(node.id, id);
    let page: number | undefined;
    let kids = '';
    for (const kid of node.kids) {
      if (kid.type === 'element') kids += `${reference(this.write(kid.node, id))} `;
      else {
        if (kid.type === 'content' && kid.form === undefined) page ??= kid.page;
        kids += `${this.content(kid, id, page)} `;
      }
    }
    const own = page === undefined ? '' : ` /Pg ${this.page(page)}`;
    const entry =
      node.kids.length > 1 ? ` /K [${kids.trimEnd()}]` : kids === '' ? '' : ` /K ${kids.trimEnd()}`;
    this.file.put(id, `<</S /${node.type} /P ${reference(parent)}${own}${entry}${this.details(node, id)}>>`);
    return id;
  }

  /** A kid of the element `id` that is no element; `page` is the one that the element names. */
  private content(kid: ContentRecord, id: number, page: number | undefined): string {
    if (kid.type === 'annotation') {
      const key = this.keys.annotations.get(kid.object);
      if (key !== undefined) this.parents.set(key, id);
      // The page the annotation is on, not the one that happens to be open.
      return `<</Type /OBJR /Obj ${reference(kid.object)} /Pg ${this.page(kid.page)}>>`;
    }
    const { form, mcid } = kid;
    const key = form === undefined ? this.keys.pages[kid.page] : this.keys.forms.get(form);
    const ids = key === undefined ? undefined : this.parents.get(key);
    if (typeof ids === 'object') ids[mcid] = id;
    if (form === undefined && kid.page === page) return String(mcid);
    const stream = form === undefined ? '' : ` /Stm ${reference(form)}`;
    return `<</Type /MCR /Pg ${this.page(kid.page)}${stream} /MCID ${mcid}>>`;
  }

  private details(node: StructureNode, id: number): string {
    const source = node.details;
    let result = '';
    if (source.language) result += ` /Lang ${textString(source.language)}`;
    if (source.title) result += ` /T ${textString(source.title)}`;
    if (source.alt) result += ` /Alt ${textString(source.alt)}`;
    if (source.actualText) result += ` /ActualText ${textString(source.actualText)}`;
    // Notes must have an identifier (ISO 14289-1, 7.9); the number keeps it unique and ASCII.
    if (node.type === 'Note' && node.id !== undefined) {
      const key = `note-${node.id}`;
      this.identifiers.push({ key, value: reference(id) });
      result += ` /ID ${textString(key)}`;
    }
    const [table, list, layout] = [
      tableAttributes(node),
      listAttributes(node),
      this.layoutAttributes(source),
    ];
    // Nearly all elements of a book.
    if (table === '' && list === '' && layout === '') return result;
    const attributes = [table, list, layout].filter(Boolean);
    return `${result} /A ${attributes.length === 1 ? attributes.join('') : `[${attributes.join(' ')}]`}`;
  }

  private layoutAttributes(source: StructureDetails): string {
    const box = source.bbox;
    const page = box && this.pages[box.page];
    if (!box || !page) return '';
    const left = page.media.trim[0] + box.x;
    const top = page.media.trim[3] - box.y;
    const corners = [left, top - box.height, left + box.width, top];
    return `<</O /Layout /Placement /Block /BBox [${numbers(corners)}]>>`;
  }

  private page(index: number): string {
    return this.pageReferences[index] ?? reference(0);
  }
}

function tableAttributes(node: StructureNode): string {
  if (node.type !== 'TH' && node.type !== 'TD') return '';
  let entries = '';
  if (node.type === 'TH') entries += ` /Scope /${node.details.scope ?? 'Column'}`;
  if (node.colSpan > 1) entries += ` /ColSpan ${node.colSpan}`;
  if (node.rowSpan > 1) entries += ` /RowSpan ${node.rowSpan}`;
  return entries === '' ? '' : `<</O /Table${entries}>>`;
}

function listAttributes(node: StructureNode): string {
  const numbering = node.type === 'L' ? node.details.listNumbering : undefined;
  return numbering ? `<</O /List /ListNumbering /${numbering}>>` : '';
}
