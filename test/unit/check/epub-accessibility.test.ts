/** Each rule on accessibility: a good book passes it, and one with one thing wrong is caught, in its place. */
import { describe, expect, it } from 'vitest';
import { checkAccessibility } from '../../../src/check/epub/accessibility/check-accessibility.js';
import { openEpub } from '../../../src/check/epub/open-epub.js';
import type { Diagnostic } from '../../../src/diagnostic.js';
import { makeZip } from '../../support/make-zip.js';
import { bookEntries, bookZip, documentWith, goodMetadata, goodNavigation } from '../../support/tiny-epub.js';

function found(bytes: Uint8Array): readonly Diagnostic[] {
  const { value } = openEpub(bytes, 'a.epub');
  return value ? checkAccessibility(value) : [];
}

/** Codes without what they all begin with. */
const codes = (bytes: Uint8Array): string[] =>
  found(bytes).map(({ code }) => code.replace('CHECK-EPUB-', ''));
const inBody = (body: string): string[] => codes(bookZip({ 'a.xhtml': body }));
const isDocument = (code: string): boolean => !/^(?:MODE|CLAIM|METADATA)/.test(code);
const good = {
  'a.xhtml': '<h1>Một</h1><p id="p1">hai</p><p id="p2">ba</p>',
  'b.xhtml': '<p id="p3">bốn</p>',
};

describe('a document of an ebook', () => {
  it.each([
    ['<img src="a.jpg"/>', ['ALT']],
    ['<img src="a.jpg" title="Hội nghị"/>', []],
    ['<img src="a.jpg" alt=""/>', []],
    ['<img src="a.jpg" alt="" role="doc-cover"/>', ['ALT-EMPTY']],
    ['<figure><img src="a.jpg" alt=""/><figcaption>Hội nghị</figcaption></figure>', ['ALT-EMPTY']],
    ['<figure><img src="a.jpg" alt="" role="none"/><figcaption>Hội nghị</figcaption></figure>', []],
    ['<figure><img src="a.jpg" alt="Hội nghị"/><figcaption>Hội nghị.</figcaption></figure>', ['ALT-CAPTION']],
    ['<figure><img src="a.jpg" alt="Một người nói"/><figcaption>Hội nghị</figcaption></figure>', []],
    ['<img src="a.jpg" alt="image"/>', ['ALT-PLACEHOLDER']],
    ['<img src="a.jpg" alt="Ảnh 1"/>', ['ALT-PLACEHOLDER']],
    ['<img src="a.jpg" alt="IMG_2031.JPG"/>', ['ALT-PLACEHOLDER']],
    ['<img src="anh/hoi-nghi-2.jpg" alt="hoi-nghi-2"/>', ['ALT-PLACEHOLDER']],
    ['<img src="a.jpg" alt="…"/>', ['ALT-PLACEHOLDER']],
    ['<img src="a.jpg" alt="Ảnh toàn cảnh hội nghị"/>', []],
    ['<svg xmlns="http://www.w3.org/2000/svg"><path d=""/></svg>', ['SVG']],
    ['<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true"><path d=""/></svg>', []],
    ['<svg xmlns="http://www.w3.org/2000/svg"><title>Bìa</title><svg><path d=""/></svg></svg>', []],
    ['<svg xmlns="http://www.w3.org/2000/svg" aria-label="Bìa"><path d=""/></svg>', []],
    ['<svg xmlns="http://www.w3.org/2000/svg"><text>Bìa</text></svg>', []],
    ['<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>', ['MATH']],
    ['<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x"><mi>x</mi></math>', []],
    ['<a href="b.xhtml"> </a>', ['LINK']],
    ['<a href="b.xhtml"><img src="a.jpg" alt=""/></a>', ['LINK']],
    ['<a href="b.xhtml"><img src="a.jpg" alt="Sơ đồ"/></a><a id="x"/>', []],
    ['<a href="b.xhtml" aria-label="Bài sau">→</a>', []],
    ['<iframe src="x.xhtml"/>', ['FRAME']],
    ['<iframe src="x.xhtml" title="Bản đồ"/>', []],
    ['<audio src="a.mp3"/>', ['CONTROLS']],
    ['<video src="a.mp4" controls="controls"/>', ['CAPTIONS']],
    ['<video src="a.mp4" controls="controls"><track kind="captions" src="a.vtt"/></video>', []],
    ['<h1>a</h1><section><h3>b</h3></section>', ['HEADING']],
    ['<h1>a</h1><p role="doc-subtitle">b</p><h3 role="doc-subtitle">b</h3>', []],
    ['<h2>a</h2><h3>b</h3><h4>c</h4><h2>d</h2>', []],
    ['<h1> </h1>', ['HEADING-EMPTY']],
    ['<h1><img src="a.jpg" alt="Tên sách"/></h1>', []],
  ])('%s gives %j', (body, expected) => {
    expect(inBody(body).filter(isDocument)).toEqual(expected);
  });

  it('says its language', () => {
    expect(codes(bookZip({ 'a.xhtml': documentWith('', '<p>a</p>') }))).toEqual(['LANG']);
    expect(codes(bookZip({ 'a.xhtml': documentWith('lang=" "', '<p>a</p>') }))).toEqual(['LANG']);
  });

  it('has a title that tells what it is', () => {
    const titled = (title: string): string[] =>
      codes(bookZip({ 'c1.xhtml': documentWith(undefined, '<p>a</p>', title) }, goodNavigation));
    expect(titled('Untitled Document')).toEqual(['TITLE']);
    expect(titled('c1.xhtml')).toEqual(['TITLE']);
    expect(titled('c1')).toEqual(['TITLE']);
    expect(titled('12')).toEqual(['TITLE']);
    expect(titled('Chương 12')).toEqual([]);
  });
});

