/**
 * What is known of a text besides its words: `bai.yaml` beside `bai.txt`, with the keys of a Markdown
 * file's front matter. What the file says goes over what was found in a pasted text, and behind a front
 * matter; it adds no words to the article. Without such a file the metadata come back as they were.
 */
import type { Staged } from '../diagnostic.js';
import type { Metadata } from '../document/publication.js';
import type { Host } from '../host.js';
import { decode } from './decode.js';
import { readMetadata, type FrontMatter } from './front-matter.js';

/** Metadata found in the text of `path`, and what the file beside it adds or puts right. */
export async function addMetadataFile(found: Metadata, path: string, host: Host): Promise<Staged<Metadata>> {
  const { value: given, diagnostics } = await readBeside(path, host);
  return { value: { ...found, ...given }, diagnostics };
}

/** The metadata of a front matter, and what the file beside the text adds to them. */
export async function fillFromFile(front: FrontMatter, path: string, host: Host): Promise<Staged<Metadata>> {
  const { value: given, diagnostics } = await readBeside(path, host);
  const own = Object.fromEntries(Object.entries(front.metadata).filter(([field]) => front.places.has(field)));
  const extra = { ...given.extra, ...front.metadata.extra };
  return { value: { ...front.metadata, ...given, ...own, extra }, diagnostics };
}

/** The fields that the file beside a text gives. */
export async function fieldsBeside(path: string, host: Host): Promise<ReadonlySet<string>> {
  return new Set(Object.keys((await readBeside(path, host)).value));
}

async function readBeside(path: string, host: Host): Promise<Staged<Partial<Metadata>>> {
  const beside = path.replace(/\.[^./\\]*$/, '.yaml');
  const file = host.read(beside);
  if (!file.ok || file.bytes.length === 0) return { value: {}, diagnostics: [] };
  const decoded = await decode(file.bytes, beside);
  if (decoded.value === undefined) return { value: {}, diagnostics: decoded.diagnostics };
  const { value, diagnostics } = readMetadata(decoded.value, beside);
  const given = Object.entries(value.metadata).filter(
    ([field]) => field === 'extra' || value.places.has(field),
  );
  return { value: Object.fromEntries(given), diagnostics: [...decoded.diagnostics, ...diagnostics] };
}
