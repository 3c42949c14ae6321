/**
 * From what the user named on the command line to what is to be built: a file stands for itself, the
 * folder of a book or an issue for that, any other folder for every article in it. READMEs, hidden files,
 * pictures and the text files that belong to a picture are not articles.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { Host } from '../host.js';
import { isPublicationFolder } from '../read/manuscript.js';
import { isArticleName } from '../read/read.js';

/** The files and folders to build that `inputs` stand for, each once, in order. */
export function findSources(inputs: readonly string[], host: Host): Staged<readonly string[]> {
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  for (const input of inputs) {
    const kind = host.kind(input);
    if (kind === undefined) diagnostics.push(diagnostic('CLI-MISSING', { path: input }));
    const whole = kind === 'file' || (kind === 'folder' && isPublicationFolder(input, host));
    const found = whole ? [input] : kind === 'folder' ? articlesIn(input, host) : [];
    if (kind === 'folder' && found.length === 0) {
      diagnostics.push(diagnostic('CLI-NO-SOURCE', { path: input }));
    }
    for (const path of found) sources.set(host.resolve('.', path), path);
  }
  return { value: [...sources.values()], diagnostics };
}

function articlesIn(folder: string, host: Host): readonly string[] {
  const prefix = folder === '.' ? '' : `${folder.replace(/[\\/]+$/, '')}/`;
  return (host.list(folder) ?? [])
    .filter(isArticleName)
    .map((name) => prefix + name)
    .filter((path) => host.kind(path) === 'file');
}
