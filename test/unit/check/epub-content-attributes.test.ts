/** Attributes, their values, roles and states, and what refers to ids: right and wrong ones. */
import { describe, expect, it } from 'vitest';
import { describe as say } from '../../../src/diagnostic.js';
import { contentFaults, inBody } from '../../support/content-faults.js';

const faults = (body: string): readonly string[] => contentFaults(inBody(body));

describe('an attribute', () => {
  it.each([
    ['<p id="a" class="b c" title="d" lang="vi" xml:lang="VI" dir="LTR" hidden="" data-a="1">a</p>', []],
    ['<p align="center">a</p>', ['ATTRIBUTE']],
    ['<p epub:type="bridgehead" onclick="a()" tabindex="-1" style="color: red">a</p>', []],
    ['<p epub:type="">a</p>', ['VALUE']],
    ['<p epub:mode="a">a</p>', ['ATTRIBUTE']],
    ['<p><script epub:type="a" src="a.js"/></p>', ['ATTRIBUTE']],
    ['<p id="a b">a</p>', ['VALUE']],
    ['<p id="">a</p>', ['VALUE']],
    ['<p dir="up">a</p>', ['VALUE']],
    ['<p tabindex="one">a</p>', ['VALUE']],
    ['<p lang="tiếng Việt">a</p>', ['VALUE']],
    ['<p xml:lang="vi_VN">a</p>', ['VALUE']],
    ['<p lang="">a</p>', []],
    ['<p lang="vi" xml:lang="en">a</p>', ['LANG-DIFFERS']],
    ['<p data-A="1">a</p>', ['DATA-NAME']],
    ['<p its-term="yes" property="dc:title" itemprop="a">a</p>', []],
    ['<p xmlns:my="http://example.org/" my:own="1">a</p>', []],
    ['<p xmlns:my="http://www.w3.org/mine" my:own="1">a</p>', ['NAMESPACE']],
    ['<p xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="a">a</p>', ['ATTRIBUTE']],
    ['<img src="a.jpg" alt="" width="100" height="0"/>', []],
    ['<img src="a.jpg" alt="" width="100%"/>', ['VALUE']],
    ['<img src="a.jpg" alt="" width="10px"/>', ['VALUE']],
    ['<img alt=""/>', ['ATTRIBUTE-MISSING']],
    ['<img src="" alt=""/>', ['VALUE']],
    ['<ol start="3" type="i" reversed="reversed"><li value="-2">a</li></ol>', []],
    ['<ol start="c"/>', ['VALUE']],
    ['<ul type="disc"/>', ['ATTRIBUTE']],
    ['<table border="1" summary="a"/>', ['ATTRIBUTE']],
    ['<table border="2"/>', ['VALUE']],
    [
      '<table><tr><th id="h" scope="col" colspan="2">a</th><td headers="h" rowspan="0">b</td></tr></table>',
      [],
    ],
    ['<table><tr><td colspan="0">a</td></tr></table>', ['VALUE']],
    ['<table><tr><td scope="row">a</td></tr></table>', ['ATTRIBUTE']],
    ['<table><tr><th scope="rows">a</th></tr></table>', ['VALUE']],
    ['<table><tr><td headers="x">a</td></tr></table>', ['REFERENCE']],
    ['<a href="b.xhtml#c" rel="next" hreflang="en" type="text/html" target="_blank">a</a>', []],
    ['<a href="http://[a%zz">a</a>', ['VALUE']],
    ['<a id="x" target="_blank">a</a>', ['ATTRIBUTE']],
    ['<a href="http://[::1]/?a=[b]" ping="a b">a</a><a href="urn:a[b]">b</a>', []],
    ['<a href="http://">a</a><a href="[a]">a</a><a href="a#b#c">a</a>', ['VALUE', 'VALUE', 'VALUE']],
    ['<a href="a" rev="b">a</a>', ['ATTRIBUTE']],
    ['<p prefix="dc: http://purl.org/dc/terms/" property="dc:title b" about="[dc:c]">a</p>', []],
    ['<p prefix="dc http://purl.org/dc/terms/" property="50%" about="[a">a</p>', ['VALUE', 'VALUE', 'VALUE']],
    ['<p><x-a form="b" headers="c" anything="d">a</x-a></p>', []],
    ['<p><embed src="a" href="b"/></p>', ['ATTRIBUTE']],
    ['<p><bdo>a</bdo></p>', ['ATTRIBUTE-MISSING']],
    ['<map name="m"><area href="a" coords="0,0,9,9"/></map>', ['ATTRIBUTE-MISSING']],
    ['<map name="m"><area shape="circle" coords="0,0,9,9"/></map>', ['VALUE']],
    ['<map name="m"><area shape="poly" coords="0,0,9,9,5,5" alt="a" href="b"/></map>', []],
    ['<object/>', ['ATTRIBUTE-MISSING']],
    ['<embed src="a.swf" type="a/b" quality="high"/>', []],
    ['<iframe src="a.xhtml" frameborder="0"/>', ['ATTRIBUTE']],
    ['<p><time datetime="2026-11-29T07:30+07:00"/><time datetime="PT30M"/><time datetime="07:30"/></p>', []],
    ['<p><time datetime="29/11/2026"/></p>', ['VALUE']],
    ['<p><meter value="0.5" min="0"/><progress value="3" max="10"/><data value="a"/></p>', []],
    ['<p><meter/><progress value="-3"/></p>', ['ATTRIBUTE-MISSING', 'VALUE']],
    [
      '<p><input type="date" value="2026-11-29" min="2026-01-01"/><input type="CHECKBOX" checked=""/></p>',
      [],
    ],
    ['<p><input type="date" value="29/11"/><input type="day"/></p>', ['VALUE', 'VALUE']],
    ['<p><input type="hidden" required=""/></p>', ['ATTRIBUTE']],
    ['<p><textarea wrap="hard"/></p>', ['ATTRIBUTE-MISSING']],
  ])('%s gives %j', (body, expected) => {
    expect(faults(body)).toEqual(expected);
  });
});

