/**
 * The entry `Encoding` of a composite font (ISO 32000-1, 9.7.5): the name of a CMap, or a CMap in the file
 * with what its dictionary and its program say of it.
 */
import { latin1, PdfName, PdfStream, type PdfDict, type PdfObject } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import { isIdentity, predefinedCollection, type Collection } from './predefined-cmaps.js';

export interface CMapEntry {
  readonly name: string | undefined;
  readonly embedded: boolean;
  /** By the dictionary of a CMap in the file; for others, what readers have. */
  readonly collection: Collection | undefined;
  /** Writing mode by the dictionary and by the program; both 0 where the CMap is not in the file. */
  readonly dictionaryMode: number;
  readonly programMode: number;
  /** The CMap that it builds on. */
  readonly base: CMapEntry | undefined;
}

/** CMaps that build on each other further than this are a loop. */
const maxDepth = 8;

/** Reads the entry; undefined where it is neither a name nor a stream. */
export function readCMapEntry(file: PdfFile, value: PdfObject, depth = 0): CMapEntry | undefined {
  const found = file.resolve(value);
  if (found instanceof PdfName) return named(found.value);
  if (!(found instanceof PdfStream)) return undefined;
  const { dict } = found;
  const text = latin1(file.decode(found) ?? new Uint8Array());
  const name = file.nameOf(dict.raw('CMapName')) ?? /\/CMapName\s*\/(\S{1,127})\s+def\b/.exec(text)?.[1];
  const used = /\/(\S{1,127})\s+usecmap\b/.exec(text)?.[1];
  const base = depth < maxDepth ? readCMapEntry(file, dict.raw('UseCMap'), depth + 1) : undefined;
  return {
    name,
    embedded: true,
    collection: readCollection(file, dict.raw('CIDSystemInfo')),
    dictionaryMode: file.number(dict.raw('WMode')) ?? 0,
    programMode: Number(/\/WMode\s+(\d+)\s+def\b/.exec(text)?.[1] ?? 0),
    base: base ?? (used === undefined ? undefined : named(used)),
  };
}

function named(name: string): CMapEntry {
  const collection = predefinedCollection(name);
  return { name, embedded: false, collection, dictionaryMode: 0, programMode: 0, base: undefined };
}

/** A dictionary `CIDSystemInfo` (9.7.3). */
export function readCollection(file: PdfFile, value: PdfObject): Collection | undefined {
  const dict: PdfDict | undefined = file.dict(file.array(value)?.[0] ?? value);
  return (
    dict && {
      registry: file.text(dict.raw('Registry')),
      ordering: file.text(dict.raw('Ordering')),
      supplement: file.number(dict.raw('Supplement')),
    }
  );
}

/** True where codes lead to CIDs by what is in the file, whatever readers have. */
export function isSelfContained(entry: CMapEntry | undefined): boolean {
  if (!entry) return true;
  return entry.embedded ? isSelfContained(entry.base) : isIdentity(entry.name);
}
