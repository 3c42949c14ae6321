import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../../../src/check/pdf/check-pdf.js';
import type { StandardName } from '../../../../src/check/pdf/conformance/standards.js';
import { metadataCodes } from '../../../../src/conformance-codes/metadata.js';
import { describe as describeDiagnostic } from '../../../../src/diagnostic.js';
import { metadata, stream, tinyPdf, xmpPacket, type TinyObjects } from '../../../support/tiny-pdf.js';

const catalog =
  '<< /Type /Catalog /Pages 2 0 R /Metadata 8 0 R /ViewerPreferences << /DisplayDocTitle true >> >>';

/** What identifies a file of each standard, and the title that PDF/UA asks for. */
const title = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Nhan đề</rdf:li></rdf:Alt></dc:title>';
const identified: Readonly<Partial<Record<StandardName, string>>> = {
  'pdfa-1a': '<pdfaid:part>1</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
  'pdfa-1b': '<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>',
  'pdfa-2b': '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>',
  'pdfa-3u': '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>',
  'pdfa-4': '<pdfaid:part>4</pdfaid:part><pdfaid:rev>2020</pdfaid:rev>',
  'pdfa-4f':
    '<pdfaid:part>4</pdfaid:part><pdfaid:rev>2020</pdfaid:rev><pdfaid:conformance>F</pdfaid:conformance>',
  'pdfua-1': `<pdfuaid:part>1</pdfuaid:part>${title}`,
  'pdfua-2': `<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>${title}`,
};

const packet2b = xmpPacket(identified['pdfa-2b'] ?? '');

/** The codes that are said of a file with these objects, each once. */
function saidOf(standard: StandardName, objects: TinyObjects, info = ''): readonly string[] {
  const bytes = tinyPdf(
    {
      1: catalog,
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
      7: `<< ${info} >>`,
      ...objects,
    },
    '/Info 7 0 R',
  );
  const { diagnostics } = checkPdf(bytes, 'a.pdf', { standards: [standard] });
  const found = diagnostics.filter(({ code }) => Object.hasOwn(metadataCodes, code));
  for (const one of found) {
    for (const language of ['vi', 'en'] as const) {
      expect(describeDiagnostic(one, language).message).not.toMatch(/[{}]|undefined/);
    }
  }
  return [...new Set(found.map(({ code }) => code))];
}

const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

/** Of a file whose packet has these properties beside those that identify it. */
function said(standard: StandardName, properties: string, info = '', more = ''): readonly string[] {
  const packet = xmpPacket((identified[standard] ?? '') + properties, more);
  return saidOf(standard, { 8: metadata(utf8(packet)) }, info);
}

describe('metadata', () => {
  it.each(Object.keys(identified) as StandardName[])('may be good by %s', (standard) => {
    expect(said(standard, '')).toEqual([]);
  });

  it('are in a stream that says so', () => {
    const packet = xmpPacket(identified['pdfa-1b'] ?? '');
    expect(saidOf('pdfa-1b', { 1: '<< /Type /Catalog /Pages 2 0 R >>' })).toEqual(['PDFA-METADATA']);
    expect(saidOf('pdfa-1b', { 8: stream(packet) })).toEqual(['PDFA-METADATA']);
    const hexadecimal = `${Buffer.from(packet).toString('hex')}>`;
    const filtered = stream(hexadecimal, '/Type /Metadata /Subtype /XML /Filter /ASCIIHexDecode');
    expect(saidOf('pdfa-1b', { 8: filtered })).toEqual(['PDFA-METADATA-FILTER']);
  });

  it('show no attribute of the header that is forbidden', () => {
    for (const attribute of ['bytes="9"', "encoding = 'UTF-8'"]) {
      const packet = xmpPacket(identified['pdfa-3u'] ?? '').replace('begin', `${attribute} begin`);
      expect(saidOf('pdfa-3u', { 8: metadata(packet) })).toEqual(['PDFA-XMP-HEADER']);
    }
  });

  it.each<[string, Buffer]>([
    ['UTF-16, big first', Buffer.from(`\ufeff${packet2b}`, 'utf16le').swap16()],
    ['UTF-16, small first', Buffer.from(packet2b, 'utf16le')],
    ['UTF-32', Buffer.from(Array.from(packet2b, (c) => [0, 0, 0, c.charCodeAt(0)]).flat())],
    ['UTF-32, small first', Buffer.from(Array.from(packet2b, (c) => [c.charCodeAt(0), 0, 0, 0]).flat())],
  ])('are read in %s, which only PDF/A-1 allows', (_what, bytes) => {
    const objects = { 8: metadata(bytes.toString('latin1')) };
    expect(saidOf('pdfa-2b', objects)).toEqual(['PDFA-XMP-UTF8']);
    expect(saidOf('pdfa-1b', objects)).toEqual(['PDFA-ID-PART']);
  });

  it('of a picture or a page are looked at from PDF/A-2 on', () => {
    const objects = {
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Metadata 9 0 R >>',
      9: metadata(xmpPacket('<xmp:Foo>a</xmp:Foo>')),
    };
    const main = (standard: StandardName): TinyObjects => ({
      8: metadata(xmpPacket(identified[standard] ?? '')),
    });
    expect(saidOf('pdfa-1b', { ...objects, ...main('pdfa-1b') })).toEqual([]);
    expect(saidOf('pdfa-2b', { ...objects, ...main('pdfa-2b') })).toEqual(['PDFA-XMP-PROPERTY']);
  });
});

