/**
 * `publication.yaml` → `Manuscript`: what is said of the whole, and the articles of the reading order, each
 * read by its own reader, with what the manifest says of it put over what was found in the text. It adds no
 * words to an article. A wrong key is named with its line and the key that is nearest; an article that
 * cannot be read stops the publication, and all others are read, so that one run shows everything.
 */
import { CheckedYaml, shownPath, type YamlPath, type YamlProblem } from '../../document/checked-yaml.js';
import { diagnostic, type Diagnostic, type Span, type Staged } from '../../diagnostic.js';
import type { Chapter, Edition, Manuscript, Metadata, Settings } from '../../document/publication.js';
import type { Host } from '../../host.js';
import { folderOf } from '../photos.js';
import { readSource, type ReadOptions } from '../read.js';
import { readText } from '../read-text.js';
import type { WrongFact } from '../facts/wrong-fact.js';
import { articleMetadata, publicationMetadata } from './manifest-metadata.js';
import { articleEntry, groupEntry, manifest, type ArticleKeys, type ManifestKeys } from './schema.js';

/** An article of the reading order. */
interface Entry {
  readonly keys: Partial<ArticleKeys> & { readonly url: string };
  readonly span: Span;
  /** Leads to the entry in the manifest. */
  readonly path: YamlPath;
  readonly part?: string;
  readonly settings: Settings;
}

/** Reads the publication of a manifest. */
export async function readManifest(
  path: string,
  host: Host,
  options: ReadOptions = {},
): Promise<Staged<Manuscript | undefined>> {
  const text = await readText(path, host);
  if (text.value === undefined) return { value: undefined, diagnostics: text.diagnostics };
  const file = new CheckedYaml(path, text.value);
  const keys = file.problems.length > 0 ? undefined : file.checkParts(manifest);
  const isWhole = file.problems.length === 0;
  const entries = keys ? entriesOf(file, keys.readingOrder) : [];
  const diagnostics: Diagnostic[] = [...text.diagnostics, ...file.problems.map(told)];
  if (!keys) return { value: undefined, diagnostics };

  const whole = publicationMetadata(keys);
  diagnostics.push(...whole.wrong.map((one) => toldFact(one, [], file)));
  const printer = printerIn(keys, file, host);
  diagnostics.push(...printer.diagnostics);
  const chapters: Chapter[] = [];
  const listed = new Set<string>();
  for (const entry of entries) {
    diagnostics.push(...listedTwice(entry, listed, file, host));
    const read = await readEntry(entry, { file, whole: whole.value, host, options });
    diagnostics.push(...read.diagnostics);
    if (read.value) chapters.push(read.value);
  }
  if (chapters.length === 0) {
    diagnostics.push(diagnostic('MANIFEST-EMPTY', {}, { span: file.at(['readingOrder']) }));
    return { value: undefined, diagnostics };
  }
  // What is wrong with the whole stops it, once everything has been looked at.
  if (!isWhole) return { value: undefined, diagnostics };
  const value = {
    path: folderOf(path),
    kind: keys.type ?? 'issue',
    chapters,
    metadata: whole.value,
    ...templatesOf(keys),
    ...(printer.value && { printer: printer.value }),
    ...imposingOf(keys),
    ...ebookOf(keys, file),
    ...(keys.options ? { options: settingsOf(file, keys.options, ['options']) } : {}),
  };
  return { value, diagnostics };
}

function told(problem: YamlProblem): Diagnostic {
  const { span } = problem;
  switch (problem.type) {
    case 'syntax':
      return diagnostic('MANIFEST-YAML', { yaml: problem.fault }, { span });
    case 'key': {
      const { key, near } = problem;
      return near === undefined
        ? diagnostic('MANIFEST-KEY', { key }, { span })
        : diagnostic('MANIFEST-KEY-NEAR', { key, near }, { span });
    }
    case 'missing':
      return diagnostic('MANIFEST-NEEDS', { key: problem.key }, { span });
    case 'empty':
      return diagnostic('MANIFEST-VALUE', { key: 'publication.yaml', expected: 'mapping' }, { span });
    case 'value': {
      const { key, expected } = problem;
      return diagnostic('MANIFEST-VALUE', { key: key || 'publication.yaml', expected }, { span });
    }
  }
}

/** An article that stands in the order a second time; it is read again, for it may be meant. */
function listedTwice(
  { keys, span }: Entry,
  known: Set<string>,
  file: CheckedYaml,
  host: Host,
): readonly Diagnostic[] {
  const path = host.resolve(file.path, keys.url);
  if (known.has(path)) return [diagnostic('MANIFEST-TWICE', { path: keys.url }, { span })];
  known.add(path);
  return [];
}

/** The articles of the reading order, those of sections and parts in their places. */
function entriesOf(file: CheckedYaml, order: readonly unknown[]): readonly Entry[] {
  return order.flatMap((item, at) => {
    const path = ['readingOrder', at];
    if (!isGroup(item)) return entryOf(file, item, path);
    const group = file.checkParts(groupEntry, path);
    return (group?.articles ?? []).flatMap((article, index) =>
      entryOf(file, article, [...path, 'articles', index]).map((entry) => ({
        ...entry,
        ...(group?.part === undefined ? {} : { part: String(group.part) }),
        settings: { ...settingsOf(file, group?.settings, [...path, 'settings']), ...entry.settings },
        keys: { ...(group?.section === undefined ? {} : { section: group.section }), ...entry.keys },
      })),
    );
  });
}

