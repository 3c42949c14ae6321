/**
 * The floats of one block formatting context in one fragmentainer (CSS 2.2, 9.5): where they stand, what
 * room they leave beside them, how far down they reach. pt from the context's own corner.
 */
export type FloatSide = 'left' | 'right';

interface PlacedFloat {
  readonly side: FloatSide;
  /** Margin box. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** A drop cap. */
  readonly isInitial: boolean;
}

export interface Band {
  readonly left: number;
  readonly right: number;
}

/** The state of a context, to come back to. */
export interface FloatMark {
  readonly count: number;
  readonly ceiling: number;
  readonly lowest: number;
  readonly going: readonly FloatSide[];
}

/** Of a context without floats, as nearly all are. */
const noFloats: FloatMark = { count: 0, ceiling: -Infinity, lowest: -Infinity, going: [] };

/** Rounding noise of sums of pt. */
const epsilon = 1e-4;

export class FloatContext {
  #floats: PlacedFloat[] = [];
  /** Top of the last float: a later one is never higher (9.5.1, rule 5). */
  #ceiling = -Infinity;
  #lowest = -Infinity;
  /** Sides on which floats go on in the next fragmentainer. */
  #going: readonly FloatSide[] = noFloats.going;

  mark(): FloatMark {
    if (this.isEmpty) return noFloats;
    return {
      count: this.#floats.length,
      ceiling: this.#ceiling,
      lowest: this.#lowest,
      going: this.#going,
    };
  }

  reset(mark: FloatMark): void {
    this.#floats.length = mark.count;
    this.#ceiling = mark.ceiling;
    this.#lowest = mark.lowest;
    this.#going = mark.going;
  }

  /** A float goes on in the next fragmentainer; or begins there, and no later one may begin before it. */
  goOn(side: FloatSide, begins: boolean): void {
    this.#going = [...this.#going, side];
    if (begins) this.#ceiling = Infinity;
  }

  /** Whether a float may begin in this fragmentainer that may not be above `top`. */
  mayBegin(top: number): boolean {
    return Math.max(top, this.#ceiling) < Infinity;
  }

  /** Bottom of the lowest float; −Infinity without any. */
  get lowest(): number {
    return this.#lowest;
  }

  get isEmpty(): boolean {
    return this.#floats.length === 0 && this.#going.length === 0;
  }

  get count(): number {
    return this.#floats.length;
  }

  /** Whether any float reaches below `y`. */
  reachesBelow(y: number): boolean {
    return this.#lowest > y + epsilon;
  }

  /** What is free between `left` and `right` from `top` to `bottom`. */
  band(top: number, bottom: number, within: Band): Band {
    let { left, right } = within;
    for (const float of this.#floats) {
      // A line without height still stands beside what begins at its top.
      const touches =
        float.top < Math.max(bottom, top + epsilon) - epsilon / 2 && float.bottom > top + epsilon;
      if (!touches || float.right - float.left <= epsilon) continue;
      if (float.side === 'left') left = Math.max(left, float.right);
      else right = Math.min(right, float.left);
    }
    return { left, right };
  }

  /** The highest place at or below `top` where `width` is free over `height`. */
  find(
    top: number,
    size: { readonly width: number; readonly height: number },
    within: Band,
  ): Band & { readonly top: number } {
    let y = top;
    for (;;) {
      const band = this.band(y, y + size.height, within);
      const free = band.left === within.left && band.right === within.right;
      if (free || band.right - band.left >= size.width - epsilon) return { ...band, top: y };
      const next = this.#nextBottom(y);
      if (next === undefined) return { ...band, top: y };
      y = next;
    }
  }

  #nextBottom(y: number): number | undefined {
    let next: number | undefined;
    for (const { bottom } of this.#floats) {
      if (bottom > y + epsilon && (next === undefined || bottom < next)) next = bottom;
    }
    return next;
  }

  /**
   * The place of a new float, not higher than `top`: its margin box's corner. It may stick out of its
   * containing block only where no float stands before it, and never over one of the other side, be that
   * inside the containing block or beside it (9.5.1, rules 3 and 7).
   */
  place(
    side: FloatSide,
    top: number,
    size: { readonly width: number; readonly height: number },
    within: Band,
  ): { readonly x: number; readonly y: number } {
    let y = Math.max(top, this.#ceiling);
    for (;;) {
      const x = this.#besideOthers(side, y, size.width, within);
      const next = x === undefined ? this.#nextBottom(y) : undefined;
      if (x !== undefined) return { x, y };
      if (next === undefined) return { x: side === 'left' ? within.left : within.right - size.width, y };
      y = next;
    }
  }

  /** Left edge of a float of this width at `y`; nothing when it has no room there. */
  #besideOthers(side: FloatSide, y: number, width: number, within: Band): number | undefined {
    const others = this.#floats.filter((float) => float.top < y + epsilon && float.bottom > y + epsilon);
    const band = this.band(y, y, within);
    const x = side === 'left' ? band.left : band.right - width;
    const alone = others.every((float) => float.side !== side);
    const free = (float: PlacedFloat): boolean =>
      float.side === side ||
      (side === 'left'
        ? float.right <= x + epsilon || x + width <= float.left + epsilon
        : float.left >= x + width - epsilon || x >= float.right - epsilon);
    const inside = side === 'left' ? x + width <= within.right + epsilon : x >= within.left - epsilon;
    return (inside || alone) && others.every(free) ? x : undefined;
  }

  add(
    side: FloatSide,
    x: number,
    y: number,
    size: { readonly width: number; readonly height: number; readonly isInitial?: boolean },
  ): void {
    const { width, height, isInitial = false } = size;
    this.#floats.push({ side, left: x, right: x + width, top: y, bottom: y + height, isInitial });
    this.#ceiling = Math.max(this.#ceiling, y);
    this.#lowest = Math.max(this.#lowest, y + size.height);
  }

  /** Bottom of the lowest drop cap; −Infinity without any. */
  get lowestInitial(): number {
    return this.#floats.reduce(
      (most, { isInitial, bottom }) => (isInitial ? Math.max(most, bottom) : most),
      -Infinity,
    );
  }

  /**
   * The bottom of the floats from number `since` on that `clear` is about; −Infinity without any, Infinity
   * if one goes on.
   */
  clearance(clear: 'none' | 'left' | 'right' | 'both', since = 0): number {
    let bottom = -Infinity;
    if (clear === 'none') return bottom;
    if (this.#going.some((side) => clear === 'both' || side === clear)) return Infinity;
    for (let i = since; i < this.#floats.length; i += 1) {
      const float = this.#floats[i];
      if (float && (clear === 'both' || float.side === clear)) bottom = Math.max(bottom, float.bottom);
    }
    return bottom;
  }
}
