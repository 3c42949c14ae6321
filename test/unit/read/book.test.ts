/** Books of many files: the list of chapters, settings, directives, and what is wrong with them. */
import { describe, expect, it } from 'vitest';
import type { Manuscript } from '../../../src/document/publication.js';
import { textOf, walk } from '../../../src/document/tree.js';
import { findBook } from '../../../src/read/book/book-settings.js';
import { readSummary } from '../../../src/read/book/read-summary.js';
import { isPublicationFolder, readManuscript } from '../../../src/read/manuscript.js';
import { memoryHost } from '../../support/memory-host.js';
import { dump, said } from '../../support/read-helpers.js';

type Files = Readonly<Record<string, string>>;

async function read(files: Files, input = 'sach') {
  const { value, diagnostics } = await readManuscript(input, memoryHost(files));
  return { manuscript: value, diagnostics, said: said(diagnostics) };
}

const chaptersOf = (manuscript: Manuscript | undefined): readonly string[] =>
  (manuscript?.chapters ?? []).map(({ article, depth, number, part }) =>
    [number ?? '–', article.metadata.title, `depth ${depth}`, part ?? ''].join(' | '),
  );

const bodyOf = (manuscript: Manuscript | undefined, at = 0): string => {
  const article = manuscript?.chapters[at]?.article;
  return article ? dump(article.body) : '';
};

describe('the list of chapters', () => {
  const list = [
    '# Summary',
    '',
    '[Lời tựa](tua.md)',
    '[Dẫn nhập](dan.md)',
    '',
    '# Phần một',
    '',
    '- [Một](1.md)',
    '  - [Một *hai*](a/1.md)',
    '- [Hai]()',
    '',
    '## Phần hai',
    '',
    '* [Ba](3.md#muc)',
    '',
    '---',
    '',
    '[Lời bạt](bat.md)',
  ].join('\n');

  it('gives numbers, depths and parts', () => {
    const { title, entries } = readSummary(list);
    expect(title).toBe('Summary');
    expect(entries).toEqual([
      { title: 'Lời tựa', href: 'tua.md', line: 3, depth: 0 },
      { title: 'Dẫn nhập', href: 'dan.md', line: 4, depth: 0 },
      { title: 'Một', href: '1.md', line: 8, depth: 0, number: '1', part: 'Phần một' },
      { title: 'Một hai', href: 'a/1.md', line: 9, depth: 1, number: '1.1', part: 'Phần một' },
      { title: 'Hai', href: undefined, line: 10, depth: 0, number: '2', part: 'Phần một' },
      { title: 'Ba', href: '3.md#muc', line: 14, depth: 0, number: '3', part: 'Phần hai' },
      { title: 'Lời bạt', href: 'bat.md', line: 18, depth: 0 },
    ]);
  });

  it('a line without a link is a chapter without a file', () => {
    expect(readSummary('- Nhóm\n  - [A](a.md)').entries).toEqual([
      { title: 'Nhóm', href: undefined, line: 1, depth: 0, number: '1' },
      { title: 'A', href: 'a.md', line: 2, depth: 1, number: '1.1' },
    ]);
  });
});

