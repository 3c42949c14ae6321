import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PublishOptions, Result } from '../../src/document/result.js';
import { openPdf } from '../../src/check/pdf/open-pdf.js';
import { paintedWords } from '../../src/check/pdf/pdf-words.js';
import { readPdf } from '../../src/check/pdf/read-pdf.js';
import { structureNodes } from '../../src/check/pdf/structure.js';
import { publish } from '../../src/publish.js';
import { memoryHost } from '../support/memory-host.js';
import { readZip } from '../support/read-zip.js';
import { root } from '../support/run-cli.js';

const article = '---\ntitle: Chợ phiên\ndate: 2020-01-13\n---\n\nMỗi tháng sáu phiên chợ.\n';

function make(files: Record<string, string | Uint8Array>, options: PublishOptions = {}): Promise<Result> {
  return publish('in/bai.md', options, memoryHost(files));
}
const editions = ({ artifacts }: Result): string[] => artifacts.map(({ edition }) => edition);
const said = ({ diagnostics }: Result): (string | undefined)[][] =>
  diagnostics.map(({ code, edition }) => [code, edition]);
const opening = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1', 0, 5);

/** An article, and a template of one's own with this sheet. */
const template = (css: string): Record<string, string> => ({
  'in/bai.md': article,
  'mau/template.yaml':
    'name: mau\ndescription: { vi: Mẫu, en: Sample }\neditions: [print, archive, ebook]\n' +
    'stylesheets: { print: [all.css], ebook: [all.css] }\n',
  'mau/all.css': `@page { size: 100mm 100mm; margin: 5mm } p { font-family: "Source Serif 4" }\n${css}`,
});

