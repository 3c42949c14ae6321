/** Where what links lead to stands: in which page's document each id is, and how it is addressed. */
import type { PagedDocument } from '../../document/page.js';

/** The id of the place where a page begins. */
export const pageAnchorId = 'page';

/** File name of the document with the cover picture. */
export const coverHref = 'cover.xhtml';

/** File name of a page's document; `index` from 0. */
export function pageHref(index: number): string {
  return `page-${index + 1}.xhtml`;
}

export class Places {
  readonly #files = new Map<string, string>();

  constructor(private readonly paged: PagedDocument) {}

  /** The element with this id has something on a page; it bears its id on the first such page. */
  note(id: string, href: string): void {
    if (!this.#files.has(id)) this.#files.set(id, href);
  }

  /** The document in which an element with this id stands. */
  fileOf(id: string): string | undefined {
    return this.#files.get(id);
  }

  /** The address of a place, from a document or from outside of all; that of its page where the place shows nothing. */
  link(id: string, from?: string): string | undefined {
    const file = this.#files.get(id);
    if (file !== undefined) return `${file === from ? '' : file}#${id}`;
    const page = this.paged.destinations.get(id)?.page;
    return page === undefined ? undefined : `${pageHref(page)}#${pageAnchorId}`;
  }
}
