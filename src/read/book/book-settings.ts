/**
 * Where the list of chapters of a book lies and what its settings say: `book.toml` (mdBook),
 * `.gitbook.yaml` and `book.json` (GitBook), or no settings at all beside a `SUMMARY.md`. Settings that
 * cannot be read are named with their line; the book is still looked for where it usually is.
 */
import { parse as parseToml, TomlError } from 'smol-toml';
import { LineCounter } from 'yaml';
import { diagnostic, type Diagnostic, type Staged } from '../../diagnostic.js';
import { parseYaml } from '../../document/parse-yaml.js';
import type { Host } from '../../host.js';
import { decodeUnicode } from '../decode.js';

/** A book as its folder tells it. */
export interface BookSettings {
  /** The folder with the settings: nothing above it is read. */
  readonly root: string;
  /** The list of chapters. */
  readonly summary: string;
  /** Whose directives its texts may hold. */
  readonly dialect: 'mdbook' | 'gitbook';
  readonly title?: string;
  readonly authors: readonly string[];
  readonly description?: string;
  /** BCP 47. */
  readonly language?: string;
  /** Marks of lines of code that are not shown, by language (mdBook `output.html.code.hidelines`). */
  readonly hiddenLines: Readonly<Record<string, string>>;
}

type Table = Readonly<Record<string, unknown>>;

/** Names of settings files, by which a folder is known as a book; the first that is there counts. */
const settingsFiles = ['book.toml', '.gitbook.yaml', 'book.json'] as const;

/** The book in a folder; undefined where there is none. */
export function findBook(folder: string, host: Host): Staged<BookSettings | undefined> {
  const within = (path: string): string => host.resolve(`${folder}/x`, path);
  const name = settingsFiles.find((file) => host.kind(within(file)) === 'file');
  const read = name === undefined ? { value: {}, diagnostics: [] } : readSettings(within(name), host);
  const found = name === 'book.toml' ? mdbookSettings(read.value) : gitbookSettings(read.value);
  const places = found.source === undefined ? ['.', 'src', 'docs'] : [found.source];
  const summary = places
    .map((place) => summaryIn(within(place), found.summary, host))
    .find((path) => path !== undefined);
  if (summary === undefined) return { value: undefined, diagnostics: name ? read.diagnostics : [] };
  const { source: _source, summary: _summary, ...settings } = found;
  // Without settings: mdBook keeps its chapters in `src/`.
  const dialect =
    name === 'book.toml' || (!name && summary === within('src/SUMMARY.md')) ? 'mdbook' : 'gitbook';
  return { value: { root: folder, summary, dialect, ...settings }, diagnostics: read.diagnostics };
}

/** The list of chapters in a folder, however its name is capitalised. */
function summaryIn(folder: string, named: string | undefined, host: Host): string | undefined {
  if (named !== undefined) {
    const path = host.resolve(`${folder}/x`, named);
    return host.kind(path) === 'file' ? path : undefined;
  }
  const name = host.list(folder)?.find((file) => /^summary\.md$/i.test(file));
  return name === undefined ? undefined : host.resolve(`${folder}/x`, name);
}

interface Found extends Omit<BookSettings, 'root' | 'summary' | 'dialect'> {
  readonly source?: string;
  readonly summary?: string;
}

function mdbookSettings(settings: Table): Found {
  const book = tableOf(settings['book']);
  const hidden = tableOf(tableOf(tableOf(tableOf(settings['output'])['html'])['code'])['hidelines']);
  return {
    source: textOf(book['src']) ?? 'src',
    ...common(book, book['authors'] ?? book['author']),
    hiddenLines: Object.fromEntries(
      Object.entries(hidden).flatMap(([language, mark]) =>
        typeof mark === 'string' ? [[language, mark]] : [],
      ),
    ),
  };
}

function gitbookSettings(settings: Table): Found {
  const source = textOf(settings['root']);
  const summary = textOf(tableOf(settings['structure'])['summary']);
  return {
    ...(source === undefined ? {} : { source }),
    ...(summary === undefined ? {} : { summary }),
    ...common(settings, settings['author']),
    hiddenLines: {},
  };
}

function common(
  table: Table,
  authors: unknown,
): Pick<Found, 'title' | 'authors' | 'description' | 'language'> {
  const [title, description, language] = [table['title'], table['description'], table['language']].map(
    textOf,
  );
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(language === undefined ? {} : { language }),
    authors: (Array.isArray(authors) ? authors : [authors]).flatMap((name) => textOf(name) ?? []),
  };
}

/** The keys and values of a settings file; none where it cannot be read. */
function readSettings(path: string, host: Host): Staged<Table> {
  const file = host.read(path);
  if (!file.ok) return { value: {}, diagnostics: [] };
  const decoded = decodeUnicode(file.bytes, path);
  if (decoded.value === undefined) return { value: {}, diagnostics: decoded.diagnostics };
  try {
    const value = path.endsWith('.toml') ? parseToml(decoded.value) : plainYaml(decoded.value);
    return { value: tableOf(value), diagnostics: [] };
  } catch (error) {
    return { value: {}, diagnostics: [broken(path, error)] };
  }
}

/** YAML, of which JSON is a part (YAML 1.2, 1.2). */
function plainYaml(text: string): unknown {
  const lines = new LineCounter();
  const document = parseYaml(text, lines);
  const [error] = document.errors;
  if (error) throw Object.assign(error, { linePos: [lines.linePos(error.pos[0])] });
  return document.toJS({ maxAliasCount: 100 });
}

function broken(path: string, error: unknown): Diagnostic {
  const line =
    error instanceof TomlError
      ? error.line
      : error instanceof Error && 'linePos' in error && Array.isArray(error.linePos)
        ? Number((error.linePos[0] as { line?: unknown } | undefined)?.line ?? 1)
        : 1;
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return diagnostic('BOOK-SETTINGS', { message }, { span: { file: path, line } });
}

function tableOf(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
