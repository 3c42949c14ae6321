/**
 * From chosen breaks to finished lines. Comes in: a paragraph's items, pieces, breaks and the chosen
 * ones. Goes out: `Line`s with runs of shared words: spaces set as words of their own, stretched by the
 * line's ratio; one space hung at the end of a broken line, so that extracted text has its blanks.
 */
import type { Line } from '../document/glyph-run.js';
import type { LinePieces } from './align-line.js';
import { alignmentOf, type ChosenLines } from './break-lines.js';
import { nothing, RunBuilder, type BrokenParagraph } from './build-runs.js';
import { slack, stretchRatio } from './line-costs.js';
import type { LineRooms } from './line-rooms.js';
import { breakFlag } from './breaks.js';
import { pieceKind, type Pieces } from './pieces.js';

type TextAlign = ReturnType<typeof alignmentOf>['middle'];

/** The stretch of pieces on one line and how it is set. */
interface LineSpan extends LinePieces {
  readonly number: number;
  readonly forced: boolean;
  readonly lastOfAll: boolean;
  readonly align: TextAlign;
}

/** Makes the lines of a paragraph. */
export function makeLines(broken: BrokenParagraph, { chosen, rooms }: ChosenLines): readonly Line[] {
  const { breaks } = broken;
  const alignment = alignmentOf(broken.paragraph.style);
  const builder = new RunBuilder(broken);
  const lines: Line[] = [];
  let from = 0;
  for (let number = 0; number < chosen.length; number++) {
    const at = chosen[number] ?? 0;
    const hung = breaks.next[at] ?? 0;
    const forced = ((breaks.flags[at] ?? 0) & breakFlag.forced) !== 0;
    const span = {
      number,
      at,
      first: number === 0,
      from,
      to: breaks.end[at] ?? 0,
      hung,
      forced,
      lastOfAll: number === chosen.length - 1,
      align: forced ? alignment.last : alignment.middle,
    };
    lines.push(makeLine(broken, builder, span, rooms));
    from = hung;
  }
  return lines;
}

function makeLine(broken: BrokenParagraph, builder: RunBuilder, span: LineSpan, rooms: LineRooms): Line {
  const { pieces, breaks, paragraph } = broken;
  const measure = rooms.widthOf(span.number);
  const { align } = span;
  const leaders = pieces.leadersIn(span.from, span.to);
  const spare = measure - pieces.widthOf(span.from, span.to) - (breaks.extra[span.at] ?? 0);
  // A mark that may hang does so when its line does not fit (CSS Text 3 §8.2.1, `allow-end`).
  const allowed = spare < -slack ? (breaks.hang[span.at] ?? 0) : 0;
  const free = spare + allowed;
  const hung = allowed + (breaks.beyond[span.at] ?? 0);
  const mayShrink = paragraph.style.textAlign === 'justify';
  const ratio = leaders > 0 && free > 0 ? 0 : ratioOf(pieces, span, free, align === 'justify', mayShrink);
  // Its heights come first: runs and boxes ask how far they are raised.
  const heights = broken.aligner.align(span);
  builder.begin(ratio, span.first);
  const straight = !pieces.mixed && !pieces.tabs && pieces.kerned.size === 0;
  for (let i = span.from; i < span.to;) {
    if (straight && pieces.words[i] !== undefined) i = builder.text(i, span.to);
    else if (pieces.kind[i] === pieceKind.leader)
      builder.leader(i++, leaders > 0 ? Math.max(0, free) / leaders : 0);
    else builder.piece(i++);
  }
  if ((breaks.flags[span.at] ?? 0) & breakFlag.hyphen) builder.hyphen();
  const spareAtEnd = measure - builder.width - (breaks.extra[span.at] ?? 0);
  const blanks = hang(broken, builder, span, spareAtEnd);
  const width = builder.width - blanks;
  const left = measure - width;
  // Field by field: spreading is what costs most in a long book.
  const { ascent, descent, inkAscent, inkDescent } = heights;
  const { boxes, anchors } = builder.boxes();
  const x = rooms.leftOf(span.number) + offsetOf(align, left + hung);
  const overfull = left + hung < -slack * 10;
  const { atoms = nothing, notes = nothing, start } = builder;
  const runs = builder.runs();
  return {
    runs,
    atoms,
    boxes,
    anchors,
    before: rooms.pushOf(span.number),
    x,
    width,
    ratio,
    ascent,
    descent,
    inkAscent,
    inkDescent,
    notes,
    start,
    from: beginningOf(pieces, span.from),
    overfull,
  };
}

/** With what the line of these pieces begins; blank that hangs before it is of no item. */
function beginningOf(pieces: Pieces, from: number): Line['from'] {
  let i = from;
  while (i < pieces.count && (pieces.item[i] ?? 0) < 0) i++;
  if (i >= pieces.count) return { item: Infinity, offset: 0 };
  return { item: pieces.item[i] ?? 0, offset: pieces.start[i] ?? 0 };
}

/**
 * Sets what hangs after a line; returns the width of blanks that do not count for its alignment. Collapsible
 * spaces at the very end take no room, the ends of inline boxes and preserved blanks do: before a forced
 * break those of `pre-wrap` belong to the line as far as they fit (CSS Text 3 §4.1.3).
 */
function hang(broken: BrokenParagraph, builder: RunBuilder, span: LineSpan, spare: number): number {
  const { pieces, breaks, style } = broken;
  const counts = ((breaks.flags[span.at] ?? 0) & breakFlag.hangs) !== 0;
  let last = span.hung - 1;
  while (last >= span.to && !isPreserved(broken, last)) last--;
  let room = counts ? Math.max(0, spare) : 0;
  let blanks = 0;
  for (let i = span.to; i < span.hung; i++) {
    if (pieces.words[i] === undefined) builder.piece(i);
    else if (i > last) {
      if (!span.forced) builder.hang(i);
    } else {
      const width = pieces.widthOf(i, i + 1);
      builder.hang(i, width);
      blanks += Math.max(0, width - room);
      room = Math.max(0, room - width);
    }
  }
  // Words on both sides of a forced break are words apart: a space says so in the text that is extracted.
  if (span.forced && !span.lastOfAll) builder.hangSpace(style);
  return blanks;
}

/** Whether a blank that hangs is one of those that do not collapse. */
function isPreserved({ pieces, paragraph, styleOf }: BrokenParagraph, i: number): boolean {
  if (pieces.kind[i] === pieceKind.separator) return true;
  const item = paragraph.items[pieces.item[i] ?? 0];
  return pieces.words[i] !== undefined && item?.type === 'text' && !styleOf(item.style).whiteSpace.collapse;
}

/** Adjustment ratio of a line (K–P p. 1127) when its spaces are to give; 0 when they are not. */
function ratioOf(pieces: Pieces, span: LineSpan, free: number, fill: boolean, mayShrink: boolean): number {
  const { from, to } = span;
  // What is set to tab stops stays there.
  if (Math.abs(free) <= slack || (pieces.tabs && pieces.kind.subarray(from, to).includes(pieceKind.tab)))
    return 0;
  if (free > 0) {
    const stretch = (pieces.stretch[to] ?? 0) - (pieces.stretch[from] ?? 0);
    const letters = (pieces.looser[to] ?? 0) - (pieces.looser[from] ?? 0);
    return fill && stretch > 0 ? stretchRatio(free, stretch, letters) : 0;
  }
  const shrink = pieces.shrinkOf(from, to);
  return mayShrink && shrink > 0 ? Math.max(-1, free / shrink) : 0;
}

function offsetOf(align: TextAlign, left: number): number {
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
