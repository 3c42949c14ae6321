/**
 * Paints runs of shaped words: one `TJ` a run where it can be, `Tw` for justified spaces, `Tc` for
 * tracking. In: a run and where its line begins; out: operators.
 */
import type { GlyphRun } from '../document/glyph-run.js';
import type { Canvas } from './canvas.js';
import { paintOf, type PdfEdition } from './colour.js';
import type { EncodedWord, FontSlice, WordEncoder } from './encode-words.js';
import { utf16 } from './syntax.js';

const closeString = ')]TJ\n';

export class TextPainter {
  constructor(
    private readonly canvas: Canvas,
    private readonly encoder: WordEncoder,
    private readonly edition: PdfEdition,
  ) {}

  /** Paints a run; `x`, `y` are the PDF coordinates of its origin, rise included. */
  paint(run: GlyphRun, x: number, y: number, opacity: number): void {
    const { canvas } = this;
    if (run.words.length === 0) return;
    const paint = paintOf(run.color, this.edition);
    canvas.fill(paint.fill);
    canvas.state({ alpha: paint.alpha * opacity, overprint: paint.blackInk });
    canvas.spacing(run.letterSpacing, run.wordSpacing);
    canvas.moveText(x, y);
    this.words(run);
  }

  private words(run: GlyphRun): void {
    const { canvas, encoder } = this;
    const out = canvas.out;
    let slice: FontSlice | undefined;
    for (const word of run.words) {
      const encoded = encoder.encode(word);
      const piece = encoded.pieces[0];
      if (!piece) continue;
      const plain = encoded.pieces.length === 1 && piece.rise === 0 && encoded.actualText === undefined;
      if (plain && slice && (piece.slice === undefined || piece.slice === slice)) {
        out.append(piece.bytes);
        continue;
      }
      if (slice) out.text(closeString);
      slice = undefined;
      if (plain) {
        slice = piece.slice ?? encoder.firstSlice(run.face);
        this.open(slice, run.size);
        out.append(piece.bytes);
      } else {
        this.special(encoded, run);
      }
    }
    if (slice) out.text(closeString);
  }

  /** A word of several pieces, or with raised marks, or with a text of its own. */
  private special(encoded: EncodedWord, run: GlyphRun): void {
    const { canvas, encoder } = this;
    const out = canvas.out;
    if (encoded.actualText !== undefined) {
      canvas.beginSpan(`/Span <</ActualText <FEFF${utf16(encoded.actualText)}>>>`);
    }
    for (const piece of encoded.pieces) {
      if (piece.rise !== 0) out.number((piece.rise * run.size) / 1000).text('Ts\n');
      this.open(piece.slice ?? encoder.firstSlice(run.face), run.size);
      out.append(piece.bytes).text(closeString);
      if (piece.rise !== 0) out.text('0 Ts\n');
    }
    if (encoded.actualText !== undefined) canvas.endSpan();
  }

  private open(slice: FontSlice, size: number): void {
    this.canvas.font(slice.name, size);
    this.canvas.out.text('[(');
  }
}
