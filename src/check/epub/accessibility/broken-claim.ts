/** Whether a book keeps what it claims of its accessibility: bytes in; out, the claim that is broken, and by what. */
import type { Diagnostic } from '../../../diagnostic.js';
import { openEpub } from '../open-epub.js';
import { checkAccessibility } from './check-accessibility.js';
import { broken } from './check-claims.js';

/** The places that break the claim, then the claim; nothing where it holds, or none is made. */
export function brokenClaim(bytes: Uint8Array, name: string): readonly Diagnostic[] {
  const book = openEpub(bytes, name).value;
  const found = book ? checkAccessibility(book) : [];
  const claims = found.filter(({ code }) => code === 'CHECK-EPUB-CONFORMS-BROKEN');
  return claims.length === 0 ? [] : [...found.filter(({ code }) => broken.includes(code)), ...claims];
}
