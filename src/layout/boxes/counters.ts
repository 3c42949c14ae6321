/**
 * CSS counters in document order (css-lists-3, 4). `enter` and `leave` follow the tree: a counter
 * lives from the element that makes it to the end of that element's parent, for siblings to see.
 * Elements without a box never come here, so they count nothing (4.5).
 */
import type { ComputedStyle, CounterChange } from '../../document/style.js';
import { attribute, type ElementNode } from '../../document/tree.js';

/** What generated content asks of counters. */
export interface CounterValues {
  /** Value of the innermost counter of this name; 0 without one. */
  value(name: string): number;
  /** Values of all counters of this name, outermost first; one 0 without any. */
  values(name: string): readonly number[];
}

interface Counter {
  value: number;
  /** Items of its list count down. */
  reversed: boolean;
}

export class Counters implements CounterValues {
  readonly #stacks = new Map<string, Counter[]>();
  /** Names made inside each open element; their counters end with it. */
  readonly #frames: (string[] | undefined)[] = [[]];

  constructor() {
    // Notes are numbered through the document unless a sheet resets their counter (css-gcpm-3, 2.5).
    this.#reset('footnote', 0);
  }

  /** Reset, increment and set of an element or pseudo-element, in this order (4.4); opens its children's frame. */
  enter(style: ComputedStyle, node?: ElementNode): void {
    for (const { name, value } of style.counterReset) this.#reset(name, value);
    if (node?.tagName === 'ol') this.#countDown(node, style);
    if (style.display === 'list-item') this.#countItself('list-item', style);
    if (style.float === 'footnote') this.#countItself('footnote', style);
    for (const { name, value } of style.counterIncrement) this.#set(name, this.value(name) + value);
    for (const { name, value } of style.counterSet) this.#set(name, value);
    this.#frames.push(undefined);
  }

  leave(): void {
    const names = this.#frames.pop();
    if (names) for (const name of names) this.#stacks.get(name)?.pop();
  }

  value(name: string): number {
    return this.#innermost(name)?.value ?? 0;
  }

  values(name: string): readonly number[] {
    const stack = this.#stacks.get(name);
    return stack?.length ? stack.map(({ value }) => value) : [0];
  }

  /** All values as they are now. */
  snapshot(): CounterValues {
    const all = new Map([...this.#stacks.keys()].map((name) => [name, this.values(name)]));
    const values = (name: string): readonly number[] => all.get(name) ?? [0];
    return { values, value: (name) => values(name).at(-1) ?? 0 };
  }

  /** The values that content of a pseudo-element would see if it came now; nothing is counted. */
  preview(style: ComputedStyle): CounterValues {
    const copy = new Counters();
    for (const [name, stack] of this.#stacks) {
      copy.#stacks.set(
        name,
        stack.map((counter) => ({ ...counter })),
      );
    }
    copy.enter(style);
    return copy;
  }

  /** Makes a counter here; one that an earlier sibling made is replaced (4.4.1). */
  #reset(name: string, value: number): void {
    const depth = this.#frames.length - 1;
    const frame = (this.#frames[depth] ??= []);
    let stack = this.#stacks.get(name);
    if (!stack) this.#stacks.set(name, (stack = []));
    if (frame.includes(name)) stack.pop();
    else frame.push(name);
    stack.push({ value, reversed: false });
  }

  /**
   * `list-item` (css-lists-3, 4.6) and `footnote` (css-gcpm-3, 2.5) are counted without being told,
   * unless the style speaks of them.
   */
  #countItself(name: string, { counterIncrement, counterSet }: ComputedStyle): void {
    const told = (change: CounterChange): boolean => change.name === name;
    if (counterIncrement.some(told) || counterSet.some(told)) return;
    this.#set(name, this.value(name) + (this.#innermost(name)?.reversed === true ? -1 : 1));
  }

  #set(name: string, value: number): void {
    const counter = this.#innermost(name);
    if (counter) counter.value = value;
    else this.#reset(name, value);
  }

  /** `<ol reversed>` counts down to 1 from the number of its items, or from `start` (HTML, 4.4.5). */
  #countDown(node: ElementNode, style: ComputedStyle): void {
    const counter = this.#innermost('list-item');
    if (!counter || attribute(node, 'reversed') === undefined) return;
    if (!style.counterReset.some(({ name }) => name === 'list-item')) return;
    const start = Number.parseInt(attribute(node, 'start') ?? '', 10);
    const items = node.children.filter((child) => child.type === 'element' && child.tagName === 'li').length;
    counter.value = (Number.isNaN(start) ? items : start) + 1;
    counter.reversed = true;
  }

  #innermost(name: string): Counter | undefined {
    return this.#stacks.get(name)?.at(-1);
  }
}
