/**
 * File specifications (ISO 32000-1, 7.11): contents in; out, every one that brings its file along or
 * stands in the name tree of embedded files, and what in the document it is associated with.
 */
import { PdfDict, PdfRef, PdfStream, type PdfObject } from '../../objects.js';
import { isArray, type PdfFile } from '../../open-pdf.js';
import { once } from '../once.js';
import { annotationsOf } from './find-annotations.js';
import { namesIn } from './name-tree.js';

export interface FileSpec {
  readonly dict: PdfDict;
  /** The name of the file, or of its entry in the tree. */
  readonly name: string;
  /** It stands in the name tree of embedded files. */
  readonly listed: boolean;
  /** Some `AF` of the document names it. */
  readonly associated: boolean;
  /** The file; undefined where it is not embedded. */
  readonly embedded: PdfStream | undefined;
}

/** All of them, each once. */
export const fileSpecsOf = once((contents): readonly FileSpec[] => {
  const { file } = contents;
  const names = file.dict(file.catalog.raw('Names'));
  const listed = new Map(
    namesIn(file, names?.raw('EmbeddedFiles') ?? null).flatMap(({ key, value }) => {
      const dict = file.dict(value);
      return dict ? [[dict, key] as const] : [];
    }),
  );
  const attached = annotationsOf(contents).flatMap(({ dict }) => file.dict(dict.raw('FS')) ?? []);
  const { specs, associated } = scanObjects(file);
  const all = new Set([...listed.keys(), ...attached.filter(hasFile), ...specs]);
  return [...all].map((dict) => ({
    dict,
    name: file.text(dict.raw('UF')) ?? file.text(dict.raw('F')) ?? listed.get(dict) ?? '',
    listed: listed.has(dict),
    associated: associated.has(dict),
    embedded: embeddedFile(file, dict),
  }));
});

const hasFile = (dict: PdfDict): boolean => dict.entries.has('EF');

function embeddedFile(file: PdfFile, dict: PdfDict): PdfStream | undefined {
  const files = file.dict(dict.raw('EF'));
  for (const key of ['UF', 'F', 'Unix', 'DOS', 'Mac']) {
    const stream = file.stream(files?.raw(key) ?? null);
    if (stream) return stream;
  }
  return undefined;
}

interface Scan {
  /** Specifications with an embedded file. */
  readonly specs: ReadonlySet<PdfDict>;
  /** Everything that an `AF` names. */
  readonly associated: ReadonlySet<PdfDict>;
}

/** Looks through all objects of the file, and through what stands in them. */
function scanObjects(file: PdfFile): Scan {
  const specs = new Set<PdfDict>();
  const associated = new Set<PdfDict>();
  const visit = (value: PdfObject): void => {
    if (isArray(value)) for (const item of value) visit(item);
    const dict = value instanceof PdfStream ? value.dict : value;
    if (!(dict instanceof PdfDict)) return;
    if (hasFile(dict)) specs.add(dict);
    for (const [key, entry] of dict.entries) {
      if (key === 'AF') for (const one of associatedFiles(file, entry)) associated.add(one);
      if (!(entry instanceof PdfRef)) visit(entry);
    }
  };
  for (const number of file.xref.entries.keys()) visit(file.object(number));
  return { specs, associated };
}

/** `AF`: one specification or an array of them. */
function associatedFiles(file: PdfFile, value: PdfObject): readonly PdfDict[] {
  return (file.array(value) ?? [value]).flatMap((item) => file.dict(item) ?? []);
}
