/**
 * The last part of the pipeline, on request: the bytes of each edition are read back and their words
 * compared with those of the publication. What differs is an error of that edition.
 */
import { archiveWords, ebookWords, printWords, proveWords, publicationWords } from './check/fidelity.js';
import type { Diagnostic, Staged } from './diagnostic.js';
import type { Publication } from './document/publication.js';
import type { Artifact } from './document/result.js';

/** How each edition is read: along its tags or its spine, or as painted, where notes stand apart. */
const readers: Readonly<Record<Artifact['edition'], (bytes: Uint8Array) => readonly string[]>> = {
  archive: archiveWords,
  print: printWords,
  booklet: printWords,
  ebook: ebookWords,
};

/** The artifacts, each with the number of words that were found in it. */
export function verifyArtifacts(
  artifacts: readonly Artifact[],
  publication: Publication,
): Staged<readonly Artifact[]> {
  const source = publicationWords(publication);
  const diagnostics: Diagnostic[] = [];
  const value = artifacts.map((artifact) => {
    const { parts: _parts, ...whole } = artifact;
    const { edition, bytes, name, pages } = whole;
    // An ebook with pages is one of fixed layout: notes stand on the page that calls them.
    const fixed = edition === 'ebook' && pages !== undefined;
    const read = {
      words: readers[edition](bytes),
      ordered: edition !== 'print' && edition !== 'booklet' && !fixed,
      styled: edition !== 'ebook' || fixed,
    };
    const proof = proveWords(source, read, name);
    diagnostics.push(...proof.diagnostics.map((said) => ({ ...said, edition })));
    return { ...whole, words: proof.value.words };
  });
  return { value, diagnostics };
}
