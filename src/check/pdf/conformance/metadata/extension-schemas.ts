/**
 * Extension schemas: properties and value types that a file describes itself (ISO 19005-1, 6.7.8; ISO
 * 19005-2, 6.6.2.3.3): the properties of a packet in; out, what they describe and what is wrong with the
 * description.
 */
import type { Diagnostic } from '../../../../diagnostic.js';
import type { ConformanceCode } from '../../../../diagnostic-codes.js';
import type { XmpProperty, XmpValue } from './read-xmp.js';
import type { Structure } from './structures.js';
import { isType, type Edition, type OwnTypes } from './value-types.js';

export interface ExtensionFault {
  readonly code: ConformanceCode;
  readonly values: Diagnostic['values'];
}

/** A property that the file describes: its value type, and the types described beside it. */
interface OwnProperty {
  readonly type: string;
  readonly own: OwnTypes;
}

export interface Extensions {
  /** By `namespace name`. */
  readonly properties: ReadonlyMap<string, OwnProperty>;
  /** The value types that it describes. */
  readonly types: OwnTypes;
  readonly faults: readonly ExtensionFault[];
}

export const extensionNamespace = 'http://www.aiim.org/pdfa/ns/extension/';

/** What an item of a description has: fields of text that have to be there, and sequences that may. */
interface Holder {
  readonly prefix: string;
  readonly namespace: string;
  readonly texts: readonly string[];
  readonly sequences: readonly string[];
}

const holders = {
  schema: {
    prefix: 'pdfaSchema',
    namespace: 'http://www.aiim.org/pdfa/ns/schema#',
    texts: ['schema', 'namespaceURI', 'prefix'],
    sequences: ['property', 'valueType'],
  },
  property: {
    prefix: 'pdfaProperty',
    namespace: 'http://www.aiim.org/pdfa/ns/property#',
    texts: ['name', 'valueType', 'category', 'description'],
    sequences: [],
  },
  valueType: {
    prefix: 'pdfaType',
    namespace: 'http://www.aiim.org/pdfa/ns/type#',
    texts: ['type', 'namespaceURI', 'prefix', 'description'],
    sequences: ['field'],
  },
  field: {
    prefix: 'pdfaField',
    namespace: 'http://www.aiim.org/pdfa/ns/field#',
    texts: ['name', 'valueType', 'description'],
    sequences: [],
  },
} as const satisfies Readonly<Record<string, Holder>>;

/** Reads the description in a packet; that of a part of the document may use the types of the document. */
export function readExtensions(
  properties: readonly XmpProperty[],
  edition: Edition,
  inherited: OwnTypes = new Map(),
): Extensions {
  const reader = new ExtensionReader(edition, inherited);
  for (const { namespace, name, prefix, value } of properties) {
    if (namespace === extensionNamespace && name === 'schemas') reader.container(prefix, value);
  }
  return reader;
}

class ExtensionReader implements Extensions {
  readonly properties = new Map<string, OwnProperty>();
  readonly types = new Map<string, Structure>();
  readonly faults: ExtensionFault[] = [];

  constructor(
    readonly edition: Edition,
    readonly inherited: OwnTypes,
  ) {}

  /** `pdfaExtension:schemas`, a bag of schemas. */
  container(prefix: string, value: XmpValue): void {
    const isBag = value.kind === 'array' && value.form === 'Bag';
    if (!isBag || prefix !== 'pdfaExtension') this.#report('PDFA-EXTENSION-CONTAINER');
    if (value.kind === 'array') for (const one of value.items) this.#schema(one);
  }

