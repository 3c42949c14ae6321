/** Files that cannot be read, or not as they are: one clear message each, never an exception. */
import { describe, expect, it } from 'vitest';
import { describe as render } from '../../../src/diagnostic.js';
import { isArticleName, readSource } from '../../../src/read/read.js';
import { memoryHost } from '../../support/memory-host.js';
import { readArticle, said } from '../../support/read-helpers.js';

const refused = async (path: string, files: Readonly<Record<string, string | Uint8Array>>) => {
  const { value, diagnostics } = await readSource(path, memoryHost(files));
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  const only = diagnostics[0];
  if (!only) throw new Error('nothing said');
  expect(only.severity).toBe('error');
  // Every slot of both languages is filled.
  for (const language of ['en', 'vi'] as const) {
    const { message, hint } = render(only, language);
    expect(`${message} ${hint ?? ''}`).not.toMatch(/\{\w+\}/);
  }
  return only;
};

describe('files that give no article', () => {
  it.each([
    ['empty', ''],
    ['only blanks', ' \n\u00a0\n\t'],
    ['only a byte order mark', '\ufeff'],
  ])('%s', async (_, text) => {
    expect((await refused('bai.txt', { 'bai.txt': text })).code).toBe('READ-EMPTY');
  });

  it('missing, and a folder', async () => {
    expect((await refused('bai.txt', { 'khac.txt': 'a' })).code).toBe('READ-MISSING');
    expect((await refused('bai.txt', { 'bai.txt/a': 'a' })).code).toBe('READ-UNREADABLE');
  });

  it('another ending lists what is accepted', async () => {
    const d = await refused('bai.xyz', { 'bai.xyz': 'x' });
    expect(d.values).toEqual({
      extension: '.xyz',
      accepted: '.txt, .html, .htm, .xhtml, .md, .markdown, .docx',
    });
  });

  it('binary files by their kind, or by the line of a NUL byte', async () => {
    const pdf = await refused('bai.txt', { 'bai.txt': '%PDF-1.7 …' });
    expect([pdf.code, pdf.values['kind']]).toEqual(['READ-BINARY', 'PDF']);
    const nul = await refused('bai.txt', { 'bai.txt': 'một\nhai\0ba' });
    expect([nul.values, nul.span?.line]).toEqual([{ kind: 'NUL', byte: 10 }, 2]);
  });

  it('text that is not UTF-8 names line, column and byte', async () => {
    const legacy = Uint8Array.from([...new TextEncoder().encode('Tiêu đề\r\nDòng '), 0xe3, 0x20, 0x61]);
    const d = await refused('bai.txt', { 'bai.txt': legacy });
    expect(d.code).toBe('READ-ENCODING');
    expect(d.values['value']).toBe('0xE3');
    expect(d.span).toEqual({ file: 'bai.txt', line: 2, column: 6 });
  });
});

describe('text that is repaired', () => {
  const title = async (text: string | Uint8Array) => {
    const { article, diagnostics } = await readArticle({ 'bai.md': text });
    return { title: article.metadata.title, codes: said(diagnostics) };
  };
  it('NFC and a byte order mark need no word', async () => {
    expect(await title(`\ufeff# ${'Sở Nội vụ'.normalize('NFD')}`)).toEqual({ title: 'Sở Nội vụ', codes: [] });
  });
  it('UTF-16 with its mark is read', async () => {
    const text = '\ufeff# Đề mục';
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
    expect(await title(bytes)).toEqual({ title: 'Đề mục', codes: [] });
  });
  it('tone before shape', async () => {
    expect(await title('# T\u00e0\u0302n e\u0301\u0302ch')).toEqual({
      title: 'Tần ếch',
      codes: ['READ-REPAIRED 1'],
    });
  });
  it('Icelandic Ð in Vietnamese words, not in Icelandic ones', async () => {
    expect(await title('# Ðại hội HÐND, ðồng chí')).toEqual({
      title: 'Đại hội HĐND, đồng chí',
      codes: ['READ-REPAIRED 1'],
    });
    expect(await title('# Guðmundur Þór và Ðóra')).toEqual({ title: 'Guðmundur Þór và Ðóra', codes: [] });
  });
  it('invisible and control characters', async () => {
    expect(await title('# Sở\u200b Nội\u0007vụ')).toEqual({ title: 'Sở Nội vụ', codes: ['READ-REPAIRED 1'] });
  });
});

describe('front matter', () => {
  const front = async (yaml: string) => {
    const { article, diagnostics } = await readArticle({ 'bai.md': `---\n${yaml}\n---\n# Tít\n\nChữ.` });
    const [first] = diagnostics;
    return {
      article,
      code: first?.code,
      values: first?.values,
      span: first?.span,
      count: diagnostics.length,
    };
  };
  it('broken YAML is an error with its place, and the text is read all the same', async () => {
    const { article, code, span, count } = await front('title: "một\nkicker: b');
    expect([code, span?.line, count]).toEqual(['READ-FRONT-MATTER', 3, 1]);
    expect(article.metadata.title).toBe('Tít');
  });
  it('aliases that grow without bound are refused', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [one, two] of ['ab', 'bc', 'cd', 'de']) {
      bomb.push(`${two}: &${two} [${Array(10).fill(`*${one}`).join(', ')}]`);
    }
    expect((await front(bomb.join('\n'))).code).toBe('READ-FRONT-MATTER');
  });
  it('left open', async () => {
    const { diagnostics } = await readArticle({ 'bai.md': '---\ntitle: Một\n\nChữ' });
    expect(said(diagnostics)[0]).toBe('READ-FRONT-MATTER-OPEN 1');
  });
  it.each([
    ['date: hôm qua', 'date', 2],
    ['kicker: a\ndate: 2020-02-31', 'date', 3],
    ['authors: true', 'authors', 2],
    ['title: [a, b]', 'title', 2],
    ['lang: "tiếng Việt"', 'lang', 2],
  ])('%s', async (yaml, key, line) => {
    const { code, values, span, count } = await front(yaml);
    expect([code, values?.['key'], span?.line, count]).toEqual(['READ-FRONT-MATTER-VALUE', key, line, 1]);
  });
  it('numbers, months and language tags are taken', async () => {
    const { article, count } = await front('title: 2020\ndate: 2020-01\nlang: en-us\nkeywords: a');
    expect(count).toBe(0);
    expect(article.metadata).toMatchObject({
      title: '2020',
      date: '2020-01',
      language: 'en-US',
      subjects: ['a'],
    });
  });
});

it('sidecars of photos are no sources', () => {
  expect(['a.txt', 'a.MD', 'a.markdown'].every(isArticleName)).toBe(true);
  expect(['a-1.alt.txt', 'a-1.jpg.txt', 'a.jpg', 'a', 'constructor', '~$a.docx'].some(isArticleName)).toBe(
    false,
  );
});

describe('marks in Markdown that mean nothing here', () => {
  it.each([
    ['Bấm <kbd>Ctrl rồi thả ra, sau đó đọc tiếp cho đến hết dòng.', 'READ-HTML', 5, '<kbd>'],
    ['Bấm **nút** rồi <b class="x">thả ra.', 'READ-HTML', 17, '<b class="x">'],
    ['Như đã nói [^xa] ở trên.', 'READ-NOTE-LOST', 12, '[^xa]'],
  ])('are pointed at, not the words around them: %s', async (line, code, column, mark) => {
    const { diagnostics } = await readArticle({ 'bai.md': `# T\n\n${line}` });
    const span = { file: 'bai.md', line: 3, column, length: mark.length };
    expect(diagnostics).toMatchObject([{ code, span }]);
  });
});
