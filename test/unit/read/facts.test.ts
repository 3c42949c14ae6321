/** What is known of a publication, from a front matter, a file beside a text and a manifest: the same keys in all three. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describe as describeDiagnostic } from '../../../src/diagnostic.js';
import type { Metadata } from '../../../src/document/publication.js';
import { facts } from '../../../src/read/facts/fact-keys.js';
import { readFrontMatter } from '../../../src/read/front-matter.js';
import { readManuscript } from '../../../src/read/manuscript.js';
import { readSource } from '../../../src/read/read.js';
import { memoryHost } from '../../support/memory-host.js';

const english = [
  'title: Alice ở xứ sở diệu kỳ',
  'author: [Hà My, { name: Lewis Carroll, role: [aut, ill], file-as: "Carroll, Lewis" }]',
  'editor: Trần B',
  'translators: [Lê C]',
  'contributor: { name: Lê C, role: chú giải }',
  'dateOriginal: 1865',
  'datePublished: 15/1/2020',
  'publisher: Nhà xuất bản A',
  'rights: © 2020',
  'license: CC BY 4.0',
  'isbn: { ebook: 978-604-0-00001-9, print: 978-604-0-00002-6 }',
  'series: { name: Tủ sách vàng, issn: 1859-0128, type: series }',
  'seriesNumber: 3',
  'edition: In lần thứ hai',
  'issueNumber: 12',
  'imprint: { registration: 12-2020/CXBIPH, copies: 500 }',
  'accessibility:',
  '  conformsTo: EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
  '  certifiedBy: Đơn vị A',
  '  certifierReport: https://example.org/a',
  '  exemption: eaa-microenterprise',
];

const vietnamese = [
  'Tiêu đề: Alice ở xứ sở diệu kỳ',
  'tác giả: [Hà My, { tên: Lewis Carroll, vai trò: [tác giả, minh họa], xếp theo: "Carroll, Lewis" }]',
  'biên tập: Trần B',
  'người dịch: [Lê C]',
  'cộng tác: { tên: Lê C, vai trò: wac }',
  'xuất bản lần đầu: 1865',
  'ngày xuất bản: 15/1/2020',
  'nhà xuất bản: Nhà xuất bản A',
  'bản quyền: © 2020',
  'giấy phép sử dụng: CC BY 4.0',
  'isbn: 9786040000019',
  'ISBN bản in: 9786040000026',
  'bộ sách: { tên: Tủ sách vàng, issn: "18590128" }',
  'tập: 3',
  'lần xuất bản: In lần thứ hai',
  'số: 12',
  'thông tin xuất bản: { số xác nhận đăng ký xuất bản: 12-2020/CXBIPH, số lượng in: 500 }',
  'khả năng tiếp cận:',
  '  đạt chuẩn: [EPUB Accessibility 1.1 - WCAG 2.2 Level AA]',
  '  đơn vị đánh giá: Đơn vị A',
  '  báo cáo đánh giá: https://example.org/a',
  '  miễn trừ: [eaa-microenterprise]',
];

const meant: Partial<Metadata> = {
  title: 'Alice ở xứ sở diệu kỳ',
  authors: ['Hà My', 'Lewis Carroll'],
  people: [
    { name: 'Lewis Carroll', roles: ['aut', 'ill'], fileAs: 'Carroll, Lewis' },
    { name: 'Trần B', roles: ['edt'] },
    { name: 'Lê C', roles: ['trl', 'wac'] },
  ],
  originalDate: '1865',
  date: '2020-01-15',
  publisher: 'Nhà xuất bản A',
  rights: '© 2020',
  licence: 'CC BY 4.0',
  isbn: { ebook: '9786040000019', print: '9786040000026' },
  series: { name: 'Tủ sách vàng', type: 'series', issn: '1859-0128', position: '3' },
  bookEdition: 'In lần thứ hai',
  accessibility: {
    conformsTo: ['EPUB Accessibility 1.1 - WCAG 2.2 Level AA'],
    certifiedBy: 'Đơn vị A',
    credentials: [],
    report: 'https://example.org/a',
    exemptions: ['eaa-microenterprise'],
  },
  extra: { issue: 'Số 12', imprint: { registration: '12-2020/CXBIPH', copies: 500 } },
};

const frontMatter = (...yaml: readonly string[]) =>
  readFrontMatter(['---', ...yaml, '---', 'Chữ.'], 'bai.md');

/** A manifest knows its keys in small letters alone, as the schema lists them. */
const small = (line: string): string => line.replace(/^(?:Tiêu đề|ISBN)/, (key) => key.toLowerCase());

