/** The templates of the package against the engine: no declaration or selector that it does not know. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasClass, textOf, walk } from '../../../src/document/tree.js';
import { TreeIndex } from '../../../src/document/tree-index.js';
import { readingSheet } from '../../../src/style/reading-sheet.js';
import { styleTree } from '../../../src/style/style.js';
import { dress, dressEbook } from '../../../src/template/dress.js';
import { loadTemplate } from '../../../src/template/load-template.js';
import { memoryHost } from '../../support/memory-host.js';
import { packageRules } from '../../support/package-fonts.js';
import { article, block, imageAsset, photo, publicationOf } from '../../support/template-publication.js';

const story = article(
  block('h1', 'Tiêu đề'),
  block('p', 'Mở đầu.', 'lead'),
  photo('a.jpg', 'Hình'),
  block('p', 'Chữ.'),
);

describe.each(['article', 'bulletin'])('the template %s', (name) => {
  const host = memoryHost();
  const template = loadTemplate(name, host).value;
  const accents = template?.options['accent'];
  const choices = accents?.type === 'choice' ? Object.keys(accents.choices) : [];

  it.each(choices)('says nothing that the page engine does not know, in %s', async (accent) => {
    if (!template) throw new Error('no template');
    const publication = publicationOf([story], { extra: { accent } }, [imageAsset('a.jpg', 1740, 950)]);
    for (const edition of ['print', 'archive'] as const) {
      const { value } = await dress(publication, template, edition);
      expect(styleTree(new TreeIndex(value.tree), value.stylesheets, host).diagnostics).toEqual([]);
    }
    const { cover } = (await dressEbook(publication, template)).value;
    if (!cover) throw new Error('no cover');
    const styled = styleTree(new TreeIndex(cover.tree), cover.stylesheets, host);
    expect(styled.diagnostics).toEqual([]);
    // 100 × 160 mm, which is 1600 × 2560 pixels.
    const page = styled.value.page({ name: '', first: true, left: false, blank: false, number: 1 });
    expect(page.height / page.width).toBeCloseTo(1.6, 6);
  });

  it('finds room on its cover for the names of many authors', async () => {
    if (!template) throw new Error('no template');
    const authors = ['Nguyễn Thị Minh Khuê', 'Hoàng Phủ Ngọc Tường Vy', 'Những người đóng góp khác'];
    const publication = publicationOf([story], { authors, extra: { publication: authors.join(', ') } });
    const { cover } = (await dressEbook(publication, template)).value;
    const names: string[] = [];
    for (const node of cover?.tree.children ?? [])
      walk(node, (one) => {
        if (one.type === 'element' && hasClass(one, 'longest')) names.push(textOf(one));
      });
    expect(names).toEqual([authors.join(', ')]);
  });

  it('sets its ebook in fonts that the package declares', () => {
    const { value, diagnostics } = readingSheet(template?.stylesheets.ebook ?? [], host);
    expect(diagnostics).toEqual([]);
    expect(value.fontFaces).toEqual([]);
    const declared = packageRules.map(({ family }) => family);
    const named = [...value.css.matchAll(/font-family:\s*["']([^"']+)["']/g)].map(([, family]) => family);
    expect(named).not.toEqual([]);
    expect(named.filter((family = '') => !declared.includes(family))).toEqual([]);
  });
});

describe('the samples', () => {
  it('hold the article as it was pasted, byte for byte', () => {
    const bytes = readFileSync(new URL('../../../input/so-noi-vu-2020.txt', import.meta.url));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '7a03c03aac4b14d79c6d7db3cb97a6d7c1bfd8f4501d26f9524b6ab798cdf342',
    );
  });
});
