/**
 * A folder of Markdown files without a list of chapters → a book in the order of their names (`2` before
 * `10`), the files of a folder inside of it after each other at its place.
 */
import { diagnostic, type Diagnostic, type Staged } from '../../diagnostic.js';
import type { Chapter, Manuscript } from '../../document/publication.js';
import type { Host } from '../../host.js';
import { isArticleName, readSource, type ReadOptions } from '../read.js';

/** Folders inside of folders that are looked into. */
const deepest = 8;

/** Reads the Markdown files of a folder. */
export async function readFolder(
  folder: string,
  host: Host,
  options: ReadOptions = {},
): Promise<Staged<Manuscript | undefined>> {
  const diagnostics: Diagnostic[] = [];
  const chapters: Chapter[] = [];
  for (const path of markdownIn(folder, host, 0)) {
    const { value: article, diagnostics: said } = await readSource(path, host, options);
    diagnostics.push(...said);
    if (article) chapters.push({ article, depth: 0 });
  }
  if (chapters.length > 0) return { value: { path: folder, kind: 'book', chapters }, diagnostics };
  return {
    value: undefined,
    diagnostics: [...diagnostics, diagnostic('BOOK-EMPTY', {}, { span: { file: folder } })],
  };
}

function markdownIn(folder: string, host: Host, depth: number): readonly string[] {
  const collator = new Intl.Collator('vi', { numeric: true });
  const names = [...(host.list(folder) ?? [])].sort((a, b) => collator.compare(a, b) || (a < b ? -1 : 1));
  return names.flatMap((name) => {
    const path = host.resolve(`${folder}/x`, name);
    if (host.kind(path) === 'folder')
      return depth < deepest && !name.startsWith('.') ? markdownIn(path, host, depth + 1) : [];
    return isArticleName(name) && /\.(?:md|markdown)$/i.test(name) ? [path] : [];
  });
}
