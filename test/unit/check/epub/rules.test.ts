/** The rules of our own beside epubcheck-ts: each with a document that keeps it and one that breaks it. */
import { describe, expect, it } from 'vitest';
import { checkRulesAlone } from '../../../../src/check/epub/standard/check-rules.js';
import type { DocumentKind } from '../../../../src/check/epub/check-document.js';
import { readXml } from '../../../../src/document/read-xml.js';

function codes(text: string, kind: DocumentKind): readonly string[] {
  const xml = readXml(text);
  if (!xml.ok) throw new Error(`line ${xml.line}`);
  return checkRulesAlone(xml.root, 'x', kind).map(({ code }) => code);
}

const page = (body: string, root = ''): readonly string[] =>
  codes(
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" ${root}><head><title>a</title></head><body>${body}</body></html>`,
    'xhtml',
  );
const opf = (root: string, rest: string): readonly string[] =>
  codes(`<package xmlns="http://www.idpf.org/2007/opf" version="3.0" ${root}>${rest}</package>`, 'package');

describe('prefixes', () => {
  it.each([
    ['foaf: http://xmlns.com/foaf/spec/', []],
    ['foaf http://xmlns.com/foaf/spec/', ['EPUB-OPF-004C']],
    ['dbp : http://dbpedia.org/ontology/', ['EPUB-OPF-004C']],
    ['foaf:http://xmlns.com/foaf/spec/', ['EPUB-OPF-004D']],
    ['_: http://example.org/', ['EPUB-OPF-007A']],
    ['meta: http://idpf.org/epub/vocab/package/meta/#', ['EPUB-OPF-007B']],
    ['dc: http://purl.org/dc/elements/1.1/', ['EPUB-OPF-007C']],
    [
      'a http://example.org/ b: http://example.com/ c http://example.net/',
      ['EPUB-OPF-004C', 'EPUB-OPF-004C'],
    ],
  ])('declared as %j give %j', (prefix, expected) => {
    expect(opf(`prefix="${prefix}"`, '')).toEqual(expected);
    expect(page('', `epub:prefix="${prefix}"`)).toEqual(expected);
  });

  it('are declared where epub:type uses them', () => {
    const typed = '<p epub:type="bodymatter my:part">a</p>';
    expect(page(typed)).toEqual(['EPUB-OPF-028']);
    expect(page(typed, 'epub:prefix="my: http://example.org/"')).toEqual([]);
    expect(page('<p epub:type="msv:byline">a</p>')).toEqual([]);
    const smil = (attributes: string): readonly string[] =>
      codes(
        `<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" ${attributes}><body epub:type="msv:byline"/></smil>`,
        'overlay',
      );
    expect(smil('')).toEqual(['EPUB-OPF-028']);
    expect(smil('epub:prefix="msv: http://example.org/"')).toEqual([]);
  });
});

describe('addresses', () => {
  it.each([
    ['b.xhtml#p1', []],
    ['', []],
    ['../ảnh/bìa%20sách.jpg', []],
    ['https://example.org:8080/a?b=c&amp;d#e', []],
    ['http://[::1]/a', []],
    ['mailto:a@example.org', []],
    ['javascript:void [0]', []],
    ['file:///home/a/b.xhtml', ['EPUB-RSC-030']],
    ['data:text/html,a', ['EPUB-RSC-029']],
    ['b.xhtml?a=1', ['EPUB-RSC-033']],
    ['b.xhtml#a?b', []],
    ['https://www.example .com', ['EPUB-RSC-020']],
    ['https:/www.example.com', ['EPUB-RSC-020']],
    ['https:www.example.com', ['EPUB-RSC-020']],
    ['a.opf#epubcfi(/6/4[ct]!/4)', ['EPUB-RSC-020']],
    ['a 100%.xhtml', ['EPUB-RSC-020']],
    ['a|b.xhtml', ['EPUB-RSC-020']],
  ])('%j in a link gives %j', (url, expected) => {
    expect(page(`<a href="${url}">a</a>`)).toEqual(expected);
  });

  it('of pictures may be data, those of style sheets are looked at', () => {
    expect(page('<img src="data:image/png;base64,AA==" alt="a"/>')).toEqual([]);
    expect(page('<object data="file:a.mp4"></object>')).toEqual(['EPUB-RSC-030']);
    expect(page('<style>@import url(file:a.css); p { background: url(b.png) }</style>')).toEqual([
      'EPUB-RSC-030',
    ]);
  });

  it('may have a query where a base leads out of the book', () => {
    expect(page('<base href="https://example.org/"/><a href="/a?b=c">a</a>')).toEqual([]);
    expect(page('<base href="b/"/><a href="a?b=c">a</a>')).toEqual(['EPUB-RSC-033']);
  });
});

describe('a package document', () => {
  const item = (href: string): readonly string[] =>
    opf('', `<manifest><item id="a" href="${href}" media-type="application/xhtml+xml"/></manifest>`);

  it.each([
    ['a/b%20c.xhtml', []],
    ['https://example.org/a:b?c', []],
    ['content_%7C.xhtml', ['EPUB-PKG-009']],
    ['a*b.xhtml', ['EPUB-PKG-009']],
    ['a%.xhtml', []],
  ])('with the name %j gives %j', (href, expected) => {
    expect(item(href)).toEqual(expected);
  });

  it('has a document that is read in its turn', () => {
    const spine = (...linear: string[]): readonly string[] =>
      opf('', `<spine>${linear.map((one) => `<itemref idref="a" linear="${one}"/>`).join('')}</spine>`);
    expect(spine('no', 'yes')).toEqual([]);
    expect(spine('no', ' no ')).toEqual(['EPUB-OPF-033']);
  });
});
