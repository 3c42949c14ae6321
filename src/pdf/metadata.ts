/**
 * What a PDF says of itself: the XMP packet (ISO 16684-1) with the claims of its standard, and the
 * information dictionary, in agreement with it. In: the publication's metadata; out: XML and entries.
 * A file with metadata that the source does not give says nothing there.
 */
import { createHash } from 'node:crypto';
import type { Metadata } from '../document/publication.js';
import type { RecordEntry } from '../document/archive-record.js';
import { escapeText } from '../document/xml.js';
import type { Standard } from './conformance.js';
import {
  extensionSchemas,
  pdfuaSchema,
  recordNamespace,
  recordPrefix,
  recordSchema,
} from './extension-schemas.js';
import { Raw } from './syntax.js';

/** What the metadata is made from. */
export interface DocumentDescription {
  readonly metadata: Pick<Metadata, 'authors' | 'description' | 'subjects' | 'publisher' | 'rights' | 'date'>;
  readonly title: string;
  /** A URN or other identifier of the publication. */
  readonly identifier: string;
  /** `YYYY-MM-DDThh:mm:ssZ` */
  readonly modified: string;
  /** BCP 47 */
  readonly language: string;
  /** What an archive keeps of it; none in print. */
  readonly record?: readonly RecordEntry[];
}

/** With the standard whose claims it makes. */
type Described = DocumentDescription & { readonly standard: Standard };

const producer = 'anpham';

/** Entries of the information dictionary (ISO 32000-1, 14.3.3). */
export function informationEntries(about: Described): Record<string, string | Date | Raw> {
  const { metadata } = about;
  const date = new Date(about.modified);
  return {
    Title: about.title,
    ...(metadata.authors.length > 0 ? { Author: metadata.authors.join('; ') } : {}),
    ...(metadata.description ? { Subject: metadata.description } : {}),
    ...(metadata.subjects?.length ? { Keywords: metadata.subjects.join(', ') } : {}),
    Creator: producer,
    Producer: producer,
    CreationDate: date,
    ModDate: date,
    // PDF/X wants to know whether the file was trapped (ISO 15930-7); ours never is.
    ...(about.standard.pdfX ? { Trapped: new Raw('/False') } : {}),
  };
}

/** The XMP packet, UTF-8. */
export function xmpPacket(about: Described): Uint8Array {
  const body = [
    dublinCore(about),
    basic(about),
    pdfProperties(about),
    mediaManagement(about),
    ...claimsOf(about.standard),
    ...archiveFields(about),
    ...schemasOf(about),
  ];
  return new TextEncoder().encode(
    [
      '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
      ...body,
      '</rdf:RDF></x:xmpmeta>',
      '<?xpacket end="r"?>',
    ].join('\n'),
  );
}

function description(prefix: string, uri: string, properties: readonly string[]): string {
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${uri}">${properties.join('')}</rdf:Description>`;
}

function simple(name: string, value: string | undefined): string[] {
  return value ? [`<${name}>${escapeText(value)}</${name}>`] : [];
}

function alternatives(name: string, value: string | undefined): string[] {
  if (!value) return [];
  return [`<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeText(value)}</rdf:li></rdf:Alt></${name}>`];
}

function list(name: string, kind: 'Seq' | 'Bag', values: readonly string[] | undefined): string[] {
  if (!values?.length) return [];
  const items = values.map((value) => `<rdf:li>${escapeText(value)}</rdf:li>`).join('');
  return [`<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`];
}

function dublinCore(about: Described): string {
  const { metadata } = about;
  const creator = [metadata.authors.join('; ')].filter(Boolean);
  return description('dc', 'http://purl.org/dc/elements/1.1/', [
    ...simple('dc:format', 'application/pdf'),
    ...alternatives('dc:title', about.title),
    ...list('dc:creator', 'Seq', about.standard.oneCreator ? creator : metadata.authors),
    ...alternatives('dc:description', metadata.description),
    ...list('dc:subject', 'Bag', metadata.subjects),
    ...list('dc:publisher', 'Bag', metadata.publisher ? [metadata.publisher] : []),
    ...alternatives('dc:rights', metadata.rights),
    ...list('dc:language', 'Bag', [about.language]),
    ...simple('dc:identifier', about.identifier),
    ...list('dc:date', 'Seq', metadata.date ? [metadata.date] : []),
  ]);
}

function basic(about: Described): string {
  return description('xmp', 'http://ns.adobe.com/xap/1.0/', [
    ...simple('xmp:CreateDate', about.modified),
    ...simple('xmp:ModifyDate', about.modified),
    ...simple('xmp:MetadataDate', about.modified),
    ...simple('xmp:CreatorTool', producer),
  ]);
}

function pdfProperties({ standard, metadata }: Described): string {
  return description('pdf', 'http://ns.adobe.com/pdf/1.3/', [
    ...simple('pdf:Producer', producer),
    ...simple('pdf:Keywords', metadata.subjects?.join(', ')),
    ...(standard.pdfX ? simple('pdf:Trapped', 'False') : []),
  ]);
}

function mediaManagement(about: Described): string {
  const { identifier, modified } = about;
  const name = claimName(about.standard);
  return description('xmpMM', 'http://ns.adobe.com/xap/1.0/mm/', [
    ...simple('xmpMM:DocumentID', uuid(`${identifier} ${name}`)),
    ...simple('xmpMM:InstanceID', uuid(`${identifier} ${name} ${modified}`)),
    ...simple('xmpMM:VersionID', '1'),
    ...simple('xmpMM:RenditionClass', 'default'),
  ]);
}

/** A name-based UUID (RFC 9562, version 8: our own hash of a name), so that the same file has the same. */
function uuid(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/** What tells the file from those of the same publication to other standards. */
function claimName({ edition, pdfA, imposed }: Standard): string {
  if (imposed) return `${edition} imposed`;
  return pdfA ? `${edition} ${pdfA.part}${pdfA.conformance ?? ''}` : edition;
}

function claimsOf({ pdfA, pdfUA, pdfX }: Standard): string[] {
  const claims: string[] = [];
  if (pdfX) {
    const version = simple('pdfxid:GTS_PDFXVersion', pdfX);
    claims.push(description('pdfxid', 'http://www.npes.org/pdfx/ns/id/', version));
  }
  if (pdfA) {
    const level = [
      ...simple('pdfaid:part', String(pdfA.part)),
      ...simple('pdfaid:conformance', pdfA.conformance),
      ...simple('pdfaid:rev', pdfA.rev?.toString()),
    ];
    claims.push(description('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', level));
  }
  if (pdfUA) {
    const part = [
      ...simple('pdfuaid:part', String(pdfUA.part)),
      ...simple('pdfuaid:rev', pdfUA.rev?.toString()),
    ];
    claims.push(description('pdfuaid', pdfuaSchema.namespace, part));
  }
  return claims;
}

/** The fields of the archive's record, if this is its file. */
function archiveFields({ record = [] }: Described): string[] {
  if (record.length === 0) return [];
  const properties = record.flatMap(({ name, value }) => simple(`${recordPrefix}:${name}`, value));
  return [description(recordPrefix, recordNamespace, properties)];
}

/** PDF/A knows only its own schemas; up to part 3 any other must be described (ISO 19005-2, 6.6.2.3). */
function schemasOf({ standard: { pdfA, pdfUA }, record = [] }: Described): string[] {
  if (!pdfA || pdfA.part >= 4) return [];
  const schemas = [...(pdfUA ? [pdfuaSchema] : []), ...(record.length > 0 ? [recordSchema(record)] : [])];
  return schemas.length > 0 ? [extensionSchemas(schemas)] : [];
}
