/** Files of HTML: a page that was saved, of which the article is found, and documents that come through whole. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { describe as describeDiagnostic } from '../../../src/diagnostic.js';
import { textOf } from '../../../src/document/tree.js';
import { htmlText, parseHtmlFragment } from '../../../src/read/html/parse.js';
import { dump, readArticle, said } from '../../support/read-helpers.js';

const page = `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>Chợ phiên vùng biên ngày giáp Tết - Báo Xứ Núi</title>
<meta property="og:title" content="Chợ phiên vùng biên ngày giáp Tết">
<meta property="og:site_name" content="Báo Xứ Núi">
<meta property="article:published_time" content="2020-01-13T08:00:00+07:00">
<meta name="author" content="Hà My">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2020-01-13","author":{"@type":"Person","name":"Hà My"}}</script>
<style>p{color:red}</style>
</head>
<body class="page">
<header><a href="/">Báo Xứ Núi</a> <form><input type="text"></form></header>
<nav><ul><li><a href="/a">Thời sự</a></li><li><a href="/b">Kinh tế</a></li><li><a href="/c">Văn hóa</a></li></ul></nav>
<div id="main" class="container">
<div class="article-detail">
<h1 class="title">Chợ phiên vùng biên ngày giáp Tết</h1>
<p class="sapo">Những ngày giáp Tết, chợ phiên vùng biên đông hơn ngày thường, bà con các bản xuống chợ từ khi trời chưa sáng, mang theo rau, gà, lá dong và những bó hoa đào rừng vừa hái.</p>
<div class="content">
<p>Từ bốn giờ sáng, con đường dốc dẫn xuống chợ đã rộn tiếng người, tiếng xe. Các bà, các chị gùi hàng trên lưng, vừa đi vừa trò chuyện, tiếng cười vang cả một góc núi, khiến cái lạnh như bớt đi phần nào.</p>
<table class="picture" align="center"><tr><td class="pic"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="trang_files/anh.jpg" alt="Người dân xuống chợ"></td></tr><tr><td class="caption">Bà con xuống chợ từ sáng sớm. Ảnh: Tuệ Mẫn</td></tr></table>
<p>Ở góc chợ, bà Mai bày mấy chục chiếc bánh chưng đen còn nóng. Bà kể, năm nay lúa nếp được mùa, nhà nào cũng gói nhiều hơn mọi năm, phần để ăn, phần đem bán lấy tiền sắm Tết cho các cháu.</p>
<h2>Đông vui từ sáng sớm</h2>
<p>Đến chín giờ, chợ đông nghịt. Hàng rau, hàng vải, hàng nông cụ nối nhau thành dãy dài. Thanh niên các bản kéo nhau ra bãi cỏ đầu chợ, thổi khèn, ném còn, hẹn nhau phiên chợ sau lại gặp.</p>
<p>Trời ngả chiều, chợ vãn dần. Trên con đường dốc, những bóng áo chàm lại nối nhau về bản, mang theo hơi ấm của một phiên chợ cuối năm.</p>
</div>
<p class="author">Hà My</p>
</div>
<aside><h3>Tin liên quan</h3><ul><li><a href="/1">Mưa rét ở vùng cao</a></li><li><a href="/2">Hội xuân ở bản</a></li></ul></aside>
<div class="comments"><h3>Bình luận (0)</h3><form><textarea>Viết bình luận</textarea></form></div>
</div>
<footer>Giấy phép số 1. Điện thoại: 123. Bản quyền của Báo Xứ Núi.</footer>
<script>alert(1)</script>
</body></html>`;

const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
  .jpeg()
  .toBuffer();

/** A page of before HTML 5: boxes with names, no elements for menus and footers, captions in tables. */
const oldPage = `<html><head><title>Lũ rút khỏi xóm Bãi | Báo Xứ Núi</title></head><body>
<div id="top-menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/ts">Thời sự</a></li></ul></div>
<div id="main"><h1>Lũ rút khỏi xóm Bãi</h1><div class="content">
<div class="sapo"><strong>Chỉ một ngày sau cơn lũ, xóm Bãi đã lại có khói bếp, trẻ nhỏ đã lại ra bến chờ đò sang lớp học bên kia sông.</strong></div>
<p>Chỉ sau mấy tiếng đồng hồ tạnh ráo, nước sông đã rút khỏi xóm Bãi, bà con trở về quét bùn, hong thóc, dựng lại chuồng trại bị đổ trong đêm, nhà nào xong trước sang giúp nhà bên cạnh.</p>
<table class="img"><tr><td><img src="anh.jpg"></td></tr><tr><td><em>Bà con xóm Bãi hong thóc ướt</em></td></tr></table>
<p><b>Không ai bị bỏ lại</b></p>
<p>Theo ủy ban xã, hơn ba trăm người đã được đưa đến trường học và nhà văn hóa các thôn, mỗi nơi đều có bếp ăn chung, nước sạch và người trực suốt đêm, không ai bị đói, bị rét.</p>
<p>Đến chiều qua, đường vào xóm đã thông, xe chở gạo, mì và áo ấm của các đoàn thể huyện đến được tận sân đình, thầy cô các trường dọn bùn để học sinh kịp trở lại lớp vào đầu tuần.</p>
</div></div>
<div class="related"><a href="/a">Bão số 9 vào bờ</a></div>
<div class="footer">Giấy phép số 12.</div></body></html>`;

