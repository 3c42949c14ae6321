/**
 * XMP as RDF/XML (ISO 16684-1, 7): the XML of a packet in; out, its properties with their values, however
 * they are written: attributes, nested descriptions, `rdf:parseType`, typed nodes, qualifiers; or where it is
 * no RDF that XMP allows.
 */
import { elementsOf, xmlText, type XmlElement } from '../../../../document/read-xml.js';

export interface XmpProperty {
  /** Prefix as written. */
  readonly prefix: string;
  readonly namespace: string;
  readonly name: string;
  readonly value: XmpValue;
}

/** A value; qualifiers other than its language are left out. */
export type XmpValue = { readonly lang?: string } & (
  | { readonly kind: 'simple'; readonly text: string }
  | { readonly kind: 'array'; readonly form: string; readonly items: readonly XmpValue[] }
  | { readonly kind: 'struct'; readonly fields: readonly XmpProperty[] }
);

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const arrayForms = ['Bag', 'Seq', 'Alt'];
/** What may stand beside a property without being one of its fields. */
const ownAttributes = ['about', 'ID', 'nodeID', 'datatype', 'parseType', 'resource'];

export type XmpResult =
  | { readonly ok: true; readonly properties: readonly XmpProperty[] }
  /** `where`: the element, attribute or property in question, as written. */
  | { readonly ok: false; readonly where: string };

/** Internal: the RDF is none that XMP allows. */
class NoXmp extends Error {
  constructor(readonly where: string) {
    super();
  }
}

/** Reads all properties of a packet. */
export function readXmp(root: XmlElement): XmpResult {
  try {
    return { ok: true, properties: readProperties(root) };
  } catch (error) {
    if (error instanceof NoXmp) return { ok: false, where: error.where };
    throw error;
  }
}

function readProperties(root: XmlElement): readonly XmpProperty[] {
  const found = [...elementsOf(root)].find((element) => isRdf(element, 'RDF'));
  if (!found) throw new NoXmp('rdf:RDF');
  const descriptions = children(found);
  const other = descriptions.find((one) => !isRdf(one, 'Description'));
  if (other) throw new NoXmp(nameOf(other));
  // All of a packet is about one resource (7.4).
  const about = new Set(descriptions.map((one) => rdfAttribute(one, 'about') ?? '').filter(Boolean));
  if (about.size > 1) throw new NoXmp('rdf:about');
  return distinct(descriptions.flatMap(propertiesOf));
}

/** A name as written. */
function nameOf({ prefix, name }: { readonly prefix: string; readonly name: string }): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

/** The properties of a node, as attributes and as elements. */
function propertiesOf(node: XmlElement): readonly XmpProperty[] {
  return [...attributesOf(node), ...children(node).map(propertyOf)];
}

function propertyOf(element: XmlElement): XmpProperty {
  const { prefix, namespace, name } = element;
  const reserved = ['li', 'value', 'Description', 'RDF', 'ID', 'about', 'parseType', 'resource', 'nodeID'];
  if (namespace === '' || (namespace === rdf && reserved.includes(name))) throw new NoXmp(nameOf(element));
  return { prefix, namespace, name, value: valueOf(element) };
}

/** Every attribute that is a property of the node. */
function attributesOf(node: XmlElement): readonly XmpProperty[] {
  const found: XmpProperty[] = [];
  for (const [key, text] of node.attributes) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
    const [prefix, name] = key.includes(':') ? key.split(':', 2) : ['', key];
    const namespace = prefix === '' ? '' : node.prefixes.get(prefix ?? '');
    if ((namespace === rdf || namespace === '') && ownAttributes.includes(name ?? '')) continue;
    const known = namespace !== rdf || name === 'value' || name === 'type';
    if (namespace === undefined || namespace === '' || !known) throw new NoXmp(key);
    found.push({ prefix: prefix ?? '', namespace, name: name ?? '', value: { kind: 'simple', text } });
  }
  return found;
}

/** The value of a property element or of an item of an array. */
function valueOf(element: XmlElement): XmpValue {
  const attributes = attributesOf(element);
  const lang = attributes.find(({ namespace, name }) => namespace === xmlNamespace && name === 'lang');
  const fields = attributes.filter((one) => one !== lang);
  const value = unqualifiedValue(element, fields);
  return lang?.value.kind === 'simple' ? { ...value, lang: lang.value.text } : value;
}

function unqualifiedValue(element: XmlElement, fields: readonly XmpProperty[]): XmpValue {
  const parseType = rdfAttribute(element, 'parseType');
  if (parseType !== undefined) {
    if (parseType !== 'Resource' || fields.length > 0) throw new NoXmp(nameOf(element));
    return structOf(fieldsOf(element));
  }
  const resource = rdfAttribute(element, 'resource');
  const empty = element.children.length === 0;
  if (resource !== undefined && empty) return { kind: 'simple', text: resource };
  if (fields.length > 0 && empty) return structOf(fields);
  if (resource !== undefined || fields.length > 0) throw new NoXmp(nameOf(element));
  if (!element.children.some(({ type }) => type === 'element')) {
    return { kind: 'simple', text: xmlText(element) };
  }
  const [node, more] = children(element);
  if (!node || more) throw new NoXmp(nameOf(element));
  return node.namespace === rdf && arrayForms.includes(node.name) ? arrayOf(node) : nodeOf(node);
}

function arrayOf(node: XmlElement): XmpValue {
  if (attributesOf(node).length > 0) throw new NoXmp(nameOf(node));
  return { kind: 'array', form: node.name, items: children(node).map(valueOf) };
}

/** A description, or a node with a type for a name. */
function nodeOf(node: XmlElement): XmpValue {
  if (node.namespace === '') throw new NoXmp(nameOf(node));
  return structOf([...attributesOf(node), ...fieldsOf(node)]);
}

function fieldsOf(node: XmlElement): readonly XmpProperty[] {
  return children(node).map((element) =>
    isRdf(element, 'value')
      ? { prefix: element.prefix, namespace: rdf, name: 'value', value: valueOf(element) }
      : propertyOf(element),
  );
}

/** Fields; where one is `rdf:value`, that value, and the others qualify it. */
function structOf(fields: readonly XmpProperty[]): XmpValue {
  const all = distinct(fields);
  const value = all.find(({ namespace, name }) => namespace === rdf && name === 'value');
  return value ? value.value : { kind: 'struct', fields: all };
}

/** No property twice (7.4). */
function distinct(properties: readonly XmpProperty[]): readonly XmpProperty[] {
  const seen = new Set<string>();
  for (const property of properties) {
    const key = `${property.namespace} ${property.name}`;
    if (seen.has(key)) throw new NoXmp(nameOf(property));
    seen.add(key);
  }
  return properties;
}

/** The elements in an element that holds nothing else. */
function children(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((node) => {
    if (node.type === 'element') return [node];
    if (node.value.trim() !== '') throw new NoXmp(nameOf(element));
    return [];
  });
}

function isRdf({ namespace, name }: XmlElement, local: string): boolean {
  return namespace === rdf && name === local;
}

/** An attribute of RDF, which older writers leave without a prefix. */
function rdfAttribute({ attributes, prefixes }: XmlElement, name: string): string | undefined {
  for (const [key, value] of attributes) {
    const [prefix, local] = key.includes(':') ? key.split(':', 2) : ['', key];
    if (local === name && (prefix === '' || prefixes.get(prefix ?? '') === rdf)) return value;
  }
  return undefined;
}
