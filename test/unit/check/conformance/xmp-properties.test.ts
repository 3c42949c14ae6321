import { describe, expect, it } from 'vitest';
import { readExtensions } from '../../../../src/check/pdf/conformance/metadata/extension-schemas.js';
import { readXmp, type XmpProperty } from '../../../../src/check/pdf/conformance/metadata/read-xmp.js';
import { predefinedType } from '../../../../src/check/pdf/conformance/metadata/schemas.js';
import { hasType, isType, type Edition } from '../../../../src/check/pdf/conformance/metadata/value-types.js';
import { readPacket } from '../../../../src/check/pdf/read-packet.js';
import { xmpPacket } from '../../../support/tiny-pdf.js';

const namespaces: Readonly<Record<string, string>> = {
  exif: 'http://ns.adobe.com/exif/1.0/',
  g: 'http://ns.adobe.com/xap/1.0/g/',
  img: 'http://ns.adobe.com/xap/1.0/g/img/',
  dim: 'http://ns.adobe.com/xap/1.0/sType/Dimensions#',
  evt: 'http://ns.adobe.com/xap/1.0/sType/ResourceEvent#',
  fnt: 'http://ns.adobe.com/xap/1.0/sType/Font#',
  job: 'http://ns.adobe.com/xap/1.0/sType/Job#',
  ref: 'http://ns.adobe.com/xap/1.0/sType/ResourceRef#',
  ver: 'http://ns.adobe.com/xap/1.0/sType/Version#',
  dm: 'http://ns.adobe.com/xmp/1.0/DynamicMedia/',
  own: 'http://example.org/own/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
  pdfaType: 'http://www.aiim.org/pdfa/ns/type#',
  pdfaField: 'http://www.aiim.org/pdfa/ns/field#',
};
const declared = Object.entries(namespaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);

function read(properties: string): readonly XmpProperty[] {
  const { root } = readPacket(Buffer.from(xmpPacket(properties, declared.join(' '))));
  const xmp = root && readXmp(root);
  return xmp?.ok ? xmp.properties : [];
}

/** The value of one property, from what stands in its element. */
function value(content: string): XmpProperty['value'] {
  const [property] = read(`<own:p>${content}</own:p>`);
  if (!property) throw new Error(`no XMP: ${content}`);
  return property.value;
}

const list = (form: string, ...items: readonly string[]): string =>
  `<rdf:${form}>${items.map((item) => `<rdf:li>${item}</rdf:li>`).join('')}</rdf:${form}>`;
const struct = (fields: string): string => `<rdf:Description>${fields}</rdf:Description>`;
const time = struct('<dm:value>5</dm:value><dm:scale>1/25</dm:scale>');

