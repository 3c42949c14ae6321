/** What a file is held to beside its own claims: types that the checks of all kinds of files share. */
import type { StandardName } from './pdf/conformance/standards.js';

export interface CheckOptions {
  /** The standards that a PDF is held to; those that it claims unless given. */
  readonly standards?: readonly StandardName[];
  /** The words of the source, in order (`publicationWords`): the file must hold these and no others. */
  readonly source?: readonly string[];
  /** Total ink that the paper takes, percent; 300 unless given. */
  readonly inkLimit?: number;
}
