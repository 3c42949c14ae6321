/**
 * Role maps (ISO 32000-1, 14.7.3; ISO 32000-2, 14.7.4): the type of an element in; out, the standard type
 * that stands for it, and what is wrong on the way there.
 */
import { PdfName, type PdfDict, type PdfObject } from '../../objects.js';
import { isArray, type PdfFile } from '../../open-pdf.js';
import { isStandardType, namespaces } from './standard-types.js';

/** A structure type in its namespace. */
export interface StructureType {
  readonly type: string;
  /** Name of the namespace. */
  readonly namespace: string;
}

export interface MappedRole {
  /** Where the maps lead; undefined where that is no standard type. */
  readonly standard: StructureType | undefined;
  /** The maps lead back to a type that they came from, be it itself. */
  readonly circular: boolean;
  /** The type is mapped to itself: the smallest circle. */
  readonly toItself: boolean;
  /** A standard type that a map replaces nevertheless. */
  readonly remapped: boolean;
  /** A type that is mapped to another of the same namespace, which is named in the file. */
  readonly sameNamespace: boolean;
}

/** A type with the dictionary of its namespace; none is the default. */
interface At {
  readonly type: string;
  readonly space: PdfDict | undefined;
}

/** Reads role maps of one file. */
export class RoleMapper {
  readonly #known = new Map<PdfDict | undefined, Map<string, MappedRole>>();

  constructor(
    readonly file: PdfFile,
    /** `RoleMap` of the structure tree root. */
    readonly roles: PdfDict | undefined,
  ) {}

  /** What an element of this type and namespace dictionary stands for. */
  role(type: string, space: PdfDict | undefined): MappedRole {
    const types = this.#known.get(space) ?? new Map<string, MappedRole>();
    this.#known.set(space, types);
    const found = types.get(type) ?? this.#follow({ type, space });
    types.set(type, found);
    return found;
  }

  /** The type in its namespace, as the file gives it. */
  named({ type, space }: At): StructureType {
    return { type, namespace: (space && this.file.text(space.raw('NS'))) ?? namespaces.pdf17 };
  }

  #follow(start: At): MappedRole {
    const first = this.named(start);
    const seen = new Set([key(first)]);
    const explicit = new Set(start.space ? [first.namespace] : []);
    const wasStandard = isStandardType(first.namespace, first.type);
    let [standard, circular, remapped, sameNamespace] = [
      wasStandard ? first : undefined,
      false,
      false,
      false,
    ];
    for (let at = this.#next(start); at; at = this.#next(at)) {
      const named = this.named(at);
      sameNamespace ||= explicit.has(named.namespace);
      circular = seen.has(key(named));
      if (circular) break;
      seen.add(key(named));
      if (at.space) explicit.add(named.namespace);
      remapped = wasStandard;
      standard = isStandardType(named.namespace, named.type) ? named : undefined;
      if (standard) break;
    }
    // A loop leads nowhere: a standard type in it still means what it says to the rules on what it stands in.
    if (circular && wasStandard) [standard, remapped] = [first, false];
    return { standard, circular, toItself: circular && seen.size === 1, remapped, sameNamespace };
  }

  /** One step along the map of the namespace. */
  #next({ type, space }: At): At | undefined {
    const value = this.file.resolve(this.#map(space)?.raw(type) ?? null);
    if (value instanceof PdfName) return { type: value.value, space: undefined };
    if (!isArray(value)) return undefined;
    const name = this.file.nameOf(value[0] ?? null);
    return name === undefined ? undefined : { type: name, space: this.file.dict(value[1] ?? null) };
  }

  #map(space: PdfDict | undefined): PdfDict | undefined {
    return space ? this.file.dict(space.raw('RoleMapNS')) : this.roles;
  }
}

const key = ({ namespace, type }: StructureType): string => `${namespace} ${type}`;

/** The namespace dictionary of an element. */
export function namespaceOf(file: PdfFile, element: PdfDict): PdfDict | undefined {
  const value: PdfObject = element.raw('NS');
  return value === null ? undefined : file.dict(value);
}