describe('settings', () => {
  const settings = (files: Files) => findBook('sach', memoryHost(files));

  it('of mdBook', () => {
    const toml =
      '[book]\ntitle = "Sách"\nauthors = ["An", "Bình"]\nlanguage = "vi"\nsrc = "chu"\n[output.html.code.hidelines]\npython = "~"';
    expect(settings({ 'sach/book.toml': toml, 'sach/chu/SUMMARY.md': '' }).value).toEqual({
      root: 'sach',
      summary: 'sach/chu/SUMMARY.md',
      dialect: 'mdbook',
      title: 'Sách',
      authors: ['An', 'Bình'],
      language: 'vi',
      hiddenLines: { python: '~' },
    });
  });

  it('of GitBook, old and new', () => {
    const yaml = 'root: ./docs/\nstructure:\n  summary: MUC-LUC.md';
    expect(settings({ 'sach/.gitbook.yaml': yaml, 'sach/docs/MUC-LUC.md': '' }).value).toMatchObject({
      summary: 'sach/docs/MUC-LUC.md',
      dialect: 'gitbook',
    });
    const json = '{"title": "Sách", "author": "An"}';
    expect(settings({ 'sach/book.json': json, 'sach/SUMMARY.md': '' }).value).toMatchObject({
      title: 'Sách',
      authors: ['An'],
      dialect: 'gitbook',
    });
  });

  it('none: mdBook keeps its list in src/, GitBook beside the texts', () => {
    expect(settings({ 'sach/src/SUMMARY.md': '' }).value?.dialect).toBe('mdbook');
    expect(settings({ 'sach/Summary.md': '' }).value).toMatchObject({ dialect: 'gitbook', authors: [] });
    expect(settings({ 'sach/bai.md': '' }).value).toBeUndefined();
  });

  it.each([
    ['book.toml', 'title = ', 1],
    ['book.toml', '[book]\ntitle = "a"\nauthors = [', 3],
    ['book.json', '{\n"title": "a",\n"title": ]', 3],
  ])('broken %s are named with their line', async (name, text, line) => {
    const files = { [`sach/${name}`]: text, 'sach/SUMMARY.md': '- [A](a.md)', 'sach/a.md': '# A' };
    const files2 = { ...files, 'sach/src/SUMMARY.md': '- [A](../a.md)' };
    expect((await read(files2)).said).toContain(`BOOK-SETTINGS ${line}`);
  });
});

describe('a book', () => {
  const files = {
    'sach/book.toml': '[book]\ntitle = "Sách"\nauthors = ["An"]\nlanguage = "en"',
    'sach/src/SUMMARY.md': '# Summary\n\n[Tựa](tua.md)\n\n# Phần\n\n- [Một](1.md)\n  - [Trong](a/2.md)',
    'sach/src/tua.md': 'Chữ.',
    'sach/src/1.md': '# Chương một\n\nChữ.',
    'sach/src/a/2.md': '---\nlang: vi\n---\n# Trong\n\nChữ.',
  };

  it('is read in the order of its list, with the titles of its files or of the list', async () => {
    const { manuscript, said } = await read(files);
    expect(said).toEqual([]);
    expect(manuscript).toMatchObject({
      path: 'sach',
      kind: 'book',
      metadata: { title: 'Sách', authors: ['An'], language: 'en' },
    });
    expect(chaptersOf(manuscript)).toEqual([
      '– | Tựa | depth 0 | ',
      '1 | Chương một | depth 0 | Phần',
      '1.1 | Trong | depth 1 | Phần',
    ]);
    expect(manuscript?.chapters.map(({ article }) => article.metadata.language)).toEqual(['en', 'en', 'vi']);
  });

  it('is the same by its folder, its list and its settings', async () => {
    const whole = await read(files);
    expect((await read(files, 'sach/book.toml')).manuscript).toEqual(whole.manuscript);
    expect(isPublicationFolder('sach', memoryHost(files))).toBe(true);
  });

  it('names every chapter that is missing, listed twice, outside or unwritten', async () => {
    const list = '- [A](a.md)\n- [B](b.md)\n- [A](a.md)\n- [A](a.md#muc)\n- [C]()\n- [D](https://a.vn/)';
    const { said, manuscript } = await read({ 'sach/SUMMARY.md': list, 'sach/a.md': '# A' });
    expect(said).toEqual(['BOOK-CHAPTER 2', 'BOOK-TWICE 3', 'BOOK-NO-FILE 5', 'BOOK-NO-FILE 6']);
    expect(chaptersOf(manuscript)).toEqual(['1 | A | depth 0 | ']);
  });

  it('without a chapter is none', async () => {
    const { said, manuscript } = await read({ 'sach/SUMMARY.md': '# Mục lục' });
    expect(manuscript).toBeUndefined();
    expect(said).toEqual(['BOOK-EMPTY 1']);
  });

  it('of Markdown files alone goes by their names, numbers by their value', async () => {
    const heap = {
      'sach/10.md': '# Mười',
      'sach/2.md': '# Hai',
      'sach/9/b.md': '# Chín',
      'sach/README.md': '# x',
    };
    const { said, manuscript } = await read(heap);
    expect(said).toEqual([]);
    expect(chaptersOf(manuscript).map((line) => line.split(' | ')[1])).toEqual(['Hai', 'Chín', 'Mười']);
    expect(isPublicationFolder('sach', memoryHost(heap))).toBe(true);
    expect(isPublicationFolder('sach', memoryHost({ ...heap, 'sach/bai.txt': 'x' }))).toBe(false);
  });
});

