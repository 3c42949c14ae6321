/**
 * XMP (ISO 16684-1): a packet → the texts that say what a photograph shows, by the IPTC Photo Metadata
 * Standard 2023.1. A packet that is no well-formed XML says nothing.
 */
import { attributeOf, elementsOf, readXml, xmlText, type XmlElement } from '../document/read-xml.js';

/** The texts as they stand; several creators parted by commas. */
export interface XmpTexts {
  readonly description?: string;
  readonly credit?: string;
  readonly creator?: string;
  readonly rights?: string;
  /** ISO 8601. */
  readonly created?: string;
  readonly alt?: string;
  readonly extended?: string;
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const xml = 'http://www.w3.org/XML/1998/namespace';
const dc = 'http://purl.org/dc/elements/1.1/';
const photoshop = 'http://ns.adobe.com/photoshop/1.0/';
const iptcCore = 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/';

const properties: Readonly<Record<keyof XmpTexts, readonly [namespace: string, name: string]>> = {
  description: [dc, 'description'],
  credit: [photoshop, 'Credit'],
  creator: [dc, 'creator'],
  rights: [dc, 'rights'],
  created: [photoshop, 'DateCreated'],
  alt: [iptcCore, 'AltTextAccessibility'],
  extended: [iptcCore, 'ExtDescrAccessibility'],
};

/** The texts of a packet. */
export function xmpTexts(packet: Uint8Array): XmpTexts {
  // Some writers end the packet with NUL.
  const end = packet.indexOf(0);
  const read = readXml(new TextDecoder().decode(end < 0 ? packet : packet.subarray(0, end)));
  if (!read.ok) return {};
  const descriptions = [...elementsOf(read.root)].filter((each) => isRdf(each, 'Description'));
  const given = Object.entries(properties).map(([field, property]) => [
    field,
    valueOf(descriptions, property),
  ]);
  return Object.fromEntries(given.filter(([, text]) => text !== undefined));
}

function isRdf({ namespace, name }: XmlElement, local: string): boolean {
  return namespace === rdf && name === local;
}

/** A property is an attribute or a child of a description (ISO 16684-1, 7.4 and 7.9.2.2). */
function valueOf(
  descriptions: readonly XmlElement[],
  [namespace, name]: readonly [string, string],
): string | undefined {
  for (const description of descriptions) {
    const attribute = attributeOf(description, namespace, name);
    if (attribute !== undefined) return attribute;
    const child = childrenOf(description).find((each) => each.namespace === namespace && each.name === name);
    if (child) return textOf(child);
  }
  return undefined;
}

/** The text of a value: the default of several languages, all items of a list, or itself. */
function textOf(property: XmlElement): string {
  const list = childrenOf(property).find((each) => ['Alt', 'Seq', 'Bag'].some((kind) => isRdf(each, kind)));
  if (!list) return xmlText(property);
  const items = childrenOf(list).filter((each) => isRdf(each, 'li'));
  if (list.name !== 'Alt') return items.map((item) => xmlText(item).trim()).join(', ');
  const preferred = items.find((item) => attributeOf(item, xml, 'lang') === 'x-default') ?? items[0];
  return preferred ? xmlText(preferred) : '';
}

function childrenOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child) => child.type === 'element');
}
