/**
 * Remembers, while pages are painted, which marked content and which link annotations belong to which
 * structure element. In: tags as items are painted; out: the records that `build-structure.ts` puts in order.
 */
import type { StructureElement, StructureId } from '../document/page.js';

/** Something of an element's own on a page, with its place among the element's kids. */
export type ContentRecord =
  | { readonly type: 'content'; readonly order: number; readonly page: number; readonly mcid: number }
  | {
      readonly type: 'annotation';
      readonly order: number;
      readonly page: number;
      /** Object number of the annotation. */
      readonly object: number;
    };

export class ContentRecorder {
  /** By structure element. */
  readonly records: ContentRecord[][];
  private readonly childOrders: number[][];
  private readonly nextMcid: number[] = [];

  constructor(private readonly elements: readonly StructureElement[]) {
    this.records = elements.map(() => []);
    this.childOrders = elements.map(() => []);
    for (const element of elements) {
      if (element.parent !== undefined) this.childOrders[element.parent]?.push(element.order);
    }
  }

  /** A new marked-content sequence of the element. */
  content(
    element: StructureId,
    order: number,
    page: number,
  ): { readonly type: string; readonly mcid: number } {
    const mcid = this.nextMcid[page] ?? 0;
    this.nextMcid[page] = mcid + 1;
    this.of(element).push({ type: 'content', order, page, mcid });
    return { type: this.elements[element]?.type ?? 'Span', mcid };
  }

  annotation(element: StructureId, order: number, page: number, object: number): void {
    this.of(element).push({ type: 'annotation', order, page, object });
  }

  /** True when a child element stands between two places: one sequence must not cover both. */
  separated(element: StructureId, from: number, to: number): boolean {
    if (from === to) return false;
    if (to < from) return true;
    return this.childOrders[element]?.some((order) => order > from && order < to) ?? false;
  }

  private of(element: StructureId): ContentRecord[] {
    const records = this.records[element];
    if (!records) throw new Error(`tag of an unknown structure element ${element}`);
    return records;
  }
}
