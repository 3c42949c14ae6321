/** What the package document says: the metadata of the source, what the file proves of its accessibility, its parts. */
import { describe, expect, it } from 'vitest';
import { writeEpub, type WholeConfig } from '../../../src/epub/write-epub.js';
import { memoryHost } from '../../support/memory-host.js';
import { zipTexts } from '../../support/read-zip.js';
import type { Metadata } from '../../../src/document/publication.js';
import type { TreeNode } from '../../../src/document/tree.js';
import type { PictureSource } from '../../../src/epub/gather-pictures.js';
import { chapterOf, ebookOf, furniture, h, keyed, picture, plainConfig } from './ebook-fixture.js';
import { everything } from './everything.js';

async function write(more: Partial<WholeConfig> = {}): Promise<ReadonlyMap<string, string>> {
  const { value } = await writeEpub(await ebookOf(), { ...plainConfig, ...more }, memoryHost());
  return zipTexts(value ?? new Uint8Array(0));
}

describe('the contents for readers of EPUB 2', () => {
  it('go with the ebook, in the manifest and in the spine, unless they are not wanted', async () => {
    const files = await write();
    expect(files.get('OEBPS/content.opf')).toContain('<spine toc="ncx">');
    expect(files.get('OEBPS/content.opf')).toContain('<item id="ncx" href="toc.ncx"');
    const without = await write({ wanted: { ncx: false } });
    expect([...without.keys()].filter((name) => !files.has(name))).toEqual([]);
    expect([...files.keys()].filter((name) => !without.has(name))).toEqual(['OEBPS/toc.ncx']);
    expect(without.get('OEBPS/content.opf')).toContain('<spine>');
    expect(without.get('OEBPS/content.opf')).not.toContain('ncx');
  });
});

