/** Finished pages → PDF in one go, nothing of them being painted while they were set. */
import type { Staged } from '../../src/diagnostic.js';
import type { ArchiveLevel } from '../../src/document/archive-level.js';
import type { PagedDocument } from '../../src/document/page.js';
import { nodeHost } from '../../src/host-node.js';
import type { Host } from '../../src/host.js';
import { defaultPrinter, type Printer } from '../../src/document/printer.js';
import type { PdfEdition } from '../../src/pdf/colour.js';
import { openPdfWriter, type PdfDescription } from '../../src/pdf/open-pdf-writer.js';
import type { PdfTarget } from '../../src/pdf/pdf-target.js';
import { loadPrinter } from '../../src/printer/load-printer.js';

export interface PdfConfig extends PdfDescription {
  /** `archive`: PDF/A to the level; `print`: PDF/X-4. */
  readonly edition: PdfEdition;
  readonly level?: ArchiveLevel;
  readonly signature?: boolean;
  /** What is printed on; the default of whoever names none. */
  readonly printer?: Printer;
}

/** What the file of a test is made for. */
export function targetOf({
  edition,
  level,
  signature,
  printer,
}: Pick<PdfConfig, 'edition' | 'level' | 'signature' | 'printer'>): PdfTarget {
  if (edition === 'archive') return { edition, ...(level && { level }), ...(signature && { signature }) };
  return { edition, printer: printer ?? printerOf(defaultPrinter) };
}

/** A printer of the package, as it lies on this machine. */
export function printerOf(name: string, host: Host = nodeHost()): Printer {
  const { value, diagnostics } = loadPrinter(name, host);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** Writes the PDF of one edition; undefined, with errors, when it cannot conform. */
export function writePdf(
  paged: PagedDocument,
  config: PdfConfig,
  host: Host,
): Promise<Staged<Uint8Array | undefined>> {
  return openPdfWriter(targetOf(config), host).finish(paged, config);
}
