/** How an ebook is wanted: by a manifest, a front matter or the command line. What is not said is as by default. */
import type { Span } from '../diagnostic.js';

/** Formats of the fonts in an ebook: every reader takes TrueType, newer ones WOFF2, which is smaller. */
export const fontFormats = ['ttf', 'woff2'] as const;
export type FontFormat = (typeof fontFormats)[number];

export interface EbookOptions {
  /** The contents for readers of EPUB 2 too (NCX); so unless it is false. */
  readonly ncx?: boolean;
  /** TrueType unless given. */
  readonly fonts?: FontFormat;
  /** Beside the ebook, the printed pages as one of fixed layout: `<slug>.fixed.epub`. */
  readonly fixedLayout?: boolean;
  /** Where a file asks for that. */
  readonly fixedLayoutAt?: Span;
  /**
   * A picture for the cover, in place of the one drawn from the template: a path seen from the file that
   * names it (its span), or from where the program runs.
   */
  readonly cover?: { readonly path: string; readonly span?: Span };
}
