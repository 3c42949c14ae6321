/**
 * Writes painted pages: content streams, then page dictionaries and link
 * annotations (ISO 32000-1, 7.7.3 and 12.5.6.5). In: `PaintedContent`s and `PaintedPage`s; out: where each
 * page lies and what marked content each structure element has, for whatever points at them.
 */
import type { Destination } from '../document/page.js';
import type { Standard } from './conformance.js';
import type { Destinations } from './destinations.js';
import { stored, storedContent, type StoredStream } from './deflate.js';
import type { PdfFile } from './pdf-file.js';
import type { ContentRecord } from './structure-node.js';
import type { SignatureField } from './write-signature.js';
import { numbers, Raw, reference, textString } from './syntax.js';
import type { PageObject, ParentKeys } from './write-structure.js';
import type { PaintedContent, PaintedForm, PaintedLink, PaintedPage, StreamMarks } from './painted.js';

/** A page whose content is in the file and whose dictionary is not. */
type PendingPage = PageObject &
  Pick<PaintedPage, 'label' | 'links' | 'transparent'> & {
    readonly images: readonly string[];
    readonly contents: readonly number[];
  };

/** A link that is not written yet. */
interface LinkAnnotation {
  readonly id: number;
  /** Its StructParent. */
  readonly key: number;
  readonly link: PaintedLink;
  readonly place: Destination | undefined;
}

export class PageWriter {
  readonly pages: PendingPage[] = [];
  /** Form XObjects by resource name. */
  readonly forms = new Map<string, string>();
  /** Marked content and annotations by structure element. */
  readonly records: (ContentRecord[] | undefined)[] = [];
  /** Object numbers of the streams that pages share, by their bytes in Latin-1. */
  private readonly shared = new Map<string, number>();
  private readonly pageKeys: number[] = [];
  private readonly formKeys = new Map<number, number>();
  private readonly annotationKeys = new Map<number, number>();
  private readonly linkAnnotations: LinkAnnotation[] = [];
  private field: SignatureField | undefined;
  private nextKey = 0;
  private readonly tagged: boolean;

  constructor(
    private readonly file: PdfFile,
    private readonly standard: Standard,
    /** Object number of the resource dictionary. */
    private readonly resources: number,
  ) {
    this.tagged = standard.tagged;
  }

  get keys(): ParentKeys {
    return {
      pages: this.pageKeys,
      forms: this.formKeys,
      annotations: this.annotationKeys,
      next: this.nextKey,
    };
  }

  /** Writes the content of the next page; `taken` is what was painted before it. */
  add(page: PaintedPage, taken: PaintedContent<StoredStream> | undefined): void {
    const { file } = this;
    const { media, label } = page;
    const index = this.pages.length;
    const id = file.reserve();
    this.pageKeys.push(this.nextKey++);
    const parts: PaintedContent<StoredStream>[] = [];
    const contents: number[] = [];
    if (page.slug) contents.push(file.addContent(stored(page.slug)));
    if (page.border) contents.push(this.addShared(page.border.before));
    if (taken && page.below?.length) contents.push(file.addContent(stored(page.below)));
    if (taken) parts.push(taken);
    if (page.content.length > 0 || !taken) parts.push(storedContent(page));
    for (const { content, marks, forms } of parts) {
      this.record(marks, index, undefined);
      for (const form of forms) this.addForm(form, index);
      contents.push(file.addContent(content));
    }
    if (page.border) contents.push(this.addShared(page.border.after));
    const images = parts.flatMap((part) => [...part.images.keys()]);
    const links = parts.flatMap((part) => part.links);
    const transparent = parts.some((part) => part.transparent);
    this.pages.push({ id, media, label, images, links, transparent, contents });
  }

  /** A stream that other pages have too: written once. */
  private addShared(bytes: Uint8Array): number {
    const key = Buffer.from(bytes).toString('latin1');
    const known = this.shared.get(key);
    if (known !== undefined) return known;
    const id = this.file.addContent(stored(bytes));
    this.shared.set(key, id);
    return id;
  }

  /** Keeps a place among the annotations of the first page for a signature field. */
  reserveField(): SignatureField | undefined {
    const [first] = this.pages;
    if (!first) return undefined;
    const id = this.file.reserve();
    const key = this.nextKey++;
    this.annotationKeys.set(id, key);
    this.field = { id, key, media: first.media };
    return this.field;
  }

