/** Word files: what their paragraphs become, what is told, and what cannot be read. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/read/read.js';
import { makeDocx, paragraph, run, style, styled, type DocxParts } from '../../support/make-docx.js';
import { makeZip } from '../../support/make-zip.js';
import { memoryHost } from '../../support/memory-host.js';
import { dump, readArticle, said } from '../../support/read-helpers.js';

const bold = (words: string): string => paragraph(run(words, '<w:b/>'));

const read = async (body: string, parts: DocxParts = {}) => {
  const { article, diagnostics } = await readArticle({ 'bai.docx': makeDocx(body, parts) });
  const [root] = article.body.children;
  if (root?.type !== 'element') throw new Error('no article');
  return {
    article,
    said: said(diagnostics),
    diagnostics,
    tree: root.children.map((node) => dump(node)).join(''),
  };
};

/** A title by its style: what follows keeps what its styles say. */
const titled = styled('Title', 'Tên bài này');
const styles = [
  style('Title', 'Title'),
  style('Heading1', 'heading 1'),
  style('Heading2', 'heading 2'),
  style('ChuThich', 'Chú thích ảnh'),
  style('Quote', 'Quote'),
].join('');

describe('a file that LibreOffice saved', () => {
  const fixture = (name: string) => readFileSync(new URL(`../../fixtures/word/${name}`, import.meta.url));

  it('gives the tree, the metadata and the messages', async () => {
    const { article, diagnostics } = await readArticle({ 'cho-phien.docx': fixture('cho-phien.docx') });
    expect(dump(article.body)).toBe(fixture('cho-phien.tree.txt').toString());
    expect(article.metadata).toEqual({
      title: 'Chợ phiên bên dòng suối Nậm Lạ',
      subtitle: 'Một buổi sáng ở nơi người ta bán ít mà chuyện nhiều',
      authors: ['Lò Mai', 'Hoàng Sơn'],
      sources: [],
      language: 'vi',
      subjects: ['chợ phiên'],
      extra: {},
    });
    expect(said(diagnostics)).toEqual(['READ-WORD-CHANGES', 'READ-WORD-FONT 24', 'READ-LEFT-OUT 5']);
    expect(diagnostics[0]?.values).toEqual({ inserted: 1, deleted: 1 });
    expect(diagnostics[2]?.values['text']).toBe('Biên tập: Kiểm tra lại diện tích.');
    expect(article.images.map(({ id, width, height }) => [id, width, height])).toEqual([
      ['hinh-1.jpg', 960, 600],
    ]);
    // A line of the source for each paragraph: what a message points at.
    const lines = article.source.split('\n');
    expect([lines[23], lines[4]]).toEqual([
      'Báo xã Việt Nam đã đưa tin.',
      'Bãi chợ rộng 1.200 m2, nước H2O từ khe chảy về. Xem bản đồ.',
    ]);
  });
});

describe('styles', () => {
  it('of a title move the headings below it; names in Vietnamese and of the base style count', async () => {
    const own =
      styles + style('TitXen', 'Tít xen') + style('Xanh', 'Mục xanh', '<w:basedOn w:val="Heading2"/>');
    const { tree, said: codes } = await read(
      styled('Title', 'Tên bài') + styled('TitXen', 'Một') + styled('Xanh', 'Hai') + styled('Quote', 'Lời.'),
      { styles: own },
    );
    expect(tree).toBe('h1\n  "Tên bài"\nh2\n  "Một"\nh3\n  "Hai"\nblockquote\n  p\n    "Lời."\n');
    expect(codes).toEqual([]);
  });

  it('of several first headings without a title are those of a book', async () => {
    const { tree } = await read(
      styled('Heading1', 'Chương một') +
        paragraph('Lời.') +
        styled('Heading1', 'Chương hai') +
        paragraph('Lời.'),
      { styles },
    );
    expect(tree.match(/^h1/gm)).toHaveLength(2);
  });

  it('make a list of contents, which is left out', async () => {
    const own = styles + style('TOC1', 'toc 1');
    const { tree, diagnostics } = await read(
      styled('Title', 'Tên bài') + styled('TOC1', 'Một 3') + paragraph('Lời.'),
      {
        styles: own,
      },
    );
    expect(tree).toBe('h1\n  "Tên bài"\np\n  "Lời."\n');
    expect(diagnostics[0]?.values).toEqual({ type: 'contents', text: 'Một 3' });
  });
});

