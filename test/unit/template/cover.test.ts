/** The covers of the package's templates: nothing runs into anything, however long titles and names are. */
import { describe, expect, it } from 'vitest';
import type { PageItem } from '../../../src/document/page.js';
import { setPages } from '../../../src/publish-pages.js';
import { dressEbook } from '../../../src/template/dress.js';
import { loadTemplate } from '../../../src/template/load-template.js';
import { memoryHost } from '../../support/memory-host.js';
import { article, block, publicationOf } from '../../support/template-publication.js';

const host = memoryHost();
const words = 'Quy hoạch nghiêng nghiêng phát triển kinh tế vùng trung du miền núi phía Bắc ';
/** A title of about so many characters. */
const titleOf = (length: number): string => words.repeat(9).slice(0, length).trim();
const story = article(block('h1', 'Tiêu đề'), block('p', 'Chữ.'));

interface Line {
  readonly y: number;
  readonly size: number;
}

function linesOf(items: readonly PageItem[]): Line[] {
  return items.flatMap((item): Line[] => {
    if (item.type === 'group') return linesOf(item.items);
    const size = item.type === 'text' ? (item.runs[0]?.size ?? 0) : 0;
    return item.type === 'text' && size > 0 ? [{ y: item.y, size }] : [];
  });
}

describe.each(['article', 'bulletin'])('the cover of the template %s', (name) => {
  it.each([34, 80, 280])('has room for a title of %i characters', async (length) => {
    const template = loadTemplate(name, host).value;
    if (!template) throw new Error('no template');
    const authors = ['Nguyễn Thị Minh Khuê', 'Hoàng Phủ Ngọc Tường Vy', 'Trần Đức Thắng'];
    const given = { title: titleOf(length), subtitle: 'Tập ghi chép', section: 'Nghiên cứu', authors };
    const publisher = 'Nhà xuất bản Chính trị quốc gia Sự thật';
    for (const count of [1, 3]) {
      const stories = Array.from({ length: count }, () => story);
      const dressed = publicationOf(stories, { ...given, publisher, date: '2025-03-08' });
      const title = count === 1 ? given.title : 'Bản tin Nội vụ tỉnh Lạng Sơn';
      const publication = { ...dressed, metadata: { ...dressed.metadata, title } };
      const ebook = (await dressEbook(publication, template)).value;
      if (!ebook.cover) throw new Error('no cover');
      const { value, diagnostics } = await setPages({ ...ebook, ...ebook.cover }, host);
      expect(diagnostics).toEqual([]);
      expect(value.pages).toHaveLength(1);
      const lines = linesOf(value.pages[0]?.items ?? []).sort((a, b) => a.y - b.y);
      expect(lines.length).toBeGreaterThan(3);
      const tight = lines.filter((line, at) => {
        const above = lines[at - 1];
        return above && line.y > above.y + 0.5 && line.y - above.y < 1.05 * line.size;
      });
      expect(tight).toEqual([]);
      expect(lines.at(-1)?.y).toBeLessThan(453.6 - 20);
    }
  });
});
