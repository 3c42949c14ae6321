/**
 * What a user asks of a run and gets from it. Types only: the command line, the API and the pipeline
 * speak of a run in these words.
 */
import type { Diagnostic, MessageLanguage } from '../diagnostic.js';
import type { ArchiveLevel } from './archive-level.js';
import type { EbookOptions } from './ebook-options.js';
import type { EncodingName } from './encoding.js';
import type { PrinterMarks } from './printer.js';
import type { Edition, IsoDate } from './publication.js';
import type { Imposition } from './sheet.js';

/** What to publish, and how. */
export interface PublishOptions {
  /** All three unless given. */
  readonly editions?: readonly Edition[];
  /** The level of PDF/A that the archive edition is made to; 2a unless given. */
  readonly archive?: ArchiveLevel;
  /** What the print edition is printed on, by name or file; before the one that a manifest names. */
  readonly printer?: string;
  /** Marks beside the printed pages, in place of those of the printer or the template. */
  readonly marks?: PrinterMarks;
  /** Sheets of the print edition, beside it: as the manifest says unless given. */
  readonly impose?: Imposition;
  /** What a sheet adds to the creep of those inside it, mm. */
  readonly creep?: number;
  /** How the ebook is wanted, before what the manuscript says. */
  readonly ebook?: EbookOptions;
  /** Template by name or folder, for every edition. */
  readonly template?: string;
  /** The date the editions carry, before any that the source gives. */
  readonly date?: IsoDate;
  /** The encoding of the text; found out unless given. */
  readonly encoding?: EncodingName;
  /** Folders besides that of the publication whose files it may use. */
  readonly allow?: readonly string[];
  /** Warnings count as errors. */
  readonly strict?: boolean;
  /** Read each edition back and compare its words with the source: one that differs is not given out. */
  readonly verify?: boolean;
  /** Keep an empty signature field in the archive edition. */
  readonly signature?: boolean;
  /** Beside the archive edition its record as XML, and a conformity sheet, in this language or the publication's own. */
  readonly sheet?: MessageLanguage | 'own';
  /** Called when an edition is begun. */
  readonly progress?: (edition: Edition) => void;
}

/** One file made. */
export interface Artifact {
  /** A booklet is the print edition on sheets to fold. */
  readonly edition: Edition | 'booklet';
  /** File name: `<slug>.epub`, `<slug>.fixed.epub`, `<slug>.print.pdf`, `<slug>.booklet.pdf`, `<slug>.archive.pdf`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /**
   * The same bytes in parts that are made while they are written, each good until the next is asked for: where
   * there are such, `bytes` are put together when they are asked for.
   */
  readonly parts?: Iterable<Uint8Array>;
  /** What it is where it is no edition itself: `<slug>.archive.xml`, `<slug>.archive.html`. */
  readonly beside?: 'record' | 'sheet';
  /** Of a booklet the sides of its sheets; of an ebook the pages of a fixed layout. */
  readonly pages?: number;
  /** Words read back from the bytes and found to be those of the source; where that was asked for. */
  readonly words?: number;
}

/** What a run made and what it has to say. */
export interface Result {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
}
