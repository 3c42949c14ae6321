/** Articles as a manuscript: one by itself, or the chapters of a book. */
import type { Article, Manuscript } from '../../src/document/publication.js';

export function manuscriptOf(...articles: readonly Article[]): Manuscript {
  const chapters = articles.map((article) => ({ article, depth: 0 }));
  const path = articles[0]?.path ?? '';
  return { path, kind: articles.length === 1 ? 'article' : 'book', chapters };
}
