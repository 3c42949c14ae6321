/**
 * Cuts a run of text into pieces that stand by themselves. Browsers kern letters with the blanks beside them,
 * and layout does not: over a long line that would add up. In: the run as it was shaped, and its text; out:
 * pieces of a few words, each with its own left end.
 */
import { wordsOf, type GlyphRun } from '../../document/glyph-run.js';

/** A piece, and how far its left end is from that of the run: pt. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
}

/** Characters after which the next word begins a piece of its own. */
const longest = 20;
/** Above this size each word stands by itself: what kerning does to a blank can be seen. pt */
const large = 14;

/** The pieces; one when the words of the text are not those that were shaped. The first word may be one by itself. */
export function cutText(run: GlyphRun, text: string, firstAlone = false): readonly TextPiece[] {
  const words = text.split(/(?<=[ \u00a0])(?=[^ \u00a0])/u);
  const starts = startsOf(run);
  if (words.length !== starts.length) return [{ text, x: 0 }];
  const most = run.size > large ? 0 : longest;
  const pieces: TextPiece[] = [];
  let open = '';
  let x = 0;
  words.forEach((word, i) => {
    if (open.length > most || (firstAlone && i === 1)) {
      pieces.push({ text: open, x });
      open = '';
    }
    if (open === '') x = starts[i] ?? 0;
    open += word;
  });
  return [...pieces, { text: open, x }];
}

/** Where words begin that follow a blank, and the first: pt from the left end of the run. */
function startsOf(run: GlyphRun): readonly number[] {
  const starts: number[] = [];
  let afterBlank = true;
  let pen = 0;
  for (const word of wordsOf(run)) {
    if (starts.length === 0 || (afterBlank && !word.space)) starts.push(pen);
    afterBlank = word.space;
    pen += (word.width * run.size) / 1000 + word.glyphs.length * run.letterSpacing;
    if (word.space) pen += word.glyphs.length * run.wordSpacing;
  }
  return starts;
}
