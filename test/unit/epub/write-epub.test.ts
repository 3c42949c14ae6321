import { beforeAll, describe, expect, it } from 'vitest';
import { writeEpub, type WholeConfig } from '../../../src/epub/write-epub.js';
import type { DressedEbook } from '../../../src/document/publication.js';
import { memoryHost } from '../../support/memory-host.js';
import { readZip, zipTexts } from '../../support/read-zip.js';
import { articles, chapterOf, ebookOf, furniture, h, keyed, picture, plainConfig } from './ebook-fixture.js';

async function texts(
  ebook: DressedEbook,
  more: Partial<WholeConfig> = {},
): Promise<ReadonlyMap<string, string>> {
  const { value, diagnostics } = await writeEpub(ebook, { ...plainConfig, ...more }, memoryHost());
  expect(diagnostics).toEqual([]);
  return zipTexts(value ?? new Uint8Array(0));
}

/** Values of the meta elements of a package document with this property. */
function meta(opf: string | undefined, property: string): string[] {
  return [...(opf ?? '').matchAll(new RegExp(`<meta property="${property}">([^<]*)<`, 'g'))].map(
    (m) => m[1] ?? '',
  );
}

describe('writeEpub, the package', () => {
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const coverImage = (await picture('jpeg', 'c', 16, 25)).bytes;
    const pageBreaks = [
      { label: '1', node: 3, offset: 0 },
      { label: '2', node: 9, offset: 7 },
    ];
    files = await texts(await ebookOf(), { coverImage, pageBreaks });
  });

  it('holds these files', () => {
    expect([...files.keys()]).toEqual([
      'mimetype',
      'META-INF/container.xml',
      'OEBPS/bai-1.xhtml',
      'OEBPS/bai-2.xhtml',
      'OEBPS/content.opf',
      'OEBPS/cover.xhtml',
      'OEBPS/images/anh-so-1.png',
      'OEBPS/images/cover.jpg',
      'OEBPS/loi-nha-xuat-ban.xhtml',
      'OEBPS/style.css',
      'OEBPS/toc.ncx',
      'OEBPS/toc.xhtml',
    ]);
  });

  it('says what the source says', () => {
    const opf = files.get('OEBPS/content.opf');
    expect(opf).toContain(
      '<dc:identifier id="pub-id">urn:uuid:0b7a2a5e-38a1-5a52-9a0c-2f6c1de0a111</dc:identifier>',
    );
    expect(opf).toContain('<dc:title id="title">Sở Nội vụ &amp; &#34;2020&#34;</dc:title>');
    expect(opf).toContain('<dc:title id="subtitle">Bản tin</dc:title>');
    expect(opf).toContain('<dc:creator id="creator-2">Trần &lt;B&gt;</dc:creator>');
    expect(opf).toContain('<dc:date>2020-01-13</dc:date>');
    expect(meta(opf, 'dcterms:modified')).toEqual(['2020-01-13T08:30:10Z']);
    expect(meta(opf, 'pageBreakSource')).toEqual(['Sở Nội vụ &amp; &#34;2020&#34;, 13/1/2020 (bản in)']);
  });

  it('claims nothing that the source does not', () => {
    expect(files.get('OEBPS/content.opf')).not.toMatch(
      /publisher|dc:description|dc:rights|dc:subject|conformsTo|certif|isbn|file-as|anonymous/i,
    );
  });

  it('puts the contents page where the template has it', () => {
    const spine = [...(files.get('OEBPS/content.opf') ?? '').matchAll(/idref="([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(spine).toEqual(['doc-1', 'doc-2', 'nav', 'doc-3', 'doc-4']);
  });

  it('shows the cover alone on its page, declared twice', () => {
    expect(files.get('OEBPS/cover.xhtml')).toContain(
      '<img src="images/cover.jpg" alt="Sở Nội vụ &amp; &quot;2020&quot;" role="doc-cover"/>',
    );
    const opf = files.get('OEBPS/content.opf');
    expect(opf).toContain(
      'id="cover-image" href="images/cover.jpg" media-type="image/jpeg" properties="cover-image"',
    );
    expect(opf).toContain('<meta name="cover" content="cover-image"/>');
  });

  it('leads to headings and pages, in the navigation and in the NCX with the same identifier', () => {
    const nav = files.get('OEBPS/toc.xhtml') ?? '';
    const hrefs = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]);
    const toc = ['bai-1.xhtml#tieu-de', 'bai-2.xhtml#tieu-de-2', 'bai-2.xhtml#muc'];
    const pages = ['bai-1.xhtml#page-1', 'bai-1.xhtml#page-2'];
    const landmarks = ['cover.xhtml', 'loi-nha-xuat-ban.xhtml', 'toc.xhtml#toc', 'bai-1.xhtml'];
    const captions = ['bai-1.xhtml#hinh-1', 'bai-2.xhtml#bang'];
    expect(hrefs(nav, /<a(?: epub:type="\w+")? href="([^"]*)"/g)).toEqual([
      ...toc,
      ...landmarks,
      ...captions,
      ...pages,
    ]);
    // Only the contents are shown: the other lists are for reading systems.
    expect(hrefs(nav, /<nav[^>]*epub:type="([a-z-]+)"[^>]*hidden="hidden"/g)).toEqual([
      'landmarks',
      'loi',
      'lot',
      'page-list',
    ]);
    expect(nav).toContain('<a href="bai-1.xhtml#hinh-1">Quang cảnh hội nghị</a>');
    const ncx = files.get('OEBPS/toc.ncx') ?? '';
    expect(hrefs(ncx, /<content src="([^"]*)"/g)).toEqual([...toc, ...pages]);
    expect(ncx).toContain('name="dtb:uid" content="urn:uuid:0b7a2a5e-38a1-5a52-9a0c-2f6c1de0a111"');
    expect(ncx).toContain('name="dtb:depth" content="2"');
  });

  it('makes chapters of several articles, labelled by their titles', () => {
    expect(files.get('OEBPS/bai-2.xhtml')).toContain(
      '<section role="doc-chapter" epub:type="chapter" aria-labelledby="tieu-de-2"><article id="bai-2">',
    );
  });
});

