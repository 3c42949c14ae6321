/** The bookmarks of the outline (ISO 32000-1, 12.3.3): contents in; out, all items in order. */
import type { PdfDict, PdfObject } from '../../objects.js';
import { once } from '../once.js';

export interface Bookmark {
  readonly dict: PdfDict;
  readonly title: string;
}

/** All bookmarks, parents before kids; loops are left. */
export const bookmarksOf = once(({ file }): readonly Bookmark[] => {
  const found: Bookmark[] = [];
  const seen = new Set<PdfDict>();
  const waiting: PdfObject[] = [file.dict(file.catalog.raw('Outlines'))?.raw('First') ?? null];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const dict = file.dict(item);
    if (!dict || seen.has(dict)) continue;
    seen.add(dict);
    found.push({ dict, title: file.text(dict.raw('Title')) ?? '' });
    waiting.push(dict.raw('Next'), dict.raw('First'));
  }
  return found;
});
