/**
 * The elements of the structure tree as the standards look at them: contents in; out, each with its
 * parent, its kids, its type as written and as mapped, and its text properties.
 */
import { PdfString, type PdfDict } from '../../objects.js';
import type { Kid, StructureNode } from '../../structure.js';
import type { PdfContents } from '../../read-pdf.js';
import { once } from '../once.js';
import { namespaceOf, RoleMapper, type MappedRole, type StructureType } from './map-role.js';

export interface Element extends MappedRole {
  readonly node: StructureNode;
  readonly dict: PdfDict;
  /** As written. */
  readonly named: StructureType;
  /** Type as mapped; empty where it is no standard type. */
  readonly type: string;
  readonly parent: Element | undefined;
  readonly kids: readonly Element[];
  /** Language of its own or of an ancestor; undefined where only the catalog can tell. */
  readonly language: string | undefined;
}

/** Where an element stands, while the tree is read. */
interface Above {
  readonly parent: Element | undefined;
  readonly language: string | undefined;
}

export interface Elements {
  /** Kids of the root. */
  readonly top: readonly Element[];
  /** All, parents before kids, in reading order. */
  readonly all: readonly Element[];
  readonly byDict: ReadonlyMap<PdfDict, Element>;
}

/** All elements of the tree. */
export const elementsOf = once((contents): Elements => {
  const all: Element[] = [];
  const top = new ElementReader(contents, all).kids(contents.structure?.kids ?? [], {
    parent: undefined,
    language: undefined,
  });
  return { top, all, byDict: new Map(all.map((element) => [element.dict, element])) };
});

class ElementReader {
  readonly #roles: RoleMapper;

  constructor(
    readonly contents: PdfContents,
    readonly all: Element[],
  ) {
    const { file } = contents;
    const root = file.dict(file.catalog.raw('StructTreeRoot'));
    this.#roles = new RoleMapper(file, file.dict(root?.raw('RoleMap') ?? null));
  }

  kids(kids: readonly Kid[], above: Above): readonly Element[] {
    return kids.flatMap((kid) => (kid.type === 'element' ? [this.#element(kid, above)] : []));
  }

  #element(node: StructureNode, above: Above): Element {
    const { file } = this.contents;
    const { dict } = node;
    const at = { type: file.nameOf(dict.raw('S')) ?? '', space: namespaceOf(file, dict) };
    const role = this.#roles.role(at.type, at.space);
    const language = languageOf(this.contents, dict) ?? above.language;
    const kids: Element[] = [];
    const element: Element = {
      ...role,
      node,
      dict,
      named: this.#roles.named(at),
      type: role.standard?.type ?? '',
      parent: above.parent,
      kids,
      language,
    };
    this.all.push(element);
    kids.push(...this.kids(node.kids, { parent: element, language }));
    return element;
  }
}

/** `Lang` of a dictionary, where it says one. */
export function languageOf({ file }: PdfContents, dict: PdfDict): string | undefined {
  return file.resolve(dict.raw('Lang')) instanceof PdfString ? file.text(dict.raw('Lang')) : undefined;
}

/** The element that encloses this one, grouping without meaning (NonStruct) passed over; undefined for the root. */
export function parentOf(element: Element): Element | undefined {
  let at = element.parent;
  while (at?.type === 'NonStruct') at = at.parent;
  return at;
}

/** The kids, those of a grouping without meaning in its place. */
export function kidsOf(kids: readonly Element[]): readonly Element[] {
  return kids.flatMap((kid) => (kid.type === 'NonStruct' ? kidsOf(kid.kids) : [kid]));
}

/** The type as a message names it: mapped, or as written where it is no standard type. */
export function typeName({ type, named }: Element): string {
  return type === '' ? named.type : type;
}

/** Page and object of an element, for messages. */
export function elementValues(element: Element): { page: number; type: string; object: number } {
  return { page: pageOf(element.node), type: element.named.type, object: element.node.object };
}

/** First page with something of the element; 0 where there is none. */
function pageOf(kid: Kid): number {
  if (kid.type !== 'element') return kid.page;
  for (const inner of kid.kids) {
    const page = pageOf(inner);
    if (page > 0) return page;
  }
  return 0;
}