describe('a saved page', () => {
  it('is told by the names of its boxes where it has no elements for menus; captions in tables stand in for alternative texts', async () => {
    const { article, diagnostics } = await readArticle({ 'trang.html': oldPage, 'anh.jpg': jpeg });
    const words = textOf(article.body);
    expect(words).toContain('Lũ rút khỏi xóm Bãi');
    expect(dump(article.body)).toMatch(/h2\n\s+"Không ai bị bỏ lại"/);
    expect(dump(article.body)).toContain('p class="lead"');
    for (const kept of ['quét bùn', 'bếp ăn chung', 'vào đầu tuần']) expect(words).toContain(kept);
    expect(words).not.toMatch(/Trang chủ|Bão số 9|Giấy phép/);
    expect(JSON.stringify(article.body)).toContain('"alt":"Bà con xóm Bãi hong thóc ướt"');
    expect(said(diagnostics)).toEqual(['IMG-ALT 6', 'READ-HTML-HEADS 7', 'READ-HTML-FURNITURE 2']);
  });

  it('gives its article, with figures, credits, lines, and what its head says', async () => {
    const { article, diagnostics } = await readArticle({ 'trang.html': page, 'trang_files/anh.jpg': jpeg });
    expect(
      dump(article.body)
        .split('\n')
        .map((line) => (line.length > 60 ? `${line.slice(0, 41)}…` : line))
        .join('\n'),
    ).toBe(
      [
        'article',
        '  h1',
        '    "Chợ phiên vùng biên ngày giáp Tết"',
        '  p class="lead"',
        '    "Những ngày giáp Tết, chợ phiên vùng …',
        '  p',
        '    "Từ bốn giờ sáng, con đường dốc dẫn x…',
        '  figure',
        '    img src="anh.jpg" alt="Người dân xuống chợ"',
        '    figcaption',
        '      "Bà con xuống chợ từ sáng sớm. "',
        '      span class="credit"',
        '        "Ảnh: Tuệ Mẫn"',
        '  p',
        '    "Ở góc chợ, bà Mai bày mấy chục chiếc…',
        '  h2',
        '    "Đông vui từ sáng sớm"',
        '  p',
        '    "Đến chín giờ, chợ đông nghịt. Hàng r…',
        '  p',
        '    "Trời ngả chiều, chợ vãn dần. Trên co…',
        '  p class="byline"',
        '    span class="author"',
        '      "Hà My"',
        '',
      ].join('\n'),
    );
    expect(article.metadata).toEqual({
      title: 'Chợ phiên vùng biên ngày giáp Tết',
      authors: ['Hà My'],
      sources: [],
      date: '2020-01-13',
      language: 'vi',
      publisher: 'Báo Xứ Núi',
      extra: {},
    });
    const lines = article.body.children[0];
    expect(lines?.type === 'element' && lines.children.map(({ span }) => span?.line)).toEqual([
      18, 19, 21, 22, 23, 24, 25, 26, 1,
    ]);
    expect(diagnostics.map((d) => [d.span?.line, describeDiagnostic(d, 'en').message])).toEqual([
      [
        14,
        'left out as furniture of the page, 39 words: “Báo Xứ Núi · Thời sự · Kinh tế · Văn hóa · Hà My · Tin liên quan · Mưa rét ở vùng cao · Hội xuân ở bản · Bình luận (0) · Giấy phép số 1. Điện thoại: 123. Bản quyền của Báo Xứ Núi.”',
      ],
    ]);
  });

  it('from which the picture’s file is missing names it', async () => {
    const { diagnostics } = await readArticle({ 'trang.html': page });
    expect(said(diagnostics)).toEqual(['IMG-MISSING 22', 'READ-HTML-FURNITURE 14']);
  });
});

