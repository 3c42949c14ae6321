/** The printed pages as an ebook of fixed layout: what stands in the file, in the order in which it is read. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkFile } from '../../../../src/check/check.js';
import { ebookWords } from '../../../../src/check/fidelity.js';
import type { PublishOptions, Result } from '../../../../src/document/result.js';
import { publish } from '../../../../src/publish.js';
import { memoryHost } from '../../../support/memory-host.js';
import { jpeg } from '../../../support/set-markdown.js';
import { readZip } from '../../../support/read-zip.js';

const english =
  'The extraordinarily international organisation acknowledged unprecedented responsibilities regarding ' +
  'environmental characteristics notwithstanding considerable difficulties. ';

const markdown = `---
title: Chợ phiên
date: 2020-01-13
---

Chợ *phiên* họp, xem [bảng](#bang) và [nguồn](https://example.org/a).[^1]

[^1]: Ghi theo lời kể.

![Cảnh chợ](a.jpg)

| Huyện | Số |
| --- | --- |
| Cao Lộc | |

: Dân số {#bang}

1. một việc

<p lang="en">${english.repeat(8)}</p>

<ruby>Thăng Long<rt>Hà Nội</rt></ruby>
`;

const css = `
  @import url("templates:shared/pages.css");
  @page { size: 110mm 90mm; margin: 12mm; @bottom-center { content: "Trang " counter(page) } }
  html { font: 10pt/14pt "Source Serif 4"; --accent: #a81a1d; --tint: #fbf2ed }
  h1 { text-transform: uppercase }
  p { text-align: justify; hyphens: auto }
  aside.footnote { float: footnote }
`;

async function make(options: PublishOptions = {}): Promise<Result> {
  const files = {
    'in/bai.md': markdown,
    'in/a.jpg': await jpeg(600, 300),
    'mau/template.yaml':
      'name: mau\ndescription: { vi: Mẫu, en: Sample }\neditions: [print, archive, ebook]\n' +
      'stylesheets: { print: [all.css], ebook: [all.css] }\n',
    'mau/all.css': css,
  };
  const ebook = { fixedLayout: true };
  return publish(
    'in/bai.md',
    { template: 'mau', editions: ['print', 'ebook'], ebook, ...options },
    memoryHost(files),
  );
}

describe('an ebook of fixed layout', () => {
  let result: Result;
  let bytes: Uint8Array = new Uint8Array(0);
  let files: ReadonlyMap<string, string>;
  let pages: readonly string[];

  beforeAll(async () => {
    result = await make({ verify: true });
    bytes = result.artifacts.find(({ name }) => name === 'bai.fixed.epub')?.bytes ?? bytes;
    files = new Map(readZip(bytes).map((entry) => [entry.name, new TextDecoder().decode(entry.bytes)]));
    pages = [...files.keys()].filter((name) => name.includes('/page-')).map((name) => files.get(name) ?? '');
  });
  const text = (page: string): string =>
    page
      .replace(/^[\s\S]*<body[^>]*>|<svg[\s\S]*?<\/svg>/g, '')
      .replace(/<\/(?:p|h1|div|li|td|th|caption)>/g, '\n')
      .replace(/<[^>]+>/g, '')
      .replace(/\n+/g, '\n')
      .trim();

  it('stands beside the other, with the words of the source, proved', () => {
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const made = result.artifacts.map(({ edition, name, words = 0 }) => [edition, name, words > 0]);
    expect(made).toEqual([
      ['print', 'bai.print.pdf', true],
      ['ebook', 'bai.epub', true],
      ['ebook', 'bai.fixed.epub', true],
    ]);
    expect(result.artifacts[2]?.pages).toBe(pages.length);
    expect(pages.length).toBeGreaterThan(2);
  });

  it('has a document a page, each of the size of the printed one, in spreads', () => {
    const opf = files.get('OEBPS/content.opf') ?? '';
    expect(pages[0]).toContain('<meta name="viewport" content="width=416, height=340"/>');
    expect(opf).toContain('<meta property="rendition:layout">pre-paginated</meta>');
    expect(opf.match(/<itemref[^>]*>/g)?.slice(0, 3)).toEqual([
      '<itemref idref="doc-1" linear="no"/>',
      '<itemref idref="doc-2" properties="page-spread-right"/>',
      '<itemref idref="doc-3" properties="page-spread-left"/>',
    ]);
    expect(opf).toContain('properties="cover-image"');
    expect(opf).not.toContain('displayTransformability');
    expect(opf).toContain('chữ không tự dàn theo màn hình');
  });

  it('has readings in the line as in print, in parentheses, and claims no ruby', () => {
    const last = pages.at(-1) ?? '';
    expect(last).not.toMatch(/<(?:ruby|r[tp])\b/);
    expect(text(last)).toMatch(/Thăng Long \(Hà Nội\)/);
    expect(files.get('OEBPS/content.opf')).not.toContain('Ruby');
    const other = result.artifacts.find(({ name }) => name === 'bai.epub')?.bytes ?? new Uint8Array(0);
    const markup = readZip(other).map((entry) => new TextDecoder().decode(entry.bytes));
    expect(markup.join('')).toContain('<ruby>Thăng Long<rt>Hà Nội</rt></ruby>');
  });

  it('is another publication than the reflowable one', () => {
    const other = result.artifacts.find(({ name }) => name === 'bai.epub')?.bytes ?? new Uint8Array(0);
    const opf = readZip(other).find(({ name }) => name.endsWith('.opf'))?.bytes;
    const idOf = (markup: string): string => /<dc:identifier[^>]*>([^<]*)/.exec(markup)?.[1] ?? '';
    expect(idOf(files.get('OEBPS/content.opf') ?? '')).toMatch(/^urn:uuid:/);
    expect(idOf(files.get('OEBPS/content.opf') ?? '')).not.toBe(idOf(new TextDecoder().decode(opf)));
  });

  it('names its edition behind the title that both share, and not in that of the print edition', () => {
    const opf = files.get('OEBPS/content.opf') ?? '';
    expect(
      opf.match(/<dc:title.*|<meta refines="#(?:title|edition)".*|<meta property="pageBreakS.*/g),
    ).toEqual([
      '<dc:title id="title">Chợ phiên</dc:title>',
      '<meta refines="#title" property="title-type">main</meta>',
      '<meta refines="#title" property="display-seq">1</meta>',
      '<dc:title id="edition">Bản dàn trang cố định</dc:title>',
      '<meta refines="#edition" property="title-type">edition</meta>',
      '<meta refines="#edition" property="display-seq">2</meta>',
      '<meta property="pageBreakSource">Chợ phiên, 13/1/2020 (bản in)</meta>',
    ]);
    expect(files.get('OEBPS/toc.ncx')).toContain('<docTitle><text>Chợ phiên</text></docTitle>');
    const other = result.artifacts.find(({ name }) => name === 'bai.epub')?.bytes ?? new Uint8Array(0);
    const plain = readZip(other).find(({ name }) => name.endsWith('.opf'))?.bytes;
    expect(new TextDecoder().decode(plain)).not.toMatch(/display-seq|id="edition"/);
  });

  it('has its text in the elements of the source, at its place, capitals left to the style sheet', () => {
    const [first = ''] = pages;
    expect(text(first)).toMatch(/^Chợ phiên\nChợ phiên họp, xem bảng và nguồn\.1/);
    const look = /<h1[^>]*><span class="t (f\d+)" style="left:[\d.]+px;top:[\d.]+px/.exec(first)?.[1];
    expect(files.get('OEBPS/style.css')).toMatch(new RegExp(`\\.${look} \\{[^}]*text-transform: uppercase`));
    expect(first).toMatch(/<em><span class="t f\d+"[^>]*>phiên/);
    expect(first).toContain('<a href="https://example.org/a">');
    // A call that a reader would take for one to pop up shows the note in the size that it has on the page.
    expect(first).toMatch(/<a [^>]*href="[^"]*#fn/);
    expect(pages.join('')).not.toContain('noteref');
    expect(first).toMatch(/<div id="fn[^"]*" role="doc-footnote"[^>]*><p[^>]*><span[^>]*>1\. ?<\/span>/);
  });

  it('keeps a table a table, with cells that are empty, and links that lead to its page', () => {
    const at = pages.findIndex((page) => page.includes('<table'));
    expect(pages[at]).toMatch(/<td><span[^>]*>Cao Lộc ?<\/span><\/td>\s*<td><\/td>/);
    expect(pages[0]).toContain(`href="${at === 0 ? '' : `page-${at + 1}.xhtml`}#bang"`);
    expect(pages[at]).toContain('id="bang"');
  });

  it('has pictures with their texts, as large as on the page', () => {
    const image = /<img src="images\/a\.jpg" alt="Cảnh chợ" style="([^"]*)"\/>/.exec(pages.join(''))?.[1];
    expect(image).toMatch(/width:[\d.]+px;height:[\d.]+px/);
  });

  it('joins words that lines and pages broke, and draws their hyphens', () => {
    const words = ebookWords(bytes);
    expect(words.filter((word) => word === 'notwithstanding')).toHaveLength(8);
    expect(words.join(' ')).not.toMatch(/[\u00ad-]/);
    expect(pages.slice(1).some((page) => /<svg[^>]*aria-hidden="true"[\s\S]*<use /.test(page))).toBe(true);
  });

  it('leaves running feet to the eye', () => {
    for (const [i, page] of pages.entries()) {
      expect(page).toMatch(/<div class="furniture" aria-hidden="true" data-origin="template">/);
      expect(text(page)).toMatch(new RegExp(`Trang ${i + 1}$`));
    }
  });

  it('leads to pages and headings', () => {
    const toc = files.get('OEBPS/toc.xhtml') ?? '';
    expect(toc).toContain('<li><a href="page-1.xhtml#cho-phien">Chợ phiên</a>');
    for (const [i] of pages.entries())
      expect(toc).toContain(`<li><a href="page-${i + 1}.xhtml#page">${i + 1}</a></li>`);
  });

  it('is taken for what it is when it is checked', async () => {
    const source = ebookWords(bytes);
    const turned = [...source.slice(20), ...source.slice(0, 20)];
    const said = await checkFile('bai.fixed.epub', bytes, { source: turned });
    expect(said.diagnostics.map(({ code }) => code)).toEqual([]);
  });
});

describe('without printed pages an ebook of fixed layout', () => {
  it('is not made, and that is told', async () => {
    const { artifacts, diagnostics } = await make({ editions: ['ebook'] });
    expect(artifacts.map(({ name }) => name)).toEqual(['bai.epub']);
    expect(diagnostics.map(({ code }) => code)).toContain('EPUB-FIXED-PRINT');
  });

  it('nor where an error withholds them, and the ebook says that it has no list of pages', async () => {
    const host = memoryHost({ 'bai.md': '---\ntitle: Bài\ndate: 2020-01-13\n---\n\nChữ 你好.\n' });
    const { artifacts, diagnostics } = await publish(
      'bai.md',
      { editions: ['print', 'ebook'], ebook: { fixedLayout: true } },
      host,
    );
    expect(artifacts.map(({ name }) => name)).toEqual(['bai.epub']);
    const codes = diagnostics.map(({ code }) => code);
    expect(codes).toContain('TEXT-GLYPH');
    expect(codes.filter((code) => code.endsWith('WITHHELD'))).toEqual([
      'EPUB-PAGES-WITHHELD',
      'EPUB-FIXED-WITHHELD',
    ]);
  });
});
