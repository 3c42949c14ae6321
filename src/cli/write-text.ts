/**
 * `anpham inspect --write`: a recognised text as Markdown beside it, for a person to correct. It goes into the
 * folder of the text, from where its photos are named, and overwrites nothing unless told to.
 */
import { dirname, resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import type { Article } from '../document/publication.js';
import type { Host } from '../host.js';
import { fieldsBeside } from '../read/metadata-file.js';
import { writeMarkdown } from '../read/write-markdown.js';

/** Where the Markdown is to go. */
export interface Destination {
  /** As typed; without one, the name of the text with `.md`. */
  readonly path: string | undefined;
  /** Overwrite what is there. */
  readonly force: boolean;
}

/** Writes the Markdown; its path, or why there is none. */
export async function writeText(
  article: Article,
  said: readonly Diagnostic[],
  destination: Destination,
  host: Host,
): Promise<string | Diagnostic> {
  const file = article.path;
  const usual = `${file.replace(/\.[^./\\]*$/, '')}.md`;
  const path = destination.path ?? usual;
  const at = { span: { file } };
  if (/\.docx$/i.test(file)) return diagnostic('CLI-WRITE-WORD', { file }, at);
  if (article.guesses.length === 0) return diagnostic('CLI-WRITE-KIND', { file }, at);
  const beside = dirname(resolve(path)) === dirname(resolve(file));
  if (!beside || !/\.(?:md|markdown)$/i.test(path)) return diagnostic('CLI-WRITE-PLACE', { file, path }, at);
  if (!destination.force && host.kind(path) !== undefined) return diagnostic('CLI-EXISTS', { path }, at);
  // Under the name of the text the file with its facts goes on beside the Markdown.
  const same = resolve(path).replace(/\.[^.]*$/, '') === resolve(file).replace(/\.[^.]*$/, '');
  const markdown = writeMarkdown(article, said, same ? await fieldsBeside(file, host) : new Set<string>());
  const failed = await host.write(path, new TextEncoder().encode(markdown));
  return failed === undefined ? path : diagnostic('CLI-WRITE', { path }, at);
}
