/** What a file is made for: an archive, by a level of PDF/A, or a printer, by PDF/X-4. Types only. */
import type { ArchiveLevel } from '../document/archive-level.js';
import type { Printer } from '../document/printer.js';

export type PdfTarget =
  | {
      readonly edition: 'archive';
      readonly level?: ArchiveLevel;
      /** Keep an empty field for a signature. */
      readonly signature?: boolean;
    }
  | { readonly edition: 'print'; readonly printer: Printer };
