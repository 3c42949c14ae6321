/** Each rule: a good book passes it, and one with one thing wrong is caught, in its place. */
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../src/check/check.js';
import { checkEpub } from '../../../src/check/epub/check-epub.js';
import { describe as say, type Diagnostic } from '../../../src/diagnostic.js';
import { makeZip } from '../../support/make-zip.js';
import { bookEntries, bookZip, documentWith, goodNavigation } from '../../support/tiny-epub.js';

const found = async (bytes: Uint8Array): Promise<readonly Diagnostic[]> =>
  (await checkEpub(bytes, 'a.epub')).diagnostics;
const codes = async (bytes: Uint8Array): Promise<string[]> => (await found(bytes)).map((d) => d.code);
const inBody = (body: string): Promise<string[]> => codes(bookZip({ 'a.xhtml': body }));
const good = {
  'a.xhtml': '<h1>Một</h1><p id="p1">hai</p><p id="p2">ba</p>',
  'b.xhtml': '<p id="p3">bốn</p>',
};

describe('an ebook', () => {
  it('passes, and says what it is', async () => {
    expect(await checkEpub(bookZip(good), 'a.epub')).toEqual({
      value: { type: 'epub', title: 'Sách', documents: 3, words: 4 },
      diagnostics: [],
    });
  });

  it.each([
    ['<img src="a.jpg"/>', ['CHECK-EPUB-ALT']],
    ['<img src="a.jpg" alt=""/>', ['CHECK-EPUB-ALT-PLACEHOLDER']],
    ['<img src="a.jpg" alt="" role="presentation"/>', []],
    ['<img src="a.jpg" alt="image"/>', ['CHECK-EPUB-ALT-PLACEHOLDER']],
    ['<img src="a.jpg" alt="Ảnh 1"/>', ['CHECK-EPUB-ALT-PLACEHOLDER']],
    ['<img src="a.jpg" alt="IMG_2031.JPG"/>', ['CHECK-EPUB-ALT-PLACEHOLDER']],
    ['<img src="a.jpg" alt="…"/>', ['CHECK-EPUB-ALT-PLACEHOLDER']],
    ['<img src="a.jpg" alt="Ảnh toàn cảnh hội nghị"/>', []],
    ['<table><tr><td>1</td></tr></table>', ['CHECK-EPUB-TABLE']],
    ['<table><tr><th>Năm</th></tr><tr><td>1</td></tr></table>', []],
    ['<table role="presentation"><tr><td>1</td></tr></table>', []],
    ['<h1>a</h1><section><h3>b</h3></section>', ['CHECK-EPUB-HEADING']],
    ['<h2>a</h2><h3>b</h3><h4>c</h4><h2>d</h2>', []],
  ])('%s gives %j', async (body, expected) => {
    expect(await inBody(body)).toEqual(expected);
  });

  it('names file, line and column', async () => {
    const [diagnostic] = await found(bookZip({ 'a.xhtml': 'x\n  <img src="a.jpg"/>' }));
    expect(diagnostic?.span).toEqual({ file: 'a.epub/EPUB/a.xhtml', line: 5, column: 3 });
  });

  it('says its language in each document', async () => {
    expect(await codes(bookZip({ 'a.xhtml': documentWith('', '<p>a</p>') }))).toEqual(['CHECK-EPUB-LANG']);
    expect(await codes(bookZip({ 'a.xhtml': documentWith('lang=" "', '<p>a</p>') }))).toEqual([
      'CHECK-EPUB-LANG',
    ]);
  });

  it('has landmarks', async () => {
    const toc = goodNavigation.replace('epub:type="landmarks"', 'epub:type="lot"');
    expect(await codes(bookZip(good, toc))).toEqual(['CHECK-EPUB-LANDMARKS']);
  });

  it('has a page list that leads forwards to markers that exist', async () => {
    const pages = async (...targets: string[]): Promise<Diagnostic['values'][]> => {
      const links = targets.map((target, i) => `<li><a href="${target}">${i + 1}</a></li>`).join('');
      const list = `<nav epub:type="page-list"><ol>${links}</ol></nav>`;
      return (await found(bookZip(good, goodNavigation + list))).map((d) => d.values);
    };
    expect(await pages('a.xhtml#p1', 'a.xhtml#p2', 'b.xhtml#p3')).toEqual([]);
    expect(await pages('a.xhtml#p2', 'a.xhtml#p1', 'b.xhtml#p3')).toEqual([{ label: '2' }]);
    expect(await pages('a.xhtml#p1', 'a.xhtml#p9')).toEqual([{ label: '2' }]);
  });
});

describe('the container of an ebook', () => {
  const entries = bookEntries(good);
  const [mimetype = { name: '', text: '' }, ...rest] = entries;

  it.each([
    ['deflated', [{ ...mimetype, deflate: true }, ...rest]],
    ['not first', [...rest, mimetype]],
    ['of another type', [{ ...mimetype, text: 'application/zip' }, ...rest]],
  ])('has a mimetype %s', async (_what, changed) => {
    expect(await codes(makeZip(changed))).toEqual(['CHECK-EPUB-MIMETYPE']);
  });

  it('misses a file, and what hangs on it', async () => {
    const without = async (name: string): Promise<readonly Diagnostic['values'][]> =>
      (await found(makeZip(entries.filter((entry) => entry.name !== name)))).map((d) => d.values);
    expect(await without('META-INF/container.xml')).toEqual([{ path: 'META-INF/container.xml' }]);
    expect(await without('EPUB/package.opf')).toEqual([{ path: 'EPUB/package.opf' }]);
    expect(await without('EPUB/b.xhtml')).toEqual([{ path: 'EPUB/b.xhtml' }, { path: 'EPUB/b.xhtml' }]);
  });

  it('has a damaged entry', async () => {
    const damaged = entries.map((entry) => (entry.name === 'EPUB/a.xhtml' ? { ...entry, crc: 1 } : entry));
    expect((await found(makeZip(damaged))).map((d) => [d.code, d.values])).toEqual([
      ['CHECK-ZIP', { entry: 'EPUB/a.xhtml' }],
    ]);
  });

  it('has a document that is not well-formed', async () => {
    const broken = bookZip({ 'a.xhtml': '<p>a<br></p>' });
    expect((await found(broken)).map((d) => [d.code, d.span?.file, d.span?.line])).toEqual([
      ['CHECK-EPUB-XML', 'a.epub/EPUB/a.xhtml', 4],
    ]);
  });

  it('is never thrown at the reader, wherever it is cut or changed', async () => {
    const whole = bookZip(good);
    for (let at = 0; at < whole.length; at += 5) {
      await expect(checkEpub(whole.subarray(0, at), 'a.epub')).resolves.toBeDefined();
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      await expect(checkEpub(changed, 'a.epub')).resolves.toBeDefined();
    }
  });
});

describe('a file to check', () => {
  it('is known by its first bytes', async () => {
    const type = async (bytes: Uint8Array): Promise<string> => (await checkFile('x', bytes)).value.type;
    expect(await type(bookZip(good))).toBe('epub');
    expect(await type(Buffer.from('\n%PDF-1.4'))).toBe('pdf');
    const { value, diagnostics } = await checkFile('x', Buffer.from('text'));
    expect(value.type).toBe('unknown');
    expect(diagnostics.map((d) => say(d, 'vi').message)).toEqual(['tệp không phải PDF cũng không phải EPUB']);
  });
});
