/**
 * Counters of the page context (css-page-3, 6): `page` counts by itself, one a page, unless the page's
 * own `counter-increment` speaks of it; an element of the flow that resets or sets `page` gives the page
 * on which it begins its number. Other counters of the flow have in the margin boxes the values that
 * they came to by the end of the page.
 */
import type { ComputedStyle, CounterChange } from '../../document/style.js';
import type { Mark } from '../boxes/box.js';

export class PageCounters {
  /** Of the page context. */
  readonly #own = new Map<string, number>();
  /** Of the flow. */
  readonly #flow = new Map<string, readonly number[]>();

  /** The next page, by its style and what begins on it. */
  turn(style: ComputedStyle, marks: readonly Mark[]): void {
    for (const { name, value } of style.counterReset) this.#own.set(name, value);
    for (const { name, value } of increments(style)) this.#own.set(name, (this.#own.get(name) ?? 0) + value);
    for (const { name, value } of style.counterSet) this.#own.set(name, value);
    for (const mark of marks) {
      if (mark.type === 'counter') this.#flow.set(mark.name, mark.values);
      if (mark.type === 'page-number') this.#own.set('page', mark.value);
    }
  }

  /** The page's number. */
  get page(): number {
    return this.#own.get('page') ?? 0;
  }

  /** Values of a counter, outermost first. */
  values(name: string): readonly number[] | undefined {
    const own = this.#own.get(name);
    return this.#flow.get(name) ?? (own === undefined ? undefined : [own]);
  }
}

const onePage: CounterChange = { name: 'page', value: 1 };

function increments({ counterIncrement }: ComputedStyle): readonly CounterChange[] {
  return counterIncrement.some(({ name }) => name === 'page')
    ? counterIncrement
    : [onePage, ...counterIncrement];
}