describe.each([
  ['English', english],
  ['Vietnamese', vietnamese],
])('the facts of a publication, in %s', (_, yaml) => {
  it('are read from a front matter', () => {
    const { value, diagnostics } = frontMatter(...yaml);
    expect(diagnostics).toEqual([]);
    expect(value.metadata).toMatchObject(meant);
  });

  it('are read from a file beside a text', async () => {
    const text = 'Một tiêu đề\n\nĐoạn mở đầu của bài viết này đủ dài để là một đoạn văn.\n';
    const files = { 'bai.txt': text, 'bai.yaml': yaml.join('\n') };
    expect((await readSource('bai.txt', memoryHost(files))).value?.metadata).toMatchObject(meant);
  });

  it('are read from a manifest', async () => {
    const lines = [...yaml.map(small), 'readingOrder: [a.md]'];
    const files = { 'so/publication.yaml': lines.join('\n'), 'so/a.md': '# A' };
    const { value, diagnostics } = await readManuscript('so', memoryHost(files));
    expect(diagnostics).toEqual([]);
    expect(value?.metadata).toMatchObject(meant);
  });
});

/** What is said of one line of front matter and of the same line of a manifest. */
async function saidOf(line: string): Promise<readonly [string, string]> {
  const front = frontMatter(line).diagnostics;
  const files = { 'so/publication.yaml': `${line}\nreadingOrder: [a.md]`, 'so/a.md': '# A' };
  const manifest = (await readManuscript('so', memoryHost(files))).diagnostics;
  const said = (all: typeof front): string =>
    all.map((d) => `${d.span?.line}:${d.span?.column} ${describeDiagnostic(d, 'en').message}`).join('; ');
  return [said(front), said(manifest)];
}

describe('a fact that is wrong', () => {
  it.each([
    [
      'isbn: 978-604-0-00001-8',
      '2:7 the ISBN under “isbn” is wrong: with these digits the last would have to be 9',
      '1:1 the ISBN under “isbn” is wrong: with these digits the last would have to be 9',
    ],
    [
      'isbn: { print: 12 }',
      '2:16 the value of “isbn.print” must be ISBN “978-604-…”, but is 12',
      '1:9 the value of “isbn.print” must be: ISBN “978-604-…”',
    ],
    [
      'authors: [{ name: A, role: autor }]',
      '2:28 the value of “authors.1.role” must be author | a MARC code (aut, edt, trl…) or a word for the role, in English or Vietnamese, but is "autor"',
      '1:22 the value of “authors.1.role” must be: author | a MARC code (aut, edt, trl…) or a word for the role, in English or Vietnamese',
    ],
    [
      'authors: [{ name: A, rôle: aut }]',
      '2:22 the key “authors.1.rôle” means nothing here; did you mean “role”?',
      '1:22 the key “authors.1.rôle” is not known; did you mean “role”?',
    ],
    [
      'editor: [{ role: edt }]',
      '2:10 what stands under “editor.1” says nothing without “name”; it is left out',
      '1:10 what stands under “editor.1” says nothing without “name”; it is left out',
    ],
    [
      'seriesNumber: 3',
      '2:1 what stands under “seriesNumber” says nothing without “series”; it is left out',
      '1:1 what stands under “seriesNumber” says nothing without “series”; it is left out',
    ],
    [
      'accessibility: { conformsTo: EPUB Accessibility 1.1 - WCAG 2.2 level AA, certifiedBy: A }',
      '2:30 the value of “accessibility.conformsTo” must be EPUB Accessibility 1.1 - WCAG 2.2 Level AA, but is ' +
        '"EPUB Accessibility 1.1 - WCAG 2.2 level AA"',
      '1:18 the value of “accessibility.conformsTo” must be: EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
    ],
    [
      'accessibility: { conformsTo: EPUB Accessibility 1.1 - WCAG 2.2 Level AA }',
      '2:1 what stands under “accessibility” says nothing without “certifiedBy”; it is left out',
      '1:1 what stands under “accessibility” says nothing without “certifiedBy”; it is left out',
    ],
    [
      'khả năng tiếp cận: { đạt chuẩn: EPUB Accessibility 1.1 - WCAG 2.2 Level AA }',
      '2:1 what stands under “khả năng tiếp cận” says nothing without “đơn vị đánh giá”; it is left out',
      '1:1 what stands under “khả năng tiếp cận” says nothing without “đơn vị đánh giá”; it is left out',
    ],
    [
      'accessibility: { exemption: eaa-micro }',
      '2:29 the value of “accessibility.exemption” must be eaa-microenterprise | eaa-disproportionate-burden | ' +
        'eaa-fundamental-alteration, but is "eaa-micro"',
      '1:18 the value of “accessibility.exemption” must be: eaa-microenterprise | eaa-disproportionate-burden | ' +
        'eaa-fundamental-alteration',
    ],
    ['identifier: ISBN 978-604-0-00001-9', '', ''],
  ])('%s', async (line, front, manifest) => {
    expect(await saidOf(line)).toEqual([front, manifest]);
  });

  it('leaves the others as they are', () => {
    const { metadata } = frontMatter('isbn: 1', 'publisher: A', 'accessibility: { exemption: x }').value;
    expect(metadata).toMatchObject({ publisher: 'A' });
    expect(metadata.isbn).toBeUndefined();
  });
});

