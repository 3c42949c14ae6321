/**
 * The front matter of a Markdown file: YAML between two lines of `---` → metadata, with the place of
 * every key so that its words can carry a span. Keys with a meaning are checked by type; all others
 * are kept as they are for templates. A wrong value is named with its key and line and left out; the
 * article is still read.
 */
import { isMap, isScalar, LineCounter, type Pair } from 'yaml';
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import { nearest } from '../document/checked-yaml.js';
import { parseYaml } from '../document/parse-yaml.js';
import type { Metadata } from '../document/publication.js';
import { readArchiveFields, type WrongField } from './archive-fields.js';
import { dateValue } from './date-value.js';
import { readEbookKeys } from './ebook-keys.js';
import { titleText } from './title.js';

export interface FrontMatter {
  readonly metadata: Metadata;
  /** The title with its break marks, as typed. */
  readonly title: string | undefined;
  /** Where the value of a key stands. */
  readonly places: ReadonlyMap<string, Span>;
  /** Lines of the file that the front matter takes, fences included; 0 when there is none. */
  readonly lines: number;
}

type Kind = 'text' | 'texts' | 'date' | 'language';

/** Our key, the field it fills and what it may hold; synonyms stand side by side. */
const keys: Readonly<Record<string, readonly [field: keyof Metadata, kind: Kind]>> = {
  title: ['title', 'text'],
  subtitle: ['subtitle', 'text'],
  kicker: ['kicker', 'text'],
  section: ['section', 'text'],
  dateline: ['dateline', 'text'],
  author: ['authors', 'texts'],
  authors: ['authors', 'texts'],
  source: ['sources', 'texts'],
  sources: ['sources', 'texts'],
  date: ['date', 'date'],
  accessDate: ['accessDate', 'date'],
  language: ['language', 'language'],
  lang: ['language', 'language'],
  publisher: ['publisher', 'text'],
  description: ['description', 'text'],
  rights: ['rights', 'text'],
  identifier: ['identifier', 'text'],
  keywords: ['subjects', 'texts'],
  subjects: ['subjects', 'texts'],
};

/** What a value must look like, shown by example: the same in every language. */
const wanted: Readonly<Record<Kind, string>> = {
  text: '“…”',
  texts: '“…” / [“…”, “…”]',
  date: 'YYYY-MM-DD',
  language: 'vi, en, fr-CA…',
};

/** Reads the front matter of a file by its lines; without one, empty metadata. */
export function readFrontMatter(lines: readonly string[], file: string): Staged<FrontMatter> {
  if (!/^---\s*$/.test(lines[0] ?? '')) return { value: nothing, diagnostics: [] };
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end < 0) {
    // A lone --- above text is a thematic break; above a key it is front matter left open.
    if (!/^[\p{L}_][\p{L}\p{N}_-]*\s*:/u.test(lines[1] ?? '')) return { value: nothing, diagnostics: [] };
    const said = diagnostic('READ-FRONT-MATTER-OPEN', {}, { span: { file, line: 1 } });
    return { value: nothing, diagnostics: [said] };
  }
  const yaml = lines.slice(1, end).join('\n');
  return readYaml(yaml, end + 1, file);
}

/** Reads a file that is nothing but such keys, without fences. */
export function readMetadata(yaml: string, file: string): Staged<FrontMatter> {
  return readYaml(yaml, 0, file);
}

const nothing: FrontMatter = {
  metadata: { authors: [], sources: [], language: 'vi', extra: {} },
  title: undefined,
  places: new Map(),
  lines: 0,
};

function readYaml(yaml: string, lines: number, file: string): Staged<FrontMatter> {
  const counter = new LineCounter();
  const document = parseYaml(yaml, counter);
  // Between fences the YAML begins on the second line of the file.
  const above = lines > 0 ? 1 : 0;
  const at = (offset: number): Span => {
    const { line, col } = counter.linePos(offset);
    return { file, line: line + above, column: col };
  };
  const broken = document.errors[0];
  if (broken) {
    const message = broken.message.replace(/\s+/g, ' ');
    const said = diagnostic('READ-FRONT-MATTER', { message }, { span: at(broken.pos[0]) });
    return { value: { ...nothing, lines }, diagnostics: [said] };
  }
  if (document.contents === null) return { value: { ...nothing, lines }, diagnostics: [] };
  try {
    return readContents(document, lines, file, at);
  } catch (error) {
    // Aliases that would grow without bound, or that lead nowhere: the parser refuses to resolve them.
    const message = (error instanceof Error ? error.message : String(error)).slice(0, longestMessage);
    const said = diagnostic('READ-FRONT-MATTER', { message }, { span: at(0) });
    return { value: { ...nothing, lines }, diagnostics: [said] };
  }
}

/** Characters of a parser's message, which may quote the text. */
const longestMessage = 120;

function readContents(
  document: ParsedDocument,
  lines: number,
  file: string,
  at: (offset: number) => Span,
): Staged<FrontMatter> {
  if (!isMap(document.contents)) {
    const values = { key: '---', wanted: 'key: value', given: shown(document.toJS()) };
    return {
      value: { ...nothing, lines },
      diagnostics: [diagnostic('READ-FRONT-MATTER-VALUE', values, { span: { file, line: 2 } })],
    };
  }
  const { items } = document.contents;
  return readKeys(items, lines, at, (pair) => toPlain(pair, document));
}

type ParsedDocument = ReturnType<typeof parseYaml>;