describe('mdBook directives', () => {
  const book = (chapter: string, more: Files = {}): Files => ({
    'sach/src/SUMMARY.md': '- [A](a/a.md)',
    'sach/src/a/a.md': chapter,
    ...more,
  });
  const code = 'một\n// ANCHOR: x\nhai\n// ANCHOR: y\nba\n// ANCHOR_END: y\n// ANCHOR_END: x\nbốn\n';

  it.each([
    ['', 'một\n// ANCHOR: x\nhai\n// ANCHOR: y\nba\n// ANCHOR_END: y\n// ANCHOR_END: x\nbốn\n'],
    [':1', 'một\n'],
    [':3:5', 'hai\n// ANCHOR: y\nba\n'],
    [':8:', 'bốn\n'],
    ['::1', 'một\n'],
    [':x', 'hai\nba\n'],
    [':y', 'ba\n'],
  ])('include file%s', async (range, lines) => {
    const chapter = `# A\n\n\`\`\`\n{{#include ../../ma.js${range}}}\n\`\`\``;
    const { manuscript, said } = await read(book(chapter, { 'sach/ma.js': code }));
    expect(said).toEqual([]);
    expect(bodyOf(manuscript)).toContain(JSON.stringify(lines));
  });

  it('included Markdown is Markdown, includes in turn, and messages point to its file', async () => {
    const { manuscript, diagnostics } = await read(
      book('# A\n\n{{#include b.md}}\n\nSau.', {
        'sach/src/a/b.md': 'Trước.\n\n{{#include c/c.md}}',
        'sach/src/a/c/c.md': 'Có [^1] chữ.',
      }),
    );
    expect(bodyOf(manuscript)).toMatch(/"Trước."[^]*"Có[^]*"Sau."/);
    expect(diagnostics.map(({ code, span }) => [code, span])).toEqual([
      ['READ-NOTE-LOST', { file: 'sach/src/a/c/c.md', line: 1, column: 4, length: 4 }],
    ]);
  });

  it('in a line, escaped, and {{#title}}', async () => {
    const chapter = '{{#title Trang}}\n# A\n\nTrước {{#include b.txt}} sau, \\{{#include b.txt}}.';
    const { manuscript, said } = await read(book(chapter, { 'sach/src/a/b.txt': 'giữa' }));
    expect(said).toEqual([]);
    expect(bodyOf(manuscript)).toContain('"Trước giữa sau, {{#include b.txt}}."');
  });

  it('a playground is a block of Rust', async () => {
    const { manuscript } = await read(
      book('# A\n\n{{#playground b.rs editable}}', { 'sach/src/a/b.rs': 'let a;' }),
    );
    expect(bodyOf(manuscript)).toContain('language-rust');
  });

  it('what is not there or lies outside is an error, and stays as typed', async () => {
    const chapter =
      '# A\n\n{{#include khong.txt}}\n\n{{#include ../../../ngoai.txt}}\n\n{{#include b.txt:z}}';
    const { manuscript, said } = await read(
      book(chapter, { 'ngoai.txt': 'bí mật', 'sach/src/a/b.txt': 'b' }),
    );
    expect(said).toEqual(['BOOK-INCLUDE 3', 'BOOK-INCLUDE 5', 'BOOK-INCLUDE 7']);
    expect(bodyOf(manuscript)).toContain('{{#include khong.txt}}');
    expect(bodyOf(manuscript)).not.toContain('bí mật');
  });

  it('what is allowed may lie outside', async () => {
    const files = book('# A\n\n{{#include ../../../chung/a.txt}}', { 'chung/a.txt': 'chung' });
    const { value, diagnostics } = await readManuscript('sach', memoryHost(files), { allow: ['chung'] });
    expect(diagnostics).toEqual([]);
    expect(bodyOf(value)).toContain('"chung"');
  });

  it('a file that includes itself comes to an end', async () => {
    const { said } = await read(book('# A\n\n{{#include a.md}}'));
    expect(said.filter((one) => one.startsWith('BOOK-INCLUDE'))).toHaveLength(1);
  });

  it('hidden lines of code are left out', async () => {
    const chapter =
      '# A\n\n```rust,ignore\n# use x;\n#[a]\n## b\n  # c\nd\n#\n```\n\n```python\n~x\ny\n```\n\n```sh\n# z\n```';
    const toml = '[output.html.code.hidelines]\npython = "~"';
    const { manuscript } = await read(book(chapter, { 'sach/book.toml': toml }));
    const words = bodyOf(manuscript);
    expect(words).not.toContain('use x');
    expect(words).not.toMatch(/[~c]x|"# c/);
    // What stands behind the language is for programs: `rust,ignore`.
    expect(words).toMatch(/class="language-rust"[^]*class="language-python"[^]*class="language-sh"/);
    expect(words).toContain('# z');
    expect(words.replace(/\n\s*/g, ' ')).toMatch(/# b/);
  });

  it('hidden lines leave no blank ones at the ends of a block', async () => {
    const code = (lines: string): string => `\`\`\`rust\n${lines}\n\`\`\``;
    const chapter = ['# fn x() {\n\na\n\nb\n\n# }', '\nc\n\n# d\n\ne\n', 'g\n'].map(code);
    const { manuscript } = await read(book(`# A\n\n${chapter.join('\n\n')}`));
    const blocks: string[] = [];
    for (const one of manuscript?.chapters[0]?.article?.body.children ?? [])
      walk(one, (node) => {
        if (node.type === 'element' && node.tagName === 'pre') blocks.push(textOf(node));
      });
    expect(blocks.map((words) => words.replace(/\n$/, ''))).toEqual(['a\n\nb', '\nc\n\n\ne\n', 'g\n']);
  });
});

describe('GitBook blocks', () => {
  const chapter = async (lines: readonly string[]) =>
    read({ 'sach/SUMMARY.md': '* [A](a.md)', 'sach/a.md': lines.join('\n') });

  it('hints are boxes, tabs stand below each other, links stay', async () => {
    const { manuscript, said } = await chapter([
      '# A',
      '{% hint style="warning" %}',
      'Coi chừng.',
      '{% endhint %}',
      '{% tabs %}',
      '{% tab title="Mac" %}',
      'Một.',
      '{% endtab %}',
      '{% endtabs %}',
      '{% embed url="https://a.vn/x" %}',
    ]);
    expect(said).toEqual([]);
    const body = bodyOf(manuscript);
    expect(body).toContain('aside class="box warning"');
    expect(body).toMatch(/strong\s+"Mac"/);
    expect(body).toContain('a href="https://a.vn/x"');
    expect(body).not.toContain('{%');
  });

  it('in code they are code, and unknown ones are named', async () => {
    const { manuscript, said } = await chapter(['# A', '', '```', '{% hint %}', '```', '', '{% la %}']);
    expect(said).toEqual(['BOOK-BLOCK 7']);
    expect(bodyOf(manuscript)).toContain('{% hint %}');
    expect(bodyOf(manuscript)).toContain('{% la %}');
  });
});