describe('RDF', () => {
  const nickname = '<xmp:Nickname>a</xmp:Nickname>';
  it.each<[string, string, string]>([
    ['an attribute', '', 'xmp:Nickname="a"'],
    ['a resource', '<xmp:BaseURL rdf:resource="http://a/"/>', ''],
    [
      'a value with a qualifier',
      '<xmp:Nickname rdf:parseType="Resource"><rdf:value>a</rdf:value><dc:source>b</dc:source></xmp:Nickname>',
      '',
    ],
    [
      'a qualified node',
      '<xmp:Nickname><rdf:Description><rdf:value>a</rdf:value><dc:source>b</dc:source></rdf:Description></xmp:Nickname>',
      '',
    ],
    [
      'a structure of attributes',
      '<xmpMM:DerivedFrom st:documentID="a"/>',
      'xmlns:st="http://ns.adobe.com/xap/1.0/sType/ResourceRef#"',
    ],
    [
      'a typed node',
      '<xmpMM:DerivedFrom><dc:Thing><st:documentID>a</st:documentID></dc:Thing></xmpMM:DerivedFrom>',
      'xmlns:st="http://ns.adobe.com/xap/1.0/sType/ResourceRef#"',
    ],
    ['an empty array', '<dc:subject><rdf:Bag/></dc:subject>', ''],
    ['another prefix', '<d:source xmlns:d="http://purl.org/dc/elements/1.1/">a</d:source>', ''],
  ])('may be %s', (_what, properties, more) => {
    expect(said('pdfa-2b', properties, '', more)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['a property twice', nickname + nickname, ''],
    ['a property twice, once as an attribute', nickname, 'xmp:Nickname="b"'],
    ['text between properties', 'a', ''],
    ['a property without a namespace', '<Foo>a</Foo>', ''],
    ['text and an element', '<xmp:Nickname>a<dc:source>b</dc:source></xmp:Nickname>', ''],
    ['two arrays', '<dc:subject><rdf:Bag/><rdf:Bag/></dc:subject>', ''],
    ['XML as a value', '<xmp:Nickname rdf:parseType="Literal">a</xmp:Nickname>', ''],
    ['an item outside an array', '<rdf:li>a</rdf:li>', ''],
    ['an attribute without a namespace', '', 'foo="a"'],
    ['broken XML', '<dc:source>', ''],
  ])('is not %s', (_what, properties, more) => {
    expect(said('pdfa-2b', properties, '', more)).toEqual(['PDFA-XMP-SYNTAX', 'PDFA-ID']);
  });

  it('is about one thing', () => {
    const packet = xmpPacket(identified['pdfa-2b'] ?? '');
    const another = '<rdf:Description rdf:about="uuid:b"/></rdf:RDF>';
    const good = packet.replace('</rdf:RDF>', another);
    expect(saidOf('pdfa-2b', { 8: metadata(good) })).toEqual([]);
    const bad = good.replace('rdf:about=""', 'rdf:about="uuid:a"');
    expect(saidOf('pdfa-2b', { 8: metadata(bad) })).toEqual(['PDFA-XMP-SYNTAX', 'PDFA-ID']);
  });
});

describe('the document information dictionary of PDF/A-1', () => {
  const packet = `${title}<dc:creator><rdf:Seq><rdf:li>Hà</rdf:li></rdf:Seq></dc:creator><pdf:Keywords>–</pdf:Keywords><xmp:CreateDate>2020-05-01T07:00:00+07:00</xmp:CreateDate>`;
  it.each<[string, readonly string[]]>([
    ['/Title <FEFF004E00680061006E0020011111EC1>', ['PDFA-INFO-XMP']],
    ['/Title <EFBBBF4E68616E20C491E1BB81>', []],
    ['/Title (Nhan)', ['PDFA-INFO-XMP']],
    ['/Author (H\\340) /Keywords (\\205)', []],
    ['/Author (Ha)', ['PDFA-INFO-XMP']],
    ['/Subject ()', ['PDFA-INFO-XMP']],
    ['/Producer (a)', ['PDFA-INFO-XMP']],
    ['/CreationDate (D:20200501000000Z)', []],
    ["/CreationDate (D:20200430230000-01'00')", []],
    ['/CreationDate (D:20200501070000)', ['PDFA-INFO-XMP']],
    ['/ModDate (D:20200501070000)', ['PDFA-INFO-XMP']],
    ['/Trapped /False /Own (a)', []],
  ])('%s', (info, codes) => {
    expect(said('pdfa-1b', packet, info)).toEqual(codes);
    expect(said('pdfa-2b', packet, info)).toEqual([]);
  });

  it('names one author', () => {
    const two = '<dc:creator><rdf:Seq><rdf:li>a</rdf:li><rdf:li>b</rdf:li></rdf:Seq></dc:creator>';
    expect(said('pdfa-1b', two, '/Author (a)')).toEqual(['PDFA-INFO-XMP']);
    expect(said('pdfa-1b', two)).toEqual([]);
  });
});

describe('the identification', () => {
  const other = (standard: StandardName, from: string, to: string): readonly string[] => {
    const packet = xmpPacket(identified[standard] ?? '');
    expect(packet).toContain(from);
    return saidOf(standard, { 8: metadata(utf8(packet.replaceAll(from, to))) });
  };

  it.each<[StandardName, string, string, readonly string[]]>([
    ['pdfa-1b', 'part>1', 'part>2', ['PDFA-ID-PART']],
    ['pdfa-1b', '>B<', '>A<', []],
    ['pdfa-1b', '>B<', '>U<', ['PDFA-ID-LEVEL']],
    ['pdfa-1a', '>A<', '>B<', ['PDFA-ID-LEVEL']],
    ['pdfa-2b', '>B<', '>U<', []],
    ['pdfa-2b', '>B<', '>b<', ['PDFA-ID-LEVEL']],
    ['pdfa-3u', '>U<', '>B<', ['PDFA-ID-LEVEL']],
    ['pdfa-2b', 'pdfaid', 'pdfa', ['PDFA-ID-PREFIX']],
    ['pdfa-2b', 'pdfa/ns/id', 'pdfa', ['PDFA-XMP-PROPERTY', 'PDFA-ID']],
    ['pdfa-4', '>2020<', '><', ['PDFA-ID-REVISION']],
    ['pdfa-4', '<pdfaid:rev>', '<pdfaid:conformance/><pdfaid:rev>', ['PDFA-ID-LEVEL']],
    ['pdfa-4f', '>F<', '>E<', ['PDFA-ID-LEVEL']],
    ['pdfua-1', 'pdfuaid', 'ua', ['PDFUA-ID-PREFIX']],
    ['pdfua-1', 'pdfua/', 'ua/', ['PDFUA-ID']],
    ['pdfua-1', 'part>1', 'part>2', ['PDFUA-ID-PART']],
    ['pdfua-1', 'dc:title', 'dc:rights', ['PDFUA-TITLE']],
    ['pdfua-2', '>2024<', '>2023<', ['PDFUA-ID-REVISION']],
  ])('of %s: %s → %s', (standard, from, to, codes) => {
    expect(other(standard, from, to)).toEqual(codes);
  });

  it('comes with a title that the window shows', () => {
    const objects = { 8: metadata(utf8(xmpPacket(identified['pdfua-1'] ?? ''))) };
    const hidden = { ...objects, 1: catalog.replace('true', 'false') };
    expect(saidOf('pdfua-1', hidden)).toEqual(['PDFUA-DISPLAY-TITLE']);
  });
});
