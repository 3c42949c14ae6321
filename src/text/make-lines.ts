/**
 * From chosen breaks to finished lines. Comes in: a paragraph's items, pieces, breaks and the chosen
 * ones. Goes out: `Line`s with runs of shared words: spaces set as words of their own, stretched by the
 * line's ratio; one space hung at the end of a broken line, so that extracted text has its blanks.
 */
import type { Line } from '../document/glyph-run.js';
import type { LineRoom } from '../document/inline.js';
import type { LinePieces } from './align-line.js';
import { alignmentOf, type ChosenLines } from './break-lines.js';
import { RunBuilder, type BrokenParagraph } from './build-runs.js';
import { slack, stretchRatio } from './line-costs.js';
import { breakFlag, pieceKind, type Pieces } from './pieces.js';

/** The stretch of pieces on one line and how it is set. */
interface LineSpan extends LinePieces {
  readonly number: number;
  readonly forced: boolean;
  readonly lastOfAll: boolean;
}

/** Makes the lines of a paragraph. */
export function makeLines(broken: BrokenParagraph, { chosen, rooms }: ChosenLines): readonly Line[] {
  const { breaks } = broken;
  return chosen.map((at, number) => {
    const start = chosen[number - 1];
    const span = {
      number,
      at,
      first: number === 0,
      from: start === undefined ? 0 : (breaks.next[start] ?? 0),
      to: breaks.end[at] ?? 0,
      hung: breaks.next[at] ?? 0,
      forced: ((breaks.flags[at] ?? 0) & breakFlag.forced) !== 0,
      lastOfAll: number === chosen.length - 1,
    };
    return makeLine(broken, span, rooms.of(number), rooms.pushOf(number));
  });
}

function makeLine(broken: BrokenParagraph, span: LineSpan, room: LineRoom, before: number): Line {
  const { pieces, breaks, paragraph } = broken;
  const alignment = alignmentOf(paragraph.style);
  const align = span.forced ? alignment.last : alignment.middle;
  const leaders = (pieces.leaders[span.to] ?? 0) - (pieces.leaders[span.from] ?? 0);
  const spare = room.width - pieces.widthOf(span.from, span.to) - (breaks.extra[span.at] ?? 0);
  // A mark that may hang does so when its line does not fit (CSS Text 3 §8.2.1, `allow-end`).
  const allowed = spare < -slack ? (breaks.hang[span.at] ?? 0) : 0;
  const free = spare + allowed;
  const hung = allowed + (breaks.beyond[span.at] ?? 0);
  const mayShrink = paragraph.style.textAlign === 'justify';
  const ratio = leaders > 0 && free > 0 ? 0 : ratioOf(pieces, span, free, align === 'justify', mayShrink);
  // Its heights come first: runs and boxes ask how far they are raised.
  const heights = broken.aligner.align(span);
  const builder = new RunBuilder(broken, ratio, span.first);
  for (let i = span.from; i < span.to; i++) {
    if (pieces.kind[i] === pieceKind.leader) builder.leader(i, leaders > 0 ? Math.max(0, free) / leaders : 0);
    else builder.piece(i);
  }
  if ((breaks.flags[span.at] ?? 0) & breakFlag.hyphen) builder.hyphen();
  hang(broken, builder, span, room.width);
  const { width } = builder;
  const left = room.width - width;
  // Field by field: spreading is what costs most in a long book.
  const { ascent, descent, inkAscent, inkDescent } = heights;
  const { boxes, anchors } = builder.boxes();
  const x = room.left + offsetOf(align, left + hung);
  const overfull = left + hung < -slack * 10;
  const { atoms, notes, start } = builder;
  const runs = builder.runs();
  const line: Line & { start?: Line['start'] } = {
    runs,
    atoms,
    boxes,
    anchors,
    before,
    x,
    width,
    ratio,
    ascent,
    descent,
    inkAscent,
    inkDescent,
    notes,
    from: beginningOf(pieces, span.from),
    overfull,
  };
  if (start) line.start = start;
  return line;
}

/** With what the line of these pieces begins; blank that hangs before it is of no item. */
function beginningOf(pieces: Pieces, from: number): Line['from'] {
  let i = from;
  while (i < pieces.count && (pieces.item[i] ?? 0) < 0) i++;
  if (i >= pieces.count) return { item: Infinity, offset: 0 };
  return { item: pieces.item[i] ?? 0, offset: pieces.start[i] ?? 0 };
}

/** Sets what hangs after a line: spaces take no room, the ends of inline boxes do. */
function hang(broken: BrokenParagraph, builder: RunBuilder, span: LineSpan, measure: number): void {
  const { pieces, breaks, style } = broken;
  const kept = ((breaks.flags[span.at] ?? 0) & breakFlag.hangs) !== 0;
  for (let i = span.to; i < span.hung; i++) {
    if (!pieces.words[i]) builder.piece(i);
    else if (!span.forced) builder.hang(i);
    // Preserved spaces before a forced break hang only as far as they do not fit (CSS Text 3 §4.1.3).
    else if (kept) builder.hang(i, Math.max(0, Math.min(pieces.widthOf(i, i + 1), measure - builder.width)));
  }
  // Words on both sides of a forced break are words apart: a space says so in the text that is extracted.
  if (span.forced && !span.lastOfAll) builder.hangSpace(style);
}

/** Adjustment ratio of a line (K–P p. 1127) when its spaces are to give; 0 when they are not. */
function ratioOf(pieces: Pieces, span: LineSpan, free: number, fill: boolean, mayShrink: boolean): number {
  if (Math.abs(free) <= slack) return 0;
  const { from, to } = span;
  if (free > 0) {
    const stretch = (pieces.stretch[to] ?? 0) - (pieces.stretch[from] ?? 0);
    const letters = (pieces.looser[to] ?? 0) - (pieces.looser[from] ?? 0);
    return fill && stretch > 0 ? stretchRatio(free, stretch, letters) : 0;
  }
  const shrink = pieces.shrinkOf(from, to);
  return mayShrink && shrink > 0 ? Math.max(-1, free / shrink) : 0;
}

function offsetOf(align: ReturnType<typeof alignmentOf>['middle'], left: number): number {
  if (left <= 0) return 0;
  switch (align) {
    case 'center':
      return left / 2;
    case 'end':
    case 'right':
      return left;
    case 'start':
    case 'left':
    case 'justify':
      return 0;
  }
}