describe('writeEpub, accessibility metadata', () => {
  const claims = async (...body: Parameters<typeof h>) => {
    const opf = (await texts(await ebookOf([chapterOf(keyed(h(...body)))]))).get('OEBPS/content.opf');
    return {
      modes: meta(opf, 'schema:accessMode'),
      sufficient: meta(opf, 'schema:accessModeSufficient'),
      features: meta(opf, 'schema:accessibilityFeature'),
      hazard: meta(opf, 'schema:accessibilityHazard'),
      summary: meta(opf, 'schema:accessibilitySummary').join(),
    };
  };

  it('of text alone', async () => {
    expect(await claims('article', {}, h('h1', {}, 'A'))).toEqual({
      modes: ['textual'],
      sufficient: ['textual'],
      features: [
        'structuralNavigation',
        'tableOfContents',
        'readingOrder',
        'displayTransformability',
        'ARIA',
      ],
      hazard: ['none'],
      summary:
        'Văn bản tự dàn theo màn hình, có mục lục dẫn đến từng phần. Không có hình ảnh. ' +
        'Chưa nêu kết quả đánh giá nào theo WCAG. English: The text adapts to the screen and has a table ' +
        'of contents with links. There are no pictures. ' +
        'No evaluation against WCAG is stated.',
    });
  });

  it('of pictures with words of their own', async () => {
    const found = await claims('article', {}, h('img', { src: 'Ảnh số 1.png', alt: 'Tả' }));
    expect(found.modes).toEqual(['textual', 'visual']);
    expect(found.sufficient).toEqual(['textual', 'textual,visual']);
    expect(found.features).toEqual([
      'tableOfContents',
      'readingOrder',
      'displayTransformability',
      'ARIA',
      'alternativeText',
    ]);
  });

  it('does not claim alternative text when a caption stands in', async () => {
    const found = await claims(
      'p',
      {},
      h('img', { src: 'Ảnh số 1.png', alt: 'Chú thích', dataAltFrom: 'caption' }),
    );
    expect(found.sufficient).toEqual(['textual,visual']);
    expect(found.features).not.toContain('alternativeText');
    expect(found.summary).toContain('chú thích');
  });
});

