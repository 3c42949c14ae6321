/** What epubcheck-ts says without reason is left out, and the same said with reason is not. */
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../../src/check/check.js';
import { withoutFalseAlarms } from '../../../../src/check/epub/standard/false-alarms.js';
import { openEpub } from '../../../../src/check/epub/open-epub.js';
import { withoutPrefix } from '../../../../src/check/epub/standard/plain-prefixes.js';
import { diagnostic, type DiagnosticCode } from '../../../../src/diagnostic.js';
import { readXml } from '../../../../src/document/read-xml.js';
import { makeZip } from '../../../support/make-zip.js';
import { bookEntries } from '../../../support/tiny-epub.js';

const html = (body: string, root = ''): string =>
  `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" ${root}>\n${body}\n</html>`;

/** Whether a finding in a book is believed: its code, its values, the document that it is in, its line. */
function believed(
  code: DiagnosticCode,
  values: Record<string, string>,
  text: string,
  at: { readonly line?: number; readonly file?: string; readonly opf?: string } = {},
): boolean {
  const entries = bookEntries({ 'a.xhtml': '<p>a</p>' }).map((entry) =>
    entry.name === 'EPUB/package.opf'
      ? { ...entry, text: `${String(entry.text).replace('</spine>', `</spine>${at.opf ?? ''}`)}` }
      : entry,
  );
  const book = openEpub(makeZip(entries), 'a.epub').value;
  const xml = readXml(text);
  if (!xml.ok || !book) throw new Error('not well-formed');
  const span = { file: at.file ?? 'a.epub/EPUB/a.xhtml', line: at.line ?? 2 };
  const looked = { book, root: () => xml.root, held: () => false };
  return withoutFalseAlarms([diagnostic(code, values, { span })], looked).length === 1;
}

describe('a finding of epubcheck-ts', () => {
  it.each([
    ['xyn=percent:1,2,3', false],
    ['xywh=0,0,1,1', false],
    ['epubcfi(/6/4)', false],
    [':~:text=a', false],
    ['p9', true],
  ])('on the fragment %j is believed: %j', (fragment, real) => {
    expect(believed('EPUB-RSC-012', { fragment }, html(''))).toBe(real);
  });

  it.each([
    ['id0001_総合的にみて', false],
    ['mục-1', false],
    ['1a', true],
    ['a b', true],
  ])('on the id %j is believed: %j', (id, real) => {
    expect(believed('EPUB-RSC-005-ID', { id }, html(''))).toBe(real);
  });

  it('on a target of the NCX is believed where it is not in the spine', () => {
    const file = 'a.epub/EPUB/toc.ncx';
    expect(believed('EPUB-RSC-010', { url: 'a.xhtml' }, html(''), { file })).toBe(false);
    expect(believed('EPUB-RSC-010', { url: 'a.jpg' }, html(''), { file })).toBe(true);
  });

  it('on a path is believed where the path has no character reference', () => {
    expect(believed('EPUB-OPF-091', { url: 'b&#xC1;.xhtml' }, html(''))).toBe(false);
    expect(believed('EPUB-OPF-091', { url: 'b.xhtml#a' }, html(''))).toBe(true);
    expect(believed('EPUB-RSC-001', { path: 'b&#xC1;.xhtml' }, html(''))).toBe(false);
    expect(believed('EPUB-RSC-001', { path: 'b.xhtml' }, html(''))).toBe(true);
  });

  it('on what the manifest does not list is believed where it lists it by no path', () => {
    expect(believed('EPUB-RSC-008', { path: 'EPUB/a.xhtml' }, html(''))).toBe(false);
    expect(believed('EPUB-RSC-008', { path: 'EPUB/a.jpg' }, html(''))).toBe(true);
  });

  it('on a namespace is believed where an attribute uses it', () => {
    const namespace = 'http://www.w3.org/2001/XMLSchema';
    const root = `xmlns:xsd="${namespace}"`;
    expect(believed('EPUB-HTM-054', { namespace }, html('<p property="xsd:date">a</p>', root))).toBe(false);
    expect(believed('EPUB-HTM-054', { namespace }, html('<p xsd:date="a">a</p>', root))).toBe(true);
  });

  it('on an address is believed where no base leads out of the book', () => {
    const base = (href: string): string => html(`<base href="${href}"/>\n<a href="/a">a</a>`);
    expect(believed('EPUB-RSC-026', { url: '/a' }, base('https://example.org/'))).toBe(false);
    expect(believed('EPUB-RSC-026', { url: '/a' }, base('b/'))).toBe(true);
    const css = html('<link href="a.css"/>\n<base href="https://example.org/"/>\n<link href="b.css"/>');
    expect(believed('EPUB-RSC-006', { url: 'a.css' }, css, { line: 2 })).toBe(false);
    expect(believed('EPUB-RSC-006', { url: 'b.css' }, css, { line: 4 })).toBe(true);
  });

  it('on an index is believed where the book is one and its list is not there', () => {
    const index = (inside: string): string => html(`<body epub:type="index">${inside}</body>`);
    const opf = '<collection role="index"><link href="a.xhtml"/></collection>';
    const said = (text: string, book: { opf?: string }): boolean =>
      believed('EPUB-RSC-005-INDEX', { part: 'index-entry-list' }, text, book);
    expect(said(index('<p>a</p>'), { opf })).toBe(true);
    expect(said(index('<p>a</p>'), {})).toBe(false);
    expect(said(index('<ul><li>a</li></ul>'), { opf })).toBe(false);
    expect(said(index('<section epub:type="index-group"><ul><li>a</li></ul></section>'), { opf })).toBe(
      false,
    );
    expect(said(html('<nav epub:type="index-term-categories"/>'), { opf })).toBe(false);
  });
});

describe('a package document with prefixes', () => {
  const opf =
    '<opf:package xmlns:opf="http://www.idpf.org/2007/opf" version="3.0"><opf:manifest/></opf:package>';

  it('is read as one without', () => {
    expect(withoutPrefix(opf)).toBe(
      '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" version="3.0"><manifest/></package>',
    );
    expect(withoutPrefix(opf.replaceAll('opf:', '').replace(':opf', ''))).toBeUndefined();
    expect(withoutPrefix(opf.replace('2007/opf', '2008/opf'))).toBeUndefined();
  });

  it('passes in a book', async () => {
    const entries = bookEntries({ 'a.xhtml': '<h1>a</h1>' }).map((entry) =>
      entry.name === 'EPUB/package.opf'
        ? {
            ...entry,
            text: String(entry.text)
              .replaceAll(/(<\/?)(?=package|metadata|manifest|spine|item|meta)/g, '$1opf:')
              .replace('xmlns=', 'xmlns:opf='),
          }
        : entry,
    );
    expect((await checkFile('a.epub', makeZip(entries))).diagnostics).toEqual([]);
  });
});
