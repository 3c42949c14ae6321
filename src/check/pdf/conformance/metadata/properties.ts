/**
 * Rules on the properties in XMP packets: each is predefined or described by an extension schema, and its
 * value has the type that it is given there.
 */
import type { Diagnostic } from '../../../../diagnostic.js';
import type { ConformanceCode } from '../../../../diagnostic-codes.js';
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import type { Standard } from '../standards.js';
import { extensionNamespace } from './extension-schemas.js';
import type { Metadata } from './facts.js';
import { packetsOf } from './packet.js';
import type { XmpProperty } from './read-xmp.js';
import { predefinedType } from './schemas.js';
import { hasType, type Edition, type OwnTypes } from './value-types.js';

const clauses = { A1: '6.7.9', A2: '6.6.2.3.1', A3: '6.6.2.3.1' };

/** The edition of the XMP Specification that a part names. */
const editionOf = ({ part }: Standard): Edition => (part === 'A1' ? 2004 : 2005);

/** A property, the packet that it is in, and its type where it has one. */
interface Found {
  readonly property: XmpProperty;
  readonly metadata: Metadata;
  readonly type: string | undefined;
  readonly own: OwnTypes | undefined;
}

/** Every property but the descriptions of extension schemas, which have rules of their own. */
function propertiesOf(contents: PdfContents, standard: Standard): readonly Found[] {
  const edition = editionOf(standard);
  return packetsOf(contents, standard).flatMap((metadata) =>
    metadata.properties
      .filter(({ namespace, name }) => namespace !== extensionNamespace || name !== 'schemas')
      .map((property) => {
        const { namespace, name } = property;
        const key = `${namespace} ${name}`;
        const described = [metadata, metadata.document]
          .map((one) => one?.extensions(edition).properties.get(key))
          .find(Boolean);
        const type = described?.type ?? predefinedType(namespace, name, edition);
        return { property, metadata, type, own: described?.own };
      }),
  );
}

const nameOf = ({ prefix, name }: XmpProperty): string => `${prefix}:${name}`;

/** A rule for the faults of one kind in descriptions of extension schemas. */
function descriptionRule(code: ConformanceCode, numbers: Rule['clauses']): Rule {
  return {
    code,
    clauses: numbers,
    find: (contents, standard) => {
      const packets = packetsOf(contents, standard);
      const faults = packets.flatMap((one) => one.extensions(editionOf(standard)).faults);
      return faults.filter((fault) => fault.code === code).map(({ values }): Diagnostic['values'] => values);
    },
  };
}

const description = { A1: '6.7.8', A2: '6.6.2.3.3', A3: '6.6.2.3.3' };

export const propertyRules: readonly Rule[] = [
  {
    code: 'PDFA-XMP-PROPERTY',
    clauses,
    find: (contents, standard) =>
      propertiesOf(contents, standard)
        .filter(({ type }) => type === undefined)
        .map(({ property, metadata }) => ({
          property: nameOf(property),
          namespace: property.namespace,
          object: metadata.place,
        })),
  },
  {
    code: 'PDFA-XMP-VALUE',
    clauses,
    find: (contents, standard) =>
      propertiesOf(contents, standard).flatMap(({ property, metadata, type, own }) =>
        type === undefined || hasType(property.value, type, editionOf(standard), own)
          ? []
          : [{ property: nameOf(property), type, object: metadata.place }],
      ),
  },
  descriptionRule('PDFA-EXTENSION-CONTAINER', description),
  descriptionRule('PDFA-EXTENSION-FIELD', description),
  descriptionRule('PDFA-EXTENSION-TYPE', description),
  descriptionRule('PDFA-EXTENSION-CATEGORY', description),
  descriptionRule('PDFA-EXTENSION-UNKNOWN', { A1: '6.7.8', A2: '6.6.2.3.2', A3: '6.6.2.3.2' }),
];
