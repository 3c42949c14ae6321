import { describe, expect, it } from 'vitest';
import type { Host } from '../../../src/host.js';
import { isTestFile } from '../../wpt/judge.js';
import { isPrint, readDocument, type TestDocument } from '../../wpt/read-document.js';
import { scanCss, scanDocument } from '../../wpt/scan.js';
import { memoryHost } from '../../support/memory-host.js';

/** The document that a file is, and the host that it was read from. */
function read(name: string, source: string, more: Record<string, string> = {}): [TestDocument, Host] {
  const host = memoryHost({ [name]: source, ...more });
  const document = readDocument(name, host);
  if (typeof document === 'string') throw new Error(document);
  return [document, host];
}

/** `rule: detail` of each reason for which a page is out. */
function reasons(source: string, more: Record<string, string> = {}): readonly string[] {
  return scanDocument(...read('t/a.html', source, more)).reasons.map((one) => `${one.rule}: ${one.detail}`);
}

describe('the feature scan of a sheet', () => {
  const rules = (css: string): readonly string[] =>
    scanCss(css).reasons.map(({ rule, detail }) => `${rule}: ${detail}`);

  it('lets the supported list through', () => {
    const css = `@import "a.css"; @page :first { size: A5; @top-left { content: counter(page) } }
      @font-face { font-family: X; src: url(x.ttf); size-adjust: 90% }
      @media screen { p::before { content: "a" } }
      p { margin-inline: calc(1em + 2px); float: left; columns: 2 auto; color: oklch(50% 0 0); --x: 1px }`;
    expect(rules(css)).toEqual([]);
  });

  it('names the rule of each feature, in the order of the rules', () => {
    const css = `a { visibility: hidden; display: inline-flex; grid-area: a; transform: none }
      b { direction: rtl; line-snap: baseline; position: fixed; width: min-content }`;
    expect(rules(css)).toEqual([
      'flex: display: inline-flex',
      'grid: grid-area',
      'animation: transform',
      'writing-mode: direction: rtl',
      'baseline-grid: line-snap',
      'outside-the-list: visibility',
      'outside-the-list: position: fixed',
      'outside-the-list: width: min-content',
    ]);
  });

  it.each([
    ['a { direction: ltr; cursor: default }', []],
    ['a { color: buttonface }', ['outside-the-list: color: buttonface']],
    ['a { content: "x"; counter-reset: menu }', []],
    ['a { width: 1vmin }', ['outside-the-list: unit vmin']],
    ['a { background: linear-gradient(red, red) }', ['outside-the-list: linear-gradient()']],
    ['a::selection { color: red }', ['outside-the-list: ::selection']],
    ['@media (width > 3px) { a { color: red } }', ['outside-the-list: @media with features']],
    ['@supports (color: red) { a { color: red } }', ['outside-the-list: @supports']],
    ['@keyframes x { from { color: red } }', ['animation: @keyframes']],
    ['a { b { color: red } }', ['outside-the-list: nested rule']],
    ['a { content: "\u0627" }', ['script-beyond: U+627']],
    ['a { color: red', []],
  ])('%s', (css, expected) => {
    expect(rules(css)).toEqual(expected);
  });
});

describe('the feature scan of a document', () => {
  it.each([
    ['<p onclick="x">', ['script: onclick']],
    ['<script>1</script>', ['script: <script>']],
    ['<html class="reftest-wait">', ['script: reftest-wait']],
    ['<p dir=rtl>', ['writing-mode: dir=rtl']],
    ['<p>Tiếng Việt, ελληνικά, русский, 漢字かな한글', []],
    ['<p>ไทย', ['script-beyond: U+e44']],
    ['<title>ไทย</title>', []],
    ['<input>', ['outside-the-list: <input>']],
    ['<math></math>', ['math: <math>']],
    ['<p style="z-index: 1">', ['outside-the-list: z-index']],
    ['<meta name=flags content="ahem interact">', ['by-hand: flag interact']],
    ['<style media="(width: 1px)"></style>', ['outside-the-list: @media with features']],
  ])('%s', (source, expected) => {
    expect(reasons(source)).toEqual(expected);
  });

  it('follows links and imports', () => {
    const more = { 't/s/one.css': '@import url(two.css);', 't/s/two.css': 'p { outline: none }' };
    expect(reasons('<link rel=stylesheet href="s/one.css">', more)).toEqual(['outside-the-list: outline']);
  });
});

describe('reading a document', () => {
  it('finds sheets, references and what the test allows', () => {
    const [document] = read(
      't/a-print.html',
      `<link rel=match href="b-ref.html"><link rel=mismatch href="/c.html">
       <meta name=fuzzy content="0-2;0-10"><meta name="reftest-pages" content="1-2">
       <style media=print>p { color: red }</style>`,
    );
    expect(document.references.map(({ kind }) => kind)).toEqual(['match', 'mismatch']);
    expect(document.references[0]?.path).toBe('t/b-ref.html');
    expect(document.sheets.map(({ media, css }) => [media, css])).toEqual([['print', 'p { color: red }']]);
    expect([document.fuzzy, document.pages, document.print]).toEqual([['0-2;0-10'], '1-2', true]);
  });

  it('keeps what XHTML has where it is', () => {
    const source = `<!DOCTYPE html PUBLIC "x" "y"><html xmlns="http://www.w3.org/1999/xhtml"><head/><body>
      <p><div/>&nbsp;<![CDATA[<]]></p></body></html>`;
    const [{ tree }] = read('a.xht', source);
    expect(JSON.stringify(tree)).toContain('"tagName":"div","properties":{},"children":[]');
    expect(JSON.stringify(tree)).toContain('{"type":"text","value":"<"}');
  });

  it('says where XHTML is not well-formed', () => {
    const host = memoryHost({ 'a.xht': '<html><p></html>' });
    expect(readDocument('a.xht', host)).toBe('not well-formed at 1:10');
  });

  it.each([
    ['css/a/b-001.html', true],
    ['css/a/b-001.xht', true],
    ['css/a/b-001-ref.html', false],
    ['css/a/b-notref.html', false],
    ['css/a/b-001-print-ref.html', false],
    ['css/a/b-ref-2.html', false],
    ['css/a/reference/b.html', false],
    ['css/a/support/b.html', false],
    ['css/a/preference-001.html', true],
    ['css/a/b.css', false],
  ])('takes %s for a test: %s', (path, expected) => {
    expect(isTestFile(path)).toBe(expected);
  });

  it('tells print tests by their names', () => {
    expect(isPrint('css/css-page/a-001-print.html')).toBe(true);
    expect(isPrint('css/css-page/a-print-001.html')).toBe(false);
  });
});