describe('a text without styles', () => {
  it('has its title, lead, subheads and byline by their look', async () => {
    const lead =
      'Mưa lớn suốt ba ngày qua đã làm nhiều tuyến đường liên xã bị chia cắt và hàng chục hộ dân phải dời nhà';
    const { tree, article, diagnostics } = await read(
      paragraph('') +
        bold('Mưa lũ ở thượng nguồn') +
        bold(`${lead}.`) +
        paragraph('Nước lên nhanh.') +
        bold('Những con đường bị cắt') +
        paragraph('Xe không đi được.') +
        paragraph('Vàng A Páo', '<w:jc w:val="right"/>'),
    );
    expect(tree).toBe(
      [
        'h1\n  "Mưa lũ ở thượng nguồn"',
        `p class="lead"\n  strong\n    "${lead}."`,
        'p\n  "Nước lên nhanh."',
        'h2\n  "Những con đường bị cắt"',
        'p\n  "Xe không đi được."',
        'p class="byline"\n  span class="author"\n    "Vàng A Páo"\n',
      ].join('\n'),
    );
    expect(article.metadata.authors).toEqual(['Vàng A Páo']);
    expect(diagnostics.map(({ code, values }) => [code, values])).toEqual([
      ['READ-WORD-LOOK', { title: 'Mưa lũ ở thượng nguồn', subheads: 1 }],
    ]);
    // The first paragraph is empty.
    expect(article.body.children[0]).toMatchObject({ children: [{ span: { line: 2 } }, {}, {}, {}, {}, {}] });
  });

  it('is no listing where all of it is preformatted, as a text file that LibreOffice opened', async () => {
    const words = ['Mưa lũ ở thượng nguồn', 'Nước lên nhanh, người dân đã phải dời nhà trong đêm.'];
    const preformatted = { styles: style('Pre', 'Preformatted Text') + style('Title', 'Title') };
    const body = words.map((line) => styled('Pre', line)).join('');
    expect((await read(body, preformatted)).tree).toMatch(
      /^h1\n.*thượng nguồn"\np class="lead"\n.*trong đêm/u,
    );
    const beside = await read(styled('Title', 'Tên bài') + body + paragraph('Lời.'), preformatted);
    expect(beside.tree).toContain('pre\n');
  });

  it('has none where nothing looks like one, unless the properties name it', async () => {
    const body = paragraph(
      'Nước lên nhanh từ sáng sớm nay, nên hàng chục hộ dân ở ven suối phải dọn đồ đạc lên chỗ cao.',
    );
    expect((await read(body)).said).toEqual(['READ-NO-TITLE 1']);
    const core =
      '<dc:title>Lũ về</dc:title><dc:creator>Sùng A Của</dc:creator><dcterms:created>2020-01-02T03:04:05Z</dcterms:created>';
    const { article, tree, said: codes } = await read(body, { core });
    expect(tree).toBe(
      'h1\n  "Lũ về"\np class="lead"\n  "Nước lên nhanh từ sáng sớm nay, nên hàng chục hộ dân ở ven suối phải dọn đồ đạc lên chỗ cao."\n',
    );
    expect(article.metadata).toMatchObject({ title: 'Lũ về', authors: ['Sùng A Của'] });
    expect(article.metadata.date).toBeUndefined();
    expect(codes).toEqual(['READ-WORD-TITLE 1']);
    const none = await read(body, { core: '<dc:title>Document1</dc:title><dc:creator>Admin</dc:creator>' });
    expect([none.said, none.article.metadata.authors]).toEqual([['READ-NO-TITLE 1'], []]);
  });
});

