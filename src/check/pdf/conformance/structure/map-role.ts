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
  /** The maps lead back to a type that they came from. */
  readonly circular: boolean;
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
    const wasStandard = isStandardType(first.namespace, first.type);
    const next = this.#next(start);
    const second = next && this.named(next);
    const remapped = wasStandard && second !== undefined && key(second) !== key(first);
    const sameNamespace = start.space !== undefined && second?.namespace === first.namespace;
    let [at, circular] = [next, false];
    for (; at; at = this.#next(at)) {
      const named = this.named(at);
      if (seen.has(key(named))) {
        circular = !(wasStandard && seen.size === 1);
        break;
      }
      seen.add(key(named));
      if (isStandardType(named.namespace, named.type))
        return { standard: named, circular, remapped, sameNamespace };
    }
    const standard = wasStandard && (!remapped || circular) ? first : undefined;
    return { standard, circular, remapped, sameNamespace };
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
