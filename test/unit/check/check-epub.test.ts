/** Each rule: a good book passes it, and one with one thing wrong is caught, in its place. */
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../src/check/check.js';
import { checkEpub } from '../../../src/check/epub/check-epub.js';
import { describe as say, type Diagnostic } from '../../../src/diagnostic.js';
import { makeZip } from '../../support/make-zip.js';
import { bookEntries, bookZip } from '../../support/tiny-epub.js';

const found = async (bytes: Uint8Array): Promise<readonly Diagnostic[]> =>
  (await checkEpub(bytes, 'a.epub')).diagnostics;
const codes = async (bytes: Uint8Array): Promise<string[]> => (await found(bytes)).map((d) => d.code);
const good = {
  'a.xhtml': '<h1>Một</h1><p id="p1">hai</p><p id="p2">ba</p>',
  'b.xhtml': '<p id="p3">bốn</p>',
};

describe('an ebook', () => {
  it('passes, and says what it is', async () => {
    expect(await checkEpub(bookZip(good), 'a.epub')).toEqual({
      value: { type: 'epub', title: 'Sách', version: '3.0', conformsTo: [], documents: 3, words: 4 },
      diagnostics: [],
    });
  });

  it('names file, line and column', async () => {
    const [diagnostic] = await found(bookZip({ 'a.xhtml': 'x\n  <img src="a.jpg"/>' }));
    expect(diagnostic?.span).toEqual({ file: 'a.epub/EPUB/a.xhtml', line: 5, column: 3 });
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
      ['CHECK-EPUB-XML-END', 'a.epub/EPUB/a.xhtml', 4],
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
    expect(diagnostics.map((d) => say(d, 'vi').message)).toEqual([
      'tệp không phải PDF, EPUB hay tệp của EPUB kiểm riêng được',
    ]);
  });
});
