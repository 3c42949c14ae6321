/**
 * The part of the pipeline that says what a PDF is made for: the level of the archive standard, or the
 * printer, with the style sheets by which it governs the pages.
 */
import type { Staged } from './diagnostic.js';
import type { Publication, StylesheetSource } from './document/publication.js';
import type { PublishOptions } from './document/result.js';
import type { Host } from './host.js';
import type { PdfTarget } from './pdf/pdf-target.js';
import type { ReadPublication } from './publish-source.js';
import { choosePrinter } from './printer/choose-printer.js';

/** What a PDF edition is made for. */
export interface EditionTarget {
  readonly target: PdfTarget;
  /** They stand behind those of the template. */
  readonly stylesheets: readonly StylesheetSource[];
}

/** The target of an edition; undefined, with errors, when its printer cannot be read. */
export function editionTarget(
  edition: 'print' | 'archive',
  options: PublishOptions,
  { manuscript, publication }: ReadPublication,
  host: Host,
): Staged<EditionTarget | undefined> {
  if (edition === 'archive') {
    const { archive: level, signature } = options;
    const target = { edition, ...(level && { level }), ...(signature && { signature }) };
    return { value: { target, stylesheets: [] }, diagnostics: [] };
  }
  const named = options.printer === undefined ? manuscript.printer : { value: options.printer };
  const about = aboutFile(publication, edition);
  const choice = { named, marks: options.marks, about, language: publication.metadata.language };
  const { value, diagnostics } = choosePrinter(choice, host);
  if (!value) return { value: undefined, diagnostics };
  const { printer, stylesheets } = value;
  return { value: { target: { edition, printer }, stylesheets }, diagnostics };
}

/** What page information says of a file: its name, its title, its date. */
export function aboutFile(publication: Publication, kind: 'print' | 'booklet'): readonly string[] {
  const { slug, metadata, modified } = publication;
  return [`${slug}.${kind}.pdf`, metadata.title ?? '', modified.slice(0, 10)].filter(Boolean);
}
