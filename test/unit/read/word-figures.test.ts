/** The pictures of Word files: figures, captions and what the pictures show. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeDocx, paragraph, picture, run, style, styled } from '../../support/make-docx.js';
import { dump, readArticle, said } from '../../support/read-helpers.js';

const png = async (width: number): Promise<Uint8Array> =>
  sharp({ create: { width, height: 2, channels: 3, background: '#888' } })
    .png()
    .toBuffer();
const pictures = [await png(3), await png(4)];
const title = styled('Title', 'Tên bài này');
const styles = style('Title', 'Title') + style('Caption', 'caption');
const cells = (...paragraphs: readonly string[]): string =>
  `<w:tr>${paragraphs.map((one) => `<w:tc>${one}</w:tc>`).join('')}</w:tr>`;

const read = async (body: string) => {
  const bytes = makeDocx(title + body, { pictures, styles });
  const { article, diagnostics } = await readArticle({ 'bai.docx': bytes });
  const [root] = article.body.children;
  if (root?.type !== 'element') throw new Error('no article');
  const tree = root.children.slice(1).map((node) => dump(node));
  return { tree: tree.join(''), said: said(diagnostics), widths: article.images.map(({ width }) => width) };
};

const figure = (number: number, alt: string, caption = ''): string =>
  `figure\n  img src="hinh-${number}.png" alt="${alt}"\n${caption === '' ? '' : `  figcaption\n    "${caption}"\n`}`;

describe('a picture in Word', () => {
  it.each([
    ['above a caption by its style', paragraph(picture(1, 'Tả')) + styled('Caption', 'Lời chú.')],
    ['below one', styled('Caption', 'Lời chú.') + paragraph(picture(1, 'Tả'))],
    [
      'with an empty line between',
      paragraph(picture(1, 'Tả')) + paragraph('') + styled('Caption', 'Lời chú.'),
    ],
    ['above a line in italics', paragraph(picture(1, 'Tả')) + paragraph(run('Lời chú.', '<w:i/>'))],
    ['above a centred line', paragraph(picture(1, 'Tả')) + paragraph('Lời chú.', '<w:jc w:val="center"/>')],
    [
      'in a table over it',
      `<w:tbl>${cells(paragraph(picture(1, 'Tả')))}${cells(paragraph('Lời chú.'))}</w:tbl>`,
    ],
    [
      'in one paragraph with it',
      paragraph(picture(1, 'Tả') + '<w:r><w:br/></w:r>' + run('Lời chú.'), '<w:jc w:val="center"/>'),
    ],
  ])('%s', async (where, body) => {
    const { tree, said: codes } = await read(`${body}${paragraph('Đoạn sau.')}`);
    const plain = tree.replaceAll(/^ *(?:em|strong)\n/gm, '').replaceAll(/^ +"/gm, '    "');
    const expected = figure(1, 'Tả', 'Lời chú.');
    const above = 'figure\n  figcaption\n    "Lời chú."\n  img src="hinh-1.png" alt="Tả"\n';
    expect(plain).toBe(`${where === 'below one' ? above : expected}p\n    "Đoạn sau."\n`);
    expect(codes).toEqual([]);
  });

  it('ends its caption in a credit; a caption stands in for what it shows', async () => {
    const { tree, said: codes } = await read(paragraph(picture(1)) + paragraph('Bãi đá. Ảnh: Lò Mai'));
    expect(tree).toBe(
      [
        'figure',
        '  img src="hinh-1.png" alt="Bãi đá. Ảnh: Lò Mai" data-alt-from="caption"',
        '  figcaption\n    "Bãi đá. "\n    span class="credit"\n      "Ảnh: Lò Mai"\n',
      ].join('\n'),
    );
    expect(codes).toEqual(['IMG-ALT 2']);
  });

  it('in front of a paragraph’s words stands by itself, one among them in the line', async () => {
    const { tree, widths } = await read(
      paragraph(picture(1, 'Tả') + run('Nước lên nhanh.')) +
        paragraph(run('Dấu ') + picture(2, 'Mũi tên') + run(' đó.')),
    );
    expect(tree).toBe(
      `${figure(1, 'Tả')}p\n  "Nước lên nhanh."\np\n  "Dấu "\n  img src="hinh-2.png" alt="Mũi tên"\n  " đó."\n`,
    );
    expect(widths).toEqual([3, 4]);
  });

  it('has its captions in a table of two columns', async () => {
    const { tree } = await read(
      `<w:tbl>${cells(paragraph(picture(1, 'A')), paragraph(picture(2, 'B')))}${cells(paragraph('Một.'), paragraph('Hai.'))}</w:tbl>`,
    );
    expect(tree).toBe(figure(1, 'A', 'Một.') + figure(2, 'B', 'Hai.'));
  });

  it('in two forms or in the old one has the text that its author gave it', async () => {
    const old = (alt: string) =>
      `<w:pict><v:shape alt="${alt}"><v:imagedata r:id="rId2"/></v:shape></w:pict>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr descr="Mới"/></wp:anchor></w:drawing></mc:Choice><mc:Fallback>${old('')}</mc:Fallback></mc:AlternateContent></w:r>`;
    const { tree } = await read(paragraph(both) + paragraph('Đoạn.') + paragraph(`<w:r>${old('Cũ')}</w:r>`));
    expect(tree).toBe(`${figure(1, 'Mới')}p\n  "Đoạn."\n${figure(2, 'Cũ')}`);
  });

  it('that the file only names is not opened', async () => {
    const linked = picture(1, 'Tả').replace('r:embed', 'r:link');
    const { tree, said: codes } = await read(paragraph(linked) + styled('Caption', 'Lời chú.'));
    expect(tree).toContain('figure class="without-photo"');
    expect(codes).toEqual(['IMG-LINKED 2']);
  });
});
