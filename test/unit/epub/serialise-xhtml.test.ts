import { describe, expect, it } from 'vitest';
import type { ImageAsset, PageBreak } from '../../../src/document/publication.js';
import { element, text, type ElementNode } from '../../../src/document/tree.js';
import { fitTable } from '../../../src/epub/fit-tables.js';
import { gatherPictures } from '../../../src/epub/gather-pictures.js';
import { phrasesFor } from '../../../src/epub/phrases.js';
import { findReferences, placeDocuments } from '../../../src/epub/place-documents.js';
import { placePageBreaks } from '../../../src/epub/place-page-breaks.js';
import { serialiseXhtml } from '../../../src/epub/serialise-xhtml.js';
import { chapterOf, furniture, h, keyed } from './ebook-fixture.js';

const photo: ImageAsset = {
  id: 'a.jpg',
  path: 'a.jpg',
  format: 'jpeg',
  bytes: new Uint8Array(1),
  width: 1,
  height: 1,
  colour: 'rgb',
  alpha: false,
};

/** The first of these bodies, each a document of its own (`bai.xhtml`, `bai-2.xhtml`…). */
function xhtml(
  bodies: ElementNode | readonly ElementNode[],
  breaks: readonly PageBreak[] = [],
  asset: ImageAsset = photo,
): string {
  const all = Array.isArray(bodies) ? (bodies as readonly ElementNode[]) : [bodies as ElementNode];
  const placed = placeDocuments(all.map(chapterOf));
  const references = findReferences(placed);
  const pages = placePageBreaks(breaks, placed, references.files);
  const pictures = gatherPictures(placed, new Map([['a.jpg', asset]])).value;
  const context = { href: 'bai.xhtml', references, pages, pictures, phrases: phrasesFor('vi') };
  return serialiseXhtml(placed[0]?.document.body ?? h('p'), context);
}

describe('serialiseXhtml', () => {
  it('escapes text and attributes and leaves out control characters', () => {
    expect(xhtml(h('p', { title: 'a "b" & <c>' }, 'x < y & z > w\u0000\u001b', '\u00a0–'))).toBe(
      '<p title="a &quot;b&quot; &amp; &lt;c&gt;">x &lt; y &amp; z &gt; w\u00a0–</p>',
    );
  });

  it('closes void elements and keeps empty ones open-and-closed', () => {
    expect(xhtml(h('p', {}, h('br'), h('wbr'), h('span')))).toBe('<p><br/><wbr/><span></span></p>');
  });

  it('leaves out parentheses of readings, but for the pages that begin in them', () => {
    const typed = h('ruby', {}, '漢', h('rp', {}, '('), h('rt', {}, 'hán'), h('rp', {}, ')'));
    expect(xhtml(h('p', {}, typed))).toBe('<p><ruby>漢<rt>hán</rt></ruby></p>');
    const body = keyed(h('p', {}, typed));
    const [ruby] = body.children;
    const rp = ruby?.type === 'element' ? ruby.children[1] : undefined;
    const node = (rp?.type === 'element' && rp.children[0]?.key) || 0;
    expect(xhtml(body, [{ label: '2', node, offset: 0 }])).toMatch(
      /^<p><ruby>漢<span [^>]*id="page-2"[^>]*><\/span><rt>hán<\/rt><\/ruby><\/p>$/,
    );
  });

  it('writes properties under their attribute names', () => {
    const cell = h('td', { colSpan: 2, rowSpan: 3, className: ['align-right', 'num'], dataRow: '4' });
    expect(xhtml(h('tr', {}, cell))).toContain(
      '<td colspan="2" rowspan="3" class="align-right num" data-row="4">',
    );
    expect(xhtml(h('ol', { start: 3, reversed: true, hidden: false }))).toBe(
      '<ol start="3" reversed=""></ol>',
    );
    expect(xhtml(h('time', { dateTime: '2020-01-13' }, 'x'))).toBe('<time datetime="2020-01-13">x</time>');
  });

  it('names a language twice', () => {
    expect(xhtml(h('span', { lang: 'en' }, 'x'))).toBe('<span xml:lang="en" lang="en">x</span>');
  });

  it('drops what runs or loads, and addresses of other kinds', () => {
    expect(xhtml(h('p', { onClick: 'x()' }, h('script', {}, 'alert(1)')))).toBe('<p></p>');
    expect(xhtml(h('a', { href: 'javascript:alert(1)' }, 'x'))).toBe('<a>x</a>');
    expect(xhtml(h('a', { href: 'khac.md' }, 'x'))).toBe('<a>x</a>');
    expect(xhtml(h('a', { href: 'https://a.vn/tìm?q=1&r=ễ' }, 'x'))).toBe(
      '<a href="https://a.vn/t%C3%ACm?q=1&amp;r=%E1%BB%85">x</a>',
    );
  });

  it('adds roles from the table of elements unless the author gave one', () => {
    expect(xhtml(h('aside', { className: ['pull-quote'] }, 'x'))).toBe(
      '<aside class="pull-quote" epub:type="pullquote" role="doc-pullquote">x</aside>',
    );
    expect(xhtml(h('aside', { className: ['box'], role: 'note' }, 'x'))).toContain('role="note"');
  });

  it('names the lists in the text, and says of a warning what it is in a role only', () => {
    expect(xhtml(h('nav', { className: ['figures'] }))).toBe(
      '<nav class="figures" epub:type="loi" aria-label="Danh sách hình"></nav>',
    );
    // `notice` would ask for doc-notice, which ARIA in HTML does not allow on an aside.
    expect(xhtml(h('aside', { className: ['box', 'warning'] }))).toBe(
      '<aside class="box warning" role="note"></aside>',
    );
  });

  it('calls a tip alone a tip, and names a box by its title', () => {
    const title = h('p', { className: ['box-title'] }, 'Mẹo');
    expect(xhtml(h('aside', { className: ['box', 'tip'] }, title, h('p', {}, 'x')))).toBe(
      '<aside class="box tip" epub:type="tip" role="doc-tip" aria-labelledby="box">' +
        '<p class="box-title" id="box">Mẹo</p><p>x</p></aside>',
    );
    expect(xhtml(h('aside', { className: ['box'] }, h('p', {}, 'x')))).toBe(
      '<aside class="box" role="note"><p>x</p></aside>',
    );
  });

  it('puts mathematics into its namespace', () => {
    expect(xhtml(h('math', {}, h('mi', {}, 'x')))).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>',
    );
  });
});

