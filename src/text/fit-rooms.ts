/**
 * First-fit where the room of a line is known only when the lines before it are set: beside floats, and
 * with tabs, whose widths hang on where their line begins. Comes in: a stretch between two forced breaks
 * and a way to ask for rooms and heights. Goes out: chosen breaks.
 */
import type { FitRules } from './fit-lines.js';
import { fitFirst } from './fit-ragged.js';
import type { LineRooms } from './line-rooms.js';
import type { Breaks } from './breaks.js';
import type { Pieces } from './pieces.js';

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

/** So often a line is set again because it became higher. */
const mostHeights = 3;

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
    const needed = neededAt(pieces, breaks, start, to);
    let length = rooms.settle(line, needed);
    let end = fitLine(sequence, [start, to], { ...rules, firstLine: line }, length);
    let height = sequence.heightOf(a, end, line);
    // A high line may reach floats that begin further down, and find less room there.
    for (let tries = 0; tries < mostHeights; tries++) {
      const before = length;
      length = rooms.settle(line, needed, height);
      if (Math.abs(length - before) < 1e-3) break;
      end = fitLine(sequence, [start, to], { ...rules, firstLine: line }, length);
      height = Math.max(height, sequence.heightOf(a, end, line));
    }
    rooms.advance(line, sequence.heightOf(a, end, line));
    chosen.push(end);
    start = end;
  }
  return chosen;
}

/** The break that ends the line `rules.firstLine`, of this length, after break `start`. */
function fitLine(
  sequence: Sequence,
  [start, to]: readonly [number, number],
  rules: FitRules,
  length: number,
): number {
  const window = windowOf(sequence, [start, to], length);
  // Only the first line of the window counts; what follows may be as long as it likes.
  const own = {
    ...rules,
    length: (one: number): number => (one === rules.firstLine ? length : Infinity),
  };
  return fitFirst(sequence.pieces, sequence.breaks, [start, window], own)[0] ?? window;
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
