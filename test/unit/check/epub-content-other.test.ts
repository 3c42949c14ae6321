/** Navigation documents, drawings, formulas and what EPUB adds to XHTML. */
import { describe, expect, it } from 'vitest';
import { contentFaults, inBody } from '../../support/content-faults.js';

const nav = (body: string): readonly string[] => contentFaults(inBody(body), 'nav');
const toc = '<nav epub:type="toc"><ol><li><a href="a">a</a></li></ol></nav>';
const list = (type: string, inside: string): string => `${toc}<nav epub:type="${type}">${inside}</nav>`;

describe('a navigation document', () => {
  it.each([
    [toc, []],
    [`${toc}<nav><p>free</p></nav>`, []],
    ['<p>a</p>', ['NAV-TOC']],
    [toc + toc, ['NAV-TWICE']],
    [list('page-list', '<h2>a</h2><ol><li><a href="a">1</a></li></ol>'), []],
    [list('page-list', '<p>a</p><ol><li><a href="a">1</a></li></ol>'), ['CHILD']],
    [list('page-list', '<ol/>'), ['INCOMPLETE']],
    [list('page-list', '<ol><li><span>a</span></li></ol>'), ['INCOMPLETE']],
    [list('page-list', '<ol><li><a href="a"> </a></li></ol>'), ['NAV-LABEL']],
    [list('page-list', '<ol><li><a href="a"><img src="a" alt="b"/></a></li></ol>'), []],
    [list('page-list', '<h2/><ol><li><a href="a">b</a></li></ol>'), ['NAV-LABEL']],
    [
      list('page-list', '<ol><li><a href="a">b</a><ol><li><a href="b">c</a></li></ol></li></ol>'),
      ['NAV-NESTED'],
    ],
    [list('lot', '<ol><li><a href="a">b</a></li></ol>'), ['NAV-HEADING']],
    [list('lot', '<h2>a</h2><ol><li><p>a</p><a href="a">b</a></li></ol>'), ['CHILD']],
    [list('landmarks', '<ol><li><a href="a" epub:type="toc">b</a></li></ol>'), []],
    [list('landmarks', '<ol><li><a href="a">b</a></li></ol>'), ['NAV-LANDMARK']],
    [
      list(
        'landmarks',
        '<ol><li><a href="a" epub:type="toc">b</a></li><li><a href="A" epub:type="TOC">b</a></li></ol>',
      ),
      ['NAV-LANDMARK-TWICE'],
    ],
  ])('%s gives %j', (body, expected) => {
    expect(nav(body)).toEqual(expected);
  });
});

