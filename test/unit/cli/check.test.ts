/** `anpham check`: files in a memory host; the table, the messages, the exit codes. */
import { describe, expect, it } from 'vitest';
import { check, type CheckCommandOptions } from '../../../src/cli/check.js';
import { listener } from '../../support/listener.js';
import { memoryHost } from '../../support/memory-host.js';
import { bookZip } from '../../support/tiny-epub.js';
import { icc, stream, taggedObjects, taggedPdf, tinyPdf } from '../../support/tiny-pdf.js';

/** The words of `taggedPdf()`. */
const bai = 'Mot hai ba bon nam sau\n';

/** A profile that says which colours the file has. */
const intent = { 7: icc('RGB ', 3) };
const encrypted = tinyPdf({ ...taggedObjects }, '/Encrypt << /Filter /Standard >>');

const files = {
  'out/good.pdf': taggedPdf(intent),
  'out/lost.pdf': taggedPdf({ ...intent, 1: taggedObjects[1]?.replace('(b) [4', '(A) [4') ?? '' }),
  'out/note.txt': 'note',
  'locked.pdf': encrypted,
  'short.pdf': taggedPdf().subarray(0, 400),
  'word.docx': Buffer.from('PK\u0005\u0006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1'),
  'text.pdf': 'Chiều nay, Sở Nội vụ',
  'empty.pdf': '',
  'none/a.txt': 'a',
  'thin.pdf': thinPages(7),
  'bai.md': bai,
  'book.epub': bookZip({ 'a.xhtml': '<p foo="1">a</p>'.repeat(30) }),
  'unpacked/META-INF/container.xml': '<container/>',
  'other.md': 'Mot hai ba bay nam sau\n',
};

async function checked(
  inputs: readonly string[],
  options: Partial<CheckCommandOptions> = {},
  language: 'vi' | 'en' = 'en',
): Promise<{ code: number; out: string; err: string }> {
  const { terminal, said } = listener(language);
  const code = await check(inputs, { json: false, ...options }, terminal, memoryHost(files));
  return { code, out: said.out, err: said.err };
}

describe('the table', () => {
  it('says of a good file what it is and that nothing was found', async () => {
    expect(await checked(['out/good.pdf'])).toEqual({
      code: 0,
      err: '',
      out: [
        'file          kind     claims              pages  words  verdict',
        'out/good.pdf  PDF 1.7  PDF/A-2a, PDF/UA-1      2      6  nothing found',
        '',
      ].join('\n'),
    });
  });

  it('takes the PDF and EPUB files of a folder, each with its own verdict', async () => {
    const { code, out, err } = await checked(['out/', 'out/good.pdf']);
    expect(code).toBe(1);
    expect(out.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^out\/good\.pdf .* nothing found$/),
      expect.stringMatching(/^out\/lost\.pdf .* 1 error\(s\), 0 warning\(s\)$/),
    ]);
    expect(err).toContain('out/lost.pdf: error[CHECK-NAME-TREE]');
  });

  it('is of the standards that are asked for', async () => {
    const { code, err } = await checked(['out/good.pdf'], { standards: ['pdfa-4'] });
    expect(code).toBe(1);
    expect(err).toContain('error[PDFA-HEADER]: PDF/A-4 6.1.2');
  });

  it('speaks Vietnamese', async () => {
    const { out } = await checked(['out/good.pdf'], {}, 'vi');
    expect(out).toContain('không thấy lỗi');
  });
});

