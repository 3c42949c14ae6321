/**
 * The part of the pipeline that turns a source into a publication: read, assemble. Whoever builds goes
 * on from here to the editions; whoever checks finished files compares their words with it.
 */
import { assemble } from './assemble/assemble.js';
import type { Diagnostic, Staged } from './diagnostic.js';
import { isAccessible } from './document/archive-level.js';
import { pathName } from './document/path-name.js';
import type { Manuscript, Publication } from './document/publication.js';
import type { PublishOptions } from './document/result.js';
import type { Host } from './host.js';
import { readManuscript } from './read/manuscript.js';
import { noteReads } from './read/note-reads.js';

/** A source that was read. */
export interface ReadPublication {
  readonly manuscript: Manuscript;
  readonly publication: Publication;
  /** The files that were read for it. */
  readonly files: ReadonlySet<string>;
}

/** The options that reading a source takes. */
export type SourceOptions = Pick<PublishOptions, 'date' | 'encoding' | 'allow' | 'editions' | 'archive'>;

/** Reads an article, issue or book; without a value when there is nothing to be made of it. */
export async function readPublication(
  input: string,
  host: Host,
  options: SourceOptions = {},
): Promise<Staged<ReadPublication | undefined>> {
  const noting = noteReads(host);
  const { value: manuscript, diagnostics } = await readManuscript(input, noting.host, options);
  if (manuscript === undefined) return { value: undefined, diagnostics };
  const { date } = options;
  const assembled = assemble(manuscript, { name: pathName(manuscript.path), ...(date && { date }) });
  return {
    value: { manuscript, publication: assembled.value, files: noting.files },
    diagnostics: [...diagnostics, ...assembled.diagnostics].filter((said) => concerns(said, options)),
  };
}

/** Whether a diagnostic is of the editions that are made, and an archive that promises what it misses. */
function concerns({ code, edition }: Diagnostic, { editions, archive }: SourceOptions): boolean {
  if (edition === undefined) return true;
  if (code === 'IMG-ALT-NONE' && edition === 'archive' && archive && !isAccessible(archive)) return false;
  return edition === 'booklet' || (editions?.includes(edition) ?? true);
}