describe('identifiers', () => {
  it('become URNs where they are ISBNs, and an ISSN is that of the periodical', () => {
    expect(frontMatter('id: ISBN 978-604-0-00001-9').value.metadata.identifier).toBe(
      'urn:isbn:9786040000019',
    );
    const { metadata } = frontMatter('identifier: ISSN 1859-0128').value;
    expect(metadata).toMatchObject({ issn: '1859-0128' });
    expect(metadata.identifier).toBeUndefined();
    expect(frontMatter('identifier: HS-12').value.metadata.identifier).toBe('HS-12');
  });
});

describe('keys of one’s own', () => {
  it('stay for templates, without a word', () => {
    const own = ['issue: 7', 'tags: [a]', 'layout: post', 'cover_image: a.jpg', 'volume: 2', 'weight: 3'];
    const { value, diagnostics } = frontMatter(...own);
    expect(diagnostics).toEqual([]);
    expect(value.metadata.extra).toMatchObject({
      issue: 7,
      tags: ['a'],
      layout: 'post',
      volume: 2,
      weight: 3,
    });
  });
});

describe('editors', () => {
  it('answer for a whole that has no author', async () => {
    const files = { 'so/publication.yaml': 'editor: An\nreadingOrder: [a.md]', 'so/a.md': '# A' };
    const { value } = await readManuscript('so', memoryHost(files));
    expect(value?.metadata).toMatchObject({ authors: ['An'], people: [{ name: 'An', roles: ['edt'] }] });
  });
});

describe('the table of keys', () => {
  it.each(['README.md', 'README.vi.md'])('stands in %s', (name) => {
    const text = readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
    const named = facts.flatMap(({ keys }) => keys.filter((key, at) => at === 0 || /[^a-z]/i.test(key)));
    expect(named.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
  });
});

describe('facts: either placement of the tone, and keywords in one text', () => {
  const minh = 'Minh hoạ: Lê C\ntác giả: { tên: A, vai trò: hoạ sĩ }\nTừ khoá: lúa, Đồng Tháp; mùa nước nổi';
  const known = {
    subjects: ['lúa', 'Đồng Tháp', 'mùa nước nổi'],
    people: [
      { name: 'Lê C', roles: ['ill'] },
      { name: 'A', roles: ['art'] },
    ],
  };

  it('are read in a front matter', () => {
    const read = readFrontMatter(['---', ...minh.split('\n'), '---'], 'bai.md');
    expect(read.diagnostics).toEqual([]);
    expect(read.value.metadata).toMatchObject(known);
  });

  it('an article that is listed twice is told of and kept', async () => {
    const host = memoryHost({
      'publication.yaml': 'readingOrder:\n  - a.md\n  - ./a.md',
      'a.md': '# A\n\nb\n',
    });
    const { value, diagnostics } = await readManuscript('publication.yaml', host);
    expect(diagnostics.map(({ code, span }) => [code, span?.line])).toEqual([['MANIFEST-TWICE', 3]]);
    expect(value?.chapters.length).toBe(2);
  });

  it('words in brackets with attributes are a span', async () => {
    const typed = '# A\n\nXin [*Guten* Tag]{lang=de}, [b] {1, 2} và [c]{x}.\n';
    const { value } = await readSource('a.md', memoryHost({ 'a.md': typed }));
    const body = JSON.stringify(value?.body);
    expect(body).toContain(
      '"tagName":"span","properties":{"lang":"de"},"children":[{"type":"element","tagName":"em"',
    );
    expect(body).toContain('[b] {1, 2} và [c]{x}.');
  });

  it('are read in a manifest, a list of keywords as it is', async () => {
    const yaml = `minh hoạ: Lê C\ntừ khoá: ["a, b", c]\narchive: { mã hồ sơ: x }\nreadingOrder: [a.md]`;
    const host = memoryHost({ 'publication.yaml': yaml, 'a.md': '# A\n\nb\n' });
    const read = await readManuscript('publication.yaml', host);
    expect(read.diagnostics).toEqual([]);
    expect(read.value?.metadata).toMatchObject({ subjects: ['a, b', 'c'] });
  });
});
