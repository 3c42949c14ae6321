/**
 * CSS counters in document order (css-lists-3, 4). `enter` and `leave` follow the tree. A counter
 * belongs to the element that makes it; its following siblings have it too, unless their parent
 * has one of the same name. Elements without a box never come here, so they count nothing (4.5).
 */
import type { ComputedStyle, CounterChange } from '../../document/style.js';

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

/** Names of counters that end with an open element. */
interface Frame {
  /** Made by the element, seen by its content. */
  own: string[] | undefined;
  /** Made by its children, seen by their siblings. */
  inside: string[] | undefined;
}

/** Steps beyond 32 bits are not taken. */
const greatest = 2 ** 31 - 1;

export class Counters implements CounterValues {
  readonly #stacks = new Map<string, Counter[]>();
  readonly #frames: Frame[] = [{ own: undefined, inside: undefined }];

  constructor() {
    // Notes are numbered through the document unless a sheet resets their counter (css-gcpm-3, 2.5).
    this.#stack('footnote').push({ value: 0, reversed: false });
  }

  /**
   * Reset, increment and set of an element or pseudo-element, in this order (4.4). `reversed` is
   * where the `list-item` counter of a reversed list begins.
   */
  enter(style: ComputedStyle, reversed?: number): void {
    const frame: Frame = { own: undefined, inside: undefined };
    for (const { name, value } of style.counterReset) this.#make(name, value, frame);
    const list = reversed === undefined ? undefined : this.#innermost('list-item');
    if (list && reversed !== undefined) {
      list.value = reversed;
      list.reversed = true;
    }
    if (style.display === 'list-item') this.#countItself('list-item', style, frame);
    if (style.float === 'footnote') this.#countItself('footnote', style, frame);
    for (const { name, value } of style.counterIncrement) this.#add(name, value, frame);
    for (const { name, value } of style.counterSet)
      (this.#innermost(name) ?? this.#make(name, 0, frame)).value = value;
    this.#frames.push(frame);
  }

  /** The innermost counter of this name, already there, has this value from now on. */
  set(name: string, value: number): void {
    const counter = this.#innermost(name);
    if (counter) counter.value = value;
  }

  leave(): void {
    const frame = this.#frames.pop();
    if (frame?.own) for (const name of frame.own) this.#stacks.get(name)?.pop();
    if (frame?.inside) for (const name of frame.inside) this.#stacks.get(name)?.pop();
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

  /**
   * Makes a counter (4.4.1). One that an earlier sibling made is replaced. Where the parent has none
   * of the name, it lasts for the siblings that follow (4.4.2), else it ends with the element.
   */
  #make(name: string, value: number, frame: Frame): Counter {
    const stack = this.#stack(name);
    const parent = this.#frames.at(-1);
    if (frame.own?.includes(name) || parent?.inside?.includes(name)) stack.pop();
    else if (stack.length > 0) (frame.own ??= []).push(name);
    else if (parent) (parent.inside ??= []).push(name);
    const counter = { value, reversed: false };
    stack.push(counter);
    return counter;
  }

  #add(name: string, step: number, frame: Frame): void {
    const counter = this.#innermost(name) ?? this.#make(name, 0, frame);
    const sum = counter.value + step;
    if (Math.abs(sum) <= greatest) counter.value = sum;
  }

  /**
   * `list-item` (css-lists-3, 4.6) and `footnote` (css-gcpm-3, 2.5) are counted without being told,
   * unless the style says by how much.
   */
  #countItself(name: string, { counterIncrement }: ComputedStyle, frame: Frame): void {
    if (speaksOf(counterIncrement, name)) return;
    this.#add(name, this.#innermost(name)?.reversed === true ? -1 : 1, frame);
  }

  #innermost(name: string): Counter | undefined {
    return this.#stacks.get(name)?.at(-1);
  }

  #stack(name: string): Counter[] {
    let stack = this.#stacks.get(name);
    if (!stack) this.#stacks.set(name, (stack = []));
    return stack;
  }
}

/** Whether a counter property names this counter. */
export function speaksOf(changes: readonly CounterChange[], name: string): boolean {
  return changes.some((change) => change.name === name);
}
