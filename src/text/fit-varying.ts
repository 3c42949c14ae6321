/**
 * Total-fit where lines differ in length, beside floats: nodes are kept per line number. Comes in: two
 * breaks, rules and a tolerance. Goes out: the chosen breaks, or nothing when no choice is within it.
 */
import { fitnessDemerits, fitnessOf, overfullDemerits, type FitRules, type LineCosts } from './line-costs.js';
import type { BannedLines } from './rivers.js';

/** Finds the lines of a stretch of text in one pass; a node is six numbers in flat arrays. */
export class VaryingFitter {
  #count = 0;
  #breakOf = new Int32Array(256);
  #lineOf = new Int32Array(256);
  #fitnessOf = new Uint8Array(256);
  #demerits = new Float64Array(256);
  #previous = new Int32Array(256);
  #dead = new Uint8Array(256);
  /** Best way to each line and fitness class (4 · line + class) at the break being looked at. */
  #bestDemerits = new Float64Array(64);
  #bestFrom = new Int32Array(64);
  #bestUsed = 0;
  #banned: BannedLines | undefined;

  constructor(private readonly costs: LineCosts) {}

  /** The chosen breaks within a tolerance; the pass without one (Infinity) takes overfull lines too. */
  pass(
    [from, to]: readonly [number, number],
    rules: FitRules,
    tolerance: number,
    banned?: BannedLines,
  ): readonly number[] | undefined {
    this.#banned = banned;
    this.#count = 0;
    this.#addNode(from, 0, 1, 0, -1);
    let oldest = 0;
    for (let b = from + 1; b <= to; b++) {
      if ((this.costs.breaks.cost[b] ?? 0) === Infinity) continue;
      oldest = this.#tryBreak(b, b === to, oldest, rules, tolerance);
      if (oldest >= this.#count) {
        if (tolerance !== Infinity) return undefined;
        // Everything so far is too long for one line: take the latest start, and let the line be overfull.
        const last = this.#count - 1;
        const demerits = (this.#demerits[last] ?? 0) + overfullDemerits;
        this.#addNode(b, (this.#lineOf[last] ?? 0) + 1, 1, demerits, last);
      }
    }
    return this.#trace(to) ?? (tolerance === Infinity ? [to] : undefined);
  }

  /** Looks at all lines that end at break `b`; returns the oldest node still active (K–P p. 1159). */
  #tryBreak(b: number, last: boolean, oldest: number, rules: FitRules, tolerance: number): number {
    this.#bestDemerits.fill(Infinity, 0, this.#bestUsed);
    this.#bestUsed = 0;
    const count = this.#count;
    let first = oldest;
    for (let node = oldest; node < count; node++) {
      if (this.#dead[node]) continue;
      const line = this.#lineOf[node] ?? 0;
      const start = this.#breakOf[node] ?? -1;
      const ratio = this.costs.ratio(start, b, line, last, rules);
      if (ratio < -1) {
        if (this.costs.neverFits(start, b, line, rules)) this.#dead[node] = 1;
      } else if (ratio <= tolerance && !this.#banned?.has(start, b)) this.#keep(node, b, ratio, last, rules);
    }
    for (let key = 0; key < this.#bestUsed; key++) {
      const demerits = this.#bestDemerits[key] ?? Infinity;
      if (demerits < Infinity) this.#addNode(b, key >> 2, key & 3, demerits, this.#bestFrom[key] ?? 0);
    }
    while (first < this.#count && this.#dead[first]) first++;
    return first;
  }

  #keep(node: number, b: number, ratio: number, last: boolean, rules: FitRules): void {
    const fitness = fitnessOf(ratio);
    const start = this.#breakOf[node] ?? -1;
    let demerits = (this.#demerits[node] ?? 0) + this.costs.lineDemerits(start, b, ratio, last, rules);
    if (Math.abs(fitness - (this.#fitnessOf[node] ?? 1)) > 1) demerits += fitnessDemerits;
    const key = (((this.#lineOf[node] ?? 0) + 1) << 2) | fitness;
    this.#useBest(key);
    if (demerits >= (this.#bestDemerits[key] ?? Infinity)) return;
    this.#bestDemerits[key] = demerits;
    this.#bestFrom[key] = node;
  }

  #useBest(key: number): void {
    if (key < this.#bestUsed) return;
    if (key >= this.#bestDemerits.length) {
      this.#bestDemerits = grown(this.#bestDemerits, new Float64Array(2 * key));
      this.#bestFrom = grown(this.#bestFrom, new Int32Array(2 * key));
    }
    this.#bestDemerits.fill(Infinity, this.#bestUsed, key + 1);
    this.#bestUsed = key + 1;
  }

  #addNode(at: number, line: number, fitness: number, demerits: number, previous: number): void {
    const node = this.#count++;
    if (node >= this.#breakOf.length) this.#grow();
    this.#breakOf[node] = at;
    this.#lineOf[node] = line;
    this.#fitnessOf[node] = fitness;
    this.#demerits[node] = demerits;
    this.#previous[node] = previous;
    this.#dead[node] = 0;
  }

  /** The breaks on the way to the best node at `to`. */
  #trace(to: number): readonly number[] | undefined {
    let best = -1;
    for (let node = this.#count - 1; node >= 0 && this.#breakOf[node] === to; node--)
      if (best < 0 || (this.#demerits[node] ?? 0) < (this.#demerits[best] ?? 0)) best = node;
    if (best < 0) return undefined;
    const chosen: number[] = [];
    for (let node = best; (this.#previous[node] ?? -1) >= 0; node = this.#previous[node] ?? -1)
      chosen.push(this.#breakOf[node] ?? 0);
    return chosen.reverse();
  }

  #grow(): void {
    const size = this.#breakOf.length * 2;
    this.#breakOf = grown(this.#breakOf, new Int32Array(size));
    this.#lineOf = grown(this.#lineOf, new Int32Array(size));
    this.#fitnessOf = grown(this.#fitnessOf, new Uint8Array(size));
    this.#demerits = grown(this.#demerits, new Float64Array(size));
    this.#previous = grown(this.#previous, new Int32Array(size));
    this.#dead = grown(this.#dead, new Uint8Array(size));
  }
}

function grown<T extends Int32Array | Uint8Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
