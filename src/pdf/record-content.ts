/**
 * Remembers, while a content stream is painted, which marked content belongs to which structure element,
 * and tells when a sequence must end because a child element stands between. In: tags as items are
 * painted; out: for each stream the elements by MCID (`StreamMarks`).
 */
import type { StructureElement, StructureId, StructureType } from '../document/page.js';
import type { StreamMarks } from './painted.js';

interface Stream {
  readonly elements: number[];
  readonly orders: number[];
}

export class ContentRecorder {
  private elements: readonly StructureElement[] = [];
  /** By element; undefined where it has no child. */
  private readonly childOrders: (number[] | undefined)[] = [];
  /** Elements whose place among their siblings is known. */
  private known = 0;
  private streams: Stream[] = [];
  private stream: Stream = { elements: [], orders: [] };

  /** Begins content. `elements` may have grown since the last, and must hold what this content shows. */
  begin(elements: readonly StructureElement[]): void {
    this.elements = elements;
    for (; this.known < elements.length; this.known++) {
      const element = elements[this.known];
      this.childOrders.push(undefined);
      if (element?.parent === undefined) continue;
      (this.childOrders[element.parent] ??= []).push(element.order);
    }
  }

  /** Begins a stream inside the one that is open: a form XObject counts its own marked content. */
  beginStream(): void {
    this.streams.push(this.stream);
    this.stream = { elements: [], orders: [] };
  }

  /** Ends the stream of a form XObject. */
  endStream(): StreamMarks {
    const marks = this.take();
    this.stream = this.streams.pop() ?? this.stream;
    return marks;
  }

  /** The marks of the stream that is open, which begins anew. */
  take(): StreamMarks {
    const { stream } = this;
    this.stream = { elements: [], orders: [] };
    return stream;
  }

  /** A new marked-content sequence of the element; its MCID. */
  content(element: StructureId, order: number): number {
    this.expect(element);
    this.stream.orders.push(order);
    return this.stream.elements.push(element) - 1;
  }

  /** Something of this element is about to be painted. */
  expect(element: StructureId): void {
    if (!this.elements[element]) throw new Error(`tag of an unknown structure element ${element}`);
  }

  typeOf(element: StructureId): StructureType {
    return this.elements[element]?.type ?? 'Span';
  }

  /** True when a child element stands between two places: one sequence must not cover both. */
  separated(element: StructureId, from: number, to: number): boolean {
    if (from === to) return false;
    if (to < from) return true;
    const orders = this.childOrders[element];
    if (orders === undefined) return false;
    for (let i = 0; i < orders.length; i++) {
      const order = orders[i] ?? 0;
      if (order > from && order < to) return true;
    }
    return false;
  }
}
