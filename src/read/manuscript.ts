/**
 * What a user names → a `Manuscript`: a file is an article; a folder is a publication by its manifest
 * (`publication.yaml`) or its list of chapters (`SUMMARY.md`), or, where all its texts are Markdown, a book
 * in the order of their names.
 */
import type { Staged } from '../diagnostic.js';
import type { Manuscript } from '../document/publication.js';
import type { Host } from '../host.js';
import { insideFolders } from './inside-folder.js';
import { folderOf } from './photos.js';
import { isArticleName, readSource, type ReadOptions } from './read.js';

/** Reads a file, or the folder of a publication. */
export async function readManuscript(
  input: string,
  host: Host,
  options: ReadOptions = {},
): Promise<Staged<Manuscript | undefined>> {
  const manifest = manifestOf(input, host);
  if (manifest !== undefined) {
    const { readManifest } = await import('./manifest/read-manifest.js');
    const root = folderOf(manifest);
    return readManifest(manifest, within(root, host, options), { ...options, root });
  }
  const folder = publicationFolder(input, host);
  if (folder !== undefined) {
    // Who builds one article need not load what reads books.
    const { findBook } = await import('./book/book-settings.js');
    const inside = within(folder, host, options);
    const found = findBook(folder, inside);
    const read = found.value
      ? await (await import('./book/read-book.js')).readBook(found.value, inside, options)
      : await (
          await import('./book/read-folder.js')
        ).readFolder(folder, inside, { ...options, root: folder });
    return { value: read.value, diagnostics: [...found.diagnostics, ...read.diagnostics] };
  }
  const { value: article, diagnostics } = await readSource(input, host, options);
  if (article === undefined) return { value: undefined, diagnostics };
  const { ebook } = article.metadata;
  const value: Manuscript = { path: input, kind: 'article', chapters: [{ article, depth: 0 }] };
  return { value: { ...value, ...(ebook && { ebook }) }, diagnostics };
}

/** The manifest that an input means: itself, or the one in its folder. */
function manifestOf(input: string, host: Host): string | undefined {
  if (manifestName.test(input)) return host.kind(input) === 'file' ? input : undefined;
  if (host.kind(input) !== 'folder') return undefined;
  const name = host.list(input)?.find((file) => manifestName.test(file));
  return name === undefined ? undefined : host.resolve(`${input}/x`, name);
}

const manifestName = /(?:^|[\\/])publication\.ya?ml$/;

/** The host of a publication: what lies outside its folder is not opened unless that is allowed. */
function within(root: string, host: Host, { allow = [] }: ReadOptions): Host {
  return insideFolders(host, [root, ...allow]);
}

/** The folder of the publication that an input means; undefined for a file that is an article. */
function publicationFolder(input: string, host: Host): string | undefined {
  if (host.kind(input) === 'folder') return input;
  return listName.test(input) && host.kind(input) === 'file' ? folderOf(input) : undefined;
}

/** Files that stand for the book in whose folder they are. */
const listName = /(?:^|[\\/])(?:summary\.md|book\.toml|\.gitbook\.yaml|book\.json)$/i;
/** Names of a folder's files by which it is a book, or holds one in a folder below. */
const bookNames = ['book.toml', '.gitbook.yaml', 'book.json'];

/** Whether a folder is one publication, and not a heap of articles. */
export function isPublicationFolder(folder: string, host: Host): boolean {
  const names = host.list(folder) ?? [];
  if (names.some((name) => manifestName.test(name))) return true;
  if (names.some((name) => bookNames.includes(name) || /^summary\.md$/i.test(name))) return true;
  if ((host.list(`${folder}/src`) ?? []).some((name) => /^summary\.md$/i.test(name))) return true;
  const texts = names.filter((name) => isArticleName(name) && host.kind(`${folder}/${name}`) === 'file');
  return texts.length > 1 && texts.every((name) => /\.(?:md|markdown)$/i.test(name));
}
