/**
 * Writes the structure tree (ISO 32000-1, 14.7): elements with their kids, attributes and identifiers,
 * the parent tree from marked content and annotations back to elements, and the catalog entries.
 * In: the Document node, pages as object numbers and boxes; out: objects in the file.
 */
import type { StructureId } from '../document/page.js';
import { isPdf2Type, pdf2Namespace } from './adopt-pdf-2.js';
import type { ContentBuffer } from './content-buffer.js';
import type { ObjectPacker } from './object-packer.js';
import type {
  ContentRecord,
  StructureDetails,
  StructureKid,
  StructureNode,
  WrittenType,
} from './structure-node.js';
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

/** A structure element in the file. */
export interface WrittenElement {
  /** Object number. */
  readonly object: number;
  /** Number of layout; undefined where the content model asked for the element. */
  readonly element: StructureId | undefined;
  /** Index of the page on which its content begins; undefined where it has none. */
  page: number | undefined;
  /** How many elements stand in it. */
  size: number;
}

/** The pages, and what is found by them. */
interface Pages {
  readonly pages: readonly PageObject[];
  readonly keys: ParentKeys;
  /** Elements name the namespace of their type (ISO 32000-2, 14.7.4). */
  readonly namespaces: boolean;
}

/** Writes the tree into the file; the elements in reading order. */
export function writeStructure(
  file: PdfFile,
  root: StructureNode,
  { pages, keys, namespaces }: Pages,
): readonly WrittenElement[] {
  const namespace = namespaces ? file.reserve() : undefined;
  if (namespace !== undefined) file.put(namespace, `<</Type /Namespace /NS ${textString(pdf2Namespace)}>>`);
  const writer = new StructureWriter(file.packer, { pages, keys, namespace });
  const rootId = file.reserve();
  const document = writer.write(root, rootId);
  const parentTree = writeNumberTree(file, writer.parentEntries());
  const ids = writer.identifiers;
  const idTree = ids.length > 0 ? `/IDTree ${reference(writeNameTree(file, ids))}` : '';
  file.put(
    rootId,
    `<</Type /StructTreeRoot /K [${reference(document)}] /ParentTree ${reference(parentTree)} ` +
      `/ParentTreeNextKey ${keys.next} ${idTree}` +
      `${namespace === undefined ? '' : ` /Namespaces [${reference(namespace)}]`}>>`,
  );
  file.catalog['StructTreeRoot'] = new Raw(reference(rootId));
  file.catalog['MarkInfo'] = new Raw('<</Marked true>>');
  return writer.written;
}

class StructureWriter {
  readonly identifiers: TreeEntry<string>[] = [];
  /** In reading order. */
  readonly written: WrittenElement[] = [];
  /** Object numbers of nodes, given out before they are written where others refer to them. */
  private readonly objects = new Map<StructureNode, number>();
  /** By key: the element of an annotation, or of each marked-content identifier of a stream. */
  private readonly parents = new Map<number, number | number[]>();

  private readonly pages: readonly PageObject[];
  private readonly keys: ParentKeys;
  /** Object number of the namespace of PDF 2.0. */
  private readonly namespace: number | undefined;

  constructor(
    private readonly packer: ObjectPacker,
    { pages, keys, namespace }: Omit<Pages, 'namespaces'> & { readonly namespace: number | undefined },
  ) {
    this.pages = pages;
    this.keys = keys;
    this.namespace = namespace;
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
    const { packer } = this;
    const { kids } = node;
    const id = this.objectOf(node);
    const written: WrittenElement = { object: id, element: node.id, page: undefined, size: 0 };
    const place = this.written.push(written);
    let page: number | undefined;
    const below: number[] = [];
    for (const kid of kids) {
      const next = this.written.length;
      if (kid.type === 'element') below.push(this.write(kid.node, id));
      else if (kid.type === 'content' && kid.form === undefined) page ??= kid.page;
      written.page ??= kid.type === 'element' ? this.written[next]?.page : kid.page;
    }
    written.size = this.written.length - place;
    const out = packer.begin(id).text('<</S /').text(node.type).text(' /P ').reference(parent);
    if (page !== undefined) out.text(' /Pg ').reference(this.pageId(page));
    if (kids.length > 0) out.text(kids.length > 1 ? ' /K [' : ' /K ');
    let element = 0;
    for (let i = 0; i < kids.length; i++) {
      const kid = kids[i];
      if (i > 0) out.byte(32);
      if (kid?.type === 'element') out.reference(below[element++] ?? 0);
      else if (kid) this.content(out, kid, id, page);
    }
    if (kids.length > 1) out.byte(93);
    this.details(out, node, id);
    out.text('>>');
    packer.end();
    return id;
  }

  private objectOf(node: StructureNode): number {
    let object = this.objects.get(node);
    if (object === undefined) {
      object = this.packer.reserve();
      if (this.namespace !== undefined) this.objects.set(node, object);
    }
    return object;
  }