describe('a drawing', () => {
  const svg = (inside: string, attributes = ''): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:epub="http://www.idpf.org/2007/ops" ${attributes}>${inside}</svg>`;
  const html = 'xmlns="http://www.w3.org/1999/xhtml"';

  it.each([
    ['<g epub:type="cover"><path d="M0 0" id="a"/></g><foo bar="1"/>', [], []],
    ['<defs epub:type="a"/>', ['ATTRIBUTE'], ['ATTRIBUTE']],
    ['<g id="1:a"/>', [], ['VALUE']],
    ['<g id="a b"/>', ['VALUE'], ['VALUE']],
    ['<g id="a"/><g id="a"/>', ['ID'], ['ID']],
    [`<foreignObject><p ${html}>a <b>c</b></p></foreignObject>`, [], []],
    [`<foreignObject><p ${html}><p>a</p></p></foreignObject>`, ['CHILD'], ['CHILD']],
    [`<foreignObject><title ${html}>a</title></foreignObject>`, ['CHILD'], ['CHILD']],
    [`<foreignObject><body ${html}><p>a</p></body></foreignObject>`, ['CHILD'], []],
    ['<title>a</title>', [], []],
    [`<title><b ${html} href="a">a</b></title>`, ['ATTRIBUTE'], ['ATTRIBUTE']],
    ['<title><g/></title>', ['CHILD'], ['CHILD']],
    [`<title><b ${html}><svg xmlns="http://www.w3.org/2000/svg"/></b></title>`, ['CHILD'], ['CHILD']],
  ])('%s gives %j in text and %j by itself', (inside, inText, alone) => {
    expect(contentFaults(inBody(svg(inside)))).toEqual(inText);
    expect(contentFaults(svg(inside), 'svg')).toEqual(alone);
  });
});

describe('a formula', () => {
  const math = (inside: string): readonly string[] =>
    contentFaults(inBody(`<p><math xmlns="http://www.w3.org/1998/Math/MathML">${inside}</math></p>`));
  const p = '<p xmlns="http://www.w3.org/1999/xhtml">a</p>';

  it.each([
    ['<mrow><mi>a</mi><mo stretchy="false">+</mo><mn>1</mn></mrow>', []],
    ['<mfrac><mi>a</mi><mi>b</mi></mfrac><msqrt><mi>a</mi><mi>b</mi></msqrt>', []],
    ['<mfrac><mi>a</mi></mfrac>', ['INCOMPLETE']],
    ['<msup><mi>a</mi><mi>b</mi><mi>c</mi></msup>', ['ORDER']],
    ['<mi><mn>1</mn></mi>', ['CHILD']],
    ['<mx/>', ['ELEMENT']],
    ['<mi mathvariant="Bold">a</mi>', ['VALUE']],
    ['<mspace width="0.2em"/><mspace width="thickmathspace"/>', []],
    ['<mspace width="wide"/>', ['VALUE']],
    ['<mi color="red" lang="vi">a</mi>', ['ATTRIBUTE']],
    ['<mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable>', []],
    ['<mtable><mtd><mi>a</mi></mtd></mtable>', ['CHILD']],
    ['<mtext>a <b xmlns="http://www.w3.org/1999/xhtml">b</b></mtext>', []],
    ['<apply><plus/><cn>1</cn></apply>', ['CHILD']],
    ['<semantics><mi>a</mi><annotation encoding="application/x-tex">a</annotation></semantics>', []],
    [
      '<semantics><mi>a</mi><annotation-xml encoding="MathML-Content" name="contentequiv"><apply><plus/><cn>1</cn></apply></annotation-xml></semantics>',
      [],
    ],
    [
      '<semantics><mi>a</mi><annotation-xml encoding="MathML-Content"><ci>a</ci></annotation-xml></semantics>',
      ['ATTRIBUTE-MISSING'],
    ],
    [
      `<semantics><mi>a</mi><annotation-xml encoding="application/xhtml+xml">${p}</annotation-xml></semantics>`,
      [],
    ],
    [
      `<semantics><mi>a</mi><annotation-xml encoding="application/html">${p}</annotation-xml></semantics>`,
      ['VALUE'],
    ],
    ['<mmultiscripts><mi>a</mi><mi>b</mi><none/><mprescripts/><none/><mi>c</mi></mmultiscripts>', []],
    ['<mmultiscripts><mi>a</mi><mi>b</mi></mmultiscripts>', ['INCOMPLETE']],
  ])('%s gives %j', (inside, expected) => {
    expect(math(inside)).toEqual(expected);
  });
});

describe('what EPUB adds', () => {
  it.each([
    [
      '<p><epub:switch><epub:case required-namespace="http://a"><x xmlns="http://a"/></epub:case><epub:default>a</epub:default></epub:switch></p>',
      ['DEPRECATED'],
    ],
    ['<p><epub:switch><epub:default>a</epub:default></epub:switch></p>', ['DEPRECATED', 'ORDER']],
    [
      '<p><epub:switch><epub:case required-namespace="http://a"/></epub:switch></p>',
      ['INCOMPLETE', 'DEPRECATED'],
    ],
    [
      '<p><epub:switch><epub:case/><epub:default><p>a</p></epub:default></epub:switch></p>',
      ['DEPRECATED', 'ATTRIBUTE-MISSING', 'CHILD'],
    ],
    [
      '<epub:trigger xmlns:ev="http://www.w3.org/2001/xml-events" action="play" ref="a" ev:event="click" ev:observer="b"/><p id="a"><i id="b"/></p>',
      ['DEPRECATED'],
    ],
    [
      '<epub:trigger xmlns:ev="http://www.w3.org/2001/xml-events" action="go" ref="a" ev:event="click" ev:observer="b"/>',
      ['VALUE', 'DEPRECATED', 'REFERENCE', 'REFERENCE'],
    ],
    [
      '<p xmlns:ssml="http://www.w3.org/2001/10/synthesis" ssml:ph="a" ssml:alphabet="ipa"><i ssml:ph="b"/></p>',
      ['INSIDE'],
    ],
    ['<p xmlns:ssml="http://www.w3.org/2001/10/synthesis" ssml:alphabet="none">a</p>', ['VALUE']],
  ])('%s gives %j', (body, expected) => {
    expect(contentFaults(inBody(body)).toSorted()).toEqual(expected.toSorted());
  });
});

describe('an NCX', () => {
  const ncx = (map: string, more = ''): readonly string[] =>
    contentFaults(
      `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="vi"><head><meta name="dtb:uid" content="a"/></head><docTitle><text>a</text></docTitle><navMap>${map}</navMap>${more}</ncx>`,
      'ncx',
    );
  const point = (id: string, order: string, src: string, inside = ''): string =>
    `<navPoint id="${id}"${order}><navLabel><text>a</text></navLabel><content src="${src}"/>${inside}</navPoint>`;
  const page = (value: string): string =>
    `<pageTarget type="normal" value="${value}"><navLabel><text>1</text></navLabel><content src="a#${value}"/></pageTarget>`;

  it.each([
    [point('a', ' playOrder="1"', 'a', point('b', ' playOrder="2"', 'b')), '', []],
    [point('a', '', 'a'), `<pageList>${page('1')}${page('2')}</pageList>`, []],
    ['', '', ['INCOMPLETE']],
    ['<navPoint id="a"><content src="a"/></navPoint>', '', ['ORDER']],
    [point('1a', '', 'a'), '', ['VALUE']],
    [point('a', ' title="b"', 'a'), '', ['ATTRIBUTE']],
    [point('a', '', 'a') + point('a', '', 'b'), '', ['ID']],
    [point('a', ' playOrder="2"', 'a'), '', ['CHECK-NCX-ORDER']],
    [point('a', ' playOrder="01"', 'a'), '', ['CHECK-NCX-ORDER']],
    [point('a', ' playOrder="1"', 'a') + point('b', ' playOrder="3"', 'b'), '', ['CHECK-NCX-ORDER']],
    [point('a', ' playOrder="1"', 'a') + point('b', ' playOrder="1"', 'b'), '', ['CHECK-NCX-ORDER']],
    [point('a', ' playOrder="1"', 'a') + point('b', ' playOrder="2"', 'a'), '', ['CHECK-NCX-ORDER']],
    [point('a', '', 'a'), `<pageList>${page('1')}${page('1')}</pageList>`, ['TWICE']],
    [point('a', '', 'a'), '<guide/>', ['ELEMENT']],
  ])('%s %s gives %j', (map, more, expected) => {
    expect(ncx(map, more)).toEqual(expected);
  });
});
