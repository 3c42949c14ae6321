/**
 * What a rule of a standard is: the code of what is said, the clause in each part that has it, and how
 * violations are found. A rule looks at one file as read and knows of no other rule.
 */
import type { Diagnostic } from '../../../diagnostic.js';
import type { ConformanceCode } from '../../../diagnostic-codes.js';
import type { PdfContents } from '../read-pdf.js';
import type { Part, Standard } from './standards.js';

export interface Rule {
  readonly code: ConformanceCode;
  /** The number of the clause in each part that has the rule. */
  readonly clauses: Readonly<Partial<Record<Part, string>>>;
  /** The levels of PDF/A that it belongs to; all unless said. PDF/UA has none. */
  readonly levels?: readonly NonNullable<Standard['level']>[];
  /** True for a rule that needs no string or stream of the file, so that an encrypted one is held to it. */
  readonly encrypted?: true;
  /**
   * One set of message values per violation of the standard. A rule that takes no standard judges alike for
   * all that have it, and is asked once.
   */
  find(contents: PdfContents, standard: Standard): Iterable<Diagnostic['values']>;
}