describe('serialiseXhtml, who wrote it', () => {
  it('marks where furniture begins and where the author begins again', () => {
    const inner = h('h1', {}, 'Bài');
    const page = element('section', {}, [furniture(h('p', {}, 'Ấn phẩm')), { ...inner, origin: 'content' }], {
      origin: 'template',
    });
    expect(xhtml(page)).toBe(
      '<section data-origin="template"><p>Ấn phẩm</p><h1 data-origin="content">Bài</h1></section>',
    );
  });

  it('takes a node with a key for content, one without for what its parent is', () => {
    const page = element('div', {}, [text('a', { key: 1 }), text('b')], { origin: 'template' });
    expect(xhtml(page)).toBe('<div data-origin="template"><span data-origin="content">a</span>b</div>');
  });

  it('wraps furniture inside a sentence, not bare white space', () => {
    const page = h('p', {}, 'a', text(' ', { origin: 'generated' }), text('1', { origin: 'generated' }));
    expect(xhtml(page)).toBe('<p>a <span data-origin="generated">1</span></p>');
  });
});

describe('serialiseXhtml, links and notes', () => {
  const note = h('aside', { id: 'fn-1', className: ['footnote'] }, h('p', {}, 'Lời'), h('p', {}, 'chú'));
  const call = h('a', { href: '#fn-1', className: ['noteref'], id: 'fnref-1' }, '1');

  it('leads to the file where the id stands, and nowhere when there is none', () => {
    const other = h('p', { id: 'dich' }, 'x');
    expect(xhtml([h('a', { href: '#dich' }, 'x'), other])).toBe('<a href="bai-2.xhtml#dich">x</a>');
    expect(xhtml([h('p', { id: 'day' }, h('a', { href: '#day' }, 'x')), other])).toContain('href="#day"');
    expect(xhtml(h('a', { href: '#mat' }, 'x'))).toBe('<a>x</a>');
  });

  it('gives a note its mark and the way back, in its first paragraph', () => {
    const written = xhtml(h('article', {}, h('p', {}, 'Chữ', call), note));
    expect(written).toContain(
      '<a href="#fn-1" class="noteref" id="fnref-1" epub:type="noteref" role="doc-noteref">1</a>',
    );
    expect(written).toContain(
      '<aside id="fn-1" class="footnote" epub:type="footnote" role="doc-footnote">' +
        '<p><a class="backlink" epub:type="backlink" role="doc-backlink" href="#fnref-1"' +
        ' aria-label="Về chỗ gọi chú thích 1" data-origin="generated">1</a> Lời</p><p>chú</p></aside>',
    );
  });

  it('goes back across files, to every call', () => {
    const again = h('a', { href: '#fn-1', className: ['noteref'], id: 'fnref-1-2' }, '1');
    const written = xhtml([note, h('p', {}, call), h('p', {}, again)]);
    expect(written).toContain(
      'href="bai-2.xhtml#fnref-1" aria-label="Về chỗ gọi chú thích 1" data-origin="generated">1</a> ',
    );
    expect(written).toContain(
      'href="bai-3.xhtml#fnref-1-2" aria-label="Về chỗ gọi 1b của chú thích 1" data-origin="generated">1b</a> Lời',
    );
  });

  it('gives a call an id and a number when it has none', () => {
    const bare = h('a', { href: '#fn-1', className: ['noteref'] });
    const written = xhtml(h('article', {}, h('p', { id: 'fn-1-call' }, bare), note));
    expect(written).toContain('id="fn-1-call-2"><span data-origin="generated">1</span></a>');
    expect(written).toContain('href="#fn-1-call-2" aria-label="Về chỗ gọi chú thích 1"');
  });

  it("leaves the author's own way back alone", () => {
    const own = h(
      'aside',
      { id: 'fn-1', className: ['footnote'] },
      h('a', { href: '#fnref-1', className: ['backlink'] }, '↩'),
    );
    expect(xhtml(h('article', {}, call, own)).match(/doc-backlink/g)).toHaveLength(1);
  });
});

