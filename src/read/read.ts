/**
 * The first stage: a file → an `Article`. It decodes, repairs what Unicode leaves wrong, and hands the
 * text to the reader of its kind. A file that cannot be read gives no article and one error.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { EncodingName } from '../document/encoding.js';
import type { Article } from '../document/publication.js';
import type { Host } from '../host.js';
import { insideFolders } from './inside-folder.js';
import { limits } from './limits.js';
import { readMarkdown } from './markdown.js';
import { addMetadataFile } from './metadata-file.js';
import { creditPhotos } from './photo-credits.js';
import { folderOf } from './photos.js';
import { textIn, unreadable } from './read-text.js';

/** Reads a decoded and repaired text. */
type TextReader = (source: string, path: string, host: Host) => Promise<Staged<Article>>;
/** Reads the bytes of a file of another kind; undefined when there is nothing to publish in them. */
type BytesReader = (bytes: Uint8Array, path: string, host: Host) => Promise<Staged<Article | undefined>>;

/** A reader and what it is given. */
type Reader =
  | { readonly takes: 'text'; readonly read: TextReader }
  | { readonly takes: 'bytes'; readonly read: BytesReader };

/** Who reads what, by the file's ending; a reader that not every run needs is loaded when asked for. */
const readers: Readonly<Record<string, Reader>> = {
  '.txt': {
    takes: 'text',
    read: async (source, path, host) => (await import('./newspaper.js')).readNewspaper(source, path, host),
  },
  '.html': { takes: 'text', read: readPage },
  '.htm': { takes: 'text', read: readPage },
  '.xhtml': { takes: 'text', read: readPage },
  '.md': { takes: 'text', read: readMarkdown },
  '.markdown': { takes: 'text', read: readMarkdown },
  '.docx': {
    takes: 'bytes',
    read: async (bytes, path, host) => {
      const { readWord } = await import('./word/read-word.js');
      return withFile(await readWord(bytes, path), path, host);
    },
  },
};

async function readPage(source: string, path: string, host: Host): Promise<Staged<Article>> {
  return withFile(await (await import('./html/read-html.js')).readHtml(source, path, host), path, host);
}

/** An article with what the file beside it (`bai.yaml`) says; a title that it gives is missing no more. */
async function withFile<Read extends Article | undefined>(
  read: Staged<Read>,
  path: string,
  host: Host,
): Promise<Staged<Read>> {
  if (!read.value) return read;
  const found = read.value.metadata;
  const given = await addMetadataFile(found, path, host);
  const metadata = { ...given.value, extra: { ...found.extra, ...given.value.extra } };
  const said = read.diagnostics.filter(
    ({ code }) =>
      (code !== 'READ-NO-TITLE' || metadata.title === undefined) &&
      // Whoever gave the article's date need not be told that the page's is another.
      (code !== 'READ-YEAR' || metadata.date === found.date),
  );
  return { value: { ...read.value, metadata }, diagnostics: [...said, ...given.diagnostics] };
}

/** What a user says about a source. */
export interface ReadOptions {
  /** The encoding of the text; found out unless given. */
  readonly encoding?: EncodingName;
  /** The folder of the publication, outside which nothing is opened; that of the source unless given. */
  readonly root?: string;
  /** Other folders whose files may be opened. */
  readonly allow?: readonly string[];
}

/** Reads one source file; undefined when there is nothing to publish in it. */
export async function readSource(
  path: string,
  host: Host,
  options: ReadOptions = {},
): Promise<Staged<Article | undefined>> {
  const reader = Object.hasOwn(readers, endingOf(path)) ? readers[endingOf(path)] : undefined;
  if (!reader) return refuse(noReader(path, host));

  // Bytes, or why there are none. What the source itself names is opened in the publication's folder only.
  const file = host.read(path, reader.takes === 'bytes' ? limits.zipSize : limits.source);
  if (!file.ok) return refuse(unreadable(path, file.reason));
  const within = insideFolders(host, [options.root ?? folderOf(path), ...(options.allow ?? [])]);
  if (reader.takes === 'bytes') return credited(await reader.read(file.bytes, path, within));

  // Text in Unicode, its look-alikes and invisible characters put right.
  const text = await textIn(file.bytes, path, options.encoding);
  if (text.value === undefined) return { value: undefined, diagnostics: text.diagnostics };
  if (text.value.trim() === '')
    return refuse(diagnostic('READ-EMPTY', {}, { span: { file: path, line: 1 } }));

  // Words into a tree, by the reader of this kind of file.
  const { value, diagnostics } = credited(await reader.read(text.value, path, within));
  return { value, diagnostics: [...text.diagnostics, ...diagnostics] };
}

/** What was read, with the credits that its photos bring. */
function credited({ value, diagnostics }: Staged<Article | undefined>): Staged<Article | undefined> {
  if (!value) return { value, diagnostics };
  const photos = creditPhotos(value);
  return { value: photos.value, diagnostics: [...diagnostics, ...photos.diagnostics] };
}

/**
 * True for the name of an article among the files of a folder. READMEs, hidden files and what Word puts
 * beside an open file (`~$bai.docx`) are none, and the sidecars of photos (`bai-1.alt.txt`,
 * `bai-1.jpg.txt`) end in `.txt` too.
 */
export function isArticleName(name: string): boolean {
  if (/^(?:\.|~\$|readme\b)/i.test(name)) return false;
  if (/\.(?:alt|jpe?g|png|gif|webp|tiff?|avif|svg)\.txt$/i.test(name)) return false;
  return Object.hasOwn(readers, endingOf(name));
}

function endingOf(path: string): string {
  return /\.[^./\\]*$/.exec(path)?.[0].toLowerCase() ?? '';
}

/** Texts of other programs, which save them as Word files. */
const officeEndings: ReadonlySet<string> = new Set('.doc .dot .rtf .odt .wps .pages'.split(' '));

/** The ending of a text that another program must save first; undefined for all other files. */
export function officeEnding(name: string): string | undefined {
  const ending = endingOf(name);
  return officeEndings.has(ending) && !/^(?:\.|~\$)/.test(name) ? ending : undefined;
}

function noReader(path: string, host: Host): Diagnostic {
  const at = { span: { file: path } };
  if (host.kind(path) === 'folder') return diagnostic('READ-FOLDER', { path }, at);
  const extension = endingOf(path);
  if (officeEndings.has(extension)) return diagnostic('READ-EXTENSION-OFFICE', { extension }, at);
  return diagnostic('READ-EXTENSION', { extension, accepted: Object.keys(readers).join(', ') }, at);
}

function refuse(said: Diagnostic): Staged<undefined> {
  return { value: undefined, diagnostics: [said] };
}
