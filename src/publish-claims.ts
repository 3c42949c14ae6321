/**
 * The part of the pipeline that holds a claim to its file: an ebook that says it conforms to a standard of
 * accessibility is read back by the rules of `check`. One that is known to break it is withheld, with
 * everything that breaks it (EPUB Accessibility 1.1, 3.5).
 */
import { brokenClaim } from './check/epub/accessibility/broken-claim.js';
import type { Diagnostic } from './diagnostic.js';
import type { Artifact } from './document/result.js';

/** What breaks the claims of the ebooks; nothing where none claims anything. */
export function proveClaims(artifacts: readonly Artifact[]): readonly Diagnostic[] {
  return artifacts
    .filter(({ edition }) => edition === 'ebook')
    .flatMap(({ bytes, name, edition }) =>
      brokenClaim(bytes, name).map((said): Diagnostic => ({ ...said, edition })),
    );
}