describe('a table', () => {
  const row = (...cells: string[]): string => `<tr>${cells.join('')}</tr>`;
  const table = (...rows: string[]): string[] => inBody(`<table>${rows.join('')}</table>`);
  const [h, d] = ['<th>a</th>', '<td>1</td>'];

  it('has header cells where it has rows and columns', () => {
    expect(table(row(d, d), row(d, d))).toEqual(['TABLE']);
    expect(table(row(d, d))).toEqual([]);
    expect(inBody(`<table role="presentation">${row(d, d)}${row(d, d)}</table>`)).toEqual([]);
    expect(table(row(h, h), row(d, d))).toEqual([]);
  });

  it('does not take those of a table in a cell for its own', () => {
    expect(table(row(d, d), row(d, `<td><table>${row(h, h)}${row(d, d)}</table></td>`))).toEqual(['TABLE']);
  });

  it('tells what they head', () => {
    expect(table(row(h, h), row(h, d))).toEqual([]);
    // The empty corner is data: the other heads are beside it, and above data.
    expect(table(row(d, h), row(h, d))).toEqual(['TABLE-SCOPE']);
    expect(table(row(d, '<th scope="col">a</th>'), row('<th scope="row">a</th>', d))).toEqual([]);
    expect(table(row('<th rowspan="2">a</th>', h), row(h), row(d, d))).toEqual([]);
  });
});

describe('an epub:type', () => {
  it('has the role that says the same, told of once', () => {
    const note = '<a epub:type="noteref" href="#n">1</a>';
    const said = found(bookZip({ 'a.xhtml': note + note }));
    expect(said.map(({ code, values }) => [code, values['count'], values['role']])).toEqual([
      ['CHECK-EPUB-ROLE', 2, 'doc-noteref'],
    ]);
    expect(inBody('<a epub:type="noteref" role="doc-noteref" href="#n">1</a>')).toEqual([]);
    expect(inBody('<section epub:type="bodymatter">a</section>')).toEqual([]);
    expect(inBody('<p aria-hidden="true"><span epub:type="footnote">a</span></p>')).toEqual([]);
  });

  it('on body is told of otherwise', () => {
    const body = documentWith(undefined, '').replace('<body>', '<body epub:type="chapter">');
    expect(codes(bookZip({ 'a.xhtml': body }))).toEqual(['ROLE-BODY']);
  });
});

