/** The credit that stands in a photo's file is shown where the article names no photographer. */
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { archiveWords, ebookWords, printWords } from '../../../src/check/fidelity.js';
import { walk, textOf, type RootNode } from '../../../src/document/tree.js';
import { publish } from '../../../src/publish.js';
import { memoryHost } from '../../support/memory-host.js';
import { xmpPacket } from '../../support/photo-data.js';
import { readArticle, said } from '../../support/read-helpers.js';

async function photoBy(credit: string): Promise<Uint8Array> {
  const picture = sharp({ create: { width: 900, height: 600, channels: 3, background: '#a33' } });
  return new Uint8Array(
    await picture
      .withXmp(xmpPacket(`photoshop:Credit="${credit}"`))
      .jpeg()
      .toBuffer(),
  );
}

let photo: Uint8Array;
beforeAll(async () => {
  photo = await photoBy('Tuệ Mẫn/TTXVN');
});

function captions(body: RootNode): readonly string[] {
  const found: string[] = [];
  walk(body, (node) => {
    if (node.type === 'element' && node.tagName === 'figcaption') found.push(textOf(node));
  });
  return found;
}

const picture = '![Một ô đỏ](a.jpg "Chợ phiên vùng cao")';

describe('the credit in a photo', () => {
  it('ends a caption that has none, and is told', async () => {
    const { article, diagnostics } = await readArticle({ 'b.md': `# T\n\n${picture}`, 'a.jpg': photo });
    expect(captions(article.body)).toEqual(['Chợ phiên vùng cao Ảnh: Tuệ Mẫn/TTXVN']);
    expect(said(diagnostics)).toEqual(['READ-PHOTO-CREDIT 3']);
  });

  it('ends the caption of a page of HTML too, inside its paragraph', async () => {
    const html =
      '<html lang="en"><body><article><h1>T</h1><p>Words of the page.</p><figure><img src="a.jpg" alt="red"><figcaption><p>A market</p></figcaption></figure></article></body></html>';
    const { article } = await readArticle({ 'b.html': html, 'a.jpg': photo });
    expect(captions(article.body)).toEqual(['A market Photo: Tuệ Mẫn/TTXVN']);
  });

  it('keeps a mark of its own', async () => {
    const own = await photoBy('Ảnh: CTV');
    const { article } = await readArticle({ 'b.md': `# T\n\n${picture}`, 'a.jpg': own });
    expect(captions(article.body)).toEqual(['Chợ phiên vùng cao Ảnh: CTV']);
  });

  it.each([
    ['the caption has one', '![Một ô đỏ](a.jpg "Chợ phiên. Ảnh: Hà My")'],
    ['a line below the picture has one', `![Một ô đỏ](a.jpg "Chợ phiên")\n*Ảnh: Hà My*`],
    ['the text names the same photographer', `${picture}\n\nẢnh trong bài do Tuệ Mẫn/TTXVN chụp.`],
    ['the picture has no caption', '![Một ô đỏ](a.jpg)'],
  ])('is not added where %s', async (_, markdown) => {
    const { article, diagnostics } = await readArticle({ 'b.md': `# T\n\n${markdown}`, 'a.jpg': photo });
    expect(captions(article.body).join()).not.toContain('TTXVN');
    expect(said(diagnostics)).toEqual([]);
  });

  it('is not added where the byline names who took the photos', async () => {
    const text = `Chợ phiên đông vui\n\nSáng nay, bà con các bản đã về dự chợ phiên đông vui ở trung tâm xã nhà.\n\nẢnh: một góc chợ phiên\n\nHàng hóa năm nay nhiều hơn mọi năm và giá cả cũng rất phải chăng.\n\nBài, ảnh: HÀ MY\n`;
    const { diagnostics } = await readArticle({ 'b.txt': text, 'b-1.jpg': photo });
    expect(said(diagnostics)).not.toContain('READ-PHOTO-CREDIT');
  });

  it('stands once in every edition', async () => {
    const files = {
      'in/b.md': `---\ndate: 2021-03-04\n---\n\n# T\n\nChữ.\n\n${picture}\n`,
      'in/a.jpg': photo,
    };
    const { artifacts } = await publish('in/b.md', {}, memoryHost(files));
    const words = { ebook: ebookWords, print: printWords, booklet: printWords, archive: archiveWords };
    const counts = artifacts.map(({ edition, bytes }) => {
      const found = words[edition](bytes);
      return [edition, found.filter((word) => word === 'Mẫn/TTXVN').length];
    });
    expect(counts).toEqual([
      ['print', 1],
      ['archive', 1],
      ['ebook', 1],
    ]);
  });
});
