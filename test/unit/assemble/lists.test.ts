/** Lists that the text asks for and links without words: filled with what they lead to. */
import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { manuscriptOf } from '../../support/manuscript-of.js';
import { assemble } from '../../../src/assemble/assemble.js';
import type { Publication } from '../../../src/document/publication.js';
import { walk, type ElementNode } from '../../../src/document/tree.js';
import { dump, readArticle, said } from '../../support/read-helpers.js';

async function publish(markdown: string, pictures: readonly string[] = []) {
  const picture = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#abc' } })
    .jpeg()
    .toBuffer();
  const files = Object.fromEntries(pictures.map((name) => [name, picture]));
  const { article } = await readArticle({ 'bai.md': markdown, ...files });
  const { value, diagnostics } = assemble(manuscriptOf(article), { name: 'bai', date: '2020-01-13' });
  return { publication: value, diagnostics };
}

/** The elements with this tag, dumped. */
function all(publication: Publication, tagName: string): readonly string[] {
  const found: ElementNode[] = [];
  for (const { body } of publication.sections) {
    walk(body, (node) => {
      if (node.type === 'element' && node.tagName === tagName) found.push(node);
    });
  }
  return found.map((node) => dump(node));
}

describe('a list that the text asks for', () => {
  it('of contents nests by level, without the title above it', async () => {
    const { publication, diagnostics } = await publish(
      '# Bài\n\n[[toc]]\n\n## Một\n\n### Trong *một*\n\n#### Sâu\n\n## Hai\n\nChữ.',
    );
    expect(diagnostics).toEqual([]);
    expect(all(publication, 'nav')).toEqual([
      'nav class="contents"\n' +
        '  ol\n' +
        '    li\n' +
        '      a href="#mot"\n' +
        '        ~"Một"\n' +
        '      ol\n' +
        '        li\n' +
        '          a href="#trong-mot"\n' +
        '            ~"Trong một"\n' +
        '    li\n' +
        '      a href="#hai"\n' +
        '        ~"Hai"\n',
    ]);
  });

  it('of the contents of a book begins with its chapters, wherever it stands', async () => {
    const { publication } = await publish('Mở.\n\n# Một\n\n## Nhỏ\n\n# Hai\n\n[[toc]]');
    expect(all(publication, 'nav')[0]).toBe(
      'nav class="contents"\n' +
        '  ol\n' +
        '    li\n' +
        '      a href="#mot-2"\n' +
        '        ~"Một"\n' +
        '      ol\n' +
        '        li\n' +
        '          a href="#nho"\n' +
        '            ~"Nhỏ"\n' +
        '    li\n' +
        '      a href="#hai-2"\n' +
        '        ~"Hai"\n',
    );
  });

  it('of figures and tables has what has a caption, without the credit', async () => {
    const { publication, diagnostics } = await publish(
      '# Bài\n\n[[figures]]\n\n[[tables]]\n\n![cảnh](a.jpg "Chợ phiên. Ảnh: Hà My"){#cho}\n\n' +
        '![cảnh](b.jpg "Núi")\n\n![cảnh](c.jpg)\n\n| a |\n| - |\n| 1 |\n\n: Dân số\n\n| b |\n| - |\n| 2 |',
      ['a.jpg', 'b.jpg', 'c.jpg'],
    );
    expect(diagnostics).toEqual([]);
    expect(all(publication, 'a')).toEqual([
      'a href="#cho"\n  ~"Chợ phiên."\n',
      'a href="#figure-nui"\n  ~"Núi"\n',
      'a href="#table-dan-so"\n  ~"Dân số"\n',
    ]);
    expect([...publication.targets.keys()]).toEqual(
      expect.arrayContaining(['cho', 'figure-nui', 'table-dan-so']),
    );
  });

  it('with nothing to show is left out and said so', async () => {
    const { publication, diagnostics } = await publish('# Bài\n\n[[tables]]\n\nChữ.');
    expect(said(diagnostics)).toEqual(['ASSEMBLE-LIST 3']);
    expect(all(publication, 'nav')).toEqual([]);
  });
});

describe('a link without words', () => {
  it('says what it leads to', async () => {
    const { publication, diagnostics } = await publish(
      '# Bài\n\nXem [](#hai){.page}, [](#cho) và [](#o-dau).\n\n## Hai\n\n![cảnh](a.jpg "Chợ phiên"){#cho}',
      ['a.jpg'],
    );
    expect(said(diagnostics)).toEqual(['ASSEMBLE-LINK-EMPTY 3']);
    expect(all(publication, 'a')).toEqual([
      'a href="#hai" class="page"\n  ~"Hai"\n',
      'a href="#cho"\n  ~"Chợ phiên"\n',
    ]);
  });
});