describe('the navigation of an ebook', () => {
  const marker = (page: number | string, more = `aria-label="${page}"`): string =>
    `<span epub:type="pagebreak" role="doc-pagebreak" id="m${page}" ${more}/>`;
  const list = (...entries: (readonly [label: string, href: string])[]): string =>
    `${goodNavigation}<nav epub:type="page-list" role="doc-pagelist"><ol>${entries
      .map(([label, href]) => `<li><a href="${href}">${label}</a></li>`)
      .join('')}</ol></nav>`;
  const source = `${goodMetadata}<meta property="pageBreakSource">Bản in</meta>`;
  const marked = { 'a.xhtml': `<p>${marker(1)}x${marker(2)}y${marker(3)}</p>` };
  const pages = (
    navigation: string,
    documents: Readonly<Record<string, string>> = marked,
    metadata = source,
  ): string[] => codes(bookZip(documents, navigation, metadata));
  const right = list(['1', 'a.xhtml#m1'], ['2', 'a.xhtml#m2'], ['3', 'a.xhtml#m3']);

  it('has landmarks', () => {
    const toc = goodNavigation.replace('epub:type="landmarks"', 'epub:type="lot"');
    expect(codes(bookZip(good, toc))).toEqual(['LANDMARKS']);
  });

  it('has a page list that leads forwards to places that exist', () => {
    const labels = (...targets: string[]): unknown[] => {
      const entries = targets.map((target, i) => [`${i + 1}`, target] as const);
      return found(bookZip(good, list(...entries), source)).map((d) => d.values['label']);
    };
    expect(labels('a.xhtml#p1', 'a.xhtml#p2', 'b.xhtml#p3')).toEqual([]);
    expect(labels('a.xhtml#p2', 'a.xhtml#p1', 'b.xhtml#p3')).toEqual(['2']);
    expect(labels('a.xhtml#p1', 'a.xhtml#p9')).toEqual(['2']);
  });

  it('lists the pages that are marked, by their labels, and says of which edition they are', () => {
    expect(pages(right)).toEqual([]);
    expect(pages(goodNavigation)).toEqual(['PAGE-LIST-NONE']);
    expect(pages(right, marked, goodMetadata)).toEqual(['PAGE-SOURCE']);
    const older = `${goodMetadata}<dc:source id="s">urn:isbn:9786041234567</dc:source>`;
    expect(pages(right, marked, older)).toEqual(['PAGE-SOURCE']);
    const refined = `${older}<meta property="source-of" refines="#s">pagination</meta>`;
    expect(pages(right, marked, refined)).toEqual([]);
    expect(pages(list(['1', 'a.xhtml#m1'], ['3', 'a.xhtml#m3']))).toEqual(['PAGE-UNLISTED']);
    expect(pages(list(['1', 'a.xhtml#m1'], ['12', 'a.xhtml#m2'], ['3', 'a.xhtml#m3']))).toEqual([
      'PAGE-OTHER',
    ]);
  });

  it('takes “trang 2” for page 2, and a marker without a label for none', () => {
    const named = { 'a.xhtml': marked['a.xhtml'].replace('aria-label="2"', 'aria-label="trang 2"') };
    expect(pages(right, named)).toEqual([]);
    const shown = marked['a.xhtml'].replace('aria-label="2"/>', '>2</span>');
    expect(pages(right, { 'a.xhtml': shown })).toEqual([]);
    expect(pages(right, { 'a.xhtml': marked['a.xhtml'].replace('aria-label="2"', '') })).toEqual([
      'PAGE-LABEL',
    ]);
  });

  it('has a label twice only where articles begin on one page', () => {
    const labels = (a: string, b: string, c: string): string[] =>
      found(bookZip(good, list([a, 'a.xhtml#p1'], [b, 'a.xhtml#p2'], [c, 'b.xhtml#p3']), source)).map(
        ({ code }) => code,
      );
    expect(labels('1', '1', '2')).toEqual([]);
    expect(labels('1', '2', '1')).toEqual(['CHECK-EPUB-PAGE-REPEATED']);
  });

  it('leads to markers where there are any', () => {
    const mixed = { 'a.xhtml': `<p>${marker(1)}</p><p id="q">y</p>` };
    expect(pages(list(['1', 'a.xhtml#m1'], ['2', 'a.xhtml#q']), mixed)).toEqual(['PAGE-TARGET']);
  });

  it('asks nothing of pages whose documents are the pages', () => {
    const fixed = `${goodMetadata}<meta property="rendition:layout">pre-paginated</meta>`;
    expect(pages(list(['1', 'a.xhtml'], ['2', 'b.xhtml']), good, fixed)).toEqual([]);
  });

  it('has pages in the overlay that say that they are ones', () => {
    const smil = (type: string): Uint8Array => {
      const text = `<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0"><body><par ${type}><text src="a.xhtml#m1"/></par></body></smil>`;
      const entries = bookEntries({ 'a.xhtml': marker(1) }, list(['1', 'a.xhtml#m1']), source);
      const item = '<item id="s" href="a.smil" media-type="application/smil+xml"/></manifest>';
      const listed = entries.map((entry) =>
        entry.name.endsWith('.opf')
          ? { ...entry, text: String(entry.text).replace('</manifest>', item) }
          : entry,
      );
      return makeZip([...listed, { name: 'EPUB/a.smil', text, deflate: true }]);
    };
    expect(codes(smil('')).filter(isDocument)).toEqual(['PAGE-SPOKEN']);
    expect(codes(smil('epub:type="pagebreak"')).filter(isDocument)).toEqual([]);
  });
});

