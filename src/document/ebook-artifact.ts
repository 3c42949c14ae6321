/** An ebook as what a run has made: its bytes part by part, whole for who asks. */
import { joinParts } from './join-parts.js';
import type { Artifact } from './result.js';

/** `pages` of one of fixed layout. */
export function ebookArtifact(name: string, parts: Iterable<Uint8Array>, pages?: number): Artifact {
  return {
    edition: 'ebook',
    name,
    parts,
    get bytes() {
      return joinParts(parts);
    },
    ...(pages !== undefined && { pages }),
  };
}