describe('a value', () => {
  it.each<[type: string, good: readonly string[], bad: readonly string[]]>([
    ['Text', ['a', '', '12'], [list('Bag', 'a'), struct('<own:a>1</own:a>')]],
    ['Boolean', ['True', 'False'], ['true', '1', '']],
    ['Integer', ['0', '-5', '+5'], ['5.0', ' 5', '', 'năm']],
    ['Real', ['1', '1.5', '.5', '-1.'], ['1/2', '1e5', '']],
    ['Rational', ['1/2', '-1/3', '8'], ['some', list('Seq', '1/2')]],
    [
      'Date',
      [
        '2020',
        '2020-05',
        '2020-05-01',
        '2020-05-01T07:00',
        '2020-05-01T07:00:10.5+07:00',
        '2020-05-01T00:00:00Z',
      ],
      ['D:20200501', '2020-05-01 07:00', '2020-05-01T07:00:10Z+07:00', 'nay'],
    ],
    ['MIMEType', ['application/pdf', 'image/svg+xml'], ['pdf', 'text/plain; a=b', '']],
    ['GPSCoordinate', ['67,19,26S', '105,50.75E'], ['67,19,26', '67.5N', '']],
    ['URL', ['http://a/', 'a b'], [list('Bag', 'http://a/')]],
    [
      'Lang Alt',
      ['<rdf:Alt><rdf:li xml:lang="vi">a</rdf:li></rdf:Alt>', '<rdf:Alt/>'],
      ['a', list('Alt', 'a'), '<rdf:Bag><rdf:li xml:lang="vi">a</rdf:li></rdf:Bag>'],
    ],
    ['Bag Text', [list('Bag', 'a', 'b'), '<rdf:Bag/>'], ['a', list('Seq', 'a')]],
    ['Seq Integer', [list('Seq', '1', '2')], [list('Seq', '1', 'b'), list('Bag', '1')]],
    ['closed Choice of Integer', ['1'], ['a']],
    ['open choice', ['a'], [list('Bag', 'a')]],
    ['bag closed choice of Text', [list('Bag', 'a')], ['a']],
    [
      'Dimensions',
      [struct('<dim:w>1.5</dim:w><dim:unit>mm</dim:unit>')],
      ['1*2', struct('<dim:w>b</dim:w>'), struct('<own:w>1</own:w>')],
    ],
    [
      'ResourceRef',
      [struct('<ref:documentID>a</ref:documentID>'), struct('')],
      ['a', struct('<ref:lastURL>a</ref:lastURL>')],
    ],
    [
      'Seq ResourceEvent',
      [list('Seq', struct('<evt:when>2020</evt:when>'))],
      [list('Seq', 'a'), list('Seq', struct('<evt:when>nay</evt:when>'))],
    ],
    [
      'Version',
      [struct(`<ver:event>${struct('<evt:action>a</evt:action>')}</ver:event>`)],
      [struct('<ver:event>a</ver:event>')],
    ],
    ['Bag Job', [list('Bag', struct('<job:name>a</job:name>'))], ['a']],
    ['Thumbnail', [struct('<img:width>1</img:width>')], [struct('<img:width>a</img:width>')]],
    ['Flash', [struct('<exif:Fired>True</exif:Fired>')], [struct('<exif:Fired>yes</exif:Fired>')]],
    ['OECF/SFR', [struct(`<exif:Values>${list('Seq', '1/2')}</exif:Values>`)], ['a']],
    ['CFAPattern', [struct(`<exif:Values>${list('Seq', '1')}</exif:Values>`)], ['a']],
    ['DeviceSettings', [struct(`<exif:Settings>${list('Seq', 'a')}</exif:Settings>`)], ['a']],
    ['Font', [struct('<fnt:composite>True</fnt:composite>')], [struct('<fnt:composite>1</fnt:composite>')]],
    ['Colorant', [struct('<g:cyan>1.5</g:cyan>')], [struct('<g:red>1.5</g:red>')]],
    ['Time', [time], ['00:10']],
    ['Marker', [struct(`<dm:startTime>${time}</dm:startTime>`)], [struct('<dm:startTime>0</dm:startTime>')]],
    ['Nothing', [], ['a']],
  ])('of the type %s', (type, good, bad) => {
    expect(good.filter((one) => !hasType(value(one), type, 2005))).toEqual([]);
    expect(bad.filter((one) => hasType(value(one), type, 2005))).toEqual([]);
  });

  it('has a type of its edition', () => {
    const types = [
      'Text',
      'lang alt',
      'Bag ProperName',
      'Seq Version',
      'choice',
      'Font',
      'Bag Time',
      'bag of Text',
      'Any',
    ];
    const known = (edition: Edition): readonly string[] => types.filter((type) => isType(type, edition));
    expect(known(2004)).toEqual(types.slice(0, 5));
    expect(known(2005)).toEqual(types.slice(0, 7));
  });
});

describe('RDF that XMP does not allow', () => {
  it.each([
    ['<own:p>a</own:p><own:p>b</own:p>', 'own:p'],
    ['a', 'rdf:Description'],
    ['<own:p foo="1"/>', 'foo'],
    ['<own:p rdf:parseType="Literal"/>', 'own:p'],
  ])('%s is found at %s', (properties, where) => {
    const { root } = readPacket(Buffer.from(xmpPacket(properties, declared.join(' '))));
    expect(root && readXmp(root)).toEqual({ ok: false, where });
  });

  it('and XML that is broken are found at a line and column', () => {
    expect(readPacket(Buffer.from('<a>\n<b></a>')).broken).toBe('2:4');
  });
});

describe('a predefined property', () => {
  it.each<[string, string, string | undefined, string | undefined]>([
    ['http://purl.org/dc/elements/1.1/', 'title', 'Lang Alt', 'Lang Alt'],
    ['http://purl.org/dc/elements/1.1/', 'Title', undefined, undefined],
    ['http://ns.adobe.com/xap/1.0/', 'Rating', undefined, 'Real'],
    ['http://ns.adobe.com/photoshop/1.0/', 'SupplementalCategories', 'Text', 'Bag Text'],
    ['http://ns.adobe.com/exif/1.0/', 'GPSMeasureMode', 'Integer', 'Text'],
    ['http://ns.adobe.com/exif/1.0/', 'MakerNote', 'Text', undefined],
    ['http://ns.adobe.com/camera-raw-settings/1.0/', 'ToneCurve', undefined, 'Seq Text'],
    ['http://www.aiim.org/pdfa/ns/id/', 'corr', undefined, 'Text'],
    ['http://www.aiim.org/pdfua/ns/id/', 'part', undefined, undefined],
  ])('%s %s', (namespace, name, in2004, in2005) => {
    expect([predefinedType(namespace, name, 2004), predefinedType(namespace, name, 2005)]).toEqual([
      in2004,
      in2005,
    ]);
  });
});