function isGroup(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'articles' in item;
}

/** One article, or none where the entry is wrong. */
function entryOf(file: CheckedYaml, item: unknown, path: YamlPath): readonly Entry[] {
  const span = file.at(path);
  if (typeof item === 'string') return [{ keys: { url: item }, span, path, settings: {} }];
  const keys = file.checkParts(articleEntry, path);
  if (!keys) return [];
  const settings = settingsOf(file, keys.settings, [...path, 'settings']);
  return [{ keys, span: file.at([...path, 'url']), path, settings }];
}

/** Values of a mapping, each with its place. */
function settingsOf(file: CheckedYaml, given: ManifestKeys['options'], path: YamlPath): Settings {
  const typed = Object.entries(given ?? {});
  return Object.fromEntries(typed.map(([name, value]) => [name, { value, span: file.at([...path, name]) }]));
}

/** What an entry is read in. */
interface Surroundings {
  readonly file: CheckedYaml;
  readonly whole: Metadata;
  readonly host: Host;
  readonly options: ReadOptions;
}

async function readEntry(
  { keys, span, path: above, part, settings }: Entry,
  { file, whole, host, options }: Surroundings,
): Promise<Staged<Chapter | undefined>> {
  const path = host.resolve(file.path, keys.url);
  if (host.kind(path) !== 'file') {
    const file = host.read(path);
    const code = !file.ok && file.reason === 'outside' ? 'MANIFEST-OUTSIDE' : 'MANIFEST-FILE';
    return none(diagnostic(code, { path: keys.url }, { span }));
  }
  const read = await readSource(path, host, options);
  if (!read.value) return { value: undefined, diagnostics: read.diagnostics };
  const { value: own, wrong } = articleMetadata(keys, read.value.metadata, whole);
  // A title that the manifest gives is missing no more.
  const said = read.diagnostics.filter(({ code }) => code !== 'READ-NO-TITLE' || own.title === undefined);
  const article = { ...read.value, metadata: own };
  const value = {
    article,
    depth: 0,
    ...(part === undefined ? {} : { part }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
  };
  const wrongOnes = wrong.map((one) => toldFact(one, above, file));
  return { value, diagnostics: [...said, ...wrongOnes] };
}

function none(...diagnostics: readonly Diagnostic[]): Staged<undefined> {
  return { value: undefined, diagnostics };
}

/** A fact that is wrong, with its place; `above` leads to the mapping that says it. */
function toldFact(one: WrongFact, above: YamlPath, file: CheckedYaml): Diagnostic {
  const key = shownPath(one.path);
  const span = file.at([...above, ...one.path]);
  switch (one.type) {
    case 'value':
      return diagnostic('MANIFEST-VALUE', { key, expected: one.expected }, { span });
    case 'key':
      return told({ type: 'key', key, near: one.near, span });
    case 'digit':
      return diagnostic('FACT-DIGIT', { key, number: one.number, digit: one.digit }, { span });
    case 'needs':
      return diagnostic('FACT-NEEDS', { key, needs: one.needs }, { span });
  }
}

/** The printer that is named: one of the package as it is, a file by its path. */
function printerIn(
  { printer }: ManifestKeys,
  file: CheckedYaml,
  host: Host,
): Staged<Manuscript['printer'] | undefined> {
  if (printer === undefined) return none();
  const span = file.at(['printer']);
  const name = String(printer);
  if (!/[./\\]/.test(name)) return { value: { value: name, span }, diagnostics: [] };
  const path = host.resolve(file.path, name);
  const found = host.read(path);
  if (found.ok) return { value: { value: path, span }, diagnostics: [] };
  const code = found.reason === 'outside' ? 'PRINTER-AWAY' : 'PRINTER-FILE';
  return none(diagnostic(code, { path: name }, { span, edition: 'print' }));
}

function imposingOf({ impose, creep }: ManifestKeys): Pick<Manuscript, 'imposing'> {
  if (impose === undefined && creep === undefined) return {};
  return { imposing: { ...(impose !== undefined && { impose }), ...(creep !== undefined && { creep }) } };
}

function ebookOf({ ebook }: ManifestKeys, file: CheckedYaml): Pick<Manuscript, 'ebook'> {
  if (ebook === undefined) return {};
  const { ncx, fonts, 'fixed-layout': fixedLayout, cover } = ebook;
  const wanted = {
    ...(ncx !== undefined && { ncx }),
    ...(fonts !== undefined && { fonts }),
    ...(fixedLayout !== undefined && {
      fixedLayout,
      fixedLayoutAt: file.at(['ebook', 'fixed-layout']),
    }),
    ...(cover !== undefined && { cover: { path: cover, span: file.at(['ebook', 'cover']) } }),
  };
  return { ebook: wanted };
}

function templatesOf({ template }: ManifestKeys): Pick<Manuscript, 'templates'> {
  if (template === undefined) return {};
  const editions: readonly Edition[] = ['ebook', 'print', 'archive'];
  const named = editions.flatMap((edition) => {
    const name = typeof template === 'string' ? template : template[edition];
    return name === undefined ? [] : [[edition, name] as const];
  });
  return { templates: Object.fromEntries(named) };
}
