/**
 * Adjoining vertical margins (CSS 2.2, 8.3.1): the largest positive and the most negative of those
 * that meet make one space.
 */
export class CollapsingMargin {
  #positive = 0;
  #negative = 0;

  add(margin: number): void {
    if (margin > 0) this.#positive = Math.max(this.#positive, margin);
    else this.#negative = Math.min(this.#negative, margin);
  }

  /** The space they come to; none are pending afterwards. */
  take(): number {
    const size = this.#positive + this.#negative;
    this.#positive = 0;
    this.#negative = 0;
    return size;
  }
}