describe('serialiseXhtml, pages of the print edition', () => {
  const marker = (id: string, label: string): string =>
    `<span epub:type="pagebreak" role="doc-pagebreak" id="${id}" aria-label="${label}"></span>`;

  it('splits the text where a page begins, more than once if need be', () => {
    const body = keyed(h('p', {}, 'một hai ba'));
    const breaks = [
      { label: '3', node: 2, offset: 8 },
      { label: '2', node: 2, offset: 4 },
    ];
    expect(xhtml(body, breaks)).toBe(`<p>một ${marker('page-2', '2')}hai ${marker('page-3', '3')}ba</p>`);
  });

  it('stands before a heading that opens a page, not in it', () => {
    const body = keyed(h('article', {}, h('h1', {}, h('em', {}, 'Tin'), ' vui')));
    expect(xhtml(body, [{ label: '1', node: 4, offset: 0 }])).toBe(
      `<article>${marker('page-1', '1')}<h1><em>Tin</em> vui</h1></article>`,
    );
    expect(xhtml(body, [{ label: '2', node: 5, offset: 0 }])).toBe(
      `<article><h1><em>Tin</em>${marker('page-2', '2')} vui</h1></article>`,
    );
  });

  it('stands before a figure or table that opens a page, and before a formula, never in it', () => {
    const figure = h('figure', {}, h('img', { src: 'a.jpg', alt: 'a' }), h('figcaption', {}, 'chú'));
    const table = h('table', {}, h('caption', {}, 'Bảng'), h('tr', {}, h('td', {}, 'x')));
    const body = keyed(h('div', {}, figure, table, h('p', {}, 'a', h('math', {}, h('mi', {}, 'xy')))));
    // Keys: the caption's words 5, the table's 8, its cell's 11, the letters of the formula 16.
    const shown = (node: number, offset = 0): string => {
      const written = xhtml(body, [{ label: '2', node, offset }]);
      return written.slice(written.indexOf('</span>') + 7).slice(0, 6);
    };
    expect(shown(5)).toBe('<figur');
    expect(shown(8)).toBe('<table');
    expect(shown(11)).toBe('x</td>');
    expect(shown(16, 1)).toBe('<math ');
    const inLine = keyed(h('p', {}, h('img', { src: 'a.jpg', alt: 'a' }), 'b'));
    expect(xhtml(inLine, [{ label: '2', node: 3, offset: 0 }])).toContain(`/>${marker('page-2', '2')}b`);
  });

  it('gives pages that two articles share ids of their own', () => {
    const body = keyed(h('article', { id: 'page-1' }, h('p', {}, 'a'), h('p', {}, 'b')));
    const written = xhtml(body, [
      { label: '1', node: 3, offset: 0 },
      { label: '1', node: 5, offset: 0 },
    ]);
    expect([...written.matchAll(/id="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'page-1',
      'page-1-2',
      'page-1-3',
    ]);
  });

  it('never parts a letter from its mark or a surrogate pair', () => {
    const body = keyed(h('p', {}, 'e\u0323x😀'));
    expect(xhtml(body, [{ label: '2', node: 2, offset: 1 }])).toBe(
      `<p>${marker('page-2', '2')}e\u0323x😀</p>`,
    );
    expect(xhtml(body, [{ label: '2', node: 2, offset: 4 }])).toBe(
      `<p>e\u0323x${marker('page-2', '2')}😀</p>`,
    );
  });

  it('says which pages have no place', () => {
    const placed = placeDocuments([chapterOf(keyed(h('p', {}, 'a')))]);
    const breaks = [
      { label: 'iv', node: 2, offset: 0 },
      { label: '9', node: 77, offset: 0 },
    ];
    const { targets, lost } = placePageBreaks(breaks, placed, new Set());
    expect(targets).toEqual([{ label: 'iv', href: 'bai.xhtml#page-iv' }]);
    expect(lost).toEqual(['9']);
  });
});

describe('serialiseXhtml, tables', () => {
  it('makes no head of an empty cell', () => {
    const picture = h('img', { src: 'a.png', alt: 'A' });
    const heads = [
      h('th', { scope: 'col' }, ' '),
      h('th', { scope: 'col' }, 'Xã'),
      h('th', { scope: 'col' }, picture),
    ];
    const written = xhtml(h('table', {}, h('thead', {}, h('tr', {}, ...heads))));
    expect(written).toContain('<tr><td> </td><th scope="col">Xã</th><th scope="col">');
  });

  const row = (name: string, ...cells: readonly string[]): ElementNode =>
    h('tr', {}, ...cells.map((cell) => h(name, {}, cell)));

  it('marks one that is wide, and names its cells by their heads', () => {
    const call = h('a', { href: '#fn-1', className: ['noteref'] }, '1');
    const heads = h('tr', {}, h('th', {}, 'Huyện', call), h('th', {}, 'Thu ngân sách'));
    const table = h('table', { id: 'b' }, h('thead', {}, heads), row('td', 'Bắc Sơn', '61.000.000.000.000'));
    const written = xhtml(h('article', {}, table));
    expect(written).toContain('<div class="table"><table id="b" class="stack-small"><thead>');
    expect(written).toContain(
      '<td data-label="Huyện">Bắc Sơn</td><td data-label="Thu ngân sách">61.000.000.000.000</td>',
    );
    expect(written).toMatch(/<\/table><\/div><\/article>$/);
  });

  it('leaves one alone that fits, and one without heads', () => {
    const small = h('table', {}, h('thead', {}, row('th', 'Năm', 'Số')), row('td', '2020', '4.800'));
    expect(xhtml(small)).toMatch(/^<table><thead>/);
    expect(xhtml(h('table', {}, row('td', 'a'.repeat(40), 'b')))).toMatch(/^<table><tr>/);
  });
});

describe('fitTable', () => {
  const cell = (words: string, properties = {}): ElementNode => h('th', properties, words);

  it('joins the heads of several rows, each said once', () => {
    const heads = h(
      'thead',
      {},
      h('tr', {}, cell('Xã', { rowSpan: 2 }), cell('Số hộ của xã', { colSpan: 2 })),
      h('tr', {}, cell('Nam'), cell('Nữ')),
    );
    const body = h('tr', {}, h('th', {}, 'Tân Sơn'), h('td', {}, '1'), h('td', {}, '2'));
    const wide = h('tr', {}, h('th', {}, 'x'.repeat(60)), h('td', {}, '3'), h('td', {}, '4'));
    const fitted = fitTable(h('table', {}, heads, h('tbody', {}, body, wide)));
    expect(fitted?.className).toBe('stack-wide');
    expect([...(fitted?.labels.values() ?? [])].slice(0, 3)).toEqual([
      'Xã',
      'Số hộ của xã, Nam',
      'Số hộ của xã, Nữ',
    ]);
  });

  it('leaves cells that reach over rows or columns in their table', () => {
    const heads = h('thead', {}, h('tr', {}, cell('a'.repeat(40)), cell('b')));
    const over = h('tr', {}, h('td', { colSpan: 2 }, 'c'));
    expect(fitTable(h('table', {}, heads, h('tbody', {}, over)))).toBeUndefined();
  });
});

describe('serialiseXhtml, pictures', () => {
  it('marks a figure whose picture is small or tall', () => {
    const figure = h('figure', { className: ['a'] }, h('img', { src: 'a.jpg', alt: 'a' }));
    expect(xhtml(figure)).toContain('<figure class="a narrow">');
    expect(xhtml(figure, [], { ...photo, width: 900, height: 600 })).toContain('<figure class="a">');
    expect(xhtml(figure, [], { ...photo, width: 900, height: 1200 })).toContain('<figure class="a narrow">');
  });

  it('names the file in the book, keeps the words and drops the marks of the reader', () => {
    const image = h('img', { src: 'a.jpg', alt: 'Hội trường', dataAltFrom: 'caption' });
    expect(xhtml(h('figure', {}, image))).toBe(
      '<figure class="narrow"><img src="images/a.jpg" alt="Hội trường"/></figure>',
    );
  });
});