describe('changes, comments, notes', () => {
  it('changes are taken as accepted, in lines, paragraphs and rows', async () => {
    const { tree, said: codes } = await read(
      titled +
        paragraph(
          `<w:ins w:id="1">${run('Thêm. ')}</w:ins><w:del w:id="2"><w:r><w:delText>Bỏ.</w:delText></w:r></w:del>${run('Giữ.')}`,
        ) +
        paragraph('Nối', '<w:rPr><w:del w:id="3"/></w:rPr>') +
        paragraph(' liền.'),
      { styles },
    );
    expect(tree).toBe('h1\n  "Tên bài này"\np\n  "Thêm. Giữ."\np\n  "Nối liền."\n');
    expect(codes).toEqual(['READ-WORD-CHANGES']);
  });

  it('notes stand behind the block that refers to them; one without words is no reference', async () => {
    const reference = (id: number): string =>
      `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
    const { tree } = await read(
      titled +
        paragraph(run('Một') + reference(2) + run(', hai') + reference(9) + run(', lại') + reference(2)),
      {
        styles,
        footnotes: `<w:footnote w:id="2">${paragraph(' Lời chú.')}${paragraph('Đoạn hai.')}</w:footnote>`,
      },
    );
    expect(tree).toBe(
      [
        'h1\n  "Tên bài này"',
        'p',
        '  "Một"',
        '  a class="noteref" id="fnref-1" href="#fn-1"\n    ~"1"',
        '  ", hai, lại"',
        '  a class="noteref" id="fnref-1-2" href="#fn-1"\n    ~"1"',
        'aside class="footnote" id="fn-1"\n  p\n    "Lời chú."\n  p\n    "Đoạn hai."\n',
      ].join('\n'),
    );
  });

  it('bookmarks between paragraphs, rows and cells are no trouble; a link finds its place', async () => {
    const mark = (name: string): string =>
      `<w:bookmarkStart w:id="1" w:name="${name}"/><w:bookmarkEnd w:id="1"/>`;
    const cell = `<w:tc>${mark('c')}${paragraph('Ô')}</w:tc>`;
    const { tree } = await read(
      mark('a') +
        styled('Title', 'Tên bài') +
        `<w:tbl>${mark('b')}<w:tr>${mark('d')}${cell}</w:tr></w:tbl>` +
        mark('dich') +
        paragraph('Lời.') +
        paragraph(`<w:hyperlink w:anchor="dich">${run('Xem')}</w:hyperlink>`) +
        mark('e'),
      { styles },
    );
    expect(tree).toBe(
      [
        'h1\n  "Tên bài"',
        'table\n  tbody\n    tr\n      td\n        "Ô"',
        'p\n  span id="w-dich"\n  "Lời."',
        'p\n  a href="#w-dich"\n    "Xem"\n',
      ].join('\n'),
    );
  });

  it('has readings beside the text as ruby, as Markdown has', async () => {
    const ruby = (base: string, reading: string, look = ''): string =>
      `<w:r><w:rPr><w:lang w:eastAsia="ja-JP"/></w:rPr><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/></w:rubyPr>` +
      `<w:rt>${run(reading, look)}</w:rt><w:rubyBase>${run(base, look)}</w:rubyBase></w:ruby></w:r>`;
    const body = paragraph(`${run('Viết ')}${ruby('漢', 'かん')}${ruby('字', 'じ')}${run(' trước.')}`);
    const { tree, said: codes } = await read(titled + body, { styles });
    expect(tree.replace(/\n\s*/g, ' ')).toContain(
      'p "Viết " ruby "漢" rp ~"(" rt "かん" rp ~")" ruby "字" rp ~"(" rt "じ" rp ~")" " trước."',
    );
    expect(codes).not.toContain('READ-WORD-PART');
    const heading = paragraph(ruby('漢', 'かん', '<w:b/>'));
    const { tree: recognised } = await read(
      bold('Tên bài này') + paragraph(run('Một câu. ')) + heading + paragraph(run('Hết câu.')),
    );
    expect(recognised).toMatch(/h2\n\s*ruby\n/);
  });

  it('simple fields keep their words: the numbers of captions', async () => {
    const field = `<w:fldSimple w:instr=" SEQ Hình ">${run('7')}</w:fldSimple>`;
    const { tree } = await read(styled('Title', 'Tên bài') + paragraph(run('Hình ') + field + run(': núi')), {
      styles,
    });
    expect(tree).toContain('"Hình 7: núi"');
  });

  it('formulas, which cannot be read, are told', async () => {
    const { diagnostics } = await read(titled + paragraph(`${run('x')}<m:oMath><m:r/></m:oMath>`), {
      styles,
    });
    expect(diagnostics.map(({ code, values }) => [code, values['name']])).toEqual([
      ['READ-WORD-PART', 'oMath'],
    ]);
  });
});

describe('old fonts', () => {
  const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

  it('of runs are converted, a mark at the head of a VNI run with the letter before it', async () => {
    const vni = font('VNI-Times');
    const { tree, said: codes } = await read(
      titled +
        paragraph(run('Ca', vni) + run('\u00f9 nöôùc', vni)) +
        paragraph(run('Chî', font('.VnTime')) + run(' mới')),
      { styles },
    );
    expect(tree).toBe('h1\n  "Tên bài này"\np\n  "Cá nước"\np\n  "Chợ mới"\n');
    expect(codes).toEqual(['READ-WORD-FONT 2', 'READ-WORD-FONT 3']);
  });

  it('of styles are converted; a paragraph in Unicode is left', async () => {
    const own = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr>${font('.VnTime')}</w:rPr></w:style>${style('Title', 'Title', '<w:basedOn w:val="Normal"/>')}`;
    const { tree } = await read(styled('Title', 'B¸o x· hé') + paragraph('Nước về, chữ ô vẫn là ô.'), {
      styles: own,
    });
    expect(tree).toBe('h1\n  "Báo xã hộ"\np\n  "Nước về, chữ ô vẫn là ô."\n');
  });

  it('characters that are not NFC are repaired', async () => {
    const { tree, said: codes } = await read(titled + paragraph('Việ\u200bt Nam'), { styles });
    expect(tree).toContain('"Việt Nam"');
    expect(codes).toEqual(['READ-REPAIRED 2']);
  });
});

