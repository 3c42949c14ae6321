/**
 * Room for the lines of one paragraph. Comes in: the measure, a width or layout's function beside
 * floats, and the indent. Goes out: left end and width of each line. Beside floats a line's room hangs on
 * its top, so tops are estimated for total-fit and settled one after the other for first-fit.
 */
import type { LineRoom, ParagraphInput } from '../document/inline.js';

/** pt; rooms that differ by less are the same. */
const tolerance = 1e-3;
/** Two passes of estimates; then lines are set one after the other. */
const mostEstimates = 2;

/** What a finished line says of its place. */
export interface SetLine {
  /** pt; the widest of what it cannot break at its beginning. */
  readonly needed: number;
  /** pt; ascent and descent together. */
  readonly height: number;
}

/** The rooms of a paragraph. */
export class LineRooms {
  /** All lines after the first of a stretch are alike. */
  readonly uniform: boolean;
  #rooms: LineRoom[] = [];
  #tops: number[] = [];
  #lines: readonly SetLine[] = [];
  #estimates = 0;
  /** Lines after a forced break, where they are indented like the first. */
  readonly #starts: number[] = [0];

  constructor(
    private readonly paragraph: ParagraphInput,
    /** pt; what a line is high before it is known better. */
    private readonly strut: number,
  ) {
    this.uniform = typeof paragraph.measure === 'number';
  }

  /** Lines begin anew with this line, after a forced break. */
  startStretch(line: number): void {
    if (this.paragraph.style.textIndentEachLine) this.#starts.push(line);
  }

  /** Left end of a line, its indent included. */
  leftOf(line: number): number {
    const { measure } = this.paragraph;
    return (typeof measure === 'number' ? 0 : this.#around(line).left) + this.indentOf(line);
  }

  /** Width of a line, its indent taken off. */
  widthOf(line: number): number {
    const { measure } = this.paragraph;
    return (typeof measure === 'number' ? measure : this.#around(line).width) - this.indentOf(line);
  }

  /** Indent of a line (CSS Text 3 §8.1): of the first, or with `hanging` of all others. */
  indentOf(line: number): number {
    const { indent, style } = this.paragraph;
    return indent !== 0 && this.#starts.includes(line) !== style.textIndentHanging ? indent : 0;
  }

  /** Blank above a line that was moved below a float, pt. */
  pushOf(line: number): number {
    const { top } = this.#rooms[line] ?? {};
    return top === undefined ? 0 : Math.max(0, top - (this.#tops[line] ?? 0));
  }

  /** Forgets the lines that were settled. */
  restart(): void {
    if (this.uniform) return;
    this.#rooms = [];
    this.#tops = [];
  }

  /** Asks for the room of the next line, its top being known: lines come one after the other. pt. */
  settle(line: number, needed: number, height = this.strut): number {
    const { measure } = this.paragraph;
    if (typeof measure !== 'number') {
      this.#rooms.length = line;
      this.#rooms.push(measure(line, this.#tops[line] ?? 0, needed + this.indentOf(line), height));
    }
    return this.widthOf(line);
  }

  /** Says how high a settled line became. */
  advance(line: number, height: number): void {
    const top = this.#tops[line] ?? 0;
    this.#tops[line + 1] = Math.max(top, this.#rooms[line]?.top ?? top) + height;
  }

  /**
   * Whether lines that were set by estimated tops stand where they were thought to. If not, the next
   * estimates follow them. After the last estimate, undefined.
   */
  agree(lines: readonly SetLine[]): boolean | undefined {
    const used = lines.map((_, i) => ({ ...this.#around(i), top: this.pushOf(i) }));
    this.restart();
    this.#lines = lines;
    const same = used.every((room, i) => sameRoom(room, this.#around(i), this.pushOf(i)));
    return same || (++this.#estimates < mostEstimates ? false : undefined);
  }

  /** The room around a line, indent included; lines before it are asked for first. */
  #around(line: number): LineRoom {
    const { measure } = this.paragraph;
    if (typeof measure === 'number') return { left: 0, width: measure };
    for (let i = this.#rooms.length; i <= line; i++) {
      const top = this.#tops[i] ?? 0;
      const { needed = 0, height = this.strut } = this.#lines[i] ?? {};
      this.#rooms.push(measure(i, top, needed + this.indentOf(i), Math.max(height, this.strut)));
      this.advance(i, height);
    }
    return this.#rooms[line] ?? { left: 0, width: 0 };
  }
}

/** Tops may drift as long as the room is the same there. */
function sameRoom(a: LineRoom, b: LineRoom, push: number): boolean {
  return (
    Math.abs(a.left - b.left) < tolerance &&
    Math.abs(a.width - b.width) < tolerance &&
    Math.abs((a.top ?? 0) - push) < tolerance
  );
}