  /** A kid of the element `id` that is no element; `page` is the one that the element names. */
  private content(out: ContentBuffer, kid: ContentRecord, id: number, page: number | undefined): void {
    if (kid.type === 'annotation') {
      const key = this.keys.annotations.get(kid.object);
      if (key !== undefined) this.parents.set(key, id);
      // The page the annotation is on, not the one that happens to be open.
      out.text('<</Type /OBJR /Obj ').reference(kid.object).text(' /Pg ').reference(this.pageId(kid.page));
      out.text('>>');
      return;
    }
    const { form, mcid } = kid;
    const key = form === undefined ? this.keys.pages[kid.page] : this.keys.forms.get(form);
    const ids = key === undefined ? undefined : this.parents.get(key);
    if (typeof ids === 'object') ids[mcid] = id;
    if (form === undefined && kid.page === page) {
      out.integer(mcid);
      return;
    }
    out.text('<</Type /MCR /Pg ').reference(this.pageId(kid.page));
    if (form !== undefined) out.text(' /Stm ').reference(form);
    out.text(' /MCID ').integer(mcid).text('>>');
  }

  private details(out: ContentBuffer, node: StructureNode, id: number): void {
    const { type, details } = node;
    const { language, title, alt, actualText, bbox } = details;
    if (language) out.text(` /Lang ${textString(language)}`);
    if (title) out.text(` /T ${textString(title)}`);
    if (alt) out.text(` /Alt ${textString(alt)}`);
    if (actualText) out.text(` /ActualText ${textString(actualText)}`);
    if (this.namespace !== undefined && isPdf2Type(type)) out.text(' /NS ').reference(this.namespace);
    if (node.references.length > 0)
      out.text(` /Ref [${node.references.map((other) => reference(this.objectOf(other))).join(' ')}]`);
    // Notes must have an identifier (ISO 14289-1, 7.9); the number keeps it unique and ASCII.
    if ((type === 'Note' || type === 'FENote') && node.id !== undefined) {
      const key = `note-${node.id}`;
      this.identifiers.push({ key, value: reference(id) });
      out.text(` /ID ${textString(key)}`);
    }
    // Nearly all elements of a book.
    if (!bbox && !node.block && !isCell(type) && type !== 'L' && type !== 'FENote') return;
    const list = type === 'L' ? listAttributes(node, this.namespace !== undefined) : '';
    const note = type === 'FENote' ? `<</O /FENote /NoteType /${details.noteType ?? 'None'}>>` : '';
    const attributes = [tableAttributes(node), list, note, this.layoutAttributes(node)].filter(Boolean);
    if (attributes.length > 0)
      out.text(` /A ${attributes.length === 1 ? attributes.join('') : `[${attributes.join(' ')}]`}`);
  }

  private layoutAttributes({ block, details: { bbox } }: StructureNode): string {
    const entries = [block ? '/Placement /Block' : '', bbox ? this.boundingBox(bbox) : ''].filter(Boolean);
    return entries.length > 0 ? `<</O /Layout ${entries.join(' ')}>>` : '';
  }

  private boundingBox(box: NonNullable<StructureDetails['bbox']>): string {
    const page = this.pages[box.page];
    if (!page) return '';
    const left = page.media.trim[0] + box.x;
    const top = page.media.trim[3] - box.y;
    return `/BBox [${numbers([left, top - box.height, left + box.width, top])}]`;
  }

  private pageId(index: number): number {
    return this.pages[index]?.id ?? 0;
  }
}

function isCell(type: WrittenType): boolean {
  return type === 'TH' || type === 'TD';
}

function tableAttributes(node: StructureNode): string {
  if (!isCell(node.type)) return '';
  let entries = '';
  if (node.type === 'TH') entries += ` /Scope /${node.details.scope ?? 'Column'}`;
  if (node.colSpan > 1) entries += ` /ColSpan ${node.colSpan}`;
  if (node.rowSpan > 1) entries += ` /RowSpan ${node.rowSpan}`;
  return entries === '' ? '' : `<</O /Table${entries}>>`;
}

/** In PDF 2.0 lists with labels say of what kind these are (ISO 14289-2, 8.2.5.25); before, there are fewer kinds. */
function listAttributes({ kids, details }: StructureNode, pdf2: boolean): string {
  const { listNumbering: numbering } = details;
  const labelled = kids.some((kid) => kid.type === 'element' && kid.node.kids.some(isLabel));
  const kind = pdf2
    ? labelled && (numbering ?? 'None') === 'None'
      ? 'Unordered'
      : numbering
    : numbering === 'Description'
      ? 'None'
      : numbering;
  return kind ? `<</O /List /ListNumbering /${kind}>>` : '';
}

function isLabel(kid: StructureKid): boolean {
  return kid.type === 'element' && kid.node.type === 'Lbl';
}