describe('a role', () => {
  it.each([
    ['<section role="doc-chapter" aria-label="a"><h1 role="doc-subtitle">b</h1></section>', []],
    ['<p role="doc-chapter">a</p>', []],
    ['<article role="doc-chapter">a</article>', ['ROLE']],
    ['<ul role="button"><li role="presentation">a</li></ul>', ['ROLE']],
    ['<p role="chapter">a</p>', ['ROLE-UNKNOWN']],
    ['<p role="note doc-tip">a</p>', ['ROLE-UNKNOWN']],
    ['<p role="">a</p>', ['ROLE-UNKNOWN']],
    ['<table><caption role="note">a</caption></table>', ['ROLE']],
    ['<hr role="doc-pagebreak" aria-label="7"/>', []],
    ['<aside role="doc-footnote"><p><a href="#a" role="doc-backlink">a</a></p></aside>', []],
    ['<section role="doc-endnotes"><ol><li role="doc-endnote">a</li></ol></section>', ['DEPRECATED']],
    ['<p aria-level="2">a</p>', ['STATE']],
    ['<h2 aria-level="2">a</h2>', []],
    ['<p role="heading" aria-level="2">a</p>', []],
    ['<p role="heading" aria-level="two">a</p>', ['VALUE']],
    ['<p aria-described="a">a</p>', ['ATTRIBUTE']],
    ['<p aria-hidden="yes">a</p>', ['VALUE']],
    ['<span role="checkbox">a</span>', ['ATTRIBUTE-MISSING']],
    ['<span role="checkbox" aria-checked="mixed">a</span>', []],
    ['<input type="checkbox" role="switch"/>', []],
    ['<p aria-describedby="a b" id="a">c <i id="b">d</i></p>', []],
    ['<p aria-describedby="a b" id="a">c</p>', ['REFERENCE']],
    ['<p id="a" aria-labelledby="">c</p>', []],
    ['<div role="list" aria-activedescendant="a"/>', ['STATE', 'REFERENCE']],
  ])('%s gives %j', (body, expected) => {
    expect(faults(body)).toEqual(expected);
  });

  it('is said with those that are allowed', () => {
    const [fault] = contentFaults.all(inBody('<main role="doc-part">a</main>'));
    expect(fault && say(fault, 'en')).toEqual({
      message: 'main may not have the role doc-part',
      hint: 'Take the role out or choose another element. Allowed: main.',
    });
  });
});

describe('ids and what refers to them', () => {
  it.each([
    ['<p id="a">a</p><p id="b">b</p>', []],
    ['<p id="a">a</p><p id="a">b</p>', ['ID']],
    ['<map name="a"/><map name="a"/>', ['ID']],
    ['<map id="a" name="b"/>', ['VALUE']],
    ['<p><label for="a">a</label><input id="a"/></p>', []],
    ['<p><label for="a">a</label><i id="a"/></p>', ['REFERENCE']],
    ['<p><input list="a"/><datalist id="a"/><input form="a"/></p>', ['REFERENCE']],
    ['<p><output for="x">a</output></p>', ['REFERENCE']],
  ])('%s gives %j', (body, expected) => {
    expect(faults(body)).toEqual(expected);
  });
});

describe('a head', () => {
  const inHead = (head: string): readonly string[] =>
    contentFaults(
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>a</title>${head}</head><body/></html>`,
    );

  it.each([
    ['<meta charset="UTF-8"/><link rel="stylesheet" href="a.css" type="text/css"/>', []],
    ['<meta name="viewport" content="width=600, height=800"/><style>p { }</style><base href="a/"/>', []],
    ['<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>', []],
    ['<meta property="dc:title" content="a"/><meta itemprop="b" content="c"/>', []],
    ['<meta http-equiv="Content-Type" content="application/xhtml+xml"/>', ['VALUE']],
    ['<meta charset="utf-8"/><meta charset="utf-8"/>', ['ENCODING-TWICE']],
    ['<meta charset="latin1"/>', ['VALUE']],
    ['<meta name="a"/>', ['ATTRIBUTE-MISSING']],
    ['<meta name="a" content="b" scheme="c"/>', ['ATTRIBUTE']],
    ['<meta http-equiv="expires" content="0"/>', ['VALUE']],
    ['<link href="a.css"/>', ['ATTRIBUTE-MISSING']],
    ['<link rel="stylesheet" href="a.css" sizes="16x16"/>', ['ATTRIBUTE']],
    ['<base/>', ['ATTRIBUTE-MISSING']],
    ['<link rel="a" href="b" rev="c"/><link property="a" href="b"/><link itemprop="a" href="b"/>', []],
    ['<link property="a"/>', ['ATTRIBUTE-MISSING']],
    ['<template><li>a</li></template>', []],
    ['<template><li>a</li><td>b</td></template>', ['ORDER']],
    ['<script language="a" src="a.js"/><template><p>a</p></template>', []],
    ['<noscript><p>a</p></noscript>', ['ELEMENT']],
  ])('%s gives %j', (head, expected) => {
    expect(inHead(head)).toEqual(expected);
  });
});
