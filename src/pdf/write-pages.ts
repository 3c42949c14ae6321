/**
 * Writes the pages of a document: content streams, page dictionaries, link annotations (ISO 32000-1,
 * 7.7.3 and 12.5.6.5). In: finished pages; out: where each page lies, for whatever points at it.
 */
import type { PagedDocument } from '../document/page.js';
import { PagePainter, type PaintedPage, type PaintResources } from './paint-page.js';
import type { PdfFile } from './pdf-file.js';
import { numbers, Raw, reference, textString } from './syntax.js';
import { destinationName } from './write-outline.js';
import type { PageObject } from './write-structure.js';

export interface WrittenPages {
  readonly pages: readonly PageObject[];
  /** Keys of link annotations in the parent tree, by object number. */
  readonly structParents: ReadonlyMap<number, number>;
  /** Ids that links lead to and nothing has. */
  readonly deadLinks: ReadonlySet<string>;
}

interface PagesContext {
  readonly paint: PaintResources;
  /** Object number of the resource dictionary. */
  readonly resources: number;
}

/** Paints and writes all pages. */
export function writePages(file: PdfFile, paged: PagedDocument, context: PagesContext): WrittenPages {
  const painter = new PagePainter(context.paint);
  const links = new LinkWriter(file, paged, context.paint);
  const pages = paged.pages.map((page, index): PageObject => {
    const painted = painter.paint(page, index);
    const id = file.reserve();
    const content = file.addStream({}, painted.content);
    const annotations = links.write(painted, index);
    file.put(
      id,
      `<<${pageEntries(file, painted, context, index).join(' ')} /Contents ${content.toString()}${annotations}>>`,
    );
    return { id, media: painted.media };
  });
  file.pageTree.data['Count'] = pages.length;
  file.pageTree.data['Kids'] = new Raw(`[${pages.map(({ id }) => reference(id)).join(' ')}]`);
  return { pages, structParents: links.structParents, deadLinks: links.dead };
}

function pageEntries(
  file: PdfFile,
  { media, transparent }: PaintedPage,
  { paint, resources }: PagesContext,
  index: number,
): string[] {
  const print = paint.edition === 'print';
  const blending = print ? 'DeviceCMYK' : 'DeviceRGB';
  return [
    `/Type /Page /Parent ${file.pageTree.toString()}`,
    `/MediaBox [${numbers(media.media)}]`,
    print ? `/BleedBox [${numbers(media.bleed)}] /TrimBox [${numbers(media.trim)}]` : '',
    `/Resources ${reference(resources)}`,
    // The order of the tab key is that of the structure (ISO 14289-1, 7.18.3).
    paint.recorder ? `/StructParents ${index} /Tabs /S` : '',
    transparent ? `/Group <</S /Transparency /CS /${blending}>>` : '',
  ].filter(Boolean);
}

/** Link annotations of the archive; print has none. */
class LinkWriter {
  readonly structParents = new Map<number, number>();
  readonly dead = new Set<string>();

  constructor(
    private readonly file: PdfFile,
    private readonly paged: PagedDocument,
    private readonly paint: PaintResources,
  ) {}

  /** Writes the links of a page; its Annots entry. */
  write({ links }: PaintedPage, page: number): string {
    const { recorder } = this.paint;
    const ids: number[] = [];
    for (const { item, box } of links) {
      const action = this.action(item.target);
      // A link in a running head is an artifact; an annotation would need an element (ISO 14289-1, 7.18.5).
      if (!recorder || action === undefined || item.tag.type === 'artifact') continue;
      const id = this.file.reserve();
      const key = this.paged.pages.length + this.structParents.size;
      const says = item.description.trim() || action.says;
      this.file.put(
        id,
        `<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [${numbers(box)}] ` +
          `/StructParent ${key} /Contents ${textString(says)} ${action.entry}>>`,
      );
      ids.push(id);
      recorder.annotation(item.tag.element, item.tag.order, page, id);
      this.structParents.set(id, key);
    }
    return ids.length === 0 ? '' : ` /Annots [${ids.map(reference).join(' ')}]`;
  }

  private action(
    target:
      { readonly type: 'url'; readonly url: string } | { readonly type: 'destination'; readonly id: string },
  ): { readonly entry: string; readonly says: string } | undefined {
    if (target.type === 'url') {
      return { entry: `/A <</S /URI /URI ${textString(asciiUri(target.url))}>>`, says: target.url };
    }
    if (!this.paged.destinations.has(target.id)) {
      this.dead.add(target.id);
      return undefined;
    }
    return { entry: `/Dest ${textString(destinationName(target.id))}`, says: target.id };
  }
}

/** A URI is ASCII (ISO 32000-1, 12.6.4.7); other characters as their percent-encoded UTF-8. */
function asciiUri(url: string): string {
  return url.replace(/[^\x21-\x7e]+/gu, (part) =>
    encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')),
  );
}
