/** What is kept of the fonts that strings are shown in: which codes, where first, and how. */
import type { FontModel } from './font-model.js';

/** How a code is shown, as bits. */
export const shown = {
  /** In a mode other than 3, which paints nothing and clips nothing. */
  rendered: 1,
  /** Somewhere without `ActualText`. */
  unreplaced: 2,
  /** Somewhere as real content without `ActualText` or `Alt`. */
  unexplained: 4,
} as const;

/** How a byte that is no code of its font is kept: as a number below 0. */
export const invalidCode = (byte: number): number => -1 - byte;

export interface CodeUse {
  /** Below 0 for a byte that is no code (see `invalidCode`). */
  readonly code: number;
  /** Number of the page where it is shown first. */
  readonly page: number;
  /** Bits of `shown`. */
  how: number;
}

export interface FontUse {
  readonly font: FontModel;
  readonly page: number;
  /** True when a string in it is shown in a mode other than 3. */
  rendered: boolean;
  /** By code. */
  readonly codes: Map<number, CodeUse>;
}
