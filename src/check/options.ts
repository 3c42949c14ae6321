/** What a file is held to beside its own claims: types that the checks of all kinds of files share. */
import type { StoreName } from './epub/stores/stores.js';
import type { StandardName } from './pdf/conformance/standards.js';

import type { Printer } from '../document/printer.js';

export interface CheckOptions {
  /** The standards that a PDF is held to; those that it claims unless given. */
  readonly standards?: readonly StandardName[];
  /** The words of the source, in order (`publicationWords`): the file must hold these and no others. */
  readonly source?: readonly string[];
  /** What the file will be printed on: print files are held to it. */
  readonly printer?: Printer;
  /** The stores whose rules an ebook is held to; none unless given. */
  readonly stores?: readonly StoreName[];
  /** Total ink that the paper takes, percent, before that of the printer; 300 unless given. */
  readonly inkLimit?: number;
}