/** The metadata of a package document, one line an element. */
function metadataOf(opf: string | undefined): readonly string[] {
  const inside = /<metadata[^>]*>([^]*?)<\/metadata>/.exec(opf ?? '')?.[1] ?? '';
  return inside
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

async function packageOf(metadata: Metadata, more: Partial<WholeConfig> = {}): Promise<readonly string[]> {
  const ebook = await ebookOf();
  const book = { ...ebook, publication: { ...ebook.publication, metadata } };
  const { value } = await writeEpub(book, { ...plainConfig, ...more }, memoryHost());
  return metadataOf(zipTexts(value ?? new Uint8Array(0)).get('OEBPS/content.opf'));
}

const nothing: Metadata = { authors: [], sources: [], language: 'vi', extra: {} };
const pageBreaks = [{ label: '1', node: 3, offset: 0 }];

describe('the metadata of the package', () => {
  it('say everything that the source says, and the ISBN is what the ebook is known by', async () => {
    const said = await packageOf(everything, { pageBreaks });
    expect(said.filter((line) => !line.includes('schema:access'))).toEqual([
      '<dc:identifier id="pub-id">urn:isbn:9786040000019</dc:identifier>',
      '<meta refines="#pub-id" property="identifier-type" scheme="onix:codelist5">15</meta>',
      '<dc:identifier id="identifier-2">urn:uuid:0b7a2a5e-38a1-5a52-9a0c-2f6c1de0a111</dc:identifier>',
      '<dc:title id="title">Bản tin Đồng Mỏ</dc:title>',
      '<meta refines="#title" property="title-type">main</meta>',
      '<dc:title id="subtitle">Xuân Canh Tý</dc:title>',
      '<meta refines="#subtitle" property="title-type">subtitle</meta>',
      '<dc:language>vi</dc:language>',
      '<dc:creator id="creator-1">HÀ MY</dc:creator>',
      '<meta refines="#creator-1" property="role" scheme="marc:relators">aut</meta>',
      '<dc:creator id="creator-2">Lewis Carroll</dc:creator>',
      '<meta refines="#creator-2" property="role" scheme="marc:relators">aut</meta>',
      '<meta refines="#creator-2" property="role" scheme="marc:relators">ill</meta>',
      '<meta refines="#creator-2" property="file-as">Carroll, Lewis</meta>',
      '<dc:contributor id="contributor-1">Trần Văn B</dc:contributor>',
      '<meta refines="#contributor-1" property="role" scheme="marc:relators">edt</meta>',
      '<dc:contributor id="contributor-2">Lê C</dc:contributor>',
      '<meta refines="#contributor-2" property="role" scheme="marc:relators">trl</meta>',
      '<meta refines="#contributor-2" property="role" scheme="marc:relators">wac</meta>',
      '<dc:publisher>Ủy ban nhân dân thị trấn</dc:publisher>',
      '<dc:date>2020-01-15</dc:date>',
      '<meta property="dcterms:created">1865</meta>',
      '<dc:description>Tin tức &amp; việc làm của &lt;thị trấn&gt;</dc:description>',
      '<dc:subject>tin tức</dc:subject>',
      '<dc:subject>đời sống</dc:subject>',
      '<dc:source>Theo VOV</dc:source>',
      '<dc:rights>© 2020 Ủy ban nhân dân thị trấn</dc:rights>',
      '<link rel="dcterms:license" href="https://creativecommons.org/licenses/by/4.0/"/>',
      '<meta property="schema:bookEdition">In lần thứ hai</meta>',
      '<meta property="schema:articleSection">Thời sự</meta>',
      '<meta id="series" property="belongs-to-collection">Bản tin Đồng Mỏ</meta>',
      '<meta refines="#series" property="collection-type">series</meta>',
      '<meta refines="#series" property="group-position">12</meta>',
      '<meta refines="#series" property="dcterms:identifier">urn:issn:1859-0128</meta>',
      '<meta property="dcterms:modified">2020-01-13T08:30:10Z</meta>',
      '<meta id="conformance-1" property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>',
      '<link id="conformance-2" rel="dcterms:conformsTo" href="https://www.w3.org/TR/WCAG22/"/>',
      '<meta id="certifier" refines="#conformance-1" property="a11y:certifiedBy">Đơn vị đánh giá</meta>',
      '<meta refines="#certifier" property="a11y:certifierCredential">Chứng nhận A</meta>',
      '<link refines="#certifier" rel="a11y:certifierCredential" href="https://example.org/credential"/>',
      '<link refines="#certifier" rel="a11y:certifierReport" href="https://example.org/report"/>',
      '<meta property="a11y:exemption">eaa-microenterprise</meta>',
      '<meta property="pageBreakSource">urn:isbn:9786040000026</meta>',
    ]);
  });

  it('say nothing that it does not', async () => {
    const said = await packageOf(nothing);
    expect(said.filter((line) => !line.includes('schema:access'))).toEqual([
      '<dc:identifier id="pub-id">urn:uuid:0b7a2a5e-38a1-5a52-9a0c-2f6c1de0a111</dc:identifier>',
      '<dc:title id="title">so-noi-vu</dc:title>',
      '<meta refines="#title" property="title-type">main</meta>',
      '<dc:language>vi</dc:language>',
      '<meta property="dcterms:modified">2020-01-13T08:30:10Z</meta>',
    ]);
  });

  it('name the print edition by what stands on it where it has no ISBN', async () => {
    const named = async (more: Partial<Metadata>): Promise<string | undefined> =>
      (await packageOf({ ...nothing, ...more }, { pageBreaks })).find((line) =>
        line.includes('pageBreakSource'),
      );
    const date = '2020-01-15';
    expect(await named({ title: 'Đồng Mỏ', date, extra: { issue: 'Số 12' } })).toContain(
      '>Đồng Mỏ, Số 12, 15/1/2020 (bản in)<',
    );
    expect(await named({ title: 'Đồng Mỏ, Số 12', extra: { issue: 'Số 12' } })).toContain(
      '>Đồng Mỏ, Số 12 (bản in)<',
    );
    expect(await named({ title: 'News', date, language: 'en' })).toContain(
      '>News, 2020-01-15 (print edition)<',
    );
  });

  it('take an ISSN without a series for an identifier, and the place in a series as it is given', async () => {
    expect(await packageOf({ ...nothing, issn: '1859-0128' })).toContain(
      '<dc:identifier id="identifier-2">urn:issn:1859-0128</dc:identifier>',
    );
    const series = { name: 'Tạp chí', type: 'series', position: '98.4' } as const;
    const said = await packageOf({ ...nothing, series, extra: { issue: 'Số 7/2020' } });
    expect(said).toContain('<meta refines="#series" property="group-position">98.4</meta>');
  });
});

describe('what the package claims of accessibility', () => {
  const claims = async (css: string, ...body: readonly (TreeNode | string)[]): Promise<readonly string[]> => {
    const ebook = await ebookOf([chapterOf(keyed(h('article', {}, ...body)))]);
    const { value } = await writeEpub(ebook, { ...plainConfig, css }, memoryHost());
    const said = metadataOf(zipTexts(value ?? new Uint8Array(0)).get('OEBPS/content.opf'));
    return said.flatMap((line) => /"schema:access\w*(Feature|Hazard)">([^<]*)/.exec(line)?.[2] ?? []);
  };
  const adaptable = 'displayTransformability';
  const always = ['tableOfContents', 'readingOrder', adaptable, 'ARIA'];

  it('is what stands in the tree', async () => {
    expect(await claims('', h('p', {}, 'x'))).toEqual([...always, 'none']);
    expect(await claims('', h('math', {}, h('mi', {}, 'x')))).toEqual([...always, 'MathML', 'none']);
    expect(await claims('', h('section', { role: 'doc-index' }))).toEqual([...always, 'index', 'none']);
    const ruby = h('ruby', {}, '漢字', h('rt', {}, 'Hán tự'));
    expect(await claims('', ruby)).toEqual([...always, 'fullRubyAnnotations', 'none']);
    expect(await claims('', ruby, '漢')).toEqual([...always, 'rubyAnnotations', 'none']);
    const described = h('figure', { ariaDetails: 'd' }, h('p', { id: 'd' }, 'Tả dài'));
    expect(await claims('', described)).toEqual([...always, 'longDescription', 'none']);
  });

  it('is no structure where headings leave a level out', async () => {
    const structured = ['structuralNavigation', ...always, 'none'];
    expect(await claims('', h('h1', {}, 'a'), h('h2', {}, 'b'), h('h1', {}, 'c'))).toEqual(structured);
    expect(await claims('', h('h1', {}, 'a'), h('h3', {}, 'b'))).toEqual([...always, 'none']);
  });

  it('is no look to choose where the style sheet holds it fast', async () => {
    const fast = async (css: string): Promise<boolean> => !(await claims(css, 'x')).includes(adaptable);
    expect(await fast('p { font-size: 0.9em; margin: 3px; border: 1px solid }')).toBe(false);
    expect(await fast('a { color: red } body { color: inherit }')).toBe(false);
    const night = '@media (prefers-color-scheme: dark) { html { background: #111 } }';
    expect(await fast(night)).toBe(false);
    expect(await fast(`${night} html { background: #111 }`)).toBe(true);
    expect(await fast('p { font-size: 12pt }')).toBe(true);
    expect(await fast('p { font: italic 12px/1.5 serif }')).toBe(true);
    expect(await fast('a { margin: 0 !important }')).toBe(true);
    expect(await fast('a, body { color: #000 }')).toBe(true);
  });

  it('is no structure where only furniture has a heading', async () => {
    const heading = furniture(h('h2', {}, 'Thông tin'));
    expect(await claims('', h('p', {}, 'x'), heading)).toEqual([...always, 'none']);
  });

  it('is no order that a style sheet may change, and no lack of hazards where something may move', async () => {
    expect(await claims('p { position: absolute }', 'x')).toEqual([
      'tableOfContents',
      adaptable,
      'ARIA',
      'none',
    ]);
    expect(await claims('p { order: 2 }', 'x')).toEqual(['tableOfContents', adaptable, 'ARIA', 'none']);
    expect(await claims('p::before { position: absolute }', 'x')).toEqual([...always, 'none']);
    const hidden = '@media print { p { position: absolute; clip-path: inset(50%) } }';
    expect(await claims(hidden, 'x')).toEqual([...always, 'none']);
    expect(await claims('p { border-color: red }', 'x')).toEqual([...always, 'none']);
    expect(await claims('@keyframes a { to { color: red } }', 'x')).toEqual([...always, 'unknown']);
    expect(await claims('', h('video', {}))).toEqual([...always, 'unknown']);
  });

  it('is no lack of hazards with a picture that is animated', async () => {
    const drawing = (inside: string): PictureSource => ({
      id: 'a.svg',
      path: 'a.svg',
      format: 'svg',
      bytes: new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`),
    });
    const png = (await picture('png', 'a.png')).bytes;
    const chunk = Uint8Array.of(0, 0, 0, 0, 97, 99, 84, 76, 0, 0, 0, 0);
    // Behind the signature and IHDR.
    const animated = Uint8Array.from([...png.subarray(0, 33), ...chunk, ...png.subarray(33)]);
    const hazard = async (source: PictureSource): Promise<string> => {
      const written = 'url(x)';
      const pictures = [{ path: source.path, written }];
      const sheetAssets = new Map([[source.path, source]]);
      const files = await write({ css: `p { background: ${written} }`, pictures, sheetAssets });
      return /accessibilityHazard">(\w+)</.exec(files.get('OEBPS/content.opf') ?? '')?.[1] ?? '';
    };
    expect(await hazard({ id: 'a.png', path: 'a.png', format: 'png', bytes: png })).toBe('none');
    expect(await hazard({ id: 'a.png', path: 'a.png', format: 'png', bytes: animated })).toBe('unknown');
    expect(await hazard(drawing('<rect/>'))).toBe('none');
    expect(await hazard(drawing('<animate attributeName="x"/>'))).toBe('unknown');
  });
});
