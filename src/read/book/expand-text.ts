/**
 * The text of a chapter with its directives carried out: what `{{#include}}` names stands in its place,
 * GitBook's `{% … %}` blocks become the Markdown that they mean, hidden lines of code are taken out. Every
 * line of the result knows the file and line that it came from, so that messages point there.
 */
import type { Diagnostic } from '../../diagnostic.js';
import type { Host } from '../../host.js';
import { linesOf } from '../source-text.js';
import type { BookSettings } from './book-settings.js';
import { GitbookBlocks } from './gitbook-blocks.js';
import { HiddenLines } from './hidden-lines.js';
import { includeAll } from './include.js';

/** A line of text and where it stands. */
export interface PlacedLine {
  readonly text: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The columns are those of the file too. */
  readonly asTyped: boolean;
}

/** A chapter's text as its author meant it. */
export interface ExpandedText {
  readonly lines: readonly PlacedLine[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a text may hold anything that is carried out: most chapters do not, and stay as they are typed. */
export function mayDirect(source: string, { dialect }: BookSettings): boolean {
  if (dialect === 'gitbook') return source.includes('{%');
  return source.includes('{{#') || source.includes('```') || source.includes('~~~');
}

/** Carries out the directives of a decoded text. */
export function expandText(source: string, path: string, book: BookSettings, host: Host): ExpandedText {
  const diagnostics: Diagnostic[] = [];
  const typed = linesOf(source).map((text, at) => ({ text, file: path, line: at + 1, asTyped: true }));
  if (book.dialect === 'gitbook') {
    const blocks = new GitbookBlocks(diagnostics);
    return { lines: typed.flatMap((line) => blocks.take(line)), diagnostics };
  }
  const included = source.includes('{{#') ? includeAll(typed, { host, diagnostics }) : typed;
  const hidden = new HiddenLines(book.hiddenLines);
  return { lines: included.flatMap((line) => hidden.take(line)), diagnostics };
}
