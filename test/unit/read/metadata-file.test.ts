import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/document/tree.js';
import { readSource } from '../../../src/read/read.js';
import { makeDocx, paragraph, run } from '../../support/make-docx.js';
import { memoryHost } from '../../support/memory-host.js';
import { readArticle, said } from '../../support/read-helpers.js';

const text = 'Tiêu đề của bài\n\nĐoạn mở đầu của bài viết này đủ dài để là một đoạn văn.\n\nHÀ MY\n';
const read = (yaml: string) => readSource('a/bai.txt', memoryHost({ 'a/bai.txt': text, 'a/bai.yaml': yaml }));

describe('a .yaml beside a .txt', () => {
  it('adds what the text does not say, keeps what it does, and puts no words in', async () => {
    const { value, diagnostics } = await read(
      'section: Thời sự\ndate: 2020-01-14\nissue: Số 01\nimprint: { copies: 5 }\n',
    );
    expect(diagnostics).toEqual([]);
    expect(value?.metadata).toMatchObject({
      title: 'Tiêu đề của bài',
      authors: ['HÀ MY'],
      section: 'Thời sự',
      date: '2020-01-14',
      language: 'vi',
      extra: { issue: 'Số 01', imprint: { copies: 5 } },
    });
    expect(value && textOf(value.body)).not.toContain('Thời sự');
  });

  it('says what the archive keeps, under either name of a field', async () => {
    const yaml = [
      'archive:',
      '  Mã hồ sơ: 02.07.H56',
      '  CodeNumber: 12',
      '  từ khóa: [một, hai]',
      '  ngày, tháng, năm văn bản: 5/1/2026',
      '  số trang: 3',
      '  TypeNam: x',
      '  IssuedDate: hôm qua',
      '  DocCode:',
    ].join('\n');
    const { value, diagnostics } = await read(yaml);
    expect(value?.metadata.archive).toEqual({
      FileCode: '02.07.H56',
      CodeNumber: '12',
      Keyword: 'một, hai',
      IssuedDate: '2026-01-05',
    });
    expect(diagnostics.map(({ code, values, span }) => [code, values['near'], span?.line])).toEqual([
      ['READ-ARCHIVE-KEY', undefined, 6],
      ['READ-FRONT-MATTER-KEY', 'TypeName', 7],
      ['READ-FRONT-MATTER-VALUE', undefined, 8],
    ]);
    const list = await read('archive: [một]');
    expect(list.diagnostics).toMatchObject([{ code: 'READ-FRONT-MATTER-VALUE', span: { line: 1 } }]);
  });

  it('says how the ebook is wanted', async () => {
    const yaml = ['ebook:', '  ncx: false', '  fonts: woff2', '  cover: bia.jpg', '  covr: x', '  mau: y'];
    const { value, diagnostics } = await read(yaml.join('\n'));
    expect(value?.metadata.ebook).toEqual({
      ncx: false,
      fonts: 'woff2',
      cover: { path: 'bia.jpg', span: { file: 'a/bai.yaml', line: 4, column: 3 } },
    });
    expect(diagnostics.map(({ code, values, span }) => [code, values['near'], span?.line])).toEqual([
      ['READ-EBOOK-KEY-NEAR', 'cover', 5],
      ['READ-EBOOK-KEY', undefined, 6],
    ]);
    const fixed = await read('ebook: { fixed-layout: true }');
    expect(fixed.value?.metadata.ebook).toEqual({
      fixedLayout: true,
      fixedLayoutAt: { file: 'a/bai.yaml', line: 1, column: 10 },
    });
    const wrong = await read('ebook: { fonts: otf, ncx: yes please }');
    expect(wrong.value?.metadata.ebook).toEqual({});
    expect(wrong.diagnostics.map(({ code, values }) => [code, values['key'], values['wanted']])).toEqual([
      ['READ-FRONT-MATTER-VALUE', 'ebook.fonts', 'ttf | woff2'],
      ['READ-FRONT-MATTER-VALUE', 'ebook.ncx', 'true | false'],
    ]);
  });

  it('takes a switch of a template for no fact that is spelled nearly alike', async () => {
    const { value, diagnostics } = await read('illustrations: true\n');
    expect([value?.metadata.extra, diagnostics]).toEqual([{ illustrations: true }, []]);
    expect((await read('illustratos: An\n')).diagnostics.map(({ code }) => code)).toEqual([
      'READ-FRONT-MATTER-KEY',
    ]);
  });

  it('is named with line and column when a value is wrong', async () => {
    const { value, diagnostics } = await read('section: Thời sự\ndate: hôm qua\n');
    expect(value?.metadata.section).toBe('Thời sự');
    expect(diagnostics).toMatchObject([{ span: { file: 'a/bai.yaml', line: 2, column: 7 } }]);
  });

  it('is named when it is broken, and the article is still read', async () => {
    const { value, diagnostics } = await read('a: [');
    expect(value?.metadata.title).toBe('Tiêu đề của bài');
    expect(diagnostics).toMatchObject([{ code: 'READ-FACTS-FILE', span: { file: 'a/bai.yaml' } }]);
  });
});

describe('a file beside a page or a Word file', () => {
  const yaml = 'date: 14/1/2020\nissue: Số 1\n';
  it.each([
    ['bai.html', '<html><body><p>Không có tít ở đây.</p></body></html>'],
    [
      'bai.docx',
      makeDocx(
        paragraph(
          run(
            'Không có tít ở đây, chỉ có một đoạn văn dài hơn hai mươi tiếng và kết thúc bằng dấu chấm như mọi câu.',
          ),
        ),
      ),
    ],
  ])('gives %s its date, and a title that it lacks', async (name, bytes) => {
    const plain = await readArticle({ [name]: bytes, 'bai.yaml': yaml });
    expect(plain.article.metadata).toMatchObject({ date: '2020-01-14', extra: { issue: 'Số 1' } });
    expect(said(plain.diagnostics)).toEqual(['READ-NO-TITLE 1']);
    const titled = await readArticle({ [name]: bytes, 'bai.yaml': `${yaml}title: Chợ phiên` });
    expect(titled.article.metadata.title).toBe('Chợ phiên');
    expect(said(titled.diagnostics)).toEqual([]);
  });

  it('ends the question of the year in a Word file', async () => {
    const lines = [
      'Thứ bảy, 02/07/2022',
      'Chợ phiên bên suối',
      'Cuối năm 2020, chợ phiên bên suối Nậm Lạ mở lại sau nhiều tháng vắng người, và bà con các bản xa lại xuống núi từ sáng sớm.',
    ];
    const bytes = makeDocx(lines.map((line) => paragraph(run(line))).join(''));
    const codes = async (beside: string): Promise<readonly string[]> =>
      said((await readArticle({ 'bai.docx': bytes, 'bai.yaml': beside })).diagnostics);
    expect(await codes('issue: Số 1')).toContain('READ-YEAR 1');
    expect(await codes(yaml)).not.toContain('READ-YEAR 1');
  });
});
