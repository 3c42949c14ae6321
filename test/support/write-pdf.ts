/** Finished pages → PDF in one go, nothing of them being painted while they were set. */
import type { Staged } from '../../src/diagnostic.js';
import type { ArchiveLevel } from '../../src/document/archive-level.js';
import type { PagedDocument } from '../../src/document/page.js';
import type { Host } from '../../src/host.js';
import type { PdfEdition } from '../../src/pdf/colour.js';
import { openPdfWriter, type PdfDescription } from '../../src/pdf/open-pdf-writer.js';

export interface PdfConfig extends PdfDescription {
  /** `archive`: PDF/A to the level; `print`: PDF/X-4. */
  readonly edition: PdfEdition;
  readonly level?: ArchiveLevel;
}

/** Writes the PDF of one edition; undefined, with errors, when it cannot conform. */
export function writePdf(
  paged: PagedDocument,
  config: PdfConfig,
  host: Host,
): Promise<Staged<Uint8Array | undefined>> {
  return openPdfWriter(config.edition, host, config.level).finish(paged, config);
}