  /** Writes page dictionaries; the links are to follow (`writeLinks`). `shining` are the pictures that show what is below. */
  finish(destinations: ReadonlyMap<string, Destination>, shining: ReadonlySet<string>): void {
    const { file } = this;
    this.pages.forEach((page, index) => {
      const transparent = page.transparent || page.images.some((name) => shining.has(name));
      const entries = [
        ...this.entries(page, index),
        transparent ? `/Group ${this.group('')}` : '',
        `/Contents ${contentsOf(page.contents)}`,
        this.annotations(page, index, destinations),
      ];
      file.put(page.id, `<<${entries.filter(Boolean).join(' ')}>>`);
    });
    file.pageTree.data['Count'] = this.pages.length;
    file.pageTree.data['Kids'] = new Raw(`[${this.pages.map(({ id }) => reference(id)).join(' ')}]`);
  }

  /** Writes the links, when it is known where they lead. */
  writeLinks(destinations: Destinations): void {
    for (const { id, key, link, place } of this.linkAnnotations) {
      const { box, target } = link;
      const says = link.description.trim() || (target.type === 'url' ? target.url : target.id);
      const action =
        target.type === 'url'
          ? `/A <</S /URI /URI ${textString(asciiUri(target.url))}>>`
          : place && destinations.link(target.id, place);
      this.file.put(
        id,
        `<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [${numbers(box)}] ` +
          `/StructParent ${key} /Contents ${textString(says)} ${action ?? ''}>>`,
      );
    }
  }

  private entries({ media }: PendingPage, index: number): string[] {
    const print = this.standard.edition === 'print';
    return [
      `/Type /Page /Parent ${this.file.pageTree.toString()}`,
      `/MediaBox [${numbers(media.media)}]`,
      print ? `/BleedBox [${numbers(media.bleed)}] /TrimBox [${numbers(media.trim)}]` : '',
      `/Resources ${reference(this.resources)}`,
      // The order of the tab key is that of the structure (ISO 14289-1, 7.18.3).
      this.tagged ? `/StructParents ${this.pageKeys[index] ?? 0} /Tabs /S` : '',
    ];
  }

  /** A transparency group in the blending space of the edition (ISO 32000-1, 11.6.6). */
  private group(more: string): string {
    return `<</S /Transparency /CS /${this.standard.edition === 'print' ? 'DeviceCMYK' : 'DeviceRGB'}${more}>>`;
  }

  /** A form XObject names its resources itself, as pages do (ISO 19005-2, 6.2.2). */
  private addForm(form: PaintedForm<StoredStream>, page: number): void {
    const key = form.marks && form.marks.elements.length > 0 ? this.nextKey++ : undefined;
    const entries = [
      `/Type /XObject /Subtype /Form /BBox [${numbers(form.box)}]`,
      form.kind === 'group' ? `/Group ${this.group(' /I false /K false')}` : '',
      `/Resources ${reference(this.resources)}`,
      key === undefined ? '' : `/StructParents ${key}`,
    ];
    const id = this.file.addContent(form.content, `${entries.filter(Boolean).join(' ')} `);
    if (key !== undefined) this.formKeys.set(id, key);
    this.forms.set(form.name, reference(id));
    this.record(form.marks, page, id);
  }

  private record(marks: StreamMarks | undefined, page: number, form: number | undefined): void {
    marks?.elements.forEach((element, mcid) => {
      const order = marks.orders[mcid] ?? 0;
      (this.records[element] ??= []).push({ type: 'content', order, page, mcid, form });
    });
  }

  /** The Annots entry of a page: its field and its links. One that leads nowhere has been reported. */
  private annotations(
    { links }: PendingPage,
    page: number,
    destinations: ReadonlyMap<string, Destination>,
  ): string {
    const ids: number[] = page === 0 && this.field ? [this.field.id] : [];
    for (const link of links) {
      const { element, order, target } = link;
      const place = target.type === 'destination' ? destinations.get(target.id) : undefined;
      if (target.type === 'destination' && !place) continue;
      const id = this.file.reserve();
      const key = this.nextKey++;
      this.linkAnnotations.push({ id, key, link, place });
      ids.push(id);
      const record = { type: 'annotation', order, page, object: id, leadsTo: place?.structure } as const;
      (this.records[element] ??= []).push(record);
      this.annotationKeys.set(id, key);
    }
    return ids.length === 0 ? '' : `/Annots [${ids.map(reference).join(' ')}]`;
  }
}

function contentsOf(ids: readonly number[]): string {
  const [only] = ids;
  return ids.length === 1 && only !== undefined ? reference(only) : `[${ids.map(reference).join(' ')}]`;
}

/** A URI is ASCII (ISO 32000-1, 12.6.4.7); other characters as their percent-encoded UTF-8. */
function asciiUri(url: string): string {
  return url.replace(/[^\x21-\x7e]+/gu, (part) =>
    encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')),
  );
}
