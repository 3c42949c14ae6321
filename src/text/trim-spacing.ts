/**
 * Letter-spacing stands between letters (CSS Text 3 §8.2): none at the end of a line, and between the letters
 * of two elements that of the element around both. Comes in: pieces and breaks of a paragraph, each letter
 * with its spacing after it. Goes out: pieces with the widths that their neighbours leave them; lines with
 * the last spacing hung.
 */
import type { InlineBoxes } from './inline-boxes.js';
import { breakFlag, type Breaks } from './breaks.js';
import { pieceKind, type Pieces } from './pieces.js';

/** What of a paragraph is spaced. */
interface SpacedText {
  readonly pieces: Pieces;
  readonly breaks: Breaks;
  readonly boxes: InlineBoxes;
}

/** Trims the letter-spacing of a paragraph where it has any. */
export function trimSpacing(text: SpacedText): void {
  const { boxes } = text;
  for (let box = 0; box < boxes.count; box++)
    if (spacingIn(boxes, box) !== 0) {
      trimBetween(text);
      trimAtEnds(text);
      return;
    }
}

/** Between two elements; in one pass, since every change moves all that follows. */
function trimBetween({ pieces, boxes }: SpacedText): void {
  const { width } = pieces;
  let shift = 0;
  let last = -1;
  for (let i = 0; i < pieces.count; i++) {
    width[i + 1] = (width[i + 1] ?? 0) + shift;
    if (!isText(pieces, i)) {
      if (!isEdge(pieces, i)) last = -1;
      continue;
    }
    const box = pieces.box[i] ?? 0;
    const before = last < 0 ? box : (pieces.box[last] ?? 0);
    const change =
      before === box ? 0 : spacingIn(boxes, common(boxes, before, box)) - spacingIn(boxes, before);
    if (change !== 0) {
      pieces.kerned.add(last);
      for (let k = last + 1; k <= i + 1; k++) width[k] = (width[k] ?? 0) + change;
      shift += change;
    }
    last = i;
  }
}

/** At the end of each line, past edges and places without extent. */
function trimAtEnds({ pieces, breaks, boxes }: SpacedText): void {
  for (let b = 0; b < breaks.count; b++) {
    let last = (breaks.end[b] ?? 0) - 1;
    while (last >= 0 && isEdge(pieces, last)) last--;
    if (last < 0 || !isText(pieces, last)) continue;
    const hyphen = ((breaks.flags[b] ?? 0) & breakFlag.hyphen) !== 0;
    const own = pieces.box[last] ?? 0;
    const next = nextText(pieces, last);
    const around = next < 0 || hyphen ? own : common(boxes, own, pieces.box[next] ?? 0);
    breaks.hangs(b, spacingIn(boxes, around));
  }
}

/** The text that touches a piece; −1 where there is none. */
function nextText(pieces: Pieces, piece: number): number {
  let next = piece + 1;
  while (next < pieces.count && isEdge(pieces, next)) next++;
  return next < pieces.count && isText(pieces, next) ? next : -1;
}

function isText(pieces: Pieces, i: number): boolean {
  return pieces.words[i] !== undefined;
}

function isEdge(pieces: Pieces, i: number): boolean {
  const kind = pieces.kind[i];
  return kind === pieceKind.open || kind === pieceKind.close || kind === pieceKind.anchor;
}

function spacingIn(boxes: InlineBoxes, box: number): number {
  return boxes.styles[box]?.letterSpacing ?? 0;
}

/** The innermost box around two. */
function common(boxes: InlineBoxes, a: number, b: number): number {
  let [one, other] = [a, b];
  while (one !== other) {
    if (one > other) one = boxes.parents[one] ?? 0;
    else other = boxes.parents[other] ?? 0;
  }
  return one;
}
