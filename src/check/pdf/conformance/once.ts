/** Facts that several rules ask for are read once per file, and kept as long as what was read of it. */
import type { PdfContents } from '../read-pdf.js';

/** A function that reads its facts on the first call for a file and knows them afterwards. */
export function once<T>(read: (contents: PdfContents) => T): (contents: PdfContents) => T {
  const known = new WeakMap<PdfContents, { readonly facts: T }>();
  return (contents) => {
    const found = known.get(contents) ?? { facts: read(contents) };
    known.set(contents, found);
    return found.facts;
  };
}