describe('the documents of a book', () => {
  it('are in languages that the package names', () => {
    const english = documentWith('lang="en-GB"', '<p>a</p>');
    expect(codes(bookZip({ 'a.xhtml': english, 'b.xhtml': english }))).toEqual(['LANG-OTHER']);
    const both = goodMetadata.replace('</dc:language>', '</dc:language><dc:language>en</dc:language>');
    expect(codes(bookZip({ 'a.xhtml': english }, goodNavigation, both))).toEqual([]);
  });

  it('have titles of their own', () => {
    const three = { 'a.xhtml': '<p>a</p>', 'b.xhtml': '<p>b</p>', 'c.xhtml': '<p>c</p>' };
    expect(codes(bookZip(three))).toEqual(['TITLE-REPEATED']);
  });
});

describe('the package of a book', () => {
  const meta = (property: string, value: string): string => `<meta property="${property}">${value}</meta>`;
  const says = (metadata: string, documents: Readonly<Record<string, string>> = good): string[] =>
    codes(bookZip(documents, goodNavigation, metadata));
  const feature = (value: string): string => goodMetadata + meta('schema:accessibilityFeature', value);
  const without = (name: string): string =>
    goodMetadata.replace(new RegExp(`<meta property="schema:${name}">[^<]*</meta>`), '');
  const picture = { 'a.xhtml': '<img src="a.jpg"/>' };

  it('names the language of its own words', () => {
    const entries = bookEntries(good).map((entry) =>
      entry.name.endsWith('.opf')
        ? { ...entry, text: String(entry.text).replace(' xml:lang="vi"', '') }
        : entry,
    );
    expect(codes(makeZip(entries))).toEqual(['PACKAGE-LANG']);
  });

  it('says how the book can be read, in words that are known', () => {
    const properties = (metadata: string): unknown[] =>
      found(bookZip(good, goodNavigation, metadata)).map(({ code, values }) => [code, values['properties']]);
    expect(properties(without('accessibilityHazard'))).toEqual([
      ['CHECK-EPUB-METADATA', 'schema:accessibilityHazard'],
    ]);
    expect(properties(without('accessibilitySummary'))).toEqual([
      ['CHECK-EPUB-METADATA-ADVISED', 'schema:accessibilitySummary'],
    ]);
    expect(says(feature('TableOfContents'))).toEqual(['METADATA-VALUE']);
    expect(says(feature('displayTransformability/font-size'))).toEqual([]);
    expect(says(goodMetadata + meta('schema:accessModeSufficient', 'textual, visual'))).toEqual([]);
    expect(says(goodMetadata + meta('schema:accessModeSufficient', 'textual visual'))).toEqual([
      'METADATA-VALUE',
    ]);
  });

  it('does not contradict itself', () => {
    expect(says(goodMetadata + meta('schema:accessibilityHazard', 'flashing'))).toEqual(['METADATA-AGAINST']);
    const hazards = without('accessibilityHazard') + meta('schema:accessibilityHazard', 'sound');
    expect(says(hazards)).toEqual([]);
    expect(says(hazards + meta('schema:accessibilityHazard', 'noSoundHazard'))).toEqual(['METADATA-AGAINST']);
  });

  it.each(['pageNavigation', 'pageBreakMarkers', 'MathML', 'alternativeText', 'index', 'transcript'])(
    'claims %s and has it',
    (claimed) => {
      expect(says(feature(claimed))).toEqual(['CLAIM']);
    },
  );

  it('is not doubted where a document cannot be read', () => {
    expect(says(feature('MathML'), { ...good, 'c.xhtml': '<p>' })).toEqual([]);
  });

  it('claims words for pictures that have them, and names what has to be seen or heard', () => {
    expect(says(feature('alternativeText'), picture)).toEqual(['ALT', 'CLAIM-ALT', 'CLAIM-ALT', 'MODE']);
    const seen = goodMetadata + meta('schema:accessMode', 'visual');
    expect(says(seen, { 'a.xhtml': '<img src="a.jpg" alt="Sơ đồ"/>' })).toEqual([]);
    expect(says(seen, { 'a.xhtml': '<audio src="a.mp3" controls="controls"/>' })).toEqual(['MODE']);
  });

  describe('that claims to conform', () => {
    const claim = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA';
    const certified = meta('a11y:certifiedBy', 'Hội Người mù');
    const claiming = (value: string, more = certified): string =>
      goodMetadata + meta('dcterms:conformsTo', value) + more;

    it('does so in the words of the standard, by the word of somebody', () => {
      expect(says(claiming(claim))).toEqual([]);
      expect(says(claiming('EPUB Accessibility 1.1 WCAG AA'))).toEqual(['CONFORMS']);
      expect(says(claiming('http://example.com/profile'))).toEqual([]);
      expect(says(claiming(claim, ''))).toEqual(['CERTIFIER']);
      const refined = '<meta property="a11y:certifiedBy" refines="#c">Hội Người mù</meta>';
      expect(says(claiming(claim, refined))).toEqual([]);
      const link =
        '<link rel="dcterms:conformsTo" href="http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-aa"/>';
      expect(says(goodMetadata + link + certified)).toEqual([]);
    });

    it('keeps to it, or the claim is an error', () => {
      const said = found(bookZip({ 'a.xhtml': '<a href="a.xhtml"/>' }, goodNavigation, claiming(claim)));
      expect(said.map(({ code, severity }) => [code, severity])).toEqual([
        ['CHECK-EPUB-LINK', 'warning'],
        ['CHECK-EPUB-CONFORMS-BROKEN', 'error'],
      ]);
      expect(said[1]?.values).toEqual({ claim, count: 1, codes: 'CHECK-EPUB-LINK' });
    });
  });
});

it('names file, line and column', () => {
  const [said] = found(bookZip({ 'a.xhtml': 'x\n  <img src="a.jpg"/>' }));
  expect(said?.span).toEqual({ file: 'a.epub/EPUB/a.xhtml', line: 5, column: 3 });
});
