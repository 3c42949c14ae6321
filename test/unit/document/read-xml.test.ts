import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  elementsOf,
  readXml,
  xmlText,
  type XmlElement,
} from '../../../src/document/read-xml.js';

function root(source: string): XmlElement {
  const result = readXml(source);
  if (!result.ok) throw new Error(`line ${result.line}, column ${result.column}`);
  return result.root;
}

describe('reading XML', () => {
  it('reads elements, attributes, text and references', () => {
    const found = root(
      '<?xml version="1.0"?><!-- a --><!DOCTYPE html><a b="1 &amp; 2" c=\'"\'>x&#7841;<b/>&lt;<![CDATA[<&>]]></a>\n<?p i?>',
    );
    expect([...found.attributes]).toEqual([
      ['b', '1 & 2'],
      ['c', '"'],
    ]);
    expect(xmlText(found)).toBe('xạ<<&>');
  });

  it('knows namespaces by prefix and by default', () => {
    const found = root('<p:a xmlns:p="urn:p" xmlns="urn:d"><b p:c="1" c="2"/></p:a>');
    const b = [...elementsOf(found)][1];
    expect([found.name, found.namespace, b?.name, b?.namespace]).toEqual(['a', 'urn:p', 'b', 'urn:d']);
    expect(b && attributeOf(b, 'urn:p', 'c')).toBe('1');
  });

  it('keeps line and column of elements', () => {
    const places = [...elementsOf(root('<a>\n\n <b/><c>\r\n</c><d/></a>'))].map((e) => [e.line, e.column]);
    expect(places).toEqual([
      [1, 1],
      [3, 2],
      [3, 6],
      [4, 5],
    ]);
  });

  it.each([
    ['<a>', 1, 4],
    ['<a></b>', 1, 4],
    ['<a>\n<b></a>', 2, 4],
    ['<a b=1/>', 1, 6],
    ['<a b="1" b="2"/>', 1, 11],
    ['<a b="1"c="2"/>', 1, 9],
    ['<a>&nbsp;</a>', 1, 4],
    ['<a>x & y</a>', 1, 6],
    ['<a><!-- a -- b --></a>', 1, 4],
    ['<a/><b/>', 1, 5],
    ['<p:a/>', 1, 1],
    ['<a>\u0001</a>', 1, 4],
    ['', 1, 1],
    ['<!DOCTYPE a [<!ENTITY x "y"]><a/>', 1, 1],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "y.txt">]><a>&x;</a>', 1, 45],
    ['<!DOCTYPE a [<!ENTITY x "<b>">]><a>&x;</a>', 1, 36],
    ['<!DOCTYPE a [<!ENTITY x "&y;&y;"><!ENTITY y "&x;<b/>">]><a>&x;</a>', 1, 60],
    ['<a x:b="1"/>', 1, 1],
  ])('%j is wrong in line %i, column %i', (source, line, column) => {
    expect(readXml(source)).toMatchObject({ ok: false, line, column });
  });

  it('puts in the entities that a document declares', () => {
    const subset = '<!-- > --><!ENTITY ten "Đồng"><!ENTITY ca "&ten; &#272;&#38;lt;"><!ELEMENT a ANY><?p ]?>';
    const read = readXml(
      `<!DOCTYPE a PUBLIC "x>" 'y' [${subset}<!ENTITY m '<i>&ten;</i>'> ]><a b="&ten;">&ca;&m;</a>`,
    );
    expect(read.ok && xmlText(read.root)).toBe('Đồng Đ<Đồng');
    expect(read.ok && read.root.attributes.get('b')).toBe('Đồng');
    expect(read.ok && read.root.children.map((child) => child.type)).toEqual(['text', 'element']);
  });

  it('refuses what is nested beyond reason', () => {
    expect(readXml('<a>'.repeat(100_000)).ok).toBe(false);
  });
});
