/**
 * Finds the rectangles of boxes that begin and end somewhere in a list of regions: a box inside columns
 * has a piece in every column it passes, any other box one piece a page. Pieces know whether they are
 * the first and the last, so that edges are drawn once (`box-decoration-break: slice`).
 */
import type { OpenChild, Region } from './flow.js';
import type { Point } from './emit-page.js';

/** One piece of a box: its border box on the page, pt. */
export interface DrawnBox {
  readonly open: OpenChild;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly first: boolean;
  readonly last: boolean;
}

interface Pending {
  readonly open: OpenChild;
  x: number;
  y: number;
  first: boolean;
}

export class BoxTracker {
  readonly #pending: Pending[];
  readonly #drawn: DrawnBox[] = [];

  /** `carried` boxes began on an earlier page; `left` is the left edge of the page area. */
  constructor(carried: readonly OpenChild[], left: number) {
    this.#pending = carried.map((open) => ({ open, x: left + open.x, y: Number.NaN, first: false }));
  }

  track(
    regions: readonly Region[],
    origin: Point,
  ): { readonly drawn: readonly DrawnBox[]; readonly open: readonly OpenChild[] } {
    if (regions.length === 0) return { drawn: [], open: this.#pending.map((pending) => pending.open) };
    const top = Math.min(...regions.map((region) => region.y)) + origin.y;
    const bottom = Math.max(...regions.map((region) => region.y + region.height)) + origin.y;
    for (const pending of this.#pending) pending.y = top;
    for (const region of regions) this.#region(region, origin);
    for (const pending of this.#pending) {
      if (!pending.open.inColumns) this.#draw(pending, bottom, false);
    }
    // Outer boxes began earlier and are drawn before inner ones.
    const drawn = [...this.#drawn].sort((a, b) => this.#order(a.open) - this.#order(b.open));
    return { drawn, open: this.#pending.map((pending) => pending.open) };
  }

  readonly #orders = new Map<OpenChild, number>();

  #order(open: OpenChild): number {
    return this.#orders.get(open) ?? -1;
  }

  #region(region: Region, origin: Point): void {
    const x = origin.x + region.x;
    const y = origin.y + region.y;
    if (region.inColumns) {
      for (const pending of this.#pending) {
        if (!pending.open.inColumns) continue;
        pending.x = x + pending.open.x;
        pending.y = y;
      }
    }
    for (const { child, x: dx, y: dy } of region.placed) {
      if (child.type === 'open') {
        this.#orders.set(child, this.#orders.size);
        this.#pending.push({ open: child, x: x + dx, y: y + dy, first: true });
      } else if (child.type === 'close') {
        const at = this.#pending.findIndex((pending) => pending.open === child.open);
        const [pending] = at < 0 ? [] : this.#pending.splice(at, 1);
        if (pending) this.#draw(pending, y + dy + child.size, true);
      }
    }
    if (!region.inColumns) return;
    for (const pending of this.#pending) {
      if (!pending.open.inColumns) continue;
      this.#draw(pending, y + region.height, false);
      pending.first = false;
    }
  }

  #draw(pending: Pending, bottom: number, last: boolean): void {
    const { open, x, y, first } = pending;
    this.#drawn.push({
      open,
      x,
      y,
      width: open.used.borderWidth,
      height: Math.max(0, bottom - y),
      first,
      last,
    });
  }
}
