/** The pages of a file in order, with what they inherit (ISO 32000-1, 7.7.3): page tree in, list out. */
import type { PdfFile } from './open-pdf.js';
import { PdfDict, PdfRef, type PdfObject } from './objects.js';

/** x1 y1 x2 y2 in default user space, pt, y upwards. */
export type Box = readonly [number, number, number, number];

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  /** Object number of the page dictionary; 0 when it is direct (it must not be). */
  readonly object: number;
  readonly dict: PdfDict;
  readonly resources: PdfDict;
}

/** Deeper than any page tree that a program writes. */
const maxDepth = 100;

const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

/** All pages; the walk survives loops and stray kids, and has the file tell of a tree that is none. */
export function pagesOf(file: PdfFile): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<number>();
  let looped = false;
  /** Pages below a node: viewers find their way to a page by it (7.7.3.2). */
  const checkCount = (object: number, dict: PdfDict, found: number): void => {
    const count = file.number(dict.raw('Count'));
    if (looped || count === undefined || count === found) return;
    file.report('CHECK-PDF-COUNT', { object, count, pages: found });
  };
  const visit = (node: PdfObject, inherited: ReadonlyMap<string, PdfObject>, depth: number): void => {
    const object = node instanceof PdfRef ? node.number : 0;
    if (object !== 0 && seen.has(object)) {
      looped = true;
      return void file.report('CHECK-PDF-LOOP', { object });
    }
    seen.add(object);
    const dict = file.dict(node);
    if (!dict || depth > maxDepth) return;
    const own = new Map(inherited);
    for (const key of inheritable) if (dict.entries.has(key)) own.set(key, dict.raw(key));
    const kids = file.array(dict.raw('Kids'));
    const before = pages.length;
    if (kids) {
      for (const kid of kids) visit(kid, own, depth + 1);
      checkCount(object, dict, pages.length - before);
    } else {
      const whole = new PdfDict(new Map([...own, ...dict.entries]));
      const resources = file.dict(whole.raw('Resources')) ?? new PdfDict(new Map());
      pages.push({ number: pages.length + 1, object, dict: whole, resources });
    }
  };
  visit(file.catalog.raw('Pages'), new Map(), 0);
  return pages;
}

/** A box of a page, its corners in order; undefined where the page has none. */
export function boxOf(file: PdfFile, page: PdfPage, name: string): Box | undefined {
  return rectangle(file.numbers(page.dict.raw(name)));
}

/** Four numbers as a box with its corners in order (7.9.5). */
export function rectangle(numbers: readonly number[] | undefined): Box | undefined {
  const [a, b, c, d] = numbers ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
