/**
 * The places of a paragraph where a line may end, as flat parallel arrays, reused like `Pieces`. Comes in:
 * place after place. Goes out: what a line that ends there has to know. Lengths in pt.
 */
import { longer } from './longer.js';

/** What is special about a break. */
export const breakFlag = {
  none: 0,
  /** Shows a hyphen. */
  hyphen: 1,
  forced: 2,
  /** An author's mark. */
  preferred: 4,
  /** Forced, and the preserved spaces before it hang only as far as they do not fit (CSS Text 3 §4.1.3). */
  hangs: 8,
} as const;

/** The places where lines may end, in order; the last one is forced. */
export class Breaks {
  count = 0;
  /** Whether any of them shows a hyphen. */
  hyphens = false;
  /** What a line may be longer than its room at most, pt: what hangs at its end, if need be, or is taken off in `extra`. */
  mostHung = 0;
  /** The line's pieces end before this one… */
  end = new Int32Array(512);
  /** …and the next line begins with this one; what lies between hangs. */
  next = new Int32Array(512);
  /** Knuth–Plass penalty; Infinity for a place that serves only in need. */
  cost = new Float64Array(512);
  /** What a break adds to the width of its line: a hyphen, the ends of inline boxes after hung spaces; less what hangs. */
  extra = new Float64Array(512);
  /** Width of the marks before the break that hang when their line does not fit (CSS Text 3 §8.2.1, `allow-end`). */
  hang = new Float64Array(512);
  /** Width of what hangs past the end of the line in any case, and is taken off in `extra`. */
  beyond = new Float64Array(512);
  flags = new Uint8Array(512);
  /** Of a forced break: the inline box it stands in. */
  box = new Int32Array(512);

  clear(): void {
    this.count = 0;
    this.hyphens = false;
    this.mostHung = 0;
  }

  add(end: number, next: number, cost: number, flags = 0, extra = 0): void {
    const i = this.count++;
    if (i >= this.end.length) this.#grow();
    this.end[i] = end;
    this.next[i] = next;
    this.cost[i] = cost;
    this.extra[i] = extra;
    this.hang[i] = 0;
    this.beyond[i] = 0;
    this.flags[i] = flags;
    this.box[i] = 0;
    if (flags & breakFlag.hyphen) this.hyphens = true;
    if (extra < 0) this.#noteHung(i);
  }

  /** Marks of this width before break i hang when its line does not fit. */
  mayHang(i: number, width: number): void {
    this.hang[i] = width;
    this.#noteHung(i);
  }

  /** This much of what stands before break i, marks or spacing, hangs in any case. */
  hangs(i: number, width: number): void {
    this.extra[i] = (this.extra[i] ?? 0) - width;
    this.beyond[i] = (this.beyond[i] ?? 0) + width;
    this.#noteHung(i);
  }

  #noteHung(i: number): void {
    const hung = (this.hang[i] ?? 0) - Math.min(0, this.extra[i] ?? 0);
    if (hung > this.mostHung) this.mostHung = hung;
  }

  #grow(): void {
    const size = this.end.length * 2;
    this.end = longer(this.end, new Int32Array(size));
    this.next = longer(this.next, new Int32Array(size));
    this.cost = longer(this.cost, new Float64Array(size));
    this.extra = longer(this.extra, new Float64Array(size));
    this.hang = longer(this.hang, new Float64Array(size));
    this.beyond = longer(this.beyond, new Float64Array(size));
    this.flags = longer(this.flags, new Uint8Array(size));
    this.box = longer(this.box, new Int32Array(size));
  }
}
