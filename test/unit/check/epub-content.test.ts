/** What an element may hold and where it may stand: for each table of elements fragments that are right and wrong. */
import { describe, expect, it } from 'vitest';
import { describe as say } from '../../../src/diagnostic.js';
import { contentFaults, inBody } from '../../support/content-faults.js';

const faults = (body: string): readonly string[] => contentFaults(inBody(body));

describe('text', () => {
  it.each([
    ['<p>Một <em>hai <b>ba</b></em><br/></p>', []],
    ['<p>Một</p>hai', []],
    ['<p><ul><li>a</li></ul></p>', ['CHILD']],
    ['<p><div>a</div></p>', ['CHILD']],
    ['<p><h2>a</h2></p>', ['CHILD']],
    ['<p><span><section>a</section></span></p>', ['CHILD']],
    ['<h1><p>a</p></h1>', ['CHILD']],
    ['<pre><p>a</p></pre>', ['CHILD']],
    ['<center>a</center>', ['ELEMENT']],
    ['<p><font color="red">a</font></p>', ['ELEMENT']],
    ['<p><o-p>a</o-p></p>', []],
    ['<p><o-p><div>a</div></o-p></p>', ['CHILD']],
    ['<p><a href="a.xhtml"><em>a</em></a></p>', []],
    ['<a href="a.xhtml"><div>a</div></a>', []],
    ['<p><a href="a.xhtml"><div>a</div></a></p>', ['CHILD']],
    ['<ins><p>a</p></ins><del><ins><ul><li>a</li></ul></ins></del>', []],
    ['<p><ins><p>a</p></ins></p>', ['CHILD']],
    ['<a href="a"><span><a href="b">a</a></span></a>', ['INSIDE']],
    ['<a href="a"><button>a</button></a>', ['INSIDE']],
    ['<p><dfn>a <i><dfn>b</dfn></i></dfn></p>', ['INSIDE']],
    ['<p><time>1975</time> <time datetime="1975"><b>a</b></time></p>', []],
    ['<p><time><b>a</b></time></p>', ['CHILD']],
    ['<p><link rel="prev" href="a"/><script>a &lt; b</script></p>', []],
    ['<p><meta itemprop="a" content="b"/></p>', []],
    ['<p><meta name="a" content="b"/></p>', ['ATTRIBUTE', 'ATTRIBUTE-MISSING']],
    ['<p><style>p { }</style></p>', ['CHILD']],
    ['<p><ruby>漢<rt>hán</rt>字<rt>tự</rt></ruby></p>', []],
    ['<p><ruby>漢<rp>(</rp><rt>hán</rt><rp>)</rp></ruby></p>', []],
    ['<p><ruby>漢<rp>(</rp><rt>hán</rt></ruby></p>', ['INCOMPLETE']],
    ['<p><ruby>漢字</ruby></p>', ['INCOMPLETE']],
  ])('%s gives %j', (body, expected) => {
    expect(faults(body)).toEqual(expected);
  });
});

describe('lists, figures and tables', () => {
  it.each([
    ['<ul><li>a<ul><li>b</li></ul></li></ul><ol><li value="2">a</li></ol><menu><li>a</li></menu>', []],
    ['<ul></ul>', []],
    ['<ul><p>a</p></ul>', ['CHILD']],
    ['<ul>a<li>b</li></ul>', ['TEXT']],
    ['<ul><li value="2">b</li></ul>', ['ATTRIBUTE']],
    ['<ul><ul><li>a</li></ul></ul>', ['CHILD']],
    ['<li>a</li>', ['CHILD']],
    ['<dl><dt>a</dt><dt>b</dt><dd>c</dd><dt>d</dt><dd>e</dd></dl>', []],
    ['<dl><div><dt>a</dt><dd>c</dd></div></dl>', []],
    ['<dl></dl>', []],
    ['<dl><dd>a</dd></dl>', ['ORDER']],
    ['<dl><dt>a</dt></dl>', ['INCOMPLETE']],
    ['<dl><dt>a</dt><dd>b</dd><div><dt>a</dt><dd>c</dd></div></dl>', ['ORDER']],
    ['<dl><dt>a</dt><dd>b</dd><p>c</p></dl>', ['CHILD']],
    ['<dl><div>a</div></dl>', ['TEXT']],
    ['<figure><img src="a.jpg" alt="a"/><figcaption>b</figcaption></figure>', []],
    ['<figure><figcaption>b</figcaption><p>a</p></figure>', []],
    ['<figure><p>a</p><figcaption>b</figcaption><p>a</p></figure>', ['ORDER']],
    ['<figure><figcaption>a</figcaption><figcaption>b</figcaption></figure>', ['ORDER']],
    ['<figcaption>a</figcaption>', ['CHILD']],
    ['<table><tr><td>a</td></tr></table>', []],
    [
      '<table><caption>a</caption><colgroup><col/></colgroup><thead><tr><th>a</th></tr></thead><tbody><tr><td>a</td></tr></tbody><tfoot><tr><td>a</td></tr></tfoot></table>',
      [],
    ],
    ['<table><tbody><tr><td>a</td></tr></tbody><tr><td>b</td></tr></table>', ['ORDER']],
    ['<table><tr><td>a</td></tr><thead><tr><td>b</td></tr></thead></table>', ['ORDER']],
    ['<table><tr><td>a</td></tr><caption>a</caption></table>', ['ORDER']],
    ['<table><td>a</td></table>', ['CHILD']],
    ['<table><tr><p>a</p></tr></table>', ['CHILD']],
    ['<table><caption><table><tr><td>a</td></tr></table></caption></table>', ['INSIDE']],
    ['<table><colgroup span="2"><col/></colgroup></table>', ['CHILD']],
    ['<td>a</td>', ['CHILD']],
    ['<details><summary>a <h2>b</h2></summary><p>c</p></details>', []],
    ['<details><p>c</p><summary>a</summary></details>', ['ORDER']],
    ['<details></details>', ['INCOMPLETE']],
  ])('%s gives %j', (body, expected) => {
    expect(faults(body)).toEqual(expected);
  });
});

