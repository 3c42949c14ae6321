/**
 * The structure tree of a tagged file (ISO 32000-1, 14.7): catalog in; out, the elements with their
 * kids, pages resolved, and the parent tree as a table. Loops and stray kids are left out.
 */
import type { PdfFile } from './open-pdf.js';
import { PdfDict, PdfRef, type PdfObject } from './objects.js';
import type { PdfPage } from './pages.js';

/** A piece of page content that belongs to an element. */
export interface ContentKid {
  readonly type: 'content';
  readonly mcid: number;
  /** Page number from 1; 0 when no `Pg` leads to a page. */
  readonly page: number;
  /** 0 for the page's content, else the object number of the form XObject. */
  readonly scope: number;
}

/** An annotation (or picture) that belongs to an element as a whole. */
export interface ObjectKid {
  readonly type: 'object';
  readonly object: number;
  readonly page: number;
}

export interface StructureNode {
  readonly type: 'element';
  /** Standard structure type, the role map followed. */
  readonly role: string;
  readonly object: number;
  readonly dict: PdfDict;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly kids: readonly Kid[];
}

export type Kid = ContentKid | ObjectKid | StructureNode;

export interface Structure {
  readonly kids: readonly Kid[];
  /** Structure parent key → element reference, or array of them. */
  readonly parentTree: ReadonlyMap<number, PdfObject>;
}

/** Elements nested deeper than this are a loop. */
const maxDepth = 200;

/** Reads the tree; undefined in an untagged file. */
export function readStructure(file: PdfFile, pages: readonly PdfPage[]): Structure | undefined {
  const root = file.dict(file.catalog.raw('StructTreeRoot'));
  if (!root) return undefined;
  const reader = new StructureReader(file, root, pages);
  return { kids: reader.kids(root, 0, 0), parentTree: readNumberTree(file, root.raw('ParentTree')) };
}

class StructureReader {
  readonly #pages = new Map<number, number>();
  readonly #seen = new Set<number>();
  readonly #roles: PdfDict | undefined;

  constructor(
    readonly file: PdfFile,
    root: PdfDict,
    pages: readonly PdfPage[],
  ) {
    for (const page of pages) this.#pages.set(page.object, page.number);
    this.#roles = file.dict(root.raw('RoleMap'));
  }

  /** Kids of an element whose own `Pg` is `page`. */
  kids(dict: PdfDict, page: number, depth: number): readonly Kid[] {
    const value = dict.raw('K');
    const list = this.file.array(value) ?? [value];
    return list.flatMap((item) => this.#kid(item, page, depth) ?? []);
  }

  #kid(item: PdfObject, page: number, depth: number): Kid | undefined {
    const value = this.file.resolve(item);
    if (typeof value === 'number') return { type: 'content', mcid: value, page, scope: 0 };
    if (!(value instanceof PdfDict) || depth > maxDepth) return undefined;
    const own = this.#pageOf(value) ?? page;
    switch (this.file.nameOf(value.raw('Type'))) {
      case 'MCR':
        return {
          type: 'content',
          mcid: this.file.number(value.raw('MCID')) ?? -1,
          page: own,
          scope: numberOf(value.raw('Stm')),
        };
      case 'OBJR':
        return { type: 'object', object: numberOf(value.raw('Obj')), page: own };
      default:
        return this.#element(item, value, depth);
    }
  }

  #element(item: PdfObject, dict: PdfDict, depth: number): StructureNode | undefined {
    const object = numberOf(item);
    if (object !== 0 && this.#seen.has(object)) return undefined;
    this.#seen.add(object);
    return {
      type: 'element',
      role: this.#role(this.file.nameOf(dict.raw('S')) ?? ''),
      object,
      dict,
      alt: this.file.text(dict.raw('Alt')),
      actualText: this.file.text(dict.raw('ActualText')),
      // A kid's number counts on the page of its own element, never on an ancestor's (table 323, Pg).
      kids: this.kids(dict, this.#pageOf(dict) ?? 0, depth + 1),
    };
  }

  #pageOf(dict: PdfDict): number | undefined {
    const page = dict.raw('Pg');
    return page === null ? undefined : (this.#pages.get(numberOf(page)) ?? 0);
  }

  #role(name: string): string {
    let role = name;
    for (let hops = 0; hops < 16; hops += 1) {
      const next = this.file.nameOf(this.#roles?.raw(role) ?? null);
      if (next === undefined) break;
      role = next;
    }
    return role;
  }
}

const numberOf = (value: PdfObject): number => (value instanceof PdfRef ? value.number : 0);

/** A number tree (7.9.7) as a table. */
function readNumberTree(file: PdfFile, root: PdfObject): ReadonlyMap<number, PdfObject> {
  const table = new Map<number, PdfObject>();
  const visit = (node: PdfObject, depth: number): void => {
    const dict = file.dict(node);
    if (!dict || depth > 32) return;
    const numbers = file.array(dict.raw('Nums')) ?? [];
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const key = file.number(numbers[i] ?? null);
      if (key !== undefined) table.set(key, numbers[i + 1] ?? null);
    }
    for (const kid of file.array(dict.raw('Kids')) ?? []) visit(kid, depth + 1);
  };
  visit(root, 0);
  return table;
}

/** All elements in reading order. */
export function* structureNodes(kids: readonly Kid[]): Generator<StructureNode> {
  for (const kid of kids) {
    if (kid.type !== 'element') continue;
    yield kid;
    yield* structureNodes(kid.kids);
  }
}
