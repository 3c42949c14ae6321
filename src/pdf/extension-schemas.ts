/**
 * Descriptions of the XMP schemas that PDF/A does not know itself (ISO 19005-2, 6.6.2.3.3): that of PDF/UA
 * and ours for the record of an archive. In: schemas; out: one `pdfaExtension:schemas` as RDF.
 */
import type { RecordEntry } from '../document/archive-record.js';
import { escapeText } from '../document/xml.js';

interface Schema {
  readonly title: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly properties: readonly {
    readonly name: string;
    readonly type: 'Integer' | 'Text' | 'Date';
    /** `internal`: the program says it; `external`: people do. */
    readonly category: 'internal' | 'external';
    readonly description: string;
  }[];
}

export const pdfuaSchema: Schema = {
  title: 'PDF/UA identification schema',
  namespace: 'http://www.aiim.org/pdfua/ns/id/',
  prefix: 'pdfuaid',
  properties: [
    {
      name: 'part',
      type: 'Integer',
      category: 'internal',
      description: 'Part of ISO 14289 to which the document conforms',
    },
  ],
};

/** Ours: the circular gives names and no namespace. */
export const recordNamespace = 'urn:x-anpham:tt-02-2019-bnv:document#';
export const recordPrefix = 'tt02';

/** The schema of the fields that a record has. */
export function recordSchema(record: readonly RecordEntry[]): Schema {
  return {
    title: 'Document fields of Thông tư 02/2019/TT-BNV',
    namespace: recordNamespace,
    prefix: recordPrefix,
    properties: record.map(({ name, field }) => ({
      name,
      type: field.type ?? 'Text',
      category: 'external',
      description: `${field.vi} (${field.en})`,
    })),
  };
}

/** The description of schemas, in one element of the packet. */
export function extensionSchemas(schemas: readonly Schema[]): string {
  const base = 'http://www.aiim.org/pdfa/ns';
  const namespaces = `xmlns:pdfaExtension="${base}/extension/" xmlns:pdfaSchema="${base}/schema#" xmlns:pdfaProperty="${base}/property#"`;
  return (
    `<rdf:Description rdf:about="" ${namespaces}><pdfaExtension:schemas><rdf:Bag>` +
    `${schemas.map(described).join('')}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`
  );
}

function described({ title, namespace, prefix, properties }: Schema): string {
  const listed = properties.map(({ name, type, category, description }) =>
    item(
      element('pdfaProperty:name', name) +
        element('pdfaProperty:valueType', type) +
        element('pdfaProperty:category', category) +
        element('pdfaProperty:description', description),
    ),
  );
  return item(
    element('pdfaSchema:schema', title) +
      element('pdfaSchema:namespaceURI', namespace) +
      element('pdfaSchema:prefix', prefix) +
      `<pdfaSchema:property><rdf:Seq>${listed.join('')}</rdf:Seq></pdfaSchema:property>`,
  );
}

function item(content: string): string {
  return `<rdf:li rdf:parseType="Resource">${content}</rdf:li>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeText(text)}</${name}>`;
}