/** The plain value of a pair, anchors resolved. */
function toPlain(pair: Pair, document: ParsedDocument): unknown {
  return (pair.value as { toJS?: (doc: ParsedDocument) => unknown } | null)?.toJS?.(document) ?? null;
}

function readKeys(
  pairs: readonly Pair[],
  lines: number,
  at: (offset: number) => Span,
  plain: (pair: Pair) => unknown,
): Staged<FrontMatter> {
  const fields: Record<string, unknown> = {};
  const extra: Record<string, unknown> = {};
  const places = new Map<string, Span>();
  const diagnostics: Diagnostic[] = [];
  let title: string | undefined;
  for (const pair of pairs) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const node = pair.value as { range?: readonly number[] | null } | null;
    const span = at(node?.range?.[0] ?? (isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0));
    const given = plain(pair);
    const [field, kind] = Object.hasOwn(keys, key) ? (keys[key] ?? []) : [];
    if (given === null) continue;
    if (key === 'archive' || key === 'ebook') {
      const read = mappingOf(key, { given, pair, span, at });
      diagnostics.push(...read.diagnostics);
      fields[key] = read.value;
      places.set(key, span);
      continue;
    }
    if (!field || !kind) {
      extra[key] = given;
      continue;
    }
    const value = valueOf(kind, given);
    if (value === undefined) {
      const values = { key, wanted: wanted[kind], given: shown(given) };
      diagnostics.push(diagnostic('READ-FRONT-MATTER-VALUE', values, { span }));
      continue;
    }
    if (field === 'title') title = String(value);
    fields[field] = field === 'title' ? titleText(String(value)) : value;
    places.set(field, span);
  }
  diagnostics.push(...misspelt(pairs, fields, at));
  const metadata: Metadata = { ...nothing.metadata, ...fields, extra };
  return { value: { metadata, title, places, lines }, diagnostics };
}

/** A mapping as it stands in the YAML. */
interface GivenMapping {
  readonly given: unknown;
  readonly pair: Pair;
  readonly span: Span;
  readonly at: (offset: number) => Span;
}

/** What a mapping of its own says: the fields for the archive, or how the ebook is wanted. */
function mappingOf(
  name: 'archive' | 'ebook',
  { given, pair, span, at }: GivenMapping,
): Staged<Metadata['archive'] | Metadata['ebook']> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    const values = { key: name, wanted: 'key: value', given: shown(given) };
    return { value: undefined, diagnostics: [diagnostic('READ-FRONT-MATTER-VALUE', values, { span })] };
  }
  const items = isMap(pair.value) ? pair.value.items : [];
  const placeOf = (key: string): Span => {
    const node = items.find((item) => isScalar(item.key) && String(item.key.value) === key)?.key;
    return isScalar(node) ? at(node.range?.[0] ?? 0) : span;
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object that YAML made
  const plain = given as Record<string, unknown>;
  const { value, wrong } =
    name === 'archive' ? readArchiveFields(plain) : readEbookKeys(plain, placeOf('cover'));
  const told = (one: WrongField): Diagnostic => {
    const { key } = one;
    const place = { span: placeOf(key) };
    if (one.type === 'key') {
      return one.near === undefined
        ? diagnostic(name === 'archive' ? 'READ-ARCHIVE-KEY' : 'READ-EBOOK-KEY', { key }, place)
        : diagnostic('READ-FRONT-MATTER-KEY', { key, near: one.near }, place);
    }
    const values = { key, wanted: one.expected, given: shown(plain[key]) };
    return diagnostic('READ-FRONT-MATTER-VALUE', values, place);
  };
  return { value, diagnostics: wrong.map(told) };
}

/** Keys that are spelled nearly like one of ours that is missing: they are kept, but may have been meant for it. */
function misspelt(
  pairs: readonly Pair[],
  fields: Readonly<Record<string, unknown>>,
  at: (offset: number) => Span,
): readonly Diagnostic[] {
  const missing = Object.keys(keys).filter((known) => !((keys[known]?.[0] ?? '') in fields));
  return pairs.flatMap(({ key: node }) => {
    const key = isScalar(node) ? String(node.value) : '';
    const near =
      Object.hasOwn(keys, key) || key === 'archive' || key === 'ebook' ? undefined : nearest(key, missing);
    if (near === undefined || !isScalar(node)) return [];
    return [diagnostic('READ-FRONT-MATTER-KEY', { key, near }, { span: at(node.range?.[0] ?? 0) })];
  });
}

/** The value in the form of its field; undefined when it is of another kind. */
function valueOf(kind: Kind, given: unknown): string | readonly string[] | undefined {
  const text = scalarText(given);
  switch (kind) {
    case 'text':
      return text;
    case 'texts': {
      if (text !== undefined) return [text];
      const all = Array.isArray(given) ? given.map(scalarText) : [undefined];
      return all.every((item) => item !== undefined) ? all : undefined;
    }
    case 'date':
      return text === undefined ? undefined : dateValue(text);
    case 'language':
      return text === undefined ? undefined : languageTag(text);
  }
}

function scalarText(given: unknown): string | undefined {
  if (typeof given === 'number') return String(given);
  return typeof given === 'string' && given.trim() !== '' ? given.normalize('NFC').trim() : undefined;
}

/** The tag as BCP 47 writes it; undefined for what is none. */
export function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

function shown(given: unknown): string {
  const json = JSON.stringify(given) ?? String(given);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}