describe('publish', () => {
  it('makes three editions of one article, without a word to say', async () => {
    const result = await make({ 'in/bai.md': article });
    expect(result.diagnostics).toEqual([]);
    expect(result.artifacts.map(({ name, pages }) => [name, pages])).toEqual([
      ['bai.print.pdf', 1],
      ['bai.archive.pdf', 1],
      ['bai.epub', undefined],
    ]);
    expect(result.artifacts.map(({ bytes }) => opening(bytes).slice(0, 4))).toEqual([
      '%PDF',
      '%PDF',
      'PK\u0003\u0004',
    ]);
  });

  it('begins the ebook before it sets pages, and says of it what it says in its turn', async () => {
    const host = memoryHost({ ...template('p { color red }') });
    const read: string[] = [];
    const watched = {
      ...host,
      read: (path: string, most?: number) => {
        read.push(path);
        return host.read(path, most);
      },
    };
    const result = await publish('in/bai.md', { template: 'mau' }, watched);
    expect(editions(result)).toEqual(['print', 'archive', 'ebook']);
    expect([...new Set(said(result).map(([, edition]) => edition))]).toEqual(['print', 'archive', 'ebook']);
    const sheets = read.filter((path) => path === 'mau/all.css' || path.endsWith('FOGRA39L_coated.icc'));
    expect(sheets.indexOf('mau/all.css')).toBeLessThan(sheets.findIndex((path) => path.endsWith('.icc')));
  });

  it('prints on what is named: by the manifest, or before that by whoever asks', async () => {
    const files = {
      'so/publication.yaml': 'title: Số\nprinter: newsprint\nreadingOrder: [bai.md]',
      'so/bai.md': article,
    };
    const printed = async (options: PublishOptions) => {
      const { artifacts, diagnostics } = await publish(
        'so',
        { date: '2020-01-13', editions: ['print'], ...options },
        memoryHost(files),
      );
      expect(diagnostics).toEqual([]);
      const text = Buffer.from(artifacts[0]?.bytes ?? []).toString('latin1');
      const file = openPdf(artifacts[0]?.bytes ?? new Uint8Array(), '').value;
      const [page] = file ? readPdf(file).pages : [];
      expect(text).toContain('%PDF-1.6');
      return [
        file?.text(
          file.dict(file.array(file.catalog.raw('OutputIntents'))?.[0] ?? null)?.raw('OutputCondition') ??
            null,
        ),
        ...['MediaBox', 'TrimBox'].map((box) =>
          (file?.numbers(page?.page.dict.raw(box) ?? null) ?? []).map(Math.round),
        ),
      ];
    };
    expect(await printed({})).toEqual([
      'Cold-set web offset on newsprint (ISO 12647-3)',
      [0, 0, 595, 842],
      [0, 0, 595, 842],
    ]);
    // 3 mm of bleed, a gap, marks of 5 mm and white beyond them.
    const [paper, media, trim] = await printed({ printer: 'uncoated' });
    expect(paper).toBe('Offset printing on uncoated white paper, type 4');
    expect([media, trim]).toEqual([
      [0, 0, 652, 899],
      [28, 28, 624, 870],
    ]);
    const [, bare] = await printed({
      printer: 'uncoated',
      marks: { crop: false, cross: false, info: false },
    });
    expect(bare).toEqual([0, 0, 612, 859]);
  });

  it('says among the marks what page of what this is, and no word more on the page', async () => {
    const printed = async (marks: NonNullable<PublishOptions['marks']>) => {
      const { artifacts } = await make({ 'in/bai.md': article }, { editions: ['print'], marks });
      const file = openPdf(artifacts[0]?.bytes ?? new Uint8Array(), '').value;
      if (!file) throw new Error('the file cannot be read');
      return readPdf(file);
    };
    const [bare, told] = [
      await printed({ crop: false, cross: false, info: false }),
      await printed({ crop: false, cross: false, info: true }),
    ];
    expect(paintedWords(told)).toEqual(paintedWords(bare));
    const page = told.pages[0];
    const slug = page?.shows.filter(({ from }) => from.y < 28) ?? [];
    expect(slug.map(({ text }) => text).join('')).toBe(
      'trang 1/1 · bai.print.pdf · Chợ phiên · 2020-01-13 · coated',
    );
    expect(slug.every(({ mark, font }) => mark.artifact && font.embedded)).toBe(true);
    expect(slug[0]?.fill).toMatchObject({ space: 'cmyk', values: [0, 0, 0, 1] });
    // A sheet without marks has room for the bleed alone; a full patch of each ink stands below the page.
    const sizes = [bare, told].map(({ file, pages }) =>
      file.numbers(pages[0]?.page.dict.raw('MediaBox') ?? null),
    );
    expect(sizes.map((box) => Math.round(box?.[2] ?? 0))).toEqual([612, 652]);
    const patches = page?.painted.flatMap((item) =>
      item.type === 'path' && item.fill && (item.boxes[0]?.[3] ?? 99) < 20
        ? [item.fill.values.join(' ')]
        : [],
    );
    expect(patches).toEqual([
      '1 0 0 0',
      '0.5 0 0 0',
      '0 1 0 0',
      '0 0.5 0 0',
      '0 0 1 0',
      '0 0 0.5 0',
      '0 0 0 1',
      '0 0 0 0.5',
    ]);
  });

  it('tells of colours with more ink than the paper takes, and of blacks that are not black ink alone', async () => {
    const css =
      'p { color: device-cmyk(0.6 0.4 0.4 1); border-top: 2pt solid device-cmyk(0 1 1 1); font-size: 20pt } ' +
      '.b { background: device-cmyk(1 1 1 0.8); height: 30pt }';
    const files = { ...template(css), 'in/bai.md': `${article}\n::: b\n\nHai.\n\n:::\n` };
    const told = async (printer: string) => {
      const { diagnostics } = await make(files, { template: 'mau', editions: ['print'], printer });
      return diagnostics.map(({ code, values, severity }) => [
        code,
        values['color'],
        values['ink'] ?? values['size'],
        severity,
      ]);
    };
    expect(await told('coated')).toEqual([
      ['PDF-RICH-BLACK', '0 100 100 100', 2, 'warning'],
      ['PDF-INK', '100 100 100 80', 380, 'warning'],
    ]);
    expect(await told('newsprint')).toEqual([
      ['PDF-INK', '0 100 100 100', 300, 'warning'],
      ['PDF-RICH-BLACK', '0 100 100 100', 2, 'warning'],
      ['PDF-INK', '100 100 100 80', 380, 'warning'],
      ['PDF-RICH-BLACK', '60 40 40 100', 20, 'warning'],
    ]);
    const { diagnostics } = await make(files, { template: 'mau', editions: ['archive'] });
    expect(diagnostics.filter(({ code }) => code === 'PDF-INK' || code === 'PDF-RICH-BLACK')).toEqual([]);
  });

  it.each([
    ['khong-co', 'PRINTER-UNKNOWN'],
    ['in/nha-in.yaml', 'PRINTER-PROFILE-MISSING'],
  ])('makes the other editions where the printer %s is wrong', async (printer, code) => {
    const yaml = readFileSync(join(root, 'printers', 'coated.yaml'), 'utf8');
    const files = { 'in/bai.md': article, 'in/nha-in.yaml': yaml.replace('icc:FOGRA39L_coated', 'khong-co') };
    const result = await make(files, { printer });
    expect(said(result)).toEqual([
      [code, 'print'],
      ['EPUB-PAGES-WITHHELD', 'ebook'],
    ]);
    expect(editions(result)).toEqual(['archive', 'ebook']);
  });

  it('makes one publication of a book and of an issue, in the templates that go with them', async () => {
    const files = {
      'sach/SUMMARY.md': '# Sách\n\n* [Một](mot.md)\n  * [Hai](hai.md)',
      'sach/mot.md': '# Một\n\nXem [hai](hai.md#mục-con).',
      'sach/hai.md': '# Hai\n\n## Mục con\n\nXem [một](mot.md).',
      'so/publication.yaml': 'title: Số\ntemplate: { archive: article }\nreadingOrder: [bai.md, bai-hai.md]',
      'so/bai.md': article,
      'so/bai-hai.md': '# Bài hai\n\nChữ.',
    };
    const options = { date: '2020-01-13' };
    const book = await publish('sach', options, memoryHost(files));
    const issue = await publish('so/', options, memoryHost(files));
    expect([...book.diagnostics, ...issue.diagnostics]).toEqual([]);
    const names = [...book.artifacts, ...issue.artifacts].map(({ name, pages }) => [name, pages]);
    expect(names).toEqual([
      ['sach.print.pdf', 2],
      ['sach.archive.pdf', 2],
      ['sach.epub', undefined],
      ['so.print.pdf', 1],
      ['so.archive.pdf', 3],
      ['so.epub', undefined],
    ]);
    const text = (name: string): string => {
      const epub = book.artifacts.find((artifact) => artifact.edition === 'ebook')?.bytes ?? new Uint8Array();
      const found = readZip(epub).find((entry) => entry.name.endsWith(name));
      return new TextDecoder().decode(found?.bytes);
    };
    expect(text('toc.xhtml')).toMatch(/1 Một[^]*1\.1 Hai[^]*Mục con/);
    expect(text('mot.xhtml')).toContain('href="hai.xhtml#muc-con"');
    // The contents of the template are tagged, and lead to the chapters and their sections.
    const archive = book.artifacts.find(({ edition }) => edition === 'archive')?.bytes ?? new Uint8Array();
    const file = openPdf(archive, 'sach.archive.pdf').value;
    const tags = file ? [...structureNodes(readPdf(file).structure?.kids ?? [])] : [];
    const entries = tags.filter(({ role }) => role === 'TOCI').map(({ kids }) => [...structureNodes(kids)]);
    expect(entries.map((parts) => parts.map(({ role }) => role))).toEqual([
      ['Reference', 'Link'],
      ['Reference', 'Link'],
    ]);
    const [, link] = entries[0] ?? [];
    expect(link?.kids.map(({ type }) => type)).toContain('object');
  });

  it('makes only what was asked for', async () => {
    expect(editions(await make({ 'in/bai.md': article }, { editions: ['ebook'] }))).toEqual(['ebook']);
    expect(editions(await make({ 'in/bai.md': article }, { editions: ['archive', 'print'] }))).toEqual([
      'print',
      'archive',
    ]);
  });

  it('says when an edition is begun', async () => {
    const begun: string[] = [];
    await make({ 'in/bai.md': article }, { progress: (edition) => begun.push(edition) });
    expect(begun).toEqual(['print', 'archive', 'ebook']);
  });

  it('withholds the editions whose fonts lack a character, and makes the other', async () => {
    const result = await make({ 'in/bai.md': article.replace('chợ', '\u{10330}') });
    expect(said(result)).toEqual([
      ['TEXT-GLYPH', 'print'],
      ['TEXT-GLYPH', 'archive'],
      ['EPUB-CHARACTER', 'ebook'],
      ['EPUB-PAGES-WITHHELD', 'ebook'],
    ]);
    expect(editions(result)).toEqual(['ebook']);
  });

  it('withholds every edition for an error of the source, and still looks at the rest', async () => {
    const result = await make({ 'in/bai.md': `${article}\n![Chợ](none.jpg)\n\n\u{10330}\n` });
    expect(said(result)).toEqual([
      ['IMG-MISSING', undefined],
      ['TEXT-GLYPH', 'print'],
      ['TEXT-GLYPH', 'archive'],
      ['EPUB-CHARACTER', 'ebook'],
      ['EPUB-PAGES-WITHHELD', 'ebook'],
    ]);
    expect(result.artifacts).toEqual([]);
  });

  it('stops at a source that cannot be read', async () => {
    const result = await make({ 'in/bai.md': '' });
    expect(said(result)).toEqual([['READ-EMPTY', undefined]]);
    expect(result.artifacts).toEqual([]);
  });

  it('lets a warning count as an error when it is strict', async () => {
    const undated = article.replace(/date: .*\n/, '');
    expect(editions(await make({ 'in/bai.md': undated }, { editions: ['ebook'] }))).toEqual(['ebook']);
    const strict = await make({ 'in/bai.md': undated }, { editions: ['ebook'], strict: true });
    expect([editions(strict), strict.diagnostics[0]?.severity]).toEqual([[], 'error']);
  });

  it('gives the date before any that the article has', async () => {
    const result = await make({ 'in/bai.md': article }, { editions: ['archive'], date: '2021-02-03' });
    expect(Buffer.from(result.artifacts[0]?.bytes ?? []).toString('latin1')).toContain('2021-02-03T00:00:00');
  });

  it('tells of an unknown template once an edition', async () => {
    const result = await make({ 'in/bai.md': article }, { template: 'none', editions: ['print', 'ebook'] });
    expect(said(result)).toEqual([
      ['TEMPLATE-UNKNOWN', 'print'],
      ['TEMPLATE-UNKNOWN', 'ebook'],
    ]);
  });

  it('is the same for the same input, whatever its folder is called', async () => {
    const sample = readFileSync(join(root, 'input', 'so-noi-vu-2020.txt'));
    const one = await publish('a/bai.txt', {}, memoryHost({ 'a/bai.txt': sample }));
    const other = await publish('/b/c d/bai.txt', {}, memoryHost({ '/b/c d/bai.txt': sample }));
    expect(one.artifacts.length).toBe(3);
    for (const [i, { bytes }] of one.artifacts.entries()) {
      expect(Buffer.compare(Buffer.from(bytes), Buffer.from(other.artifacts[i]?.bytes ?? []))).toBe(0);
    }
  });
});