describe('a document that somebody wrote', () => {
  const read = async (body: string, head = '<title>Tít</title>') =>
    readArticle({ 'bai.html': `<html lang="en"><head>${head}</head>\n<body>\n${body}\n</body></html>` });

  it('comes through whole, its classes too', async () => {
    const { article, diagnostics } = await read(
      '<main><h1>Một</h1><div class="box"><p>Hai</p></div><p>Ba<br>bốn</p></main>',
    );
    expect(diagnostics).toEqual([]);
    expect(article.metadata).toMatchObject({ title: 'Một', language: 'en' });
    expect(dump(article.body)).toBe(
      'article\n  h1\n    "Một"\n  div class="box"\n    p\n      "Hai"\n  p\n    "Ba"\n    br\n    "bốn"\n',
    );
  });

  it('without a heading has the title of its head above it; without that, none', async () => {
    const { article } = await read('<p>Chữ.</p>');
    expect(dump(article.body)).toBe('article\n  h1\n    "Tít"\n  p\n    "Chữ."\n');
    expect(said((await read('<p>Chữ.</p>', '')).diagnostics)).toEqual(['READ-NO-TITLE 1']);
  });

  it('may be a piece without html and body, or in capitals', async () => {
    const { article } = await readArticle({ 'bai.HTM': '<H1>Một</H1>\nchữ rời\n<P>Hai' });
    expect(dump(article.body)).toBe('article\n  h1\n    "Một"\n  p\n    "chữ rời"\n  p\n    "Hai"\n');
  });

  it('may hold its pictures in itself', async () => {
    const address = `data:image/jpeg;base64,${jpeg.toString('base64')}`;
    const { article, diagnostics } = await read(`<h1>A</h1><p><img src="${address}" alt="Hội trường"></p>`);
    expect(diagnostics).toEqual([]);
    expect(article.images.map(({ id, width }) => [id, width])).toEqual([['anh.jpg', 40]]);
  });

  it('runs nothing and fetches nothing', async () => {
    const { article, diagnostics } = await read(
      '<h1>A</h1><p onclick="x()">Chữ <a href="javascript:x()">bấm</a><img src="http://a.vn/x.png" alt="ảnh"></p><script>x()</script>',
    );
    expect(dump(article.body)).not.toMatch(/onclick|javascript|script|http/);
    expect(said(diagnostics)).toEqual(['IMG-NOT-SAVED 3', 'READ-LEFT-OUT 3', 'READ-LEFT-OUT 3']);
  });

  it('saved without its pictures keeps their captions and texts, with a warning each', async () => {
    const { article, diagnostics } = await read(
      '<h1>A</h1>\n<figure><img src="https://a.vn/1.jpg"><figcaption>Cầu treo</figcaption></figure>\n<p><img src="//a.vn/2.jpg" alt="Bản Vèn"></p>',
    );
    expect(dump(article.body)).toBe(
      'article\n  h1\n    "A"\n  figure class="without-photo"\n    figcaption\n      "Cầu treo"\n  figure class="without-photo"\n    figcaption\n      "Bản Vèn"\n',
    );
    expect(diagnostics.map(({ code, severity, values }) => [code, severity, values['path']])).toEqual([
      ['IMG-NOT-SAVED', 'warning', 'https://a.vn/1.jpg'],
      ['IMG-NOT-SAVED', 'warning', '//a.vn/2.jpg'],
    ]);
  });

  it('takes halves of characters, which a Word file can name, for what they are: unreadable', () => {
    expect(parseHtmlFragment('chữ \udc00\udc00 hay 😀').content.map(htmlText)).toEqual([
      'chữ \ufffd\ufffd hay 😀',
    ]);
  });

  it.each([
    ['boxes', `<h1>A</h1>${'<div>'.repeat(20_000)}sâu${'</div>'.repeat(20_000)}`],
    [
      'boxes, paragraphs closed that never began',
      `<h1>A</h1>${'<div>'.repeat(20_000)}sâu${'</p>'.repeat(2000)}`,
    ],
    ['tables in tables', `<h1>A</h1>${'<table><tr><td>'.repeat(20_000)}sâu`],
    ['lists in lists', `<h1>A</h1>${'<ul><li>'.repeat(20_000)}sâu`],
    [
      'formats that are never closed',
      `<h1>A</h1>${Array.from({ length: 500 }, (_, at) => `<p><b id="${at}">sâu`).join('')}`,
    ],
  ])('nested deeper than anyone reads is said, and its words stay: %s', async (_name, body) => {
    const start = performance.now();
    const { article, diagnostics } = await read(body);
    expect(textOf(article.body)).toContain('sâu');
    expect(said(diagnostics)).toEqual(['READ-HTML-NESTING 3']);
    // Milliseconds: with time that grows by the square it took ten seconds and more.
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('keeps words apart, pictures and what follows where tags are left out', async () => {
    const deep = '<div>Một</div>hai<ul><li>ba</ul><p>bốn</p><img src="anh.png" alt="Ảnh">';
    const { article, diagnostics } = await read(
      `<h1>A</h1>${'<div>'.repeat(300)}${deep}${'</div>'.repeat(300)}<blockquote>Sau</blockquote>`,
    );
    expect(dump(article.body)).toMatch(/"Một hai ba"|Một hai ba /);
    expect(dump(article.body)).toMatch(/Ảnh[^]*^ *blockquote/m);
    // The picture is looked for, and is not there.
    expect(said(diagnostics)).toEqual(['IMG-MISSING 3', 'READ-HTML-NESTING 3']);
  });

  it('a list without an end', async () => {
    const { article, diagnostics } = await read(`<h1>A</h1><ul>${'<li>sâu'.repeat(5000)}`);
    expect(textOf(article.body)).toContain('sâu');
    expect(diagnostics).toEqual([]);
  });
});
