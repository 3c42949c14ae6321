/**
 * A book of many files → `Manuscript`: the folder of an mdBook or GitBook by its list of chapters, or a
 * folder of Markdown files by their names. A chapter that is missing stops the book, for a book without it
 * would be another one; all others are read, so that one run shows everything.
 */
import { decodeAddress } from '../../document/decode-address.js';
import { diagnostic, type Diagnostic, type Staged } from '../../diagnostic.js';
import type { Article, Chapter, Manuscript, Metadata } from '../../document/publication.js';
import type { Host } from '../../host.js';
import { readMarkdown } from '../markdown.js';
import { readText } from '../read-text.js';
import type { ReadOptions } from '../read.js';
import type { BookSettings } from './book-settings.js';
import { expandText, mayDirect } from './expand-text.js';
import { withLineFeeds } from '../source-text.js';
import { moveSpans } from './move-spans.js';
import { readSummary, type Summary, type SummaryEntry } from './read-summary.js';

/** Reads the book whose settings were found. */
export async function readBook(
  book: BookSettings,
  host: Host,
  { encoding }: ReadOptions = {},
): Promise<Staged<Manuscript | undefined>> {
  const diagnostics: Diagnostic[] = [];
  const take = <T>({ value, diagnostics: said }: Staged<T>): T => {
    diagnostics.push(...said);
    return value;
  };
  const list = take(await readText(book.summary, host, encoding));
  if (list === undefined) return { value: undefined, diagnostics };
  const summary = readSummary(list);
  const chapters: Chapter[] = [];
  const met = new Set<string>();
  for (const entry of summary.entries) {
    const path = take(chapterFile(entry, book, host, met));
    if (path === undefined) continue;
    const article = take(
      await readChapter(await readText(path, host, encoding), { path, title: entry.title }, book, host),
    );
    if (article === undefined) continue;
    const { depth, number, part } = entry;
    chapters.push({ article, depth, ...(number && { number }), ...(part && { part }) });
  }
  if (chapters.length === 0) {
    const empty = diagnostic('BOOK-EMPTY', {}, { span: { file: book.summary, line: 1 } });
    return { value: undefined, diagnostics: [...diagnostics, empty] };
  }
  const metadata = metadataOf(book, summary, chapters);
  return { value: { path: book.root, kind: 'book', chapters, metadata }, diagnostics };
}

/** The file of a chapter; undefined for one that has none, leads elsewhere, or was read already. */
function chapterFile(
  { href, title, line }: SummaryEntry,
  { summary }: BookSettings,
  host: Host,
  met: Set<string>,
): Staged<string | undefined> {
  const span = { file: summary, line };
  if (href === undefined || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href))
    return { value: undefined, diagnostics: [diagnostic('BOOK-NO-FILE', { title }, { span })] };
  const path = host.resolve(summary, decodeAddress(href.replace(/[?#].*$/s, '')));
  if (met.has(path)) {
    // GitBook lists headings of a page too, by page and fragment.
    const again = href.includes('#') ? [] : [diagnostic('BOOK-TWICE', { path }, { span })];
    return { value: undefined, diagnostics: again };
  }
  met.add(path);
  if (host.kind(path) === 'file') return { value: path, diagnostics: [] };
  return { value: undefined, diagnostics: [diagnostic('BOOK-CHAPTER', { title, path }, { span })] };
}

/** A chapter's text, its directives carried out; its title is the one in the list unless it has its own. */
async function readChapter(
  text: Staged<string | undefined>,
  { path, title }: { readonly path: string; readonly title: string },
  book: BookSettings,
  host: Host,
): Promise<Staged<Article | undefined>> {
  if (text.value === undefined) return { value: undefined, diagnostics: text.diagnostics };
  const language = book.language ?? 'en';
  const expanded = mayDirect(text.value, book) ? expandText(text.value, path, book, host) : undefined;
  const source = expanded ? expanded.lines.map((line) => line.text).join('\n') : withLineFeeds(text.value);
  const typed = await readMarkdown(source, path, host, language);
  const read = expanded ? moveSpans(typed, expanded.lines) : typed;
  const article = named(read.value, title);
  const said = read.diagnostics.filter(({ code }) => code !== 'READ-NO-TITLE');
  const diagnostics = [...text.diagnostics, ...(expanded?.diagnostics ?? []), ...said];
  return { value: article, diagnostics };
}

/** The article with the title of the list if it has none. */
function named(article: Article, title: string): Article {
  const { metadata } = article;
  return metadata.title === undefined ? { ...article, metadata: { ...metadata, title } } : article;
}

/** Headings of lists that do not name the book. */
const generic = /^(?:summary|table of contents|contents|mục lục|sommaire|目录)$/i;

function metadataOf(book: BookSettings, { title }: Summary, chapters: readonly Chapter[]): Metadata {
  const first = chapters[0]?.article.metadata;
  const name = book.title ?? (title !== undefined && !generic.test(title) ? title : first?.title);
  return {
    ...(name === undefined ? {} : { title: name }),
    authors: book.authors,
    sources: [],
    language: book.language ?? first?.language ?? 'en',
    ...(book.description === undefined ? {} : { description: book.description }),
    extra: {},
  };
}
