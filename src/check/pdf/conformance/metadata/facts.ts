/**
 * What the rules on metadata look at, read once per file: the packet of the document and those of its
 * parts (pages, pictures, fonts), with their properties.
 */
import { PdfDict, PdfRef, PdfStream, type PdfObject } from '../../objects.js';
import { isArray, type PdfFile } from '../../open-pdf.js';
import type { PdfContents } from '../../read-pdf.js';
import { readPacket, type XmpPacket } from '../../read-packet.js';
import { readExtensions, type Extensions } from './extension-schemas.js';
import { readXmp, type XmpProperty } from './read-xmp.js';
import type { Edition } from './value-types.js';

/** One metadata stream. */
export class Metadata {
  readonly packet: XmpPacket | undefined;
  /** The properties; none where they cannot be read. */
  readonly properties: readonly XmpProperty[];
  /** Where this is no XMP: a line and column, or a name; empty for bytes that cannot be decoded. */
  readonly broken: string | undefined;
  readonly #extensions = new Map<Edition, Extensions>();

  constructor(
    /** The number of its object; undefined for one that has none. */
    readonly object: number | undefined,
    readonly stream: PdfStream,
    bytes: Uint8Array | undefined,
    /** The metadata of the document, where this is that of a part. */
    readonly document?: Metadata,
  ) {
    this.packet = bytes && readPacket(bytes);
    const read = this.packet?.root && readXmp(this.packet.root);
    this.properties = read?.ok ? read.properties : [];
    this.broken = read?.ok ? undefined : (read?.where ?? this.packet?.broken ?? '');
  }

  /** `12 0 R`, for messages. */
  get place(): string {
    return this.object === undefined ? '' : `${this.object} 0 R`;
  }

  /** The extension schemas that it describes, with the types of the document at hand. */
  extensions(edition: Edition): Extensions {
    const known = this.#extensions.get(edition);
    if (known) return known;
    const inherited = this.document?.extensions(edition).types;
    const found = readExtensions(this.properties, edition, inherited);
    this.#extensions.set(edition, found);
    return found;
  }

  property(namespace: string, name: string): XmpProperty | undefined {
    return this.properties.find((one) => one.namespace === namespace && one.name === name);
  }

  /** The text of a property that is simple. */
  text(namespace: string, name: string): string | undefined {
    const value = this.property(namespace, name)?.value;
    return value?.kind === 'simple' ? value.text : undefined;
  }

  /** The text of alternatives: by default, else the first. */
  alternative(namespace: string, name: string): string | undefined {
    const value = this.property(namespace, name)?.value;
    if (value?.kind !== 'array' || value.form !== 'Alt') return undefined;
    const chosen = value.items.find(({ lang }) => lang === 'x-default') ?? value.items[0];
    return chosen?.kind === 'simple' ? chosen.text : undefined;
  }
}

export interface MetadataFacts {
  /** Of the catalog; undefined without a metadata stream that says so itself. */
  readonly main: Metadata | undefined;
  /** Those of the parts of the document. */
  readonly others: readonly Metadata[];
}

const known = new WeakMap<PdfFile, MetadataFacts>();

/** The metadata of a file; read when first asked for. */
export function metadataFacts({ file }: PdfContents): MetadataFacts {
  const found = known.get(file) ?? readFacts(file);
  known.set(file, found);
  return found;
}

function readFacts(file: PdfFile): MetadataFacts {
  const found = file.catalog.raw('Metadata');
  const main = readMetadata(file, found);
  const others = new Map<PdfStream, Metadata>();
  for (const number of file.xref.entries.keys()) {
    for (const value of metadataIn(file.object(number), 0)) {
      const stream = file.stream(value);
      if (!stream || stream === main?.stream || others.has(stream)) continue;
      const read = readMetadata(file, value, main);
      if (read) others.set(stream, read);
    }
  }
  return { main, others: [...others.values()] };
}

/** The values of `Metadata` in an object and what stands directly in it. */
function* metadataIn(value: PdfObject, depth: number): Iterable<PdfObject> {
  if (depth > 20) return;
  const dict = value instanceof PdfStream ? value.dict : value;
  if (dict instanceof PdfDict) {
    const found = dict.raw('Metadata');
    if (found !== null) yield found;
    for (const one of dict.entries.values()) yield* metadataIn(one, depth + 1);
  } else if (isArray(value)) {
    for (const one of value) yield* metadataIn(one, depth + 1);
  }
}

/** A metadata stream (ISO 32000-1, 14.3.2); its dictionary says what it is. */
function readMetadata(file: PdfFile, value: PdfObject, document?: Metadata): Metadata | undefined {
  const stream = file.stream(value);
  const is = (key: string): string | undefined => file.nameOf(stream?.dict.raw(key) ?? null);
  if (!stream || is('Type') !== 'Metadata' || is('Subtype') !== 'XML') return undefined;
  const object = value instanceof PdfRef ? value.number : undefined;
  return new Metadata(object, stream, file.decode(stream), document);
}
