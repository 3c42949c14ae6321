/**
 * Colours of several inks, which a press cannot always hold: more ink than the paper takes, and blacks of
 * four plates so small that any shift shows as a coloured edge. In: what pages were painted with; out: one
 * diagnostic for each colour, at its first page.
 */
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import type { Printer } from '../document/printer.js';
import type { Paint } from './colour.js';

/** Mixed colours of a content, each with the least size of what is painted in it, pt. */
export type MixedColours = ReadonlyMap<Paint, number>;

interface Found {
  readonly page: string;
  size: number;
}

export class MixedInks {
  private readonly found = new Map<Paint, Found>();

  /** Notes the colours of a page by its label. */
  note(colours: MixedColours, page: string): void {
    for (const [paint, size] of colours) {
      const known = this.found.get(paint);
      if (!known) this.found.set(paint, { page, size });
      else known.size = Math.min(known.size, size);
    }
  }

  /** What the printer cannot hold. */
  tell({ ink: { limit, richFrom } }: Pick<Printer, 'ink'>): readonly Diagnostic[] {
    const edition = 'print';
    return [...this.found].flatMap(([{ inks = [] }, { page, size }]) => {
      const color = inks.map((ink) => Math.round(ink * 100)).join(' ');
      const ink = Math.round(100 * inks.reduce((sum, share) => sum + share, 0));
      const heavy = ink > limit ? [diagnostic('PDF-INK', { color, ink, limit, page }, { edition })] : [];
      const least = Math.round(size * 10) / 10;
      const values = { color, size: least, least: richFrom, page };
      const blurred = isRichBlack(inks) && size < richFrom;
      return [...heavy, ...(blurred ? [diagnostic('PDF-RICH-BLACK', values, { edition })] : [])];
    });
  }
}

/** Black ink as good as full, with others. */
function isRichBlack([c = 0, m = 0, y = 0, k = 0]: readonly number[]): boolean {
  return k >= 0.9 && c + m + y >= 0.05;
}
