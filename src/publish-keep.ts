/**
 * The part of the pipeline that keeps what the print edition paints, where an ebook of the same pages is
 * wanted: a writer takes the content of a page as soon as it is set, and nobody else would have it.
 */
import type { Page, PagedDocument, PageItem, PageSink } from './document/page.js';
import type { DressedPublication } from './document/publication.js';
import type { PublishOptions } from './document/result.js';
import type { ReadPublication } from './publish-source.js';

/** Whether this run is to make an ebook of the printed pages. */
export function wantsFixed({ manuscript }: ReadPublication, { ebook, editions }: PublishOptions): boolean {
  const { fixedLayout = false } = { ...manuscript.ebook, ...ebook };
  return fixedLayout && (editions?.includes('ebook') ?? true);
}

/** The printed pages with all that stands on them, and what they were set from. */
export interface FixedSource {
  readonly dressed: DressedPublication;
  readonly paged: PagedDocument;
}

/** A sink that keeps what it hands on. */
export interface PageKeeper extends PageSink {
  /** The pages with the content that was taken from them. */
  whole(paged: PagedDocument): PagedDocument;
}

/** Keeps the content of pages that `sink` takes. */
export function keepPages(sink: PageSink): PageKeeper {
  const kept = new Map<number, readonly PageItem[]>();
  const withContent = (page: Page): Page => {
    const { taken, ...rest } = page;
    if (!taken) return page;
    const { items } = page;
    const content = kept.get(taken.content) ?? [];
    return { ...rest, items: [...items.slice(0, taken.below), ...content, ...items.slice(taken.below)] };
  };
  return {
    take(items, frame, structure) {
      const number = sink.take(items, frame, structure);
      kept.set(number, items);
      return number;
    },
    whole: (paged) => ({ ...paged, pages: paged.pages.map(withContent) }),
  };
}
