/**
 * What is known of a pasted text besides its words: `bai.yaml` beside `bai.txt`, with the keys of a
 * Markdown file's front matter. What the file says goes over what was found in the text; it adds no
 * words to the article. Without such a file the metadata come back as they were.
 */
import type { Staged } from '../diagnostic.js';
import type { Metadata } from '../document/publication.js';
import type { Host } from '../host.js';
import { decode } from './decode.js';
import { readMetadata } from './front-matter.js';

/** Metadata found in the text of `path`, and what the file beside it adds or puts right. */
export async function addMetadataFile(found: Metadata, path: string, host: Host): Promise<Staged<Metadata>> {
  const beside = path.replace(/\.[^./\\]*$/, '.yaml');
  const file = host.read(beside);
  if (!file.ok || file.bytes.length === 0) return { value: found, diagnostics: [] };
  const decoded = await decode(file.bytes, beside);
  if (decoded.value === undefined) return { value: found, diagnostics: decoded.diagnostics };
  const read = readMetadata(decoded.value, beside);
  const given = Object.fromEntries(
    Object.entries(read.value.metadata).filter(
      ([field]) => field === 'extra' || read.value.places.has(field),
    ),
  );
  return { value: { ...found, ...given }, diagnostics: [...decoded.diagnostics, ...read.diagnostics] };
}
