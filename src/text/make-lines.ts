/**
 * From chosen breaks to finished lines. Comes in: a paragraph's items, pieces, breaks and the chosen
 * ones. Goes out: `Line`s with runs of shared words: spaces set as words of their own, stretched by the
 * line's ratio; one space hung at the end of a broken line, so that extracted text has its blanks.
 */
import type { Line } from '../document/glyph-run.js';
import { alignmentOf, roomOf } from './break-lines.js';
import { slack } from './fit-lines.js';
import { breakFlag, pieceKind, type Pieces } from './pieces.js';
import { RunBuilder, type BrokenParagraph } from './build-runs.js';
import { riseOf } from './text-style.js';

/** The stretch of pieces on one line and how it is set. */
interface LineSpan {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  /** Pieces between `to` and this one hang after the line. */
  readonly hung: number;
  readonly at: number;
  readonly forced: boolean;
  readonly lastOfAll: boolean;
}

/** Makes the lines of a paragraph. */
export function makeLines(broken: BrokenParagraph): readonly Line[] {
  const { breaks, chosen } = broken;
  return chosen.map((at, number) => {
    const before = chosen[number - 1];
    return makeLine(broken, {
      number,
      at,
      from: before === undefined ? 0 : (breaks.next[before] ?? 0),
      to: breaks.end[at] ?? 0,
      hung: breaks.next[at] ?? 0,
      forced: ((breaks.flags[at] ?? 0) & breakFlag.forced) !== 0,
      lastOfAll: number === chosen.length - 1,
    });
  });
}

function makeLine(broken: BrokenParagraph, span: LineSpan): Line {
  const { pieces, breaks, paragraph, style } = broken;
  const room = roomOf(paragraph, span.number);
  const alignment = alignmentOf(paragraph.style);
  const align = span.forced ? alignment.last : alignment.middle;
  const leaders = (pieces.leaders[span.to] ?? 0) - (pieces.leaders[span.from] ?? 0);
  const natural = pieces.widthOf(span.from, span.to) + (breaks.extra[span.at] ?? 0);
  const free = room.width - natural;
  const mayShrink = paragraph.style.textAlign === 'justify';
  const ratio = leaders > 0 && free > 0 ? 0 : ratioOf(pieces, span, free, align === 'justify', mayShrink);
  const builder = new RunBuilder(broken, ratio);
  for (let i = span.from; i < span.to; i++) {
    if (pieces.kind[i] === pieceKind.leader) builder.leader(i, leaders > 0 ? Math.max(0, free) / leaders : 0);
    else builder.piece(i);
  }
  if ((breaks.flags[span.at] ?? 0) & breakFlag.hyphen) builder.hyphen();
  const { width } = builder;
  hang(builder, span);
  const { runs, atoms, notes, start } = builder.finish();
  const left = room.width - width;
  return {
    runs,
    atoms,
    boxes: [],
    anchors: [],
    before: 0,
    x: room.left + offsetOf(align, left),
    width,
    ratio,
    ...heights(broken, span),
    notes,
    ...(start ? { start } : {}),
    overfull: left < -slack * 10,
  };

  function hang(target: RunBuilder, line: LineSpan): void {
    if (!line.forced) for (let i = line.to; i < line.hung; i++) target.hang(i);
    // Words on both sides of a forced break are words apart: a space says so in the text that is extracted.
    else if (!line.lastOfAll) target.hangSpace(style);
  }
}

/** Adjustment ratio of a line (K–P p. 1127) when its spaces are to give; 0 when they are not. */
function ratioOf(pieces: Pieces, span: LineSpan, free: number, fill: boolean, mayShrink: boolean): number {
  if (Math.abs(free) <= slack) return 0;
  const between = (sums: Float64Array): number => (sums[span.to] ?? 0) - (sums[span.from] ?? 0);
  if (free > 0) {
    const stretch = between(pieces.stretch);
    return fill && stretch > 0 ? free / stretch : 0;
  }
  const shrink = between(pieces.shrink);
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

type Heights = Pick<Line, 'ascent' | 'descent' | 'inkAscent' | 'inkDescent'>;

/** Line box and ink: the paragraph's strut and every inline box on the line (CSS 2.2 §10.8). */
function heights(broken: BrokenParagraph, span: LineSpan): Heights {
  const { pieces, paragraph, style, styleOf } = broken;
  let { ascent, descent } = style;
  let inkAscent = 0;
  let inkDescent = 0;
  let seen = -1;
  let rise = 0;
  let size = 0;
  for (let i = span.from; i < span.to; i++) {
    const index = pieces.item[i] ?? 0;
    const item = paragraph.items[index];
    if (index !== seen && item?.type === 'text') {
      const own = styleOf(item.style);
      rise = riseOf(own, style);
      size = item.style.fontSize / 1000;
      ascent = Math.max(ascent, own.ascent + rise);
      descent = Math.max(descent, own.descent - rise);
    } else if (item?.type === 'atom') {
      ascent = Math.max(ascent, item.ascent);
      descent = Math.max(descent, item.descent);
      inkAscent = Math.max(inkAscent, item.ascent);
      inkDescent = Math.max(inkDescent, item.descent);
    }
    seen = index;
    const word = pieces.words[i];
    if (!word) continue;
    inkAscent = Math.max(inkAscent, word.inkTop * size + rise);
    inkDescent = Math.max(inkDescent, -word.inkBottom * size - rise);
  }
  return { ascent, descent, inkAscent, inkDescent };
}