describe('verifying', () => {
  it('counts the words of each edition, the title among them', async () => {
    const result = await make({ 'in/bai.md': article }, { verify: true });
    expect(result.diagnostics).toEqual([]);
    expect(result.artifacts.map(({ words }) => words)).toEqual([7, 7, 7]);
  });

  it('keeps back an edition that lost a word, and no other', async () => {
    const result = await make(template('p { display: none }'), { template: 'mau/', verify: true });
    expect(said(result)).toEqual([
      ['CHECK-WORDS-LOST', 'print'],
      ['CHECK-WORDS-LOST', 'archive'],
    ]);
    expect(result.diagnostics[0]?.values['places']).toBe('“Chợ phiên [Mỗi tháng sáu phiên chợ.]”');
    expect(editions(result)).toEqual(['ebook']);
  });

  it('lets a style sheet set capitals', async () => {
    const result = await make(template('p { text-transform: uppercase }'), {
      template: 'mau/',
      verify: true,
    });
    expect([said(result), editions(result)]).toEqual([[], ['print', 'archive', 'ebook']]);
  });
});

describe('pictures of style sheets', () => {
  const options = { template: 'mau/' };
  /** One black pixel. */
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  );

  it('are painted on pages and carried in the ebook, each once', async () => {
    const css = 'p { background: url(anh/nen.png) } h1 { background: url("anh/nen.png") no-repeat }';
    const result = await make({ ...template(css), 'mau/anh/nen.png': dot }, options);
    expect(result.diagnostics).toEqual([]);
    const [print, archive, ebook] = result.artifacts.map(({ bytes }) => bytes);
    for (const pdf of [print, archive])
      expect(Buffer.from(pdf ?? []).toString('latin1')).toContain('/PatternType 1');
    const entries = readZip(ebook ?? new Uint8Array());
    const pictures = entries.filter(({ name }) => name.startsWith('OEBPS/images/'));
    expect(pictures.map(({ name }) => name)).toEqual(['OEBPS/images/nen.png']);
    const sheet = entries.find(({ name }) => name.endsWith('style.css'));
    expect(Buffer.from(sheet?.bytes ?? []).toString()).toContain('url("images/nen.png") no-repeat');
  });

  it('are an error where they are named when they are missing, and the only one', async () => {
    const result = await make(template('p { background: url(nen.png) } h1 { background: url(nen.png) }'), {
      ...options,
      editions: ['archive', 'ebook'],
    });
    expect(said(result)).toEqual([
      ['STYLE-PICTURE', 'archive'],
      ['STYLE-PICTURE', 'ebook'],
    ]);
    expect(result.diagnostics[0]?.span).toMatchObject({ file: 'mau/all.css', line: 2, column: 5 });
    expect(result.artifacts).toEqual([]);
  });

  it('may stand in the sheet, but not on the network', async () => {
    const data = `data:image/png;base64,${dot.toString('base64')}`;
    const only = { ...options, editions: ['archive'] } as const;
    expect((await make(template(`p { background: url(${data}) }`), only)).diagnostics).toEqual([]);
    const remote = await make(template('p { background: url(https://x.vn/a.png) }'), only);
    expect(said(remote)).toEqual([['IMG-REMOTE', 'archive']]);
  });
});

