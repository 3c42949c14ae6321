/**
 * The front matter of a Markdown file: YAML between two lines of `---` → metadata, with the place of
 * every key so that its words can carry a span. Keys with a meaning are checked by type; all others
 * are kept as they are for templates. A wrong value is named with its key and line and left out; the
 * article is still read.
 */
import { isMap, LineCounter } from 'yaml';
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import { nearest, offsetAt, shownPath, type YamlPath } from '../document/checked-yaml.js';
import { parseYaml } from '../document/parse-yaml.js';
import { thrownCode } from '../document/yaml-words.js';
import type { Metadata } from '../document/publication.js';
import { readArchiveFields } from './archive-fields.js';
import { readEbookKeys } from './ebook-keys.js';
import { factOf, facts } from './facts/fact-keys.js';
import { membersOf } from './facts/plain-values.js';
import { readFacts } from './facts/read-facts.js';
import type { WrongFact } from './facts/wrong-fact.js';
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
  const code = lines > 0 ? 'READ-FRONT-MATTER' : 'READ-FACTS-FILE';
  const at = (offset: number): Span => {
    const { line, col } = counter.linePos(offset);
    return { file, line: line + above, column: col };
  };
  const broken = document.errors[0];
  if (broken) {
    const said = diagnostic(code, { yaml: broken.code }, { span: at(broken.pos[0]) });
    return { value: { ...nothing, lines }, diagnostics: [said] };
  }
  if (document.contents === null) return { value: { ...nothing, lines }, diagnostics: [] };
  try {
    return readContents(document, lines, file, at);
  } catch (error) {
    // Aliases that would grow without bound, or that lead nowhere: the parser refuses to resolve them.
    const said = diagnostic(code, { yaml: thrownCode(error) }, { span: at(0) });
    return { value: { ...nothing, lines }, diagnostics: [said] };
  }
}

function readContents(
  document: ParsedDocument,
  lines: number,
  file: string,
  at: (offset: number) => Span,
): Staged<FrontMatter> {
  if (!isMap(document.contents)) {
    const values = { key: '---', wanted: 'mapping', given: shown(document.toJS()) };
    return {
      value: { ...nothing, lines },
      diagnostics: [diagnostic('READ-FRONT-MATTER-VALUE', values, { span: { file, line: 2 } })],
    };
  }
  return readKeys(document, lines, at);
}

type ParsedDocument = ReturnType<typeof parseYaml>;

/** A front matter as it stands in the YAML. */
interface GivenMapping {
  readonly members: readonly (readonly [key: string, value: unknown])[];
  /** Where the value at a path stands, or the key where there is none or that itself is wrong. */
  readonly place: (path: YamlPath, what?: 'value' | 'key') => Span;
}

function readKeys(
  document: ParsedDocument,
  lines: number,
  at: (offset: number) => Span,
): Staged<FrontMatter> {
  const members = Object.entries(plainOf(document)).filter(([, value]) => value !== null);
  const place = (path: YamlPath, what: 'value' | 'key' = 'value'): Span =>
    at(offsetAt(document, path, what) ?? 0);
  const mapping = { members, place };
  const read = readFacts(members);
  const own = ownMappings(mapping);
  const { fields } = read;
  const extra = Object.fromEntries(members.filter(([key]) => !factOf(key) && !isOwn(key)));
  const title = fields.title;
  const metadata: Metadata = {
    ...nothing.metadata,
    ...fields,
    ...own.value,
    ...(title !== undefined && { title: titleText(title) }),
    extra: { ...extra, ...read.extra },
  };
  const named = [...read.keys, ...Object.keys(own.value).map((key) => [key, key] as const)];
  const places = new Map(named.map(([field, key]) => [field, place([key])]));
  const diagnostics = [
    ...read.wrong.map((one) => told(one, mapping)),
    ...own.wrong.map((one) => told(one, mapping)),
    ...misspelt(mapping, new Set(read.keys.keys())),
  ];
  return { value: { metadata, title, places, lines }, diagnostics };
}

/** The plain value of the mapping, anchors resolved. */
function plainOf(document: ParsedDocument): Readonly<Record<string, unknown>> {
  const plain: unknown = document.toJS();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object that YAML made
  return plain as Record<string, unknown>;
}

/** Keys with mappings of their own beside the facts: the fields for the archive, and how the ebook is wanted. */
function isOwn(key: string): key is 'archive' | 'ebook' {
  return key === 'archive' || key === 'ebook';
}

function ownMappings({ members, place }: GivenMapping): {
  readonly value: Pick<Metadata, 'archive' | 'ebook'>;
  readonly wrong: readonly WrongFact[];
} {
  const value: Record<string, unknown> = {};
  const wrong: WrongFact[] = [];
  for (const [key, given] of members) {
    if (!isOwn(key)) continue;
    const inside = membersOf(given);
    if (!inside) {
      wrong.push({ type: 'value', path: [key], expected: 'mapping' });
      continue;
    }
    const plain = Object.fromEntries(inside);
    const read =
      key === 'archive'
        ? readArchiveFields(plain)
        : readEbookKeys(plain, (name) => place([key, name], 'key'));
    value[key] = read.value;
    wrong.push(...read.wrong.map((one) => ({ ...one, path: [key, one.key] })));
  }
  return { value, wrong };
}

/** What is wrong, told with its place. */
function told(one: WrongFact, { members, place }: GivenMapping): Diagnostic {
  const key = shownPath(one.path);
  switch (one.type) {
    case 'value': {
      const given = valueAt(Object.fromEntries(members), one.path);
      const values = { key, wanted: one.expected, given: shown(given) };
      return diagnostic('READ-FRONT-MATTER-VALUE', values, { span: place(one.path) });
    }
    case 'key': {
      const span = place(one.path, 'key');
      const above = one.path[0];
      if (above === 'ebook' && one.near !== undefined)
        return diagnostic('READ-EBOOK-KEY-NEAR', { key, near: one.near }, { span });
      if (one.near !== undefined)
        return diagnostic('READ-FRONT-MATTER-KEY', { key, near: one.near }, { span });
      const code =
        above === 'archive' ? 'READ-ARCHIVE-KEY' : above === 'ebook' ? 'READ-EBOOK-KEY' : 'FACT-KEY';
      return diagnostic(code, { key: one.path.at(-1) ?? key }, { span });
    }
    case 'digit': {
      const { number, digit } = one;
      return diagnostic('FACT-DIGIT', { key, number, digit }, { span: place(one.path) });
    }
    case 'needs':
      return diagnostic('FACT-NEEDS', { key, needs: one.needs }, { span: place(one.path, 'key') });
  }
}

/** Keys that are spelled nearly like one of ours that is missing: they are kept, but may have been meant for it. */
function misspelt({ members, place }: GivenMapping, given: ReadonlySet<string>): readonly Diagnostic[] {
  const missing = facts.filter(({ field }) => !given.has(field)).flatMap(({ keys }) => keys);
  return members.flatMap(([key, value]) => {
    // A switch is an option of a template: no fact is one.
    const other = factOf(key) !== undefined || isOwn(key) || typeof value === 'boolean';
    const near = other ? undefined : nearest(key, missing);
    if (near === undefined) return [];
    return [diagnostic('READ-FRONT-MATTER-KEY', { key, near }, { span: place([key], 'key') })];
  });
}

function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (above, key) => (typeof above === 'object' && above !== null ? Reflect.get(above, key) : undefined),
    value,
  );
}

function shown(given: unknown): string {
  const json = JSON.stringify(given) ?? String(given);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}