/** A file of so many pages, each with a line that is too thin. */
function thinPages(count: number): Uint8Array {
  const pages = Array.from({ length: count }, (_, i) => i + 10);
  return tinyPdf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] /MediaBox [0 0 99 99] >>`,
    3: stream('.1 w 30 30 m 60 30 l S'),
    ...Object.fromEntries(pages.map((page) => [page, '<< /Type /Page /Parent 2 0 R /Contents 3 0 R >>'])),
  });
}

describe('what is wrong on many pages', () => {
  it('is shown for three of them, and the others are named', async () => {
    const { code, out, err } = await checked(['thin.pdf']);
    expect([code, out]).toEqual([0, expect.stringContaining('0 error(s), 7 warning(s)')]);
    expect(err.match(/page \d/g)).toEqual(['page 1', 'page 2', 'page 3']);
    expect(err).toContain('warning[CLI-MORE-PAGES]: CHECK-HAIRLINE 4 more time(s), on page(s) 4–7');
  });

  it('is said whole to tools', async () => {
    const { out } = await checked(['thin.pdf'], { json: true });
    expect(out.match(/"code": "CHECK-HAIRLINE"/g)).toHaveLength(7);
  });
});

describe('a wrong file', () => {
  it.each([
    ['nowhere.pdf', 'CLI-MISSING'],
    ['none', 'CLI-NO-CHECK'],
    ['locked.pdf', 'CHECK-PDF-ENCRYPTED'],
    ['short.pdf', 'CHECK-PDF-STARTXREF'],
    ['word.docx', 'CHECK-FILE-TYPE'],
    ['text.pdf', 'CHECK-FILE-TYPE'],
    ['empty.pdf', 'CHECK-FILE-EMPTY'],
  ])('%s is one message, %s', async (file, code) => {
    const found = await checked([file]);
    expect(found.code).toBe(1);
    expect(found.err.match(/error\[[A-Z0-9-]+\]/g)).toEqual([`error[${code}]`]);
  });

  it('does not keep the others from being checked', async () => {
    const { code, out } = await checked(['text.pdf', 'out/good.pdf']);
    expect([code, out]).toEqual([1, expect.stringContaining('nothing found')]);
  });
});

describe('with a source', () => {
  it('marks a file that holds its words', async () => {
    const { code, out, err } = await checked(['out/good.pdf'], { source: 'bai.md' });
    expect([code, err, out]).toEqual([0, '', expect.stringContaining(' 6 ✓  nothing found')]);
  });

  it('shows which words a file lost and which it added', async () => {
    const { code, out, err } = await checked(['out/good.pdf'], { source: 'other.md' });
    expect([code, out]).toEqual([1, expect.stringContaining(' 6 ✗  2 error(s), 0 warning(s)')]);
    expect(err).toContain('1 word(s) of the source are not in the file: “hai ba [bay] nam sau”');
    expect(err).toContain('1 word(s) of the file are not in the source: “hai ba [bon] nam sau”');
  });

  it('says that there is no such source, and checks the rest', async () => {
    const { code, out, err } = await checked(['out/good.pdf'], { source: 'nowhere.md' });
    expect([code, out]).toEqual([1, expect.stringContaining(' 6  nothing found')]);
    expect(err).toContain('nowhere.md');
  });
});

describe('an ebook', () => {
  it('has as many errors as it has, listed or not, and its version', async () => {
    const { out } = await checked(['book.epub']);
    expect(out).toMatch(/EPUB 3\.0 .* 30 error\(s\)/);
  });

  it('that is unpacked has to be packed', async () => {
    const { err } = await checked(['unpacked']);
    expect(err).toContain('error[CLI-CHECK-UNPACKED]');
    expect(err).toContain('zip -X0');
  });
});

it('prints JSON for tools', async () => {
  const { code, out, err } = await checked(['out/', 'nowhere.pdf'], { json: true, source: 'bai.md' });
  const found: unknown = JSON.parse(out);
  expect([code, err]).toEqual([1, '']);
  expect(found).toMatchObject({
    files: [
      {
        file: 'out/good.pdf',
        type: 'pdf',
        pages: 2,
        claims: { pdfA: '2A', pdfUA: '1' },
        fidelity: { words: 6, lost: 0, added: 0, moved: 0 },
        verdict: 'passed',
      },
      { file: 'out/lost.pdf', verdict: 'errors', errors: 1 },
    ],
    diagnostics: [{ code: 'CLI-MISSING' }, { code: 'CHECK-NAME-TREE', file: 'out/lost.pdf' }],
  });
});