describe('a booklet', () => {
  const files = {
    'so/publication.yaml': 'title: Số\nimpose: booklet\ndate: 2020-01-13\nreadingOrder: [bai.md]',
    'so/bai.md': article,
  };
  const sheets = (options: PublishOptions, given: Record<string, string> = files): Promise<Result> =>
    publish('so', { editions: ['print'], ...options }, memoryHost(given));

  it('stands beside the print edition where the manifest or an option wants it', async () => {
    const result = await sheets({ verify: true });
    expect(said(result)).toEqual([['IMPOSE-BLANK', 'booklet']]);
    expect(result.artifacts.map(({ edition, name, pages, words }) => [edition, name, pages, words])).toEqual([
      ['print', 'so.print.pdf', 1, 7],
      ['booklet', 'so.booklet.pdf', 2, 7],
    ]);
    expect(editions(await sheets({ impose: 'none' }))).toEqual(['print']);
    const asked = await make({ 'in/bai.md': article }, { editions: ['print'], impose: 'booklet' });
    expect(asked.artifacts.map(({ name }) => name)).toEqual(['bai.print.pdf', 'bai.booklet.pdf']);
  });

  it('is withheld alone when it cannot be made, and with the print edition', async () => {
    expect(editions(await sheets({ strict: true }))).toEqual(['print']);
    const sizes = template('h1 { page: ngang; break-after: page } @page ngang { size: 200mm 100mm }');
    const odd = await make(sizes, { template: 'mau', editions: ['print', 'archive'], impose: 'booklet' });
    expect(said(odd)).toEqual([['IMPOSE-SIZE', 'booklet']]);
    expect(editions(odd)).toEqual(['print', 'archive']);
    const dead = { ...files, 'so/bai.md': `${article}\n![Chợ](khong-co.jpg)\n` };
    const none = await sheets({ strict: true }, dead);
    expect(editions(none)).toEqual([]);
  });

  it('says on each sheet what file, sheet, face and pages these are, blank ones too', async () => {
    const marks = { crop: true, cross: false, info: true };
    const { artifacts, diagnostics } = await sheets({ marks });
    expect(diagnostics.map(({ code, span }) => [code, span?.file])).toEqual([['IMPOSE-BLANK', 'so']]);
    const { value: file } = openPdf(artifacts[1]?.bytes ?? new Uint8Array(), 'so.booklet.pdf');
    const lines = file ? readPdf(file).pages.map(({ shows }) => shows.map(({ text }) => text).join('')) : [];
    const about = 'so.booklet.pdf · Số · 2020-01-13 · coated';
    expect(lines).toEqual([
      expect.stringContaining(`tờ 1/1 · mặt trước · trang – | 1 · ${about}`),
      `tờ 1/1 · mặt sau · trang – | – · ${about}`,
    ]);
  });

  it('has the creep of an option where the manifest wants it, and nowhere else', async () => {
    expect(said(await sheets({ creep: 0.2 }))).toEqual([['IMPOSE-BLANK', 'booklet']]);
    const none = await make({ 'in/bai.md': article }, { editions: ['print'], creep: 0.2 });
    expect(none.diagnostics.map(({ code, span }) => [code, span?.file])).toEqual([
      ['IMPOSE-CREEP', 'in/bai.md'],
    ]);
  });

  it('has the blank pages before a back cover', async () => {
    const cover = template('p { page: back-cover; break-before: page }');
    const result = await make(cover, { template: 'mau', editions: ['print'], impose: 'booklet' });
    expect(result.diagnostics[0]?.values).toEqual({ pages: 2, count: 2, page: '1', total: 4 });
  });
});
