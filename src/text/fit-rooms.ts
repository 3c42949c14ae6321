/**
 * First-fit where the room of a line is known only when the lines before it are set: beside floats, and
 * with tabs, whose widths hang on where their line begins. Comes in: a stretch between two forced breaks
 * and a way to ask for rooms and heights. Goes out: chosen breaks.
 */
import type { FitRules } from './fit-lines.js';
import { fitFirst } from './fit-ragged.js';
import type { LineRooms } from './line-rooms.js';
import type { Breaks, Pieces } from './pieces.js';

/** What lines are set with, one after the other. */
export interface Sequence {
  readonly pieces: Pieces;
  readonly breaks: Breaks;
  readonly rooms: LineRooms;
  /** pt; height of the line of these pieces, ended by break `at`. */
  readonly heightOf: (from: number, at: number, line: number) => number;
  /** Sets the widths of tabs on a line that begins with this piece, pt from the block's start edge. */
  readonly setTabs: (from: number, x: number) => void;
}

/** Lines of a stretch, each taking as much as its room holds. */
export function fitInSequence(
  sequence: Sequence,
  [from, to]: readonly [number, number],
  rules: FitRules,
): readonly number[] {
  const { pieces, breaks, rooms } = sequence;
  const chosen: number[] = [];
  let start = from;
  while (start < to) {
    const line = rules.firstLine + chosen.length;
    const a = start < 0 ? 0 : (breaks.next[start] ?? 0);
    if (pieces.tabs) sequence.setTabs(a, rooms.indentOf(line));
    const length = rooms.settle(line, neededAt(pieces, breaks, start, to));
    const window = windowOf(sequence, [start, to], length);
    // Only the first line of the window counts; what follows may be as long as it likes.
    const own = {
      ...rules,
      length: (one: number): number => (one === line ? length : Infinity),
      firstLine: line,
    };
    const end = fitFirst(pieces, breaks, [start, window], own)[0] ?? window;
    rooms.advance(line, sequence.heightOf(a, end, line));
    chosen.push(end);
    start = end;
  }
  return chosen;
}

/** Width of what cannot be broken at the beginning of the line after break `start`. */
export function neededAt(pieces: Pieces, breaks: Breaks, start: number, to: number): number {
  const a = start < 0 ? 0 : (breaks.next[start] ?? 0);
  let b = start + 1;
  while (b < to && breaks.cost[b] === Infinity) b++;
  return pieces.widthOf(a, breaks.end[b] ?? 0) + (breaks.extra[b] ?? 0) - (breaks.hang[b] ?? 0);
}

/** The first break that is too far for the line; `to` when all fits. */
function windowOf(
  { pieces, breaks }: Sequence,
  [start, to]: readonly [number, number],
  length: number,
): number {
  const a = start < 0 ? 0 : (breaks.next[start] ?? 0);
  for (let b = start + 1; b < to; b++) {
    if (breaks.cost[b] === Infinity) continue;
    const width = pieces.widthOf(a, breaks.end[b] ?? 0) + (breaks.extra[b] ?? 0);
    if (width - (breaks.hang[b] ?? 0) > length + 1e-3) return b;
  }
  return to;
}
