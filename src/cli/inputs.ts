/**
 * From what the user named on the command line to the source files to build: a file stands for
 * itself, a folder for every article in it. READMEs, hidden files, pictures and the text files that
 * belong to a picture are not articles.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { Host } from '../host.js';
import { isSourceName } from '../read/read.js';

/** The source files that `inputs` stand for, each once, in order. */
export function findSources(inputs: readonly string[], host: Host): Staged<readonly string[]> {
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  for (const input of inputs) {
    const kind = host.kind(input);
    if (kind === undefined) diagnostics.push(diagnostic('CLI-MISSING', { path: input }));
    const found = kind === 'folder' ? articlesIn(input, host) : kind === 'file' ? [input] : [];
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
    .filter((name) => isSourceName(name) && !/^(?:\.|readme\b)/i.test(name))
    .map((name) => prefix + name)
    .filter((path) => host.kind(path) === 'file');
}