describe('sections, media and forms', () => {
  it.each([
    ['<section><header><h1>a</h1></header><article><p>a</p></article><footer>b</footer></section>', []],
    ['<header><section><header>a</header></section></header>', ['INSIDE']],
    ['<address><p>a</p><address>b</address></address>', ['INSIDE']],
    ['<hgroup><h1>a</h1><p>b</p></hgroup>', []],
    ['<hgroup><h1>a</h1><h2>b</h2></hgroup>', ['ORDER']],
    ['<body><p>a</p></body>', ['CHILD']],
    ['<title>a</title>', ['CHILD']],
    ['<audio src="a.mp3" controls="controls">a</audio>', []],
    ['<video><source src="a.mp4"/><track src="a.vtt"/><p>a</p></video>', []],
    ['<video src="a.mp4"><source src="a.mp4"/></video>', ['CHILD']],
    ['<p><video src="a.mp4"><p>a</p></video></p>', ['CHILD']],
    ['<video src="a.mp4"><p>a</p><track src="a.vtt"/></video>', ['ORDER']],
    ['<audio src="a"><video src="b"/></audio>', ['INSIDE']],
    ['<picture><source srcset="a.png 2x"/><img src="a.png" alt=""/></picture>', []],
    ['<picture><source srcset="a.png 2x"/></picture>', ['INCOMPLETE']],
    ['<object data="a.svg" type="image/svg+xml"><param name="a" value="b"/><p>a</p></object>', []],
    ['<object data="a.svg"><p>a</p><param name="a" value="b"/></object>', ['ORDER']],
    ['<map name="m"><p><area href="a" alt="b" coords="0,0,9,9"/></p></map>', []],
    ['<p><area/></p>', ['OUTSIDE']],
    ['<form action="a"><fieldset><legend>a</legend><label>b <input/></label></fieldset></form>', []],
    ['<fieldset><p>a</p><legend>a</legend></fieldset>', ['ORDER']],
    ['<form action="a"><div><form action="b"></form></div></form>', ['INSIDE']],
    ['<select><optgroup label="a"><option>b</option></optgroup><option>c</option></select>', []],
    ['<select><option><b>a</b></option></select>', ['CHILD']],
    ['<select><option selected="">a</option><option selected="">b</option></select>', ['TWICE']],
  ])('%s gives %j', (body, expected) => {
    expect(faults(body)).toEqual(expected);
  });
});

describe('a fault', () => {
  it('is one message at its place', () => {
    const [fault, ...more] = contentFaults.all(inBody('<p>a</p>\n  <p>b <div>c</div></p>'));
    expect(more).toEqual([]);
    expect(fault?.span).toEqual({ file: 'a.xhtml', line: 3, column: 8 });
    expect(fault && say(fault, 'en').message).toBe('p may not hold div');
    expect(fault && say(fault, 'vi').message).toBe('p không được chứa div');
    expect(fault && say(fault, 'en').hint).toBe(
      'End p before it, or choose another element. Allowed here: em, strong, a, span, img, br, sup ….',
    );
  });

  it('is said with what may stand there instead', () => {
    const hints = (body: string): readonly unknown[] =>
      contentFaults.all(inBody(body)).map(({ values }) => values['allowed'] ?? values['missing']);
    expect(hints('<dl><dd>a</dd></dl>')).toEqual(['dt, script, template, div']);
    expect(hints('<figure><p>a</p><figcaption>b</figcaption><p>c</p></figure>')).toEqual(['</figure>']);
    expect(hints('<div><li>a</li></div>')).toEqual(['p, ul, ol, table, figure, section, div, em, a, img …']);
    expect(hints('<details/>')).toEqual(['summary']);
    expect(hints('<img src="" alt="a"/>')).toEqual(['hinh/anh-1.jpg']);
  });

  it('is found in every part of the document', () => {
    const head = '<html xmlns="http://www.w3.org/1999/xhtml"><head>';
    expect(contentFaults(`${head}<title>a</title></head><body/></html>`)).toEqual([]);
    expect(contentFaults(`${head}</head><body/></html>`)).toEqual(['TITLE']);
    expect(contentFaults(`${head}<title> </title></head><body/></html>`)).toEqual(['TITLE-EMPTY']);
    expect(contentFaults(`${head}<title>a</title><p>b</p></head><body/></html>`)).toEqual(['CHILD']);
    expect(contentFaults(`${head}<title>a</title><title>b</title></head><body/></html>`)).toEqual(['ORDER']);
    expect(contentFaults(`${head}<title>a</title></head></html>`)).toEqual(['INCOMPLETE']);
    expect(contentFaults('<html/>')).toEqual(['ROOT']);
  });
});