describe('writeEpub', () => {
  it('speaks the language of the publication', async () => {
    const ebook = await ebookOf([chapterOf(keyed(h('p', {}, 'x')))]);
    const { publication } = ebook;
    const english = { ...publication, metadata: { ...publication.metadata, language: 'en-GB' } };
    const files = await texts({ ...ebook, publication: english });
    expect(files.get('OEBPS/toc.xhtml')).toContain('<title>Contents</title>');
    expect(files.get('OEBPS/content.opf')).toContain('<dc:language>en-GB</dc:language>');
  });

  it('takes a body from the template with its classes, and marks it as furniture', async () => {
    const body = (kind: string, ...children: Parameters<typeof h>[2][]) => ({
      ...h('body', { className: ['bulletin', kind] }, ...children),
      origin: 'template' as const,
    });
    const head = furniture(h('p', {}, 'Bản tin'));
    const coverImage = (await picture('jpeg', 'c', 16, 25)).bytes;
    const ebook = await ebookOf([
      { ...chapterOf(body('a', head, articles[0])), name: 'a' },
      { ...chapterOf(body('b', head, articles[1])), name: 'b' },
    ]);
    const files = await texts(ebook, { coverImage });
    expect(files.get('OEBPS/a.xhtml')).toContain(
      '<body class="bulletin a chapter-page" epub:type="bodymatter" data-origin="template">\n' +
        '<section role="doc-chapter" epub:type="chapter" aria-labelledby="tieu-de">' +
        '<p>Bản tin</p><article id="bai-1" data-origin="content">',
    );
    expect(files.get('OEBPS/cover.xhtml')).toContain('<body class="bulletin cover-page" epub:type="cover"');
    expect(files.get('OEBPS/toc.xhtml')).toContain('<body class="bulletin contents-page"');
    const spine = [...(files.get('OEBPS/content.opf') ?? '').matchAll(/idref="([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(spine).toEqual(['doc-1', 'nav', 'doc-2', 'doc-3']);
  });

  it('lists the documents when the outline has nothing', async () => {
    const files = await texts(await ebookOf([chapterOf(keyed(h('p', {}, 'x')))]));
    expect(files.get('OEBPS/toc.xhtml')).toContain('<li><a href="bai.xhtml">Bài</a></li>');
  });

  it('keeps chapters apart whose names are the same or belong to the book', async () => {
    const named = (name: string) => ({ ...chapterOf(keyed(h('p', {}, name))), name });
    const files = await texts(await ebookOf(['Đồng', 'dong', 'toc', 'cover', '…'].map(named)));
    expect([...files.keys()].filter((name) => name.endsWith('.xhtml'))).toEqual([
      'OEBPS/cover-2.xhtml',
      'OEBPS/dong-2.xhtml',
      'OEBPS/dong.xhtml',
      'OEBPS/file.xhtml',
      'OEBPS/toc-2.xhtml',
      'OEBPS/toc.xhtml',
    ]);
  });

  it('writes nothing when a picture has no words', async () => {
    const ebook = await ebookOf([chapterOf(keyed(h('p', {}, h('img', { src: 'Ảnh số 1.png' }))))]);
    const { value, diagnostics } = await writeEpub(ebook, plainConfig, memoryHost());
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, edition }) => [code, edition])).toEqual([['EPUB-ALT', 'ebook']]);
  });

  it('does not say again what the reader of the text has said of a picture without words', async () => {
    const silent = h('img', { src: 'Ảnh số 1.png', alt: '', dataAltFrom: 'none' });
    const ebook = await ebookOf([chapterOf(keyed(h('p', {}, silent)))]);
    expect(await writeEpub(ebook, plainConfig, memoryHost())).toEqual({ value: undefined, diagnostics: [] });
  });

  it('warns of printed pages that have no place', async () => {
    const pageBreaks = [{ label: '9', node: 999, offset: 0 }];
    const { value, diagnostics } = await writeEpub(
      await ebookOf(),
      { ...plainConfig, pageBreaks },
      memoryHost(),
    );
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['EPUB-PAGE', 'warning']]);
    const opf = zipTexts(value ?? new Uint8Array(0)).get('OEBPS/content.opf') ?? '';
    expect(opf).not.toContain('pageBreak');
  });

  it('does not change what it is given', async () => {
    const before = JSON.stringify(articles);
    await writeEpub(await ebookOf(), plainConfig, memoryHost());
    expect(JSON.stringify(articles)).toBe(before);
  });

  it('gives the same bytes in another time zone', async () => {
    const zone = process.env['TZ'];
    const make = async (name: string) => {
      process.env['TZ'] = name;
      return (await writeEpub(await ebookOf(), plainConfig, memoryHost())).value ?? new Uint8Array(0);
    };
    try {
      const [here, there] = [await make('Asia/Ho_Chi_Minh'), await make('America/Los_Angeles')];
      expect(here.length).toBeGreaterThan(1000);
      expect(Buffer.compare(here, there)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('keeps the bytes of pictures', async () => {
    const ebook = await ebookOf();
    const { value } = await writeEpub(ebook, plainConfig, memoryHost());
    const stored = readZip(value ?? new Uint8Array(0)).find(
      ({ name }) => name === 'OEBPS/images/anh-so-1.png',
    );
    const original = ebook.publication.assets.get('Ảnh số 1.png')?.bytes;
    expect(stored?.method).toBe(0);
    expect(Buffer.compare(stored?.bytes ?? new Uint8Array(0), original ?? new Uint8Array(1))).toBe(0);
  });
});