describe('tables', () => {
  it('have a head where the first row alone is bold, and a caption by its style', async () => {
    const row = (...cells: readonly string[]): string =>
      `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
    const { tree } = await read(
      styled('Title', 'Tên bài') +
        styled('ChuThich', 'Bảng 1') +
        `<w:tbl>${row(bold('Xã'), bold('Hộ'))}${row(paragraph('Nậm Lạ'), paragraph('12'))}</w:tbl>`,
      { styles },
    );
    expect(tree).toBe(
      [
        'h1\n  "Tên bài"',
        'table',
        '  caption\n    "Bảng 1"',
        '  thead\n    tr\n      th scope="col"\n        "Xã"\n      th scope="col"\n        "Hộ"',
        '  tbody\n    tr\n      td\n        "Nậm Lạ"\n      td\n        "12"\n',
      ].join('\n'),
    );
  });
});

describe('files that are no Word file', () => {
  const codes = async (bytes: Uint8Array) => {
    const { value, diagnostics } = await readSource('bai.docx', memoryHost({ 'bai.docx': bytes }));
    expect(value).toBeUndefined();
    return said(diagnostics);
  };
  const old = (stream: string): Uint8Array =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ]);

  it.each([
    ['empty', new Uint8Array(), 'READ-EMPTY'],
    ['without words', makeDocx(paragraph('') + paragraph(' ')), 'READ-EMPTY'],
    ['text', new TextEncoder().encode('Một bài viết'), 'READ-WORD-BROKEN'],
    ['another archive', makeZip([{ name: 'content.xml', text: '<a/>' }]), 'READ-WORD-BROKEN'],
    ['cut off', makeDocx(paragraph('Lời')).slice(0, 200), 'READ-ZIP-BROKEN'],
    ['of broken XML', makeZip([{ name: 'word/document.xml', text: '<w:document' }]), 'READ-WORD-BROKEN'],
    ['with a password', old('EncryptedPackage'), 'READ-WORD-LOCKED'],
    ['a .doc by another name', old('WordDocument'), 'READ-WORD-OLD'],
  ])('%s', async (_, bytes, code) => {
    expect(await codes(bytes)).toEqual([code]);
  });

  it('that unpack to more than they say, or to too much', async () => {
    const bomb = makeZip([
      { name: 'word/document.xml', text: '<w:document/>' },
      { name: 'word/big.xml', text: ' '.repeat(65 * 1024 * 1024), deflate: true, crc: 0 },
    ]);
    expect(await codes(bomb)).toEqual(['READ-ZIP']);
    // The same, its size in the directory made small.
    const lying = Buffer.from(bomb);
    lying.writeUInt32LE(10, lying.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
    expect(await codes(lying)).toEqual(['READ-ZIP']);
  });
});
