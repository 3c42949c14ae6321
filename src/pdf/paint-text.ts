/**
 * Paints runs of shaped words: one `TJ` a run where it can be, `Tw` for justified spaces, `Tc` for
 * tracking. In: a run and where its line begins; out: operators.
 */
import type { GlyphRun } from '../document/glyph-run.js';
import type { Color } from '../document/style.js';
import type { Canvas } from './canvas.js';
import { paintOf, type Paint, type PdfEdition } from './colour.js';
import type { SpecialWord, WordEncoder } from './encode-words.js';
import type { FontSlice } from './font-slice.js';
import type { SpotInks } from './spot-inks.js';
import { utf16 } from './syntax.js';
import { anySlice, noSlice } from './word-records.js';

const closeString = ')]TJ\n';

export class TextPainter {
  // Runs mostly have the colour of the one before.
  private color: Color | undefined;
  private look: Paint = { fill: '0 g', stroke: '0 G', alpha: 1, blackInk: false };

  constructor(
    private readonly canvas: Canvas,
    private readonly encoder: WordEncoder,
    private readonly colours: { readonly edition: PdfEdition; readonly inks: SpotInks },
  ) {}

  /** Paints a run; `x`, `y` are the PDF coordinates of its origin, rise included. */
  paint(run: GlyphRun, x: number, y: number, opacity: number): void {
    const { canvas } = this;
    if (run.numbers.length === 0) return;
    if (run.color !== this.color) {
      this.color = run.color;
      this.look = paintOf(run.color, this.colours.edition);
      this.colours.inks.use(this.look);
    }
    const { look } = this;
    if (look.inks) this.colours.inks.mix(look, run.size);
    canvas.fill(look.fill);
    canvas.state(look.alpha * opacity, look.blackInk);
    canvas.spacing(run.letterSpacing, run.wordSpacing);
    canvas.moveText(x, y);
    this.words(run);
  }

  private words(run: GlyphRun): void {
    const { encoder } = this;
    const { out } = this.canvas;
    const { numbers } = run;
    const codes = encoder.of(run.face);
    // All words before any is painted: then memory is waited for once, and not word by word.
    codes.encode(numbers);
    const { records } = codes;
    for (let i = 0; i < numbers.length;) {
      const number = numbers[i] ?? 0;
      const own = records.sliceOf(number);
      const slice = own === anySlice ? codes.firstSlice : encoder.slices[own];
      if (own === noSlice || !slice) {
        const special = codes.specials.get(number);
        if (special) this.special(special, run.size);
        i++;
        continue;
      }
      this.open(slice, run.size);
      i = records.write(out, numbers, i, slice.index);
      out.text(closeString);
    }
  }

  /** A word of several pieces, or with raised marks, or with a text of its own. */
  private special({ pieces, actualText }: SpecialWord, fontSize: number): void {
    const { canvas, encoder } = this;
    const { out } = canvas;
    if (actualText !== undefined) canvas.beginSpan(`/Span <</ActualText <FEFF${utf16(actualText)}>>>`);
    for (const { rise, slice, start, end } of pieces) {
      if (rise !== 0) out.number((rise * fontSize) / 1000).text('Ts\n');
      this.open(slice, fontSize);
      out.copy(encoder.bytes, start, end).text(closeString);
      if (rise !== 0) out.text('0 Ts\n');
    }
    if (actualText !== undefined) canvas.endSpan();
  }

  private open(slice: FontSlice, size: number): void {
    this.canvas.font(slice.name, size);
    this.canvas.out.text('[(');
  }
}