describe('an extension schema', () => {
  const property = (type: string): string =>
    struct(
      `<pdfaProperty:name>size</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>a</pdfaProperty:description>`,
    );
  const field = struct(
    '<pdfaField:name>w</pdfaField:name><pdfaField:valueType>Integer</pdfaField:valueType><pdfaField:description>a</pdfaField:description>',
  );
  const valueType = struct(
    `<pdfaType:type>Size</pdfaType:type><pdfaType:namespaceURI>${namespaces['own'] ?? ''}</pdfaType:namespaceURI><pdfaType:prefix>own</pdfaType:prefix><pdfaType:description>a</pdfaType:description><pdfaType:field>${list('Seq', field)}</pdfaType:field>`,
  );
  const schemasIn = (container: string, sequence: string): string =>
    `<pdfaExtension:schemas>${list(container, struct(`<pdfaSchema:schema>Own</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespaces['own'] ?? ''}</pdfaSchema:namespaceURI><pdfaSchema:prefix>own</pdfaSchema:prefix><pdfaSchema:property>${list(sequence, property('Seq size'))}</pdfaSchema:property><pdfaSchema:valueType>${list('Seq', valueType)}</pdfaSchema:valueType>`))}</pdfaExtension:schemas>`;
  const schemas = schemasIn('Bag', 'Seq');

  const faults = (text: string): readonly string[] => [
    ...new Set(readExtensions(read(text), 2004).faults.map(({ code }) => code)),
  ];

  it('describes properties and value types', () => {
    const { properties, faults: none } = readExtensions(read(schemas), 2004);
    expect(none).toEqual([]);
    const found = properties.get(`${namespaces['own'] ?? ''} size`);
    expect(found?.type).toBe('Seq size');
    const has = (content: string): boolean =>
      found !== undefined && hasType(value(content), found.type, 2004, found.own);
    expect(has(list('Seq', struct('<own:w>5</own:w>')))).toBe(true);
    expect(has(list('Seq', struct('<own:w>a</own:w>')))).toBe(false);
    expect(has(list('Seq', struct('<own:h>5</own:h>')))).toBe(false);
    expect(has('5')).toBe(false);
  });

  it('is not the schema of a part, but may name the types of the document', () => {
    const { types } = readExtensions(read(schemas), 2004);
    const part = schemas.replace(/<pdfaSchema:valueType>.*?<\/pdfaSchema:valueType>/, '');
    expect(readExtensions(read(part), 2004).faults.map(({ code }) => code)).toEqual(['PDFA-EXTENSION-TYPE']);
    expect(readExtensions(read(part), 2004, types).faults).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ['<pdfaSchema:schema>Own</pdfaSchema:schema>', '', ['PDFA-EXTENSION-FIELD']],
    ['<pdfaProperty:description>a</pdfaProperty:description>', '', ['PDFA-EXTENSION-FIELD']],
    ['<pdfaField:description>a</pdfaField:description>', '', ['PDFA-EXTENSION-FIELD']],
    ['Seq size', 'Bag of Text', ['PDFA-EXTENSION-TYPE']],
    ['>Integer<', '>Whole<', ['PDFA-EXTENSION-TYPE']],
    ['>internal<', '>Internal<', ['PDFA-EXTENSION-CATEGORY']],
    ['<pdfaType:prefix>', '<pdfaType:more>b</pdfaType:more><pdfaType:prefix>', ['PDFA-EXTENSION-UNKNOWN']],
    ['</pdfaSchema:schema>', '</pdfaSchema:schema><own:more>b</own:more>', ['PDFA-EXTENSION-UNKNOWN']],
  ])('%s → %s', (from, to, codes) => {
    expect(schemas).toContain(from);
    expect(faults(schemas.replace(from, to))).toEqual(codes);
  });

  it('is in a bag, and lists in sequences', () => {
    expect(faults(schemasIn('Seq', 'Seq'))).toEqual(['PDFA-EXTENSION-CONTAINER']);
    expect(faults(schemasIn('Bag', 'Bag'))).toEqual(['PDFA-EXTENSION-FIELD']);
  });

  it.each(['pdfaSchema', 'pdfaProperty', 'pdfaType', 'pdfaField'])('has its prefix %s', (prefix) => {
    const renamed = schemas
      .replaceAll(`${prefix}:`, 'x:')
      .replace('<pdfaExtension:schemas>', `<pdfaExtension:schemas xmlns:x="${namespaces[prefix] ?? ''}">`);
    expect(faults(renamed)).toEqual(['PDFA-EXTENSION-FIELD']);
  });
});
