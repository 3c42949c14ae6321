/** A sentence of epubcheck-ts and the code that stands for it: types only. */
import type { StandardCode } from '../../../epub-codes/standard.js';

/** What fits the sentence, its named groups being values; our code; values that the sentence does not hold. */
export type Wording = readonly [
  pattern: RegExp,
  code: StandardCode,
  values?: Readonly<Record<string, string>>,
];
