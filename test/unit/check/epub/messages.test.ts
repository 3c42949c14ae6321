/** One message for one fault, each with what is wrong; errors first; files of a book by their names. */
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../../src/check/check.js';
import { joinFindings } from '../../../../src/check/epub/standard/join-findings.js';
import { diagnostic, type Diagnostic } from '../../../../src/diagnostic.js';
import { makeZip } from '../../../support/make-zip.js';
import { bookEntries, bookZip } from '../../../support/tiny-epub.js';

const good = { 'a.xhtml': '<h1>Một</h1><p id="p1">hai</p>' };

async function codesOf(name: string, file: string | Uint8Array): Promise<string[]> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  return (await checkFile(name, bytes)).diagnostics.map(({ code }) => code);
}

/** A good book with its package changed. */
function withPackage(from: string, to: string): Uint8Array {
  const entries = bookEntries(good).map((entry) =>
    entry.name === 'EPUB/package.opf' ? { ...entry, text: String(entry.text).replace(from, to) } : entry,
  );
  return makeZip(entries);
}

describe('the messages of a book', () => {
  it('say once what is wrong with a package', async () => {
    expect(await codesOf('a.epub', withPackage('version="3.0"', 'version="4.0"'))).toEqual([
      'EPUB-OPF-001-VERSION',
    ]);
    const titles = await codesOf('a.epub', withPackage('<dc:title>Sách</dc:title>', ''));
    expect(titles).toEqual(['EPUB-RSC-005-TITLE']);
    const item = '<item id="x" href="x.jpg" media-type="image/jpeg"/></manifest>';
    expect(await codesOf('a.epub', withPackage('</manifest>', item))).toEqual(['CHECK-EPUB-MISSING']);
  });

  it('say that an archive was cut off', async () => {
    const whole = bookZip(good);
    expect(await codesOf('a.epub', whole.subarray(0, whole.length / 2))).toEqual(['CHECK-ZIP-CUT']);
  });

  it('begin with the errors, whoever found them', () => {
    const at = (code: 'CHECK-EPUB-ALT' | 'EPUB-RSC-011'): Diagnostic => ({
      ...diagnostic(code, {}, { span: { file: 'a.epub/a.xhtml' } }),
      severity: code === 'CHECK-EPUB-ALT' ? 'warning' : 'error',
    });
    const found = joinFindings([at('CHECK-EPUB-ALT')], [at('EPUB-RSC-011')]);
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning']);
  });

  it('come with what the book claims', async () => {
    const claim =
      '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.1 Level AA</meta></metadata>';
    const { value } = await checkFile('a.epub', withPackage('</metadata>', claim));
    expect(value).toMatchObject({
      version: '3.0',
      conformsTo: ['EPUB Accessibility 1.1 - WCAG 2.1 Level AA'],
    });
  });
});

describe('the files of a book', () => {
  const id = '<dc:language>';
  it.each([
    ['an ISBN', id, '<dc:identifier>urn:isbn:9786041000019</dc:identifier><dc:language>', 'CHECK-EPUB-ISBN'],
    [
      'no ISBN',
      id,
      '<dc:identifier>urn:isbn:97860410</dc:identifier><dc:language>',
      'CHECK-EPUB-ISBN-DIGITS',
    ],
    [
      'a font',
      '</manifest>',
      '<item id="f" href="a.xhtml?f" media-type="font/tff"/></manifest>',
      'CHECK-EPUB-FONT-TYPE',
    ],
  ])('%s is looked at', async (_what, from, to, code) => {
    expect(await codesOf('a.epub', withPackage(from, to))).toContain(code);
  });

  it('stay in the book, and pictures are whole', async () => {
    const item = '<item id="p" href="p.jpg" media-type="image/jpeg"/></manifest>';
    const frame = '\xff\xd8\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0\x12';
    const withPicture = async (bytes: string, name: string): Promise<string[]> => {
      const entries = bookEntries(good).map((entry) =>
        entry.name === 'EPUB/package.opf'
          ? { ...entry, text: String(entry.text).replace('</manifest>', item) }
          : entry,
      );
      const picture = { name: 'EPUB/p.jpg', text: Buffer.from(bytes, 'latin1') };
      return codesOf('a.epub', makeZip([...entries, picture, { name, text: 'x' }]));
    };
    expect(await withPicture(frame, '../evil.txt')).toEqual(
      expect.arrayContaining(['CHECK-EPUB-PICTURE-CUT', 'CHECK-EPUB-ENTRY-OUTSIDE']),
    );
    const whole = await withPicture(`${frame}\xff\xd9`, 'META-INF/x.txt');
    expect(whole.filter((code) => code.startsWith('CHECK-EPUB-'))).toEqual([]);
  });
});

describe('a file of a book', () => {
  const page = (body: string): string =>
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="vi" xml:lang="vi"><head><title>a</title></head><body>${body}</body></html>`;
  const nav = '<nav epub:type="toc"><h2>b</h2><ol><li><a href="#c">c</a></li></ol></nav>';

  it('is a navigation document where there is nothing but navs', async () => {
    const kind = async (body: string): Promise<unknown> =>
      (await checkFile('a.xhtml', Buffer.from(page(body)))).value;
    expect(await kind(`<h1>a</h1>${nav}`)).toMatchObject({ kind: 'navigation' });
    expect(await kind(`${nav}<section><p id="c">a</p></section>`)).toMatchObject({ kind: 'xhtml' });
  });

  it('is told of by its name when it is broken', async () => {
    expect(await codesOf('a.xhtml', '<p>xin chào')).toEqual(['CHECK-EPUB-XML-UNCLOSED']);
    expect(await codesOf('a.opf', '<p>xin chào</p>')).toEqual(['CHECK-FILE-ROOT']);
    expect(await codesOf('a.css', 'p { color: red }')).toEqual(['CHECK-FILE-TYPE']);
  });
});
