/** Word files without styles: recognised by their words and looks, with all that stands among the words in place. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeDocx, paragraph, picture, run, style, styled, type DocxParts } from '../../support/make-docx.js';
import { dump, readArticle, said } from '../../support/read-helpers.js';

const png = async (width: number): Promise<Uint8Array> =>
  sharp({ create: { width, height: 2, channels: 3, background: '#888' } })
    .png()
    .toBuffer();
const pictures = [await png(3), await png(4)];

const read = async (paragraphs: readonly string[], parts: DocxParts = {}) => {
  const bytes = makeDocx(paragraphs.join(''), { pictures, ...parts });
  const { article, diagnostics } = await readArticle({ 'bai.docx': bytes });
  const [root] = article.body.children;
  if (root?.type !== 'element') throw new Error('no article');
  const tree = root.children.map((node) => dump(node)).join('');
  return { article, tree, said: said(diagnostics) };
};

const centre = '<w:jc w:val="center"/>';
const bold = '<w:b/>';
const title = 'Cầu mới nối hai bờ sông Kỳ Cùng';
const lead =
  'Sau mười bốn tháng thi công, cây cầu mới nối hai bờ sông Kỳ Cùng đã thông xe vào sáng nay trong niềm vui của người dân.';
const text =
  'Cây cầu dài hai trăm mét, rộng chín mét, giúp học sinh của ba xã không còn phải qua sông bằng bè mảng mỗi khi mùa mưa đến.';

describe('an article typed in Word without styles', () => {
  it('has its section, title, dateline, lead and byline', async () => {
    const {
      tree,
      article,
      said: codes,
    } = await read([
      paragraph('Thời sự'),
      paragraph(title),
      paragraph(`LSO - ${lead}`),
      paragraph(text),
      paragraph('Bài: Hải Yến'),
    ]);
    expect(tree).toBe(
      [
        'p class="section"\n  "Thời sự"',
        `h1\n  "${title}"`,
        `p class="lead"\n  span class="dateline"\n    "LSO -"\n  " ${lead}"`,
        `p\n  "${text}"`,
        'p class="byline"\n  "Bài: "\n  span class="author"\n    "Hải Yến"\n',
      ].join('\n'),
    );
    expect(article.metadata).toMatchObject({
      title,
      section: 'Thời sự',
      dateline: 'LSO',
      authors: ['Hải Yến'],
    });
    expect(codes).toEqual(['READ-WORD-LOOK 2']);
  });

  it('has its title where it is set in the middle, below a kicker, and subheads in bold', async () => {
    const { tree } = await read([
      paragraph('Chuyện ở bản xa'),
      paragraph(run('Nước về', bold), centre),
      paragraph(lead),
      paragraph(run('Một mùa mong mưa', bold)),
      paragraph(text),
    ]);
    expect(tree).toBe(
      [
        'p class="kicker"\n  "Chuyện ở bản xa"',
        'h1\n  "Nước về"',
        `p class="lead"\n  "${lead}"`,
        'h2\n  "Một mùa mong mưa"',
        `p\n  "${text}"\n`,
      ].join('\n'),
    );
  });

  it('is an interview', async () => {
    const { tree } = await read([
      paragraph(title),
      paragraph(lead),
      paragraph(run('PV: ', bold) + run('Thưa bà, cây cầu đã giúp gì cho bà con?')),
      paragraph(`${run('Bà Mùi:', '<w:i/>')}${run(` ${text}`)}`),
    ]);
    expect(tree).toContain(
      'p class="question"\n  strong\n    "PV: "\n  "Thưa bà, cây cầu đã giúp gì cho bà con?"\n' +
        `p class="answer"\n  em\n    "Bà Mùi:"\n  " ${text}"\n`,
    );
  });

  it('keeps bold, links, notes and pictures of a line where they stand', async () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const { tree } = await read(
      [
        paragraph(run(title) + note),
        paragraph(run('LSO -', bold) + run(' Sau ') + run('mười bốn tháng', bold) + run(lead.slice(18))),
        paragraph(`${run('Bài: Hải ')}${run('Yến', bold)}${note}`),
      ],
      { footnotes: `<w:footnote w:id="2">${paragraph('Lời chú.')}</w:footnote>` },
    );
    expect(tree).toBe(
      [
        `h1\n  "${title}"\n  a class="noteref" id="fnref-1" href="#fn-1"\n    ~"1"`,
        'aside class="footnote" id="fn-1"\n  p\n    "Lời chú."',
        'p class="lead"\n  span class="dateline"\n    strong\n      "LSO -"\n  " Sau "\n  strong\n    "mười bốn tháng"',
        `  "${lead.slice(18)}"`,
        'p class="byline"\n  "Bài: "\n  span class="author"\n    "Hải "\n    strong\n      "Yến"',
        '    a class="noteref" id="fnref-1-2" href="#fn-1"\n      ~"1"\n',
      ].join('\n'),
    );
  });

  it('keeps its pictures, lists and tables in place; the line below a picture is its caption', async () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const { tree, said: codes } = await read(
      [
        paragraph(title),
        paragraph(lead),
        paragraph(picture(1, 'Tả')),
        paragraph('Các em học sinh xã Tân Sơn trên cây cầu mới'),
        paragraph(text),
        paragraph('Đường vào', numbered),
        `<w:tbl><w:tr><w:tc>${paragraph('Ô')}</w:tc></w:tr></w:tbl>`,
        paragraph(text),
      ],
      {
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>' +
          '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      },
    );
    expect(tree).toBe(
      [
        `h1\n  "${title}"`,
        `p class="lead"\n  "${lead}"`,
        'figure\n  img src="hinh-1.png" alt="Tả"\n  figcaption\n    "Các em học sinh xã Tân Sơn trên cây cầu mới"',
        `p\n  "${text}"`,
        'ol\n  li\n    "Đường vào"',
        'table\n  tbody\n    tr\n      td\n        "Ô"',
        `p\n  "${text}"\n`,
      ].join('\n'),
    );
    expect(codes).toEqual(['READ-WORD-LOOK 1']);
  });

  it('has the break mark of a bold title as a mark', async () => {
    const { tree, article } = await read([
      paragraph(run('Cầu mới | nối hai bờ sông', bold)),
      paragraph(lead),
      paragraph(text),
    ]);
    expect(tree).toContain('h1\n  "Cầu mới "\n  wbr class="sense"\n  "nối hai bờ sông"\np class="lead"');
    expect(article.metadata.title).toBe('Cầu mới nối hai bờ sông');
  });

  it('has its title, not a caption, in a bold line in the middle below a picture', async () => {
    const { tree } = await read([
      paragraph(picture(1, 'Tả')),
      paragraph(run(title, bold), centre),
      paragraph(lead),
      paragraph(text),
    ]);
    expect(tree).toContain(`figure\n  img src="hinh-1.png" alt="Tả"\nh1\n  "${title}"\np class="lead"`);
  });

  it('has the photographer on a line below the caption', async () => {
    const { tree } = await read([
      paragraph(title),
      paragraph(lead),
      paragraph(picture(1)),
      paragraph(run('Bà con đi trên cây cầu mới', '<w:i/>')),
      paragraph('Ảnh: Lò Mai'),
      paragraph(text),
    ]);
    expect(tree).toContain(
      'figure\n  img src="hinh-1.png" alt="Bà con đi trên cây cầu mới" data-alt-from="caption"\n  figcaption\n' +
        '    em\n      "Bà con đi trên cây cầu mới"\n    " "\n    span class="credit"\n      "Ảnh: Lò Mai"\np\n',
    );
  });

  it('leaves out a clock with a message, but nothing that holds a picture', async () => {
    const clock = 'Thứ sáu, 15/10/2021';
    const body = [paragraph(title), paragraph(lead)];
    const out = await read([paragraph(clock), ...body]);
    expect(out.said).toEqual(['READ-WORD-LOOK 2', 'READ-LEFT-OUT 1']);
    expect(out.article.metadata.accessDate).toBe('2021-10-15');
    const kept = await read([
      paragraph(`${run('Thứ sáu, ')}${picture(1, 'Tả')}${run('15/10/2021')}`),
      ...body,
    ]);
    expect(kept.tree).toContain('img src="hinh-1.png"');
    expect(kept.said).not.toContain('READ-LEFT-OUT 1');
  });

  it('keeps what a style says of a paragraph', async () => {
    const { tree } = await read([paragraph(title), paragraph(lead), styled('Q', text), paragraph(text)], {
      styles: style('Q', 'Quote'),
    });
    expect(tree).toContain(`blockquote\n  p\n    "${text}"\np\n`);
  });
});
