/** What epubcheck-ts finds comes out in our words, once, in its place; a flood of one kind is counted. */
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../../src/check/check.js';
import { joinFindings } from '../../../../src/check/epub/standard/join-findings.js';
import { describe as say, diagnostic, type Diagnostic } from '../../../../src/diagnostic.js';
import { makeZip, type ZipInput } from '../../../support/make-zip.js';
import { bookEntries, bookZip } from '../../../support/tiny-epub.js';

const good = { 'a.xhtml': '<h1>Một</h1><p id="p1">hai</p>' };

/** A good book with one of its files changed. */
async function withChange(name: string, from: string, to: string): Promise<readonly Diagnostic[]> {
  const change = (entry: ZipInput): ZipInput =>
    entry.name === name ? { ...entry, text: String(entry.text).replace(from, to) } : entry;
  return (await checkFile('a.epub', makeZip(bookEntries(good).map(change)))).diagnostics;
}

describe('a book held to EPUB 3.3', () => {
  it('passes when it is good', async () => {
    expect(await withChange('', '', '')).toEqual([]);
  });

  it.each([
    ['EPUB/package.opf', '<dc:language>vi</dc:language>', '', 'EPUB-RSC-005-LANGUAGE'],
    ['EPUB/package.opf', 'idref="d0"', 'idref="d9"', 'EPUB-OPF-049'],
    ['EPUB/a.xhtml', 'id="p1"', 'id="p1" data-A="1"', 'CHECK-XHTML-DATA-NAME'],
    ['EPUB/a.xhtml', '<p id="p1">', '<p id="p1"><a href="b.xhtml">b</a>', 'EPUB-RSC-007'],
    ['META-INF/container.xml', 'full-path="EPUB/package.opf"', '', 'EPUB-OPF-016'],
  ])('%s without %j as %j is %s', async (name, from, to, code) => {
    const codes = (await withChange(name, from, to)).map((one) => one.code);
    expect(codes).toContain(code);
  });

  it('names file and line, and speaks Vietnamese', async () => {
    const [found] = await withChange('EPUB/a.xhtml', '<p id="p1">', '<p id="p1"><a href="b.xhtml">b</a>');
    expect(found?.span).toMatchObject({ file: 'a.epub/EPUB/a.xhtml', line: 4 });
    expect(found && say(found, 'vi').message).toBe('có chỗ trỏ tới EPUB/b.xhtml nhưng sách không có tệp này');
  });

  it('tells a fault once that our own check sees too', async () => {
    const codes = async (change: Promise<readonly Diagnostic[]>): Promise<string[]> =>
      (await change).map((one) => one.code);
    expect(await codes(withChange('mimetype', 'epub', 'EPUB'))).toEqual(['CHECK-EPUB-MIMETYPE']);
    expect(await codes(withChange('EPUB/a.xhtml', '</h1>', ''))).toEqual(['CHECK-EPUB-XML-END']);
    const without = makeZip(bookEntries(good).filter(({ name }) => name !== 'EPUB/a.xhtml'));
    const { diagnostics } = await checkFile('a.epub', without);
    expect(diagnostics.filter((one) => one.values['path'] === 'EPUB/a.xhtml')).toHaveLength(1);
  });
});

describe('a book that says it unpacks to more than fits', () => {
  it('is not unpacked', async () => {
    const bytes = makeZip(bookEntries(good));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 46 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xffffffff, true);
    const { diagnostics } = await checkFile('a.epub', bytes);
    expect(diagnostics.map((one) => one.code)).toEqual(['EPUB-PKG-008']);
  });
});

describe('findings of one kind', () => {
  it('are counted behind the first twenty', () => {
    const one = (line: number): Diagnostic =>
      diagnostic('EPUB-RSC-011', {}, { span: { file: 'a.epub/EPUB/a.xhtml', line } });
    const found = joinFindings(
      [],
      Array.from({ length: 25 }, (_, i) => one(i)),
    );
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toMatchObject({
      code: 'EPUB-MORE',
      severity: 'error',
      values: { code: 'EPUB-RSC-011', count: 5 },
      span: { file: 'a.epub' },
    });
  });
});

describe('a file of a book by itself', () => {
  it.each([
    ['<package xmlns="http://www.idpf.org/2007/opf"/>', 'package'],
    ['<html xmlns="http://www.w3.org/1999/xhtml"/>', 'xhtml'],
    ['<html><body><nav epub:type="toc"/></body></html>', 'navigation'],
    ['<!-- <html> --><svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
    ['<smil xmlns="http://www.w3.org/ns/SMIL"/>', 'overlay'],
  ])('%s is known by its root', async (text, kind) => {
    expect((await checkFile('x', Buffer.from(text))).value).toMatchObject({ type: 'document', kind });
  });

  it('is held to the rules of its kind', async () => {
    const opf = String(bookEntries(good).find(({ name }) => name === 'EPUB/package.opf')?.text);
    const codes = async (text: string): Promise<string[]> =>
      (await checkFile('p.opf', Buffer.from(text))).diagnostics.map((one) => one.code);
    expect(await codes(opf)).toEqual([]);
    expect(await codes(opf.replace('<dc:title>Sách</dc:title>', ''))).toContain('EPUB-RSC-005-TITLE');
  });

  it('is read in UTF-16 and with entities of its own', async () => {
    const page = (title: string): string =>
      `<!DOCTYPE html [<!ENTITY t "Một">\n]>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="vi" xml:lang="vi"><head><title>${title}</title></head><body><p>a</p></body></html>`;
    const codes = async (bytes: Uint8Array): Promise<string[]> =>
      (await checkFile('a.xhtml', bytes)).diagnostics.map((one) => one.code);
    expect(await codes(Buffer.from(page('&t;')))).toEqual([]);
    expect(await codes(Buffer.from(page('&u;')))).toEqual(['CHECK-EPUB-XML-ENTITY']);
    expect(await codes(Buffer.from(`\ufeff${page('a')}`, 'utf16le'))).not.toContain('CHECK-EPUB-XML');
  });
});

describe('a document that cannot be read', () => {
  const links = '<nav><ol><li><a href="a.xhtml#p1">1</a></li></ol></nav>';

  it('has one error, and what leads into it none', async () => {
    const book = bookZip({ 'a.xhtml': '<p id="p1">a<br></p>', 'b.xhtml': links });
    expect((await checkFile('a.epub', book)).diagnostics.map(({ code }) => code)).toEqual([
      'CHECK-EPUB-XML-END',
    ]);
  });

  it('may be in no encoding of EPUB; the first byte is named', async () => {
    const page = '<html xmlns="http://www.w3.org/1999/xhtml"><body>\n<p>b\u00e0i</p></body></html>';
    const { diagnostics } = await checkFile('a.xhtml', Buffer.from(page, 'latin1'));
    expect(diagnostics).toMatchObject([
      {
        code: 'CHECK-EPUB-XML-ENCODING',
        values: { byte: '0xE0', encoding: 'UTF-8' },
        span: { line: 2, column: 5 },
      },
    ]);
  });
});