  #schema(schema: XmpValue): void {
    this.#look(schema, holders.schema);
    const namespace = textOf(schema, holders.schema, 'namespaceURI');
    const own = this.#types(itemsOf(schema, holders.schema, 'valueType'));
    for (const item of itemsOf(schema, holders.schema, 'property')) {
      this.#look(item, holders.property);
      const category = textOf(item, holders.property, 'category');
      if (category !== undefined && category !== 'internal' && category !== 'external') {
        this.#report('PDFA-EXTENSION-CATEGORY', { category });
      }
      const name = textOf(item, holders.property, 'name');
      const type = this.#typeOf(item, holders.property, own);
      if (namespace !== undefined && name !== undefined && type !== undefined) {
        this.properties.set(`${namespace} ${name}`, { type, own });
      }
    }
  }

  /** The value types that a schema can name: its own, each of whose fields may have any of them, and those inherited. */
  #types(items: readonly XmpValue[]): OwnTypes {
    const described = items.flatMap((item) => {
      this.#look(item, holders.valueType);
      const type = textOf(item, holders.valueType, 'type')?.trim().toLowerCase();
      const namespace = textOf(item, holders.valueType, 'namespaceURI');
      const fields = itemsOf(item, holders.valueType, 'field');
      for (const field of fields) this.#look(field, holders.field);
      return type === undefined || namespace === undefined ? [] : [{ type, namespace, fields }];
    });
    const since = 2004;
    const named = new Map<string, Structure>([
      ...this.inherited,
      ...described.map(
        ({ type, namespace }) => [type, { namespace, since, fields: new Map<string, string>() }] as const,
      ),
    ]);
    for (const { type, namespace, fields } of described) {
      const own = new Map(fields.flatMap((field) => this.#field(field, named)));
      this.types.set(type, { namespace, since, fields: own });
      named.set(type, { namespace, since, fields: own });
    }
    return named;
  }

  #field(field: XmpValue, own: OwnTypes): readonly (readonly [name: string, type: string])[] {
    const name = textOf(field, holders.field, 'name');
    const type = this.#typeOf(field, holders.field, own);
    return name === undefined || type === undefined ? [] : [[name, type]];
  }

  /** The value type of a property or field, when there is such a type. */
  #typeOf(item: XmpValue, holder: Holder, own: OwnTypes): string | undefined {
    const type = textOf(item, holder, 'valueType');
    if (type === undefined || isType(type, this.edition, own)) return type;
    this.#report('PDFA-EXTENSION-TYPE', { type });
    return undefined;
  }

  /** Looks whether an item has the fields of its kind, written as they have to be, and no others. */
  #look(item: XmpValue, holder: Holder): void {
    for (const name of holder.texts) {
      const field = fieldOf(item, holder, name);
      const good = field?.value.kind === 'simple' && field.prefix === holder.prefix;
      if (!good) this.#report('PDFA-EXTENSION-FIELD', { field: `${holder.prefix}:${name}`, form: 'Text' });
    }
    for (const name of holder.sequences) {
      const field = fieldOf(item, holder, name);
      const isSequence = field?.value.kind === 'array' && field.value.form === 'Seq';
      if (!field || (isSequence && field.prefix === holder.prefix)) continue;
      this.#report('PDFA-EXTENSION-FIELD', { field: `${holder.prefix}:${name}`, form: 'Seq' });
    }
    const known = [...holder.texts, ...holder.sequences];
    for (const { namespace, prefix, name } of item.kind === 'struct' ? item.fields : []) {
      if (namespace === holder.namespace && known.includes(name)) continue;
      this.#report('PDFA-EXTENSION-UNKNOWN', { field: `${prefix}:${name}` });
    }
  }

  #report(code: ConformanceCode, values: Diagnostic['values'] = {}): void {
    this.faults.push({ code, values });
  }
}

function fieldOf(item: XmpValue, holder: Holder, name: string): XmpProperty | undefined {
  if (item.kind !== 'struct') return undefined;
  return item.fields.find((field) => field.namespace === holder.namespace && field.name === name);
}

function textOf(item: XmpValue, holder: Holder, name: string): string | undefined {
  const value = fieldOf(item, holder, name)?.value;
  return value?.kind === 'simple' ? value.text : undefined;
}

function itemsOf(item: XmpValue, holder: Holder, name: string): readonly XmpValue[] {
  const value = fieldOf(item, holder, name)?.value;
  return value?.kind === 'array' ? value.items : [];
}
