/**
 * From what the user named on the command line to what is to be built: a file stands for itself, the
 * folder of a book or an issue for that, any other folder for every article in it. READMEs, hidden files,
 * pictures and the text files that belong to a picture are not articles.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { Host } from '../host.js';
import { isPublicationFolder } from '../read/manuscript.js';
import { isArticleName, officeEnding } from '../read/read.js';

/** The files and folders to build that `inputs` stand for, each once, in order. */
export function findSources(inputs: readonly string[], host: Host): Staged<readonly string[]> {
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  for (const input of inputs) {
    const kind = host.kind(input);
    if (kind === undefined) diagnostics.push(diagnostic('CLI-MISSING', { path: input }));
    const whole = kind === 'file' || (kind === 'folder' && isPublicationFolder(input, host));
    const articles = kind === 'folder' && !whole ? articlesIn(input, host) : [];
    const found = whole ? [input] : articles.filter((path) => correctedOf(path, articles) === undefined);
    if (kind === 'folder' && !whole) diagnostics.push(...passedOver(input, host), ...corrected(articles));
    if (kind === 'folder' && found.length === 0) {
      diagnostics.push(diagnostic('CLI-NO-SOURCE', { path: input }));
    }
    for (const path of found) sources.set(host.resolve('.', path), path);
  }
  return { value: [...sources.values()], diagnostics };
}

function articlesIn(folder: string, host: Host): readonly string[] {
  return filesIn(folder, host)
    .filter(({ name }) => isArticleName(name))
    .map(({ path }) => path);
}

/** The Markdown of a text beside it under the same name, as `inspect --write` makes it. */
function correctedOf(path: string, all: readonly string[]): string | undefined {
  if (markdownEnding.test(path)) return undefined;
  const name = path.replace(/\.[^./\\]*$/, '');
  return all.find((other) => markdownEnding.test(other) && other.replace(markdownEnding, '') === name);
}

const markdownEnding = /\.(?:md|markdown)$/i;

/** Texts that are not built because their Markdown is. */
function corrected(articles: readonly string[]): readonly Diagnostic[] {
  return articles.flatMap((file) => {
    const other = correctedOf(file, articles);
    return other === undefined ? [] : [diagnostic('CLI-SAME-TEXT', { other }, { span: { file } })];
  });
}

/** Texts that would be articles if their program had saved them as Word files. */
function passedOver(folder: string, host: Host): readonly Diagnostic[] {
  return filesIn(folder, host).flatMap(({ name, path }) => {
    const extension = officeEnding(name);
    const span = { file: path };
    return extension === undefined ? [] : [diagnostic('CLI-PASSED-OVER', { extension }, { span })];
  });
}

function filesIn(folder: string, host: Host): readonly { readonly name: string; readonly path: string }[] {
  const prefix = folder === '.' ? '' : `${folder.replace(/[\\/]+$/, '')}/`;
  return (host.list(folder) ?? [])
    .map((name) => ({ name, path: prefix + name }))
    .filter(({ path }) => host.kind(path) === 'file');
}
