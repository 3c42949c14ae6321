/** `publication.yaml`: what it says of an issue or a book, and what is wrong with it, with line and nearest key. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describe as describeDiagnostic } from '../../../src/diagnostic.js';
import { isPublicationFolder, readManuscript } from '../../../src/read/manuscript.js';
import { jsonSchema } from '../../../src/read/manifest/schema.js';
import { memoryHost } from '../../support/memory-host.js';

const articles = {
  'so/mot.md': '# Chợ phiên\n\nChữ một.',
  'so/hai.txt':
    'Hội xuân ở bản\n\nSáng nay, bà con các bản đã về dự hội xuân đông vui ở sân đình của xã nhà.\n',
  'so/ba.md': '---\nauthor: An\n---\n\nKhông có tít.',
};

async function read(yaml: string, input = 'so', more: Readonly<Record<string, string>> = {}) {
  const files = { 'so/publication.yaml': yaml, ...articles, ...more };
  const { value, diagnostics } = await readManuscript(input, memoryHost(files));
  const said = diagnostics
    .filter(({ code }) => code.startsWith('MANIFEST') || code === 'READ-NO-TITLE')
    .map((d) => `${d.span?.line}:${d.span?.column} ${describeDiagnostic(d, 'en').message}`);
  return { manuscript: value, said };
}

describe('a manifest', () => {
  it('says what the whole is and what stands in it, in order', async () => {
    const { manuscript, said } = await read(
      [
        'title: Bản tin Đồng Mỏ',
        'issueNumber: 12',
        'datePublished: 15/1/2020',
        'publisher: Ủy ban xã',
        'inLanguage: vi',
        'creator: [An, Bình]',
        'template: { print: bulletin, archive: article }',
        'options: { accent: luc, illustrations: true }',
        'imprint:',
        '  licence: 12/GP ngày 2/1/2020',
        'readingOrder:',
        '  - section: Thời sự',
        '    articles:',
        '      - mot.md',
        '      - { url: hai.txt, title: Hội xuân, author: Chi, date: 2020-01-14, kicker: Lễ hội }',
        '  - url: ba.md',
        '    title: Ba',
      ].join('\n'),
    );
    expect(said).toEqual([]);
    expect(manuscript).toMatchObject({
      path: 'so',
      kind: 'issue',
      templates: { print: 'bulletin', archive: 'article' },
      options: { accent: { value: 'luc', span: { line: 8 } }, illustrations: { value: true } },
      metadata: {
        title: 'Bản tin Đồng Mỏ',
        authors: ['An', 'Bình'],
        date: '2020-01-15',
        publisher: 'Ủy ban xã',
        language: 'vi',
        extra: {
          issue: 'Số 12',
          imprint: { licence: '12/GP ngày 2/1/2020' },
        },
      },
    });
    const own = manuscript?.chapters.map(({ article: { metadata } }) => [
      metadata.title,
      metadata.section,
      metadata.kicker,
      metadata.authors,
      metadata.date,
    ]);
    expect(own).toEqual([
      ['Chợ phiên', 'Thời sự', undefined, [], undefined],
      ['Hội xuân', 'Thời sự', 'Lễ hội', ['Chi'], '2020-01-14'],
      ['Ba', undefined, undefined, ['An'], undefined],
    ]);
  });

  it('with a wrong key shows in the same run what else is wrong: values, entries, files that are missing', async () => {
    const { manuscript, said } = await read(
      [
        'titel: Bản tin',
        'datePublished: hôm qua',
        'type: tap-chi',
        'readingOrder:',
        '  - mot.md',
        '  - { url: khong.md, tilte: Không }',
        '  - section: Lễ hội',
        '    articels: []',
        '    articles: [cung-khong.txt]',
      ].join('\n'),
    );
    expect(manuscript).toBeUndefined();
    // type, titel, tilte, articels; the date; the two files.
    const places = ['3:1', '1:1', '6:22', '8:5', '2:1', '6:7', '9:16'];
    expect(said.map((line) => line.replace(/ .*/, ''))).toEqual(places);
  });

  it('says how articles are to be set, all of a section or one', async () => {
    const { manuscript, said } = await read(
      [
        'readingOrder:',
        '  - section: Tin ngắn',
        '    settings: { columns: 3, rank: brief }',
        '    articles: [mot.md, { url: ba.md, settings: { columns: 2 } }]',
        '  - hai.txt',
      ].join('\n'),
    );
    expect(said.filter((one) => !one.includes('title'))).toEqual([]);
    expect(manuscript?.chapters.map(({ settings }) => settings)).toMatchObject([
      { columns: { value: 3, span: { line: 3, column: 17 } }, rank: { value: 'brief' } },
      { columns: { value: 2, span: { line: 4, column: 50 } }, rank: { value: 'brief' } },
      undefined,
    ]);
  });

  it('says how the ebook is wanted', async () => {
    const yaml =
      'ebook: { fonts: woff2, ncx: false, cover: bia.jpg, fixed-layout: true }\nreadingOrder: [mot.md]';
    const { manuscript } = await read(yaml);
    expect(manuscript?.ebook).toMatchObject({
      fonts: 'woff2',
      ncx: false,
      fixedLayout: true,
      cover: { path: 'bia.jpg', span: { file: 'so/publication.yaml', line: 1, column: 36 } },
    });
    expect((await read('ebook: { fonts: otf }\nreadingOrder: [mot.md]')).manuscript).toBeUndefined();
  });

  it('of a book has parts', async () => {
    const yaml = 'type: book\nreadingOrder:\n  - { part: Một, articles: [mot.md] }\n  - ba.md';
    const { manuscript } = await read(yaml);
    expect(manuscript?.kind).toBe('book');
    expect(manuscript?.chapters.map(({ part }) => part)).toEqual(['Một', undefined]);
  });

  it('is meant by its folder or by its name', async () => {
    const yaml = 'title: A\nreadingOrder: [mot.md]';
    const whole = await read(yaml);
    expect((await read(yaml, 'so/publication.yaml')).manuscript).toEqual(whole.manuscript);
    expect(isPublicationFolder('so', memoryHost({ 'so/publication.yaml': yaml }))).toBe(true);
  });

  it.each([
    ['titel: A\nreadingOrder: [mot.md]', '1:1 the key “titel” is not known; did you mean “title”?'],
    [
      'title: A\nreadingorder: [mot.md]',
      '2:1 the key “readingorder” is not known; did you mean “readingOrder”?',
    ],
    ['title: A\nqqqqqq: 1\nreadingOrder: [mot.md]', '2:1 the key “qqqqqq” is not known'],
    [
      'imprint: {licnece: a}\nreadingOrder: [mot.md]',
      '1:11 the key “imprint.licnece” is not known; did you mean “licence”?',
    ],
    [
      'template: {prnt: a}\nreadingOrder: [mot.md]',
      '1:12 the key “template.prnt” is not known; did you mean “print”?',
    ],
    ['type: novel\nreadingOrder: [mot.md]', '1:1 the value of “type” must be: issue | book'],
    ['title: [A]\nreadingOrder: [mot.md]', '1:1 the value of “title” must be: text'],
    [
      'date: 31/2/2020\nreadingOrder: [mot.md]',
      '1:1 the value of “date” must be: YYYY-MM-DD | 13/1/2020 | YYYY-MM | YYYY',
    ],
    ['impose: sach\nreadingOrder: [mot.md]', '1:1 the value of “impose” must be: booklet | none'],
    ['creep: 2\nreadingOrder: [mot.md]', '1:1 the value of “creep” must be: ≤ 1'],
    ['creep: mỏng\nreadingOrder: [mot.md]', '1:1 the value of “creep” must be: number'],
    [
      'date: hôm nay\nreadingOrder: [mot.md]',
      '1:1 the value of “date” must be: YYYY-MM-DD | 13/1/2020 | YYYY-MM | YYYY',
    ],
    ['language: tiếng Việt\nreadingOrder: [mot.md]', '1:1 the value of “language” must be: vi, en, fr-CA…'],
    [
      'readingOrder:\n  - url: mot.md\n    autor: An',
      '3:5 the key “readingOrder.1.autor” is not known; did you mean “author”?',
    ],
    ['readingOrder:\n  - mot.md\n  - khong.md', '3:5 there is no article khong.md'],
    [
      'readingOrder:\n  - mot.md\n  - a/../../bai.md',
      '3:5 the article a/../../bai.md lies outside the folder of the publication; it was not opened',
    ],
    ['readingOrder: []', '1:1 the reading order holds no article that can be read'],
    [
      'title: "a',
      '1:10 the manifest is not valid YAML: a mark is missing here: a closing quote or bracket, a comma, a colon, or a blank behind it',
    ],
  ])('%s', async (yaml, expected) => {
    expect((await read(yaml)).said).toContain(expected);
  });

  it('with nothing but a list of files builds them', async () => {
    const { manuscript, said } = await read('readingOrder: [mot.md, ba.md]');
    expect(manuscript?.chapters).toHaveLength(2);
    // The title that ba.md lacks is still missed.
    expect(said).toEqual(['1:undefined the article has no title']);
  });

  it('names the printer, by its name or by its file beside the manifest', async () => {
    const named = async (value: string, more = {}) => {
      const { manuscript } = await read(`printer: ${value}\nreadingOrder: [mot.md]`, 'so', more);
      return manuscript?.printer;
    };
    expect(await named('newsprint')).toMatchObject({ value: 'newsprint', span: { line: 1, column: 1 } });
    expect(await named('in/nha-in.yaml', { 'so/in/nha-in.yaml': 'x' })).toMatchObject({
      value: 'so/in/nha-in.yaml',
    });
  });

  it.each([
    ['nha-in.yaml', 'PRINTER-FILE'],
    ['../nha-in.yaml', 'PRINTER-AWAY'],
  ])('whose printer %s cannot be opened keeps its other editions', async (path, code) => {
    const yaml = `printer: ${path}\nreadingOrder: [mot.md]`;
    const files = { 'so/publication.yaml': yaml, ...articles, 'nha-in.yaml': 'x' };
    const { value, diagnostics } = await readManuscript('so', memoryHost(files));
    expect(value?.chapters).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code, edition: 'print', span: { line: 1 } }]);
  });

  it('says how the printed pages are imposed', async () => {
    const { manuscript } = await read('impose: booklet\ncreep: 0.12\nreadingOrder: [mot.md]');
    expect(manuscript?.imposing).toEqual({ impose: 'booklet', creep: 0.12 });
    expect((await read('readingOrder: [mot.md]')).manuscript?.imposing).toBeUndefined();
  });

  it('tells every problem at once', async () => {
    const { said } = await read('titel: A\nautor: B\nreadingOrder: [mot.md]');
    expect(said).toHaveLength(2);
  });

  it('refuses aliases without end', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [name, of] of ['b a', 'c b', 'd c', 'e d', 'f e', 'g f'].map((two) => two.split(' ')))
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(',')}]`);
    const { said } = await read([...bomb, 'readingOrder: [mot.md]'].join('\n'));
    expect(said).toEqual([
      '1:1 the manifest is not valid YAML: it is nested too deeply, or repeats itself too often',
    ]);
  });
});

describe('what a manifest says for the archive', () => {
  it('is the record of the whole, and what is wrong in it is named', async () => {
    const yaml = (archive: string): string => `archive: ${archive}\nreadingOrder: [mot.md]`;
    const right = await read(yaml('{ DocCode: 000.00.1, mã hồ sơ: H56.07 }'));
    expect(right.said).toEqual([]);
    expect(right.manuscript?.metadata?.archive).toEqual({ DocCode: '000.00.1', FileCode: 'H56.07' });
    const wrong = await read(yaml('{ DocCod: 1, IssuedDate: hôm qua, Mode: { a: 1 } }'));
    expect(wrong.said).toEqual([
      '1:44 the value of “archive.Mode” must be: text | list of texts',
      '1:12 the key “archive.DocCod” is not known; did you mean “DocCode”?',
      '1:23 the value of “archive.IssuedDate” must be: YYYY-MM-DD | 13/1/2020 | YYYY-MM | YYYY',
    ]);
  });
});

describe('the JSON Schema of the package', () => {
  it('is the one that the reader checks with (else: npm run build && node scripts/write-schema.mjs)', () => {
    const shipped: unknown = JSON.parse(
      readFileSync(new URL('../../../schema/publication.schema.json', import.meta.url), 'utf8'),
    );
    expect(shipped).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
  });
});
