/**
 * Pages → PDF. In: finished pages (`PagedDocument`), the publication's description, profiles through
 * the host; out: the bytes of one file, or no file and errors when it could not conform to its standard:
 * `archive` is PDF/A-2a and PDF/UA-1 at once, `print` is PDF/X-4. The same input gives the same bytes.
 */
import type { Staged } from '../diagnostic.js';
import type { PagedDocument } from '../document/page.js';
import type { Host } from '../host.js';
import type { PdfEdition } from './colour.js';
import { openPdfWriter, type PdfDescription } from './open-pdf-writer.js';

export interface PdfConfig extends PdfDescription {
  /** `archive`: PDF/A-2a and PDF/UA-1; `print`: PDF/X-4. */
  readonly edition: PdfEdition;
}

/** Writes the PDF of one edition; undefined, with errors, when it cannot conform. */
export async function writePdf(
  paged: PagedDocument,
  config: PdfConfig,
  host: Host,
): Promise<Staged<Uint8Array | undefined>> {
  const { edition } = config;
  // Pages that are all there already are written sooner than a thread for them has loaded its code.
  return openPdfWriter({ edition, thread: 'same' }, host).finish(paged, config);
}
